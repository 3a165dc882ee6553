"""Values that others give to pages: which can be told from all others, and by what."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, datetime, time, timedelta
from enum import Enum

import pytest
from markupsafe import Markup
from material.plugins.tags.structure.tag import Tag
from material.plugins.tags.structure.tag.reference import TagReference
from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.structure.nav import Link

from mkdocs_newsblog.host.reuse.strangers import described, is_told, text_of


class Person:
    """A record."""

    name: str

    def __init__(self, name):
        self.name = name


class Animal:
    def __init__(self, name):
        self.name = name


class Dog:
    def __init__(self, name, owner):
        self.name = name
        self.owner = owner


class Alike(Animal):
    def __init__(self, name):
        super().__init__(name)


class Called(Animal):
    def __str__(self):
        return str(id(self))


class Counting:
    def __init__(self):
        self.name = ""

    @property
    def day(self):
        return datetime.now().astimezone()


class Blank:
    pass


class Text(str):
    __slots__ = ()

    def __str__(self):
        return str(id(self))


class Colour(Enum):
    RED = 1


class Options(Config):
    name = Type(object)


def options(value):
    found = Options()
    found.load_dict({"name": value})
    return found


ENDLESS = []
ENDLESS.append(ENDLESS)
DAY = datetime(2026, 5, 1, 12).astimezone()
TOLD = ["a", Markup("a"), True, 1, 1.5, DAY, DAY.date(), time(1), timedelta(1), None, Person("a")]
OTHERS = [
    object(),
    Blank(),
    Counting(),
    Called("a"),
    Alike("a"),
    Text("a"),
    Colour.RED,
    {1},
    iter("a"),
    print,
]
OTHERS += [Person, ENDLESS]


def within(value):
    """A value, and everything that may hold it."""
    yield from (value, [value], (value,), ["a", [value, "a"]], {"a": value}, {"a": {"b": ("c", value)}})
    yield from (
        Person(value),
        [Person({"a": [value]})],
        Dog("a", value),
        options(value),
        {"a": options([value])},
    )


@pytest.mark.parametrize("value", TOLD, ids=lambda value: type(value).__name__)
def test_what_is_plain_is_told_wherever_it_stands(value):
    assert all(is_told({"x": each}) for each in within(value))
    assert is_told({DAY.date(): 1})


@pytest.mark.parametrize("value", OTHERS, ids=lambda value: type(value).__name__)
def test_what_may_be_anything_is_not(value):
    assert [each for each in within(value) if is_told({"x": each})] == []
    assert not is_told({(1, Colour.RED): 1})
    assert described({"x": value, "y": 1}) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [(Person("a"), Person("b")), (Person("a"), Animal("a")), (Person(Person("a")), Person(Person("b")))],
)
def test_records_are_told_by_their_kind_and_what_they_hold(one, other):
    for first, again, second in zip(within(one), within(deepcopy(one)), within(other), strict=True):
        assert text_of(first) == text_of(again) != text_of(second)
    assert "0x" not in text_of({"a": [one, (one, {"b": one})]})
    assert text_of(date(2026, 5, 1)) == repr(date(2026, 5, 1))


def test_names_are_told_beside_values_and_their_order_is_not():
    assert described({"a": 1, "b": "x"}) == described({"b": "x", "a": 1}) != described({"a": 1, "c": "x"})
    assert described({"a": 1}) != described({"a": "1"}) != described({"a": Markup("1")})


def tag(name="a", title="Tags", url="tags/#a", *, hidden=False):
    return [TagReference(Tag(name, hidden=hidden), [Link(title, url)])]


@pytest.mark.parametrize("other", [tag("b"), tag(title="B"), tag(url="b"), tag(hidden=True), tag() * 2])
def test_tags_of_material_are_told_by_all_that_a_theme_shows(other):
    assert described({"tags": tag()}) == described({"tags": tag()}) != described({"tags": other})
    assert described({"tags": [*tag(), Colour.RED]}) is None
    assert described({"tags": tuple(tag())}) is None
