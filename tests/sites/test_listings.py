"""Index, archive and taxonomies of whole sites: addresses, links, counts and what search may know."""

import posixpath
import re
from urllib.parse import unquote, urljoin

import pytest

THEMES = ["mkdocs", "readthedocs", "material"]
HOME = "docs/\n  index.md | # Home\n"


def post(title, date=None, body="Text\n", **keys):
    """The text of a post; values of front matter are written as they are."""
    lines = [
        f"title: {title}",
        *([f"date: {date}"] if date else []),
        *(f"{key}: {value}" for key, value in keys.items()),
    ]
    return "---\n" + "\n".join(lines) + f"\n---\n{body}"


def site_of(drawn, posts, newsblog=None, config=None):
    """A docs site with pages by path below docs/."""
    site = drawn(HOME, config, {"dir": "news"} if newsblog is None else newsblog)
    site.add(posts)
    return site


def target(page, href):
    """Where a link leads, below the site's root."""
    return unquote(posixpath.relpath(urljoin("http://x/" + page.url, href).removeprefix("http://x"), "/"))


def links(page, css):
    """Texts and targets of links."""
    return [
        (link.content, target(page, link["href"]))
        for link in page.select(css)
        if link.get("href") is not None
    ]


MANY = {
    f"news/p{number:02}.md": post(
        f"Post {number}",
        f"{2022 + number // 10}-{number % 12 + 1:02}-{number:02}",
        f"needle{number} in the body\n\n<!-- more -->\n\nhay{number} below it\n",
        tags="[all, odd]" if number % 2 else "[all]",
    )
    for number in range(1, 26)
}


# The index and its cards ------


def test_a_card_shows_all_that_a_reader_chooses_by(drawn):
    body = "The first paragraph with a [link](other.md).\n\n<!-- more -->\n\n" + "word " * 630
    text = post("A & B", "2024-09-25", body, tags="[World, Ænima]", hero="pic.png", description="Never shown")
    site = site_of(drawn, {"news/a.md": text, "news/other.md": post("Other", "2024-09-24", hero="false")})
    site.draw("docs/\n  news/\n    pic.png\n")
    built = site.build()
    assert built.ok, built
    page = built.page("news/")
    assert page.select("ul.newsblog-list.newsblog-list--cards > li.newsblog-card")[1].texts("img") == []
    card = page.select("ul.newsblog-list > li.newsblog-card")[0]
    assert card.one("img")["src"] == "../news/pic.png"
    assert [(a.content, a["href"]) for a in card.select(".newsblog-card__title a")] == [
        ("A & B", "../news/a/")
    ]
    assert (card.one("time")["datetime"], card.text("time")) == ("2024-09-25", "25 September 2024")
    assert card.text(".newsblog-card__summary") == "The first paragraph with a link."
    assert [(tag.content, tag["href"]) for tag in card.select("a[rel=tag]")] == [
        ("World", "../news/tags/world/"),
        ("Ænima", "../news/tags/%C3%A6nima/"),
    ]
    assert card.text(".newsblog-minutes") == "3 min read"
    assert built.broken_links() == []


def test_a_summary_comes_from_the_first_source_that_a_post_has(drawn):
    written = "summary: From the summary\ndescription: From the description"
    posts = {
        "news/a.md": post(
            "A", "2024-01-04", "Before\n\n<!-- more -->\n\nAfter\n", summary="S", description="D"
        ),
        "news/b.md": f"---\ntitle: B\ndate: 2024-01-03\n{written}\n---\nBody\n",
        "news/c.md": post("C", "2024-01-02", "Body\n", description="From the description"),
        "news/d.md": post(
            "D", "2024-01-01", "## Heading\n\nFirst paragraph\n\n" + "Second " * 60 + "\n\nThird\n"
        ),
    }
    page = site_of(drawn, posts).build().page("news/")
    summaries = page.texts(".newsblog-card__summary")
    assert summaries[:3] == ["Before", "From the summary", "From the description"]
    assert summaries[3].startswith("First paragraph Second")
    assert "Third" not in summaries[3]
    assert "Heading" not in summaries[3]


def test_links_and_pictures_of_a_summary_lead_where_they_led_on_the_post(drawn):
    body = "See [it](../guide/x.md#part) and ![p](img/p.png) [^1].\n\n<!-- more -->\n\nMore\n\n[^1]: Note\n"
    site = site_of(
        drawn,
        {"news/a/index.md": post("A", "2024-01-01", body, tags="[t]"), "news/guide/x.md": "# X\n\n## Part\n"},
        newsblog={"dir": "news", "posts": ["*/index.md"]},
    )
    site.draw("docs/\n  news/\n    a/\n      img/\n        p.png\n")
    for directory_urls in (True, False):
        built = site.build(use_directory_urls=directory_urls, markdown_extensions=["footnotes"])
        assert built.ok, built
        assert built.broken_links() == []
        assert built.duplicate_ids() == {}
        for url in ("news/", "news/tags/t/"):
            summary = built.page(url).one(".newsblog-card__summary")
            assert target(built.page(url), summary.one("img")["src"]) == "news/a/img/p.png"
            assert target(built.page(url), summary.one("a")["href"]).startswith("news/guide/x")
            assert summary.select("sup") == []


