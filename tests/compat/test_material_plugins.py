"""Material's own plugins beside ours."""

import pytest


def test_folder_defaults_reach_a_post_once_beside_the_meta_and_tags_plugins(drawn):
    site = drawn(
        """
        docs/
          index.md | # Home
          news/
            .meta.yml
              | tags: [base]
              | author: A & B
              | search: {boost: 2}
            2024/
              .meta.yml | tags: [inner]
              a.md
                | ---
                | title: A
                | date: 2024-01-02
                | tags: [own]
                | ---
                | Text.
        """,
        config={"plugins": ["meta", "tags", "search"]},
        newsblog={"dir": "news"},
    )
    built = site.build(theme="material")
    assert built.ok
    page = built.page("news/2024/a/")
    assert page.texts(".newsblog-tags--tags .newsblog-tag") == ["base", "inner", "own"]
    assert page.texts(".md-tags > .md-tag") == ["base", "inner", "own"]
    assert page.text(".newsblog-author") == "A & B"
    assert built.exists("news/tags/inner/")


def test_defaults_may_be_kept_under_the_name_that_the_meta_plugin_is_given(drawn):
    site = drawn(
        """
        docs/
          index.md | # Home
          news/
            defaults.yml | tags: [base]
            a.md
              | ---
              | title: A
              | date: 2024-01-02
              | ---
              | Text.
        """,
        config={"plugins": [{"meta": {"meta_file": "defaults.yml"}}, "search"]},
        newsblog={"dir": "news"},
    )
    built = site.build(theme="material")
    assert built.page("news/a/").texts(".newsblog-tags--tags .newsblog-tag") == ["base"]


FOLDER = """
docs/
  index.md | # Home
  news/
    .meta.yml | DEFAULTS
    a.md
      | ---
      | title: A
      | date: 2024-01-02
      | tags: [t]
      | ---
      | Text.
"""


@pytest.fixture
def with_defaults(drawn):
    """A site whose posts and listings have defaults, and a page of tags of its own."""

    def start(defaults, own):
        plugins = {"plugins": ["meta", "search"]}
        site = drawn(FOLDER.replace("DEFAULTS", defaults), config=plugins, newsblog={"dir": "news"})
        if own:
            site.write("docs/news/tags.md", f"---\n{own}\n---\n# Tags\n")
        return site

    return start


TALK = '{% if page.meta.comments CONDITION %}<b id="talk">Talk</b>{% endif %}'


@pytest.mark.parametrize(
    ("defaults", "own", "condition", "talked_of"),
    [
        ("comments: true", "comments: true", "", {"news/a/", "news/tags/"}),
        ("comments: false", "", "!= false", {""}),
    ],
)
def test_defaults_ask_for_comments_below_posts_and_below_no_listing_and_want_none_below_any(
    with_defaults, defaults, own, condition, talked_of
):
    site = with_defaults(defaults, own)
    site.write("theme/partials/comments.html", TALK.replace("CONDITION", condition))
    built = site.build(theme={"name": "material", "custom_dir": "theme"})
    assert built.ok, built
    assert {url for url in built.urls() if built.page(url).texts("#talk")} == talked_of


@pytest.mark.parametrize(("folder", "own"), [("[navigation]", "[path]"), ("navigation", "path")])
def test_folder_defaults_that_hide_something_leave_cards_their_room(with_defaults, folder, own):
    site = with_defaults(f"hide: {folder}", "")
    site.write("docs/news/index.md", "# News\n")
    site.write("docs/news/tags.md", f"---\nhide: {own}\n---\n# Tags\n\n## Low water\n")
    built = site.build(theme="material")
    assert built.ok, built
    hidden = {
        url: "hidden" in built.page(url).one(".md-sidebar--secondary").node.attributes
        for url in ("news/", "news/tags/", "news/archive/", "news/a/")
    }
    assert hidden == {"news/": True, "news/tags/": False, "news/archive/": True, "news/a/": False}
    also = {url: "hidden" in built.page(url).one(".md-sidebar--primary").node.attributes for url in hidden}
    assert also == {**dict.fromkeys(hidden, True), "news/tags/": folder != "navigation"}  # lists are merged
