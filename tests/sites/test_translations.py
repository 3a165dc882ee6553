"""Sites in several languages, with the real translation plugin, which builds a site once for each of them."""

import json
import logging
import re
from collections import Counter
from contextlib import contextmanager

import pytest
import yaml
from mkdocs import utils
from mkdocs.commands.build import build
from mkdocs.config import load_config

from mkdocs_newsblog.read import folder as reading
from tests.images.drawing import picture

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


@pytest.fixture(autouse=True)
def tidied(monkeypatch):
    """Take back what the translation plugin changes in the host, and leaves so when a build fails."""
    monkeypatch.setattr(utils, "clean_directory", utils.clean_directory)
    log = logging.getLogger("mkdocs.commands.build")
    monkeypatch.setattr(log, "filters", list(log.filters))


@contextmanager
def caught(name):
    """What a logger and those below it warn of."""
    said = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: said.append(record.getMessage())
    logging.getLogger(name).addHandler(handler)
    try:
        yield said
    finally:
        logging.getLogger(name).removeHandler(handler)


def place(path, language, structure):
    if structure == "folder":
        return f"docs/{language}/{path}"
    return f"docs/{path}" if language == DEFAULT else f"docs/{path[:-3]}.{language}.md"


def site_in_two_languages(
    drawn, structure, pages=PAGES, theme="material", before=True, options=None, config=None, **newsblog
):
    translations = {
        "i18n": {
            "docs_structure": structure,
            **(options or {}),
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
            **(config or {}),
            "plugins": ["search", *([own, translations] if before else [translations, own])],
        },
    )
    for path, texts in pages.items():
        for language, text in zip((DEFAULT, OTHER), texts, strict=True):
            if text is not None:
                site.write(place(path, language, structure), text.encode())
    site.add(AUTHORS)
    return site


@pytest.mark.parametrize("structure", STRUCTURES)
def test_a_post_that_is_not_translated_is_said_to_be_in_its_own_language(drawn, structure):
    built = site_in_two_languages(drawn, structure).build(newsblog=None)
    assert built.ok, built
    spoken = {
        card.text(".newsblog-card__title"): card.get("lang")
        for card in built.page("fr/news/").select(".newsblog-card")
    }
    assert [title for title, language in spoken.items() if language] == ["English only"]
    assert spoken["English only"] == DEFAULT
    assert {card.get("lang") for card in built.page("news/").select(".newsblog-card")} == {None}
    assert built.page("fr/news/english/").one("article.newsblog-post")["lang"] == DEFAULT


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
    for page, folder in ((french, "fr/"), (built.page("news/2024-01-02-first/"), "")):
        said = json.loads(page.one("script[type='application/ld+json']").node.text())["@graph"]
        (trail,) = (each["itemListElement"] for each in said if each["@type"] == "BreadcrumbList")
        steps = [f"https://example.org/docs/{folder}{path}" for path in ("", "news/")]
        assert [step.get("item") for step in trail[:2]] == steps
    assert "Jo Doe" in built.text("fr/news/second/")
    listed = built.text("sitemap.xml")
    for url in ("news/", "fr/news/", "news/archive/", "fr/news/archive/", "news/second/", "fr/news/second/"):
        assert f"<loc>https://example.org/docs/{url}</loc>" in listed


def test_each_language_has_words_of_its_own(drawn):
    words = {"archive": "Everything", "fr": {"archive": "Tout", "posts": {"one": "un", "other": "{number}"}}}
    built = site_in_two_languages(drawn, "suffix", words=words).build(newsblog=None)
    assert built.ok, built
    assert [built.page(f"{top}news/archive/").text("h1") for top in ("", "fr/")] == ["Everything", "Tout"]


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


def sitemap_of(built):
    """Where the sitemap says that each page is in other languages, below the site's root."""
    top = "https://example.org/docs/"
    entries = re.findall(r"<url>.*?</url>", built.text("sitemap.xml"), re.DOTALL)
    found = {}
    for entry in entries:
        (own,) = re.findall(r"<loc>(.*?)</loc>", entry)
        links = dict(re.findall(r'hreflang="(\w+)" href="(.*?)"', entry))
        assert all(each.startswith(top) for each in (own, *links.values()))
        assert own not in found
        found[own.removeprefix(top)] = {name: href.removeprefix(top) for name, href in links.items()}
    return found


