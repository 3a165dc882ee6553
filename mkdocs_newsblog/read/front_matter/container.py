"""Finding the front matter of a file: which format, which lines, and where the body begins.

python-frontmatter does the splitting, through handlers of ours: its own strip the body's indentation, lose
count of lines, take any loader's first error as the end, and know neither ``...`` nor Nikola's comments.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from frontmatter import detect_format
from frontmatter.default_handlers import BaseHandler

from mkdocs_newsblog.read.front_matter.headers import HEADER, HEADER_MORE
from mkdocs_newsblog.read.front_matter.object_end import MAX_OBJECT, object_end
from mkdocs_newsblog.schema.front_matter.fields import is_of_posts


class Format(StrEnum):
    """The languages that front matter is written in."""

    YAML = "YAML"
    TOML = "TOML"
    JSON = "JSON"
    HEADERS = "MultiMarkdown headers"
    COMMENTS = "Nikola comments"
    SCRIPT = "JavaScript"
    NONE = "none"


class Block(NamedTuple):
    """A file cut in two; ``skipped`` and ``body_skipped`` count the lines before each part."""

    format: Format
    text: str
    skipped: int
    body: str
    body_skipped: int


class Handler(BaseHandler):  # type: ignore[misc,unused-ignore]
    """A handler of python-frontmatter that keeps the body as it is."""

    FORMAT = Format.YAML
    OPENING = re.compile(r"(?:-{3,}[ \t]*(?:\n|\Z)|[-–—]{0,3}[–—][-–—]{0,3}[ \t]*\n[A-Za-z_]+:\s)")

    def detect(self, text: str) -> bool:
        """Return whether the text opens with this format's sign."""
        return self.OPENING.match(text) is not None

    def closing(self, text: str) -> str:
        """Return the line that a text lacks which begins so and does not end: most often the same again."""
        return {"{": "}", "<": "-->"}.get(text[0], text[:3] if text[0] in "+;" else "---")


class YamlHandler(Handler):
    """``---`` … ``---`` or ``...``, and what word processors make of the dashes."""

    FM_BOUNDARY = re.compile(r"^(?:-{3,}|\.{3}|[-–—]{0,3}[–—][-–—]{0,3})[ \t]*(?:\n|\Z)", re.MULTILINE)


class TomlHandler(Handler):
    """``+++`` … ``+++``."""

    FORMAT = Format.TOML
    OPENING = re.compile(r"\+{3,}[ \t]*(?:\n|\Z)")
    FM_BOUNDARY = re.compile(r"^\+{3,}[ \t]*(?:\n|\Z)", re.MULTILINE)


class JsonHandler(Handler):
    """A JSON object at the top of the file, with or without ``;;;`` lines around it."""

    FORMAT = Format.JSON
    OPENING = re.compile(r"(?:;;;[ \t]*\n|\{\s*(?:\"|\}\s*\n))")
    FM_BOUNDARY = re.compile(r"^;;;[ \t]*(?:\n|\Z)", re.MULTILINE)

    def split(self, text: str) -> tuple[str, str]:
        """Return the object's text and what stands behind it.

        Raises:
            ValueError: the object has no end.
        """
        if text.startswith(";;;"):
            front, body = super().split(text)
            return (front if front.lstrip().startswith("{") else "{" + front + "}"), body
        end = object_end(text)
        return text[:end], text[end:].lstrip(" \t").removeprefix("\n")


class CommentHandler(Handler):
    """Nikola's ``<!--`` with lines ``.. title: …`` in it."""

    FORMAT = Format.COMMENTS
    OPENING = re.compile(r"<!--\s*+\.\. [a-z_]+:", re.IGNORECASE)
    FM_BOUNDARY = re.compile(r"<!--|-->[ \t]*\n?")


_BARE = r"(?:\.\. [^\s:][^\n:]*:(?:[ \t][^\n]*)?(?:\n|\Z))+"
_BARE_KEY = r"(?im)^\.\. ([a-z_-]+):"

HANDLERS = tuple(
    kind() for kind in (YamlHandler, TomlHandler, JsonHandler, CommentHandler)
)  # a new container is one row here
_LANGUAGES = {
    "json": Format.JSON,
    "toml": Format.TOML,
    **dict.fromkeys(("yaml", "yml"), Format.YAML),
    **dict.fromkeys(("javascript", "js"), Format.SCRIPT),
}
"""How a block may say its language (gray-matter, Eleventy)."""
_NAMED = rf"(?i)-{{3}}[ \t]*({'|'.join(_LANGUAGES)})[ \t]*\n"
_CLOSING = re.compile(r"^(---|;;;)[ \t]*(?:\n|\Z)", re.MULTILINE)
_UNOPENED = re.compile(r"(\"?)[A-Za-z][\w-]*\1:")
_UNOPENED_KEY = r"\"?([A-Za-z][\w-]*)\"?:"
_UNOPENED_LINE = r"\"?[A-Za-z][\w-]*\"?:(?:\s|\Z)|[ \t]+\S|-[ \t]|#|[\]}]"
"""What lines of such a block begin with: a key, or what belongs to the one above."""
_ABOVE_LIST = r"(?<=:)[ \t]*\n(?:[ \t]*\n)+(?=[ \t]+-[ \t])"
"""Blank lines that editors put between a key and its list."""
_NOT_YAML = r"[\w-]+:[ \t]+(?:[^\s\"'\[{|>&*!#][^#\n]*:[ \t]|\"[^\"\n]*$|'[^'\n]*$)"
"""A header that is no YAML: a text with a colon in it, or a quote that does not end."""
_COMMENTS = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*")
"""Lines that begin a block, or are headings below a rule."""
_KEY_LIKE = r"[\"']?[\w.@$-]+[\"']?[ \t]*[:=](?:\s|\Z)|#|[}\]]"


