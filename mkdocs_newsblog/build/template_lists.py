"""``newsblog`` in the templates of a theme: posts as values, and lists as HTML, made only when asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast, overload

from jinja2 import Undefined, pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from mkdocs_newsblog.build.inserts import Inserts
from mkdocs_newsblog.model.links import ROOT
from mkdocs_newsblog.model.problem import Place
from mkdocs_newsblog.model.request import Directive, Fault, Given, Pair
from mkdocs_newsblog.render.values.context import PostText


class TemplateLists:
    """What a template asks for by name: ``newsblog.posts(tag="world", limit=3)``.

    Keys and values are those of directives; a value may also be a list, a number or a switch, and nothing at
    all leaves its key out. Mistakes are reported at the template.
    """

    def __init__(
        self, inserts: Inserts, root: str, src_uri: str | None, on_shown: Callable[[], object]
    ) -> None:
        """Take the way from the page to the site's root, and whom to tell that the page needs our styles."""
        self._inserts = inserts
        self._root = root
        self._src_uri = src_uri
        self._on_shown = on_shown
        self.used = False
        """Whether the template has asked for anything, so that what it prints depends on posts."""

    @property
    def posts(self) -> ChosenPosts:
        """The posts, to be called with what is wanted, or looped over as they are."""
        return ChosenPosts(self)

    def chosen(self, template: str | None, wanted: Mapping[str, object]) -> Sequence[PostText]:
        """Return posts as values that may be printed as they are."""
        self.used = True
        faults: list[Fault] = []
        directive = Directive(Given("posts"), tuple(_pairs(wanted)))
        answer = self._inserts.answers.answer(directive, faults, self._src_uri)
        self._report(template, faults)
        return [self._inserts.safe_post(answer, uri, self._root) for uri in answer.uris] if answer else []

    @pass_context
    def list(self, context: Context, name: str, **wanted: object) -> Markup:
        """Return a list as HTML, by its name."""
        return self.made(name, context.name, wanted)

    def __getattr__(self, name: str) -> NamedList:
        """Return the list of that name: ``newsblog.tags(limit=5)``; what is none says so when it is made."""
        if name.startswith(("_", "jinja_")):
            raise AttributeError(name)  # what Jinja looks for in any object
        return NamedList(self, name)

    def made(self, name: str, template: str | None, wanted: Mapping[str, object]) -> Markup:
        """Return a list as HTML for a template."""
        self.used = True
        faults: list[Fault] = []
        directive = Directive(Given(name), tuple(_pairs(wanted)))
        made = self._inserts.render(directive, faults, self._src_uri) or self._report(template, faults)
        if made:
            self._on_shown()
        return Markup(made.replace(ROOT, self._root))  # noqa: S704 - from our own environment

    def _report(self, template: str | None, faults: Iterable[Fault]) -> str:
        place = Place(template or "template")
        return self._inserts.complain((place, fault) for fault in faults)


@dataclass(frozen=True, slots=True)
class ChosenPosts:
    """The posts for a template, which calls this, or loops over it as over what a bare call returns."""

    lists: TemplateLists

    @pass_context
    def __call__(self, context: Context, **wanted: object) -> Sequence[PostText]:
        """Return the posts that are wanted."""
        return self.lists.chosen(context.name, wanted)

    def __iter__(self) -> Iterator[PostText]:
        """Return the posts, one after the other."""
        return iter(self.lists.chosen(None, {}))

    def __len__(self) -> int:
        """Return their number."""
        return len(self.lists.chosen(None, {}))

    @overload
    def __getitem__(self, which: int) -> PostText: ...

    @overload
    def __getitem__(self, which: slice) -> Sequence[PostText]: ...

    def __getitem__(self, which: int | slice) -> PostText | Sequence[PostText]:
        """Return one of them, or several."""
        return self.lists.chosen(None, {})[which]


@dataclass(frozen=True, slots=True)
class NamedList:
    """A list of some name, which a template calls, or prints as it is where it wants nothing special.

    It is HTML and holds nothing to loop over: a tuple would be taken for posts or terms.
    """

    lists: TemplateLists
    name: str

    @pass_context
    def __call__(self, context: Context, **wanted: object) -> Markup:
        """Return the list as HTML."""
        return self.lists.made(self.name, context.name, wanted)

    def __str__(self) -> str:
        """Return the list as HTML, for templates that escape nothing."""
        return self.lists.made(self.name, None, {})

    def __html__(self) -> str:
        """Return the same, for templates that escape."""
        return str(self)


def _pairs(wanted: Mapping[str, object]) -> Iterator[Pair]:
    """Yield keys with each of their values as text; texts of a theme's values are escaped already."""
    for key, value in wanted.items():
        is_one = hasattr(value, "_fields") or not isinstance(value, list | tuple | set | frozenset)
        for item in [value] if is_one else cast("Iterable[object]", value):
            if item is not None and not isinstance(item, Undefined):
                text = item.unescape() if isinstance(item, Markup) else str(item)
                yield Pair(Given(key), Given(text))
