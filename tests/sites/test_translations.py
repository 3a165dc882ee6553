"""Sites in several languages, with the real translation plugin, which builds a site once for each of them."""

import pytest
from click.testing import CliRunner

from mkdocs_newsblog.cli import main

DEFAULT, OTHER = "en", "fr"
PAGES = {
    "index.md": ("# Home\n\n[News](news/index.md), [archive](news/archive/index.md)\n", "# Accueil\n"),
    "news/2024-01-02-first.md": (
        "---\ntitle: First\ntags: [world]\naliases: [/old/first/]\nrelated: [second.md]\n---\n"
        "[Second](second.md), [home](../index.md)\n",
        "---\ntitle: Premier\ntags: [monde]\naliases: [/fr/ancien/]\nrelated: [second.md]\n---\n"
        "[Second](second.md), [accueil](../index.md)\n",
    ),
    "news/second.md": (
        "---\ntitle: Second\ndate: 2024-02-03\nauthor: jo\n---\n[First](2024-01-02-first.md)\n",
        "---\ntitle: Deuxième\ndate: 2024-02-03\nauthor: jo\n---\n[Premier](2024-01-02-first.md)\n",
    ),
    "news/english.md": ("---\ntitle: English only\ndate: 2024-03-04\n---\nText.\n", None),
    "news/french.md": (None, "---\ntitle: En français\ndate: 2024-03-05\n---\nTexte.\n"),
}
AUTHORS = {"news/.authors.yml": "authors:\n  jo: {name: Jo Doe}\n"}
STRUCTURES = ("suffix", "folder")


def place(path, language, structure):
    if structure == "folder":
        return f"docs/{language}/{path}"
    return f"docs/{path}" if language == DEFAULT else f"docs/{path[:-3]}.{language}.md"


def site_in_two_languages(drawn, structure, pages=PAGES, theme="material", before=True, **newsblog):
    translations = {
        "i18n": {
            "docs_structure": structure,
            "languages": [
                {"locale": DEFAULT, "default": True, "name": "English"},
                {"locale": OTHER, "name": "Français"},
            ],
        }
    }
    own = {"newsblog": {"dir": "news", **newsblog}}
    site = drawn(
        "docs/\n  x.txt | x",
        {
            "site_url": "https://example.org/docs/",
            "theme": {"name": theme},
            "nav": [{"Home": "index.md"}, {"News": "news/index.md"}],
            "plugins": ["search", *([own, translations] if before else [translations, own])],
        },
    )
    for path, texts in pages.items():
        for language, text in zip((DEFAULT, OTHER), texts, strict=True):
            if text is not None:
                site.write(place(path, language, structure), text.encode())
    for path, text in AUTHORS.items():
        site.write(f"docs/{path}", text.encode())
    return site


@pytest.mark.parametrize("structure", STRUCTURES)
@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_each_language_has_a_section_of_its_own(drawn, structure, theme):
    built = site_in_two_languages(drawn, structure, theme=theme).build(newsblog=None)
    assert built.ok, built
    assert built.broken_links() == []
    titles = {
        "": ["English only", "Second", "First"],
        "fr/": ["En français", "English only", "Deuxième", "Premier"],
    }
    for folder, expected in titles.items():
        front = built.page(f"{folder}news/")
        assert front.texts(".newsblog-card__title") == expected
        assert built.page(f"{folder}news/archive/").select("main, body")
        assert f"<language>{folder[:-1] or 'en'}</language>" in built.text(f"{folder}news/feed.xml")
        assert f"https://example.org/docs/{folder}news/second/" in built.text(f"{folder}news/feed.xml")
    assert built.exists("news/tags/world/")
    assert not built.exists("fr/news/tags/world/")
    assert built.exists("fr/news/tags/monde/")
    assert not built.exists("news/tags/monde/")
    assert not built.exists("news/french/")
    french = built.page("fr/news/2024-01-02-first/")
    assert french.one("html")["lang"] == "fr"
    assert french.text(".newsblog-post > .newsblog-byline time").startswith("2 janvier 2024")
    assert french.one("link[rel=canonical]")["href"].endswith("/docs/fr/news/2024-01-02-first/")
    assert "Deuxième" in french.text(".newsblog-related")
    assert "Jo Doe" in built.text("fr/news/second/")
    listed = built.text("sitemap.xml")
    for url in ("news/", "fr/news/", "news/archive/", "fr/news/archive/", "news/second/", "fr/news/second/"):
        assert f"<loc>https://example.org/docs/{url}</loc>" in listed


IN_ORDER_OF_FILES = {"search/search_index.json", "sitemap.xml", "sitemap.xml.gz"}


def test_it_is_the_same_however_languages_are_told_apart(drawn):
    one, two = (site_in_two_languages(drawn, structure).build(newsblog=None) for structure in STRUCTURES)
    assert one.ok, one
    assert two.ok, two
    ours, theirs = (
        {path: data for path, data in built.files().items() if path not in IN_ORDER_OF_FILES}
        for built in (one, two)
    )
    assert ours == theirs


@pytest.mark.parametrize("structure", STRUCTURES)
def test_it_is_the_same_in_either_order_of_plugins(drawn, structure):
    one, two = (
        site_in_two_languages(drawn, structure, before=before).build(newsblog=None)
        for before in (True, False)
    )
    assert one.ok, one
    assert one.files() == two.files()


