"""Posts and listings in the site's navigation, whatever shape it has."""

import pytest

from tests.harness.site import PROJECT

POST = (
    "---\ntitle: {title}\ndate: 2024-01-{day:02}\ntags: [world]\ncategories: [a/b]\n---\nText of {title}.\n"
)
PAGES = {
    "index.md": "# Welcome\n",
    "guide/one.md": "# One\n",
    "guide/two.md": "# Two\n",
    "about.md": "# About\n",
    "news/index.md": "# News\n",
    "news/first.md": POST.format(title="First", day=1),
    "news/second.md": POST.format(title="Second", day=2),
    "news/third.md": POST.format(title="Third", day=3),
}
MATERIAL = {
    "theme": {
        "name": "material",
        "font": False,
        "features": ["navigation.tabs", "navigation.path", "navigation.footer"],
    }
}
GUIDE = {"Guide": ["guide/one.md", "guide/two.md"]}
OURS = (
    "news/first/",
    "news/tags/",
    "news/tags/world/",
    "news/archive/",
    "news/2024/01/",
    "news/categories/a/b/",
)
NAVS = {
    "top-level": (
        [{"Home": "index.md"}, GUIDE, {"News": "news/index.md"}, "about.md"],
        "News",
        ["Home", "News"],
    ),
    "leads a section": (
        [{"Home": "index.md"}, GUIDE, {"What is new": ["news/index.md", "about.md"]}],
        "What is new",
        ["Home", "What is new"],
    ),
    "inside a section": (
        [{"Home": "index.md"}, GUIDE, {"Company": ["about.md", {"News": "news/index.md"}]}],
        "Company",
        ["Home", "Company", "News"],
    ),
    "from the files": (None, "News", ["Welcome", "News"]),
}


def site_of(drawn, **more):
    site = drawn("docs/\n", {"site_url": "https://example.org/docs/", "not_in_nav": "about.md\n"})
    site.add(PAGES | more)
    return site


def tabs(page):
    return page.texts(".md-tabs__item--active")


@pytest.mark.parametrize("written", [True, False], ids=["own index", "no index"])
@pytest.mark.parametrize(("nav", "tab", "way"), NAVS.values(), ids=NAVS)
def test_on_material_the_tab_and_the_way_show_where_a_post_belongs(drawn, nav, tab, way, written):
    site = site_of(drawn)
    if not written:
        site.delete("docs/news/index.md")
    built = site.build(newsblog={"dir": "news", "title": "News"}, **MATERIAL, **({"nav": nav} if nav else {}))
    assert built.ok, built
    assert tabs(built.page("news/")) == [tab]
    for url in OURS:
        page = built.page(url)
        assert (url, tabs(page), page.texts(".md-path__item")) == (url, [tab], way)
        links = page.values(".md-path__link", "href")
        assert built.resolver.problem(links[-1], built.resolver.url(built.path(url))) == ""
    assert tabs(built.page("guide/one/")) == ["Guide"]
    assert tabs(built.page()) == [way[0]]
    assert built.broken_links() == []


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_on_the_hosts_own_themes_the_front_page_lights_up(drawn, theme):
    built = site_of(drawn).build(theme=theme, newsblog={"dir": "news"}, nav=NAVS["top-level"][0])
    assert built.ok, built
    lit = {"mkdocs": ".nav-link.active", "readthedocs": ".wy-menu-vertical li.current > a"}[theme]
    for url in OURS:
        assert built.page(url).texts(lit) == ["News"]
    if theme == "readthedocs":
        crumbs = built.page("news/first/").texts(".wy-breadcrumbs li:not(.wy-breadcrumbs-aside)")
        assert crumbs == ["", "News", "First"]


def test_posts_whose_front_page_is_in_no_nav_are_nowhere_and_well(drawn):
    built = site_of(drawn).build(newsblog={"dir": "news"}, nav=["index.md", GUIDE], **MATERIAL)
    assert built.ok, built
    assert tabs(built.page("news/first/")) == tabs(built.page("news/tags/world/")) == []


# Listings and posts that the nav shows on request ------

SHOWN = {"dir": "news", "archive": {"nav": True}, "tags": {"nav": True}, "index": {"nav_posts": 2}}
CHILDREN = ["News", "Archive", "Tags", "Third", "Second"]


