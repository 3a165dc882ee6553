"""When files were first and last committed, from what ``git log`` prints."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from mkdocs_newsblog.model.post import Moment
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.model.source import Commits
from mkdocs_newsblog.read.dates import NotADateError, read_date
from mkdocs_newsblog.read.file_names import composed
from mkdocs_newsblog.schema.reading import DateOptions

STAMP = "="
"""What stands before the time of a commit, and before no status."""
_STATUS = re.compile(rb"[A-Z][0-9]*")


class History(NamedTuple):
    """The commits of files by their paths below the docs folder, or why there are none."""

    commits: Mapping[str, Commits] = MappingProxyType({})
    problem: Problem | None = None

    def of(self, src_uri: str) -> Commits | None:
        """Return the first and the last commit of a file; None where there is no commit of it."""
        return Commits() if self.problem else self.commits.get(composed(src_uri))


NOT_ASKED = History()


class Change(NamedTuple):
    """One file in one commit; ``former`` is its path before, where the commit renamed it."""

    at: Moment
    status: str
    path: str
    former: str | None = None


def read_log(printed: bytes) -> History:
    """Return the history from ``git log -z --name-status --format==%aI``, the newest commit first.

    A file that was renamed keeps its commits. A rename that changes nothing in the file does not count as a
    change, and a file that was away for a while is as old as its first commit.
    """
    names: dict[str, str | None] = {}
    commits: dict[str, Commits] = {}
    for change in _changes(printed):
        name = names.get(change.path, change.path)
        if change.status == "D" and name not in commits:
            names[change.path] = None  # what stands there now is another file, of which there is no commit
        elif name is not None:
            known = commits.get(name, Commits())
            changed = known.changed or (None if change.status == "R100" else change.at)
            commits[name] = Commits(change.at, changed)
        if change.former is not None:
            names[change.former], names[change.path] = name, None
    return History(
        {name: Commits(each.created, each.changed or each.created) for name, each in commits.items()}
    )


def _changes(printed: bytes) -> Iterator[Change]:
    tokens = iter(printed.split(b"\0"))
    at: Moment | None = None
    for token in tokens:
        text = token.lstrip(b"\n")
        if text.startswith(STAMP.encode()):
            at = _moment(text[len(STAMP) :])
        elif _STATUS.fullmatch(text):
            paths = [composed(os.fsdecode(next(tokens, b""))) for _ in range(1 + (text[:1] in b"RC"))]
            former = paths[0] if text.startswith(b"R") else None
            if at is not None:
                yield Change(at, text.decode(), paths[-1], former)


def _moment(text: bytes) -> Moment | None:
    """Return the time of a commit with its own offset; anybody may have written any there."""
    try:
        return read_date(text.decode("ascii", "replace"), DateOptions())
    except NotADateError:
        return None
