"""Posts on the same subjects: what counts, what comes first, and how much work it is."""

import pytest

from mkdocs_newsblog.collect import related
from mkdocs_newsblog.collect.catalogue import catalogue
from mkdocs_newsblog.collect.related import related_posts
from mkdocs_newsblog.collect.terms import taxonomies
from mkdocs_newsblog.model.post import Author, SeriesPart
from mkdocs_newsblog.schema.settings import Settings
from tests.collect.entries import entry

FILLERS = [entry(f"z{number}", f"2001-01-{number + 1:02}", tags=("Everywhere",)) for number in range(6)]


def chosen(posts, limit=3, fillers=FILLERS, without_parts=False, **options):
    """Names of the posts related to `me`, the nearest first."""
    found = catalogue([*posts, *fillers], taxonomies(Settings(**options)))
    uris = related_posts(found, {"news/me.md": limit}, without_parts=without_parts).get("news/me.md", ())
    return " ".join(uri[5:-3] for uri in uris)


def post(name, tags="", month=1, **more):
    return entry(name, f"2024-{month:02}-01", tags=("Everywhere", *tags.split()), **more)


ME = post("me", "rare often both")

CASES = {
    "a tag on every post adds nothing": ([ME, post("a")], ""),
    "a rarer tag counts more": ([ME, post("a", "often"), post("b", "often"), post("c", "rare")], "c a b"),
    "several count more than one": (
        [ME, post("a", "often"), post("b", "often both"), post("c", "both")],
        "b a c",
    ),
    "equals stand newest first, then by path": (
        [ME, post("c", "rare", 2), post("b", "rare", 2), post("a", "rare", 3)],
        "a b c",
    ),
    "an undated one stands last among equals": (
        [ME, entry("a", None, tags=("Everywhere", "rare")), post("b", "rare")],
        "b a",
    ),
    "no more than wanted": ([ME, *(post(name, "rare") for name in "abcde")], "a b c"),
    "spellings are one term": ([ME, post("a", "RARE")], "a"),
    "categories count, and those above them": (
        [post("me", categories=("Gear/Wind",)), post("a", categories=("Gear/Rain",)), post("b")],
        "a",
    ),
    "people do not": ([post("me", authors=(Author("Ana"),)), post("a", authors=(Author("Ana"),))], ""),
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("turned", [False, True])
def test_the_posts_with_the_rarest_common_terms_come_first(name, turned):
    posts, wanted = CASES[name]
    assert chosen(list(reversed(posts)) if turned else posts) == wanted


def test_a_rare_term_is_looked_at_before_one_on_many_posts():
    many = [entry(f"y{each:03}", "2024-01-02", tags=("a-common",)) for each in range(3 * related.LOOKS)]
    near = entry("me", "2024-01-02", tags=("a-common", "z-rare"))
    assert chosen([near, entry("old", "2001-01-01", tags=("z-rare",)), *many], limit=1) == "old"


def test_what_is_printed_nowhere_relates_nothing():
    assert chosen([ME, post("a", "rare")], tags={"hidden": ["rare"]}) == ""


def test_a_taxonomy_of_the_site_counts():
    posts = [post("me", terms={"product": ("Alpha",)}), post("a", terms={"product": ("Alpha",)})]
    assert chosen(posts, taxonomies={"product": {}}) == "a"


def test_parts_of_a_series_count_unless_they_are_named_elsewhere():
    posts = [post(name, "rare", series=(SeriesPart("Walk"),)) for name in ("me", "a")] + [post("b", "rare")]
    assert chosen(posts) == "a b"
    assert chosen(posts, without_parts=True) == "b"


class Counted(list):
    """A list of ranks that counts what is taken out of it."""

    taken = 0

    def __getitem__(self, wanted):
        found = super().__getitem__(wanted)
        Counted.taken += len(found)
        return found


def looks(number, monkeypatch):
    """How often posts are looked at on a site where a tag is on half of all, and others on a tenth."""
    made = related._lists
    monkeypatch.setattr(
        related,
        "_lists",
        lambda *given: {
            own: [(weight, Counted(ranks), place) for weight, ranks, place in lists]
            for own, lists in made(*given).items()
        },
    )
    posts = [
        entry(f"{place:05}", "2024-01-01", tags=("half" if place % 2 else "other", f"tenth {place % 10}"))
        for place in range(number)
    ]
    found = catalogue(posts, taxonomies(Settings()))
    Counted.taken = 0
    chosen = related_posts(found, {each.src_uri: 3 for each in posts})
    assert all(len(uris) == 3 for uris in chosen.values())
    monkeypatch.undo()
    return Counted.taken


def test_twice_the_posts_are_twice_the_work(monkeypatch):
    small, large = (looks(number, monkeypatch) for number in (1000, 2000))
    assert large == 2 * small
    assert large <= 2000 * related.LOOKS
