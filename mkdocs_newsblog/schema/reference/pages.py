"""The declarations of options, front matter and problems as pages of the documentation."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterator, Mapping

from mkdocs_newsblog.schema.front_matter.fields import FIELDS, Alias, Field, Kind, Shape
from mkdocs_newsblog.schema.front_matter.groups import AUTHOR_OBJECT
from mkdocs_newsblog.schema.front_matter.pictures import IMAGE_OBJECT
from mkdocs_newsblog.schema.problems.code import ONLY_BUILT
from mkdocs_newsblog.schema.problems.codes import CODES
from mkdocs_newsblog.schema.reference.json_schema import SCHEMAS
from mkdocs_newsblog.schema.reference.lists_page import lists_page
from mkdocs_newsblog.schema.reference.markdown import NOTE, code, table
from mkdocs_newsblog.schema.reference.options_page import options_page


def pages() -> dict[str, str]:
    """Return every generated file below ``docs/reference`` by its name."""
    made = {name: "\n".join(lines()).rstrip() + "\n" for name, lines in PAGES.items()}
    made |= {f"{name}.schema.json": json.dumps(schema(), indent=2) + "\n" for name, schema in SCHEMAS.items()}
    return made


_SORTS: Mapping[Kind, tuple[str, str]] = {
    Kind.TEXT: ("Texts", "One text, kept as it is typed: `1.10`, `no` and `2024-05-01` are texts here."),
    Kind.DATE: ("Dates", "A date, or a date and a time. A bare date is that calendar day everywhere."),
    Kind.SWITCH: ("Switches and states", "`true` or `false`, also as `yes`, `no`, `on`, `off`, `1`, `0`."),
    Kind.LIST: ("Lists", "A list, or one text."),
    Kind.PART: ("Addresses, numbers and details", "One text or one number."),
    Kind.IMAGE: ("The hero", "A picture, and what is said of it."),
}
_ONLY: Mapping[Shape, str] = {
    Shape.SWITCH: "only a switch",
    Shape.DATE: "no switch",
    Shape.DAY: "only a date",
    Shape.DATED: "only a whole date in digits",
    Shape.WORD: "only a word",
    Shape.STATE: "only a switch or a word",
    Shape.DRAFT: "only the word `draft`",
    Shape.URL: "only a whole address, with `https:`",
    Shape.PATH: "only a path",
    Shape.PICTURE: "only a path or address of a picture",
    Shape.NUMBER: "only a number",
    Shape.MINUTES: "only a count of minutes",
    Shape.OBJECTS: "only a list of objects",
}


FRONT_MATTER_TEXT = """
Posts keep the keys of the system they were written for: this page has all of them.
[Write a post](../how-to/write-a-post.md) has the few that most posts need.

Case, hyphens, underscores and spaces in a key do not matter: `pubDate`, `pub_date` and `PubDate` are one key.
A dot means a key of an object.

