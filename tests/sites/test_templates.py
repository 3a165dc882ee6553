"""The ladder of templates: the site's own folder, a theme's, an installed pack's, then the bundled ones."""

import os

import pytest

POST = """\
---
title: "<A> & B"
date: 2024-09-25
tags: [world]
hero: https://img.example.net/x.jpg?a=1&b=2
heroAlt: A & B
---
Text
"""

HOSTS = {"mkdocs": "mkdocs.themes", "properdocs": "properdocs.themes"}

THEME = """\
installed/
  tiny_theme/
    __init__.py
    mkdocs_theme.yml
    properdocs_theme.yml
    main.html
      | <!DOCTYPE html>
      | <html><head><title>{{ page.title }}</title></head>
      | <body class="tiny">{{ page.content }}</body></html>
    newsblog/
      post_card.html | <li class="newsblog-card tiny-card"><a href="{{ post.href }}">{{ post.title }}</a></li>
  tiny_theme-1.0.dist-info/
    METADATA
      | Metadata-Version: 2.1
      | Name: tiny-theme
      | Version: 1.0
    entry_points.txt
      | [mkdocs.themes]
      | tiny = tiny_theme
      | [properdocs.themes]
      | tiny = tiny_theme
"""

PACK = """\
installed/
  tall_pack/
    __init__.py
    hero.html
      | {% extends "base/hero.html" %}
      | {% block image %}<b class="from-pack">{{ super() }}</b>{% endblock %}
    tag_list.html | <p class="from-pack">{% for term in terms %}{{ term.label }}{% endfor %}</p>
  tall_pack-1.0.dist-info/
    METADATA
      | Metadata-Version: 2.1
      | Name: tall-pack
      | Version: 1.0
    entry_points.txt
      | [mkdocs_newsblog.templates]
      | tall = tall_pack
"""


def blog(drawn, *drawings):
    """A site with one post, and further files by drawing."""
    site = drawn("docs/\n  index.md | # Home\n", newsblog={"dir": "news"})
    site.write("docs/news/a.md", POST.encode())
    for drawing in drawings:
        site.draw(drawing)
    return site


def installed(site):
    """The environment in which the drawn folder's packages are installed."""
    paths = [str(site.root / "installed"), os.environ.get("PYTHONPATH", "")]
    return {"PYTHONPATH": os.pathsep.join(path for path in paths if path)}


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_a_site_replaces_one_block_and_keeps_the_rest(drawn, theme):
    site = blog(
        drawn,
        """
        overrides/
          newsblog/
            hero.html
              | {% extends "base/hero.html" %}
              | {% block image %}<div class="mine">{{ super() }}{{ post.title }}</div>{% endblock %}
            view.html
              | {% extends "base/view.html" %}
              | {% block ways %}{% endblock %}
        """,
    )
    built = site.build(theme={"name": theme, "custom_dir": "overrides"})
    assert built.ok, built
    page = built.page("news/a/")
    assert page.one("figure.newsblog-figure .mine img.newsblog-hero")["src"].endswith("?a=1&b=2")
    assert page.text(".mine") == "<A> & B"
    assert page.texts(".newsblog-byline time") == ["25 September 2024"]
    assert built.page("news/").select(".newsblog-ways") == []
    assert len(built.page("news/").select(".newsblog-card")) == 1


def test_a_file_that_is_called_nearly_as_a_template_of_ours_is_said_once(drawn):
    site = blog(
        drawn,
        """
        docs/
          blog/
            b.md | # B
        overrides/
          newsblog/
            post_crad.html | Mine
            hero.html | {% include "picture_small.html" %}
            picture_small.html | Small
            series.htm | Mine
            byline.html.bak | Old
            view_old.html | Old
            view.html | {% extends "base/view.html" %}
            layouts/
              card.html | Mine
          main.html
            | {% extends "base.html" %}
            | {% block scripts %}{% include "newsblog/related_mine.html" %}{{ super() }}{% endblock %}
        """,
    )
    site.write("overrides/newsblog/related_mine.html", "Mine")
    sections = [{"dir": "news"}, {"dir": "blog", "problems": {"date-missing": "ignore"}}]
    built = site.build(theme={"name": "mkdocs", "custom_dir": "overrides"}, newsblog=sections, strict=False)
    said = [text.partition(": ")[2] for text in built.warnings]
    assert said == [
        "overrides/newsblog/post_crad.html:1:1: template: "
        'nothing asks for "newsblog/post_crad.html". Did you mean post_card.html? [template-unknown]',
        "overrides/newsblog/series.htm:1:1: template: "
        'nothing asks for "newsblog/series.htm". Did you mean series.html? [template-unknown]',
    ]


