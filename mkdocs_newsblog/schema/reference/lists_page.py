"""The reference of lists in pages, from the declarations of their keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from mkdocs_newsblog.schema.lists import FORMS, Form, Key, Takes
from mkdocs_newsblog.schema.reference.markdown import NOTE, code, table

TEXT = """
A comment in any page of the site is a list, and so is a call in a template:

```html
<!-- newsblog: latest limit=3 tag="machine learning" layout=cards -->
```

```jinja
{{ newsblog.latest(limit=3, tag="machine learning", layout="cards") }}
```

[Lists on any page](../how-to/lists.md) shows how they are used. Commas separate several values of a filter,
and a filter may stand several times: any of its values fits. Every filter has to fit. A value with spaces
stands in quotes.
"""

TAKES: Mapping[Takes, str] = {
    Takes.TERMS: "names",
    Takes.POSTS: "terms or files",
    Takes.YEARS: "years",
    Takes.LANGUAGES: "language tags",
    Takes.BLOGS: "folders, `*` for all",
    Takes.SWITCH: "`true` or `false`",
    Takes.LAYOUT: "name of a layout",
}
"""What the columns of the reference call the values of a key."""


def lists_page() -> Iterator[str]:
    """Yield the lines of the reference of lists."""
    yield from (NOTE.format(source="`schema/lists.py`"), "", "# Lists in pages", "")
    yield from TEXT.strip().splitlines()
    yield ""
    for form in FORMS:
        yield from _form(form)
    yield "A filter may also be called by the name of its taxonomy: `tags`, `categories` and `authors`."
    yield "A taxonomy of yours filters posts under its own name."


def _form(form: Form) -> Iterator[str]:
    yield from (f"## {form.name}", "", form.meaning, "")
    rows = (
        (code(key.name), _values(key), code(key.default) if key.default else "", f"{key.meaning}.")
        for key in form.keys.values()
    )
    yield from table(("Key", "Value", "Default", "Meaning"), rows)


def _values(key: Key) -> str:
    if key.choices:
        return " or ".join(map(code, key.choices))
    if key.takes is Takes.BLOGS and key.default != "*":
        return "a folder"
    if key.takes is not Takes.NUMBER:
        return TAKES[key.takes]
    most = f" to {key.highest}" if key.highest < 100 else " or more"
    return f"{key.lowest}{most}" + (", or `all`" if key.name == "limit" else "")
