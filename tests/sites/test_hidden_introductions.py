"""Pages at the addresses of listings that are not published, that look like posts, or that are hostile."""

import json

import pytest

from tests.sites.test_bad_input import Said, messages
from tests.sites.test_listings import post, site_of
from tests.sites.test_translations import PAGES, STRUCTURES, site_in_two_languages

WORD = "Zeppelin"
OPEN = {
    "news/a.md": post("A", "2024-05-01", tags="[tide]", author="Jo", categories="[Sea]", series="[Walk]"),
    "news/b.md": post("B", "2024-05-02"),
}
PLACES = {
    "news/index.md": "news/",
    "news/README.md": "news/",
    "news/2024.md": "news/2024/",
    "news/2024/05/index.md": "news/2024/05/",
    "news/tags/tide.md": "news/tags/tide/",
    "news/tags.md": "news/tags/",
    "news/authors/jo.md": "news/authors/jo/",
    "news/archive.md": "news/archive/",
    "news/series/walk/README.md": "news/series/walk/",
    "news/page/2.md": "news/page/2/",
}
STATES = {
    "a draft": "draft: true",
    "scheduled": "date: 2999-01-01",
    "embargoed": "date: 2020-01-01\npublishDate: 2999-01-01",
    "expired": "expires: 2024-06-01",
    "not public": "published: false",
    "private": "private: true",
    "locked": "password: sesame",
    "left out": "status: skip",
    "unreadable": "draft: perhaps",
}
QUIET = ("date-implausible", "introduction-like-post", "status-unreadable")
OPTIONS = {
    "dir": "news",
    "index": {"per_page": 1},
    "feeds": {"content": "full"},
    "llms": True,
    "posts_json": True,
    "problems": dict.fromkeys(QUIET, "ignore"),
}
SITE = {"site_url": "https://example.org/docs/"}


def hidden(line):
    return f"---\ntitle: {WORD} title\ndescription: {WORD} words\n{line}\n---\n# {WORD}\n\n{WORD} text.\n"


def checked(site, *arguments):
    """What `newsblog check` makes of a site: its exit status, and what it prints."""
    found = site.check(*arguments)
    return found.exit_code, found.output


def traces(built):
    """Files of a site that hold, or are named by, what nobody should see; themes' scripts aside."""
    found = built.files().items()
    return [path for path, data in found if WORD.lower().encode() in path.lower().encode() + data.lower()]


def whole(drawn, pages, **config):
    return site_of(drawn, OPEN | pages, OPTIONS, SITE | config)


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("path", PLACES)
def test_an_introduction_that_is_not_published_leaves_no_trace_in_a_build(drawn, path, state):
    pages = {path: hidden(STATES[state]), "other.md": f"[the listing]({path})\n"}
    built = whole(drawn, pages, nav=["index.md", "other.md", path]).build()
    assert built.ok, built
    assert traces(built) == []
    assert [
        text for text in built.said("INFO") if f"{path}:" in text and "[introduction-unpublished]" in text
    ]
    assert built.page(PLACES[path]).select(".newsblog-view"), "the listing itself is there"
    assert built.broken_links() == []
    assert [url for url in built.urls() if url == PLACES[path]] == [PLACES[path]]


@pytest.mark.parametrize(
    "line",
    ["unlisted: true", "status: private", "build: {list: never}", "build: {list: local}", "hidden: true"],
)
@pytest.mark.parametrize(
    "path", ["news/_index.md", "news/tags/_index.md", "news/2024/_index.md", "news/index.md"]
)
def test_an_introduction_that_no_list_is_to_name_stands_at_its_address(drawn, path, line):
    built = whole(drawn, {path: hidden(line)}).build()
    assert built.ok, built
    assert f"{WORD} text." in built.page(path.rpartition("/")[0] + "/").text(".newsblog-view")
    assert not [text for text in built.said("INFO") if "[introduction-unpublished]" in text]


