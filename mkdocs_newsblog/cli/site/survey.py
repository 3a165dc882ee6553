"""All sections of a site, read and planned as a build would, and what is wrong with their posts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath

from mkdocs_newsblog.build import Build, start_build
from mkdocs_newsblog.build.surroundings import Surroundings
from mkdocs_newsblog.cli.site.docs_tree import Found, Tree
from mkdocs_newsblog.cli.site.lists import list_problems
from mkdocs_newsblog.cli.site.project import Project
from mkdocs_newsblog.cli.site.theme_pictures import pictures_in, with_pictures
from mkdocs_newsblog.collect.strays import strays
from mkdocs_newsblog.images.gallery import Disk
from mkdocs_newsblog.model.problem import Problem
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.model.translation import Translation
from mkdocs_newsblog.read.beside import Beside, has_folder, read_beside
from mkdocs_newsblog.read.files.decode import undecodable
from mkdocs_newsblog.read.files.file_names import folded
from mkdocs_newsblog.read.files.foreign_files import HEAD, is_made
from mkdocs_newsblog.read.files.source import Opener, linked_folders, tops_of
from mkdocs_newsblog.render.report import unsaid
from mkdocs_newsblog.render.templating.themes import Theme
from mkdocs_newsblog.schema.settings import Settings
from mkdocs_newsblog.views.route import Made, resettled


@dataclass
class SectionSurvey:
    """One section: its build without pages, and the files that could not be opened."""

    build: Build
    tree: Tree
    """The files of the site, or of the language that the section is in."""
    translation: Translation
    posts: list[Found]
    sources: list[Source] = field(default_factory=list)
    faults: list[Problem] = field(default_factory=list)
    beside: Beside = field(default_factory=Beside)
    plugins: frozenset[str] = frozenset()
    of_theme: Mapping[str, str] = field(default_factory=dict)
    """Pictures of the theme, and where they are."""

    @classmethod
    def of(
        cls,
        project: Project,
        settings: Settings,
        tree: Tree,
        translation: Translation,
        before: Sequence[SectionSurvey],
    ) -> SectionSurvey:
        """Return a section with its posts read, given those ``before`` it."""
        linked = linked_folders(project.config.parent, settings)
        site = project.site._replace(docs_dir=str(tree.docs_dir), linked=linked)
        theme, placed = Theme(site.theme, project.theme_dirs), project.places[settings.dir].placed
        build = start_build(site, settings, theme, placed, before=[other.build for other in before])
        build.gallery.copies = False
        section = build.section
        there = bool(project.languages.locales) and has_folder(
            str(tree.docs_dir), section, translation.sources
        )
        survey = cls(
            build,
            tree,
            translation._replace(has_section=there),
            [file for file in tree.pages if section.has_post(file.name or file.src_uri)],
            plugins=project.plugins,
            of_theme=pictures_in(project.theme_dirs),
        )
        opener = Opener(site.docs_dir, build.folder.history, linked)
        for file in survey.posts:
            found = opener.open(file.src_uri, str(file.path), file.name or None)
            if isinstance(found, Problem):
                survey.faults.append(found)
            else:
                survey.sources.append(found)
        uris = (file.src_uri for file in survey.posts)
        survey.beside = read_beside(
            str(tree.docs_dir), section, uris, settings.authors_file, tops=translation.sources, linked=linked
        )
        survey.faults += survey.beside.faults
        return survey

    def plan(self, urls: Mapping[str, str], owners: Mapping[str, Sequence[str]], tree: Tree) -> None:
        """Decide what pages the section has, beside the files and pages given."""
        site = self.build.site
        drafts = {file.src_uri for file in self.posts if file.draft}
        self.build.scan(self.sources, drafts, self.beside.defaults, self.beside.people, self.beside.tags)
        opener = Opener(site.docs_dir, linked=site.linked)
        files = {file.src_uri: file for file in self.tree.pages}

        def opened(uri: str) -> Source | Problem | None:
            file = files.get(uri)
            return opener.open(uri, str(file.path), file.name or None) if file else None

        paths = {file.src_uri: file.path for file in tree.files}
        disk = Disk(paths, tops=tops_of(site.docs_dir, site.linked))
        urls, disk = with_pictures(urls, disk, self.of_theme)
        self.build.plan(Surroundings(urls, owners, disk, opened, self.translation))
        self.faults += self._strays(opener)
        written = (opened(uri) for uri, view in self.build.views.items() if view.adopted)
        self.faults += undecodable(found for found in written if found is not None)

    def _strays(self, opener: Opener) -> Iterator[Problem]:
        paths = {
            file.src_uri: file
            for file in self.tree.files
            if not file.excluded and not is_made(file.src_uri, self.plugins)
        }
        return strays(
            ((uri, file.name or uri) for uri, file in paths.items()),
            self.build.entries,
            self.build.settings,
            self.build.site.config,
            lambda uri: opener.head(str(paths[uri].path), HEAD),
        )

    def add(self, file: Found, source: Source) -> Tree:
        """Take in a post that is not written yet, and return the files of the site with it."""
        # In the place of a post that is not translated yet, the one of the default language goes.
        gone = {each.src_uri for each in self.tree.files if (each.name or each.src_uri) == file.name}
        self.posts = [*(each for each in self.posts if each.src_uri not in gone), file]
        self.sources = [*(each for each in self.sources if each.src_uri not in gone), source]
        if file.name != file.src_uri:
            names = {**self.translation.names, file.src_uri: file.name}
            self.translation = self.translation._replace(names=names)
        others = (each for each in self.tree.files if each.src_uri not in gone)
        return replace(self.tree, files=(*others, file))

    def added(self, *, directory_urls: bool) -> list[Found]:
        """Return the pages that a build would add."""
        views = self.build.views.values()
        top = self.tree.folder
        return [Found(view.src_uri, "", directory_urls, top=top) for view in views if not view.adopted]


def survey_sections(project: Project, tree: Tree) -> list[SectionSurvey]:
    """Return every section, read and planned; those of each language where a site has several."""
    found: list[SectionSurvey] = []
    for language, own, translation in project.languages.trees(tree):
        site = project.site._replace(language=language) if language else project.site
        found += _survey(replace(project, site=site), own, translation)
    return found


def _survey(project: Project, tree: Tree, translation: Translation) -> list[SectionSurvey]:
    """Return every section of a language."""
    sections: list[SectionSurvey] = []
    for settings in project.sections:
        sections.append(SectionSurvey.of(project, settings, tree, translation, sections))
    _plan(sections, tree)
    return sections


def _plan(sections: Sequence[SectionSurvey], tree: Tree) -> None:
    """Plan all sections of a language.

    Each section sees the pages that the others add, so several are planned twice, as the host does.
    """
    added: dict[int, list[Found]] = {}
    for _ in range(1 if len(sections) == 1 else 2):
        for number, section in enumerate(sections):
            foreign = [file for other, files in added.items() if other != number for file in files]
            others = [other for other in sections if other is not section]
            urls, owners = _with(tree, foreign)
            section.plan(urls, _moved(owners, others, sections[:number]), tree)
            added[number] = section.added(directory_urls=tree.directory_urls)


def say_of(
    project: Project, sections: Sequence[SectionSurvey], own: SectionSurvey, file: Found, source: Source
) -> list[Problem]:
    """Return what the report would say of a post of its ``own`` section that is not written yet.

    What it says already of another file is none of this post's making.
    """
    before = {(found.code, found.place, found.fact) for found in Report.of(project, sections).problems}
    _plan(sections, own.add(file, source))
    said = [found for found in Report.of(project, sections).problems if file.src_uri in found.paths]
    return [found for found in said if (found.code, found.place, found.fact) not in before]


def _moved(
    owners: Mapping[str, list[str]], others: Iterable[SectionSurvey], before: Iterable[SectionSurvey]
) -> Mapping[str, Sequence[str]]:
    """Return owners with the posts of other sections at their addresses, and with the files they make.

    As in a build, the later of two sections that make one file says so.
    """
    found = resettled(owners, {uri: path for other in others for uri, path in other.build.outputs.items()})
    makers = (path for other in before for path in other.build.announcer.programme.makers)
    return {**found, **{folded(path): [*found.get(folded(path), ()), Made.of(path)] for path in makers}}


def _with(tree: Tree, added: Iterable[Found]) -> tuple[Mapping[str, str], Mapping[str, list[str]]]:
    """Return the URLs and owners of a tree with pages that other sections add."""
    more = Tree(tree.docs_dir, tuple(added), tree.directory_urls, tree.folder)
    if not more.files:
        return tree.urls, tree.owners
    owners = {output: [*sources, *more.owners.get(output, ())] for output, sources in tree.owners.items()}
    return {**tree.urls, **more.urls}, {**more.owners, **owners}


@dataclass(frozen=True, slots=True)
class Report:
    """What is wrong with a site: faults of its options first, then by file and line."""

    problems: tuple[Problem, ...]
    posts: frozenset[str]
    others: frozenset[str] = frozenset()
    """``src_uri`` of posts that were asked for, and of all others; pages that introduce listings are none."""

    @classmethod
    def of(
        cls, project: Project, sections: Sequence[SectionSurvey], pages: Sequence[tuple[Found, str]] = ()
    ) -> Report:
        """Return the report of all sections, and of the lists in ``pages``."""
        found: dict[tuple[object, ...], Problem] = {}
        posts: set[str] = set()
        for section in sections:
            read = (file.src_uri for file in section.posts)
            posts.update(uri for uri in read if uri not in section.build.views)
            for said in unsaid(section.build.report(section.faults), found.values()):
                found.setdefault((said.order, said.severity), said)
        for tree in {id(section.tree): section.tree for section in sections}.values():
            own = [(file, text) for file, text in pages if file.src_uri in tree.urls]
            builds = [section.build for section in sections if section.tree is tree]
            for each in list_problems(own, builds):
                found.setdefault((each.order, each.severity), each)
        ordered = sorted(found.values(), key=lambda each: each.order)
        return cls((*project.faults, *ordered), frozenset(posts))

    def only(self, paths: frozenset[str]) -> Report:
        """Return the report of some files and folders, and of options without which no post can be read."""
        kept = (
            each
            for each in self.problems
            if each.code == "option-invalid" or any(not paths.isdisjoint(around(path)) for path in each.paths)
        )
        posts = frozenset(uri for uri in self.posts if not paths.isdisjoint(around(uri)))
        return Report(tuple(kept), posts, self.posts - posts)


def around(src_uri: str) -> list[str]:
    """Return a path and every folder around it, ``.`` for the docs folder itself."""
    return [src_uri, *(parent.as_posix() for parent in PurePosixPath(src_uri).parents)]
