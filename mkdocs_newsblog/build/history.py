"""Asking git when the files of a docs folder were committed: once, and again when there is a new commit."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from functools import lru_cache
from shutil import which
from typing import TYPE_CHECKING

from mkdocs_newsblog.model.problem import Place, printable
from mkdocs_newsblog.model.site import Site
from mkdocs_newsblog.read.files.history import NOT_ASKED, STAMP, Changes, History, read_log
from mkdocs_newsblog.schema.problems.codes import problem
from mkdocs_newsblog.schema.settings import Settings

if TYPE_CHECKING:
    from subprocess import CompletedProcess

PROGRAM = "git.exe" if os.name == "nt" else "git"
PAGES = "*.m[adk]*"
"""Pages by their endings, in any folder. Few other files have such a one, and git takes one pattern fast."""
ALIKE = "50%"
"""How alike a file is, at the least, to what it was renamed from."""
KEPT = ("GIT_CONFIG", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM", "GIT_EXEC_PATH")
"""Variables of git that say nothing of one repository: a hook has others, for the one that it runs in."""
CALM = {"LC_ALL": "C", "GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0"}
"""Nothing is fetched, and nobody is asked."""
SAFE = ("safe.bareRepository=explicit", "core.fsmonitor=false", "log.showSignature=false")
"""No file of the docs is taken for git's configuration, and no program of it is run."""
FIXED = (
    *("log.showRoot=true", "log.follow=false", "log.date=default", "format.pretty=medium"),
    *("diff.orderFile=/dev/null", "log.diffMerges=first-parent"),
)
"""What somebody's configuration may not change. An older git knows nothing of the last: see ``-m`` below."""
GUARDS = (*SAFE, *FIXED)
TRUST = "git config --global --add safe.directory "
"""What git asks for where somebody else owns the repository."""
NO_COMMIT = "ambiguous argument 'HEAD'"
"""What git says of a branch without commits."""
LOG = (
    *("log", "-z", "--date-order", "--parents", "--relative", "--name-status", "--no-ext-diff", "--no-color"),
    # Merges by what they add to their first parent, or in an older git to each: either dates the same files.
    *("-m", "-l10000", "--encoding=UTF-8", f"--format={STAMP}%aI %H %P"),
)
"""Of each commit its time, its name, its parents among these commits, and the files that it changed; also of
10,000 that were moved."""


class UnknownHistoryError(Exception):
    """Git can't say when files were committed; ``fact`` and ``remedy`` say why."""

    def __init__(self, fact: str, remedy: str) -> None:
        super().__init__(fact)
        self.fact, self.remedy = fact, remedy


def read_history(site: Site, settings: Settings, others: Iterable[History] = ()) -> History:
    """Return when the files of the docs folder were committed, where the options ask for it.

    ``others`` are the histories of other sections in the same build: what one was told holds for all, and
    what is wrong with it is said of one.
    """
    if not settings.dates.git:
        return NOT_ASKED
    for other in others:
        if other is not NOT_ASKED:
            return other._replace(problem=None, linked=_behind_links(site) if other.is_known else {})
    try:
        return _of(site.docs_dir)._replace(linked=_behind_links(site), now=site.now)
    except UnknownHistoryError as error:
        found = problem("git-unavailable", Place(site.config), "dates.git", error.fact, error.remedy)
        return History(is_known=False, problem=found)


def _behind_links(site: Site) -> dict[str, Changes]:
    """Return what is known of files behind links; a folder of which git knows nothing is left out."""
    found = {}
    for folder in site.linked:
        with suppress(UnknownHistoryError):
            found[os.path.realpath(folder)] = _of(folder).changes
    return found


def _of(folder: str) -> History:
    """Return the history of a folder up to what is checked out.

    Raises:
        UnknownHistoryError: git can't tell.
    """
    return _history(os.path.realpath(folder), _head(folder))


def _head(docs_dir: str) -> str:
    """Return the commit that is checked out.

    Raises:
        UnknownHistoryError: there is none, or not the whole history of it.
    """
    shallow, _, head = _git(docs_dir, "rev-parse", "--is-shallow-repository", "HEAD").partition(b"\n")
    if shallow != b"false":
        fact = "the clone is shallow, so git would take its oldest commit for the first one of most posts"
        remedy = "Fetch the whole history: fetch-depth: 0 for actions/checkout, or git fetch --unshallow"
        raise UnknownHistoryError(fact, remedy)
    return head.decode("ascii", "replace").strip()


@lru_cache(maxsize=16)
def _history(docs_dir: str, head: str) -> History:
    """Return the history up to a commit, which never changes.

    Raises:
        UnknownHistoryError: git can't tell.
    """
    try:
        printed = _git(docs_dir, *LOG, f"--find-renames={ALIKE}", head, "--", PAGES)
    except UnknownHistoryError:  # a clone may lack old texts, and identical ones are found without
        printed = _git(docs_dir, *LOG, "--find-renames=100%", head, "--", PAGES)
    return read_log(printed)


def _git(folder: str, *arguments: str) -> bytes:
    """Return what git prints.

    Raises:
        UnknownHistoryError: there is no such program, or it fails.
    """
    try:
        done = _run(_program(), folder, arguments)
    except OSError as error:
        fact = f"the program git can't be run ({error.__class__.__name__})"
        raise UnknownHistoryError(fact, "Install git, or take dates.git out") from None
    if done.returncode:
        raise _refusal(done.stderr.decode("utf-8", "replace"), done.returncode)
    return done.stdout


def _refusal(said: str, status: int) -> UnknownHistoryError:
    """Return why git fails, and what helps, from what it says: warnings may come before that."""
    if NO_COMMIT in said:
        fact = "the branch that is checked out has no commit yet"
        return UnknownHistoryError(fact, "Commit the posts, or take dates.git out")
    lines = said.strip().splitlines()
    reason = next((line for line in lines if line.startswith("fatal: ")), "".join(lines[:1]))
    fact = f"git says: {printable(reason)[:200].rstrip('.')}" if reason else f"git ends with {status}"
    trusted = next((line.strip() for line in lines if line.strip().startswith(TRUST)), "")
    advice = f"Run {printable(trusted)[:300]}" if trusted else "Build in a whole clone of the repository"
    return UnknownHistoryError(fact, f"{advice}, or take dates.git out")


def _program() -> str:
    """Return where git is, by a whole path: none of the docs folder, nor of that the build runs in.

    Windows looks into the current folder first, whatever ``PATH`` says, and so does ``shutil.which``.

    Raises:
        FileNotFoundError: it is nowhere.
    """
    places = (os.path.join(folder, PROGRAM) for folder in os.get_exec_path() if os.path.isabs(folder))  # noqa: PTH118, PTH117
    found = next(filter(None, map(which, places)), None)
    if found is None:
        raise FileNotFoundError(PROGRAM)
    return found


def _run(program: str, folder: str, arguments: tuple[str, ...]) -> CompletedProcess[bytes]:
    from subprocess import DEVNULL, run  # noqa: PLC0415 - few sites ask git

    guards = [part for guard in GUARDS for part in ("-c", guard)]
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name.startswith(KEPT)
    }
    return run(  # noqa: S603 - a list of our own words
        [program, "--no-pager", *guards, *arguments],
        cwd=folder,
        env=kept | CALM,
        stdin=DEVNULL,
        capture_output=True,
        check=False,
    )