def test_a_template_for_us_that_stands_in_another_folder_is_said(drawn):
    site = blog(
        drawn,
        """
        overrides/
          post_card.html | {% extends "base/post_card.html" %}
          hero.html | {% extends "main.html" %}{% block content %}Welcome{% endblock %}
          related.html | <p class="newsblog-related">Asked for</p>
          byline.html | {% extends "base/byline.html" %}
          author_list.html | {% extends "main.html" %}{% block content %}<p class="newsblog-a">{% endblock %}
          profile.html | <!doctype html><html lang="en" class="newsblog-b"></html>
          main.html
            | {% extends "base.html" %}
            | {% block announce %}{% include "related.html" %}{{ super() }}{% endblock %}
          partials/
            post.html | <p class="newsblog-mine">Of the theme</p>
            series.html | Of the site
            newsblog/
              tag_list.html | Tags
          newsblog/
            byline.html | {% extends "base/byline.html" %}
            cards.html | Mine
            base/
              pager.html | Mine
            layouts/
              group.html | Mine
        """,
    )
    built = site.build(theme={"name": "material", "custom_dir": "overrides"}, strict=False)
    said = [text.partition(": ")[2] for text in built.warnings]
    assert said == [
        f'overrides/{path}:1:1: template: nothing asks for "{path}". {advice} [template-unknown]'
        for path, advice in (
            ("newsblog/base/pager.html", "Move it to overrides/newsblog/pager.html."),
            ("newsblog/cards.html", "Did you mean layouts/cards.html?"),
            ("partials/newsblog/tag_list.html", "Move it to overrides/newsblog/tag_list.html."),
            ("post_card.html", "Move it to overrides/newsblog/post_card.html."),
        )
    ]


def test_a_replaced_block_of_a_partial_counts_wherever_the_partial_is_used(drawn):
    site = blog(
        drawn,
        """
        overrides/
          newsblog/
            tag_list.html | <p class="mine">{% for term in terms %}#{{ term.label }}{% endfor %}</p>
        """,
    )
    built = site.build(theme={"name": "material", "custom_dir": "overrides"})
    assert "#world" in built.page("news/a/").texts(".newsblog-byline p.mine")
    assert built.page("news/").texts(".newsblog-card p.mine") == ["#world"]


@pytest.mark.parametrize("host", HOSTS)
def test_a_theme_brings_a_partial_of_its_own(drawn, host):
    site = blog(drawn, THEME)
    built = site.cli("build", "--strict", host=host, env=installed(site), theme={"name": "tiny"})
    assert built.ok, built
    assert built.page("news/").one("body.tiny .newsblog-list--cards > .tiny-card").content == "<A> & B"
    assert built.page("news/a/").one("img.newsblog-hero")
    assert (
        built.page("news/a/").one("head link[rel=stylesheet]")["href"] == "../../assets/newsblog/newsblog.css"
    )
    assert built.broken_links() == []


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_an_installed_pack_comes_before_the_bundled_templates(drawn, theme):
    site = blog(drawn, PACK)
    built = site.cli("build", "--strict", env=installed(site), theme=theme)
    assert built.ok, built
    page = built.page("news/a/")
    assert page.one(".from-pack img.newsblog-hero")
    assert "world" in page.texts(".newsblog-byline p.from-pack")
    assert page.select(".newsblog-tag") == []
    assert site.cli("build", "--strict", theme=theme).page("news/a/").select(".from-pack") == []


def test_the_sites_folder_comes_before_the_themes_and_the_themes_before_a_packs(drawn):
    rung = "    newsblog/\n      hero.html | <i class='rung'>theme</i>\n"
    theme = THEME.replace("    newsblog/\n", rung, 1)
    site = blog(drawn, theme, PACK)
    options = {"theme": {"name": "tiny", "custom_dir": "overrides"}, "env": installed(site)}
    site.draw("overrides/\n  newsblog/\n    byline.html | <p class='rung'>site</p>\n")
    page = site.cli("build", "--strict", **options).page("news/a/")
    assert page.texts(".rung") == ["site", "theme"]
    site.draw("overrides/\n  newsblog/\n    hero.html | <i class='rung'>site again</i>\n")
    page = site.cli("build", "--strict", **options).page("news/a/")
    assert page.texts(".rung") == ["site", "site again"]


def test_texts_are_escaped_in_templates_that_know_nothing_of_it(drawn):
    template = "<p class='mine' title='{{ post.title }}'>{{ post.title }}</p>"
    drawing = f"overrides/\n  newsblog/\n    hero.html | {template}\n"
    page = blog(drawn, drawing).build(theme={"name": "mkdocs", "custom_dir": "overrides"}).page("news/a/")
    assert (page.text(".mine"), page.one(".mine")["title"]) == ("<A> & B", "<A> & B")
    assert "&lt;A&gt; &amp; B</p>" in page.raw