@pytest.mark.parametrize("structure", STRUCTURES)
@pytest.mark.parametrize("folders", [True, False], ids=["folders", "files"])
@pytest.mark.parametrize("written", [(None, None), ("# News\n", "# Infos\n"), (None, "# Infos\n")])
def test_the_sitemap_leads_to_each_page_in_its_languages(drawn, structure, folders, written):
    more = {"more/2024-05-06-other.md": (good("Other", tags="[b]"), good("Autre", tags="[b]"))}
    pages = PAGES | more | {"news/index.md": written, "more/index.md": written[::-1]}
    site = site_in_two_languages(drawn, structure, pages)
    built = site.build(newsblog=[{"dir": "news"}, {"dir": "more"}], use_directory_urls=folders)
    assert built.ok, built
    listed = sitemap_of(built)
    for url, links in listed.items():
        inner = url.removeprefix("fr/")
        assert links["en" if url == inner else "fr"] == url
        assert links == {name: f"fr/{inner}" if name == "fr" else inner for name in links}
        assert all(built.exists(other) and listed[other] == links for other in links.values())
    end, index = ("/", "") if folders else (".html", "index.html")
    everywhere = [f"{url}/{index}" for url in ("news", "news/archive", "more", "more/archive")]
    for url in (index, *everywhere, f"news/second{end}", f"more/2024-05-06-other{end}"):
        assert len(listed[url]) == 2


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
        "news/away.md": (good(canonical_url="https://first.example/away/"), good()),
        "news/later.md": ("---\ntitle: Later\ndate: 2024-01-01\ndraft: true\n---\nText.\n",) * 2,
    }
    built = site_in_two_languages(drawn, structure, pages).build(newsblog=None)
    assert built.ok, built
    listed = {
        url
        for url in built.urls()
        if f"<loc>https://example.org/docs/{url}</loc>" in built.text("sitemap.xml")
    }
    assert {"news/loud/", "fr/news/quiet/", "fr/news/away/"} <= listed
    assert not {"news/quiet/", "fr/news/loud/", "news/later/", "fr/news/later/", "news/away/"} & listed
    assert "first.example" not in built.text("sitemap.xml")
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
    checked = site.check("--quiet")
    lines = [line for line in checked.output.splitlines() if "[" in line]
    assert bool(said) is bool(fault), built
    assert all("faulty" in line for line in lines), checked.output
    assert {line.rpartition("[")[2] for line in lines} == {line.rpartition("[")[2] for line in said}


@pytest.mark.parametrize("structure", STRUCTURES)
def test_a_hero_is_the_picture_that_a_link_of_that_language_leads_to(drawn, structure):
    def post(hero):
        return f"---\ntitle: {hero}\ndate: 2024-01-02\nhero: {hero}\nheroAlt: A\n---\nText.\n"

    heroes = {"both": "both.png", "english": "english.png", "shared": "/media/shared.png"}
    pages = {f"news/{name}.md": (post(hero), post(hero)) for name, hero in heroes.items()}
    pages |= {
        "news/not-translated.md": (post("both.png"), None),
        "news/french.md": (post("french.png"), post("french.png")),
    }
    site = site_in_two_languages(drawn, structure, PAGES | pages)
    widths = {"both": (60, 61), "english": (62, None), "french": (None, 63)}
    for name, sizes in widths.items():
        for language, width in zip((DEFAULT, OTHER), sizes, strict=True):
            if width:
                end = "" if structure == "folder" or language == DEFAULT else f".{language}"
                top = f"{language}/" if structure == "folder" else ""
                site.write(f"docs/{top}news/{name}{end}.png", picture(width, kind="PNG"))
    site.write("docs/media/shared.png", picture(64, kind="PNG"))
    built = site.build(newsblog=None, strict=False)
    shown = {
        folder: {
            name: "".join(built.page(f"{folder}news/{name}/").values("img.newsblog-hero", "width"))
            for name in (*heroes, "not-translated", "french")
        }
        for folder in ("", "fr/")
    }
    shared = {"english": "62", "shared": "64"}
    assert shown[""] == {"both": "60", "not-translated": "60", "french": "", **shared}
    assert shown["fr/"] == {"both": "61", "not-translated": "61", "french": "63", **shared}
    assert built.broken_links() == []
    top = "en/" if structure == "folder" else ""
    said = [text for text in built.warnings if "hero" in text]
    assert [text.partition(": ")[2].partition(":")[0] for text in said] == [f"{top}news/french.md"]
    checked = [line for line in site.check("--quiet").output.splitlines() if "hero" in line]
    assert [line.split()[2].partition(":")[0] for line in checked] == [f"{top}news/french.md"]


