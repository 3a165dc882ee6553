"""`newsblog images fetch`: the one command that downloads pictures; a build never does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import click

from mkdocs_newsblog.cli.formats import say
from mkdocs_newsblog.cli.options import config_file, sound_project_at
from mkdocs_newsblog.cli.site.project import Project
from mkdocs_newsblog.cli.site.survey import SectionSurvey, survey_sections
from mkdocs_newsblog.images.progress import progress_bar
from mkdocs_newsblog.images.store import Store
from mkdocs_newsblog.model.problem import printable
from mkdocs_newsblog.schema.options.pictures import ImageOptions

NEEDS = ("httpx", "PIL")


@click.group("images")
def images() -> None:
    """Look after the pictures of posts."""


@images.command("fetch", short_help="Download the remote pictures of posts into the cache.")
@config_file
@click.option("--dry-run", "-n", is_flag=True, help="Say what would be downloaded, and connect to nothing.")
def fetch(config: Path | None, *, dry_run: bool) -> None:
    """Download the remote pictures of posts into the cache, for `images.remote: cached`.

    Only hosts that `images.allow` lists are asked. A picture that is there already is downloaded again only
    if its server says that it has changed. The exit status is 1 if a picture of a listed host was not
    fetched, 2 if the command can't be carried out as given, else 0.
    """
    if missing := [name for name in NEEDS if find_spec(name) is None]:
        raise click.UsageError(f"{' and '.join(missing)} missing. Run: pip install 'mkdocs-newsblog[images]'")
    project = sound_project_at(config)
    bad = 0
    surveys = _sections(project)
    for settings in project.sections:
        section = [survey for survey in surveys if survey.build.settings.dir == settings.dir]
        bad += _fetch_section(section, project, dry_run=dry_run)
    for settings in project.sections if not dry_run else ():
        _store(project, settings.images).tidy()
    if bad:
        raise SystemExit(1)


def _store(project: Project, options: ImageOptions) -> Store:
    return Store(project.config.parent / options.cache)


def _sections(project: Project) -> list[SectionSurvey]:
    """Return the sections with every remote picture as such, also those that are in the cache."""
    kept = tuple(
        settings.model_copy(update={"images": settings.images.model_copy(update={"remote": "keep"})})
        for settings in project.sections
    )
    return survey_sections(replace(project, sections=kept), project.tree())


def _fetch_section(section: Sequence[SectionSurvey], project: Project, *, dry_run: bool) -> int:
    """Fetch the pictures of a section in all languages, print what became of each; return how many failed."""
    from mkdocs_newsblog.images.fetch import Fetcher, Outcome  # noqa: PLC0415 - needs an extra

    settings = section[0].build.settings
    options = settings.images
    urls = list(dict.fromkeys(url for survey in section for url in _remote(survey)))
    fetcher = Fetcher(_store(project, options), options.allow)
    with progress_bar(len(urls), "Downloads") as advance:
        results = list(fetcher.fetch_all(urls, advance, dry_run=dry_run))
    for result in results:
        reason = f": {result.reason}" if result.reason else ""
        say(f"{result.outcome.value}: {printable(result.url)}{printable(reason)}")
    counts = Counter(result.outcome for result in results)
    there = counts[Outcome.FETCHED] + counts[Outcome.FRESH]
    fate = f"{counts[Outcome.WOULD]} would be" if dry_run else f"{len(results) - there} not"
    pictures = "1 remote picture" if len(results) == 1 else f"{len(results)} remote pictures"
    say(f"{settings.dir}: {pictures}, {fate} fetched")
    if urls and not options.allow:
        say("images.allow lists no host, so nothing is downloaded", err=True)
    return counts[Outcome.REFUSED] + counts[Outcome.FAILED]


def _remote(section: SectionSurvey) -> Iterator[str]:
    gallery = section.build.gallery
    for hero in (*gallery.heroes.values(), *gallery.portraits.values()):
        for image in (hero.image, hero.image and hero.image.dark):
            if image is not None and image.is_remote:
                yield image.url
