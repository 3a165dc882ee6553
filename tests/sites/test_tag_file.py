"""What tags are called in a file beside the posts, as Docusaurus has it."""

import pytest

from tests.sites.test_listings import links, post, site_of

TAGS = """\
sea:
  label: The sea & <b>me</b>
  permalink: /at-sea
  description: Tides and *wind*, <script>alert(1)</script>.
js:
  label: JavaScript
ci:
"""
POSTS = {
    "news/a.md": post("A", "2024-01-03", tags="[sea, js, other]"),
    "news/b.md": post("B", "2024-01-02", tags="[JavaScript, JS, ci]"),
    "news/c.md": post("C", "2024-01-01", tags="[ci, sea]"),
    "news/d.md": post("D", "2023-01-01", tags="[sea]"),
}


@pytest.fixture
def blog(drawn):
    """Draw a site whose posts use the keys of a file of tags."""

    def draw(newsblog=None, tags=TAGS, more=None, **config):
        site = site_of(drawn, POSTS | (more or {}), {"dir": "news"} | (newsblog or {}), config or None)
        site.write("docs/news/tags.yml", tags.encode())
        return site

    return draw


def test_tags_have_the_labels_and_addresses_of_the_file(blog):
    built = blog().build(strict=True)
    assert built.ok, built
    assert links(built.page("news/tags/"), ".newsblog-terms a") == [
        ("ci", "news/tags/ci"),
        ("JavaScript", "news/tags/js"),
        ("other", "news/tags/other"),
        ("The sea & <b>me</b>", "news/tags/at-sea"),
    ]
    assert links(built.page("news/a/"), ".newsblog-tags a")[:2] == [
        ("The sea & <b>me</b>", "news/tags/at-sea"),
        ("JavaScript", "news/tags/js"),
    ]


def test_no_address_of_the_file_is_in_the_way_of_another_page(blog):
    built = blog(tags="sea: {permalink: /index.html}\njs: {label: JS}\n").build(strict=False)
    assert ("sea", "news/tags/index") in links(built.page("news/tags/"), ".newsblog-terms a")


def test_the_page_of_a_tag_begins_with_what_it_is_about(blog):
    built = blog({"tags": {"per_page": 2}}, site_url="https://example.org/").build(strict=True)
    first, second = (built.page(f"news/tags/at-sea/{tail}") for tail in ("", "page/2/"))
    said = "Tides and wind, <script>alert(1)</script>."
    assert first.texts(".newsblog-view__about") == [said]
    assert [found.content for found in first.select(".newsblog-view__about em")] == ["wind"]
    assert second.texts(".newsblog-view__about") == []
    about = [page.values('meta[property="og:description"]', "content") for page in (first, second)]
    assert about == [[said], ["Tag: The sea & <b>me</b> – Page 2 – Drawn"]]


def test_a_page_of_the_author_s_introduces_the_tag_instead(blog):
    own = {"news/tags/at-sea/index.md": "# At sea\n\nAll hands.\n"}
    page = blog(more=own).build(strict=True).page("news/tags/at-sea/")
    assert page.texts(".newsblog-view__about") == []
    assert "All hands." in page.content


def test_options_and_lists_may_use_the_keys(blog):
    options = {"tags": {"hidden": ["js"], "allowed": ["sea", "ci", "js"], "aliases": {"other": "ci"}}}
    listed = {"index.md": "# S\n\n<!-- newsblog: latest tags=sea -->\n"}
    built = blog(options, more=listed).build(strict=True)
    assert built.ok, built
    assert [name for name, _ in links(built.page("news/tags/"), ".newsblog-terms a")] == [
        "ci",
        "The sea & <b>me</b>",
    ]
    assert built.page("").texts(".newsblog-card__title") == ["A", "C", "D"]


@pytest.mark.parametrize("labels", [(None, None), ("The sea", None), (None, "The sea"), ("The sea", "Ocean")])
def test_a_list_of_several_sections_finds_a_key_whatever_each_of_them_calls_it(drawn, labels):
    pages = {"index.md": "# S\n\n<!-- newsblog: latest tags=sea -->\n"}
    for name, label in zip(("news", "log"), labels, strict=True):
        pages[f"{name}/{name}.md"] = post(name, "2024-01-01", tags="[sea]")
        pages[f"{name}/tags.yml"] = f"sea: {{label: {label}}}\n" if label else ""
    built = site_of(drawn, pages, [{"dir": "news"}, {"dir": "log"}]).build(strict=True)
    assert sorted(built.page("").texts(".newsblog-card__title")) == ["log", "news"]


