"""Lists in ordinary pages and in templates of the theme."""

import posixpath
import re
from urllib.parse import urljoin

import pytest

THEMES = ["mkdocs", "readthedocs", "material"]
ADDRESS = {"site_url": "https://example.org/docs/"}
HOME = """\
# Home

## News

<!-- newsblog: latest limit=2 -->

Text between.

<!-- newsblog: tags -->

```html
<!-- newsblog: latest limit=9 -->
```

And `<!-- newsblog: tags -->`.
"""
PAGES = {
    "index.md": HOME,
    "guide/deep.md": "- One\n\n    <!-- newsblog: latest tag=world layout=list -->\n\n- Two\n",
    "plain.md": "# Plain\n\nNothing.\n",
}


def post(title, date, body="needle in the text\n", **keys):
    """The text of a post."""
    lines = "".join(f"{key}: {value}\n" for key, value in keys.items())
    return f"---\ntitle: '{title}'\ndate: {date}\n{lines}---\n{body}"


POSTS = {
    "news/a.md": post("First", "2026-05-01", tags="[world, C++]"),
    "news/b.md": post("Second", "2026-05-02", tags="[world]", hero="p.png"),
    "news/c.md": post("<i>Third</i> & last", "2026-05-03"),
}


def site_of(drawn, pages, newsblog=None, config=None):
    """A site with pages by path below docs/."""
    site = drawn("docs/\n  index.md | # Home\n  news/\n    p.png\n", config, newsblog or {"dir": "news"})
    site.add(pages)
    return site


def cards(page):
    """The titles of the posts on a page's lists."""
    return page.texts(".newsblog-insert .newsblog-card__title")


def targets(page, css):
    """Where links lead, below the site's root."""
    links = (urljoin(f"http://x/{page.url}", link["href"]) for link in page.select(css))
    return [posixpath.normpath(link.removeprefix("http://x/")) for link in links]


# In pages ------


@pytest.mark.parametrize("theme", THEMES)
def test_a_page_shows_its_lists_where_they_were_written(drawn, theme):
    site = site_of(drawn, PAGES | POSTS, config=ADDRESS)
    for directory_urls in (True, False):
        built = site.build(theme=theme, use_directory_urls=directory_urls)
        assert built.ok, built
        home, deep = built.page(""), built.page("guide/deep/")
        assert cards(home) == ["<i>Third</i> & last", "Second"]
        assert cards(deep) == ["Second", "First"]
        assert [link.removesuffix(".html") for link in targets(home, ".newsblog-insert h3 a")] == [
            "news/c",
            "news/b",
        ]
        assert home.texts(".newsblog-insert--tags li a") == ["C++", "world"]
        inserts = home.select(".newsblog-insert")
        assert home.raw.index("<h2") < home.raw.index("newsblog-insert--posts")
        assert home.raw.index("newsblog-insert--posts") < home.raw.index("Text between.")
        assert [insert.node.parent.tag for insert in inserts] != ["p", "p"]
        assert len(deep.select("li > .newsblog-insert ul.newsblog-list--list")) == 1
        assert home.content.count("<!-- newsblog: latest limit=9 -->") == 1
        assert "<!-- newsblog: tags -->" in home.texts("code")
        assert [image["loading"] for image in home.select(".newsblog-insert img")] == ["lazy"]
        assert built.broken_links() == []
        assert built.duplicate_ids() == {}
        assert "newsblog-root:" not in home.raw + deep.raw


@pytest.mark.parametrize("theme", THEMES)
def test_styles_and_search_know_only_what_they_should(drawn, theme):
    built = site_of(drawn, PAGES | POSTS).build(theme=theme)
    linked = {page.url for page in built.pages() if page.select("head link[href$='newsblog.css']")}
    assert {"", "guide/deep/", "news/", "news/a/"} <= linked
    assert not {"plain/", "404.html", "search.html"} & linked
    assert built.page("").one("head link[href$='newsblog.css']")["href"] == "./assets/newsblog/newsblog.css"
    hits = {
        entry["location"].partition("#")[0] for entry in built.search_index() if "needle" in entry["text"]
    }
    assert hits == {"news/a/", "news/b/", "news/c/"}


