"""What a list asks for, and which sections of the site answer it with which posts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from mkdocs_newsblog.build.pages import Build
from mkdocs_newsblog.collect.choose import Pool, SectionPosts, choose
from mkdocs_newsblog.model.problem import quoted
from mkdocs_newsblog.model.request import Directive, Fault, Request
from mkdocs_newsblog.read.directives.request import near, read_request
from mkdocs_newsblog.read.files.file_names import composed
from mkdocs_newsblog.render.templating.layouts import layout_fact
from mkdocs_newsblog.render.values.context import PostText
from mkdocs_newsblog.schema.lists import POSTS

EVERY = "*"
"""Stands for all sections."""


@dataclass(slots=True, eq=False, repr=False)
class Answer:
    """What a request is answered with: the posts it chose, or the sections it asks."""

    request: Request
    builds: Sequence[Build]
    pool: Pool
    uris: Sequence[str]

    def owner(self, uri: str) -> Build:
        """Return the section that a post is in."""
        return next(build for build in self.builds if uri in build.posts)

    def post(self, uri: str) -> PostText:
        """Return a post in words."""
        return self.owner(uri).presenter.post(uri)


@dataclass(eq=False, repr=False)
class Answers:
    """Chooses among the posts of several sections; the list of them may still grow."""

    builds: list[Build]
    _pools: dict[tuple[int, ...], Pool] = field(default_factory=dict)
    _faulty: dict[Directive, list[Fault]] = field(default_factory=dict)
    """What is wrong with directives: to say it takes a look at all terms, and a template is on every page."""

    def answer(self, directive: Directive, faults: list[Fault], without: str | None) -> Answer | None:
        """Return what a directive asks for, chosen; None, and why in ``faults``, where anything is wrong."""
        found = self._faulty.get(directive, [])
        answer = None if found else self._answer(directive, found, without)
        if found:
            self._faulty[directive] = found
        faults += found
        return None if faults else answer

    def refuse(self, directive: Directive, faults: list[Fault]) -> None:
        """Remember what is wrong with a directive that was answered, as its terms have told."""
        self._faulty[directive] = list(faults)

    def _answer(self, directive: Directive, faults: list[Fault], without: str | None) -> Answer | None:
        taxonomies = {name: None for build in self.builds for name in build.found.terms}
        request = read_request(directive, taxonomies, faults)
        if request is None:
            return None
        self._check_layout(request, faults)
        builds = self._asked(request, faults)
        pool = self._pool(builds)
        uris = choose(pool, request, faults, without) if builds and request.form == POSTS.name else ()
        # Another plugin may have taken posts out of the site since they were read.
        shown = [uri for uri in uris if any(uri in build.posts for build in builds)]
        return Answer(request, builds, pool, shown)

    def _check_layout(self, request: Request, faults: list[Fault]) -> None:
        known = self.builds[0].fragments.layouts
        if request.layout.text and request.layout.text not in known:
            fact, advice = layout_fact(request.layout.text, known)
            faults.append(Fault("list-value-unknown", request.layout.at, "layout", fact, advice))

    def _asked(self, request: Request, faults: list[Fault]) -> list[Build]:
        """Return the sections that answer: those named, else all; for a list of terms only one."""
        known = {_folder(build.settings.dir): build for build in self.builds}
        named: list[Build] = []
        before = len(faults)
        for given in request.blogs:
            folder = _folder(given.text)
            if folder in known:
                named.append(known[folder])
            elif given.text != EVERY:
                fact = f"there is no section {quoted(given.text)}"
                faults.append(Fault("list-value-unknown", given.at, "blog", fact, near(folder, known)))
        if len(faults) > before:
            return []
        asked = named or self.builds
        if request.form == POSTS.name or len(asked) == 1:
            return asked
        having = [build for build in asked if build.found.terms.get(request.name.text)]
        if len(having) != 1:
            fact = "there are several sections, and this list is one section's"
            remedy = f"Write {' or '.join(f'blog={folder}' for folder in known)}"
            faults.append(Fault("list-value-invalid", request.name.at, "newsblog", fact, remedy))
        return having

    def _pool(self, builds: Sequence[Build]) -> Pool:
        key = tuple(map(id, builds))
        if key not in self._pools:
            sections = [
                SectionPosts(build.settings.dir, build.found, build.labels.tag, build.entries)
                for build in builds
            ]
            self._pools[key] = Pool(sections)
        return self._pools[key]


def _folder(written: str) -> str:
    return composed(written).strip("/") or "."
