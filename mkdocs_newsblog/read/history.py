"""When files were first and last committed, from what ``git log`` prints."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from mkdocs_newsblog.model.moment import Moment
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.model.source import Commits
from mkdocs_newsblog.read.dates import NotADateError, read_date
from mkdocs_newsblog.read.file_names import composed
from mkdocs_newsblog.schema.reading import DateOptions

STAMP = "="
"""What stands before the time of a commit, and before no status."""
END = dt.datetime.max.replace(tzinfo=dt.UTC)
_STATUS = re.compile(rb"[A-Z][0-9]*")


class Change(NamedTuple):
    """One file in one commit; ``former`` is its path before, where the commit renamed it."""

    at: Moment
    status: str
    path: str
    former: str | None = None
    edits: bool = True
    """Whether that is an update of the file: not where it was only renamed, or came with a merge."""


class History(NamedTuple):
    """The changes of files by their paths below the docs folder, or why none are known."""

    changes: Mapping[str, Sequence[Change]] = MappingProxyType({})
    """The newest first."""
    is_known: bool = True
    problem: Problem | None = None
    now: dt.datetime = END
    """The clock of the build: what was committed later has a time that is wrong."""

    def of(self, src_uri: str) -> Commits | None:
        """Return the first and the last commit of a file; None where there is no commit of it.

        A file of which all commits lie ahead waits for the first of them.
        """
        if not self.is_known:
            return Commits()
        every = self.changes.get(composed(src_uri))
        if not every:
            return None
        changes = [change for change in every if change.at.at <= self.now] or every
        created = changes[-1].at
        return Commits(created, next((change.at for change in changes if change.edits), created))


NOT_ASKED = History()


def read_log(printed: bytes) -> History:
    """Return the history from ``git log -z --name-status --format='=%aI %P'``, the newest commit first.

    A file that was renamed keeps its commits. A rename that changes nothing in the file does not count as a
    change, and a file that was away for a while is as old as its first commit.
    """
    names: dict[str, str | None] = {}
    changes: dict[str, list[Change]] = {}
    for change in _changes(printed):
        name = names.get(change.path, change.path)
        if change.status == "D" and name not in changes:
            names[change.path] = None  # what stands there now is another file, of which there is no commit
        elif name is not None:
            changes.setdefault(name, []).append(change)
        if change.former is not None:
            names[change.former], names[change.path] = name, None
    return History(changes)


def _changes(printed: bytes) -> Iterator[Change]:
    tokens = iter(printed.split(b"\0"))
    at: Moment | None = None
    merges = False
    for token in tokens:
        text = token.lstrip(b"\n")
        if text.startswith(STAMP.encode()):
            time, *parents = text[len(STAMP) :].split(b" ")
            at, merges = _moment(time), len(parents) > 1
        elif _STATUS.fullmatch(text):
            paths = [composed(os.fsdecode(next(tokens, b""))) for _ in range(1 + (text[:1] in b"RC"))]
            former = paths[0] if text.startswith(b"R") else None
            if at is None or (merges and text != b"A"):
                continue  # a merge only tells of files that no commit before it has
            yield Change(at, text.decode(), paths[-1], former, edits=text != b"R100" and not merges)


def _moment(text: bytes) -> Moment | None:
    """Return the time of a commit with its own offset; anybody may have written any there."""
    try:
        return read_date(text.decode("ascii", "replace"), DateOptions())
    except NotADateError:
        return None
