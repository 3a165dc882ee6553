"""Lists in any page of the site: all sections of a site answer together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from mkdocs_newsblog.build.answers import Answer, Answers
from mkdocs_newsblog.build.pages import Build
from mkdocs_newsblog.model.links import rebase
from mkdocs_newsblog.model.names import Layout
from mkdocs_newsblog.model.problem import Place
from mkdocs_newsblog.model.request import Directive, Fault
from mkdocs_newsblog.read.directives.comments import DirectiveSpot, fill, find_directives
from mkdocs_newsblog.read.directives.directive import read_directive, too_many
from mkdocs_newsblog.read.directives.directive_places import directive_places, place_at
from mkdocs_newsblog.read.directives.opening import misspelt
from mkdocs_newsblog.render.templating.layouts import Cards
from mkdocs_newsblog.render.text.safe import safe
from mkdocs_newsblog.render.values.context import InsertText, PostText
from mkdocs_newsblog.render.values.insert_links import period_links, term_links
from mkdocs_newsblog.schema.lists import ARCHIVE, LISTS, MOST, POSTS
from mkdocs_newsblog.schema.problems.codes import problem, relevel


class Where(NamedTuple):
    """The page that a list is on: its address below the site's root, and its source."""

    url: str
    src_uri: str


class Filled(NamedTuple):
    """A page with its lists, and whether it shows any of ours."""

    html: str
    shows: bool


@dataclass(eq=False, repr=False)
class Inserts:
    """The sections of a site, in the order of the config; the first of them speaks for all."""

    builds: list[Build] = field(default_factory=list)
    _made: dict[tuple[object, ...], str] = field(default_factory=dict)
    _safe: dict[tuple[str, str], PostText] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.answers = Answers(self.builds)

    @property
    def lead(self) -> Build:
        """The section whose templates, words and levels of problems count."""
        return self.builds[0]

    def fill(self, html: str, where: Where, source: Callable[[], str]) -> Filled:
        """Return the HTML of a page with every list in its place.

        ``source`` is asked for the text of the page's file when something is wrong.
        """
        spots = find_directives(html)
        if not spots:
            return Filled(html, shows=False)
        faults: list[list[Fault]] = [[] for _ in spots]
        pairs = zip(spots[:MOST], faults, strict=False)
        texts = [self._text(spot, found, where) for spot, found in pairs] + [""] * len(spots[MOST:])
        if len(spots) > MOST:
            faults[MOST].append(too_many(len(spots)))
        boxes = [""] * len(spots)
        if any(faults):
            boxes = self._report(spots, faults, where, source())
        texts = [box if found else text for text, box, found in zip(texts, boxes, faults, strict=True)]
        above = "".join(box for spot, box in zip(spots, boxes, strict=True) if not spot.sound)
        return Filled(above + fill(html, spots, texts), shows=bool(above or any(texts)))

    def _text(self, spot: DirectiveSpot, faults: list[Fault], where: Where) -> str:
        if wrong := misspelt(spot.text):
            faults.append(wrong)
            return ""
        if not spot.sound:
            fact = "a list can't stand within a heading, a link or emphasis"
            faults.append(Fault("list-misplaced", 0, "newsblog", fact, "Put it on a line of its own"))
            return ""
        directive = read_directive(spot.text, faults)
        return rebase(self.render(directive, faults, where.src_uri, max(spot.level + 1, 2)), where.url)

    def _report(
        self, spots: Sequence[DirectiveSpot], faults: Sequence[list[Fault]], where: Where, source: str
    ) -> list[str]:
        """Keep what is wrong for the log, and return what a preview shows in the place of each list."""
        found = directive_places(source, [spot.text for spot in spots])
        return [
            self.complain(
                (place_at(where.src_uri, source, at, spot.text, fault.at), fault) for fault in wrong
            )
            for spot, at, wrong in zip(spots, found, faults, strict=True)
        ]

    def complain(self, faults: Iterable[tuple[Place, Fault]]) -> str:
        """Keep what is wrong for the log, and return it as a preview shows it."""
        problems = [
            problem(fault.code, place, fault.key, fault.fact, fault.remedy) for place, fault in faults
        ]
        self.lead.doubts += problems
        shown = relevel(problems, self.lead.settings.problems)
        if not shown or not self.lead.site.serving:
            return ""
        box = self.lead.fragments.render(
            "problems.html", problems=[str(each) for each in shown], message="list_problems"
        )
        return f'<div class="newsblog-insert">\n{box}</div>'

    def safe_post(self, answer: Answer, uri: str, root: str) -> PostText:
        """Return a post for a theme's template; pages of one depth share it."""
        if (uri, root) not in self._safe:
            self._safe[uri, root] = safe(answer.post(uri), root)
        return self._safe[uri, root]

    def render(self, directive: Directive, faults: list[Fault], src_uri: str | None, level: int = 2) -> str:
        """Return a list as HTML with addresses below the site's root; nothing where anything is wrong.

        ``src_uri`` is the page's, since a post is on no list of its own page.
        """
        name = directive.name.text
        of_posts = LISTS.get(name) is POSTS
        if of_posts and any(src_uri in build.posts for build in self.builds):
            return self._render(directive, faults, src_uri, level)
        pairs = tuple((pair.key.text, pair.value.text) for pair in directive.pairs)
        key = (name, pairs, level)
        if key not in self._made:
            made = self._render(directive, faults, None, level)
            if faults:
                return ""
            self._made[key] = made
        return self._made[key]

    def _render(self, directive: Directive, faults: list[Fault], without: str | None, level: int) -> str:
        answer = self.answers.answer(directive, faults, without)
        if answer is None:
            return ""
        request = answer.request
        if request.form == POSTS.name:
            insert, cards = self._posts(answer, min(request.level or level, 6))
        else:
            here = answer.builds[0].presenter
            links = (
                period_links(request, here)
                if request.form == ARCHIVE.name
                else term_links(request, answer.pool, here, faults)
            )
            insert, cards = InsertText(request.name.text, terms=links), None
        if faults:
            self.answers.refuse(directive, faults)
            return ""
        fragments = self.lead.fragments
        return fragments.part("insert.html", fragments.render("insert.html", insert=insert, cards=cards))

    def _posts(self, answer: Answer, level: int) -> tuple[InsertText, Cards[str]]:
        layout = answer.request.layout.text or Layout.CARDS
        cards = Cards(answer.uris, lambda uri: answer.owner(uri).listings.card(uri, layout, level))
        posts = [answer.post(uri) for uri in answer.uris]
        return InsertText("posts", posts, layout=layout, level=level), cards