def test_twenty_five_posts_make_three_pages(drawn):
    built = site_of(drawn, MANY).build()
    assert built.ok, built
    pages = [built.page(url) for url in ("news/", "news/page/2/", "news/page/3/")]
    assert [len(page.select(".newsblog-card")) for page in pages] == [10, 10, 5]
    titles = [title for page in pages for title in page.texts(".newsblog-card__title")]
    assert len(set(titles)) == 25
    dates = [date for page in pages for date in page.values(".newsblog-card time", "datetime")]
    assert dates == sorted(dates, reverse=True)
    assert not built.exists("news/page/1/")
    assert not built.exists("news/page/4/")

    around = {
        url: (
            [target(page, href) for href in page.values("a[rel=prev]", "href")],
            [target(page, href) for href in page.values("head link[rel=prev]", "href")],
            [target(page, href) for href in page.values("a[rel=next]", "href")],
            [target(page, href) for href in page.values("head link[rel=next]", "href")],
        )
        for url, page in ((page.url, Pager(page)) for page in pages)
    }
    assert around == {
        "news/": ([], [], ["news/page/2"], ["news/page/2"]),
        "news/page/2/": (["news"], ["news"], ["news/page/3"], ["news/page/3"]),
        "news/page/3/": (["news/page/2"], ["news/page/2"], [], []),
    }
    for number, page in enumerate(pages, 1):
        pager = page.one("nav.newsblog-pager")
        assert pager["aria-label"] == "Pagination"
        current = pager.one("[aria-current=page]")
        assert current.content == str(number)
        assert target(page, current["href"]) == page.url.rstrip("/")
    assert pages[1].text("h1").split() == ["Blog", "Page", "2"]
    assert len({page.text("title") for page in pages}) == 3


class Pager:
    """A page without what its theme says about pages before and after."""

    def __init__(self, page):
        self.page, self.url = page, page.url

    def values(self, css, attribute):
        return self.page.values(css if css.startswith("head") else f".newsblog-pager {css}", attribute)


def test_a_list_that_fits_on_one_page_has_no_pager(drawn):
    page = site_of(drawn, {"news/a.md": post("A", "2024-01-01")}).build().page("news/")
    assert page.select(".newsblog-pager, head link[rel=prev], head link[rel=next]") == []


def test_pinned_posts_are_first_on_the_index_only(drawn):
    posts = {
        "news/new.md": post("New", "2024-05-01", tags="[t]"),
        "news/mid.md": post("Mid", "2023-05-01", tags="[t]", pinned="true", weight="2"),
        "news/old.md": post("Old", "2022-05-01", tags="[t]", pinned="true", weight="1"),
    }
    built = site_of(drawn, posts).build()
    assert built.ok, built
    assert built.page("news/").texts(".newsblog-card__title") == ["Old", "Mid", "New"]
    assert built.page("news/tags/t/").texts(".newsblog-card__title") == ["New", "Mid", "Old"]
    assert built.page("news/archive/").texts(".newsblog-card__title") == ["New", "Mid", "Old"]


FACTS = {
    "date": ".newsblog-byline > .newsblog-date",
    "updated": ".newsblog-updated",
    "authors": ".newsblog-author",
    "minutes": ".newsblog-minutes",
    "categories": ".newsblog-tags--categories",
    "tags": ".newsblog-tags--tags",
    "terms": ".newsblog-tags--product",
}


@pytest.mark.parametrize("shown", [*([name] for name in FACTS), [], None], ids=str)
def test_a_site_says_what_cards_and_posts_tell(drawn, shown):
    keys = {"updated": "2024-06-01", "author": "Ana", "categories": "[c]", "tags": "[t]", "product": "[p]"}
    options = {"dir": "news", "taxonomies": {"product": {}}}
    posts = {"news/a.md": post("A", "2024-05-01", **keys)}
    given = {} if shown is None else {"shown": {"card": shown, "post": shown}}
    built = site_of(drawn, posts, options | given).build()
    assert built.ok, built
    places = {"news/": ".newsblog-card", "news/a/": ".newsblog-post"}
    by_default = {"news/": ["date", "minutes", "tags"], "news/a/": list(FACTS)}
    for url, css in places.items():
        (place,) = built.page(url).select(css)
        found = [name for name, fact in FACTS.items() if place.select(fact)]
        assert found == (by_default[url] if shown is None else shown), url


CREW = ["Ana", "Bo", "Cy", "Di", "Ed", "Fi"]


