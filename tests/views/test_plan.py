"""Which listing pages there are, and whose addresses they take."""

import datetime as dt

import pytest

from mkdocs_newsblog.collect.catalogue import catalogue
from mkdocs_newsblog.collect.terms import taxonomies
from mkdocs_newsblog.model.moment import Moment
from mkdocs_newsblog.model.names import TaxonomyKind, ViewKind
from mkdocs_newsblog.model.post import Author, Entry, SeriesPart
from mkdocs_newsblog.read.files.file_names import folded
from mkdocs_newsblog.schema.settings import Settings
from mkdocs_newsblog.views import plan_views
from mkdocs_newsblog.views.lineage import lineage
from mkdocs_newsblog.views.route import adopt, buried, claim, own_sources, resettled, shared_outputs
from mkdocs_newsblog.views.terms import sorted_terms


def entry(name, day, **more):
    moment = Moment(dt.datetime(2024, 1, day, tzinfo=dt.UTC), day_only=True)
    return Entry(f"news/{name}.md", name, published=moment, **more)


POSTS = [
    entry("a", 3, tags=("x", "y")),
    entry("b", 2, tags=("x",), authors=(Author("Me"),), categories=("K",)),
    entry("c", 1, tags=("z",), series=(SeriesPart("S"),), pinned=True),
]


def planned(section=("news",), posts=POSTS, **options):
    return list(plan_views(catalogue(posts, taxonomies(Settings(**options))), Settings(**options), section))


def addresses(views):
    return ["/".join(view.address) for view in views]


def test_every_view_has_its_address_below_the_section():
    assert addresses(planned()) == [
        "news",
        "news/archive",
        "news/2024",
        "news/2024/01",
        "news/tags",
        "news/tags/x",
        "news/tags/y",
        "news/tags/z",
        "news/categories",
        "news/categories/k",
        "news/authors",
        "news/authors/me",
        "news/series",
        "news/series/s",
    ]
    assert addresses(planned(section=()))[:4] == ["", "archive", "2024", "2024/01"]


def test_each_view_knows_its_posts():
    by_address = {"/".join(view.address): view for view in planned()}
    assert by_address["news"].posts == ("news/c.md", "news/a.md", "news/b.md")
    assert by_address["news/archive"].posts == ("news/a.md", "news/b.md", "news/c.md")
    assert by_address["news/tags/x"].posts == ("news/a.md", "news/b.md")
    assert by_address["news/tags"].posts == ()
    assert by_address["news/2024/01"].period.count == 3


def test_further_pages_lie_below_the_first_and_know_how_many_there_are():
    views = planned(index={"per_page": 2}, tags={"per_page": 1}, archive=False)
    index = [view for view in views if view.kind is ViewKind.INDEX]
    assert [(view.address, view.number, view.last, view.first) for view in index] == [
        (("news",), 1, 2, ("news",)),
        (("news", "page", "2"), 2, 2, ("news",)),
    ]
    assert "news/tags/x/page/2" in addresses(views)
    assert len({view.name for view in views}) == len(views)


@pytest.mark.parametrize(("nested", "above"), [(False, "news/tags"), (True, "news/tags/tcp")])
def test_a_term_is_below_another_only_where_terms_nest(nested, above):
    views = planned(posts=[entry("a", 1, tags=("tcp", "tcp/ip"))], tags={"nested": nested})
    placed = [view._replace(src_uri="/".join(view.address)) for view in views]
    (below,) = [view for view in placed if view.term and view.term.label == "tcp/ip"]
    assert lineage(placed)[below.src_uri] == above


@pytest.mark.parametrize(
    ("options", "gone"),
    [
        ({"tags": False}, "news/tags"),
        ({"archive": False}, "news/archive"),
        ({"archive": {"years": False}}, "news/2024"),
        ({"archive": {"months": False}}, "news/2024/01"),
        ({"series": False}, "news/series"),
    ],
)
def test_a_view_that_is_switched_off_is_not_planned(options, gone):
    before, after = addresses(planned()), addresses(planned(**options))
    assert gone in before
    assert gone not in after
    assert set(after) <= set(before)


def test_a_taxonomy_without_terms_has_no_index():
    assert addresses(planned(posts=[entry("a", 1)])) == ["news", "news/archive", "news/2024", "news/2024/01"]
    assert addresses(planned(posts=[])) == ["news", "news/archive"]


