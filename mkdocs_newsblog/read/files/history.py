"""When files were first and last committed, from what ``git log`` prints."""

from __future__ import annotations

import datetime as dt
import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from mkdocs_newsblog.model.moment import Moment
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.model.source import Commits
from mkdocs_newsblog.read.files.file_names import composed
from mkdocs_newsblog.read.time.dates import NotADateError, read_date
from mkdocs_newsblog.schema.options.reading import DateOptions

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


class _Commit(NamedTuple):
    """What one commit did to files."""

    at: Moment | None
    merges: bool
    leads: bool
    """Whether only first parents lie between it and what is checked out: it left its files there."""
    changes: list[tuple[str, str, str | None]]
    """The status of each file, its path, and its path before a rename."""


Changes = Mapping[str, Sequence[Change]]
"""Of each file, by its path below a folder; the newest first."""


class History(NamedTuple):
    """The changes of files by their paths below the docs folder, or why none are known."""

    changes: Changes = MappingProxyType({})
    linked: Mapping[str, Changes] = MappingProxyType({})
    """The same below each folder elsewhere to which links lead, by its resolved path."""
    is_known: bool = True
    problem: Problem | None = None
    now: dt.datetime = END
    """The clock of the build: what was committed later has a time that is wrong."""

    def of(self, src_uri: str, real: str = "") -> Commits | None:
        """Return the first and the last commit of a file; None where there is no commit of it.

        ``real`` is its path with every link resolved: git knows what is behind a link there. A file of which
        all commits lie ahead waits for the first of them.
        """
        if not self.is_known:
            return Commits()
        every = self._behind(real) or self.changes.get(composed(src_uri))
        if not every:
            return None
        changes = [change for change in every if change.at.at <= self.now] or every
        created = changes[-1].at
        return Commits(created, next((change.at for change in changes if change.edits), created))

    def _behind(self, real: str) -> Sequence[Change] | None:
        for folder, changes in self.linked.items():
            if real.startswith(f"{folder}{os.sep}"):
                below = real[len(folder) + 1 :].replace(os.sep, "/")
                if found := changes.get(composed(below)):
                    return found
        return None


NOT_ASKED = History()


def read_log(printed: bytes) -> History:
    """Return the history from ``git log -z --name-status --parents --format='=%aI %H %P'``, the newest first.

    A file that was renamed keeps its commits. A rename that changes nothing in the file does not count as a
    change, and a file that was away for a while is as old as its first commit.
    """
    commits = list(_commits(printed))
    lives = _Lives(frozenset(_there(commits)))
    for change in _changes(commits):
        lives.take(change)
    return History(lives.changes())


def _there(commits: Iterable[_Commit]) -> Iterator[str]:
    """Yield each path that is checked out, by what the main line did to it last.

    A branch says nothing of that: what was deleted there may have been kept by its merge.
    """
    seen: set[str] = set()
    for commit in commits:
        for status, path, former in commit.changes if commit.leads else ():
            if path not in seen and status != "D":
                yield path
            seen.update((path, former or path))


def _changes(commits: Iterable[_Commit]) -> Iterator[Change]:
    for at, merges, _, changes in commits:
        if at is None:
            continue
        for status, path, former in changes:
            if status == "A" or not merges:  # a merge only tells of files that no commit before it has
                yield Change(at, status, path, former, edits=status != "R100" and not merges)


class _Lives:
    """Which file each path was as one goes back in time, by the path that it has today.

    Branches lie beside each other, and their commits come by their dates: the changes that one made may come
    before the rename by another. They are kept under the former name until it is known whose it was.
    """

    def __init__(self, there: frozenset[str]) -> None:
        self._there = there
        self._filed: list[tuple[str, Change]] = []
        self._names: dict[str, str | None] = {}
        """Of each path the file that was there, by its path today; None where that is another, or gone."""
        self._heirs: dict[str, str] = {}
        """Of a path that is no more, the one to which its file was renamed."""
        self._began: set[str] = set()
        """The paths of which the file that was there later was added or renamed by now."""
        self._arrived: set[str] = set()
        """Those to which it was renamed."""

    def take(self, change: Change) -> None:
        """Take the next change, which is not newer than those before, but for other branches."""
        path = change.path
        name = self._names.get(path, path)
        if change.status == "D":
            self._delete(path, name)
            return
        if name is not None:
            self._filed.append((name, change))
        if change.former is not None:
            self._rename(change.former, name)
            self._arrived.add(path)
        if change.status[0] in "ACR":
            self._began.add(path)

    def _delete(self, path: str, name: str | None) -> None:
        if path in self._arrived or name not in self._there:
            self._names[path] = None  # what stands there now is another file, of which there is no commit
            self._arrived.discard(path)
        self._began.discard(path)

    def _rename(self, former: str, name: str | None) -> None:
        """Let what a path was before be part of a file, unless a file that is there today still has it."""
        if former not in self._began:
            if self._names.get(former, former) in self._there:
                return
            if former not in self._names and name in self._there and name is not None:
                self._heirs[former] = name
        self._names[former] = name
        self._began.discard(former)
        self._arrived.discard(former)

    def changes(self) -> dict[str, list[Change]]:
        """Return the changes of each file that is there today, the newest first."""
        found: dict[str, list[Change]] = {}
        for filed, change in self._filed:
            name = self._heirs.get(filed, filed)
            if name in self._there:
                found.setdefault(name, []).append(change)
        return found


def _commits(printed: bytes) -> Iterator[_Commit]:
    tokens = iter(printed.split(b"\0"))
    commit: _Commit | None = None
    last = following = b""
    for token in tokens:
        text = token.lstrip(b"\n")
        if text.startswith(STAMP.encode()):
            if commit is not None:
                yield commit
            time, _, names = text[len(STAMP) :].partition(b" ")
            own, *parents = names.split() or [b""]
            leads = commit is None or own in (last, following)
            if leads:
                last, following = own, parents[0] if parents else b""
            commit = _Commit(_moment(time), len(parents) > 1, leads, [])
        elif _STATUS.fullmatch(text):
            paths = [_path(next(tokens, b"")) for _ in range(1 + (text[:1] in b"RC"))]
            former = paths[0] if text.startswith(b"R") else None
            if commit is not None:
                commit.changes.append((text.decode(), paths[-1], former))
    if commit is not None:
        yield commit


def _path(name: bytes) -> str:
    """Return a path as file names are read; git may have some that this system has not."""
    return composed(name.decode(sys.getfilesystemencoding(), "surrogateescape"))


def _moment(text: bytes) -> Moment | None:
    """Return the time of a commit with its own offset; anybody may have written any there."""
    try:
        return read_date(text.decode("ascii", "replace"), DateOptions())
    except NotADateError:
        return None