@pytest.mark.parametrize(
    ("number", "language", "named", "rest"),
    [
        (3, "en", 3, []),
        (4, "en", 4, []),
        (5, "en", 3, ["and 2 more"]),
        (6, "de", 3, ["und 3 weitere"]),
        (5, "ar", 3, ["واثنان آخران"]),
        (6, "fa", 3, ["و ۳ نفر دیگر"]),
    ],
)
@pytest.mark.parametrize("layout", ["cards", "list"])
def test_cards_name_a_few_of_many_authors_and_posts_all(drawn, number, language, named, rest, layout):
    posts = {"news/a.md": post("A", "2024-05-01", authors=f"[{', '.join(CREW[:number])}]")}
    options = {"dir": "news", "shown": {"card": ["authors"]}, "index": {"layout": layout}}
    built = site_of(drawn, posts, options | {"language": language}).build()
    assert built.ok, built
    (card,) = built.page("news/").select(".newsblog-card")
    assert [each.content for each in card.select(".newsblog-author")] == CREW[:named]
    assert [each.content for each in card.select(".newsblog-more")] == rest
    page = built.page("news/a/")
    assert page.texts(".newsblog-author") == CREW[:number]
    assert page.select(".newsblog-more") == []


def test_a_site_says_in_its_own_words_how_many_more_authors_there_are(drawn):
    posts = {"news/a.md": post("A", "2024-05-01", authors=f"[{', '.join(CREW)}]")}
    words = {"and_more": {"one": "+ <1>", "other": "+ <{number}>"}}
    built = site_of(drawn, posts, {"dir": "news", "shown": {"card": ["authors"]}, "words": words}).build()
    assert built.ok, built
    assert built.page("news/").texts(".newsblog-more") == ["+ <3>"]


@pytest.mark.parametrize("key", ["hiddenFromHomePage", "hiddenInHomeList"])
def test_a_post_may_be_kept_off_the_front_page_alone(drawn, key):
    posts = {
        "news/a.md": post("A", "2024-01-02", tags="[tide]", pin="true", **{key: "'true'"}),
        "news/b.md": post("B", "2024-01-01", **{key: "false"}),
    }
    built = site_of(drawn, posts).build(site_url="https://example.org/")
    assert built.ok, built
    assert built.page("news/").texts(".newsblog-card__title") == ["B"]
    for listing in ("news/archive/", "news/tags/tide/", "news/2024/01/"):
        assert ("A", "news/a") in links(built.page(listing), "a")
    assert "https://example.org/news/a/" in built.text("news/feed.xml")
    assert built.broken_links() == []


def test_a_pinned_post_is_named_so_for_screen_readers(drawn):
    posts = {
        "news/new.md": post("New", "2024-05-01", lang="fr"),
        "news/old.md": post("Old", "2022-05-01", pinned="true", lang="fr"),
    }
    built = site_of(drawn, posts, {"dir": "news", "language": "de"}).build()
    assert built.ok, built
    (pinned, other) = built.page("news/").select(".newsblog-card")
    assert [pin.content for pin in pinned.select(".newsblog-pin")] == ["Angeheftet"]
    assert other.select(".newsblog-pin") == []


def test_what_is_written_in_the_language_of_the_site_says_so_in_a_post_of_another(drawn):
    posts = {
        "news/a.md": post("Un", "2024-05-01", lang="fr", series="Tout"),
        "news/b.md": post("Two", "2024-05-02", series="Tout"),
    }
    built = site_of(drawn, posts).build()
    assert built.ok, built
    french, own = built.page("news/a/"), built.page("news/b/")
    assert french.one("article")["lang"] == "fr"
    assert french.one(".newsblog-byline")["lang"] == french.one(".newsblog-part span")["lang"] == "en"
    assert [mark.get("lang") for mark in own.select(".newsblog-byline, .newsblog-part span")] == [None, None]
    cards = built.page("news/").select(".newsblog-card .newsblog-byline")
    assert [card.get("lang") for card in cards] == [None, "en"]


def test_a_post_without_a_date_is_listed_last(drawn):
    posts = {
        "news/a.md": post("Without", tags="[t]"),
        "news/b.md": post("Old", "1999-01-01", tags="[t]"),
        "news/c.md": post("New", "2024-01-01", tags="[t]"),
    }
    built = site_of(drawn, posts).build(strict=False)
    assert built.ok, built
    order = ["New", "Old", "Without"]
    for url in ("news/", "news/tags/t/", "news/archive/"):
        assert built.page(url).texts(".newsblog-card__title") == order, url
    assert built.page("news/archive/").texts(".newsblog-group__title")[-1] == "Without a date 1 post"
    assert built.page("news/a/").select("time") == []
    assert [text for text in built.warnings if "news/a.md:1:1:" in text and "[date-missing]" in text]


def test_an_empty_section_says_so(drawn):
    built = site_of(drawn, {}).build()
    assert built.page("news/").text(".newsblog-nothing") == "There are no posts yet."
    assert built.broken_links() == []


# Taxonomies and the archive ------


