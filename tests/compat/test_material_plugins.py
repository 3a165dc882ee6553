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


def test_folder_defaults_put_comments_below_posts_and_below_no_listing_that_does_not_ask_for_them(drawn):
    site = drawn(
        """
        docs/
          index.md | # Home
          news/
            .meta.yml | comments: true
            tags.md
              | ---
              | comments: true
              | ---
              | # Tags
            a.md
              | ---
              | title: A
              | date: 2024-01-02
              | tags: [t]
              | ---
              | Text.
        theme/
          partials/
            comments.html | {% if page.meta.comments %}<b id="talk">Talk</b>{% endif %}
        """,
        config={"plugins": ["meta", "search"]},
        newsblog={"dir": "news"},
    )
    built = site.build(theme={"name": "material", "custom_dir": "theme"})
    assert built.ok, built
    asked = {url for url in built.urls() if built.page(url).texts("#talk")}
    assert asked == {"news/a/", "news/tags/"}


def test_folder_defaults_that_want_no_comments_count_for_listings_too(drawn):
    site = drawn(
        """
        docs/
          index.md | # Home
          news/
            .meta.yml | comments: false
            a.md
              | ---
              | title: A
              | date: 2024-01-02
              | tags: [t]
              | ---
              | Text.
        theme/
          partials/
            comments.html | {% if page.meta.comments != false %}<b id="talk">Talk</b>{% endif %}
        """,
        config={"plugins": ["meta", "search"]},
        newsblog={"dir": "news"},
    )
    built = site.build(theme={"name": "material", "custom_dir": "theme"})
    assert {url for url in built.urls() if built.page(url).texts("#talk")} == {""}


@pytest.mark.parametrize(("folder", "own"), [("[navigation]", "[path]"), ("navigation", "path")])
def test_folder_defaults_that_hide_something_leave_cards_their_room(drawn, folder, own):
    site = drawn(
        """
        docs/
          index.md | # Home
          news/
            .meta.yml | hide: FOLDER
            index.md | # News
            tags.md
              | ---
              | hide: OWN
              | ---
              | # Tags
            a.md
              | ---
              | title: A
              | date: 2024-01-02
              | tags: [t]
              | ---
              | Text.
        """.replace("FOLDER", folder).replace("OWN", own),
        config={"plugins": ["meta", "search"]},
        newsblog={"dir": "news"},
    )
    built = site.build(theme="material")
    assert built.ok, built
    hidden = {
        url: "hidden" in built.page(url).one(".md-sidebar--secondary").node.attributes
        for url in ("news/", "news/tags/", "news/archive/", "news/a/")
    }
    assert hidden == {"news/": True, "news/tags/": False, "news/archive/": True, "news/a/": False}