def test_the_default_language_reads_what_all_share_before_what_another_has(drawn):
    post = "---\ntitle: A\ndate: 2024-01-02\nauthors: [mara]\n---\nText.\n"
    site = site_in_two_languages(drawn, "folder", PAGES | {"news/mara.md": (post, post)})
    site.delete("docs/news/.authors.yml")
    for folder, name in (("", "Mara of all"), ("fr/", "Mara la française")):
        site.write(f"docs/{folder}.authors.yml", f"mara: {{name: {name}}}\n")
    built = site.build(newsblog=None)
    assert built.ok, built
    pages = [built.page(f"{folder}news/mara/") for folder in ("", "fr/")]
    names = [page.texts(".newsblog-byline .newsblog-author") for page in pages]
    assert names == [["Mara of all"], ["Mara la française"]]


@pytest.mark.parametrize("structure", STRUCTURES)
@pytest.mark.parametrize("is_own", [True, False])
def test_a_picture_beside_a_page_is_found_for_its_translation(drawn, structure, is_own):
    text = "---\ntitle: A\ndate: 2024-01-02\nheroAlt: A\n---\nText.\n"
    site = site_in_two_languages(drawn, structure, PAGES | {"news/trip/index.md": (text, text)})
    for language, width in ((DEFAULT, 60), *([(OTHER, 61)] if is_own else [])):
        path = place("news/trip/cover.md", language, structure).removesuffix(".md")
        site.write(f"{path}.png", picture(width, kind="PNG"))
    built = site.build(newsblog=None, strict=False)
    shown = [built.page(f"{top}news/trip/").values("img.newsblog-hero", "width") for top in ("", "fr/")]
    assert shown == [["60"], ["61" if is_own else "60"]]
    assert built.broken_links() == []


@pytest.mark.parametrize("structure", STRUCTURES)
def test_a_post_that_nobody_can_read_in_one_language_is_one_error(drawn, structure):
    path = place("news/second.md", OTHER, structure).removeprefix("docs/")
    pages = PAGES | {"news/second.md": (PAGES["news/second.md"][0], "---\ntitle: Deuxième\n\nNo end.\n")}
    built = site_in_two_languages(drawn, structure, pages).build(newsblog=None, strict=False)
    assert built.exit_code == 1
    (said,) = [line for line in built.errors if path in line]
    assert "[front-matter-unclosed]" in said


def good(title="Good", **front_matter):
    lines = "".join(f"{key}: {value}\n" for key, value in ({"date": "2024-01-05"} | front_matter).items())
    return f"---\ntitle: {title}\n{lines}---\nText.\n"


def languages_of(built, url):
    """Where a page leads in other languages: by its head, and by the sitemap."""
    own = f"https://example.org/docs/{url}"
    entry = next(
        (each for each in built.text("sitemap.xml").split("</url>") if f"<loc>{own}</loc>" in each), ""
    )
    links = built.page(url).select("link[rel=alternate][hreflang]")
    return {link["hreflang"]: link["href"] for link in links}, set(re.findall(r'hreflang="(\w+)"', entry))


HIDDEN = {
    "a draft": (good(draft="true"), None, {}),
    "scheduled": (good(date="2030-02-05"), None, {}),
    "unlisted": (good(unlisted="true"), None, {}),
    "a draft by its folder": (good(), "draft: true\n", {}),
    "a draft by the host's options": (good(), None, {"draft_docs": "{}"}),
    "excluded by the host's options": (good(), None, {"exclude_docs": "{}"}),
}


@pytest.mark.parametrize("structure", STRUCTURES)
@pytest.mark.parametrize("hidden", HIDDEN)
def test_no_language_leads_to_what_is_hidden_in_another(drawn, structure, hidden):
    text, defaults, config = HIDDEN[hidden]
    pages = PAGES | {"news/in/some.md": (good(), text)}
    path = place("news/in/some.md", OTHER, structure).removeprefix("docs/")
    config = {key: value.format(path) for key, value in config.items()}
    if defaults and structure == "suffix":
        pages = PAGES | {"news/in/some.md": (good(), None)}  # one folder holds both
    site = site_in_two_languages(drawn, structure, pages, config=config)
    if defaults and structure == "folder":
        site.write("docs/fr/news/in/.meta.yml", defaults)
    built = site.build(newsblog=None)
    assert built.ok, built
    head, listed = languages_of(built, "news/in/some/")
    if defaults and structure == "suffix":
        assert head["fr"] == "../../../fr/news/in/some/"
    else:
        assert head["fr"] == "/docs/fr/"  # the front page of the language
        assert listed == {"en"}
    assert built.broken_links() == []