def test_every_tag_has_a_page_and_a_count(drawn):
    built = site_of(drawn, MANY).build()
    index = built.page("news/tags/")
    terms = [
        (item.text("a"), target(index, item.one("a")["href"]), item.text(".newsblog-count"))
        for item in index.select(".newsblog-terms li")
    ]
    assert terms == [("all", "news/tags/all", "25"), ("odd", "news/tags/odd", "13")]
    odd = [built.page(url) for url in ("news/tags/odd/", "news/tags/odd/page/2/")]
    titles = [title for page in odd for title in page.texts(".newsblog-card__title")]
    assert sorted(titles) == sorted(f"Post {number}" for number in range(1, 26, 2))
    assert built.exists("news/tags/all/page/3/")
    assert links(odd[0], ".newsblog-view__kicker a") == [("Tag", "news/tags")]


def test_every_taxonomy_has_its_pages(drawn):
    keys = {"categories": "[Field notes]", "author": "Mara Ø", "series": "Long walk", "tags": "[a]"}
    built = site_of(drawn, {"news/p.md": post("P", "2024-01-01", **keys)}).build()
    assert built.ok, built
    for url in ("categories/field-notes/", "authors/mara-ø/", "series/long-walk/", "tags/a/"):
        assert built.page(f"news/{url}").texts(".newsblog-card__title") == ["P"], url
        assert built.exists(f"news/{url.partition('/')[0]}/")
    ways = [where for _, where in links(built.page("news/"), ".newsblog-ways a")]
    assert sorted(ways) == sorted(
        ["news/archive", "news/authors", "news/categories", "news/series", "news/tags"]
    )


def test_the_archive_holds_everything_by_year_and_month(drawn):
    days = ["2024-09-25", "2024-09-01", "2024-02-29", "2023-12-31"]
    built = site_of(drawn, {f"news/p{n}.md": post(f"P{n}", day) for n, day in enumerate(days)}).build()
    page = built.page("news/archive/")
    groups = [
        (
            group.classes & {"newsblog-group--2", "newsblog-group--3"},
            group.select(".newsblog-group__title")[0],
        )
        for group in page.select(".newsblog-group")
    ]
    assert [
        (min(level)[-1], title.tag, title.content, target(page, title.one("a")["href"]))
        for level, title in groups
    ] == [
        ("2", "h2", "2024 3 posts", "news/2024"),
        ("3", "h3", "September 2024 2 posts", "news/2024/09"),
        ("3", "h3", "February 2024 1 post", "news/2024/02"),
        ("2", "h2", "2023 1 post", "news/2023"),
        ("3", "h3", "December 2023 1 post", "news/2023/12"),
    ]
    assert page.texts(".newsblog-card__title") == ["P0", "P1", "P2", "P3"]
    year = built.page("news/2024/")
    assert year.texts(".newsblog-card__title") == ["P0", "P1", "P2"]
    assert [
        (item.text("a"), item.text(".newsblog-count")) for item in year.select(".newsblog-terms--periods li")
    ] == [
        ("September 2024", "2"),
        ("February 2024", "1"),
    ]
    month = built.page("news/2024/09/")
    assert month.texts(".newsblog-card__title") == ["P0", "P1"]
    assert (month.text("h1"), month.texts("h2")) == ("September 2024", [])
    assert month.texts(".newsblog-count") == ["2 posts"]
    assert not built.exists("news/2024/09/25/")
    assert built.broken_links() == []


def test_a_nested_category_is_named_in_full_where_nothing_else_says_what_it_is_within(drawn):
    posts = {
        "news/a.md": post("A", "2024-01-02", categories="[Gear/Boots]"),
        "news/b.md": post("B", "2024-01-01", categories="[Gear]"),
    }
    built = site_of(drawn, posts).build()
    assert built.ok, built
    inner = built.page("news/categories/gear/boots/")
    assert (inner.text("h1"), inner.texts(".newsblog-card__title")) == ("Gear/Boots", ["A"])
    assert built.page("news/categories/gear/").texts(".newsblog-card__title") == ["A", "B"]
    assert links(built.page("news/a/"), ".newsblog-byline a") == [
        ("Gear/Boots", "news/categories/gear/boots")
    ]
    assert built.page("news/categories/").texts(".newsblog-terms a") == ["Gear", "Boots"]


@pytest.mark.parametrize(("layout", "said"), [("compact", ["3 posts"]), ("cards", [])])
def test_each_page_of_a_month_says_how_many_posts_it_has_in_all(drawn, layout, said):
    posts = {f"news/{name}.md": post(name, f"2024-09-0{day}") for day, name in enumerate("pqr", 1)}
    archive = {"layout": layout, "per_page": 2}
    built = site_of(drawn, posts, {"dir": "news", "archive": archive}).build()
    for url in ("news/2024/09/", "news/2024/09/page/2/"):
        assert built.page(url).texts(".newsblog-count") == said


