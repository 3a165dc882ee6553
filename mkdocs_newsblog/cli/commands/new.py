"""`newsblog new`: a post where the config wants it, that passes the check."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import click
import yaml

from mkdocs_newsblog.cli.formats import say
from mkdocs_newsblog.cli.options import config_file, sound_project_at
from mkdocs_newsblog.cli.site.docs_tree import Found, Tree
from mkdocs_newsblog.cli.site.project import Project
from mkdocs_newsblog.cli.site.survey import SectionSurvey, say_of, survey_sections
from mkdocs_newsblog.collect.slugs import spaced, term_key
from mkdocs_newsblog.model.names import Severity, TaxonomyKind
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read import read_date
from mkdocs_newsblog.read.files.file_names import folded
from mkdocs_newsblog.read.files.select import Section
from mkdocs_newsblog.read.files.stored import as_stored
from mkdocs_newsblog.read.time.dates import NotADateError, site_zone
from mkdocs_newsblog.schema.settings import Settings

LONGEST = 60
"""Characters of a title that a file name keeps."""

TO_DO = "summary-missing"
"""The problem of a post that is not finished: its author still has to write it."""


@click.command("new")
@click.argument("title")
@config_file
@click.option("--dir", "folder", help="Folder below docs_dir; default: that of the first section.")
@click.option("--slug", help="Name of the file behind the date; default: from the title.")
@click.option("--date", "written", help="Date of publication; default: today.")
@click.option("--tag", "tags", multiple=True, help="A tag; give it again for more.")
@click.option("--draft", is_flag=True, help="Do not publish it yet.")
def new(
    title: str,
    config: Path | None,
    folder: str | None,
    slug: str | None,
    written: str | None,
    tags: tuple[str, ...],
    *,
    draft: bool,
) -> None:
    """Write a post with this TITLE, and print where it is.

    The file is named after the day and the title. It never replaces another: then the exit status is 1. A
    post that would not pass the check is not written, unless it only lacks a summary.
    """
    for name, texts in {"TITLE": [title], "--tag": tags, "--slug": [slug or ""]}.items():
        _refuse_broken(name, texts)
    project = sound_project_at(config)
    folder = folder and as_stored(str(project.docs_dir), _plain(folder))
    language, folder = _language(project, folder)
    settings = _settings(project, folder)
    title = " ".join(title.split())
    if not title:
        raise click.UsageError("TITLE is empty. Give a few words.")
    moment = _moment(written, project, settings)
    name = f"{moment:%Y-%m-%d}-{_slug(slug, '--slug') if slug else _slug(title, 'TITLE')}.md"
    place = _place(settings, folder, name)
    uri = f"{language}/{place}" if language else place
    if project.excluded.match_file(uri):
        raise click.UsageError(f"{uri} would be no post: exclude_docs leaves it out. Give another --dir.")
    tree, top = _tree(project, language)
    file = Found(uri, "", tree.directory_urls, name=place, top=top)
    _refuse_taken(tree, file)
    surveys = [each for each in survey_sections(project, project.tree()) if each.tree.folder == top]
    survey = next(each for each in surveys if each.build.settings is settings)
    keys: dict[str, object] = {"title": title, "date": moment}
    keys |= {"tags": _known_spelling(survey, tags)} if tags else {}
    keys |= {"draft": True} if draft else {}
    text = f"---\n{yaml.safe_dump(keys, allow_unicode=True, sort_keys=False, width=10**6)}---\n\n"
    source = Source(uri, text.encode("utf-8", "surrogatepass"), place)
    to_do = _refuse_faulty(say_of(project, surveys, survey, file, source))
    path = project.docs_dir / uri
    _write(path, text)
    say(str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path))
    for words in to_do:
        say(words, err=True)


def _refuse_broken(name: str, texts: Sequence[str]) -> None:
    """Stop where an argument is no text, as one that was typed or kept in another encoding is none."""
    for text in texts:
        try:
            text.encode()
        except UnicodeEncodeError as error:
            shown = text.encode("utf-8", "backslashreplace").decode()
            fact = f"{name} {shown} is not valid UTF-8: its character {error.start + 1} is broken."
            raise click.UsageError(f"{fact} Type it again, where the terminal is set to UTF-8.") from None


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        file = path.open("x", encoding="utf-8", newline="\n")
        try:
            with file:
                file.write(text)
        except OSError:
            path.unlink(missing_ok=True)  # half a post, or an empty one, would stop the next build
            raise
    except FileExistsError:
        raise _taken(path.name) from None
    except OSError as error:
        raise click.UsageError(f"{path} can't be written ({error.strerror}).") from None


def _taken(owner: str) -> click.ClickException:
    return click.ClickException(
        f"{owner} is there already and was left alone. Give another title, or --slug."
    )


def _refuse_taken(tree: Tree, post: Found) -> None:
    """Stop where a file has the place or the address of the post; what it is a translation of may stay."""
    language = post.src_uri.removesuffix(post.name)
    for owner in tree.owners.get(folded(post.dest_uri), ()):
        if owner.startswith(language):
            raise _taken(owner)


def _language(project: Project, folder: str | None) -> tuple[str, str | None]:
    """Return the folder below ``docs_dir`` that holds a language, and the rest of the folder asked for.

    Where languages have folders, a folder that names none of them is one of the default language.
    """
    languages = project.languages
    if not languages.by_folder or not languages.locales:
        return "", folder
    first, _, rest = ("" if folder is None else _plain(folder)).partition("/")
    return (first, rest) if first in languages.locales else (languages.locales[0], folder)


def _tree(project: Project, language: str) -> tuple[Tree, str]:
    """Return the files of a language, and the folder of the site that its pages lie in."""
    trees = {name: (tree, found.folder) for name, tree, found in project.languages.trees(project.tree())}
    return trees.get(language) or next(iter(trees.values()))


def _settings(project: Project, folder: str | None) -> Settings:
    """Return the section to write to: the innermost that holds the folder, or the first."""
    if not project.sections:
        raise click.UsageError(f"every newsblog in {project.config} is switched off.")
    if folder is None:
        return project.sections[0]
    holding = [each for each in project.sections if _section(each).holds(f"{_plain(folder)}/x".lstrip("/"))]
    if not holding:
        known = ", ".join(each.dir for each in project.sections)
        raise click.UsageError(f"--dir {folder or '.'} is in no section. The sections are in: {known}.")
    return max(holding, key=lambda each: len(_section(each).parts))


def _section(settings: Settings) -> Section:
    return Section.of(settings.dir, settings.posts)


def _plain(folder: str) -> str:
    """Return a folder with ``/`` between its parts and nothing that leads out of the docs folder."""
    parts = [part for part in folder.replace("\\", "/").split("/") if part not in ("", ".")]
    if ".." in parts or any(part.startswith(".") for part in parts) or re.match(r"[\\/]|[a-zA-Z]:", folder):
        raise click.UsageError(f"--dir {folder} should be a folder below docs_dir, such as news/2024.")
    return "/".join(parts)


def _moment(written: str | None, project: Project, settings: Settings) -> dt.date:
    """Return the day to write, in the site's zone, or the instant where a time was given."""
    if written is None:
        return project.site.now.astimezone(site_zone(settings.dates.timezone)).date()
    try:
        moment = read_date(written, settings.dates)
    except NotADateError as error:
        raise click.UsageError(f"--date {written}: {error.fact}. {error.remedy}.") from None
    return moment.day if moment.day_only else moment.at