def items(page):
    """The nav as a list of titles; a section is a list that begins with its own title."""
    found = []
    for item in page.select(".md-nav--primary > .md-nav__list > .md-nav__item"):
        titles = item.texts("a.md-nav__link")
        nested = "md-nav__item--nested" in item.classes
        found.append([item.select("label.md-nav__link")[0].content, *titles] if nested else titles[0])
    return found


@pytest.mark.parametrize(
    ("nav", "place", "expected"),
    [
        (NAVS["top-level"][0], 2, ["News", *CHILDREN]),
        (NAVS["leads a section"][0], 2, ["What is new", "News", "About", *CHILDREN[1:]]),
        (None, 2, ["News", *CHILDREN]),
    ],
    ids=["top-level", "leads a section", "from the files"],
)
def test_listings_and_new_posts_stand_below_the_front_page_on_request(drawn, nav, place, expected):
    site = site_of(drawn)
    changes = {"theme": {"name": "material", "font": False}} | ({"nav": nav} if nav else {})
    before, after = (site.build(newsblog=options, **changes) for options in ({"dir": "news"}, SHOWN))
    assert after.ok, after
    old, new = items(before.page("guide/one/")), items(after.page("guide/one/"))
    assert new[place] == expected
    assert [item for number, item in enumerate(new) if number != place] == [
        item for number, item in enumerate(old) if number != place
    ]
    assert after.page("news/archive/").texts(".md-nav__item--active .md-nav__link--active:is(a)") == [
        "Archive"
    ]
    assert after.page("news/tags/world/").texts(".md-nav__item--active > a") == ["Tags"]
    assert after.broken_links() == []


def test_the_way_through_the_authors_own_pages_stays(drawn):
    site = site_of(drawn)
    steps = {}
    for name, options in {"before": {"dir": "news"}, "after": SHOWN}.items():
        built = site.build(newsblog=options, nav=NAVS["top-level"][0], **MATERIAL)
        steps[name] = {
            url: built.page(url).values(".md-footer__link", "href")
            for url in ("", "guide/two/", "news/", "about/", "news/second/")
        }
    assert steps["before"] == steps["after"]
    assert steps["after"]["news/second/"] == ["../first/", "../third/"]
    assert steps["after"]["about/"] == ["../news/"]


def test_a_listing_that_the_nav_names_itself_stays_there_and_lights_up_for_what_is_below(drawn):
    nav = [{"Home": "index.md"}, GUIDE, {"News": "news/index.md"}, {"Topics": "news/tags/index.md"}]
    built = site_of(drawn).build(newsblog=SHOWN, nav=nav, **MATERIAL)
    assert built.ok, built
    assert tabs(built.page("news/tags/")) == tabs(built.page("news/tags/world/")) == ["Topics"]
    assert built.page("news/").texts(".md-nav--primary a[href$='tags/']") == ["Topics"]
    assert tabs(built.page("news/archive/")) == ["News"]


def test_a_year_that_the_nav_names_lights_up_for_its_months(drawn):
    nav = [{"Home": "index.md"}, {"News": "news/index.md"}, {"This year": "news/2024/index.md"}]
    built = site_of(drawn).build(newsblog={"dir": "news"}, nav=nav, **MATERIAL)
    assert built.ok, built
    months = [url for url in built.urls() if url.startswith("news/2024/")]
    assert len(months) > 1
    for url in months:
        assert tabs(built.page(url)) == ["This year"], url
    assert tabs(built.page("news/archive/")) == ["News"]


INTRODUCED = {
    "news/2024.md": "# The year\n\nWhat it was.\n",
    "news/tags/index.md": "# Topics\n",
    "news/tags/world.md": "# The world\n",
    "news/categories/a/index.md": "# Letters\n",
}
PAGES_OF_LISTINGS = ("news/2024/", "news/tags/", "news/tags/world/", "news/categories/a/")
STRICTLY = {"validation": {"omitted_files": "warn"}}


@pytest.mark.parametrize("posts", ["**", "*.md"])
@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_pages_that_introduce_listings_are_in_no_nav_that_does_not_name_them(drawn, host, posts):
    site, options = site_of(drawn, **INTRODUCED), {"dir": "news", "posts": [posts]}
    names = [{"Home": "index.md"}, GUIDE, {"News": "news/index.md"}, {"Years": ["news/2024.md"]}]
    for nav, menu in ((None, []), (NAVS["top-level"][0], []), (names, ["news/2024/"])):
        changes = {"newsblog": options, "theme": "mkdocs", **STRICTLY, **({"nav": nav} if nav else {})}
        built = site.cli("build", "--strict", host=host, **changes)
        assert built.ok, built
        entries = built.page("").values(".navbar a[href]", "href")
        assert [url for url in PAGES_OF_LISTINGS if url in entries] == menu
        assert "news/" in entries
        for url in PAGES_OF_LISTINGS:
            assert built.page(url).texts(".nav-link.active") == (["Years"] if url in menu else ["News"])