def test_the_archive_can_have_a_page_for_each_day(drawn):
    posts = {"news/p.md": post("P", "2024-09-05")}
    built = site_of(drawn, posts, {"dir": "news", "archive": {"days": True, "months": False}}).build()
    assert built.page("news/2024/09/05/").texts(".newsblog-card__title") == ["P"]
    assert (built.page("news/2024/09/05/").text("h1"), built.page("news/2024/09/05/").texts("h2")) == (
        "5 September 2024",
        [],
    )
    assert not built.exists("news/2024/09/")
    assert built.broken_links() == []


def test_the_addresses_of_listings_are_the_promised_ones(drawn):
    posts = MANY | {
        "news/q.md": post("Q", "2024-09-25", tags="[world]", category="x", author="y", series="z")
    }
    urls = set(site_of(drawn, posts).build().urls())
    assert urls >= {
        "news/",
        "news/page/2/",
        "news/archive/",
        "news/2024/",
        "news/2024/09/",
        "news/tags/",
        "news/tags/world/",
        "news/categories/",
        "news/categories/x/",
        "news/authors/y/",
        "news/series/z/",
    }
    ours = {url for url in urls if url.startswith("news/") and not re.fullmatch(r"news/(p\d\d|q)/", url)}
    known = r"news/((page/\d+|archive|\d{4}(/\d\d)?|(tags|categories|authors|series)(/\w+)?)(/page/\d+)?/)?"
    assert [url for url in ours if not re.fullmatch(known, url)] == []


def test_names_of_addresses_can_be_changed(drawn):
    options = {"dir": "news", "tags": {"path": "topics"}, "archive": {"path": "by/date"}}
    built = site_of(drawn, {"news/a.md": post("A", "2024-01-01", tags="[t]")}, options).build()
    assert built.exists("news/topics/t/")
    assert built.exists("news/by/date/")
    assert not built.exists("news/tags/")
    assert built.broken_links() == []


def test_names_that_look_alike_to_a_slug_stay_apart(drawn):
    tags = [
        "C",
        "C++",
        "C#",
        "c.",
        "日本語",
        "فارسی",
        "Été",
        "a/b",
        "..",
        "🎉",
        "con",
        "%2e%2e",
        "index.html",
    ]
    posts = {
        f"news/p{n}.md": post(f"P{n}", f"2024-01-{n + 1:02}", tags=f"['{tag}']") for n, tag in enumerate(tags)
    }
    built = site_of(drawn, posts).build()
    assert built.ok, built
    index = built.page("news/tags/")
    found = {link.content: target(index, link["href"]) for link in index.select(".newsblog-terms a")}
    assert sorted(found) == sorted(tags)
    assert len({where.casefold() for where in found.values()}) == len(tags)
    assert all(where.startswith("news/tags/") and where.count("/") == 2 for where in found.values())
    for number, tag in enumerate(tags):
        assert built.page(found[tag] + "/").texts(".newsblog-card__title") == [f"P{number}"], tag
    assert [found[tag] for tag in ("C", "日本語", "فارسی", "Été")] == [
        "news/tags/c",
        "news/tags/日本語",
        "news/tags/فارسی",
        "news/tags/été",
    ]
    assert built.broken_links() == []


def test_spellings_of_one_tag_share_a_page(drawn):
    tags = ["Social Media", "Social Media", "social-media", "SOCIAL_MEDIA"]
    posts = {
        f"news/p{n}.md": post(f"P{n}", f"2024-01-{n + 1:02}", tags=f"['{tag}']") for n, tag in enumerate(tags)
    }
    built = site_of(drawn, posts).build(strict=False)
    assert links(built.page("news/tags/"), ".newsblog-terms a") == [
        ("Social Media", "news/tags/social-media")
    ]
    assert len(built.page("news/tags/social-media/").select(".newsblog-card")) == 4
    assert built.page("news/p2/").texts("a[rel=tag]") == ["Social Media"]
    assert len([text for text in built.warnings if "[terms-merged]" in text]) == 1


@pytest.mark.parametrize("off", ["tags", "archive", "authors"])
def test_a_view_that_is_switched_off_leaves_no_dead_link(drawn, off):
    posts = {"news/a.md": post("A", "2024-01-01", tags="[t]", author="Me")}
    built = site_of(drawn, posts, {"dir": "news", off: False}).build()
    assert built.ok, built
    assert built.broken_links() == []
    names = {"tags": "news/tags/", "archive": "news/archive/", "authors": "news/authors/"}
    for view, url in names.items():
        assert built.exists(url) is (view != off)
    page = built.page("news/a/")
    assert page.texts(".newsblog-byline .newsblog-tag") == ["t"]
    assert page.texts(".newsblog-author") == ["Me"]
    assert bool(page.select("a[rel=tag]")) is (off != "tags")
    assert not [where for _, where in links(built.page("news/"), "a") if where.startswith(names[off])]


def test_years_without_pages_are_headings_without_links(drawn):
    posts = {"news/a.md": post("A", "2024-01-01")}
    built = site_of(drawn, posts, {"dir": "news", "archive": {"years": False, "months": False}}).build()
    assert built.page("news/archive/").texts(".newsblog-group__title") == [
        "2024 1 post",
        "January 2024 1 post",
    ]
    assert built.page("news/archive/").select(".newsblog-group__title a") == []
    assert not built.exists("news/2024/")