def test_headings_follow_the_one_above_and_stay_out_of_the_contents(drawn):
    pages = {
        "index.md": "<!-- newsblog: latest limit=1 -->\n\n# A\n\n<!-- newsblog: latest limit=1 -->\n\n"
        "###### B\n\n<!-- newsblog: latest limit=1 -->\n\n<!-- newsblog: latest limit=1 level=2 -->\n"
    }
    built = site_of(drawn, pages | POSTS).build(theme="material")
    levels = [title.tag for title in built.page("").select(".newsblog-insert .newsblog-card__title")]
    assert levels == ["h2", "h2", "h6", "h2"]
    assert "Third" not in " ".join(built.page("").texts(".md-nav--secondary"))


def test_posts_and_adopted_listings_hold_lists_and_no_feed_or_card_does(drawn):
    more = "Start\n\n<!-- newsblog: latest layout=compact -->\n\n<!-- more -->\n\nrest\n"
    pages = {
        "news/index.md": "# News\n\n<!-- newsblog: tags -->\n",
        "news/d.md": post("Fourth", "2026-05-04", more, tags="[new]"),
    }
    options = {"dir": "news", "feeds": {"content": "full"}}
    built = site_of(drawn, POSTS | pages, newsblog=options, config=ADDRESS).build()
    assert built.ok, built
    assert cards(built.page("news/d/")) == ["<i>Third</i> & last", "Second", "First"]
    index = built.page("news/")
    assert index.texts(".newsblog-insert li a") == ["C++", "new", "world"]
    assert len(index.select(".newsblog-list--cards > .newsblog-card")) == 4
    assert len(index.select("head link[href$='newsblog.css']")) == 1
    assert index.text("h1") == "News"
    for name in ("news/feed.xml", "news/atom.xml", "news/feed.json"):
        assert "newsblog: latest" not in built.text(name)
        assert "newsblog-insert" not in built.text(name)
    assert "<!-- newsblog:" not in index.raw


# Mistakes ------

WRONG = """\
---
title: Home
---
# Home

Text

<!-- newsblog: latest tag=wrold limit=x -->

- item

    <!-- newsblog: latst -->

# A <!-- newsblog: tags -->

```
<!-- newsblog: latst -->
```

<!-- newsblog: latest
     layout=card -->
"""
SAID = [
    'index.md:8:27: tag: no post has the tag "wrold". Did you mean "world"? [list-value-unknown]',
    'index.md:8:39: limit: "x" is no whole number that fits. Write 1 or more, or all. [list-value-invalid]',
    'index.md:12:20: newsblog: there is no list "latst". Did you mean "latest"? [list-unknown]',
    "index.md:14:20: newsblog: a list can't stand within a heading, a link or emphasis."
    " Put it on a line of its own. [list-misplaced]",
    'index.md:21:13: layout: there is no layout "card". Did you mean "cards"? Known here: cards, list,'
    " compact, table. [list-value-unknown]",
]


def checked(site):
    """All that `newsblog check` prints of a site."""
    return site.check().output


def messages(built):
    """The messages about lists."""
    return [text.partition(": ")[2] for text in built.warnings if "[list-" in text]


def test_each_mistake_is_one_warning_at_its_place_and_nothing_is_shown(drawn):
    site = site_of(drawn, {"index.md": WRONG} | POSTS)
    built = site.build(strict=False)
    assert built.ok, built
    assert messages(built) == SAID
    home = built.page("")
    assert home.select(".newsblog-insert, .newsblog-problems") == []
    assert home.select("head link[href$='newsblog.css']") == []
    assert home.text("h1#a") == "A"
    assert not site.build(strict=True).ok


