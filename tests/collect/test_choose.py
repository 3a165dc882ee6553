"""Which posts a list chooses, and in which order."""

import unicodedata

import pytest

from mkdocs_newsblog.collect.catalogue import catalogue
from mkdocs_newsblog.collect.choose import REMEMBERED, Pool, SectionPosts, choose
from mkdocs_newsblog.collect.terms import taxonomies
from mkdocs_newsblog.model.post import Author, SeriesPart
from mkdocs_newsblog.read.directives.directive import read_directive
from mkdocs_newsblog.read.directives.request import read_request
from mkdocs_newsblog.schema.settings import Settings
from tests.collect.entries import at, entry

MARA, JONAS = Author("Mara Lind", key="mara"), Author("Jonas Weber")
SETTINGS = Settings.model_validate(
    {
        "tags": {"aliases": {"meteo": "weather"}, "hidden": ["secret"], "allowed": ["planned"]},
        "taxonomies": {"topics": {}},
    }
)
POSTS = [
    entry(
        *("a", "2026-03-01"),
        title="Zebra",
        tags=("Machine Learning", "world"),
        authors=(MARA,),
        updated=at("2024-06-01"),
    ),
    entry("b", "2026-02-01", title="apple", tags=("world",), authors=(JONAS,), lang="de-AT", pinned=True),
    entry("c", "2025-05-01", title="Äpfel", tags=("weather", "secret"), categories=("hardware/sensors",)),
    entry("d", "2025-01-01", title="Mast", updated=at("2026-06-01"), series=(SeriesPart("Storm log"),)),
    entry("e", "2024-01-01", title="Last", terms={"topics": ("Sea",)}, lang="de"),
    entry("f", None, title="Undated", tags=("world",)),
]
OTHERS = [entry("x", "2026-02-15", tags=("world",)), entry("y", "2023-01-01", tags=("log",))]


def pool(*groups, language="en"):
    """Several sections with their posts."""
    kinds = taxonomies(SETTINGS)
    drafts = {"news/draft.md": entry("draft", tags=("soon", "a/b"), categories=("big/small",))}
    return Pool(
        [
            SectionPosts(
                "news", catalogue(posts, kinds), language, drafts | {each.src_uri: each for each in posts}
            )
            for posts in groups
        ]
    )


def chosen(text, *groups, without=None, language="en"):
    """The file names of the chosen posts, and what is wrong."""
    faults = []
    request = read_request(read_directive(text, faults), ["topics"], faults)
    uris = choose(pool(*(groups or (POSTS,)), language=language), request, faults, without)
    return "".join(uri.removeprefix("news/").removesuffix(".md") for uri in uris), faults


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("latest", "abcde"),
        ("latest limit=all", "abcdef"),
        ("latest limit=2 offset=1", "bc"),
        ("latest offset=99", ""),
        ("latest tag=world", "abf"),
        ('latest tag="machine-learning"', "a"),
        ("latest tag=MACHINE_LEARNING,weather", "ac"),
        ("latest tag=meteo tag=world", "abcf"),
        ("latest tag=secret", "c"),
        ('latest tag=world author="Mara Lind"', "a"),
        ("latest author=mara", "a"),
        ('latest author="jonas weber,mara lind"', "ab"),
        ("latest category=hardware", "c"),
        ("latest category=hardware/sensors", "c"),
        ('latest series="storm log"', "d"),
        ("latest topics=sea", "e"),
        ("latest year=2025", "cd"),
        ("latest year=2024,2026", "abe"),
        ("latest year=1999", ""),
        ("latest lang=de", "be"),
        ("latest lang=de-at", "b"),
        ("latest lang=de-at,en", "abcdf"),
        ("latest lang=en limit=all", "acdf"),
        ("latest pinned=true", "b"),
        ("latest pinned=false", "acdef"),
        ("latest exclude=world", "cde"),
        ("latest exclude=secret,topics:sea,news/a.md limit=all", "bdf"),
        ("latest exclude=news/b.md,author:mara", "cdef"),
        ("latest exclude=b.md,draft.md,soon", "acdef"),
        ("latest tag=soon", ""),
        ("latest tag=soon,world category=big", ""),
        ("latest tag=planned,weather", "c"),
        ("latest sort=oldest limit=all", "edcbaf"),
        ("latest sort=updated limit=all", "dabcef"),
        ("latest sort=title limit=all", "cbedfa"),
    ],
)
def test_every_filter_has_to_fit_and_any_of_its_values_does(text, expected):
    assert chosen(text) == (expected, [])


@pytest.mark.parametrize(
    ("text", "at", "advice"),
    [
        ("latest tag=wolrd", 11, 'Did you mean "world"?'),
        ('latest tag="world, secert"', 19, "Known here: "),
        ("latest author=Maria", 14, "Known here: Jonas Weber, Mara Lind"),
        ("latest exclude=zzz", 15, "Known here: "),
        ("latest exclude=category:hardwear", 24, 'Did you mean "hardware"?'),
        ("latest exclude=news/z.md", 15, 'Did you mean "news/'),
        ("latest topics=see", 14, 'Did you mean "Sea"?'),
    ],
)
def test_what_no_post_has_is_said_with_what_may_be_meant_and_no_hidden_term(text, at, advice):
    (fault,) = chosen(text)[1]
    assert (fault.code, fault.at) == ("list-value-unknown", at)
    assert fault.remedy.startswith(advice)
    assert "secret" not in fault.remedy


def test_a_tag_with_a_colon_can_be_left_out():
    posts = [entry("a", "2024-01-02", tags=("dev:tools",)), entry("b", "2024-01-01", tags=("dev",))]
    assert chosen("latest exclude=dev:tools", posts) == ("b", [])


def test_lists_of_which_each_is_another_are_not_all_held_and_choose_right_all_the_same():
    asked = pool(POSTS)
    for number in range(5 * REMEMBERED):
        faults = []
        request = read_request(read_directive(f"latest year=2026,{2100 + number}", faults), [], faults)
        for _ in range(2):
            assert choose(asked, request, faults) == ["news/a.md", "news/b.md"]
        assert not faults
    assert len(asked.orders) * 2 == REMEMBERED * len(POSTS)


def test_sections_answer_together_by_date():
    assert chosen("latest limit=all", POSTS, OTHERS) == ("axbcdeyf", [])
    assert chosen("latest tag=world,log", POSTS, OTHERS) == ("axbyf", [])
    assert chosen("latest tag=log", POSTS, OTHERS) == ("y", [])


def test_a_post_is_on_no_list_of_its_own_page():
    assert chosen("latest tag=world limit=2", without="news/a.md") == ("bf", [])


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("typed", ["NFC", "NFD"])
def test_a_file_is_left_out_whichever_way_its_accents_are_stored(form, typed):
    posts = [entry(unicodedata.normalize(form, "été"), "2024-01-01"), entry("a", "2024-01-02")]
    name = unicodedata.normalize(typed, "été.md")
    assert chosen(f"latest exclude={name}", posts) == ("a", [])


def test_titles_are_in_the_order_of_the_alphabet_of_the_site():
    assert chosen("latest sort=title limit=all")[0] == "cbedfa"
    assert chosen("latest sort=title limit=all", language="sv-FI")[0] == "bedfac"