@pytest.mark.parametrize("structure", STRUCTURES)
def test_no_section_leads_to_what_is_hidden_in_another(drawn, structure):
    pages = {"index.md": ("# Home\n", "# Accueil\n")}
    for section, other in (("news", "log"), ("log", "news")):
        pages[f"{section}/shown.md"] = (good("Shown", related=f"[../{other}/some.md]"),) * 2
        pages[f"{section}/some.md"] = (good("Hidden", draft="true"),) * 2
    site = site_in_two_languages(drawn, structure, pages)
    built = site.build(newsblog=[{"dir": "news"}, {"dir": "log"}])
    assert built.ok, built
    assert "Shown" in built.page("fr/news/").texts("h2")
    assert built.broken_links() == []
    for url in ("news/shown/", "log/shown/", "fr/news/shown/", "fr/log/shown/"):
        assert built.page(url).texts(".newsblog-related a") == []


@pytest.mark.parametrize("structure", STRUCTURES)
def test_a_preview_leaves_drafts_of_further_languages_out(drawn, structure, tmp_path):
    pages = PAGES | {"news/some.md": (good(), good("Brouillon", draft="true"))}
    site = site_in_two_languages(drawn, structure, pages)
    site.write("mkdocs.yml", site.config)
    config = load_config(str(site.root / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    with caught("mkdocs") as said:
        build(config, serve_url="http://127.0.0.1:8000/")
    assert [line for line in said if "newsblog" in line or "news/" in line] == []
    # The translation plugin builds further languages without a word of the preview.
    assert (tmp_path / "site/news/some/index.html").exists()
    assert not (tmp_path / "site/fr/news/some").exists()
    assert "Brouillon" not in (tmp_path / "site/fr/news/archive/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("structure", STRUCTURES)
def test_a_permalink_may_name_the_language(drawn, structure):
    pages = PAGES | {
        "news/some.md": (good(permalink="/some/thing"), good(permalink="/fr/une/chose")),
        "news/more.md": (good(permalink="/more/things"), good(permalink="/autres/choses")),
        "news/near.md": (good(permalink="./by/"), good(permalink="./pres/")),
    }
    built = site_in_two_languages(drawn, structure, pages, url="slug").build(newsblog=None)
    assert built.ok, built
    assert built.broken_links() == []
    assert languages_of(built, "some/thing/")[0]["fr"] == "../../fr/une/chose/"
    assert languages_of(built, "fr/autres/choses/")[0]["en"] == "../../../more/things/"
    assert languages_of(built, "news/by/")[0]["fr"] == "../../fr/news/pres/"


@pytest.mark.parametrize("structure", STRUCTURES)
@pytest.mark.parametrize("key", ["permalink: /fr/about", "aliases: [/fr/about/]"])
def test_no_page_goes_into_the_folder_of_another_language(drawn, structure, key):
    name, _, value = key.partition(": ")
    pages = PAGES | {"about.md": ("# About\n", "# À propos\n"), "news/some.md": (good(**{name: value}), None)}
    site = site_in_two_languages(drawn, structure, pages, url="slug", options={"fallback_to_default": False})
    built = site.build(newsblog=None, strict=False)
    assert not built.ok
    assert any("address-taken" in line and "the language fr" in line for line in built.errors), built


@pytest.mark.parametrize("structure", STRUCTURES)
def test_a_language_may_have_no_posts(drawn, structure):
    pages = {
        "index.md": ("# Home\n\n[News](news/index.md)\n", "# Accueil\n"),
        "news/some.md": (None, good()),
    }
    built = site_in_two_languages(drawn, structure, pages).build(newsblog=None)
    assert built.ok, built
    assert built.exists("fr/news/some/")
    assert built.page("news/").select(".newsblog-nothing")


@pytest.mark.parametrize("structure", STRUCTURES)
def test_a_front_page_that_one_language_wrote_leads_to_that_of_the_other(drawn, structure):
    pages = PAGES | {"news/index.md": (None, "# Quoi de neuf\n")}
    built = site_in_two_languages(drawn, structure, pages).build(newsblog=None)
    assert built.ok, built
    assert languages_of(built, "fr/news/")[0]["en"] == "../../news/"
    assert languages_of(built, "news/")[0]["fr"] == "../fr/news/"


def test_labels_are_those_of_the_language_whatever_the_theme_is_told(drawn):
    site = site_in_two_languages(drawn, "suffix", options={"reconfigure_material": False})
    built = site.build(newsblog=None)
    assert built.ok, built
    assert "<language>fr</language>" in built.text("fr/news/feed.xml")
    assert "3 février 2024" in built.text("fr/news/second/")


@pytest.mark.parametrize("languages", ["5", "[]", "[x]", "[{locale: fr, build: false}]", "{fr: x}"])
def test_the_check_bears_options_that_the_translation_plugin_refuses(drawn, languages):
    site = site_in_two_languages(drawn, "suffix")
    site.write(
        "mkdocs.yml", f"site_name: X\nplugins: [newsblog: {{dir: news}}, i18n: {{languages: {languages}}}]\n"
    )
    checked = site.run("check", "--config-file", str(site.root / "mkdocs.yml"))
    assert "newsblog: no problems in " in checked.output


def test_the_check_takes_one_of_two_sources_of_a_page_as_the_build_does(drawn):
    site = site_in_two_languages(drawn, "suffix", options={"build_only_locale": "fr"})
    checked = site.check("--quiet")
    assert site.build(newsblog=None, strict=False).ok
    assert "address-taken" not in checked.output


@pytest.mark.parametrize("structure", STRUCTURES)
@pytest.mark.parametrize("option", ["draft_docs", "exclude_docs"])
def test_a_front_page_that_is_hidden_is_led_to_by_no_language(drawn, structure, option):
    pages = PAGES | {"news/index.md": ("# What is new\n", "# Quoi de neuf\n")}
    hidden = place("news/index.md", OTHER, structure).removeprefix("docs/")
    site = site_in_two_languages(drawn, structure, pages, config={option: hidden})
    built = site.build(newsblog=None, strict=False)
    assert not built.exists("fr/news/")
    assert languages_of(built, "news/")[0]["fr"] != "../fr/news/"


def test_the_check_knows_of_the_only_language_that_is_built(drawn):
    pages = PAGES | {"news/faulty.md": (good(date="2024-13-45"), None)}
    site = site_in_two_languages(
        drawn, "folder", pages, options={"build_only_locale": "fr", "fallback_to_default": False}
    )
    checked = site.check("--quiet")
    assert site.build(newsblog=None, strict=False).ok
    assert "faulty" not in checked.output


@pytest.mark.parametrize("structure", STRUCTURES)
def test_the_page_of_a_folder_takes_no_address_where_languages_are_several(drawn, structure):
    pages = PAGES | {"news/_index.md": ("---\ntitle: Ours\n---\nText.\n", "---\ntitle: Notre\n---\nTexte.\n")}
    built = site_in_two_languages(drawn, structure, pages).build(newsblog=None)
    assert built.ok, built
    assert built.broken_links() == []
    for folder, title in (("", "Ours"), ("fr/", "Notre")):
        assert built.page(f"{folder}news/").select(".newsblog-card")
        assert title not in built.page(f"{folder}news/").texts(".newsblog-card__title")
        assert built.exists(f"{folder}news/_index/")


@pytest.mark.parametrize("structure", STRUCTURES)
def test_what_git_can_not_tell_is_said_once_for_all_languages(drawn, structure, tmp_path, monkeypatch):
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    site = site_in_two_languages(drawn, structure, dates={"git": True})
    built = site.build(newsblog=None, strict=False)
    said = [line for line in (*built.warnings, *built.errors) if "git-unavailable" in line]
    assert len(said) == 1, said


@pytest.mark.parametrize("structure", STRUCTURES)
def test_a_further_language_costs_no_more_than_the_one_before(drawn, structure, monkeypatch):
    """Each language asks where the posts of all others are: these are read for that once, not each time."""
    read = []
    whole = reading.read_entry

    def counted(source, *rest, **more):
        read.append(source.src_uri)
        return whole(source, *rest, **more)

    monkeypatch.setattr(reading, "read_entry", counted)
    names = [DEFAULT, OTHER, "de", "es"]
    rows = [{"locale": name, "name": name, "default": name == DEFAULT} for name in names]
    site = site_in_two_languages(drawn, structure)
    config = yaml.safe_load(site.config)
    config["plugins"][2]["i18n"]["languages"] = rows
    for name in names:
        for number in range(3):
            text = f"---\ndate: 2024-05-0{number + 1}\n---\nText.\n"
            site.write(place(f"news/p{number}.md", name, structure), text)
    site.config = yaml.safe_dump(config)
    built = site.build(newsblog=None)
    assert built.ok, built
    times = Counter(uri for uri in read if "/p" in uri)
    assert len(times) == 3 * len(names)
    assert set(times.values()) == {2}