# Links everywhere ------

RICH = {
    "news/a.md": post(
        "A",
        "2024-09-25",
        "See [b](b/index.md) and [x](#x).\n\n## X\n",
        tags="[C++, 'a b']",
        hero="../img/h.png",
    ),
    "news/b/index.md": post(
        "B",
        "2024-09-24",
        "![p](p.png)\n\n<!-- more -->\n\n## X\n",
        categories="[日本]",
        authors="[Me]",
        hero="p.png",
    ),
    "news/2023/deep/c.md": post(
        "C", "2023-01-01", "# C\n\nSee [home](../../../index.md)\n", series="'S: one'"
    ),
    "news/d.md": post("'D: 50%'", "2023-01-02", hero="https://img.example.net/x.jpg?a=1&b=2"),
}


@pytest.mark.parametrize("site_url", [None, "https://example.org/", "https://example.org/team/docs/"])
@pytest.mark.parametrize("directory_urls", [True, False], ids=["folders", "files"])
@pytest.mark.parametrize("theme", THEMES)
def test_every_link_leads_somewhere(drawn, theme, directory_urls, site_url):
    site = site_of(drawn, RICH, {"dir": "news", "index": {"per_page": 2}, "tags": {"per_page": 1}})
    site.draw("docs/\n  img/\n    h.png\n  news/\n    b/\n      p.png\n")
    built = site.build(theme=theme, use_directory_urls=directory_urls, site_url=site_url)
    assert built.ok, built
    assert built.broken_links() == []
    assert built.duplicate_ids() == {}
    assert {len(page.select("h1")) for page in built.pages() if page.url.startswith("news/")} == {1}
    assert not [page for page in built.pages() if "newsblog-root:" in page.raw or "newsblog:body" in page.raw]
    assert built.page("news/").one(".newsblog-list--cards")


@pytest.mark.parametrize("theme", THEMES)
def test_search_finds_posts_and_no_listing_repeats_their_text(drawn, theme):
    built = site_of(drawn, MANY).build(theme=theme)
    index = built.search_index()
    posts = re.compile(r"news/p\d\d/")
    found = [entry["location"] for entry in index if "needle7 " in entry["text"] + " "]
    assert found
    assert all(location.startswith("news/p07/") for location in found)
    listings = [
        entry
        for entry in index
        if entry["location"].startswith("news/") and not posts.match(entry["location"])
    ]
    assert [entry for entry in listings if entry["text"]] == []


# Several blogs, whole-site blogs, adopted pages ------


def test_two_blogs_stand_side_by_side(drawn):
    posts = {
        "news/a.md": post("News A", "2024-01-01", tags="[t]"),
        "log/b.md": post("Log B", "2023-01-01", tags="[t, u]"),
        "news-old/c.md": "# Old\n\nNo post\n",
    }
    built = site_of(drawn, posts, [{"dir": "news", "title": "News"}, {"dir": "log", "title": "Log"}]).build()
    assert built.ok, built
    assert [built.page(url).texts(".newsblog-card__title") for url in ("news/", "log/")] == [
        ["News A"],
        ["Log B"],
    ]
    assert links(built.page("log/tags/"), ".newsblog-terms a") == [("t", "log/tags/t"), ("u", "log/tags/u")]
    assert links(built.page("news/tags/"), ".newsblog-terms a") == [("t", "news/tags/t")]
    assert [built.page(url).text("h1") for url in ("news/", "log/")] == ["News", "Log"]
    assert not built.exists("news/2023/")
    assert built.page("news-old/c/").select("[class^=newsblog]") == []
    assert built.broken_links() == []
    assert built.duplicate_ids() == {}


@pytest.mark.parametrize("theme", THEMES)
def test_a_site_can_be_nothing_but_a_blog(drawn, theme):
    site = drawn("docs/\n  first.md\n", newsblog={"dir": ".", "title": "My blog", "index": {"per_page": 1}})
    site.write("docs/first.md", post("First", "2024-01-01", tags="[t]"))
    site.write("docs/2023/second.md", post("Second", "2023-01-01"))
    for directory_urls in (True, False):
        built = site.build(theme=theme, use_directory_urls=directory_urls)
        assert built.ok, built
        home = built.page("")
        assert home.text("h1") == "My blog"
        assert home.texts(".newsblog-card__title") == ["First"]
        assert built.page("page/2/").texts(".newsblog-card__title") == ["Second"]
        assert built.exists("tags/t/")
        assert built.exists("2023/01/")
        assert built.page("first/").texts("h1") == ["First"]
        assert built.broken_links() == []