NEARLY = """\
# Home

<!-- newsblog latest limit=2 -->

Text <!-- Newsblog: tags --> and `<!-- newsblog latest -->`.

<!-- newsblog posts go here -->
<!-- newsblog : latest
     tag = "world" -->

## Words <!-- newsblog archive -->
"""
FACT = (
    'newsblog: a list begins with "newsblog:", with its colon and in small letters; this comment shows none'
)


def test_a_comment_that_is_nearly_a_list_is_said(drawn):
    site = site_of(drawn, {"index.md": NEARLY} | POSTS)
    site.write("docs/news/c.md", post("Third", "2026-05-03", "<!-- newsblog latest -->\n"))
    built = site.build(strict=False)
    assert messages(built) == [
        f'index.md:3:6: {FACT}. Write "newsblog: latest limit=2". [list-unknown]',
        f'index.md:5:11: {FACT}. Write "newsblog: tags". [list-unknown]',
        f'index.md:8:6: {FACT}. Write "newsblog: latest tag = "world"". [list-unknown]',
        f'index.md:11:15: {FACT}. Write "newsblog: archive". [list-unknown]',
        f'news/c.md:5:6: {FACT}. Write "newsblog: latest". [list-unknown]',
    ]
    assert built.page("").select(".newsblog-insert") == []
    said = [line.partition("-  ")[2] for line in checked(site).splitlines() if "[list-" in line]
    assert said == messages(built)


def test_a_page_holds_no_more_lists_than_fifty(drawn):
    line = "<!-- newsblog: latest limit=all -->\n\n"
    pages = {
        "fifty.md": line * 50,
        "more.md": line * 400,
        "news/bomb.md": post("Bomb", "2024-01-01", line * 60),
    }
    site = site_of(drawn, POSTS | pages)
    built = site.build(strict=False)
    assert len(built.page("fifty/").select(".newsblog-insert")) == 50
    for url, number, place in (("more/", 400, "more.md:101:16"), ("news/bomb/", 60, "news/bomb.md:105:16")):
        page = built.page(url)
        assert len(page.select(".newsblog-insert")) == 50
        assert "<!-- newsblog" not in page.raw
        fact = f"a page may hold 50 lists, and this one has {number}: from here on none is filled"
        said = f"{place}: newsblog: {fact}. Put them on several pages. [lists-too-many]"
        assert [text for text in built.warnings if text.endswith(said)], built
        assert said in checked(site)
    assert len([text for text in built.warnings if "[lists-too-many]" in text]) == 2


def test_levels_of_mistakes_are_those_of_the_config(drawn):
    codes = ("list-unknown", "list-value-unknown", "list-value-invalid", "list-misplaced")
    quiet = {"dir": "news", "problems": dict.fromkeys(codes, "ignore")}
    site = site_of(drawn, {"index.md": WRONG} | POSTS)
    assert site.build(newsblog=quiet).ok
    strict = {"dir": "news", "problems": {"list-unknown": "error"}}
    stopped = site.build(strict=False, newsblog=strict)
    assert stopped.exit_code == 1
    assert any("[list-unknown]" in text for text in stopped.errors)


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_a_preview_shows_mistakes_on_the_page_and_follows_new_posts(drawn, host):
    text = "# Home\n\n<!-- newsblog: latest layout=compact -->\n\n<!-- newsblog: latst -->\n"
    site = site_of(drawn, {"index.md": text} | POSTS)
    with site.serve(host=host) as live:
        assert cards(live.page("")) == ["<i>Third</i> & last", "Second", "First"]
        assert live.page("").texts(".newsblog-insert .newsblog-problems code") == [
            'index.md:5:16: newsblog: there is no list "latst". Did you mean "latest"? [list-unknown]'
        ]
        with live.rebuild():
            site.write("docs/news/d.md", post("Fourth", "2026-05-04").encode())
        assert cards(live.page(""))[0] == "Fourth"
        with live.rebuild():
            site.write("docs/index.md", b"# Home\n\n<!-- newsblog: latest limit=1 -->\n")
        assert cards(live.page("")) == ["Fourth"]
        assert live.page("").select(".newsblog-problems") == []


