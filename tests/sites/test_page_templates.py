"""Templates that posts and introductions name: none ends a build, and none is shown that is not for pages."""

import pytest

from tests.sites.test_listings import post, site_of
from tests.sites.test_translations import STRUCTURES, site_in_two_languages

OWN = {
    "own/wide.html": '{% extends "main.html" %}{% block extrahead %}<meta name="own">{% endblock %}',
    "own/twice.html": '{% extends "wide.html" %}',
    "own/whole.j2": '<body><p class="own">{{ page.title }}</p>{{ page.content }}</body>',
    "own/secret.html": "SECRET {{ config.extra.token }}",
    "own/part/wide.html": '{% extends "main.html" %}',
    "own/loop.html": '{% extends "loop.html" %}',
    "own/syntax.html": '{% extends "main.html" %}{% bloc %}',
    "own/filter.html": '{% extends "main.html" %}{% block extrahead %}{{ page | no_such }}{% endblock %}',
    "own/fails.html": '{% extends "main.html" %}{% block extrahead %}{{ page.meta.a.b }}{% endblock %}',
    "own/picture.html": b"\x89PNG\xff",
}
THEMES = {
    "mkdocs": ["nav-sub.html", "content.html", "toc.html", "base.html", "404.html", "search-modal.html"],
    "readthedocs": ["nav.html", "toc.html", "search.html", "footer.html", "404.html", "versions.html"],
    "material": [
        *("partials/nav.html", "partials/header.html", "partials/footer.html", "redirect.html", "404.html"),
        *("blog-post.html", "fragments/tags/default/listing.html", "partials/content.html"),
    ],
}
REFUSED = ["secret.html", "part/wide.html", "loop.html", "syntax.html", "filter.html", "fails.html"]
REFUSED += ["picture.html", "sitemap.xml", "../secret.html", "/etc/passwd", "'a\\0b.html'", "[wide.html]"]


def site_with(drawn, templates):
    """A site with a post and the introduction of a tag for each template."""
    pages = {}
    for number, name in enumerate(templates):
        pages[f"news/p{number:02}.md"] = post(
            f"P{number}", "2024-05-01", template=name, tags=f"[t{number:02}]"
        )
        pages[f"news/tags/t{number:02}.md"] = f"---\ntitle: T{number}\ntemplate: {name}\n---\nIntroduced.\n"
    site = site_of(drawn, pages)
    for path, text in OWN.items():
        site.write(path, text)
    return site


@pytest.mark.parametrize("theme", THEMES)
def test_a_template_that_is_not_made_for_pages_is_not_used(drawn, theme):
    names = [*THEMES[theme], *REFUSED]
    site = site_with(drawn, names)
    built = site.build(theme={"name": theme, "custom_dir": "own"}, extra={"token": "hush"})
    assert built.ok, built
    for number, name in enumerate(names):
        page, listing = (built.page(f"news/{path}{number:02}/") for path in ("p", "tags/t"))
        assert page.texts("title") == [f"P{number} - Drawn"], name
        assert page.texts("h1") == [f"P{number}"], name
        assert "Introduced." in listing.text(".newsblog-view"), name
        assert listing.texts(".newsblog-card__title") == [f"P{number}"], name
    said = [text for text in built.said("INFO") if "[foreign-template]" in text]
    assert len(said) >= 10, "the others are counted"
    assert not [page for page in built.pages() if "hush" in page.raw]


def test_each_template_that_is_refused_is_said_where_it_is_named(drawn):
    for name in ("nav-sub.html", "fails.html", "syntax.html", "secret.html"):
        built = site_with(drawn, [name]).build(theme={"name": "mkdocs", "custom_dir": "own"})
        said = [text for text in built.said("INFO") if "[foreign-template]" in text]
        assert [text for text in said if f'news/p00.md:4:11: template: the template "{name}"' in text], said
        assert [text for text in said if f'news/tags/t00.md:3:11: template: the template "{name}"' in text]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("name", ["main.html", "wide.html", "twice.html", "whole.j2"])