@pytest.mark.parametrize("theme", ["readthedocs", "material"])
def test_hidden_introductions_everywhere_change_nothing_but_the_log(drawn, theme):
    without = whole(drawn, {}).build(theme=theme)
    pages = {path: hidden("draft: true") for path in PLACES if "README" not in path}
    built = whole(drawn, pages).build(theme=theme)
    assert built.ok, built
    assert built.urls() == without.urls()
    assert {page.url: page.text("title") for page in built.pages()} == {
        page.url: page.text("title") for page in without.pages()
    }
    assert {str(each) for each in built.search_index()} == {str(each) for each in without.search_index()}
    assert sorted(built.text("sitemap.xml").split()) == sorted(without.text("sitemap.xml").split())


def test_the_check_says_of_hidden_introductions_what_a_build_says(drawn):
    pages = {path: hidden("draft: true") for path in PLACES if "README" not in path}
    site = whole(drawn, pages | {"news/archive.md": hidden("draft: perhaps")})
    said = json.loads(checked(site, "--format", "json")[1])
    found = {(each["path"], each["code"]) for each in said["problems"]}
    assert found == {(path, "introduction-unpublished") for path in pages}


@pytest.mark.parametrize(
    ("line", "key", "code"),
    [
        ("draft: maybe", "draft", "status-unreadable"),
        ("hero: 'javascript:alert(1)'", "hero", "hero-unsafe"),
        ("canonical_url: 'javascript:alert(1)'", "canonical_url", "link-unsafe"),
        ("redirect_from: ../../../../old/", "redirect_from", "address-unsafe"),
    ],
)
@pytest.mark.parametrize("path", ["news/index.md", "news/2024.md", "news/tags/tide.md"])
def test_a_bad_value_on_an_introduction_is_an_error_as_on_a_post(drawn, path, line, key, code):
    site = site_of(drawn, OPEN | {path: f"---\ntitle: Ours\n{line}\n---\nText.\n"})
    built = site.cli("build")
    for exit_code, output in ((built.exit_code, built.output), checked(site)):
        assert exit_code == 1, output
        assert "Traceback" not in output
        assert f"{path}:3:" in output
        assert f"{key}: " in output
        assert output.count(f"[{code}]") == 1


def test_a_former_address_with_a_query_is_said_of_an_introduction_as_of_a_post(drawn):
    text = "---\ntitle: Ours\naliases: ['/old/?p=1']\n---\nText.\n"
    built = site_of(drawn, OPEN | {"news/index.md": text}).build(strict=False)
    (said,) = [text for text in built.said("WARNING") if "[alias-ignored]" in text]
    assert "news/index.md:3:11: aliases[0]: " in said


HARMLESS = {
    "date: Spring 2024": "date-unreadable",
    "date: 1024-05-01": "date-implausible",
    "description: [a, b]": "value-ignored",
    "title: [a, b]": "value-invalid",
    "slug: ../up": "address-unsafe",
}


@pytest.mark.parametrize("line", HARMLESS)
@pytest.mark.parametrize("path", ["news/index.md", "news/2024.md", "news/tags/index.md"])
def test_a_value_that_no_introduction_needs_is_said_with_a_notice(drawn, path, line):
    quiet = {"dir": "news", "problems": {"introduction-like-post": "ignore"}}
    site = site_of(drawn, OPEN | {path: f"---\n{line}\n---\n# Ours\n\nText.\n"}, quiet, SITE)
    built = site.build()
    assert built.ok, built
    assert [said for said in built.said("INFO") if f"{path}:2:" in said and f"[{HARMLESS[line]}]" in said]
    assert "Text." in built.page(PLACES.get(path, "news/tags/")).text(".newsblog-view")
    strict = quiet | {"problems": {HARMLESS[line]: "error"}}
    assert site.build(strict=False, newsblog=strict).exit_code == 1