# Several sections ------

TWO = [{"dir": "news"}, {"dir": "log", "taxonomies": {"topics": {}}}]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("latest", ["news/c", "log/x", "news/b", "news/a"]),
        ("latest blog=log", ["log/x"]),
        ("latest blog=news/ limit=1", ["news/c"]),
        ("latest blog=news,log offset=3", ["news/a"]),
        ("latest blog=* tag=world limit=2", ["log/x", "news/b"]),
    ],
)
def test_sections_answer_together_unless_one_is_named(drawn, text, expected):
    pages = {"index.md": f"# Home\n\n<!-- newsblog: {text} layout=compact -->\n"} | POSTS
    pages["log/x.md"] = post("Log", "2026-05-02 12:00", tags="[world]", topics="[sea]")
    built = site_of(drawn, pages, newsblog=TWO).build(theme="material")
    assert built.ok, built
    assert targets(built.page(""), ".newsblog-insert a.newsblog-card__title") == expected
    assert len(built.page("").select(".newsblog-insert")) == 1


def test_terms_of_few_posts_can_be_left_out_of_a_list(drawn):
    pages = {
        "index.md": "# Home\n\n<!-- newsblog: tags min=2 -->\n",
        "news/x.md": post("X", "2026-05-01", tags="[sea, wind]"),
        "news/y.md": post("Y", "2026-05-02", tags="[sea]"),
    }
    built = site_of(drawn, pages, newsblog={"dir": "news"}).build()
    assert built.ok, built
    assert built.page("").texts(".newsblog-insert--tags a") == ["sea"]


@pytest.mark.parametrize(("keys", "years"), [("", ["2026", "2025"]), (" sort=oldest", ["2025", "2026"])])
def test_years_stand_in_the_order_that_is_asked_for(drawn, keys, years):
    pages = {
        "index.md": f"# Home\n\n<!-- newsblog: archive{keys} -->\n",
        "news/x.md": post("X", "2025-05-01"),
        "news/y.md": post("Y", "2026-05-02"),
    }
    built = site_of(drawn, pages, newsblog={"dir": "news"}).build()
    assert built.ok, built
    assert built.page("").texts(".newsblog-insert--archive li a") == years


def test_only_what_is_within_another_term_is_set_in(drawn):
    pages = {
        "index.md": "# Home\n\n<!-- newsblog: tags -->\n\n<!-- newsblog: archive -->\n",
        "news/x.md": post("X", "2026-05-01", tags="[sea, sea/deep]"),
    }
    built = site_of(drawn, pages, newsblog={"dir": "news", "tags": {"nested": True}}).build()
    assert built.ok, built
    for page, css in (
        (built.page(""), ".newsblog-insert--tags"),
        (built.page("news/tags/"), ".newsblog-terms"),
    ):
        assert page.texts(f"{css} li a") == ["sea", "deep"]
        assert page.texts(f"{css} .newsblog-terms__inner a") == ["deep"]
    years = built.page("").one(".newsblog-insert--archive")
    assert years.texts("li a") == ["2026"]
    assert years.select(".newsblog-terms__inner") == []


def test_no_two_terms_within_one_are_called_alike(drawn):
    """Rows can't show how deep a term is, and readers may hear its link alone."""
    pages = {
        "news/x.md": post("X", "2026-05-01", categories="[Sea/Tides/Data, Sea/Buoys/Data]"),
        "news/y.md": post("Y", "2026-05-02", categories="[Sea / Tides / High]"),
    }
    built = site_of(drawn, pages, newsblog={"dir": "news"}).build(strict=False)
    names = ["Sea", "Buoys", "Buoys/Data", "Tides", "Tides/Data", "Tides/High"]
    assert [
        " ".join(name.split()) for name in built.page("news/categories/").texts(".newsblog-terms li a")
    ] == names


