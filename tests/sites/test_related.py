"""What stands below a post: the links its author names, then posts on the same subjects."""

import pytest

from tests.sites.test_listings import links, post, site_of

GUIDE = {"guide.md": "# The <em>guide</em> & more\n\n## Part\n"}
OTHERS = {f"news/other-{number}.md": post(f"Other {number}", f"2023-01-0{number}") for number in range(1, 5)}
TIDES = {
    f"news/tide-{number}.md": post(f"Tide {number}", f"2024-01-0{number}", tags="[tides]")
    for number in (1, 2)
}


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_a_post_names_what_its_author_names_and_then_what_is_alike(drawn, theme):
    named = "\n  - other-1.md\n  - A guide: ../guide.md#part\n  - https://example.net/a/?b=c&d"
    me = post("Me", "2024-02-01", tags="[tides]", links=named)
    built = site_of(drawn, GUIDE | OTHERS | TIDES | {"news/me.md": me}).build(
        theme=theme, newsblog={"dir": "news", "related": {"limit": 4}}
    )
    assert built.ok, built
    page = built.page("news/me/")
    shown = page.one("nav.newsblog-related")
    assert shown["aria-label"] == shown.text("h2") == "Related posts"
    assert [link.content for link in shown.select("a")] == [
        "Other 1",
        "A guide",
        "example.net/a/?b=c&d",
        "Tide 2",
    ]
    assert [link["href"] for link in shown.select("a")] == [
        "../../news/other-1/",
        "../../guide/#part",
        "https://example.net/a/?b=c&d",
        "../../news/tide-2/",
    ]
    assert shown.texts("time") == ["1 January 2023", "2 January 2024"]
    assert built.page("news/other-2/").select(".newsblog-related") == []
    assert built.broken_links() == []


def test_a_post_that_is_named_with_a_part_of_it_is_not_named_again(drawn):
    me = post("Me", "2024-02-01", tags="[tides]", related='["tide-1.md#low"]')
    ebb = {"news/tide-1.md": post("Tide 1", "2024-01-01", "## Low\n", tags="[tides]")}
    built = site_of(drawn, OTHERS | TIDES | ebb | {"news/me.md": me}).build()
    assert built.ok, built
    assert built.page("news/me/").texts(".newsblog-related a") == ["Tide 1", "Tide 2"]
    assert built.broken_links() == []


def test_a_page_is_called_below_each_post_as_that_post_calls_it(drawn):
    named = {"one": "[A guide: ../guide.md]", "two": "[../guide.md]", "three": "[All of it: ../guide.md]"}
    posts = {f"news/{name}.md": post(name, "2024-02-01", links=to) for name, to in named.items()}
    built = site_of(drawn, GUIDE | posts).build()
    assert built.ok, built
    said = [links(built.page(f"news/{name}/"), ".newsblog-related a") for name in named]
    assert said == [[("A guide", "guide")], [("The guide & more", "guide")], [("All of it", "guide")]]


def test_a_page_that_is_no_post_is_called_as_the_host_calls_it(drawn):
    me = post("Me", "2024-02-01", related="[/guide.md, /news/tags/t/, other-1]", tags="[t]")
    page = site_of(drawn, GUIDE | OTHERS | {"news/me.md": me}).build().page("news/me/")
    assert links(page, ".newsblog-related a") == [
        ("The guide & more", "guide"),
        ("Tag: t", "news/tags/t"),
        ("Other 1", "news/other-1"),
    ]


def test_what_the_site_leaves_out_is_not_named_below_a_post(drawn):
    named = "[/guide.md, /half.md, /gone.md, /log/soon.md]"
    pages = GUIDE | {"half.md": "# Half\n", "gone.md": "# Gone\n", "log/soon.md": post("Soon", "2041-01-01")}
    site = site_of(drawn, pages | {"news/me.md": post("Me", "2024-02-01", related=named)})
    plugins = ["search", {"newsblog": {"dir": "news"}}, {"newsblog": {"dir": "log"}}]
    kept = {"draft_docs": "half.md", "exclude_docs": "gone.md", "plugins": plugins}
    built = site.build(newsblog=None, **kept)
    assert built.ok, built
    assert links(built.page("news/me/"), ".newsblog-related a") == [("The guide & more", "guide")]
    shown = site.build(newsblog=None, **kept | {"draft_docs": None, "exclude_docs": None})
    assert [name for name, _ in links(shown.page("news/me/"), ".newsblog-related a")] == [
        "The guide & more",
        "Half",
        "Gone",
    ]


