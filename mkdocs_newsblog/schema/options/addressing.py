"""Options of where pages live: addresses of posts, redirects from former ones, pages of listings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from difflib import get_close_matches
from string import Formatter
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field

from mkdocs_newsblog.schema.options.group import COUNTED, NamedPath, Options, fitting, portable, switch

KEEP = "keep"
SLUG = "slug"
NAMES = ("year", "month", "day", "slug", "title", "category", "file", "path")
"""What a pattern may name."""
TELLING = ("slug", "title", "file", "path")
"""Names that tell posts apart; a pattern without one would put all posts at one address."""

_WORDS = re.compile(r"[^\\:?#%*\"<>|\x00-\x1f]*")
_SHAPE = f"'{KEEP}', '{SLUG}', or a pattern such as {{year}}/{{month}}/{{slug}}"


def pattern_names(pattern: str) -> list[str]:
    """Return the names between braces, in order.

    Raises:
        ValueError: braces do not pair.
    """
    names = []
    for literal, name, spec, conversion in Formatter().parse(pattern):
        if "{" in literal or "}" in literal:
            raise ValueError("braces should hold a name, and can't stand for themselves")
        if name is not None:
            names.append(name + (f"!{conversion}" if conversion else "") + (f":{spec}" if spec else ""))
    return names


def check_pattern(pattern: str) -> str:
    """Refuse what is no way to address posts.

    Raises:
        ValueError: the text is neither a known word nor a sound pattern; the message says why.
    """
    if pattern in (KEEP, SLUG):
        return pattern
    try:
        names = pattern_names(pattern)
    except ValueError as error:
        raise ValueError(f"should be {_SHAPE}: {error}") from None
    for name in names:
        if name not in NAMES:
            near = get_close_matches(name, NAMES, n=1)
            guess = f"; did you mean {{{near[0]}}}?" if near else ""
            known = ", ".join(NAMES)
            raise ValueError(f"should be {_SHAPE}: there is no {{{name}}} among {known}{guess}")
    if not set(TELLING).intersection(names):
        near = get_close_matches(pattern, (KEEP, SLUG), n=1)
        advice = f"; did you mean '{near[0]}'?" if near else ", with {slug}, {title}, {file} or {path} in it"
        raise ValueError(f"should be {_SHAPE}{advice}")
    _check_parts(pattern)
    return pattern


def _check_parts(pattern: str) -> None:
    parts = pattern.strip("/").split("/")
    if not _WORDS.fullmatch(pattern):
        raise ValueError('should hold none of the characters \\ : ? # % * " < > |')
    if "" in parts or any(part.startswith(".") or part.endswith((".", " ")) for part in parts):
        raise ValueError(
            "should have no part that is empty, begins with a dot, or ends with a dot or a space"
        )
    portable(fitting(pattern))
    if pattern.endswith((".html", ".htm")):
        raise ValueError("should not end like a file: use_directory_urls decides about that")


AddressPattern = Annotated[str, AfterValidator(check_pattern)]


class RedirectOptions(Options):
    """How former addresses of posts lead to the present one."""

    pages: bool = True
    """A page at each former address that sends its readers on."""
    file: bool = False
    """The same as a `_redirects` file, which Netlify and Cloudflare Pages read."""
    moved: bool = False
    """Whether a post that `url` moved redirects from the path of its file as well."""


class PaginationOptions(Options):
    """How listings are cut into pages."""

    stable: bool = False
    """Number pages from the oldest post, so that a new post leaves old pages as they are. The first page then
    holds up to twice as many posts as the others."""
    orphans: Annotated[int, Field(ge=0, le=100), COUNTED] = 0
    """Posts that make no last page of their own, and are added to the page before; not with `stable`."""
    path: NamedPath = "page"
    """What stands in the addresses of further pages before their numbers."""


def worded(value: Any) -> Any:
    """The word ``stable`` alone stands for the option of that name.

    Raises:
        ValueError: the value is neither that word nor a mapping of options.
    """
    if value == "stable":
        return {"stable": True}
    if not isinstance(value, Mapping | BaseModel):
        raise ValueError("should be a mapping of options, or 'stable' (listings are always cut into pages)")
    return value


Pagination = Annotated[
    PaginationOptions,
    BeforeValidator(worded, json_schema_input_type=PaginationOptions | Literal["stable"]),
]


Redirects = Annotated[RedirectOptions | None, BeforeValidator(switch)]