@pytest.mark.parametrize("line", HARMLESS)
def test_a_value_of_a_folder_is_said_of_its_introductions_with_a_notice_and_of_posts_as_ever(drawn, line):
    pages = {"news/tags/.meta.yml": f"{line}\n", "news/tags/tide.md": "# Tide\n"}
    site = site_of(drawn, OPEN | pages, {"dir": "news", "url": "slug"}, SITE)
    built = site.build()
    assert built.ok, built
    (said,) = [text for text in built.said("INFO") if "news/tags/.meta.yml:1:" in text]
    site.write("docs/news/tags/post.md", "# Post\n")
    built = site.build(strict=False)
    (worse,) = [text for text in built.said("WARNING", "ERROR") if "news/tags/.meta.yml:1:" in text]
    assert worse == said
    assert not [text for text in built.said("INFO") if "news/tags/.meta.yml:1:" in text]


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("draft: true", "a draft"),
        ("private: true", "a draft"),
        ("status: skip", "left out"),
        ("date: 2999-01-01", "scheduled for later"),
        ("pubDate: 2999-01-01\ndate: 2020-01-01", "scheduled for later"),
        ("expires: 2024-06-01", "expired"),
        ("tags: [draft]", "a draft"),
        ("wip: true", "a draft"),
    ],
)
def test_defaults_of_a_folder_hide_introductions_in_it_and_a_notice_says_which(drawn, line, word):
    own = {"news/tags/tide.md": hidden("x: 1"), "news/tags/index.md": hidden("x: 1")}
    site = whole(drawn, own | {"news/tags/.meta.yml": f"comments: true\n{line}\n"})
    built = site.build()
    assert built.ok, built
    assert traces(built) == []
    said = [text for text in built.said("INFO") if "[introduction-unpublished]" in text]
    assert len(said) == len(own)
    for path, text in zip(sorted(own), said, strict=True):
        assert f'news/tags/.meta.yml:2:{line.index(":") + 3}: status: this makes "{path}",' in text
        assert f", {word}; a build leaves it out. Say otherwise in that page" in text
    open_again = hidden(
        "draft: false\ndate: 2024-01-01\npubDate: 2024-01-01\nexpires: 2999-01-01\n"
        "private: false\nstatus: published"
    )
    for path in own:
        site.write(f"docs/{path}", open_again)
    assert not [text for text in site.build().said("INFO") if "[introduction-unpublished]" in text]


def test_front_matter_that_nobody_can_read_hides_the_introduction_at_any_level(drawn):
    text = f"---\ntitle: {WORD}\ndraft: !!python/name:os.system true\n---\n{WORD}\n"
    problems = {"problems": {"front-matter-unsafe": "ignore"}}
    site = site_of(drawn, OPEN | {"news/2024.md": text}, {"dir": "news"} | problems)
    built = site.build()
    assert built.ok, built
    assert traces(built) == []
    assert built.page("news/2024/").select(".newsblog-view")


def test_a_preview_shows_a_hidden_introduction_with_a_badge_until_it_is_published(drawn):
    site = whole(drawn, {"news/index.md": hidden("draft: true"), "news/2024.md": hidden("status: skip")})
    with site.serve() as live:
        page = live.page("news/")
        assert f"{WORD} text." in page.text("body")
        assert page.texts(".newsblog-view > p > .newsblog-badge--draft") == ["Draft"]
        assert WORD not in live.page("news/2024/").raw.partition("newsblog-view")[2]
        with live.rebuild():
            site.write("docs/news/index.md", hidden("draft: false"))
        page = live.page("news/")
        assert f"{WORD} text." in page.text("body")
        assert page.select(".newsblog-view > p > .newsblog-badge") == []


@pytest.mark.parametrize("structure", STRUCTURES)
def test_an_introduction_is_hidden_in_the_language_that_does_not_publish_it(drawn, structure):
    texts = (hidden("draft: false").replace(WORD, "Balloon"), hidden("draft: true"))
    pages = PAGES | {"news/index.md": texts, "news/archive/index.md": texts}
    built = site_in_two_languages(drawn, structure, pages).build(newsblog=None)
    assert built.ok, built
    assert traces(built) == []
    for url in ("news/", "news/archive/"):
        assert "Balloon text." in built.page(url).text("body")
        assert built.page(f"fr/{url}").select(".newsblog-view")
        assert "Balloon" not in built.page(f"fr/{url}").text("body")
    assert built.broken_links() == []