NESTED = """\
hardware: {label: Hard stuff, permalink: /gear}
hardware/sensors: {label: Feelers, description: What they feel.}
soft/web: {permalink: /net}
"""


def test_labels_name_the_levels_of_nested_tags(drawn):
    pages = {
        "news/a.md": post("A", "2024-01-03", tags="[hardware, soft/web]"),
        "news/b.md": post("B", "2024-01-02", tags="[hardware/sensors]"),
        "news/c.md": post("C", "2024-01-01", tags="[hardware/tools, Hard stuff/sensors]"),
        "news/tags.yml": NESTED,
        "index.md": "# S\n\n<!-- newsblog: latest tags=hardware/sensors -->\n",
    }
    options = {"nested": True, "allowed": ["hardware", "hardware/sensors", "hardware/tools", "soft/web"]}
    built = site_of(drawn, pages, {"dir": "news", "tags": options}).build(strict=True)
    assert built.ok, built
    assert links(built.page("news/tags/"), ".newsblog-terms a") == [
        ("Hard stuff", "news/tags/gear"),
        ("Feelers", "news/tags/gear/sensors"),
        ("tools", "news/tags/gear/tools"),
        ("soft", "news/tags/soft"),
        ("web", "news/tags/soft/net"),
    ]
    assert built.page("news/tags/gear/").texts(".newsblog-card__title") == ["A", "B", "C"]
    inner = built.page("news/tags/gear/sensors/")
    assert inner.texts("h1") == ["Hard stuff/Feelers"]
    assert inner.texts(".newsblog-view__about") == ["What they feel."]
    assert built.page("").texts(".newsblog-card__title") == ["B", "C"]


@pytest.mark.parametrize("labels", [("Hard stuff", None), ("Hard stuff", "Gear")])
def test_a_list_of_several_sections_finds_a_key_within_another(drawn, labels):
    pages = {"index.md": "# S\n\n<!-- newsblog: latest tags=hardware/sensors -->\n"}
    for name, label in zip(("news", "log"), labels, strict=True):
        pages[f"{name}/{name}.md"] = post(name, "2024-01-01", tags="[hardware/sensors]")
        pages[f"{name}/tags.yml"] = f"hardware: {{label: {label}}}\n" if label else ""
    sections = [{"dir": name, "tags": {"nested": True}} for name in ("news", "log")]
    built = site_of(drawn, pages, sections).build(strict=True)
    assert sorted(built.page("").texts(".newsblog-card__title")) == ["log", "news"]


def test_a_list_of_a_tag_whose_posts_are_to_come_is_no_mistake(blog):
    more = {
        "news/e.md": post("E", "2024-01-01", tags="[tide]", draft="true"),
        "index.md": "# S\n\n<!-- newsblog: latest tags=tide -->\n",
    }
    assert blog(tags="tide: {label: The tide}\njs: {label: JS}\n", more=more).build(strict=True).ok


@pytest.mark.parametrize(
    "text", ["- tide\n- storm\n", "tags: [tide]\n", "tide: Tides\n", "Words\n", "{{ x }}\n"]
)
def test_a_file_of_something_else_stops_no_build(blog, text):
    built = blog(tags=text, more={"news/b.md": post("B", "2024-01-02", tags="[js]")}).build(strict=True)
    assert built.ok, built
    assert len([record for record in built.log if "news/tags.yml:" in record.text]) == 1


def test_what_is_wrong_with_one_tag_is_a_warning_beside_another(blog):
    built = blog(tags="sea: {label: The sea}\nci: Words\njs: {label: JS}\n").build(strict=False)
    assert len([said for said in built.warnings if "news/tags.yml:2:5" in said]) == 1


def test_a_mistake_in_the_file_is_said_once_at_its_place(blog):
    built = blog(tags="sea:\n  label: {\n").build()
    (said,) = (line for line in built.errors if "tags.yml" in line)
    assert "news/tags.yml:2:1: sea: not readable as YAML" in said
    assert not built.ok
