"""`newsblog migrate` says what a site does with Material's blog that no option holds."""

import os

import pytest
import yaml
from click.testing import CliRunner

from mkdocs_newsblog.cli import main

PROFILES = "authors: false, since they had no pages; without it they have"
SITE = "site_name: S\nplugins:\n  - blog\n"


@pytest.fixture
def notes(tmp_path):
    """What is said of a site with these files, without what is said of authors; and the first line."""

    def run(files, config="mkdocs.yml", env=None):
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        done = CliRunner().invoke(main, ["migrate", "-f", str(tmp_path / config)], env=env)
        assert done.exit_code == 0, done.output
        first, *comments = [line for line in done.stdout.splitlines() if line.startswith("#")]
        said = [line.removeprefix("# - ").removesuffix(".") for line in comments]
        return first, [text for text in said if text != PROFILES]

    return run


THEME = f"{SITE}theme:\n  name: material\n  custom_dir: docs/overrides\n"
MOVED = "is not used any more: move what it adds to a template of this plugin"
WHOLE = "asks for the image of a page: that of a post is a whole address here"
ASKING = "asks for that blog: pages with this template lack its posts, or fail"
TEMPLATES = {
    "a post": ("blog-post.html", "{% extends 'main.html' %}", MOVED),
    "a card": ("partials/post.html", "<article></article>", MOVED),
    "links to pages": ("partials/pagination.html", "<nav></nav>", MOVED),
    "one above a post": ("note.html", '{% extends "blog-post.html" %}', ASKING),
    "a list": ("news.html", "{%- for post in posts -%}{{ post.title }}{% endfor %}", ASKING),
    "a plugin": ("home.html", "{% set blog = config.plugins['material/blog'].blog %}", ASKING),
    "a date": ("main.html", "{{ page.config.date.created }}", ASKING),
    "its filter": ("partials/content.html", "{{ page.meta.updated | date }}", ASKING),
    "a picture": ("main.html", "{% set x = config.site_url ~ page.meta.image %}", WHOLE),
    "a picture by name": ("a.html", "{{ meta.get('image', none) }} {{ config.site_url }}/{{ x }}", WHOLE),
    "a picture as it is": ("main.html", '<img src="{{ page.meta.image | url }}">', None),
    "another picture": ("main.html", '{% set x = config.site_url ~ "image.png" %}', None),
    "none of it": ("main.html", "{% extends 'base.html' %} News in posts, up to date. {{ x | upper }}", None),
    "a comment": ("main.html", '{# as {% for post in posts %}\nof "blog.html" #}{{ page.title }}', None),
    "a script": ("main.html", "<script>var day = given || date</script>", None),
    "ours": ("newsblog/post_card.html", "{% for post in posts %}{% endfor %}", None),
    "no template": ("news.txt", "{% for post in posts %}", None),
}


@pytest.mark.parametrize(("name", "text", "said"), TEMPLATES.values(), ids=TEMPLATES)
def test_templates_for_that_blog_are_named(notes, name, text, said):
    _, found = notes({"mkdocs.yml": THEME, f"docs/overrides/{name}": text})
    assert found == ([f"docs/overrides/{name} {said}"] if said else [])


def test_a_folder_of_templates_may_lie_elsewhere_or_nowhere(notes):
    theme = "theme:\n  name: material\n  custom_dir: "
    _, found = notes({"site/mkdocs.yml": f"{SITE}{theme}../own\n", "own/blog.html": ""}, "site/mkdocs.yml")
    assert [text for text in found if text.endswith(f"own/blog.html {MOVED}")] == found != []
    assert notes({"mkdocs.yml": f"{SITE}{theme}none\n"})[1] == []
    assert notes({"mkdocs.yml": f"{SITE}{theme}7\n"})[1] == []
    assert notes({"mkdocs.yml": f"{SITE}theme: material\n"})[1] == []