def test_a_link_to_nothing_is_said_with_its_line_and_the_post_that_was_meant(drawn):
    me = post("Me", "2024-02-01", related="\n  - tide-9.md\n  - qwertyuiop")
    built = site_of(drawn, TIDES | {"news/me.md": me}).build(strict=False)
    first, second = built.warnings
    assert first.startswith(
        'mkdocs_newsblog: news/me.md:5:5: related[0]: "tide-9.md" leads to no post, page or file of this site'
    )
    assert "Did you mean news/tide-" in first
    assert "news/me.md:6:5: related[1]" in second
    assert built.page("news/me/").select(".newsblog-related") == []


def test_unpublished_posts_are_never_named_and_an_unlisted_one_only_by_hand(drawn):
    hidden = {
        "news/draft.md": post("Secret draft", "2024-01-01", tags="[tides]", draft="true"),
        "news/later.md": post("Secret later", "2031-01-01", tags="[tides]"),
        "news/over.md": post("Secret over", "2024-01-01", tags="[tides]", expires="2024-02-02"),
        "news/quiet.md": post("Quiet", "2024-01-01", tags="[tides]", unlisted="true"),
    }
    me = post("Me", "2024-02-01", tags="[tides]", related="[draft.md, later.md, over.md, quiet.md, me.md]")
    built = site_of(drawn, OTHERS | TIDES | hidden | {"news/me.md": me}).build()
    assert built.ok, built
    assert built.page("news/me/").texts(".newsblog-related a") == ["Quiet", "Tide 2", "Tide 1"]
    assert built.page("news/tide-1/").texts(".newsblog-related a") == ["Me", "Tide 2"]
    assert "Secret" not in "".join(page.raw for page in built.pages())


def test_search_does_not_find_a_post_by_the_titles_of_related_ones(drawn):
    built = site_of(drawn, OTHERS | TIDES).build()
    found = {entry["location"].partition("#")[0] for entry in built.search_index() if "Tide 2" in str(entry)}
    assert built.page("news/tide-1/").texts(".newsblog-related a") == ["Tide 2"]
    assert found == {"news/tide-2/"}


@pytest.mark.parametrize(
    ("options", "keys", "wanted"),
    [
        (False, {}, []),
        ({"automatic": False}, {}, ["Other 1"]),
        ({"limit": 0}, {}, ["Other 1"]),
        ({"limit": 1}, {}, ["Other 1"]),
        ({"limit": 2}, {}, ["Other 1", "Tide 2"]),
        ({}, {"related": "false"}, []),
        ({}, {"related": "true"}, ["Tide 2", "Tide 1"]),
    ],
)
def test_the_list_can_be_cut_and_switched_off(drawn, options, keys, wanted):
    me = post("Me", "2024-02-01", tags="[tides]", **(keys or {"links": "[other-1.md]"}))
    site = site_of(drawn, OTHERS | TIDES | {"news/me.md": me}, {"dir": "news", "related": options})
    assert site.build().page("news/me/").texts(".newsblog-related a") == wanted


def test_hostile_links_are_text_or_nothing(drawn):
    named = (
        '\n  - "<script>alert(1)</script>": tide-1.md\n  - x: "javascript:alert(1)"\n  - ../../../etc/passwd'
    )
    site = site_of(drawn, TIDES | {"news/me.md": post("Me", "2024-02-01", links=named)})
    newsblog = {"dir": "news", "problems": {"link-unsafe": "warning"}}
    built = site.build(strict=False, newsblog=newsblog)
    page = built.page("news/me/")
    assert page.texts(".newsblog-related a") == ["<script>alert(1)</script>"]
    assert "<script>alert" not in page.raw
    assert [text.rpartition("[")[2] for text in built.warnings] == ["link-unsafe]", "related-missing]"]
