"""Templates that posts and introductions name: none ends a build, and none is shown that is not for pages."""

import pytest

from tests.sites.test_listings import post, site_of
from tests.sites.test_translations import STRUCTURES, site_in_two_languages

OWN = {
    "own/wide.html": '{% extends "main.html" %}{% block extrahead %}<meta name="own">{% endblock %}',
    "own/twice.html": '{% extends "wide.html" %}',
    "own/whole.j2": '<body><p class="own">{{ page.title }}</p>{{ page.content }}</body>',
    "own/secret.html": "SECRET {{ config.extra.token }}",
    "own/part/inner.html": '<p class="own">{{ page.title }}</p>{{ page.content }}',
    "own/part/macros.html": '{% macro show(it) %}<p class="own"></p>{{ it.content }}{% endmacro %}',
    "own/part/row.html": "{% macro row(item) %}{{ item.content }}{% endmacro %}",
    "own/part/global.html": '{% macro show() %}<p class="own"></p>{{ page.content }}{% endmacro %}',
    "own/strangers.html": '{% from "part/macros.html" import show %}{{ show(config) }}',
    "own/stranger.html": '{% import "part/macros.html" as own %}{{ own.show(config) }}',
    "own/newsblog/own.html": '{% extends "main.html" %}',
    "own/loop.html": '{% extends "loop.html" %}',
    "own/syntax.html": '{% extends "main.html" %}{% bloc %}',
    "own/filter.html": '{% extends "main.html" %}{% block extrahead %}{{ page | no_such }}{% endblock %}',
    "own/fails.html": '{% extends "main.html" %}{% block extrahead %}{{ page.meta.a.b }}{% endblock %}',
    "own/picture.html": b"\x89PNG\xff",
}
MADE = {
    "home.html": '{% extends "main.html" %}{% block extrahead %}<meta name="own">{% endblock %}',
    "item.html": '<body><p class="own"></p>{{ page["content"] }}</body>',
    "include.html": '<body>{% include "part/inner.html" %}</body>',
    "list.html": '<body>{% include ["none.html", "part/inner.html"] %}</body>',
    "import.html": '{% from "part/macros.html" import show %}<body>{{ show(page) }}</body>',
    "whole.html": '{% import "part/macros.html" as own %}<body>{{ own.show(it=page) }}</body>',
    "context.html": '{% from "part/global.html" import show with context %}<body>{{ show() }}</body>',
    "wholly.html": '{% import "part/global.html" as own with context %}<body>{{ own.show() }}</body>',
    "macro.html": "{% macro a(it) %}{{ it.content }}{% endmacro %}<body class='own'>{{ a(page) }}</body>",
    "set.html": "{% set it = page %}<body><p class='own'></p>{{ it.content }}</body>",
    "either.html": '{% extends "made/home.html" if page.is_homepage else "main.html" %}'
    '{% block extrahead %}<meta name="own">{% endblock %}',
    "or.html": '{% extends "made/item.html" if not page.is_homepage %}',
}
"""Templates in a folder of the site's own, each of which prints the page with a sign."""
OVERRIDDEN = {
    "mkdocs": ["nav-sub.html", "content.html"],
    "readthedocs": ["nav.html", "footer.html"],
    "material": ["partials/nav.html", "partials/content.html", "404.html"],
}
THEMES = {
    "mkdocs": ["nav-sub.html", "content.html", "toc.html", "base.html", "404.html", "search-modal.html"],
    "readthedocs": ["nav.html", "toc.html", "search.html", "footer.html", "404.html", "versions.html"],
    "material": [
        *("partials/nav.html", "partials/header.html", "partials/footer.html", "redirect.html", "404.html"),
        *("blog-post.html", "fragments/tags/default/listing.html", "partials/content.html"),
    ],
}
UNFIT = ["secret.html", "loop.html", "syntax.html", "filter.html", "fails.html", "part/row.html"]
UNFIT += ["strangers.html", "stranger.html"]
REFUSED = [
    *UNFIT,
    "newsblog/own.html",
    "picture.html",
    "sitemap.xml",
    "../secret.html",
    "/etc/passwd",
    "'a\\0b.html'",
    "[wide.html]",
]


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
    built = site.build(strict=False, theme={"name": theme, "custom_dir": "own"}, extra={"token": "hush"})
    assert built.exit_code == 0, built
    for number, name in enumerate(names):
        page, listing = (built.page(f"news/{path}{number:02}/") for path in ("p", "tags/t"))
        assert page.texts("title") == [f"P{number} - Drawn"], name
        assert page.texts("h1") == [f"P{number}"], name
        assert "Introduced." in listing.text(".newsblog-view"), name
        assert listing.texts(".newsblog-card__title") == [f"P{number}"], name
    said = [text for text in built.said("INFO") if "[foreign-template]" in text]
    assert len(said) >= 10, "the others are counted"
    assert not [page for page in built.pages() if "hush" in page.raw]
    warned = [text for text in built.warnings if "[template-unfit]" in text]
    assert len(built.warnings) == len(warned) == 2 * len(UNFIT), built


