"""`newsblog check`: the report of a build, without the build."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from mkdocs_newsblog.cli.formats import FORMATS, say
from mkdocs_newsblog.cli.options import config_file, project_at
from mkdocs_newsblog.cli.site.docs_tree import Found, Tree
from mkdocs_newsblog.cli.site.lists import pages_with_lists
from mkdocs_newsblog.cli.site.paths import Sources, existing
from mkdocs_newsblog.cli.site.project import Project
from mkdocs_newsblog.cli.site.survey import Report, around, survey_sections
from mkdocs_newsblog.model.names import Severity
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.read.files.select import Section
from mkdocs_newsblog.read.files.source import linked_folders


@click.command("check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@config_file
@click.option(
    "--format", "shape", type=click.Choice(list(FORMATS)), default="text", help="Shape of the report."
)
@click.option("--strict", "-s", is_flag=True, help="Let warnings count as errors.")
@click.option("--quiet", "-q", is_flag=True, help="Leave out notices, and all words when nothing is wrong.")
def check(paths: tuple[Path, ...], config: Path | None, shape: str, *, strict: bool, quiet: bool) -> None:
    """Report what is wrong with posts: all of them, or those at PATHS.

    Prints what a build would print about front matter, pictures and addresses, without building anything.
    PATHS are files or folders, also as the report names them, and the configuration; what is no post is
    passed over. The exit status is 1 if there are errors (with --strict also if there are warnings), 2 if the
    command can't be carried out as given, else 0.
    """
    project = project_at(config)
    paths = tuple(existing(path, project.docs_dir) for path in paths)
    tree = project.tree()
    report = (
        _report_on(project, tree, paths)
        if paths
        else _report(project, tree, list(_with_lists(project, tree)))
    )
    shown = replace(report, problems=_without_notices(report)) if quiet else report
    if shown.problems or not quiet or shape == "json":
        FORMATS[shape](shown, project)
    bad = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    if any(found.severity in bad for found in report.problems):
        raise SystemExit(1)


def _report(project: Project, tree: Tree, lists: Sequence[tuple[Found, str]]) -> Report:
    return Report.of(project, survey_sections(project, tree), lists)


def _report_on(project: Project, tree: Tree, paths: Sequence[Path]) -> Report:
    """Return what is wrong at some paths, as a report on all posts would say it."""
    sources = Sources(tree)
    wanted = sources.find(paths) | _configuration(project, paths)
    for path in sources.unlisted:
        say(f"{path} was not checked: a build takes no file from there.", err=True)
    sections = [Section.of(settings.dir, settings.posts) for settings in project.sections]
    pages = {file.src_uri for file in tree.pages if not wanted.isdisjoint(around(file.src_uri))}
    has_posts = any(
        section.has_post(project.languages.split(uri)[1]) for uri in pages for section in sections
    )
    lists = [(file, text) for file, text in _with_lists(project, tree) if file.src_uri in pages]
    # Defaults of a folder and the authors file are read with the posts, and so is what options ask of them.
    is_data = any(uri.endswith((".yml", ".yaml")) for uri in wanted)
    is_read = has_posts or bool(lists) or is_data
    return (_report(project, tree, lists) if is_read else Report.of(project, ())).only(wanted)


def _configuration(project: Project, paths: Sequence[Path]) -> frozenset[str]:
    """Return which of the paths are the configuration, or a file that it inherits from."""
    asked = {path.resolve() for path in paths}
    return frozenset(name for name in project.names if (project.config.parent / name).resolve() in asked)


def _with_lists(project: Project, tree: Tree) -> Iterator[tuple[Found, str]]:
    linked = {
        each for settings in project.sections for each in linked_folders(project.config.parent, settings)
    }
    return pages_with_lists(tree, linked)


def _without_notices(report: Report) -> tuple[Problem, ...]:
    return tuple(found for found in report.problems if found.severity is not Severity.INFO)
