"""A report in the shapes that people, programs and build servers read."""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import groupby
from pathlib import Path

import click

from mkdocs_newsblog.cli.site.project import Project
from mkdocs_newsblog.cli.site.survey import Report
from mkdocs_newsblog.model.names import Severity
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.render.report import calm, faulty_files, report_lines, summary_line

COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "green"}
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
CLOSED = frozenset({errno.EPIPE, errno.EINVAL} if os.name == "nt" else {errno.EPIPE})
"""What a system answers who writes for one that has stopped reading."""
JSON_VERSION = 1
"""Raised when a key of the JSON report changes its meaning or goes away."""


class UnprintableError(click.ClickException):
    """What a command says can't be written to where it should go."""

    exit_code = 2


def say(text: str, *, err: bool = False) -> None:
    """Print a line, with escapes for what the terminal's encoding has not.

    Raises:
        UnprintableError: there is no room for it.
    """
    stream = sys.stderr if err else sys.stdout
    encoding = getattr(stream, "encoding", None) or "utf-8"
    try:
        click.echo(text.encode(encoding, "backslashreplace").decode(encoding), err=err)
    except OSError as error:
        if error.errno in CLOSED:  # who reads has heard enough, which click takes for an end
            raise BrokenPipeError(errno.EPIPE, error.strerror) from None
        with suppress(OSError, ValueError):  # what is left in the buffer would fail once more at the very end
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise UnprintableError(f"the report can't be printed ({error.strerror}).") from None


def print_text(report: Report, project: Project) -> None:
    """Print the lines of a build's log, with a blank line after each file, and the summary."""
    del project
    for _, problems in groupby(report.problems, key=lambda found: found.place.path):
        for found in problems:
            level = click.style(f"{found.severity.upper():<8}-  ", fg=COLOURS[found.severity])
            say(level + "\n".join(report_lines(found)))
        say("")
    say(summary_line(report.problems, report.posts, report.others))


def print_json(report: Report, project: Project) -> None:
    """Print one JSON object: ``version``, ``summary`` and ``problems``, in the order of the plain report."""
    counts = dict.fromkeys(COMMANDS, 0)
    for found in report.problems:
        counts[found.severity] += 1
    summary = {
        "errors": counts[Severity.ERROR],
        "warnings": counts[Severity.WARNING],
        "notices": counts[Severity.INFO],
        "files": len(faulty_files(report.problems)),
        "posts": len(report.posts),
    }
    problems = [_as_json(found, project) for found in report.problems]
    say(json.dumps({"version": JSON_VERSION, "summary": summary, "problems": problems}, indent=2))


def _as_json(found: Problem, project: Project) -> Mapping[str, object]:
    return {
        "path": found.place.path,
        "file": _shown_path(found, project, Path.cwd()),
        "line": found.place.line,
        "column": found.place.col,
        "severity": found.severity.value,
        "code": found.code,
        "key": found.key,
        "fact": found.fact,
        "remedy": found.remedy,
        "message": str(found),
        "excerpt": list(found.excerpt),
    }


def print_github(report: Report, project: Project) -> None:
    """Print one workflow command a problem, which GitHub shows at its line, and the summary as an error line.

    Nothing that a post says can end a command or begin another. Paths are relative to the repository.
    """
    top = Path(os.environ.get("GITHUB_WORKSPACE") or Path.cwd())
    for found in report.problems:
        properties = {
            "file": _shown_path(found, project, top),
            "line": str(found.place.line),
            "col": str(found.place.col),
            "title": found.code,
        }
        listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
        lines = [f"{calm(found.key)}: {calm(found.text)}", *list(report_lines(found))[1:]]
        say(f"::{COMMANDS[found.severity]} {listed}::{_data(chr(10).join(lines))}")
    say(summary_line(report.problems, report.posts, report.others), err=True)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(calm(text)).replace(":", "%3A").replace(",", "%2C")


def _shown_path(found: Problem, project: Project, top: Path) -> str:
    """Return the path of a problem's file relative to a folder, where that is possible."""
    path = os.path.abspath(_folder(found.place.path, project) / found.place.path)  # noqa: PTH100 - links stay
    try:
        return Path(os.path.relpath(path, os.path.abspath(top))).as_posix()  # noqa: PTH100
    except ValueError:  # another drive
        return Path(path).as_posix()


def _folder(path: str, project: Project) -> Path:
    """Return the folder that a place is relative to: that of the configuration for it, and for templates."""
    beside = project.config.parent
    if path in project.names:
        return beside
    with suppress(OSError, ValueError):  # a path that no file can have
        if not os.path.lexists(project.docs_dir / path) and os.path.lexists(beside / path):
            return beside
    return project.docs_dir


Format = Callable[[Report, Project], None]

FORMATS: Mapping[str, Format] = {"text": print_text, "json": print_json, "github": print_github}
"""Every format; a new one is one row here."""
