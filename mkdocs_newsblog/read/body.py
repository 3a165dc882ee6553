"""The body that MkDocs shall render: one title, one excerpt marker, no rule that makes a paragraph a heading."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from mkdocs_newsblog.model.problem import Place, Problem
from mkdocs_newsblog.schema.codes import problem

MORE = "<!-- more -->"
MARKER = re.compile(
    r"[ \t]*(?:<!--\s*(?:more(?:\s[^<>]{0,100})?|excerpt(?:-end|_end|\s+end)?|end[ _-]excerpt|truncate"
    r"|TEASER_END(?::[^<>]{0,100})?|read[ -]?more|break|summary[ -]end)\s*-->"
    r"|\{/\*\s*(?:truncate|more|excerpt)\s*\*/\})[ \t]*",
    re.IGNORECASE,
)
_FENCE = re.compile(r"[ \t]*(?:>[ \t]*)*(`{3,}|~{3,})(.*)")
_ATX = re.compile(r" {0,3}#(?!#)[ \t]*(?P<text>\S.*)")
_SETEXT = re.compile(r" {0,3}=+[ \t]*")
_RULE = re.compile(r" {0,3}-+[ \t]*")
_ATTRIBUTES = re.compile(r"[ \t]*\{:?[ \t]*[^{}\n]*\}[ \t]*$")
_STRONG = re.compile(r"(\*\*\*|\*\*|\*|___|__|_)(?P<text>.+)\1")
_INLINE = (
    (re.compile(r"!\[([^\[\]]*)\]\([^()]*\)"), r"\1"),
    (re.compile(r"\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])"), r"\1"),
    (re.compile(r"<(https?://[^<>\s]+)>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>]*>"), ""),
    (re.compile(r"(`+)(.+?)\1"), r"\2"),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<!\w)([*_])(?=\S)([^*_]+?)(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!<>|~-])"), r"\1"),
)


@dataclass(frozen=True, slots=True)
class Heading:
    """The first heading of a body: its plain text, and the lines it stands on; ``leading`` if nothing precedes."""

    text: str
    start: int
    end: int
    leading: bool


@dataclass(frozen=True, slots=True)
class Body:
    """The text to render, the lines that were removed above it, and a title where the body gave one."""

    text: str
    removed: int
    heading: str | None
    problems: tuple[Problem, ...]


def plain(text: str) -> str:
    """Return a line of Markdown as text: no links, emphasis, code signs, closing ``#`` or attribute list."""
    text = _ATTRIBUTES.sub("", text[:1000].strip())
    text = re.sub(r"(?:^|[ \t])#+$", "", text.rstrip()).strip()
    for pattern, replacement in _INLINE:
        text = pattern.sub(replacement, text)
    return " ".join(text.split())