def test_a_page_that_the_author_wrote_is_the_listings_introduction(drawn):
    posts = {
        "news/index.md": "# News from *us*\n\nWhat we do, see [a](a.md).\n",
        "news/tags/world.md": "---\ntitle: The world\n---\nEverything about the **world**.\n",
        "news/archive/index.md": "# All of it\n",
        "news/a.md": post("A", "2024-01-01", tags="[world]"),
    }
    site = site_of(drawn, posts)
    for theme in THEMES:
        built = site.build(theme=theme)
        assert built.ok, built
        index, tag, archive = (built.page(url) for url in ("news/", "news/tags/world/", "news/archive/"))
        assert index.texts("h1") == ["News from us"]
        assert index.texts("h1 em") == ["us"]
        assert index.raw.index("What we do") < index.raw.index("newsblog-card")
        assert tag.texts("strong")[-1:] == ["world"]
        assert len(tag.select("h1")) == 1
        assert archive.texts("h1") == ["All of it"]
        for page in (index, tag, archive):
            assert page.texts(".newsblog-card__title") == ["A"], page
        assert built.broken_links() == []
        assert built.duplicate_ids() == {}
        assert not built.exists("news/tags/world.html")
        text = "".join(entry["text"] for entry in built.search_index() if entry["location"] == "news/")
        assert "What we do" in text or theme == "material"


def test_the_section_is_called_what_its_index_page_is_called(drawn):
    posts = {
        "news/index.md": "---\ntitle: Our news\n---\nHello\n",
        "news/a.md": post("A", "2024-01-01", tags="[t]"),
    }
    built = site_of(drawn, posts).build()
    assert built.page("news/").texts("h1") == ["Our news"]
    assert links(built.page("news/archive/"), ".newsblog-view__kicker a") == [("Our news", "news")]


def test_a_page_at_the_address_of_a_listing_and_a_post_there_are_told_apart(drawn):
    posts = {"news/2024.md": post("Not a year", "2023-01-01"), "news/a.md": post("A", "2024-01-01")}
    built = site_of(drawn, posts).build(strict=False)
    page = built.page("news/2024/")
    assert page.texts(".newsblog-card__title") == ["A"]
    assert len(page.select("h1")) == 1


@pytest.mark.parametrize("folders", [True, False], ids=["folders", "files"])
@pytest.mark.parametrize("theme", THEMES)
def test_the_page_of_a_folder_in_hugo_is_the_introduction_of_a_listing(drawn, theme, folders):
    site = site_of(
        drawn,
        {
            "news/_index.md": "---\ntitle: What we say\n---\nAll [about](2024/a.md) it.\n",
            "news/2024/_index.md": "---\ntitle: A good year\ndate: 2024-01-01\n---\nIt was.\n",
            "news/notes/_index.md": "---\ntitle: Notes\ndate: 2024-01-01\n---\nNo listing is here.\n",
            "news/2024/a.md": post("A", "2024-05-01", "Text, [up](../_index.md).\n"),
        },
    )
    site.write("docs/index.md", b"# Home\n\n[News](news/_index.md)\n")
    built = site.build(theme=theme, use_directory_urls=folders)
    assert built.ok, built
    assert built.broken_links() == []
    assert built.page("news/notes/_index/").one("meta[name=robots]")["content"].startswith("noindex")
    assert built.page("news/").texts(".newsblog-card__title") == ["A"]
    for url, title, text in (
        ("news/", "What we say", "All about it."),
        ("news/2024/", "A good year", "It was."),
    ):
        page = built.page(f"{url}index.html")
        assert page.text("h1.newsblog-view__title") == title
        assert page.text("title").startswith(title)
        assert text in page.text("body")
    assert not built.exists("news/_index/")
    assert not built.exists("news/_index.html")


def test_the_title_that_an_introduction_gives_itself_is_the_heading(drawn):
    pages = {
        "news/a.md": post("A", "2024-05-01", tags="[t]"),
        "news/archive.md": "---\ntitle: All we said & more\n---\nText.\n",
        "news/tags/t.md": "---\ntitle: 7\n---\nText.\n",
    }
    built = site_of(drawn, pages).build(strict=False)
    assert built.ok, built
    assert built.page("news/archive/").text("h1") == "All we said & more"
    assert built.page("news/tags/t/").text("h1") == "t"


@pytest.mark.parametrize(
    "state", ["draft: true", "date: 2031-01-01", "expiryDate: 2001-01-01", "status: draft  # soon"]
)
def test_the_page_of_a_folder_that_is_not_for_readers_stays_out_of_the_site(drawn, state):
    secret = f"---\ntitle: Zeppelin\n{state}\n---\nZeppelin text.\n"
    files = {f"news/{folder}_index.md": secret for folder in ("", "2024/", "notes/")}
    built = site_of(drawn, files | {"news/2024/a.md": post("A", "2024-05-01")}).build()
    assert built.ok, built
    assert [path for path, data in built.files().items() if b"Zeppelin" in data] == []
    assert built.page("news/2024/").texts(".newsblog-card__title") == ["A"]
    assert [path for path in built.files() if "/_index" in path] == []