def test_a_mistyped_name_in_a_template_is_said_and_prints_nothing_half(drawn):
    drawing = "overrides/\n  newsblog/\n    hero.html | {{ post.titel }}\n"
    site = blog(drawn, drawing)
    built = site.cli("build", theme={"name": "mkdocs", "custom_dir": "overrides"})
    assert built.exit_code == 1
    assert "titel" in built.output


def test_a_mark_before_the_text_of_a_template_is_in_no_page(drawn):
    site = blog(drawn, "")
    site.write("overrides/newsblog/byline.html", b"\xef\xbb\xbf<b id=own>{{ post.title }}</b>")
    page = site.build(theme={"name": "mkdocs", "custom_dir": "overrides"}).page("news/a/")
    assert page.text("#own") == "<A> & B"
    assert "\ufeff" not in page.raw


BROKEN = {
    "a tag that is not closed": (
        "hero.html",
        b"<b>\n{% if post.image %}\n</b>\n",
        "hero.html:3:1: template: ",
        "Unexpected end of template",
    ),
    "a filter that there is not": (
        "byline.html",
        b"\n{{ post.title | shout }}",
        "byline.html:2:1: ",
        "'shout'",
    ),
    "bytes that are no text": (
        "post.html",
        b"<b>\ncaf\xe9</b>",
        "post.html:2:1: template: ",
        "not UTF-8: byte 0xe9 at offset 7",
    ),
    "a template that includes itself": (
        "hero.html",
        b'\n\n{% include "hero.html" %}',
        "hero.html:3:1: template: ",
        "includes or extends itself",
    ),
    "a template that extends itself": (
        "post.html",
        b'{% extends "post.html" %}',
        "post.html:1:1: template: ",
        "includes or extends itself",
    ),
    "a parent that there is not": (
        "hero.html",
        b'{% extends "bass/hero.html" %}',
        "hero.html:1:1: template: ",
        'there is no template "bass/hero.html"',
    ),
    "a name that there is not, in a block": (
        "byline.html",
        b'{% extends "base/byline.html" %}\n{% block date %}\n{{ post.titel }}\n{% endblock %}',
        "byline.html:3:1: template: ",
        "no attribute 'titel'",
    ),
    "a sum that has no result": ("hero.html", b"{{ 1 / 0 }}", "hero.html:1:1: ", "ZeroDivisionError"),
    "a card": ("post_card.html", b"{{ post.titel }}", "post_card.html:1:1: ", "no attribute 'titel'"),
    "a listing": ("view.html", b"\n{% block %}", "view.html:2:1: ", "block"),
    "a layout": ("layouts/cards.html", b"{{ card }}", "layouts/cards.html:1:1: ", "'card' is undefined"),
}
OVERRIDDEN = {"theme": {"name": "mkdocs", "custom_dir": "overrides"}}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_template_stops_a_build_with_one_message_that_names_it(drawn, case):
    name, text, place, fact = BROKEN[case]
    site = blog(drawn)
    site.write("docs/news/b.md", POST.replace("<A>", "<B>").encode())
    site.write(f"overrides/newsblog/{name}", text)
    built = site.cli("build", **OVERRIDDEN)
    assert built.exit_code == 1
    [said] = [line for line in built.output.splitlines() if "[template-broken]" in line]
    assert f"mkdocs_newsblog: overrides/newsblog/{place}" in said
    assert fact in said
    assert "Traceback" not in built.output
    assert "Error reading page" not in built.output
    assert "Error building page" not in built.output
    assert built.output.rstrip().endswith("Aborted with a BuildError!")


def test_sections_say_once_what_is_wrong_with_a_template_of_both(drawn):
    site = drawn("docs/\n  index.md | # Home\n", newsblog=[{"dir": "news"}, {"dir": "log"}])
    for folder in ("news", "log"):
        site.write(f"docs/{folder}/a.md", POST.encode())
    site.write("overrides/newsblog/byline.html", "{{ nobody }}")
    site.write("overrides/newsblog/post_card.html", "{% if %}")
    built = site.cli("build", **OVERRIDDEN)
    assert (built.exit_code, built.output.count("[template-broken]")) == (1, 1)
    site.delete("overrides/newsblog/byline.html")
    built = site.cli("build", **OVERRIDDEN)
    assert (built.exit_code, built.output.count("[template-broken]")) == (1, 1)
    levels = [{"dir": folder, "problems": {"template-broken": "warning"}} for folder in ("news", "log")]
    built = site.cli("build", newsblog=levels, **OVERRIDDEN)
    assert (built.exit_code, built.output.count("[template-broken]")) == (0, 1)
    assert [built.page(f"{folder}/").texts(".newsblog-card__title") for folder in ("news", "log")] == [
        ["<A> & B"],
        ["<A> & B"],
    ]
    assert built.page("news/").select(".newsblog-problems") == []