def test_addresses_can_be_renamed_and_cannot_climb():
    views = planned(tags={"path": "by/topic"}, archive={"path": "./all"})
    assert "news/by/topic/x" in addresses(views)
    assert "news/all" in addresses(views)


@pytest.mark.parametrize(("sort", "labels"), [("name", "xyz"), ("count", "xyz"), ("date", "xyz")])
def test_terms_are_sorted_as_asked(sort, labels):
    posts = [entry("a", 1, tags=("y", "x")), entry("b", 2, tags=("x",)), entry("c", 3, tags=("z",))]
    expected = {"name": ["x", "y", "z"], "count": ["x", "y", "z"], "date": ["z", "x", "y"]}[sort]
    settings = Settings(tags={"sort": sort})
    found = sorted_terms(catalogue(posts, taxonomies(settings)), TaxonomyKind.TAGS)
    assert [term.label for term in found] == expected


# Addresses that others have ------


def test_a_page_at_the_address_of_a_view_is_adopted_whatever_it_is_called():
    pages = ["news/README.md", "news/Tags/X.md", "news/archive/index.md"]
    views = {
        "/".join(view.address): view for view in adopt(planned(), {folded(page): page for page in pages})
    }
    assert {view.src_uri for view in views.values() if view.adopted} == set(pages)
    assert views["news/tags/x"].src_uri == "news/Tags/X.md"
    assert views["news/2024"].src_uri == "news/2024/index.md"
    assert not views["news/2024"].adopted


def test_an_index_comes_before_a_readme_and_a_page_of_the_name():
    assert list(own_sources(("news", "tags"))) == [
        "news/tags/index.md",
        "news/tags/README.md",
        "news/tags.md",
        "news/tags/_index.md",
    ]
    assert list(own_sources(())) == ["index.md", "README.md", "_index.md"]


def test_a_view_may_not_take_the_output_of_another_file():
    views = adopt(planned(), {})
    (clash,) = claim(views, {"news/tags/x/index.html": "news/tags/x.html"})
    assert (clash.code, clash.place.path) == ("address-taken", "news/tags/x.html")
    assert "tags x" in clash.fact
    assert claim(views, {"news/a/index.html": "news/a.md"}) == []


def test_two_views_may_not_share_an_address():
    views = adopt(planned(tags={"path": "archive"}), {})
    assert [clash.code for clash in claim(views, {})] == ["address-taken"]


def test_an_adopted_page_is_no_clash():
    page = "news/tags/x.md"
    views = adopt(planned(), {folded(page): page})
    assert claim(views, {"news/tags/x/index.html": page}) == []


def test_a_post_may_not_share_its_output():
    owners = {"news/a/index.html": ["news/a.md", "news/a/index.md"], "b/index.html": ["b.md", "b/index.md"]}
    (clash,) = shared_outputs({"news/a.md": POSTS[0]}, owners)
    assert (clash.code, clash.place.path) == ("address-taken", "news/a/index.md")
    assert "news/a.md" in clash.fact


def test_case_and_composition_do_not_tell_paths_apart():
    assert folded("News/E\u0301.md") == folded("news/é.md")


# Posts that live elsewhere than their files ------


def test_a_post_that_moves_gives_up_one_output_and_takes_another():
    owners = {"news/a/index.html": ["news/a.md"], "b/index.html": ["b.md"]}
    assert resettled(owners, {}) == owners
    assert resettled(owners, {"news/a.md": "B/index.html"}) == {"b/index.html": ["b.md", "news/a.md"]}


@pytest.mark.parametrize(
    ("output", "word"),
    [
        ("robots.txt/index.html", "robots.txt"),
        ("guide", "guide/a.md"),
        ("404.html", "the theme"),
        ("sitemap.xml/index.html", "the sitemap"),
        ("news/Feed.xml/index.html", "news/feed.xml"),
        ("news/x/index.html", None),
    ],
)
def test_a_page_can_not_be_a_folder_of_others_nor_lie_below_a_file(output, word):
    owners = {"robots.txt": ["robots.txt"], "guide/a.html": ["guide/a.md"]}
    outputs = {"news/a.md": output}
    found = list(buried(outputs, resettled(owners, outputs), ["news/feed.xml"]))
    assert [clash.code for clash in found] == ["address-taken"] * (word is not None)
    assert all(word in clash.fact for clash in found)
