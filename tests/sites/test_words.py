"""Words that a site writes itself, in whole sites: where they stand, and that they are text everywhere."""

import html
import re

import pytest

from mkdocs_newsblog.schema.options.own_words import WORDS
from tests.sites.test_listings import THEMES, post, site_of

IN_PREVIEWS = {"draft", "scheduled", "expired", "unlisted", "problems", "list_problems"}
BETWEEN_POSTS = {"previous", "next", "neighbours"}
"""Words that two of the themes have themselves."""
PARTS = 12
POSTS = {
    **{
        f"news/p{number}.md": post(
            f"P{number}",
            f"2024-01-{number:02}",
            updated="2024-02-01",
            tags="[t]",
            categories="[c]",
            author="[Jo, Al, Bea, Cid, Di]",
            series="S",
            aliases=f"[/old{number}/]",
            pin=str(number == 2).lower(),
            related="[undated.md]",
        )
        for number in range(1, PARTS + 1)
    },
    "news/undated.md": post("Undated"),
    "none.md": "# None\n\n<!-- newsblog: latest offset=50 -->\n",
}


def marked(name):
    """A word with markup in it, and with all of its places."""
    return f"<b>{name}!</b> \"'& {' '.join(f'{{{place}}}' for place in WORDS[name].places)}".strip()


def with_words(drawn, words, **options):
    newsblog = {
        "dir": "news",
        "index": {"per_page": 1},
        "archive": {"nav": True},
        "series": {"pagination": "stable", "per_page": 2},
        "tags": {"layout": "table"},
        "shown": {"card": ["date", "updated", "authors", "minutes"]},
        "words": words,
        **options,
    }
    config = {"site_url": "https://example.org/"}
    return site_of(drawn, POSTS, newsblog, config)


@pytest.mark.parametrize("theme", THEMES)
def test_every_word_is_shown_and_markup_in_it_is_text(drawn, theme):
    built = with_words(drawn, {name: marked(name) for name in WORDS}).build(theme=theme, strict=False)
    assert built.exit_code == 0, built
    pages = [data.decode() for path, data in built.files().items() if path.endswith(".html")]
    shown = html.unescape("\n".join(pages))
    missing = {name for name in WORDS if f"<b>{name}!</b> \"'&" not in shown}
    assert missing == IN_PREVIEWS | (set() if theme == "material" else BETWEEN_POSTS)
    assert [page for page in pages if re.search(r"<b>\w+!", page)] == []
    for path in ("news/feed.xml", "news/atom.xml"):
        assert "<b>" not in built.text(path)


GREEK = {
    "older": "Παλαιότερα",
    "newer": "Νεότερα",
    "archive": "Αρχείο",
    "posts": {"one": "ένα άρθρο", "other": "{number} άρθρα"},
    "minutes": "{number} λεπτά",
}


@pytest.mark.parametrize(
    ("language", "title"),
    [("en", "Tag: sea"), ("fr", "Étiquette\u00a0: sea"), ("ja", "タグ：sea"), ("zh-Hant", "標籤：sea")],
)
def test_kind_and_name_stand_as_the_language_has_it(drawn, language, title):
    built = site_of(
        drawn, {"news/a.md": post("A", "2024-01-02", tags="[sea]")}, {"dir": "news", "language": language}
    ).build()
    assert f"<title>{title} - Drawn</title>" in html.unescape(built.page("news/tags/sea/").html)


@pytest.mark.parametrize(
    ("title", "year", "second"),
    [("News", "2024 – News", "News – Page 2"), ("Drawn", "2024", "Page 2")],
)
def test_a_listing_of_a_section_called_as_the_site_says_that_name_once(drawn, title, year, second):
    options = {"dir": "news", "title": title, "index": {"per_page": 1}}
    posts = {f"news/{name}.md": post(name, "2024-01-02") for name in "ab"}
    built = site_of(drawn, posts, options).build()
    for url, wanted in (("news/2024/", year), ("news/page/2/", second)):
        assert f"<title>{wanted} - Drawn</title>" in built.text(url)


@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
@pytest.mark.parametrize(
    ("title", "shown"), [("News &amp; more", "News &amp; more"), ("Blog", "Blog - News &amp; more")]
)
def test_a_front_page_of_a_site_says_a_name_of_both_once(drawn, theme, title, shown):
    named = {"site_name": "News & more", "use_directory_urls": False}
    site = drawn("docs/\n", named, {"dir": ".", "title": html.unescape(title)})
    site.write("docs/a.md", post("A", "2024-01-02"))
    built = site.build(theme=theme)
    wanted = shown if theme == "material" else "News &amp; more"
    found = built.page("index.html").text("title")
    assert found == html.unescape(wanted)
    assert built.page("a.html").text("title") == "A - News & more"


@pytest.mark.parametrize("words", [GREEK, {"el": GREEK}, {"older": "x", "el": GREEK, "de": {"newer": "y"}}])
def test_a_site_in_a_language_without_words_may_have_its_own(drawn, words):
    built = with_words(drawn, words, language="el").build(strict=False)
    assert built.exit_code == 0, built
    assert [text for text in built.warnings if "words" in text] == []
    front = built.page("news/page/2/")
    assert front.texts(".newsblog-pager a[rel]") == ["Νεότερα", "Παλαιότερα"]
    assert front.text(".newsblog-minutes") == "1 λεπτά"
    assert "1 Ιανουαρίου 2024" in built.page("news/p1/").text(".newsblog-byline")
    archive = built.page("news/archive/")
    assert archive.text("h1") == "Αρχείο"
    assert f"{PARTS} άρθρα" in archive.text("main, body")
    assert "ένα άρθρο" in archive.text("main, body")
    assert "Without a date" in archive.text("main, body")


HOSTILE = [
    "{0.__class__}",
    "{number.__class__}",
    "{number!r}",
    "{number:>99999999}",
    "{number[0]}",
    "{",
    "{}",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_a_word_can_not_hold_ends_the_build_with_a_clear_message(drawn, text):
    site = with_words(drawn, {"page": text, "el": {"odler": "x"}})
    built = site.build(strict=False)
    assert built.exit_code == 1
    (said,) = [line for line in str(built).splitlines() if "words.page" in line]
    assert "{number}" in said or "braces in pairs" in said
    assert "Did you mean 'older'?" in str(built)
    assert "Traceback" not in str(built)


def test_a_plural_form_that_the_language_lacks_is_named_at_its_place(drawn):
    site = with_words(drawn, {"posts": {"one": "a post", "few": "few", "other": "{number} posts"}})
    built = site.build(strict=False)
    (said,) = [text for text in built.warnings if "[word-form-unused]" in text]
    assert 'words.posts.few: the language en has no plural form "few", only one, other.' in said
    output = site.check().output
    line = next(n for n, text in enumerate(site.config.splitlines(), 1) if "few:" in text)
    assert re.search(rf"mkdocs.yml:{line}:\d+: words.posts.few: ", output), output