def test_a_template_of_the_site_that_is_made_for_pages_is_used(drawn, theme, name):
    built = site_with(drawn, [name]).build(theme={"name": theme, "custom_dir": "own"})
    assert built.ok, built
    assert not [text for text in built.said("INFO") if "[foreign-template]" in text and "tags" in text]
    listing = built.page("news/tags/t00/")
    assert listing.texts(".newsblog-card__title") == ["P0"]
    assert bool(listing.select("meta[name=own]")) == (name in ("wide.html", "twice.html"))
    assert bool(listing.select(".own")) == (name == "whole.j2")
    if name.endswith(".html"):
        page = built.page("news/p00/")
        assert bool(page.select("meta[name=own]")) == (name != "main.html")


def test_the_template_of_the_theme_s_blog_prints_a_listing_and_no_post(drawn):
    built = site_with(drawn, ["blog.html"]).build(theme="material")
    assert built.ok, built
    (said,) = [text for text in built.said("INFO") if "[foreign-template]" in text]
    assert "news/p00.md:4:" in said
    assert "Introduced." in built.page("news/tags/t00/").text("body")


def test_a_preview_goes_on_whatever_template_is_named(drawn):
    site = site_with(drawn, ["nav.html", "fails.html"])
    with site.serve(theme={"name": "readthedocs", "custom_dir": "own"}) as live:
        for url in ("news/p00/", "news/p01/"):
            assert live.page(url).texts("h1") == [f"P{url[7]}"]
        with live.rebuild():
            site.write("docs/news/p00.md", post("P0", "2024-05-01", template="toc.html"))
        assert live.page("news/p00/").texts("h1") == ["P0"]


@pytest.mark.parametrize("name", ["main.html", "wide.html", "fails.html"])
def test_sections_of_one_site_name_templates_each(drawn, name):
    pages = {f"{section}/p.md": post("P", "2024-05-01", template=name) for section in ("news", "blog")}
    site = site_of(drawn, pages, [{"dir": "news"}, {"dir": "blog"}])
    for path, text in OWN.items():
        site.write(path, text)
    built = site.build(strict=False, theme={"name": "mkdocs", "custom_dir": "own"})
    assert built.exit_code == 0, built
    for section in ("news", "blog"):
        page = built.page(f"{section}/p/")
        assert page.texts("h1") == ["P"]
        assert bool(page.select("meta[name=own]")) == (name == "wide.html")
        said = [text for text in built.said("INFO", "WARNING") if f"{section}/p.md:4:11: template: " in text]
        assert len(said) == (name == "fails.html")


def test_a_preview_of_several_sections_names_templates_in_each_rebuild(drawn):
    pages = {f"{section}/p.md": post("P", "2024-05-01", template="wide.html") for section in ("news", "blog")}
    site = site_of(drawn, pages, [{"dir": "news"}, {"dir": "blog"}])
    for path, text in OWN.items():
        site.write(path, text)
    with site.serve(theme={"name": "mkdocs", "custom_dir": "own"}) as live:
        assert live.page("blog/p/").select("meta[name=own]")
        with live.rebuild():
            site.write("docs/blog/p.md", post("Q", "2024-05-01", template="fails.html"))
        assert live.page("blog/p/").texts("h1") == ["Q"]
        assert live.page("news/p/").select("meta[name=own]")


@pytest.mark.parametrize("structure", STRUCTURES)
def test_each_language_names_templates(drawn, structure):
    texts = tuple(post("P", "2024-05-01", template=name) for name in ("wide.html", "fails.html"))
    site = site_in_two_languages(
        drawn, structure, {"index.md": ("# Home\n", "# Accueil\n"), "news/p.md": texts}
    )
    for path, text in OWN.items():
        site.write(path, text)
    built = site.build(strict=False, newsblog=None, theme={"name": "mkdocs", "custom_dir": "own"})
    assert built.exit_code == 0, built
    assert built.page("news/p/").select("meta[name=own]")
    assert built.page("fr/news/p/").texts("h1") == ["P"]
    assert [text for text in built.said("INFO", "WARNING") if 'the template "fails.html" fails' in text]