def comparable(text: str) -> str:
    """Return a title as two of them are compared: letters and digits only, without case and typography."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in folded if char.isalnum()) or folded.strip()


def read_body(text: str, title: str | None, src_uri: str, skipped: int) -> Body:
    """Return the body to render; ``skipped`` is the number of lines of the file before ``text``."""
    lines = text.split("\n")
    problems: list[Problem] = []
    start = _first_line(lines, 0)
    first = _heading_at(lines, start) if start < len(lines) else None
    heading = first.text if first is not None else None
    if first is None and title is None:
        found = _search_heading(lines, start)
        heading = found.text if found is not None else None
    if first is not None and (title is None or comparable(first.text) == comparable(title)):
        start = _first_line(lines, first.end)
    known = title or heading
    if known and (end := _repeats(lines, start, known)):
        place = Place(src_uri, skipped + start + 1)
        problems.append(problem("title-repeated", place, "body", "the first paragraph repeats the title"))
        start = _first_line(lines, end)
    kept = lines[start:]
    if (last := _stray_rule(kept)) is not None:
        place = Place(src_uri, skipped + start + last + 1)
        fact = "a line of dashes right under the last paragraph would make it a heading; it was dropped"
        problems.append(problem("stray-rule", place, "body", fact))
        kept = kept[:last]
    if "<!--" in text or "{/*" in text:
        kept = _one_marker(kept)
    return Body("\n".join(kept), start, heading, tuple(problems))


def _first_line(lines: list[str], start: int) -> int:
    while start < len(lines) and not lines[start].strip():
        start += 1
    return start


def _heading_at(lines: list[str], number: int) -> Heading | None:
    line = lines[number]
    if found := _ATX.fullmatch(line):
        text = plain(found["text"])
        return Heading(text, number, number + 1, leading=True) if text else None
    below = lines[number + 1] if number + 1 < len(lines) else ""
    if below and line.strip() and not line.startswith("    ") and _SETEXT.fullmatch(below):
        text = plain(line)
        return Heading(text, number, number + 2, leading=True) if text else None
    return None


def _search_heading(lines: list[str], start: int) -> Heading | None:
    fence = ""
    for number in range(start, len(lines)):
        fence, inside = _fenced(lines[number], fence)
        if inside:
            continue
        found = _heading_at(lines, number)
        if found is not None:
            return found
    return None


def _fenced(line: str, fence: str) -> tuple[str, bool]:
    """Return the fence that is open behind the line, and whether the line belongs to a code block."""
    if "```" not in line and "~~~" not in line:
        return fence, bool(fence)
    found = _FENCE.fullmatch(line)
    if found is None:
        return fence, bool(fence)
    signs, info = found[1], found[2]
    if not fence:
        opens = not (signs[0] == "`" and "`" in info)
        return (signs if opens else ""), opens
    closes = signs[0] == fence[0] and len(signs) >= len(fence) and not info.strip()
    return ("" if closes else fence), True


def _repeats(lines: list[str], start: int, title: str) -> int | None:
    """Return the line behind a first paragraph that is only the title in bold or italics."""
    if start >= len(lines) or lines[start][:1] not in ("*", "_", "<"):
        return None
    end = start
    while end < len(lines) and lines[end].strip():
        end += 1
    if end - start > 5:
        return None
    text = " ".join(line.strip() for line in lines[start:end])
    text = re.sub(r"^<(strong|b|em|i)>(.*)</\1>$", r"**\2**", text)
    found = _STRONG.fullmatch(text)
    return end if found and comparable(plain(found["text"])) == comparable(title) else None


def _stray_rule(lines: list[str]) -> int | None:
    """Return the index of a last line of dashes that stands right under a paragraph, outside code."""
    last = len(lines) - 1
    while last >= 0 and not lines[last].strip():
        last -= 1
    if last < 1 or not _RULE.fullmatch(lines[last]) or lines[last].strip() == "-":
        return None
    above = lines[last - 1]
    if not above.strip() or above.startswith(("    ", "\t", "#", "|")) or _FENCE.fullmatch(above):
        return None
    if _RULE.fullmatch(above) or (last > 1 and _is_heading_line(lines[last - 2 : last])):
        return None
    fence = ""
    for line in lines[:last]:
        fence, _ = _fenced(line, fence)
    return None if fence else last


def _is_heading_line(pair: list[str]) -> bool:
    return bool(_SETEXT.fullmatch(pair[1]) and pair[0].strip())


def _one_marker(lines: list[str]) -> list[str]:
    """Replace the first excerpt marker by ours and drop the others, outside code."""
    kept: list[str] = []
    fence, seen = "", False
    for line in lines:
        fence, inside = _fenced(line, fence)
        if inside or ("<!--" not in line and "{/*" not in line) or line.startswith(("    ", "\t")):
            kept.append(line)
            continue
        parts = MARKER.split(line)
        if len(parts) == 1:
            kept.append(line)
            continue
        before, after = parts[0].rstrip(), " ".join(parts[1:]).strip()
        kept += _around(before, after, marker=not seen)
        seen = True
    return kept


def _around(before: str, after: str, *, marker: bool) -> list[str]:
    if not marker:
        return [f"{before} {after}".strip()]
    if not before and not after:
        return [MORE]
    return [*([before, ""] if before else []), MORE, *(["", after] if after else [])]