# Pages that look like posts ------


@pytest.mark.parametrize("line", ["date: 2024-12-31", "tags: [tide]", "hero: https://example.org/a.png"])
@pytest.mark.parametrize("path", ["news/2024.md", "news/archive.md", "news/page/2.md"])
def test_a_page_that_looks_like_a_post_is_said_to_be_none(drawn, path, line):
    text = f"---\ntitle: In review\n{line}\n---\nText.\n"
    options = {"dir": "news", "index": {"per_page": 1}}
    site = site_of(drawn, OPEN | {"news/c.md": post("C", "2024-01-01"), path: text}, options, SITE)
    built = site.build(strict=False)
    assert messages(built) == [
        Said("WARNING", f"{path}:3:{line.index(':') + 3}", "file", "introduction-like-post")
    ]
    (said,) = built.warnings
    assert "Rename the file to keep it a post" in said
    assert "[introduction-like-post]" in checked(site)[1]
    quiet = options | {"problems": {"introduction-like-post": "ignore"}}
    assert messages(site.build(newsblog=quiet)) == []


@pytest.mark.parametrize("path", ["news/index.md", "news/_index.md", "news/tags/_index.md"])
def test_a_page_that_could_be_no_post_may_have_a_date(drawn, path):
    built = site_of(
        drawn, OPEN | {path: "---\ntitle: Ours\ndate: 2024-01-01\n---\nText.\n"}, config=SITE
    ).build()
    assert built.ok, built
    assert messages(built) == []


@pytest.mark.parametrize("name", ["index.md", "README.md"])
@pytest.mark.parametrize("folder", ["archive", "tags", "tags/tide", "authors/jo", "2024", "2024/05"])
def test_the_page_of_a_folder_may_have_what_posts_have(drawn, folder, name):
    text = "---\ntitle: Ours\ndate: 2024-01-01\ntags: [tide]\nimage: https://example.org/a.png\n---\nText.\n"
    built = site_of(drawn, OPEN | {f"news/{folder}/{name}": text}, config=SITE).build()
    assert built.ok, built
    assert messages(built) == []
    assert "Text." in built.page(f"news/{folder}/").text(".newsblog-view")


@pytest.mark.parametrize("structure", STRUCTURES)
def test_the_page_of_a_folder_may_have_what_posts_have_in_each_language(drawn, structure):
    text = "---\ntitle: Ours\ndate: 2024-01-01\n---\nText.\n"
    site = site_in_two_languages(drawn, structure, PAGES | {"news/archive/index.md": (text, text)})
    built = site.build(newsblog=None)
    assert built.ok, built


@pytest.mark.parametrize(
    ("path", "lines", "said"),
    [
        ("news/authors/jo.md", "image: https://example.org/a.png", 0),
        ("news/authors/jo.md", "image: https://example.org/a.png\ndate: 2024-01-01", 1),
        ("news/tags/tide.md", "image: https://example.org/a.png", 1),
    ],
)
def test_a_picture_alone_makes_no_post_of_a_person(drawn, path, lines, said):
    built = site_of(drawn, OPEN | {path: f"---\ntitle: Ours\n{lines}\n---\nText.\n"}, config=SITE).build(
        strict=False
    )
    assert [each.code for each in messages(built)] == ["introduction-like-post"] * said


def test_a_date_from_the_path_or_the_folder_makes_no_post_of_an_introduction(drawn):
    pages = {
        "news/2024/05/01.md": "# May day\n",
        "news/tags/.meta.yml": "date: 2024-01-01\ntags: [x]\n",
        "news/tags/tide.md": "# Tide\n",
    }
    options = {"dir": "news", "archive": {"days": True}}
    built = site_of(drawn, OPEN | pages, options, SITE).build()
    assert built.ok, built
    assert messages(built) == []
    assert built.page("news/2024/05/01/").texts("h1") == ["May day"]