@pytest.mark.parametrize(
    ("name", "level", "fact"),
    [
        ("nav-sub.html", "INFO", "is not made for pages. Nothing to do. [foreign-template]"),
        ("none.html", "INFO", "Nothing to do. [foreign-template]"),
        ("fails.html", "WARNING", "Mend the template, or take the key out. [template-unfit]"),
        ("syntax.html", "WARNING", "Mend the template, or take the key out. [template-unfit]"),
        (
            "secret.html",
            "WARNING",
            "prints no text of a page. Let it extend main.html or print page.content, or take the key out. "
            "[template-unfit]",
        ),
    ],
)
def test_each_template_that_is_refused_is_said_where_it_is_named(drawn, name, level, fact):
    built = site_with(drawn, [name]).build(strict=False, theme={"name": "mkdocs", "custom_dir": "own"})
    for place in ("news/p00.md:4:11", "news/tags/t00.md:3:11"):
        (said,) = [text for text in built.said("INFO", "WARNING") if f"{place}: template: the " in text]
        assert said in built.said(level)
        assert f'template "{name}"' in said
        assert said.endswith(fact)


def test_a_template_that_the_site_prints_as_a_page_by_itself_is_that_of_no_other(drawn):
    site = site_with(drawn, ["alone.html"])
    site.write("own/alone.html", "<p class=own>{{ page.content if page else 'Alone' }}</p>")
    theme = {"name": "mkdocs", "custom_dir": "own", "static_templates": ["alone.html"]}
    built = site.build(strict=False, theme=theme)
    assert built.exit_code == 0, built
    assert "Alone" in built.text("alone.html")
    for url, place in (("news/p00/", "news/p00.md:4:11"), ("news/tags/t00/", "news/tags/t00.md:3:11")):
        assert not built.page(url).select(".own")
        [said] = [text for text in built.warnings if f"{place}: template: the " in text]
        assert 'template "alone.html" is a page by itself' in said


@pytest.mark.parametrize("page", ["other.md", "news/p00.md"])
def test_what_fails_in_the_usual_template_ends_the_build_whether_a_page_names_another_or_not(drawn, page):
    site = site_with(drawn, ["wide.html"])
    site.write(f"docs/{page}", post("P", "2024-05-01", template="wide.html", fails="true"))
    usual = "{% extends 'base.html' %}{% block styles %}{{ 1 // 0 if page.meta.fails }}{% endblock %}"
    site.write("own/main.html", usual)
    with pytest.raises(ZeroDivisionError):
        site.build(strict=False, theme={"name": "mkdocs", "custom_dir": "own"})


@pytest.mark.parametrize("theme", THEMES)
def test_templates_in_folders_of_the_site_are_used_however_they_print_the_text(drawn, theme):
    names = [f"made/{name}" for name in MADE]
    site = site_with(drawn, names)
    for name, text in MADE.items():
        site.write(f"own/made/{name}", text)
    built = site.build(theme={"name": theme, "custom_dir": "own"})
    assert built.ok, built
    assert not [text for text in built.said("INFO") if " template: " in text]
    for number, name in enumerate(names):
        page, listing = (built.page(f"news/{path}{number:02}/") for path in ("p", "tags/t"))
        for each in (page, listing):
            assert each.select("meta[name=own], .own"), name
        assert "Text" in page.text("body"), name
        assert listing.texts(".newsblog-card__title") == [f"P{number}"], name


@pytest.mark.parametrize("theme", THEMES)
def test_a_part_of_the_theme_that_the_site_overrides_prints_no_page(drawn, theme):
    site = site_with(drawn, OVERRIDDEN[theme])
    for name in OVERRIDDEN[theme]:
        site.write(f"own/{name}", "PART {{ page.content }}")
    built = site.build(theme={"name": theme, "custom_dir": "own"})
    assert built.ok, built
    for number, name in enumerate(OVERRIDDEN[theme]):
        page = built.page(f"news/p{number:02}/")
        assert page.texts("title") == [f"P{number} - Drawn"], name
    said = [text for text in built.said("INFO") if "[foreign-template]" in text]
    assert len(said) == 2 * len(OVERRIDDEN[theme])


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
    assert 'the template "blog.html" works with the theme\'s own blog alone. ' in said
    assert "Introduced." in built.page("news/tags/t00/").text("body")


def test_a_template_of_the_sites_own_that_fails_is_said_with_its_line(drawn):
    own = {
        "fails.html": "{% extends 'main.html' %}\n{% block content %}\n{{ page.meta.a.b }}{% endblock %}",
        "syntax.html": "{{ page.content }}\n{% bloc %}",
        "takes.html": "{{ page.content }}\n\n{% include 'inner.html' %}",
        "inner.html": "\n{{ 1 / 0 }}",
    }
    wanted = {
        "fails.html": "fails on this page (fails.html, line 3: 'dict object' has no attribute 'a')",
        "syntax.html": "can't be used (syntax.html, line 2: Encountered unknown tag 'bloc'",
        "takes.html": "fails on this page (inner.html, line 2: ZeroDivisionError: division by zero)",
    }
    pages = {f"news/{name}.md": post("P", "2024-05-01", template=name) for name in wanted}
    site = site_of(drawn, pages)
    for name, text in own.items():
        site.write(f"own/{name}", text.encode())
    built = site.build(strict=False, theme={"name": "mkdocs", "custom_dir": "own"})
    for name, fact in wanted.items():
        (said,) = [text for text in built.warnings if f"news/{name}.md:4:11: template: " in text]
        assert f'the template "{name}" {fact}' in said
        assert said.endswith("Mend the template, or take the key out. [template-unfit]")


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
