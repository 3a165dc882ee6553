"""The years, months and days that a section has posts of, and which of them have a page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from mkdocs_newsblog.collect.catalogue import Catalogue
from mkdocs_newsblog.model.names import ViewKind
from mkdocs_newsblog.model.view import Period
from mkdocs_newsblog.render.values.view_urls import ViewUrls


@dataclass(slots=True, eq=False, repr=False)
class Calendar:
    """The periods of one build, each known by the parts of its address: ``("2024", "05")`` is a month."""

    found: Catalogue
    views: ViewUrls
    periods: Mapping[tuple[str, ...], Period] = field(init=False)
    """Every year, month and day."""
    inner: Mapping[tuple[str, ...], Sequence[Period]] = field(init=False)
    """Periods that have a page, by the nearest period around them that has one, or by none."""

    def __post_init__(self) -> None:
        self.periods = {
            period.parts: period for period in (*self.found.years, *self.found.months, *self.found.days)
        }
        inner: dict[tuple[str, ...], list[Period]] = {}
        for period in self.periods.values():
            if self.href(period):
                around = self.above(period)
                inner.setdefault(around.parts if around else (), []).append(period)
        self.inner = inner

    def href(self, period: Period) -> str | None:
        """Return the address of a period, None where it has no page."""
        kind = ViewKind.DAY if period.day else ViewKind.MONTH if period.month else ViewKind.YEAR
        return self.views.href(kind, None, period.parts)

    def above(self, period: Period) -> Period | None:
        """Return the smallest period around another that has a page."""
        around = (self.periods.get(period.parts[:depth]) for depth in range(len(period.parts) - 1, 0, -1))
        return next((each for each in around if each and self.href(each)), None)