def test_the_name_of_a_file_ends_no_comment(notes):
    name = "docs/overrides/a\nhooks: [b.py]\x1b[31m.html"
    _, found = notes({"mkdocs.yml": THEME, name: '{% extends "blog-post.html" %}'})
    assert found == [f"docs/overrides/a\\nhooks: [b.py]\\x1b[31m.html {ASKING}"]


def test_an_option_ends_no_comment(notes):
    config = f'{SITE}      pagination_url_format: "a\\nhooks: [b.py]"\n'.replace("- blog", "- blog:")
    advice = "have no counterpart: pages have a folder"
    assert notes({"mkdocs.yml": config})[1] == [f"addresses such as a\\nhooks: [b.py] {advice}"]


def test_only_files_are_read(notes, tmp_path):
    (tmp_path / "docs/overrides").mkdir(parents=True)
    os.mkfifo(tmp_path / "docs/overrides/pipe.html")
    (tmp_path / "docs/overrides/zeros.html").symlink_to("/dev/zero")
    assert notes({"mkdocs.yml": f"{THEME}hooks: [docs/overrides/pipe.html]\n"})[1] == []


def test_comments_without_an_end_are_read_in_one_pass(notes):
    text = "{#" * 200_000 + '"blog.html"'
    assert notes({"mkdocs.yml": THEME, "docs/overrides/main.html": text})[1] == []


HOOKS = {
    "a class": ("from material.plugins.blog.structure import Archive\n", True),
    "a plugin": ('blog = config.plugins["material/blog"].blog\n', True),
    "another edition": ('blog = config.plugins["materialx/blog"].blog\n', True),
    "a template": ('is_post = page.meta.get("template") == "blog-post.html"\n', True),
    "neither": ("# blog of material\nimport material_blog\nname = 'our-blog.html'\n", False),
}


@pytest.mark.parametrize(("text", "is_named"), HOOKS.values(), ids=HOOKS)
def test_hooks_for_that_blog_are_named(notes, text, is_named):
    config = f"{SITE}hooks:\n  - hooks/a.py\n  - hooks/none.py\n  - 7\n"
    _, found = notes({"mkdocs.yml": config, "hooks/a.py": text})
    advice = "see what it did, and whether this plugin does it by itself"
    assert found == ([f"hooks/a.py asks for that blog: {advice}"] if is_named else [])
    assert notes({"mkdocs.yml": f"{SITE}hooks: hooks/a.py\n", "hooks/a.py": text})[1] == []


ASSETS = {
    "a stylesheet": ("extra_css:\n  - a.css\n", "a.css", ".md-post--excerpt { color: red }", True),
    "posts": ("extra_css:\n  - a.css\n", "a.css", "h1, .md-content--post h1 { color: red }", True),
    "a part of a post": ("extra_css:\n  - a.css\n", "a.css", ".md-post__title { color: red }", True),
    "a part of a page": ("extra_css:\n  - a.css\n", "a.css", ".md-pagination__link, .md-meta__item {}", True),
    "an author": ("extra_css:\n  - a.css\n", "a.css", ".md-profile__description { color: red }", True),
    "a script": ("extra_javascript:\n  - js/a.js\n", "js/a.js", 'find("article.md-post")', True),
    "a module": ("extra_javascript:\n  - path: a.mjs\n    type: module\n", "a.mjs", "md-pagination", True),
    "other elements": ("extra_css:\n  - a.css\n", "a.css", ".md-content h1, .md-poster, .amd-post {}", False),
    "no file": ("extra_css:\n  - b.css\n  - 7\nextra_javascript: a.css\n", "a.css", ".md-post {}", False),
}


@pytest.mark.parametrize(("config", "name", "text", "is_named"), ASSETS.values(), ids=ASSETS)
@pytest.mark.parametrize("docs", ["docs", "src/pages"])
def test_styles_and_scripts_for_that_blog_are_named(notes, docs, config, name, text, is_named):
    _, found = notes({"mkdocs.yml": f"{SITE}docs_dir: {docs}\n{config}", f"{docs}/{name}": text})
    fact = "is made for elements of that blog: they have other classes here"
    assert found == ([f"{name} {fact}"] if is_named else [])


