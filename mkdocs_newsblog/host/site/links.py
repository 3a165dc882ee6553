"""Links to posts that a build leaves out: the host notices them, and we say where they stand."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from mkdocs.structure import pages as host_pages

from mkdocs_newsblog.build import Build
from mkdocs_newsblog.model.names import Status
from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.read.files.select import left_out_fact
from mkdocs_newsblog.read.markdown.links import link_places
from mkdocs_newsblog.schema.problems.codes import problem

_REMARK = re.compile(
    r"Doc file '(?P<page>.*)' contains a link to '(?P<target>.*)' which is excluded from the built site\.",
    re.DOTALL,
)


class LostLinks(logging.Filter):
    """Takes over what the host remarks on links to posts of one section that a build leaves out.

    The host has resolved these links already, on every page of the site; but its remark has no line, and
    a strict build goes on. Were its words to change, its remark would stand as it is.
    """

    def __init__(self, build: Build) -> None:
        super().__init__()
        self.build = build
        self.found: Counter[tuple[str, str]] = Counter()
        for other in list(host_pages.log.filters):  # of a build that broke off
            if isinstance(other, LostLinks) and other.build.settings.dir == build.settings.dir:
                other.release()
        host_pages.log.addFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the remark back, and remember the link."""
        remark = _REMARK.fullmatch(record.getMessage())
        if remark is None or remark["target"] not in self.build.entries:
            return True
        self.found[remark["page"], remark["target"]] += 1
        return False

    def release(self) -> None:
        """Let the host speak for itself again."""
        host_pages.log.removeFilter(self)

    def problems(self, docs_dir: str) -> Iterator[Problem]:
        """Yield one problem for each link."""
        pages = {page for page, _ in self.found}
        links = {page: link_places(_text(Path(docs_dir, page)), page) for page in pages}
        for (page, target), times in self.found.items():
            places = links[page].get(target, ())[:times]
            why, remedy = self._why(target)
            fact = f"the link to {quoted(target)} ends nowhere: {why}"
            for place in places or [Place(page)]:
                yield problem("link-to-unpublished", place, "link", fact, remedy)

    def _why(self, target: str) -> tuple[str, str | None]:
        """Return why a build leaves a post out, and what to do about it where time does not help."""
        name = self.build.entries[target].path
        odd = self.build.section.left_out(name)
        if odd is None:
            return self._state(target), None
        return left_out_fact(name, odd), "Take the link out, or rename what it leads to"

    def _state(self, target: str) -> str:
        status, entry = self.build.status(target), self.build.entries[target]
        moment = {Status.SCHEDULED: entry.falls_due, Status.EXPIRED: entry.expires}.get(status)
        when = f" since {moment.day}" if moment and status is Status.EXPIRED else ""
        when = f" for {moment.day}" if moment and status is Status.SCHEDULED else when
        return f"the post is {'a draft' if status in (Status.DRAFT, Status.SKIP) else status.value}{when}"


def release_all() -> None:
    """Let the host speak for itself again, whichever sections a build had."""
    for taken in list(host_pages.log.filters):
        if isinstance(taken, LostLinks):
            taken.release()


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return ""