def test_an_option_puts_a_page_that_introduces_a_listing_into_the_nav(drawn):
    changes = {"theme": {"name": "material", "font": False}, **STRICTLY}
    built = site_of(drawn, **INTRODUCED).build(newsblog=SHOWN, **changes)
    assert built.ok, built
    assert items(built.page("guide/one/"))[2] == ["News", "News", "Archive", "Topics", "Third", "Second"]


def test_a_preview_keeps_pages_that_introduce_listings_out_of_the_nav(drawn):
    site = site_of(drawn, **INTRODUCED)
    with site.serve(newsblog={"dir": "news"}, theme="mkdocs") as live:

        def menu():
            entries = live.page("about/").values(".navbar a[href]", "href")
            return [url for url in PAGES_OF_LISTINGS if f"../{url}" in entries]

        assert menu() == []
        with live.rebuild():
            site.delete("docs/news/2024.md")
        with live.rebuild():
            site.write("docs/news/2024.md", "# The year again")
        assert live.page("news/2024/").text("h1") == "The year again"
        assert menu() == []
        assert "../news/" in live.page("about/").values(".navbar a[href]", "href")


# The whole site is the blog ------

BLOG = {"dir": ".", "archive": {"nav": True}, "categories": {"nav": True}}


@pytest.mark.parametrize(
    ("theme", "own", "folders"),
    [
        ("material", True, True),
        ("material", False, True),
        ("material", True, False),
        ("mkdocs", False, False),
        ("readthedocs", True, True),
    ],
)
def test_a_site_may_be_nothing_but_a_blog(drawn, theme, own, folders):
    site = drawn(
        "docs/\n  robots.txt | User-agent: *\n  assets/\n    a.png\n",
        {"site_url": "https://example.org/docs/"},
    )
    site.write("docs/hello.md", POST.format(title="Hello", day=1) + "\n![A](assets/a.png)\n")
    site.write("docs/2024/more.md", POST.format(title="More", day=2) + "\n[Hello](../hello.md)\n")
    if own:
        site.write("docs/index.md", "# My blog\n\nAbout *me*.\n")
    changes = MATERIAL if theme == "material" else {"theme": theme}
    built = site.build(newsblog=BLOG | {"title": "My blog"}, use_directory_urls=folders, **changes)
    assert built.ok, built
    front = built.page()
    assert [text.rstrip("¶#") for text in front.texts("h1")] == ["My blog"]
    assert front.texts(".newsblog-card__title") == ["More", "Hello"]
    assert front.texts(".newsblog-view em") == (["me"] if own else [])
    for url in ("hello/", "2024/more/"):
        assert built.page(url).select("article.newsblog-post")
    for url in (
        "archive/",
        "2024/",
        "2024/01/",
        "tags/world/",
        "categories/a/b/",
        "feed.xml",
        "404.html",
        "robots.txt",
    ):
        assert built.exists(url), url
    assert "newsblog" not in built.text("404.html")
    assert built.broken_links() == []
    assert built.duplicate_ids() == {}
    if theme == "material":
        start = tabs(front)
        assert len(start) == 1
        for url in ("hello/", "tags/world/"):
            page = built.page(url)
            assert tabs(page) == start, "the front page is where every post belongs"
            assert page.texts(".md-path__item") == [], "and the way from there needs no words"
        assert tabs(built.page("archive/")) == ["Archive"]
        assert tabs(built.page("categories/a/b/")) == ["Categories"]
        assert front.texts(".md-tabs__item") == [*start, "Archive", "Categories"]


def test_both_hosts_settle_the_nav(drawn):
    site = site_of(drawn)
    assert (PROJECT / ".venv-properdocs").exists()
    for host in ("mkdocs", "properdocs"):
        built = site.cli(
            "build", "--strict", host=host, newsblog=SHOWN, theme="mkdocs", nav=NAVS["top-level"][0]
        )
        assert built.ok, built
        menu = built.page("about/").texts(".dropdown-menu .dropdown-item")
        assert menu[-5:] == CHILDREN
        assert built.page("news/first/").texts(".nav-link.active") == ["News"]