def test_files_of_other_sites_are_not_asked_for(notes):
    config = "extra_css:\n  - https://example.org/a.css\n  - //example.org/b.css\n"
    assert notes({"mkdocs.yml": f"{SITE}{config}", "docs/example.org/b.css": ".md-post {}"})[1] == []


def test_options_that_came_from_the_environment_are_named(notes):
    options = "draft: !ENV [D, false]\n      enabled: !ENV [E, true]\n      archive: !ENV [A, true]\n"
    rss = "  - rss:\n      enabled: !ENV [F, false]\n      length: !ENV [L, 3]\n"
    _, found = notes(
        {"mkdocs.yml": f"site_name: S\nplugins:\n  - blog:\n      {options}{rss}"}, env={"A": "false"}
    )
    taken = "came from the environment, and is taken as it is now"
    assert [text for text in found if "environment" in text] == [f"length {taken}", f"archive {taken}"]


def test_what_a_switch_holds_now_is_not_said(notes):
    blog = "site_name: S\nplugins:\n  - blog:\n      draft: !ENV [D, false]\n      enabled: !ENV [E, true]\n"
    assert notes({"mkdocs.yml": blog}, env={"D": "true", "E": "false"})[1] == []


def test_an_option_of_the_nearest_file_hides_a_variable(notes):
    above = "site_name: S\nplugins:\n  blog:\n    archive: !ENV A\n    categories: !ENV C\n"
    near = "INHERIT: base.yml\nplugins:\n  blog:\n    archive: true\n"
    _, found = notes({"base.yml": above, "mkdocs.yml": near})
    assert found == ["categories came from the environment, and is taken as it is now"]


APPLY = "!!python/object/apply:pymdownx.slugs.slugify"
SLUGS = {
    "as by itself": (f"{APPLY}\n        kwds:\n          case: lower", False),
    "as by itself, in one line": (f"{APPLY} {{kwds: {{case: lower}}}}", False),
    "capitals": (APPLY, True),
    "without marks": (f"{APPLY} {{kwds: {{case: lower, normalize: NFD}}}}", True),
    "another function": ("!!python/object/apply:own.slugs.slugify {kwds: {case: lower}}", True),
    "a name": ("!!python/name:pymdownx.slugs.uslugify", True),
}


@pytest.mark.parametrize(("written", "is_said"), SLUGS.values(), ids=SLUGS)
@pytest.mark.parametrize("kind", ["post", "categories"])
def test_addresses_that_another_function_made_are_said_to_change(notes, kind, written, is_said):
    _, found = notes({"mkdocs.yml": f"site_name: S\nplugins:\n  - blog:\n      {kind}_slugify: {written}\n"})
    advice = {
        "post": "posts whose address changes need a slug, or an alias",
        "categories": "categories whose address changes are found at the new one alone",
    }
    assert found == ([f"{kind}_slugify is left out: {advice[kind]}"] if is_said else [])


@pytest.mark.parametrize("written", ["true", "false"])
def test_listings_that_were_files_are_said_to_move(notes, written):
    _, found = notes({"mkdocs.yml": f"{SITE}use_directory_urls: {written}\n"})
    fact = "leaves posts where they were; listings move, since they are folders here"
    assert found == ([f"use_directory_urls: false {fact}"] if written == "false" else [])


@pytest.mark.parametrize(
    ("written", "is_said"),
    [
        ("offline", True),
        ("material/offline", True),
        ("offline:\n      enabled: true", True),
        ("offline:\n      enabled: false", False),
        ("offline:\n      enabled: !ENV [OFFLINE, true]", False),  # for a copy to take away
    ],
)
def test_a_plugin_that_makes_listings_files_is_told_of_as_the_option_is(notes, written, is_said):
    _, found = notes({"mkdocs.yml": f"{SITE}  - {written}\n"})
    fact = "leaves posts where they were; listings move, since they are folders here"
    assert found == ([f"the plugin offline {fact}"] if is_said else [])