@pytest.mark.parametrize("structure", STRUCTURES)
def test_readers_may_change_the_language_of_front_page_and_archive(drawn, structure):
    built = site_in_two_languages(drawn, structure).build(newsblog=None)
    for page, link in (("news/", "../fr/news/"), ("fr/news/archive/", "../../../news/archive/")):
        assert link in built.page(page).values("link[rel=alternate][hreflang]", "href")
    # Which tags there are, each language knows for itself.
    assert "../../../../news/tags/monde/" not in built.page("fr/news/tags/monde/").values("a", "href")


@pytest.mark.parametrize("structure", STRUCTURES)
@pytest.mark.parametrize("folders", [True, False], ids=["folders", "files"])
def test_addresses_and_redirects_are_those_of_the_language(drawn, structure, folders):
    site = site_in_two_languages(
        drawn, structure, url="{year}/{file}", redirects={"file": True}, llms=True, posts_json=True
    )
    built = site.build(newsblog=None, use_directory_urls=folders)
    assert built.ok, built
    assert built.broken_links() == []
    end = "/" if folders else ".html"
    for url in ("news/2024/second", "fr/news/2024/second", "fr/news/2024/french", "fr/news/2024/english"):
        assert built.exists(url + end)
    assert built.exists("old/first/")
    assert built.exists("fr/ancien/")
    assert not built.exists("fr/fr/ancien/")
    lines = built.text("_redirects").splitlines()
    assert f"/docs/old/first/ /docs/news/2024/2024-01-02-first{end} 301" in lines
    assert f"/docs/fr/ancien/ /docs/fr/news/2024/2024-01-02-first{end} 301" in lines
    assert "Premier" in built.text("fr/llms.txt")
    assert "Premier" not in built.text("llms.txt")
    assert "Premier" in built.text("fr/news/posts.json")


@pytest.mark.parametrize("structure", STRUCTURES)
def test_what_is_unlisted_in_a_language_is_not_in_the_sitemap_of_all(drawn, structure):
    pages = PAGES | {
        "news/quiet.md": (
            "---\ntitle: Quiet\ndate: 2024-01-01\nunlisted: true\n---\nText.\n",
            "---\ntitle: Discret\ndate: 2024-01-01\n---\nTexte.\n",
        ),
        "news/loud.md": (
            "---\ntitle: Loud\ndate: 2024-01-01\n---\nText.\n",
            "---\ntitle: Fort\ndate: 2024-01-01\nunlisted: true\n---\nTexte.\n",
        ),
        "news/later.md": ("---\ntitle: Later\ndate: 2024-01-01\ndraft: true\n---\nText.\n",) * 2,
    }
    built = site_in_two_languages(drawn, structure, pages).build(newsblog=None)
    assert built.ok, built
    listed = {
        url
        for url in built.urls()
        if f"<loc>https://example.org/docs/{url}</loc>" in built.text("sitemap.xml")
    }
    assert {"news/loud/", "fr/news/quiet/"} <= listed
    assert not {"news/quiet/", "fr/news/loud/", "news/later/", "fr/news/later/"} & listed
    assert built.exists("news/quiet/")
    assert not built.exists("fr/news/later/")


@pytest.mark.parametrize("structure", STRUCTURES)
def test_a_page_of_the_authors_is_the_front_page_of_its_language(drawn, structure):
    pages = PAGES | {"news/index.md": ("# What is new\n\nHello.\n", "# Quoi de neuf\n\nBonjour.\n")}
    built = site_in_two_languages(drawn, structure, pages).build(newsblog=None)
    assert built.ok, built
    assert built.page("fr/news/").text("h1").startswith("Quoi de neuf")
    assert "Bonjour." in built.text("fr/news/")
    assert "Quoi de neuf" in built.text("fr/news/feed.xml")
    assert "What is new" in built.text("news/feed.xml")


@pytest.mark.parametrize("structure", STRUCTURES)
def test_a_post_without_a_title_is_called_by_its_file_alone(drawn, structure):
    pages = PAGES | {
        "news/some-news.md": ("---\ndate: 2024-01-01\n---\nText.\n", "---\ndate: 2024-01-01\n---\nTexte.\n")
    }
    built = site_in_two_languages(drawn, structure, pages).build(newsblog=None)
    assert built.ok, built
    assert built.page("fr/news/some-news/").text("h1").startswith("Some news")


@pytest.mark.parametrize("structure", STRUCTURES)
@pytest.mark.parametrize(
    "fault", ["", "date: 2024-13-45", "aliases: [/fr/news/archive/]", "related: [nothing.md]"]
)
def test_the_check_says_what_a_build_says(drawn, structure, fault):
    faulty = f"---\ntitle: Faulty\n{fault or 'date: 2024-01-05'}\n---\nText.\n"
    pages = PAGES | {"news/faulty.md": ("---\ntitle: Good\ndate: 2024-01-05\n---\nText.\n", faulty)}
    site = site_in_two_languages(drawn, structure, pages)
    built = site.build(newsblog=None, strict=False)
    said = {line for line in "\n".join((*built.warnings, *built.errors)).splitlines() if "faulty" in line}
    site.write("mkdocs.yml", site.config)
    checked = CliRunner().invoke(main, ["check", "--quiet", "--config-file", str(site.root / "mkdocs.yml")])
    lines = [line for line in checked.output.splitlines() if "[" in line]
    assert bool(said) is bool(fault), built
    assert all("faulty" in line for line in lines), checked.output
    assert {line.rpartition("[")[2] for line in lines} == {line.rpartition("[")[2] for line in said}
