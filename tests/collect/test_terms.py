"""Grouping posts by tags, categories, authors and series."""

import pytest

from mkdocs_newsblog.collect.terms import BUILT_IN, group_terms, taxonomies
from mkdocs_newsblog.model.names import TaxonomyKind
from mkdocs_newsblog.model.post import Author, SeriesPart
from mkdocs_newsblog.schema.settings import Settings
from tests.collect.entries import entry

KINDS = {kind.name: kind for kind in taxonomies(Settings())}


def test_every_taxonomy_has_its_key_function():
    assert set(BUILT_IN) == set(TaxonomyKind)


def test_terms_are_sorted_by_identity_with_posts_in_the_given_order():
    posts = [
        entry("c", tags=("World", "art")),
        entry("a", tags=("world",)),
        entry("b", tags=("Art", "World")),
    ]
    terms, _ = group_terms(KINDS["tags"], posts)
    assert [(term.label, term.slugs, term.posts) for term in terms] == [
        ("Art", ("art",), ("news/c.md", "news/b.md")),
        ("World", ("world",), ("news/c.md", "news/a.md", "news/b.md")),
    ]


def test_the_most_used_spelling_is_the_label_and_the_others_are_said_once():
    posts = [entry("a", tags=("c i",)), entry("b", tags=("C-I",)), entry("c", tags=("C-I",))]
    (term,), (doubt,) = group_terms(KINDS["tags"], posts)
    assert (term.label, term.slugs, term.count) == ("C-I", ("c-i",), 3)
    assert (doubt.code, doubt.place.path) == ("terms-merged", "news/a.md")


def test_spellings_are_said_in_the_order_of_letters_whatever_the_run():
    names = ["C-I", "C-I", "c i", "c_i", "C i", "C_I", "c-i", "C I"]
    _, (doubt,) = group_terms(KINDS["tags"], [entry(f"p{at}", tags=(name,)) for at, name in enumerate(names)])
    places = [doubt.fact.index(f'"{name}"') for name in ("C I", "C i", "C_I", "c i", "c-i", "c_i", "C-I")]
    assert places == sorted(places)


@pytest.mark.parametrize(("text", "said"), [("sea wind", 1), ("sea rain", 0), ("rain sea", 0)])
def test_a_text_of_several_terms_is_doubted_where_each_is_one_elsewhere(text, said):
    posts = [entry("a", tags=(text,), one_text=frozenset({"tags"})), entry("b", tags=("sea", "wind"))]
    _, doubts = group_terms(KINDS["tags"], posts)
    assert [doubt.code for doubt in doubts] == ["terms-in-one-text"] * said
    assert group_terms(KINDS["tags"], [posts[0]._replace(one_text=frozenset()), posts[1]])[1] == []


def test_a_level_without_a_name_is_none():
    kind = KINDS["categories"]
    assert kind.slugs("Gear/Boots") == ("gear", "boots")
    assert [len(kind.slugs(label)) for label in ("Gear//Boots", "/Gear", "Gear/", "/", "Gear / Boots")] == [
        1, 1, 1, 1, 2,
    ]  # fmt: skip


def test_spaces_beside_the_sign_between_levels_are_no_other_spelling():
    posts = [entry("a", categories=("Gear / Boots",)), entry("b", categories=("Gear/Boots", "Gear"))]
    terms, doubts = group_terms(KINDS["categories"], posts)
    assert [(term.label, term.count) for term in terms] == [("Gear", 2), ("Gear/Boots", 2)]
    assert doubts == []


def test_a_post_with_two_spellings_of_a_tag_counts_once():
    (term,), doubts = group_terms(KINDS["tags"], [entry("a", tags=("x y", "x-y"))])
    assert term.posts == ("news/a.md",)
    assert [doubt.code for doubt in doubts] == ["terms-merged"]


def test_terms_that_differ_in_signs_stay_apart():
    posts = [entry(f"p{number}", tags=(tag,)) for number, tag in enumerate(["C", "C++", "C#", "c"])]
    terms, _ = group_terms(KINDS["tags"], posts)
    assert [len(term.posts) for term in terms] == [2, 1, 1]
    assert len({term.slugs for term in terms}) == 3


@pytest.mark.parametrize(
    ("kind", "keys"),
    [
        (TaxonomyKind.CATEGORIES, {"categories": ("Ä b",)}),
        (TaxonomyKind.AUTHORS, {"authors": (Author("Ä b"),)}),
        (TaxonomyKind.SERIES, {"series": (SeriesPart("Ä b", 2.0),)}),
    ],
)
def test_every_taxonomy_is_grouped_the_same_way(kind, keys):
    (term,), doubts = group_terms(KINDS[kind], [entry("a", **keys), entry("b")])
    assert (term.taxonomy, term.label, term.slugs, term.posts, doubts) == (
        kind,
        "Ä b",
        ("ä-b",),
        ("news/a.md",),
        [],
    )


def test_a_term_of_very_many_levels_is_one_term():
    eight, nine = "/".join("abcdefgh"), "/".join("abcdefghi")
    terms, _ = group_terms(KINDS["categories"], [entry("a", categories=(eight,))])
    assert [len(term.slugs) for term in terms] == list(range(1, 9))
    (term,), _ = group_terms(KINDS["categories"], [entry("a", categories=(nine,))])
    assert term.label == nine
    assert len(term.slugs) == 1