def test_listings_that_had_no_folder_are_said_to_have_one(notes):
    config = f'{SITE}      categories_url_format: "{{slug}}"\n'.replace("- blog", "- blog:")
    fact = "addresses such as {slug} have no counterpart: listings have a folder, category"
    said = f"{fact}, and pages of yours that introduce them belong into it"
    assert notes({"mkdocs.yml": config})[1] == [said]


@pytest.mark.parametrize("theme", ["", "material/", "materialx/"])
def test_the_plugins_of_every_edition_of_the_theme_are_found(tmp_path, theme):
    names = f"  - {theme}blog\n  - {theme}tags\n  - {theme}offline\n  - blog: {{blog_dir: tech}}\n"
    (tmp_path / "mkdocs.yml").write_text(f"site_name: S\nplugins:\n{names}", encoding="utf-8")
    done = CliRunner().invoke(main, ["migrate", "-f", str(tmp_path / "mkdocs.yml")])
    assert done.exit_code == 0, done.output
    found = yaml.safe_load(done.stdout)
    assert [entry["newsblog"]["dir"] for entry in found] == ["blog", "tech"]
    assert "tags plugin shows tags" in done.stdout
    assert "the plugin offline leaves" in done.stdout


@pytest.mark.parametrize(
    "name",
    [
        "blog_toc",
        "archive_toc",
        "categories_toc",
        "authors_profiles_toc",
        "categories_sort_reverse",
        "pagination_if_single_page",
        "pagination_keep_content",
    ],
)
def test_nothing_is_said_of_options_that_are_off_here_as_well(notes, name):
    blog = f"site_name: S\nplugins:\n  - blog:\n      {name}:"
    assert notes({"mkdocs.yml": f"{blog} false\n"})[1] == []
    [said] = notes({"mkdocs.yml": f"{blog} true\n"})[1]
    assert said.startswith(f"{name} is left out: ")


LEFT = "tags: false and no tags in shown.post, since Material's tags plugin shows tags of posts"
BESIDES = "Material's tags plugin shows tags of posts besides; see the documentation"


@pytest.mark.parametrize(
    ("plugin", "said"),
    [
        ("  - tags\n", LEFT),
        ("  - material/tags:\n      enabled: true\n", LEFT),
        ("  - tags:\n      enabled: false\n", None),
        ("  - tags:\n      enabled: !ENV [TAGS, false]\n", BESIDES),
        ("", None),
    ],
)
def test_tags_that_the_theme_shows_are_left_to_it(tmp_path, plugin, said):
    blog = "  - blog:\n      post_readtime: false\n  - blog: {blog_dir: tech}\n"
    (tmp_path / "mkdocs.yml").write_text(f"site_name: S\nplugins:\n{plugin}{blog}", encoding="utf-8")
    done = CliRunner().invoke(main, ["migrate", "-f", str(tmp_path / "mkdocs.yml")])
    assert [text for text in (LEFT, BESIDES) if f"# - {text}.\n" in done.stdout] == ([said] if said else [])
    first, second = (entry["newsblog"] for entry in yaml.safe_load(done.stdout))
    assert ("tags" in first, "tags" in second) == (said == LEFT, said == LEFT)
    facts = ["date", "updated", "authors", "categories", *([] if said == LEFT else ["tags"]), "terms"]
    assert first["shown"]["post"] == facts
    assert second["shown"].get("post") == ([*facts[:3], "minutes", *facts[3:]] if said == LEFT else None)


def test_the_file_that_has_the_blog_is_named(notes):
    files = {"common/base.yml": SITE, "mkdocs.yml": "INHERIT: common/base.yml\nsite_name: T\n"}
    assert notes(files)[0] == "# Below plugins in common/base.yml, in place of blog:"
    assert notes({"mkdocs.yml": SITE})[0] == "# Below plugins in mkdocs.yml, in place of blog:"


