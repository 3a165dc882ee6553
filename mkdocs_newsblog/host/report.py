"""Problems as log lines that the host counts."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterable, Sequence

from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger

from mkdocs_newsblog.build import Build
from mkdocs_newsblog.host.files.section import SectionFiles
from mkdocs_newsblog.model.names import Severity, Status
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.render.report import preview_line, report_lines, scheduled_line, summary_line, unsaid
from mkdocs_newsblog.schema.problems.code import ONLY_BUILT
from mkdocs_newsblog.schema.problems.codes import CODES

log = get_plugin_logger("mkdocs_newsblog")

LIMITS = {Severity.ERROR: 50, Severity.WARNING: 50, Severity.INFO: 10}
"""Lines printed of each kind: all errors and warnings together, of notices each code."""


def print_report(problems: Sequence[Problem], *, serving: bool) -> None:
    """Log problems in order; in a preview errors are warnings, since a preview goes on."""
    printed: Counter[str] = Counter()
    left: dict[str, list[str]] = {}
    for found in problems:
        if found.severity is Severity.INFO and CODES[found.code].quiet:
            log.debug(str(found))
            continue
        kind = found.code if found.severity is Severity.INFO else found.severity.value
        if printed[kind] >= LIMITS[found.severity]:
            left.setdefault(kind, []).append(found.code)
            continue
        printed[kind] += 1
        log.log(_level(found.severity, serving=serving), "\n".join(report_lines(found)))
    for kind, codes in sorted(left.items()):
        what = f"of {kind}" if kind in CODES else f"{kind}s"
        told = "" if not set(ONLY_BUILT).isdisjoint(codes) else "; `newsblog check` prints them all"
        log.info(f"... and {len(codes)} more {what}{told}")


def problems_of(section: SectionFiles, sections: Sequence[SectionFiles]) -> list[Problem]:
    """Return what the report of one of the sections says that none before it has said."""
    before = (found for each in sections[: sections.index(section)] for found in each.build.problems)
    return unsaid(section.build.report(section.faults), before)


def stop_at_errors(problems: Sequence[Problem], posts: Iterable[str], *, serving: bool) -> None:
    """End a build of these posts that has errors; a preview goes on.

    Raises:
        PluginError: there is one, and this is no preview.
    """
    if not serving and any(found.severity is Severity.ERROR for found in problems):
        raise PluginError(summary_line(problems, posts))


def stop_at_errors_of(sections: Sequence[SectionFiles], *, serving: bool) -> None:
    """End a build if one of its sections has errors, and say how many there are in all of them.

    Raises:
        PluginError: there is one, and this is no preview.
    """
    problems = [found for each in sections for found in problems_of(each, sections)]
    stop_at_errors(problems, (post for each in sections for post in each.posts), serving=serving)


def conclude(problems: Sequence[Problem], posts: Iterable[str], *, serving: bool) -> None:
    """Log what was found last, and end a build that has errors.

    Raises:
        PluginError: there is one, and this is no preview.
    """
    print_report(problems, serving=serving)
    stop_at_errors(problems, posts, serving=serving)


def print_unpublished(build: Build) -> None:
    """Log how many pages a preview shows, else which post falls due next: somebody has to build then."""
    if build.settings.drafts:
        shown = (post.status for post in build.posts.values())
        line = preview_line((*shown, *build.introductions.unpublished.values()))
    else:
        line = scheduled_line(build.in_state(Status.SCHEDULED))
    if line:
        log.info(line)


def _level(severity: Severity, *, serving: bool) -> int:
    if severity is Severity.ERROR:
        return logging.WARNING if serving else logging.ERROR
    return logging.WARNING if severity is Severity.WARNING else logging.INFO