def test_two_terms_with_one_plain_address_are_one_error(drawn):
    posts = {"news/a.md": post("A", "2024-05-01", tags="[C, C++]")}
    options = {"dir": "news", "tags": {"slugs": "plain"}}
    built = site_of(drawn, posts, options, {"site_url": "https://example.org/"}).build()
    assert built.exit_code == 1
    (said,) = [text for text in built.errors if "[address-taken]" in text]
    assert "the listing tags C at news/tags/c/" in said or "the listing tags C++ at news/tags/c/" in said
    assert "Give one of them another name or path" in said
    assert "news/a.md:4:7: tags: " in said


ONE_PATH = {
    "two taxonomies": ({"categories": {"path": "tags"}}, "categories.path", "path: tags"),
    "two taxonomies, the first moved": ({"tags": {"path": "categories"}}, "tags.path", "path: categories"),
    "the archive": ({"archive": {"path": "tags"}}, "archive.path", "path: tags"),
    "a year": ({"tags": {"path": "2024"}}, "tags.path", "path: '2024'"),
    "a term": ({"categories": {"path": "tags/x"}}, "categories.path", "path: tags/x"),
    "a further page": ({"tags": {"path": "page"}, "index": {"per_page": 1}}, "tags.path", "path: page"),
    "a taxonomy of the site": (
        {"taxonomies": {"moods": {"path": "tags"}}},
        "taxonomies.moods.path",
        "path: tags",
    ),
}


@pytest.mark.parametrize(("options", "option", "line"), ONE_PATH.values(), ids=list(ONE_PATH))
def test_listings_that_options_give_one_address_are_said_once_at_the_option(drawn, options, option, line):
    keys = {"tags": "[x, '2']", "categories": "[x]", "moods": "[x]"}
    posts = {"news/a.md": post("A", "2024-05-01", **keys), "news/b.md": post("B", "2024-05-02", **keys)}
    site = site_of(drawn, posts, {"dir": "news"} | options)
    built = site.build()
    (said,) = [text for text in built.errors if "[address-taken]" in text]
    assert f"{site.place(line, line.removeprefix('path: '))}: {option}: the listing " in said


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("news/_index.md", b"---\ntitle: Z\ndraft: true\n\nZeppelin\n", "front-matter-unclosed"),
        ("news/2024/_index.md", b"---\ntitle: Z\n---\nZeppelin \xff\n", "file-not-utf8"),
        ("news/x/_index.md", b"---\ntitle: Z\ndraft: treu\n---\nZeppelin\n", "status-unreadable"),
    ],
)
def test_what_is_wrong_with_the_page_of_a_folder_is_said_as_of_a_post(drawn, path, text, code):
    site = site_of(drawn, {"news/2024/a.md": post("A", "2024-05-01")})
    site.write(f"docs/{path}", text)
    built = site.build()
    assert built.exit_code == 1
    assert [said for said in built.errors if f"[{code}]" in said and f"{path}:" in said]


def test_defaults_and_exclusions_hold_for_the_page_of_a_folder(drawn):
    pages = {
        f"news/{folder}_index.md": "---\ntitle: Zeppelin\n---\nText.\n" for folder in ("", "2024/", "x/")
    }
    site = site_of(drawn, pages | {"news/2024/a.md": post("A", "2024-05-01")})
    site.write("docs/news/x/.meta.yml", b"draft: true\n")
    built = site.build(exclude_docs="/news/_index.md\n/news/2024/_index.md\n")
    assert built.ok, built
    assert [path for path, data in built.files().items() if b"Zeppelin" in data] == []
    assert built.page("news/").texts(".newsblog-card__title") == ["A"]
    assert built.page("news/2024/").texts(".newsblog-card__title") == ["A"]


def test_the_page_of_a_folder_gives_way_to_an_index(drawn):
    pages = {"news/index.md": "# Mine\n", "news/_index.md": "---\ntitle: Other\n---\nText.\n"}
    built = site_of(drawn, pages | {"news/a.md": post("A", "2024-05-01")}).build()
    assert built.ok, built
    assert built.page("news/").text("h1").startswith("Mine")
    assert built.page("news/").texts(".newsblog-card__title") == ["A"]


@pytest.mark.parametrize(
    ("language", "order"),
    [("de", ["Ähre", "Anker", "Åre", "Zelt"]), ("sv", ["Anker", "Zelt", "Åre", "Ähre"])],
)
def test_terms_stand_in_the_order_of_the_alphabet(drawn, language, order):
    posts = {
        "news/a.md": post("A", "2024-01-02", tags="[Zelt, Åre, Anker, Ähre]"),
        "lists.md": "# Lists\n\n<!-- newsblog: tags -->\n",
    }
    built = site_of(drawn, posts, {"dir": "news", "language": language}).build()
    assert built.ok, built
    for url in ("news/tags/", "lists/"):
        shown = [name for name in built.page(url).texts("bdi, .newsblog-term") if name in order]
        assert list(dict.fromkeys(shown)) == order