@pytest.mark.parametrize(
    ("options", "name", "said"),
    [
        ("", "blog/posts/2024/a.PNG", ("blog/posts/2024/a.PNG", "blog/2024/a.PNG")),
        ("\n      blog_dir: .", "posts/b/index.pdf", ("posts/b/index.pdf", "b/index.pdf")),
        ("\n      post_dir: '{blog}/diary'", "blog/diary/a.png", ("blog/diary/a.png", "blog/a.png")),
        ("\n      post_dir: '{blog}'", "blog/a.png", None),
        ("", "blog/posts/a.md", None),
        ("", "blog/posts/.meta.yml", None),
        ("", "blog/a.png", None),
    ],
)
def test_files_that_move_since_they_lie_among_posts_are_named(notes, options, name, said):
    config = f"site_name: S\nplugins:\n  - blog:\n      enabled: true{options}\n"
    _, found = notes({"mkdocs.yml": config, f"docs/{name}": ""})
    here = "files among posts are at their own paths here, such as"
    sent = "let the server send on who asks for them"
    assert found == ([f"{here} {said[0]}, which was {said[1]}: {sent}"] if said else [])


@pytest.mark.parametrize(
    ("pattern", "name", "said"),
    [
        ("{date}/{file}", "blog/posts/2024/tide/index.md", "tide"),
        ("{file}", "blog/posts/tide/README.markdown", "tide"),
        ("{date}/{slug}", "blog/posts/tide/index.md", None),
        ("{file}", "blog/posts/tide/low.md", None),
        ("{file}", "blog/posts/index.md", None),
        ("{file}", "blog/tide/index.md", None),
    ],
)
def test_posts_that_had_no_name_in_their_address_are_named(notes, pattern, name, said):
    config = f'site_name: S\nplugins:\n  - blog:\n      post_url_format: "{pattern}"\n'
    _, found = notes({"mkdocs.yml": config, f"docs/{name}": "# T\n"})
    moved = "and was nothing: such posts move, but for those that get a permalink"
    assert found == ([f"{{file}} of {name} is {said} here, {moved}"] if said else [])


@pytest.mark.parametrize(
    ("options", "name", "listing"),
    [
        ("", "blog/archive/index.md", "archive"),
        ("", "blog/archive/README.md", "archive"),
        ("", "blog/category.md", "categories"),
        ("", "blog/tags/index.md", "tags"),
        ("", "blog/series.md", "series"),
        ("\n      authors_profiles: true", "blog/author/index.md", "authors"),
        ("\n      categories_url_format: topic/{slug}", "blog/topic/index.md", "categories"),
        ("\n      blog_dir: .", "archive.md", "archive"),
        ("", "blog/author/index.md", None),  # no pages of authors
        ("", "blog/categories.md", None),
        ("", "blog/archive/2026.md", None),  # introduces a year there as well
        ("", "archive.md", None),
        ("\n      archive: false", "blog/archive/index.md", None),
    ],
)
def test_pages_at_addresses_of_listings_that_blog_had_not_are_named(notes, options, name, listing):
    config = f"site_name: S\nplugins:\n  - blog:\n      enabled: true{options}\n"
    _, found = notes({"mkdocs.yml": config, f"docs/{name}": "# T\n"})
    fact = f"{name} was a page of its own, and introduces the listing {listing} here, if there is one"
    said = f"{fact}: the listing stands below its text, so take out of it what it lists itself"
    assert found == ([said] if listing else [])


def test_a_page_of_tags_that_the_theme_fills_is_left_to_it(notes):
    _, found = notes({"mkdocs.yml": f"{SITE}  - tags\n", "docs/blog/tags.md": "# Tags\n"})
    assert [text for text in found if "introduces" in text] == []
