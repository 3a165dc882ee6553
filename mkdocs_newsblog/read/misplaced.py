"""Front matter that is none: it does not begin at the top of its file, so all systems take it for text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_newsblog.model.names import Status
from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read.front_matter.container import Block, Format
from mkdocs_newsblog.read.values.fields import claims_in
from mkdocs_newsblog.read.values.status import read_status
from mkdocs_newsblog.schema.front_matter.fields import is_of_posts
from mkdocs_newsblog.schema.problems.codes import problem

HEAD = 64 * 1024
"""Characters in which such a block is looked for."""
NEAR = 20
"""Lines in which it may begin, without those of comments."""
LONG = 200
"""Lines in which it must end."""

_UNSEEN = "[\u00ad\u200b-\u200f\u2060\ufeff]"
_FENCE = rf"([^\S\n]*+)({_UNSEEN}*+)[ \t]*(-{{3,}}|\+{{3,}})(?:[ \t]|{_UNSEEN})*"
_KEY = r"[ \t]*+\"?([A-Za-z][\w-]*)\"?[ \t]*[:=](?:[ \t]|\Z)"
_LINE = r"[\"']?[\w.@$:-]+[\"']?[ \t]*[:=](?:\s|\Z)|#|[ \t]+\S|-[ \t]|[\[\]{}]|\s*\Z"
"""What lines of front matter begin with."""
_SECOND = re.compile(r"\s*+(?:---|\+\+\+)")
"""How a text begins that may be a second block; most texts need not be looked at further."""
_BELOW_HEADING = (
    r"(\s*#[ \t][^\n]*\n\s*?\n?)((?:[A-Za-z][\w \t]{0,40}:[ \t]+\S[^\n]*(?:\n|\Z)){1,50})[ \t]*(?:\n|\Z)"
)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_HARMLESS = rf"(?:\s|{_UNSEEN})*|[ ]{{0,3}}(?:#{{1,6}}[ \t].*|\[[^\]^][^\]]*\]:.*)"
"""What may stand above a block that was meant for front matter, besides comments: a heading, and what is a
link's target to Markdown."""


def misplaced_in(source: Source, text: str, block: Block, *, required: bool) -> Iterator[Problem]:
    """Yield what there is to say of front matter that is none, and of a file that has no other.

    ``required`` says that each file must have front matter.
    """
    if block.format is not Format.NONE:
        if _SECOND.match(block.body) and (found := misplaced(block.body, above=True)):
            place = Place(source.src_uri, found[0] + block.body_skipped)
            fact = "a second block of front matter begins here, so it is part of the text"
            yield problem("front-matter-misplaced", place, "front matter", fact, "Keep one of them")
        return
    if found := misplaced(text) or _held_below_heading(text):
        line, fact = found
        yield problem("front-matter-misplaced", Place(source.src_uri, line), "front matter", fact)
    if required:
        yield problem("front-matter-missing", Place(source.src_uri), "file", "the file has no front matter")


def misplaced(text: str, *, above: bool = False) -> tuple[int, str] | None:
    """Return the line of a block that looks like front matter, from 1, and what is wrong with its place.

    That is a line of dashes or plus signs, keys right below it, one of them a key of posts, and such a line
    again, with nothing above it that a post would begin with: below other text it may be an example, or lines
    between two rules. ``above`` says that something of the file stands above the text.
    """
    head = text[:HEAD].replace("\r\n", "\n")
    written, lines = head.split("\n"), _without_comments(head).split("\n")
    plain = 0
    for number, line in enumerate(lines):
        if plain >= NEAR:
            break
        if opening := re.fullmatch(_FENCE, line):
            below = lines[number + 1 : number + 1 + LONG]
            end = next((place for place, each in enumerate(below) if _closes(each, opening[3])), 0)
            if not _is_front_matter(below[:end]) or (above and opening[1]):
                break
            unseen = "has an invisible character before it" if opening[2] else "is indented"
            where = "has text above it" if above else unseen
            return number + 1, f"a block of front matter begins here but {where}, so it is part of the text"
        if not re.fullmatch(_HARMLESS, line):
            break
        above = above or bool(written[number].strip())
        plain += line == written[number]
    return None


def _held_below_heading(text: str) -> tuple[int, str] | None:
    """Return the line of a property that would keep the post back as a key, and what is wrong with its place.

    Notion exports properties as a paragraph of lines such as ``Status: Draft`` below the heading. What would
    be a doubt as a key may be a sentence here.
    """
    below = re.match(_BELOW_HEADING, text[:HEAD].replace("\r\n", "\n"))
    if below is None:
        return None
    for number, line in enumerate(below[2].splitlines(), below[1].count("\n") + 1):
        key, _, value = line.partition(":")
        doubts: list[Problem] = []
        status = read_status(claims_in({key: value.strip()}), doubts, "")
        if status is not Status.PUBLISHED and not doubts:
            return number, f"{quoted(line)} stands below the heading, so it is part of the text"
    return None


def _without_comments(text: str) -> str:
    """Return a text with nothing in place of comments but the ends of their lines."""
    end = text.rfind("-->") + 3  # openings behind the last end would be followed to the end of the text each
    return _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text[:end]) + text[end:]


def _is_front_matter(lines: list[str]) -> bool:
    """Whether lines between two rules are keys: the first of posts, or all that looks like one."""
    first = next((line for line in lines if not line.lstrip().startswith("#")), "")
    keys = [found[1] for line in lines if (found := re.match(_KEY, line))]
    if not re.match(_KEY, first) or not lines[-1].strip() or not any(map(is_of_posts, keys)):
        return False
    is_sure = first is lines[0] and is_of_posts(keys[0]) and all(map(str.strip, lines))
    return is_sure or all(re.match(_LINE, line) for line in lines)


def _closes(line: str, sign: str) -> bool:
    found = re.fullmatch(_FENCE, line)
    return found is not None and found[3][0] == sign[0]