def test_terms_are_those_of_one_section(drawn):
    lists = (
        "tags",
        "topics",
        "archive by=month blog=log",
        "tags blog=log",
        "tags blog=lgo",
        "archive blog=*",
    )
    pages = {"index.md": "".join(f"<!-- newsblog: {each} -->\n\n" for each in lists)} | POSTS
    pages["log/x.md"] = post("Log", "2026-04-02", tags="[ship]", topics="[sea]")
    pages["log/index.md"] = "# Log\n\n<!-- newsblog: latest blog=news limit=1 -->\n"
    built = site_of(drawn, pages, newsblog=TWO).build(strict=False)
    assert targets(built.page(""), ".newsblog-insert li a") == [
        "log/topics/sea",
        "log/2026/04",
        "log/tags/ship",
    ]
    assert cards(built.page("log/")) == ["<i>Third</i> & last"]
    said = messages(built)
    assert [text.partition(": ")[0] for text in said] == ["index.md:1:16", "index.md:9:26", "index.md:11:16"]
    assert "Write blog=news or blog=log." in said[0]
    assert 'Did you mean "log"?' in said[1]


# In templates ------

MAIN = """\
{% extends "base.html" %}
{% block content %}
{{ super() }}
{% if page.file.src_uri != "plain.md" %}
<div class="mine">
{% for post in newsblog.posts(tag=page.meta.tags or page.meta.only or none, limit=2) %}
<a href="{{ post.href }}" title="{{ post.title }}">{{ post.title }}</a>
{% if post.thumbnail %}<img src="{{ post.thumbnail.src }}" alt="">{% endif %}
<p>{% for tag in post.tags %}<a href="{{ tag.href }}">{{ tag.label }}</a> {% endfor %}</p>
{{ post.summary }}
{% endfor %}
</div>
{% endif %}
{% if page.is_homepage %}{{ newsblog.latest(limit=1, layout="compact") }}{% endif %}
{% endblock %}
"""
NOT_FOUND = """\
{% extends "base.html" %}
{% block content %}<h1>Gone</h1>
{{ newsblog.list("tags", sort="count", limit=1, exclude=["R&D"]) }}{% endblock %}
"""
OWN = {"name": "mkdocs", "custom_dir": "overrides"}


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_templates_get_posts_that_are_safe_to_print(drawn, host):
    pages = {
        "index.md": "# Home\n",
        "guide/deep.md": "---\nonly: World\n---\n# Deep\n",
        "plain.md": "# Plain\n",
    }
    pages |= {f"news/{name}.md": post(name, "2020-05-01", tags="[R&D]") for name in ("m", "n")}
    site = site_of(drawn, pages | POSTS, config=ADDRESS)
    site.write("overrides/main.html", MAIN.encode())
    site.write("overrides/404.html", NOT_FOUND.encode())
    built = site.cli("build", "--strict", host=host, theme=OWN)
    assert built.ok, built
    home, deep, gone = built.page(""), built.page("guide/deep/"), built.page("404.html")
    assert home.texts(".mine > a") == ["<i>Third</i> & last", "Second"]
    assert home.values(".mine > a", "title") == ["<i>Third</i> & last", "Second"]
    assert deep.texts(".mine > a") == ["Second", "First"]
    assert built.page("news/m/").texts(".mine > a") == ["n"]
    assert targets(deep, ".mine > a") == ["news/b", "news/a"]
    assert targets(deep, ".mine p:not([class]) a")[-1].startswith("news/tags/")
    assert "needle in the text" in deep.text(".mine")
    assert len(home.select(".newsblog-insert a")) == 1
    styled = {page.url for page in built.pages() if page.select("head link[href$='newsblog.css']")}
    assert {"", "404.html"} <= styled
    assert not {"guide/deep/", "plain/"} & styled
    assert gone.values("head link[href$='newsblog.css']", "href") == ["/docs/assets/newsblog/newsblog.css"]
    assert gone.values(".newsblog-insert a", "href") == ["/docs/news/tags/world/"]
    assert built.broken_links() == []


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("latest(limit=2)", ["<i>Third</i> & last", "Second"]),
        ("archive()", ["2026"]),
        ("tags()", ["C++", "world"]),
        ("categories()", ["Ships"]),
        ("authors()", ["Ada"]),
        ("series()", ["Storms"]),
    ],
)
def test_a_template_gets_each_list_by_its_name(drawn, asked, shown):
    one = post("Old", "2026-01-01", category="Ships", author="Ada", series="Storms")
    site = site_of(drawn, POSTS | {"news/old.md": one})
    text = f"{{% extends 'base.html' %}}{{% block content %}}{{{{ newsblog.{asked} }}}}{{% endblock %}}"
    site.write("overrides/main.html", text)
    built = site.build(theme=OWN)
    assert built.ok, built
    css = ".newsblog-card__title" if asked.startswith("latest") else "li a"
    assert built.page("").texts(f".newsblog-insert {css}") == shown