@pytest.mark.parametrize("path", ["news/2023.md", "news/2023/index.md", "news/2023/README.md"])
def test_the_only_post_of_a_year_is_not_lost_at_the_address_of_that_year(drawn, path):
    site = site_of(drawn, OPEN | {path: post("Review", "2023-12-31")}, config=SITE)
    built = site.cli("build")
    assert built.exit_code == 1
    assert messages(built) == [Said("ERROR", f"{path}:1:1", "file", "address-taken")]
    assert "[address-taken]" in checked(site)[1]
    with site.serve() as live:
        assert live.page("news/").texts(".newsblog-card__title") == ["B", "A", "Review"]


# Hostile front matter ------

HOSTILE = "<script>alert(1)</script>"
ATTRIBUTE = '"><img src=x onerror=alert(2)>'


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
@pytest.mark.parametrize("path", ["news/index.md", "news/2024.md", "news/tags/tide.md"])
def test_nothing_that_an_introduction_says_is_markup(drawn, theme, path):
    keys = {"title": HOSTILE, "description": ATTRIBUTE, "author": ATTRIBUTE, "image": ATTRIBUTE}
    text = "---\n" + "".join(f"{key}: '{value}'\n" for key, value in keys.items()) + "---\nText.\n"
    options = {"dir": "news", "problems": {"introduction-like-post": "ignore", "hero-unsafe": "ignore"}}
    built = site_of(drawn, OPEN | {path: text}, options, SITE).build(theme=theme)
    assert built.ok, built
    page = built.page(PLACES[path])
    assert page.texts("h1.newsblog-view__title") == [HOSTILE]
    assert HOSTILE in page.text("title")
    for page in built.pages():
        for forbidden in ("<script>alert(1)", "<img src=x"):
            assert forbidden not in page.raw, page
        assert "&amp;lt;" not in page.raw, f"{page} is escaped twice"


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
@pytest.mark.parametrize("language", ["yaml", "toml"])
def test_a_title_with_a_sign_of_html_is_shown_as_it_was_typed(drawn, theme, language):
    own = {"yaml": "---\ntitle: Q&A\n---\n", "toml": '+++\ntitle = "Q&A"\n+++\n'}[language]
    pages = {"news/index.md": f"{own}Text.\n", "news/2024.md": f"{own}Text.\n"}
    built = site_of(drawn, OPEN | pages, config=SITE).build(theme=theme)
    assert built.ok, built
    for url in ("news/", "news/2024/"):
        assert built.page(url).texts("h1") == ["Q&A"]
        assert built.page(url).text("title").startswith("Q&A")
        assert built.page(url).one("h1")["id"] == "q-a"
        titles = {each["title"] for each in built.search_index() if each["location"].startswith(url)}
        assert "Q&amp;A" in titles, "as the host has a heading of any page"
        assert "&amp;amp;" not in built.page(url).raw
    assert "Q&A" in [link.content for link in built.page().select("a")]
    assert "<title>Q&#x26;A" in built.text("news/feed.xml")


@pytest.mark.parametrize("title", ["[a, '<script>alert(1)</script>']", "{a: '<script>alert(1)</script>'}"])
def test_a_title_that_is_no_text_reaches_no_theme(drawn, title):
    options = {"dir": "news", "problems": {"value-invalid": "ignore", "value-ignored": "ignore"}}
    text = f"---\ntitle: {title}\n---\nText.\n"
    built = site_of(drawn, OPEN | {"news/2024.md": text}, options).build()
    assert built.ok, built
    assert not [page for page in built.pages() if "<script>alert(1)" in page.raw]
    assert built.page("news/2024/").texts("h1") == ["2024"]
