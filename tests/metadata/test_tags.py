"""Head tags from facts, and what is left of them where others have spoken."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from mkdocs_newsblog.metadata import head_tags
from mkdocs_newsblog.metadata.facts import Creator, Illustration, PageFacts, Profile, Publisher, Step
from mkdocs_newsblog.metadata.json_ld import json_ld_tag
from mkdocs_newsblog.metadata.open_graph import og_locale
from mkdocs_newsblog.metadata.printed import missing, printed_keys
from mkdocs_newsblog.metadata.tags import feed_link, print_tags
from mkdocs_newsblog.schema.options.announcing import MetadataOptions

URL = "https://example.org/news/a/"
PICTURE = Illustration("https://example.org/a.jpg", "A pier", None, 1200, 675, "image/jpeg")
MARA = Creator("Mara", "https://example.org/news/authors/mara/", "https://social.example/@mara")
FACTS = PageFacts(
    kind="article",
    title='A "title" & more',
    site_name="Example",
    language="en",
    publisher=Publisher("Example", "https://example.org/"),
    url=URL,
    description="What it is about",
    image=PICTURE,
    published="2024-09-25T00:00:00Z",
    modified="2024-10-01T00:00:00Z",
    creators=(MARA, Creator("The Board", organization=True)),
    sections=("Releases",),
    tags=("world", "sea"),
    series=(Step("Storms", "https://example.org/news/series/storms/"),),
    words=120,
    blog=Step("News", "https://example.org/news/"),
    trail=(
        Step("Example", "https://example.org/"),
        Step("News", "https://example.org/news/"),
        Step("A", URL),
    ),
)


def said(facts=FACTS, **options):
    """The content of each meta tag by its name, as lists."""
    found = {}
    for tag in head_tags(facts, MetadataOptions(**options)):
        if tag.key[0] == "meta":
            content = LexborHTMLParser(tag.html).css_first("meta").attributes["content"]
            found.setdefault(tag.key[1], []).append(content)
    return found


def graph(facts=FACTS):
    """The nodes of the structured data by their type."""
    text = LexborHTMLParser(json_ld_tag(facts).html).css_first("script").text()
    return {node["@type"]: node for node in json.loads(text)["@graph"]}


def changed(**changes):
    return FACTS._replace(**changes)


def test_every_tag_of_an_article():
    assert said() == {
        "description": ["What it is about"],
        "author": ["Mara, The Board"],
        "robots": ["max-image-preview:large"],
        "fediverse:creator": ["@mara@social.example"],
        "og:type": ["article"],
        "og:title": ['A "title" & more'],
        "og:url": [URL],
        "og:site_name": ["Example"],
        "og:locale": ["en_US"],
        "og:description": ["What it is about"],
        "og:image": [PICTURE.url],
        "og:image:type": ["image/jpeg"],
        "og:image:width": ["1200"],
        "og:image:height": ["675"],
        "og:image:alt": ["A pier"],
        "article:published_time": ["2024-09-25T00:00:00Z"],
        "article:modified_time": ["2024-10-01T00:00:00Z"],
        "article:author": ["https://example.org/news/authors/mara/"],
        "article:section": ["Releases"],
        "article:tag": ["world", "sea"],
        "twitter:card": ["summary_large_image"],
        "twitter:image": [PICTURE.url],
        "twitter:image:alt": ["A pier"],
    }


def test_options_leave_groups_out():
    assert not [name for name in said(open_graph=False, twitter=False) if ":" in name and "fedi" not in name]
    tags = list(head_tags(FACTS, MetadataOptions(json_ld=False)))
    assert [tag for tag in tags if tag.key[0] == "script"] == []
    assert said(open_graph=False)["twitter:title"] == ['A "title" & more']
    assert said(twitter_site="@harbour")["twitter:site"] == ["@harbour"]
    assert "robots" not in said(large_preview=False)


def test_a_page_that_hides_says_only_that():
    assert said(changed(noindex=True))["robots"] == ["noindex, follow"]


def test_a_long_alternative_text_is_cut_for_x_alone():
    long = "word " * 200
    found = said(changed(image=Illustration(PICTURE.url, long)))
    assert len(found["twitter:image:alt"][0]) <= 420
    assert found["twitter:image:alt"][0].endswith("…")
    assert len(found["og:image:alt"][0]) > 900


@pytest.mark.parametrize(
    ("profile", "account"),
    [
        ("https://social.example/@mara", "@mara@social.example"),
        ("https://medium.com/@mara", None),
        ("https://www.youtube.com/@mara", None),
        ("https://example.org/about/@mara/x", None),
        ("http://social.example/@mara", None),
        (None, None),
    ],
)
def test_an_account_is_read_from_a_profile(profile, account):
    assert Creator("Mara", None, profile).account == account


@pytest.mark.parametrize(
    ("tag", "locale"),
    [
        ("en", "en_US"),
        ("en-GB", "en_GB"),
        ("fa", "fa_IR"),
        ("zh", "zh_CN"),
        ("zh-Hant", "zh_TW"),
        ("nb", "nb_NO"),
        ("pt_BR", "pt_BR"),
        ("nonsense", None),
        ("", None),
    ],
)
def test_a_language_gets_its_territory(tag, locale):
    assert og_locale(tag) == locale


def test_structured_data_has_what_google_asks_of_an_article():
    node = graph()["BlogPosting"]
    assert node["headline"] == FACTS.title
    assert node["image"] == [
        {"@type": "ImageObject", "url": PICTURE.url, "width": 1200, "height": 675, "caption": "A pier"}
    ]
    dates = (node["datePublished"], node["dateModified"])
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)", date) for date in dates)
    assert node["author"] == [
        {"@type": "Person", "name": "Mara", "url": MARA.url, "sameAs": MARA.same_as},
        {"@type": "Organization", "name": "The Board"},
    ]
    assert node["publisher"] == {"@type": "Organization", "name": "Example", "url": "https://example.org/"}
    assert node["mainEntityOfPage"] == URL
    assert (node["articleSection"], node["keywords"], node["wordCount"]) == (
        ["Releases"],
        ["world", "sea"],
        120,
    )
    assert (node["description"], node["inLanguage"]) == ("What it is about", "en")
    assert [part["@type"] for part in node["isPartOf"]] == ["Blog", "CreativeWorkSeries"]
    steps = graph()["BreadcrumbList"]["itemListElement"]
    assert [(step["position"], step["item"]) for step in steps] == [
        (1, "https://example.org/"), (2, "https://example.org/news/"), (3, URL),
    ]  # fmt: skip


@pytest.mark.parametrize("sizes", [{}, {"width": 1200}, {"height": 675}])
def test_a_picture_whose_size_is_not_known_has_none(sizes):
    facts = changed(image=Illustration(PICTURE.url, "A pier", **sizes))
    picture = {"@type": "ImageObject", "url": PICTURE.url, "caption": "A pier"}
    assert graph(facts)["BlogPosting"]["image"] == [picture]
    assert {"og:image:width", "og:image:height"}.isdisjoint(said(facts))


def test_a_way_of_one_step_is_none():
    assert "BreadcrumbList" not in graph(FACTS._replace(trail=FACTS.trail[:1]))


def test_a_way_with_a_step_that_has_no_address_is_none():
    home, section, page = FACTS.trail
    assert "BreadcrumbList" not in graph(FACTS._replace(trail=(home, section._replace(url=None), page)))


def test_a_listing_is_a_collection_of_its_posts():
    facts = changed(kind="listing", items=(Step("A", URL), Step("B", None)), published=None)
    node = graph(facts)["CollectionPage"]
    assert [entry["name"] for entry in node["mainEntity"]["itemListElement"]] == ["A", "B"]
    assert said(facts)["og:type"] == ["website"]
    assert [name for name in said(facts) if name.startswith("article:")] == []


def test_the_page_of_an_author_says_who_that_is_and_which_posts_are_theirs():
    profile = Profile(MARA, "Editor", "Knows the sea", PICTURE.url, ("https://social.example/@mara",))
    facts = changed(kind="listing", items=(Step("A", URL), Step("B", None)), profile=profile)
    node = graph(facts)["ProfilePage"]
    assert node["mainEntity"] == {
        "@type": "Person",
        "name": "Mara",
        "url": "https://example.org/news/authors/mara/",
        "jobTitle": "Editor",
        "description": "Knows the sea",
        "image": PICTURE.url,
        "sameAs": ["https://social.example/@mara"],
    }
    assert node["hasPart"] == [
        {"@type": "BlogPosting", "headline": "A", "url": URL},
        {"@type": "BlogPosting", "headline": "B"},
    ]


def test_the_page_of_an_author_that_is_no_person_is_an_organization_s():
    profile = Profile(Creator("The Board", organization=True), "Editor")
    node = graph(changed(kind="listing", profile=profile))["ProfilePage"]
    assert node["mainEntity"] == {"@type": "Organization", "name": "The Board"}
    assert "hasPart" not in node


@given(st.text(), st.text())
def test_no_text_ends_the_script_or_the_attribute(title, description):
    facts = changed(title=f"{title}</script><!--\u2028", description=f'{description}">')
    html = print_tags(head_tags(facts, MetadataOptions()))
    script = html.partition('<script type="application/ld+json">')[2]
    assert not set("<>&\u2028\u2029") & set(script.removesuffix("</script>\n"))
    data = json.loads(script.removesuffix("</script>\n"))
    assert data["@graph"][0]["headline"] == facts.title


def test_our_own_dash_and_dots_keep_a_page_of_latin_letters_small():
    title, description = "Tag: sea – Café", "What it is…"
    facts = changed(title=title, description=description)
    tags = [*head_tags(facts, MetadataOptions()), feed_link("application/rss+xml", title, "feed.xml")]
    html = print_tags(tags)
    assert max(html) <= "\u00ff"
    assert said(facts)["og:title"] == [title]
    assert said(facts)["description"] == [description]
    assert graph(facts)["BlogPosting"]["headline"] == title
    assert LexborHTMLParser(html).css_first("link[rel=alternate]").attributes["title"] == title


THEMES = [
    ('<meta name="description" content="x">', {("meta", "description")}),
    ('<META PROPERTY="og:title" content="x">', {("meta", "og:title")}),
    ('<link rel="canonical" href="x"><!-- <meta name="robots"> -->', {("link", "canonical")}),
    ('<link rel="shortcut icon" href="x">', {("link", "shortcut"), ("link", "icon", "x")}),
    *(
        (
            f'<script type="application/ld+json">{{"@type":"{kind}"}}</script>',
            {("script", "application/ld+json")},
        )
        for kind in ("NewsArticle", "BlogPosting", "CollectionPage", "ProfilePage")
    ),
    ('<script type="application/ld+json">{"@type":"WebSite"}</script><script>var a</script>', set()),
]


@pytest.mark.parametrize(("head", "keys"), THEMES)
def test_what_a_theme_prints_is_read(head, keys):
    assert {key for key in printed_keys(f"<!doctype html><head>{head}") if key != ("meta", "")} == keys


@pytest.mark.parametrize("opening", ["<!--", '<meta a="'])
def test_what_nothing_closes_is_read_once(opening):
    assert printed_keys(f'<link rel="canonical">{opening * 100_000}') == {("link", "canonical")}


def test_what_others_say_is_not_said_again():
    printed = printed_keys(
        '<head><meta property="og:image" content="card.png"><meta name="twitter:image" content="c">'
    )
    left = {
        tag.key[1] for tag in missing(head_tags(FACTS, MetadataOptions()), printed) if tag.key[0] == "meta"
    }
    assert not [name for name in left if "image" in name]
    assert "og:title" in left


@pytest.mark.parametrize(
    ("width", "height", "card"),
    [(24, 16, "summary"), (1200, 100, "summary"), (200, 675, "summary"), (None, None, "summary_large_image")],
)
def test_a_small_picture_is_no_large_card(width, height, card):
    image = PICTURE._replace(width=width, height=height)
    assert said(changed(image=image))["twitter:card"] == [card]


@pytest.mark.parametrize(
    ("media_type", "shown"),
    [("image/webp", True), (None, True), ("image/svg+xml", False), ("image/avif", False)],
)
def test_a_picture_that_x_can_not_show_makes_no_large_card(media_type, shown):
    found = said(changed(image=PICTURE._replace(media_type=media_type)))
    assert found["twitter:card"] == ["summary_large_image" if shown else "summary"]
    assert [name for name in found if "twitter:image" in name] == ["twitter:image", "twitter:image:alt"][
        : 2 * shown
    ]
    assert found["og:image"] == [PICTURE.url]