class UnclosedError(Exception):
    """Front matter opens and does not end; ``skipped`` counts the lines before its opening line."""

    def __init__(self, skipped: int, fact: str, sign: str = "---") -> None:
        super().__init__(fact)
        self.skipped, self.fact = skipped, fact
        self.remedy = f"Add a line {sign} after the last key"


def split(text: str) -> Block:
    """Cut a file into front matter and body.

    Raises:
        UnclosedError: the block opens like front matter and has no end.
    """
    start = len(text) - len(text.lstrip())
    start = text.rfind("\n", 0, start) + 1 if start else 0
    rest = text[start:]
    skipped = text.count("\n", 0, start)
    if found := _named(rest, skipped) or _unopened(rest, skipped):
        return found
    handler = detect_format(rest, HANDLERS)
    if isinstance(handler, Handler):
        return _split_with(handler, rest, skipped) or _plain(text)
    return _nikola(rest, skipped) or _headers(rest, skipped) or _plain(text)


def _nikola(text: str, skipped: int) -> Block | None:
    """Read Nikola's lines ``.. title: …`` where no comment is around them; a key there may be any words."""
    found = re.match(_BARE, text)
    if found is None or not any(map(is_of_posts, re.findall(_BARE_KEY, found[0]))):
        return None
    lines = found[0].count("\n")
    return Block(Format.COMMENTS, found[0], skipped, text[found.end() :], skipped + lines)


def _named(text: str, skipped: int) -> Block | None:
    """Read a block that says its language, as gray-matter and Eleventy have it: ``---json`` … ``---``."""
    opening = re.match(_NAMED, text)
    if opening is None:
        return None
    closing = _CLOSING.search(text, opening.end())
    kind = _LANGUAGES[opening[1].lower()]
    if closing is None:
        raise UnclosedError(skipped, f"the {kind} block at the top of the file is not closed")
    return Block(
        kind,
        text[opening.end() : closing.start()],
        skipped + 1,
        text[closing.end() :],
        skipped + text.count("\n", 0, closing.end()),
    )


def _unopened(text: str, skipped: int) -> Block | None:
    """Read a block without an opening line, as Hexo has it: keys of posts, down to ``---`` or ``;;;``."""
    first = _UNOPENED.match(text)
    closing = _CLOSING.search(text, 0, MAX_OBJECT) if first else None
    if first is None or closing is None or (first[1] == '"') != (closing[1] == ";;;"):
        return None
    front = text[: closing.start()]
    lines = re.sub(_ABOVE_LIST, "\n", front).splitlines()
    keys = (found[1] for line in lines if (found := re.match(_UNOPENED_KEY, line)))
    if not all(re.match(_UNOPENED_LINE, line) for line in lines) or not any(map(is_of_posts, keys)):
        return None
    kind = Format.HEADERS if _are_headers(lines) else Format.YAML
    if first[1] == '"':
        kind, front = Format.JSON, f"{{{front}}}"
    return Block(kind, front, skipped, text[closing.end() :], skipped + text.count("\n", 0, closing.end()))


def _are_headers(lines: Sequence[str]) -> bool:
    """Whether lines are headers that are no YAML: a key stands twice, or a text has a colon in it."""
    keys = [found[1].lower() for line in lines if (found := HEADER.match(line))]
    return len(keys) == len(lines) and (
        len(set(keys)) < len(keys) or any(re.match(_NOT_YAML, line) for line in lines)
    )


def _plain(text: str) -> Block:
    return Block(Format.NONE, "", 0, text, 0)


def _split_with(handler: Handler, text: str, skipped: int) -> Block | None:
    try:
        front, body = handler.split(text)
    except (ValueError, RecursionError):
        is_sure = handler.FORMAT in (Format.JSON, Format.COMMENTS)
        opening = _COMMENTS.sub("", text.partition("\n")[2], count=1).lstrip()
        if is_sure or re.match(_KEY_LIKE, opening):
            fact = f"the {handler.FORMAT} block at the top of the file is not closed"
            raise UnclosedError(skipped, fact, handler.closing(text)) from None
        return None  # a line of dashes and prose below: no front matter at all
    if handler.FORMAT is Format.YAML and front[:1] == "\n" and front.strip() and ":" not in front:
        return None  # a rule, a paragraph, a rule
    head = text[: len(text) - len(body)]
    is_whole = handler.FORMAT is Format.COMMENTS or (front and text.startswith(front))
    inner = 0 if is_whole else text.count("\n", 0, text.find("\n") + 1)
    return Block(handler.FORMAT, front, skipped + inner, body, skipped + head.count("\n"))


def _headers(text: str, skipped: int) -> Block | None:
    """Read MultiMarkdown headers as MkDocs does, if one of them is a key that posts have."""
    first = HEADER.match(text)
    if first is None:
        return None
    lines = text.split("\n")
    count = 0
    known = False
    for line in lines:
        found = HEADER.match(line)
        if not line.strip() or not (found or HEADER_MORE.match(line)):
            break
        known = known or bool(found and is_of_posts(found[1]))
        count += 1
    if not known:
        return None
    blank = count < len(lines) and not lines[count].strip()
    body = "\n".join(lines[count + blank :])
    return Block(Format.HEADERS, "\n".join(lines[:count]), skipped, body, skipped + count + blank)
