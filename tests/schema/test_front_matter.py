"""The table of keys: complete, without contradictions, and careful with suggestions."""

from __future__ import annotations

from collections import Counter
from difflib import get_close_matches
from typing import Any

import pytest

from mkdocs_newsblog.model.post import Entry
from mkdocs_newsblog.schema.front_matter import near
from mkdocs_newsblog.schema.front_matter.fields import (
    DOCS,
    FIELDS,
    FOREIGN,
    INDEX,
    aliases_of,
    normal,
    suggestion,
)
from mkdocs_newsblog.schema.front_matter.foreign_keys import KNOWN
from mkdocs_newsblog.schema.front_matter.near import KnownNames, distance_within

STATES = (
    *("draft", "public", "state", "private", "password", "rendered", "listed", "unlisted"),
    *("perhaps.draft", "perhaps.named", "perhaps.listed"),
)
PARTS_OF = dict.fromkeys(STATES, "status") | {"reading_seconds": "reading_minutes"}


@pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
def test_every_field_is_part_of_an_entry_and_documented(field: object) -> None:
    name = PARTS_OF.get(field.name, field.name).partition(".")[0]  # type: ignore[attr-defined]
    assert name in Entry._fields or f"{name}s" in Entry._fields
    assert field.doc.endswith(".")  # type: ignore[attr-defined]


def test_every_documented_field_has_aliases() -> None:
    assert set(DOCS) == set(FIELDS)
    assert all(field.aliases and all(alias.systems for alias in field.aliases) for field in FIELDS.values())


def test_ranks_are_the_documented_order() -> None:
    for field in FIELDS.values():
        assert [alias.rank for alias in field.aliases] == list(range(len(field.aliases)))
        assert field.key == field.aliases[0].key


def test_no_key_is_listed_twice_for_a_field() -> None:
    for field in FIELDS.values():
        assert max(Counter(alias.key for alias in field.aliases).values()) == 1


def test_a_key_of_two_fields_is_told_apart_by_its_value() -> None:
    for head, aliases in INDEX.items():
        plain = [alias for alias in aliases if not alias.rest and alias.only is None]
        assert len({alias.field for alias in plain}) <= 1, head


@pytest.mark.parametrize("key", ["pubDate", "pubdate", "PUB_DATE", "pub-date", " Pub Date "])
def test_keys_are_compared_without_case_hyphens_and_underscores(key: str) -> None:
    assert [alias.field for alias in aliases_of(key)] == ["published"]


def test_no_key_of_another_system_is_taken_for_a_mistyped_one_of_ours() -> None:
    assert [key for key in KNOWN.split() if suggestion(key) is not None] == []
    assert normal("cSpell:ignore") in FOREIGN


def test_a_key_is_in_the_tables_of_aliases_or_among_those_of_others() -> None:
    assert sorted(FOREIGN.intersection(INDEX)) == []


@pytest.mark.parametrize(
    ("key", "known"),
    [
        ("ditle", "title"),
        ("titel", "title"),
        ("Descripton", "description"),
        ("caategories", "categories"),
        ("kerwords", "keywords"),
        ("autor", "author"),
        ("heroImg", "heroImage"),
        ("dat", "date"),
        ("stauts", "status"),
        ("unlsited", "unlisted"),
        ("privat", "private"),
        ("publish_dat", "publishDate"),
        ("expire", "expires"),
        ("expiry-dates", "expiryDate"),
    ],
)
def test_a_mistyped_key_has_a_suggestion(key: str, known: str) -> None:
    found = suggestion(key)
    assert found is not None
    assert found[0] == known


@pytest.mark.parametrize(
    "key",
    [
        "data",
        "state",
        "states",
        "stats",
        "static",
        "privacy",
        "expired",
        "rate",
        "team",
        "image2",
        "imageasdf",
        "x",
        "",
        "my.title",
        "xtitle:y",
        "a" * 500,
        "tílte世",
    ],
)
def test_another_word_has_none(key: str) -> None:
    assert suggestion(key) is None


@pytest.mark.parametrize(
    ("left", "right", "limit", "edits"),
    [
        ("title", "title", 2, 0),
        ("title", "titel", 2, 1),
        ("title", "tile", 2, 1),
        ("date", "data", 2, 2),
        ("kitten", "sitting", 2, None),
        ("", "abc", 2, None),
        ("abcdef", "abcdxy", 2, 2),
    ],
)
def test_edits_are_counted_up_to_a_limit(left: str, right: str, limit: int, edits: int | None) -> None:
    assert distance_within(left, right, limit) == edits
    assert distance_within(right, left, limit) == edits


FIRST, LAST = ("ana", "bo", "mara", "jörg", "aa"), ("lind", "lindt", "ruiz")
NAMES = [f"{first}-{last}" for first in FIRST for last in LAST]
WRITTEN = ["", "anna-lindd", "mra-liind", "zzz", "ruiz-ana", "aaaa-lnd", "jorg-ruiz", "ana-lin" * 9, *NAMES]


@pytest.mark.parametrize("cutoff", [0.5, 0.7, 0.75])
def test_the_closest_of_known_names_is_that_of_difflib(cutoff: float) -> None:
    known = KnownNames(NAMES)
    expected = [next(iter(get_close_matches(name, NAMES, n=1, cutoff=cutoff)), None) for name in WRITTEN]
    assert [known.closest(name, cutoff) for name in WRITTEN] == expected
    assert len(set(expected)) > 10


def test_names_that_can_not_be_near_are_not_compared_letter_by_letter(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compared: list[str] = []

    def noted(word: str, maybe: list[str], **options: Any) -> list[str]:
        compared.extend(maybe)
        return get_close_matches(word, maybe, **options)

    monkeypatch.setattr(near, "get_close_matches", noted)
    assert KnownNames([*NAMES, *(f"person-{number}" for number in range(999))]).closest("mara-lin", 0.75)
    assert set(compared) <= set(NAMES)
