"""Nested terms, aliases, hidden and allowed terms, and taxonomies of a site's own."""

from difflib import get_close_matches

from mkdocs_newsblog.collect import terms
from mkdocs_newsblog.collect.catalogue import catalogue
from mkdocs_newsblog.collect.terms import group_terms, taxonomies
from mkdocs_newsblog.schema.settings import Settings
from mkdocs_newsblog.views import plan_views
from mkdocs_newsblog.views.terms import sorted_terms
from tests.collect.entries import entry


def kind(name, **options):
    return next(found for found in taxonomies(Settings(**options)) if found.name == name)


def test_a_post_within_a_category_is_in_the_outer_one_too():
    posts = [entry("a", categories=("Gear/Wind",)), entry("b", categories=("Gear",))]
    found, doubts = group_terms(kind("categories"), posts)
    assert [(term.label, term.slugs, term.count, term.depth) for term in found] == [
        ("Gear", ("gear",), 2, 0),
        ("Gear/Wind", ("gear", "wind"), 1, 1),
    ]
    assert doubts == []


def test_tags_nest_only_where_the_site_says_so():
    posts = [entry("a", tags=("CI/CD",))]
    assert len(group_terms(kind("tags"), posts)[0]) == 1
    assert len(group_terms(kind("tags", tags={"nested": True}), posts)[0]) == 2


def test_an_alias_is_listed_under_the_term_it_stands_for_without_a_word():
    posts = [entry("a", tags=("K8s",)), entry("b", tags=("kubernetes",))]
    (term,), doubts = group_terms(kind("tags", tags={"aliases": {"k8s": "Kubernetes"}}), posts)
    assert (term.label, term.count, doubts) == ("Kubernetes", 2, [])


def test_a_hidden_tag_groups_posts_but_has_no_page():
    settings = Settings(tags={"hidden": ["Internal"]})
    found = catalogue([entry("a", tags=("internal", "open"))], taxonomies(settings))
    assert [term.label for term in found.terms["tags"]] == ["internal", "open"]
    assert [term.label for term in sorted_terms(found, "tags")] == ["open"]
    planned = {"/".join(view.address) for view in plan_views(found, settings, ("news",))}
    assert "news/tags/open" in planned
    assert "news/tags/internal" not in planned


def test_a_term_outside_the_allowed_ones_is_named_with_the_nearest():
    posts = [entry("a", categories=("Hardwear",)), entry("b", categories=("hardware",))]
    _, (doubt,) = group_terms(kind("categories", categories={"allowed": ["Hardware"]}), posts)
    assert doubt.code == "term-not-allowed"
    assert doubt.remedy == 'Did you mean "Hardware"?'


def test_what_was_meant_is_looked_for_once_a_term(monkeypatch):
    asked = []

    def near(word, known, **options):
        asked.append(word)
        return get_close_matches(word, known, **options)

    monkeypatch.setattr(terms, "get_close_matches", near)
    posts = [entry(name, categories=("Hardwear",)) for name in "abc"]
    _, doubts = group_terms(kind("categories", categories={"allowed": ["Hardware"]}), posts)
    assert [doubt.remedy for doubt in doubts] == ['Did you mean "Hardware"?'] * 3
    assert asked == ["Hardwear"]


def test_a_site_s_own_taxonomy_has_pages_like_the_others():
    settings = Settings(taxonomies={"product": {"from": "products", "path": "by-product"}})
    found = catalogue([entry("a", terms={"product": ("Alpha",)})], taxonomies(settings))
    planned = {"/".join(view.address) for view in plan_views(found, settings, ("news",))}
    assert {"news/by-product", "news/by-product/alpha"} <= planned


def test_inner_terms_stand_below_their_outer_one_in_any_order():
    posts = [entry(f"p{n}", categories=(name,)) for n, name in enumerate(["B", "A/z", "A/b", "A/b", "A-b"])]
    settings = Settings(categories={"sort": "count"})
    found = catalogue(posts, taxonomies(settings))
    assert [term.label for term in sorted_terms(found, "categories")] == ["A", "A/b", "A/z", "A-b", "B"]


def test_a_text_whose_words_are_terms_elsewhere_is_doubted_once():
    loose = {"one_text": frozenset({"tags"})}
    posts = [
        entry("a", tags=("tide wind",), **loose),
        entry("b", tags=("wind tide",), **loose),
        entry("c", tags=("tide", "wind")),
        entry("d", tags=("tide pool",), **loose),
    ]
    _, doubts = group_terms(kind("tags"), posts)
    assert [(found.code, found.place.path) for found in doubts] == [("terms-in-one-text", "news/a.md")]


def test_a_list_item_with_spaces_is_one_term_whatever_its_words_are():
    posts = [entry("a", tags=("tide wind",)), entry("c", tags=("tide", "wind"))]
    assert group_terms(kind("tags"), posts)[1] == []
