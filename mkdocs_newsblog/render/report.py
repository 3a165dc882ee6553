"""Problems as lines of plain text, the same in a build's log and in `newsblog check`."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from mkdocs_newsblog.model.names import Severity, Status
from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.model.problem import Problem, printable

_RUNNER = re.compile(r"##(?=\w*\[)")
"""How commands begin that build servers look for anywhere in a line: ``##[error]``, ``##vso[...]``."""


def calm(text: str) -> str:
    """Return ``text`` on one line, with nothing in it that a build server would take for a command."""
    return _RUNNER.sub(r"#\\x23", printable(text))


def report_lines(found: Problem) -> Iterator[str]:
    """Yield a problem's message, then the lines of its source behind a bar, so that none begins a command."""
    yield calm(str(found))
    for line in found.excerpt:
        yield f"    | {calm(line)}"


def faulty_files(problems: Iterable[Problem]) -> set[str]:
    """Return the files with errors or warnings: posts, and others such as that of the options."""
    return {found.place.path for found in problems if found.severity is not Severity.INFO}


def unsaid(problems: Iterable[Problem], before: Iterable[Problem]) -> list[Problem]:
    """Return the problems of a section without those that the sections before it have said.

    Where two posts want one address, the section of each says so, at a place of its own.
    """
    said = {each.fact for each in before if each.code == "address-taken"}
    return [each for each in problems if each.code != "address-taken" or each.fact not in said]


def summary_line(problems: Sequence[Problem], posts: Iterable[str], others: Iterable[str] = ()) -> str:
    """Return how many problems there are and where, of which ``posts`` are those that were asked for.

    ``newsblog: 3 errors, 2 warnings in 4 of 120 posts and 1 other file``, or that there are none. Of
    ``others``, which are posts as well, those are counted that have problems.
    """
    counts = Counter(found.severity for found in problems)
    read = frozenset(posts)
    number = _plural(len(read), "post")
    if not counts[Severity.ERROR] + counts[Severity.WARNING]:
        return f"newsblog: no problems in {number}"
    parts = [_plural(counts[severity], severity.value) for severity in (Severity.ERROR, Severity.WARNING)]
    faulty = faulty_files(problems)
    rest = faulty - read
    beside = rest.intersection(others)
    counted = {"other post": len(beside), "other file": len(rest - beside)}
    places = [f"{len(faulty & read)} of {number}", *(_plural(n, word) for word, n in counted.items() if n)]
    return f"newsblog: {', '.join(parts)} in {_listed(places)}"


def scheduled_line(posts: Sequence[Entry]) -> str | None:
    """Return which post falls due next, of the scheduled ones; None where there are none."""
    waiting = ((due.at, post.src_uri) for post in posts if (due := post.falls_due))
    first = min(waiting, default=None)
    if first is None:
        return None
    moment = f"{first[0].astimezone(dt.UTC):%Y-%m-%d %H:%M} UTC"
    path = calm(first[1])
    if len(posts) == 1:
        return f"1 post is scheduled; {path} falls due on {moment}"
    return f"{len(posts)} posts are scheduled; the next, {path}, falls due on {moment}"


def preview_line(shown: Iterable[Status]) -> str | None:
    """Return how many pages a build shows that are not published, of all; None where there are none."""
    counts = Counter(shown)
    states = {Status.DRAFT: "draft", Status.SCHEDULED: "scheduled page", Status.EXPIRED: "expired page"}
    parts = [_plural(counts[status], word) for status, word in states.items() if counts[status]]
    if not parts:
        return None
    counted = _listed(parts)
    return f"this build shows {counted}, since the option drafts is on: it is a preview, not for your readers"


def _listed(parts: Sequence[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


def _plural(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
