"""How wide themes show our pictures: ``sizes``, by which browsers choose a copy (HTML standard, 4.8.4.2.2).

Each is never less than what is shown, so that no picture is blurred. In media conditions and in ``sizes`` an
``em`` is the browser's own font size, whatever a theme sets.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import NamedTuple

COLUMNS = ("navigation", "toc")
"""What stands beside the text on Material, and what a page may hide."""


class Widths(NamedTuple):
    """The widths of pictures on a theme, above a post and on cards."""

    hero: str = "(min-width: 900px) 860px, 100vw"
    card: str = "(min-width: 700px) 400px, 100vw"
    without: Mapping[Collection[str], str] = MappingProxyType({})
    """Of a hero, by the columns that do not stand beside it."""
    away: Collection[str] = frozenset()
    """The columns that stand on no page."""

    def fitted(self, features: Collection[str], hero: str | None, card: str | None) -> Widths:
        """Return the widths on a site with features of the theme, and with what its own options say."""
        if hero:
            return Widths(hero, card or self.card)
        away = frozenset({"toc"} if "toc.integrate" in features else ())
        return self._replace(card=card or self.card, away=away)

    def above(self, meta: Mapping[str, object]) -> str:
        """Return the widths of a hero on a page whose metadata may hide columns of the theme."""
        hide = meta.get("hide")
        said = hide if isinstance(hide, str | list) else ()
        hidden = frozenset(each for each in COLUMNS if each in said or each in self.away)
        return self.without.get(hidden, self.hero)


def _material(text: float, beside: float) -> str:
    """Return the widths of Material's text, in ``em``: of its layout from 1220 pixels on, which grows twice.

    ``beside`` is what else stands on narrower screens where the table of contents is shown already.
    """
    grown = ", ".join(
        f"(min-width: {screen}em) {text * factor:.5g}em"
        for screen, factor in (("125", 1.2), ("100", 1.1), ("76.25", 1))
    )
    medium = f", (min-width: 60em) calc(100vw - {beside}em)" if beside > ROOM else ""
    return f"{grown}{medium}, calc(100vw - {ROOM}em)"


ROOM = 2
"""The room at both sides of Material's text."""
TOC = 17.1
"""The same, with the table of contents."""
MATERIAL = Widths(
    _material(43, TOC),
    "(min-width: 40em) 25em, calc(100vw - 2em)",
    MappingProxyType(
        {
            frozenset({"toc"}): _material(58.65, ROOM),
            frozenset({"navigation"}): _material(58.65, TOC),
            frozenset(COLUMNS): _material(74.25, ROOM),
        }
    ),
)
MKDOCS = Widths(
    "(min-width: 1400px) 966px, (min-width: 1200px) 831px, (min-width: 992px) 696px,"
    " (min-width: 576px) 516px, calc(100vw - 24px)",
    "(min-width: 992px) 334px, (min-width: 576px) 516px, calc(100vw - 24px)",
)
"""The containers of Bootstrap."""
READTHEDOCS = Widths(
    "(min-width: 1100px) 697px, (min-width: 769px) calc(100vw - 403px), calc(100vw - 51px)",
    "(min-width: 942px) 334px, (min-width: 769px) calc(100vw - 403px), (min-width: 640px) 344px,"
    " calc(100vw - 51px)",
)
