"""The body that MkDocs shall render: one title, one excerpt marker, no paragraph turned into a heading."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from mkdocs_newsblog.model.problem import Place, Problem
from mkdocs_newsblog.read.markdown.aligned_pictures import without_alignment
from mkdocs_newsblog.read.markdown.code import FENCE, code_spans, is_within
from mkdocs_newsblog.read.markdown.fences import plain_fences
from mkdocs_newsblog.read.markdown.headings import SETEXT, first_heading, heading_at, plain
from mkdocs_newsblog.read.markdown.markers import one_marker, own_marker
from mkdocs_newsblog.read.markdown.shortcodes import kept_shortcodes
from mkdocs_newsblog.read.markdown.unseen import without_names, without_settings
from mkdocs_newsblog.schema.problems.codes import problem

MAX_TITLE_PARAGRAPH = 1000
"""Characters that a paragraph with the title in it may have."""
_RULE = re.compile(r" {0,3}-+[ \t]*")
_NOT_ALNUM = re.compile(r"[\W_]+")
_BLANK = re.compile(r"(?:[ \t]*\n)+")
_PARAGRAPH_END = re.compile(r"\n[ \t]*(?:\n|\Z)")
_STRONG = re.compile(r"(\*\*\*|\*\*|\*|___|__|_)(?P<text>.+)\1")


class Body(NamedTuple):
    """The text to render, and a title where the body gave one."""

    text: str
    heading: str | None
    problems: tuple[Problem, ...]


def comparable(text: str) -> str:
    """Return a title as two of them are compared: letters and digits only, without case and typography."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return _NOT_ALNUM.sub("", folded) or folded.strip()


def read_body(
    text: str, title: str | None, src_uri: str, skipped: int, marker: str | None, *, superfences: bool = False
) -> Body:
    """Return the body to render; ``skipped`` is the number of lines of the file before ``text``.

    ``marker`` is a line that ends the summary on this site, beside the markers of other systems;
    ``superfences`` is as in :func:`plain_fences`.
    """
    text = without_names(own_marker(text, marker) if marker and marker in text else text)
    problems: list[Problem] = []
    start = top = _skip_blank(text, 0)
    heading, end = heading_at(text, start)
    if heading is not None and (title is None or comparable(heading) == comparable(title)):
        start = _skip_blank(text, end)
    opening = text[top:start]
    if title is None and heading is None:
        heading = first_heading(text)
    known = title or heading
    repeated = _repeats(text, start, known) if known else None
    if repeated is not None:
        place = Place(src_uri, skipped + text.count("\n", 0, start) + 1)
        problems.append(problem("title-repeated", place, "body", "the first paragraph repeats the title"))
        start = _skip_blank(text, repeated)
    kept = text[start:]
    if (last := _stray_rule(kept)) is not None:
        place = Place(src_uri, skipped + text.count("\n", 0, start + last) + 1)
        fact = "a line of dashes right under the last paragraph would make it a heading; it was dropped"
        problems.append(problem("stray-rule", place, "body", fact))
        kept = kept[:last]
    problems += kept_shortcodes(kept, src_uri, skipped + text.count("\n", 0, start))
    kept = one_marker(plain_fences(without_settings(without_alignment(kept)), superfences=superfences))
    # An opening heading stays: it may hold markup, and an id that other pages link to.
    return Body(opening + kept, heading, tuple(problems))


def _skip_blank(text: str, start: int) -> int:
    """Return where the first line that is not blank begins, its indentation kept."""
    found = _BLANK.match(text, start)
    return found.end() if found else start


def _repeats(text: str, start: int, title: str) -> int | None:
    """Return where a first paragraph ends that is only the title in bold or italics."""
    if not text.startswith(("*", "_", "<"), start):
        return None
    found = _PARAGRAPH_END.search(text, start, start + MAX_TITLE_PARAGRAPH)
    end = found.start() if found else len(text)
    if end - start > MAX_TITLE_PARAGRAPH:
        return None
    paragraph = " ".join(text[start:end].split())
    paragraph = re.sub(r"^<(strong|b|em|i)>(.*)</\1>$", r"**\2**", paragraph)
    whole = _STRONG.fullmatch(paragraph)
    return end if whole and comparable(plain(whole["text"])) == comparable(title) else None


def _stray_rule(text: str) -> int | None:
    """Return where a last line of dashes begins that stands right under a paragraph, outside code."""
    trimmed = text.rstrip()
    last = trimmed.rfind("\n") + 1
    if not last or not _RULE.fullmatch(trimmed, last):
        return None
    above_start = trimmed.rfind("\n", 0, last - 1) + 1
    above = trimmed[above_start : last - 1]
    if not above.strip() or above.startswith(("    ", "\t", "#", "|")) or FENCE.fullmatch(above):
        return None
    if _RULE.fullmatch(above) or SETEXT.fullmatch(above):
        return None
    return None if is_within(last, code_spans(text, last)) else last