def test_a_mistake_in_a_template_is_said_once_for_all_pages(drawn):
    site = site_of(drawn, PAGES | POSTS)
    template = '{% extends "base.html" %}{% block content %}{{ newsblog.latest(tga="x") }}{% endblock %}'
    site.write("overrides/main.html", template.encode())
    built = site.build(strict=False, theme=OWN)
    assert messages(built) == [
        'main.html:1:1: tga: a list of latest has no key "tga". Did you mean "tag"? [list-key-unknown]'
    ]
    assert built.page("plain/").select("[class^=newsblog]") == []


def test_a_template_may_print_a_list_as_it_is_and_name_one_that_there_is_not(drawn):
    site = site_of(drawn, PAGES | POSTS, newsblog={"dir": "news", "taxonomies": {"crafts": True}})
    site.write("docs/news/c.md", post("Third", "2026-05-03", crafts="[sea]"))
    template = """
        {% extends "base.html" %}
        {% block content %}
        {{ newsblog.tags }}{{ newsblog.crafts|e }}
        {{ newsblog.crafts(limit=1) }}{{ newsblog.lastest(limit=1) }}
        {% if newsblog.tags is iterable %}<p class="newsblog-insert">Looped over</p>{% endif %}
        {% endblock %}
    """
    site.write("overrides/main.html", template)
    built = site.build(strict=False, theme=OWN)
    assert messages(built) == [
        'main.html:1:1: newsblog: there is no list "lastest". Did you mean "latest"? [list-unknown]'
    ]
    assert built.page("plain/").texts(".newsblog-insert li a") == ["C++", "world", "sea", "sea"]
    assert built.page("plain/").select("p.newsblog-insert") == [], "it is HTML"
    assert built.ok, built


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("newsblog.posts", ["Fourth", "Second", "First"]),
        ("newsblog.posts[:1]", ["Fourth"]),
        ("[newsblog.posts[1]]", ["Second"]),
        ("newsblog.posts|sort(attribute='title')", ["First", "Fourth", "Second"]),
    ],
)
def test_a_template_may_loop_over_posts_without_a_call(drawn, asked, titles):
    site = site_of(drawn, PAGES | POSTS)
    template = """
        {% extends "base.html" %}
        {% block content %}
        {% for post in ASKED %}<p class="asked">{{ post.title }}</p>{% endfor %}
        <b class="asked">{{ newsblog.posts|length }}</b>
        {% if newsblog.posts %}<b class="asked">some</b>{% endif %}
        {% endblock %}
    """
    site.write("overrides/main.html", template.replace("ASKED", asked))
    site.write("docs/news/c.md", post("Fourth", "2026-05-03"))
    page = site.build(theme=OWN).page("plain/")
    assert page.texts("p.asked") == titles
    assert page.texts("b.asked") == ["3", "some"]


def test_lists_are_the_same_on_every_build(drawn):
    site = site_of(drawn, PAGES | POSTS)
    first, second = site.build(), site.build()
    assert first.files().keys() == second.files().keys()
    assert re.sub(r"Build Date.*", "", first.text("")) == re.sub(r"Build Date.*", "", second.text(""))
