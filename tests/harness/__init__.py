"""Draw a site, build or serve it, and ask the result questions.

The fixtures in `tests/conftest.py` hand these out, so a test seldom imports anything from here::

    def test_a_post_has_one_heading(drawn):
        site = drawn('''
            docs/
              index.md | # Home
              news/
                first.md
                  | ---
                  | title: First
                  | date: 2024-01-02
                  | ---
                  | Text
        ''', newsblog={"dir": "news"})
        built = site.build(theme="material")
        assert built.ok
        assert built.page("news/first/").text("h1") == "First"
        assert built.broken_links() == []
"""
