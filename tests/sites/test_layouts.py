"""Layouts of listings: the table, and those that a site adds by a template."""

import pytest

POSTS = """
docs/
  index.md | # Home
  news/
    a.md
      | ---
      | title: First & <i>best</i>
      | date: 2026-05-04
      | authors: [Mara Lind, Jonas Weber]
      | tags: [world, C++]
      | ---
      | Text.
    b.md
      | ---
      | title: Second
      | date: 2026-05-05
      | ---
      | Text.
"""

MAGAZINE = """
overrides/
  newsblog/
    layouts/
      magazine.html
        | <div class="magazine" data-layout="{{ layout }}">
        | {{ cards[0] }}
        | {% for post in posts[1:] %}
        | <h{{ level }} class="rest">{{ post.title }}</h{{ level }}>
        | {% endfor %}
        | </div>
"""
OWN = {"name": "mkdocs", "custom_dir": "overrides"}


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_a_table_is_one_for_machines_too(drawn, theme):
    site = drawn(POSTS, newsblog={"dir": "news", "index": {"layout": "table"}})
    built = site.build(theme=theme)
    assert built.ok, built
    table = built.page("news/").one("table.newsblog-table")
    assert table.texts("thead th[scope=col]") == ["Date", "Title", "Authors", "Tags"]
    assert table.texts("tbody th[scope=row] a") == ["Second", "First & <i>best</i>"]
    assert [row.texts("td") for row in table.select("tbody tr")] == [
        ["5 May 2026", "", ""],
        ["4 May 2026", "Mara Lind, Jonas Weber", "world, C++"],
    ]
    roles = [node["role"] for node in table.select("*") if node.get("role")]
    assert {"table", "rowgroup", "row", "columnheader", "rowheader", "cell"} == set(roles)
    faults = {url: [fault.split()[-1] for fault in built.page(url).parse_errors()] for url in ("", "news/")}
    assert faults["news/"] == faults[""]
    assert built.broken_links() == []


def test_a_table_leaves_out_columns_that_nothing_stands_in(drawn):
    site = drawn(POSTS, newsblog={"dir": "news", "archive": {"layout": "table"}})
    site.delete("docs/news/a.md")
    table = site.build().page("news/archive/").one("table.newsblog-table")
    assert table.texts("thead th") == ["Date", "Title"]


def test_a_file_is_a_layout_for_every_listing(drawn):
    options = {"dir": "news", "index": {"layout": "magazine"}, "taxonomies": {"topics": {}}}
    built = drawn(POSTS + MAGAZINE, newsblog=options).build(theme=OWN)
    assert built.ok, built
    magazine = built.page("news/").one(".magazine")
    assert magazine["data-layout"] == "magazine"
    assert magazine.texts("li.newsblog-card h2.newsblog-card__title") == ["Second"]
    assert magazine.texts("h2.rest") == ["First & <i>best</i>"]
    assert built.page("news/tags/world/").one("ul.newsblog-list--cards")


def wrong(built):
    """The messages about layouts."""
    return [text for text in built.errors + built.warnings if "[layout-unknown]" in text]


@pytest.mark.parametrize(
    ("options", "key", "said", "advice"),
    [
        (
            {"index": {"layout": "magazin"}},
            "index.layout",
            "magazin",
            'Did you mean "magazine"? Known here: ',
        ),
        ({"tags": {"layout": "card"}}, "tags.layout", "card", 'Did you mean "cards"? Known here: '),
        ({"taxonomies": {"topics": {"layout": "zzz"}}}, "taxonomies.topics.layout", "zzz", "Known here: "),
    ],
)
def test_a_layout_that_nothing_has_is_one_error_that_names_those_there_are(drawn, options, key, said, advice):
    site = drawn(POSTS + MAGAZINE, newsblog={"dir": "news", **options})
    built = site.build(theme=OWN)
    assert built.exit_code == 1
    assert len(wrong(built)) == 1
    assert f"{site.place('layout: ', said)}: {key}: there is no layout " in wrong(built)[0]
    assert f"{advice}cards, list, compact, table, magazine. [" in wrong(built)[0]
    lenient = site.build(
        theme=OWN, newsblog={"dir": "news", "problems": {"layout-unknown": "info"}, **options}
    )
    assert lenient.ok, lenient
    assert lenient.page("news/").select(".newsblog-card__title")