Where several keys say one thing, the first of its list counts, and another that disagrees is named in a
notice. *Stands in* marks a key that was written for another purpose: it is used where nothing better stands,
and never said to disagree. *Waited for* marks a date on which a post is let out: while it lies ahead, the
post is [scheduled](../how-to/drafts.md#scheduled-posts), whichever date is shown. Any other key is
left to the theme.
"""


def front_matter_page() -> Iterator[str]:
    """Yield the lines of the reference of front matter."""
    yield from (NOTE.format(source="`schema/front_matter/fields.py`"), "", "# Front matter", "")
    yield from FRONT_MATTER_TEXT.lstrip().splitlines()
    yield ""
    for kind, (title, about) in _SORTS.items():
        yield from (f"## {title}", "", about, "")
        for field in FIELDS.values():
            if field.kind is kind:
                yield from _field(field)
    yield from _objects()


def _field(field: Field) -> Iterator[str]:
    yield from (f"### {field.name}", "", field.doc, "")
    yield from table(("Key", "Written by", ""), (_alias(alias) for alias in field.aliases))


def _alias(alias: Alias) -> tuple[str, str, str]:
    marks = [_ONLY[alias.only]] if alias.only else []
    marks += ["stands in"] * alias.fallback + ["waited for"] * alias.waits
    return code(alias.key), ", ".join(alias.systems), ", ".join(marks)


def _objects() -> Iterator[str]:
    tables = (("A picture as an object", IMAGE_OBJECT), ("An author as an object", AUTHOR_OBJECT))
    for title, parts in tables:
        yield from (f"## {title}", "")
        rows = ((name.replace("_", " "), ", ".join(map(code, keys))) for name, keys in parts.items())
        yield from table(("Part", "Keys, the first that is there counts"), rows)


PROBLEMS_TEXT = """
The code stands in brackets at the end of a message. An error stops a build. A warning is counted by
`--strict`. A notice (`info`) changes nothing. A preview goes on, and shows errors on the page;
with `strict: true` in `mkdocs.yml` the host ends it at a warning.

`newsblog check` prints all of it without a build, but for these, which only a theme, a finished page or the
making of pictures can tell:
{only_built}.
That the front matter of a page that you write for a listing can't be read, or holds what no theme can take,
is said by a build alone. The option `problems` gives a code another level, `ignore` among them:

```yaml
plugins:
  - newsblog:
      problems:
        unknown-key: ignore
```
"""


def problems_page() -> Iterator[str]:
    """Yield the lines of the reference of problems."""
    yield from (NOTE.format(source="`schema/problems/codes.py`"), "", "# Problems", "")
    only_built = textwrap.fill(", ".join(map(code, ONLY_BUILT)), 110, break_on_hyphens=False)
    yield from PROBLEMS_TEXT.format(only_built=only_built).lstrip().splitlines()
    yield ""
    rows = ((code(kind.name), kind.severity.value, kind.meaning, kind.remedy) for kind in CODES.values())
    yield from table(("Code", "Level", "What it means", "What to do"), rows)


def schemas_page() -> Iterator[str]:
    """Yield the lines of the page that says how editors use the schemas."""
    yield from (NOTE.format(source="`schema/reference/pages.py`"), "", "# Schemas for editors", "")
    yield from SCHEMAS_TEXT.strip().splitlines()


SCHEMAS_TEXT = """
Three JSON Schemas (draft 2020-12) are made from the same declarations as the checks of the plugin:

| Schema | Command | What it describes |
| --- | --- | --- |
| [front matter](front-matter.schema.json) | `newsblog schema front-matter` | the front matter of a post |
| [options](config.schema.json) | `newsblog schema config` | what stands below `newsblog:` |
| [mkdocs.yml](mkdocs.schema.json) | `newsblog schema mkdocs` | a `mkdocs.yml`, for the plugin's options |

They know names and types. What only the whole site can tell, such as a picture that is missing or an address
that is taken, is said by [`newsblog check`](problems.md).

## The options in VS Code

The extension [YAML](https://marketplace.visualstudio.com/items?itemName=redhat.vscode-yaml) completes and
checks `mkdocs.yml`. Write the schema into the project:

```console
$ newsblog schema mkdocs --output .vscode/newsblog.schema.json
```

Then name it in `.vscode/settings.json`, with the tags that `mkdocs.yml` may hold:

```json
{
  "yaml.schemas": {
    ".vscode/newsblog.schema.json": ["mkdocs.yml", "properdocs.yml"]
  },
  "yaml.customTags": [
    "!ENV scalar",
    "!ENV sequence",
    "!relative scalar",
    "tag:yaml.org,2002:python/name:material.extensions.emoji.twemoji",
    "tag:yaml.org,2002:python/name:material.extensions.emoji.to_svg"
  ]
}
```

Another schema for `mkdocs.yml`, such as that of Material for MkDocs, can be named beside it: the editor uses
both.

## Front matter in VS Code

VS Code itself does not look into the front matter of Markdown files, and neither does the YAML extension: it
needs an extension that does. Those that take a JSON Schema want its file:

```console
$ newsblog schema front-matter --output .vscode/front-matter.schema.json
```

Without such an extension, `newsblog check` says the same and more, as a pre-commit hook or as annotations in
a pull request.
"""

PAGES: Mapping[str, Callable[[], Iterator[str]]] = {
    "options.md": options_page,
    "front-matter.md": front_matter_page,
    "lists.md": lists_page,
    "problems.md": problems_page,
    "schemas.md": schemas_page,
}
"""Every generated page by its file."""