def _slug(text: str, option: str) -> str:
    """Return a text as a part of a file name: words of letters and digits of any script, with hyphens."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = re.sub(r"['\u2018\u2019]", "", plain)
    words = spaced(plain).split()
    if not words:
        raise click.UsageError(f"{option} has no letter or digit for the file's name. Give --slug.")
    slug = words[0][:LONGEST]
    for word in words[1:]:
        if len(slug) + len(word) >= LONGEST:
            break
        slug = f"{slug}-{word}"
    return unicodedata.normalize("NFC", slug)


def _place(settings: Settings, folder: str | None, name: str) -> str:
    """Return the first place where the file would be a post of the section."""
    section = _section(settings)
    base = "/".join(section.parts)
    if folder is not None:
        starts = [_plain(folder)]
    else:
        starts = [f"{base}/{'/'.join(_literal(glob))}".strip("/") for glob in (("**",), *section.globs)]
    for start in starts:
        uri = f"{start}/{name}".lstrip("/")
        if section.has_post(uri):
            return uri
    globs = ", ".join(settings.posts)
    raise click.UsageError(f"{starts[0]}/{name} would be no post: posts is {globs}. Give a --dir that fits.")


def _literal(glob: Sequence[str]) -> list[str]:
    """Return the folders of a glob before its first wildcard."""
    folders: list[str] = []
    for part in glob[:-1]:
        if any(sign in part for sign in "*?["):
            break
        folders.append(part)
    return folders


def _known_spelling(survey: SectionSurvey, tags: Sequence[str]) -> list[str]:
    """Return tags as the other posts of the language spell them, each once."""
    known = {term.key: term.label for term in survey.build.found.terms[TaxonomyKind.TAGS]}
    return list(dict.fromkeys(known.get(term_key(tag), tag) for tag in tags))


def _refuse_faulty(said: Sequence[Problem]) -> list[str]:
    """Stop where the post would not pass the check, in the words of the check; return what is still to do."""
    found = [each for each in said if each.severity is not Severity.INFO]
    if faults := [each for each in found if each.code != TO_DO]:
        is_taken = any(each.code == "address-taken" for each in faults)
        stop = click.ClickException if is_taken else click.UsageError
        raise stop("\n".join(("the post would not pass the check:", *map(str, faults))))
    return [str(each) for each in found]
