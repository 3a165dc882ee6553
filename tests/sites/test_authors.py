"""Bylines with portraits, pages of authors, and their index."""

from pathlib import Path

import pytest

from tests.harness.tree import PNG
from tests.sites.test_head import graph
from tests.sites.test_listings import links, post, site_of

PEOPLE = """\
authors:
  ana:
    name: Ana Ø
    title: Editor & more
    description: Writes of **tides**, <b>not</b> [rain](https://rain.example.org).
    avatar: people/ana.png
    url: https://ana.example.org/
    email: ana@example.org
    socials: {github: ana-o, mastodon: "@ana@social.example"}
  bo:
    name: Bo
    avatar: https://img.example.net/bo.png?s=1&t=2
  cy: Cy
"""
POSTS = {
    "news/a.md": post("A", "2024-01-03", author="[ana, bo, cy]"),
    "news/b.md": post("B", "2024-01-02", author="ana"),
    "news/c.md": post("C", "2024-01-01", author="{name: Di, image: di.png, title: Guest}"),
    "news/d.md": post("D", "2024-01-01", author="Di"),
}


@pytest.fixture
def blog(drawn):
    """Draw a site whose authors file says who ana, bo and cy are."""

    def draw(newsblog=None, posts=POSTS, people=PEOPLE, **config):
        site = site_of(drawn, posts, {"dir": "news"} | (newsblog or {}), config or None)
        site.write("docs/news/.authors.yml", people.encode())
        site.write("docs/people/ana.png", PNG)
        site.write("docs/news/di.png", PNG)
        return site

    return draw


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_a_byline_shows_each_person_with_their_portrait(blog, theme):
    built = blog().build(theme=theme)
    assert built.ok, built
    page = built.page("news/a/")
    authors = page.select(".newsblog-byline .newsblog-author")
    assert [author.content for author in authors] == ["Ana Ø", "Bo", "Cy"]
    assert links(page, ".newsblog-author a") == [
        ("Ana Ø", "news/authors/ana-ø"),
        ("Bo", "news/authors/bo"),
        ("Cy", "news/authors/cy"),
    ]
    local, remote = page.select(".newsblog-author img")
    assert local["src"] == "../../people/ana.png"
    assert remote["src"] == "https://img.example.net/bo.png?s=1&t=2"
    assert remote["referrerpolicy"] == "no-referrer"
    assert local.get("referrerpolicy") is None
    for image in (local, remote):
        assert image["alt"] == ""
        assert (image["width"], image["height"], image["loading"]) == ("28", "28", "lazy")
    assert built.broken_links() == []


def test_an_author_s_page_begins_with_who_they_are(blog):
    built = blog().build()
    page = built.page("news/authors/ana-ø/")
    profile = page.one(".newsblog-profile")
    assert profile.one("img")["width"] == "96"
    assert profile.text(".newsblog-profile__position") == "Editor & more"
    assert profile.text(".newsblog-profile__description") == "Writes of tides, not rain."
    assert profile.texts(".newsblog-profile__description strong") == ["tides"]
    assert [(link.content, link["href"]) for link in profile.select(".newsblog-profile__links a")] == [
        ("ana.example.org", "https://ana.example.org/"),
        ("GitHub", "https://github.com/ana-o"),
        ("Mastodon", "https://social.example/@ana"),
    ]
    assert profile.select(".newsblog-profile__links a")[0]["rel"] == "me noopener"
    assert page.texts(".newsblog-card__title") == ["A", "B"]
    assert "ana@example.org" not in "".join(page.raw for page in built.pages())
    assert built.page("news/authors/cy/").select(".newsblog-profile") == []


def test_who_an_author_is_stands_on_the_first_of_several_pages(blog):
    built = blog({"authors": {"per_page": 1}}).build()
    assert built.ok, built
    assert built.page("news/authors/ana-ø/").texts(".newsblog-profile__position") == ["Editor & more"]
    assert built.page("news/authors/ana-ø/page/2/").select(".newsblog-profile") == []


@pytest.mark.parametrize(
    "line", ["title: Skipper", "description: Sails.", "url: https://cy.example/", "avatar: people/ana.png"]
)
def test_one_thing_more_than_a_name_is_enough_for_a_page_to_begin_with_it(blog, line):
    built = blog(
        people=f"authors:\n  cy: {{name: Cy, {line}}}\n",
        posts={"news/b.md": post("B", "2024-01-02", author="cy")},
    ).build()
    assert built.ok, built
    assert len(built.page("news/authors/cy/").select(".newsblog-profile")) == 1


def test_an_address_that_is_among_an_author_s_links_is_named_once(blog):
    page = "https://social.example/@ana"
    people = f'authors:\n  ana: {{name: Ana, url: "{page}", socials: {{mastodon: "@ana@social.example"}}}}\n'
    built = blog(people=people, posts={"news/b.md": POSTS["news/b.md"]}).build()
    assert built.ok, built
    shown = built.page("news/authors/ana/").select(".newsblog-profile__links a")
    assert [(link.content, link["href"]) for link in shown] == [("Mastodon", page)]


def test_an_author_who_is_an_address_for_mail_is_printed_without_it(blog):
    posts = {
        "news/a.md": post("A", "2024-01-03", author="dora.li@example.org"),
        "news/b.md": post("B", "2024-01-02", author="[{name: ed@example.org}, fi]"),
    }
    built = blog(posts=posts, people="fi: fi.fo@example.org\n", site_url="https://example.org/").build()
    assert built.ok, built
    assert built.page("news/a/").texts(".newsblog-author") == ["dora.li"]
    assert built.page("news/b/").texts(".newsblog-author") == ["ed", "fi.fo"]
    assert [path for path, data in built.files().items() if b"@example.org" in data] == []


FORMS = [
    "'<zoe@example.org>'",
    "zoe@example.org <zoe@example.org>",
    "zoe@example.org, ben@example.org",
    "zoe@example.org (Zoe)",
    "'Zoe and ben@example.org'",
    "'[zoe@example.org](https://zoe.example)'",
    "root@localhost",
    "zoe~@example.org",
    "'[Zoe](mailto:zoe@example.org)'",
    "{name: Zoe, url: zoe@example.org, avatar: 'mailto:zoe@example.org', links: [zoe@example.org]}",
    "Zoe\nauthor_url: mailto:zoe@example.org",
    "link",
]


@pytest.mark.parametrize("author", FORMS)
@pytest.mark.parametrize(("slugs", "theme"), [("plain", "mkdocs"), ("distinct", "material")])
def test_an_address_for_mail_is_printed_in_no_form(blog, author, slugs, theme):
    posts = {"news/a.md": post("A", "2024-01-03", author=author)}
    people = "ben@example.org: {title: Editor}\nfo@example.org: {}\nlink: {url: mailto:l@example.org}\n"
    options = {"authors": {"slugs": slugs}, "posts_json": True, "llms": True}
    built = blog(options, posts=posts, people=people, site_url="https://e.example/").build(theme=theme)
    assert built.ok, built
    for path, data in built.files().items():
        for part in (b"@example.org", b"%40example", b"root@localhost", b"zoeexample", b"benexample"):
            assert part not in data, path
            assert part.decode() not in path


INFO = {
    "news/a.md": ("A", "info@b.example"),
    "news/b.md": ("B", "[info@b.example, info@a.example]"),
    "news/c.md": ("C", "Info@A.example"),
    "news/d.md": ("D", "ed@a.example"),
    "news/e.md": ("E", "Ed"),
    "news/f.md": ("F", "Mara Li <mara@a.example>"),
    "news/g.md": ("G", "mara@a.example"),
}


@pytest.mark.parametrize("slugs", ["plain", "distinct"])
def test_each_address_for_mail_is_one_person(blog, slugs):
    posts = {
        path: post(title, f"2024-01-{9 - day:02}", author=author)
        for day, (path, (title, author)) in enumerate(INFO.items())
    }
    options = {"authors": {"slugs": slugs}}
    built = blog(options, posts=posts, people="x: {name: X}\n", site_url="https://e.example/").build()
    assert built.page("news/a/").texts(".newsblog-author") == ["info 2"]
    assert built.page("news/b/").texts(".newsblog-author") == ["info 2", "Info"]
    first = ("Info", "Ed") if slugs == "plain" else ("info", "ed")
    names = (first[0], "info-2", first[1], "ed-2", "mara-li")
    titles = {name: built.page(f"news/authors/{name}/").texts(".newsblog-card__title") for name in names}
    assert list(titles.values()) == [["B", "C"], ["A", "B"], ["E"], ["D"], ["F", "G"]]
    assert [path for path, data in built.files().items() if b"@a." in data or b"@b." in data] == []


def test_an_author_of_the_file_is_known_by_the_address(blog):
    posts = {
        "news/a.md": post("A", "2024-01-03", author="[info@b.example, ana@example.org]"),
        "news/b.md": post("B", "2024-01-02", author="info@a.example"),
    }
    people = "ana: {name: Ana Lima, email: Ana@example.org}\ninfo: {name: Desk, email: desk@example.org}\n"
    built = blog(posts=posts, people=people + "b: info@b.example\n").build()
    assert built.page("news/a/").texts(".newsblog-author") == ["info 2", "Ana Lima"]
    assert built.page("news/b/").texts(".newsblog-author") == ["info 3"]
    assert built.page("news/authors/info-2/").texts(".newsblog-card__title") == ["A"]


@pytest.mark.parametrize(
    "people", [PEOPLE, PEOPLE.replace("    url: ", "    at: ").replace("email: ", "url: mailto:")]
)
def test_an_address_for_mail_is_printed_where_the_site_asks_for_it(blog, people):
    page = blog({"authors": {"email": True}}, people=people).build().page("news/authors/ana-ø/")
    assert page.select(".newsblog-profile__links a")[-1]["href"] == "mailto:ana@example.org"


def test_the_second_page_of_an_author_does_not_begin_again(blog):
    built = blog({"authors": {"per_page": 1}}).build()
    assert built.page("news/authors/ana-ø/page/2/").select(".newsblog-profile") == []


def test_the_index_of_authors_shows_their_portraits(blog):
    page = blog().build().page("news/authors/")
    rows = page.select(".newsblog-terms--authors li")
    assert [(row.text("a"), len(row.select("img"))) for row in rows] == [
        ("Ana Ø", 1),
        ("Bo", 1),
        ("Cy", 0),
        ("Di", 1),
    ]


def test_what_one_post_says_of_a_person_holds_for_their_other_posts(blog):
    built = blog().build()
    assert built.page("news/d/").one(".newsblog-author img")["src"] == "../../news/di.png"
    assert built.page("news/authors/di/").text(".newsblog-profile__position") == "Guest"


def test_a_portrait_that_is_not_there_is_said_once_with_the_places_tried(blog):
    people = PEOPLE.replace("people/ana.png", "people/eve.png")
    built = blog(people=people).build(strict=False)
    (warning,) = built.warnings
    assert "news/.authors.yml:6:13: avatar: " in warning
    assert '"people/eve.png"; tried "news/people/eve.png", "people/eve.png"' in warning
    assert built.page("news/b/").select(".newsblog-author img") == []


@pytest.mark.parametrize(
    "avatar", ["javascript:alert(1)", "'data:image/png;base64,AAAA'", "'vbscript:x'", "//[x"]
)
def test_an_unsafe_portrait_is_never_shown(blog, avatar):
    people = f"authors:\n  ana:\n    name: Ana\n    avatar: {avatar}\n"
    built = blog({"problems": {"link-unsafe": "warning", "hero-unsafe": "warning"}}, people=people).build(
        strict=False
    )
    assert built.exit_code == 0, built
    assert len(built.warnings) == 1
    assert built.page("news/b/").select(".newsblog-author img") == []


def test_portraits_and_pages_can_be_switched_off(blog):
    page = blog({"authors": {"avatars": False}}).build().page("news/a/")
    assert page.select(".newsblog-author img") == []
    page = blog({"authors": False}).build().page("news/a/")
    assert [link["href"] for link in page.select(".newsblog-author a")] == ["https://ana.example.org/"]


def test_a_feed_names_the_portrait_by_its_whole_address(blog):
    text = blog(site_url="https://example.org/docs/").build().text("news/feed.json")
    assert '"avatar": "https://example.org/docs/people/ana.png"' in text
    assert '"avatar": "https://img.example.net/bo.png?s=1&t=2"' in text


def test_the_file_may_name_the_address_of_an_author_s_page(blog):
    built = blog(people=PEOPLE.replace("    email:", "    slug: editor\n    email:")).build()
    assert built.page("news/authors/editor/").text("h1") == "Ana Ø"
    assert ("Ana Ø", "news/authors/editor") in links(built.page("news/a/"), ".newsblog-author a")
    assert not built.exists("news/authors/ana-ø/")
    assert built.broken_links() == []


def test_a_crew_that_nested_authors_belong_to_has_a_page_as_they_have(blog):
    posts = {"news/a.md": post("A", "2024-01-03", author="Night crew/Ana")}
    built = blog({"authors": {"nested": True}}, posts).build(strict=False)
    assert built.page("news/authors/night-crew/").texts(".newsblog-card__title") == ["A"]
    assert built.page("news/authors/night-crew/ana/").texts(".newsblog-card__title") == ["A"]


def test_two_authors_at_one_address_are_an_error(blog):
    people = PEOPLE.replace("    email:", "    slug: bo\n    email:")
    built = blog(people=people).build()
    assert built.exit_code == 1
    assert [text for text in built.errors if "[address-taken]" in text]


def test_an_authors_file_that_the_system_refuses_is_an_error_at_its_place(blog, monkeypatch):
    site = blog()
    read = Path.read_bytes

    def refuse(self):
        if self.name == ".authors.yml":
            raise PermissionError(13, "Permission denied")
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    built = site.build()
    assert built.exit_code == 1
    (said,) = [text for text in built.errors if "[file-not-regular]" in text]
    assert "news/.authors.yml:1:1: file: can't be opened (PermissionError)." in said
    checked = site.check()
    assert checked.exit_code == 1
    assert "news/.authors.yml:1:1: file: can't be opened (PermissionError)." in checked.output


@pytest.mark.parametrize("path", ["a\0b", "../x.yml", "/etc/passwd"])
def test_a_path_of_the_config_that_can_not_be_one_is_an_error(blog, path):
    built = blog({"authors_file": path}).build()
    assert built.exit_code == 1
    (said,) = [text for text in built.errors if "authors_file" in text]
    assert "[option-invalid]" in said


def test_a_file_of_the_config_that_is_not_there_is_a_warning_even_without_a_misspelt_name(blog):
    built = blog({"authors_file": "{blog}/.authors.yml"}).build(strict=False)
    said = [text for text in built.warnings if "[authors-file-missing]" in text]
    assert len(said) == 1
    assert (
        'authors_file: there is no file "{blog}/.authors.yml" in the docs folder that can be read.' in said[0]
    )


@pytest.mark.parametrize("name", ["authors.yml", ".authors.yml"])
def test_an_authors_file_is_read_and_not_published(drawn, name):
    site = drawn("docs/\n  index.md | # Home", {}, {"dir": "news"})
    site.write(f"docs/news/{name}", b"ana:\n  name: Ana Lima\n  email: ana@example.org\n")
    site.write("docs/news/other.yml", b"a: 1\n")
    site.write("docs/news/a.md", b"---\ntitle: A\ndate: 2024-01-02\nauthor: ana\n---\nText.\n")
    built = site.build()
    assert built.ok, built
    assert "Ana Lima" in built.page("news/a/").text(".newsblog-byline")
    assert not built.exists(f"news/{name}")
    assert built.exists("news/other.yml"), "what we do not read is the author's business"


def test_sections_share_an_authors_file_above_them_but_for_those_that_have_their_own(drawn):
    site = drawn("docs/\n  index.md | # Home", {}, [{"dir": "log/news"}, {"dir": "notes"}])
    site.write("docs/.authors.yml", "ana: {name: Ana Lima}\nbo: {name: Bo Berg}\n")
    site.write("docs/authors.yml", "ana: {name: Nobody}\n")
    site.write("docs/notes/authors.yml", "ana: {name: Ana of notes}\n")
    for folder in ("log/news", "notes"):
        site.write(f"docs/{folder}/a.md", "---\ntitle: A\ndate: 2024-01-02\nauthors: [ana, bo]\n---\nText.\n")
    built = site.build()
    assert built.ok, built
    assert built.page("log/news/a/").texts(".newsblog-byline .newsblog-author") == ["Ana Lima", "Bo Berg"]
    assert built.page("notes/a/").texts(".newsblog-byline .newsblog-author") == ["Ana of notes", "bo"]
    assert built.exists("authors.yml"), "only what begins with a dot is looked for above a section"
    site.write("docs/log/.authors.yml", "ana: {nmae: Ana}\nbo:\nname: Bo\n")
    places = ["log/.authors.yml:1:13: nmae", "log/.authors.yml:3:7: name"]
    said = site.build(strict=False).warnings
    assert [place in text for place, text in zip(places, said, strict=True)] == [True, True]
    assert all(place in site.check().output for place in places)


def test_no_authors_file_is_published_where_there_are_two(drawn):
    site = drawn("docs/\n  index.md | # Home", {}, {"dir": "news"})
    for name in (".authors.yml", "authors.yml"):
        site.write(f"docs/news/{name}", b"ana:\n  name: Ana Lima\n  email: ana@example.org\n")
    site.write("docs/news/a.md", b"---\ntitle: A\ndate: 2024-01-02\nauthor: ana\n---\nText.\n")
    built = site.build()
    assert built.ok, built
    assert not built.exists("news/authors.yml")


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_the_head_of_an_author_s_page_says_who_that_is(blog, theme):
    built = blog({"authors": {"per_page": 1}}, site_url="https://blog.example/").build(theme=theme)
    page, more, bo = (built.page(f"news/authors/{name}/") for name in ("ana-ø", "ana-ø/page/2", "bo"))
    said = "Writes of tides, not rain."
    assert page.values("head meta[name=description]", "content") == [said]
    about = graph(page)["ProfilePage"]
    assert about["mainEntity"] == {
        "@type": "Person",
        "name": "Ana Ø",
        "url": "https://blog.example/news/authors/ana-%C3%B8/",
        "jobTitle": "Editor & more",
        "description": said,
        "image": "https://blog.example/people/ana.png",
        "sameAs": ["https://ana.example.org/", "https://github.com/ana-o", "https://social.example/@ana"],
    }
    assert [(part["headline"], part["url"]) for part in about["hasPart"]] == [
        ("A", "https://blog.example/news/a/")
    ]
    assert graph(more).keys() == {"CollectionPage", "BreadcrumbList"}
    assert said not in more.values("head meta[name=description]", "content")
    assert bo.values("head meta[name=description]", "content") == ["Author: Bo – Drawn"]


@pytest.mark.parametrize("text", ["- name: Ana\n", "Ana Lima\n", "ana: {name: [\n"])
def test_an_unreadable_authors_file_above_stops_a_build_only_where_a_post_names_somebody(drawn, text):
    site = drawn("docs/\n  index.md | # Home", {}, {"dir": "news"})
    site.write("docs/.authors.yml", text)
    site.write("docs/news/a.md", "---\ntitle: A\ndate: 2024-01-02\n---\nText.\n")
    built = site.build(strict=False)
    assert built.exit_code == 0, built
    (said,) = built.warnings
    assert ".authors.yml:1:" in said
    assert "[front-matter-unreadable]" in said
    assert site.build(strict=False, newsblog={"dir": "news", "authors_file": ".authors.yml"}).exit_code == 1
    site.write("docs/news/b.md", "---\ntitle: B\ndate: 2024-01-02\nauthor: ana\n---\nText.\n")
    built = site.build(strict=False)
    assert built.exit_code == 1
    assert "[front-matter-unreadable]" in built.errors[0]
    site.delete("docs/news/b.md")
    site.rename("docs/.authors.yml", to="docs/news/.authors.yml")
    assert site.build(strict=False).exit_code == 1, "the section's own is always meant"


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
@pytest.mark.parametrize("status", ["", "status: draft\n"], ids=["published", "draft"])
def test_who_an_author_is_stands_below_the_heading_of_a_page_that_introduces_them(blog, theme, status):
    front = f"---\n{status}---\n" if status else ""
    words = f"{front}# Ana of the *harbour*\n\nShe came in spring.\n"
    site = blog(posts=POSTS | {"news/authors/ana-ø.md": words})
    if status:
        with site.serve(theme=theme) as live:
            page = live.page("news/authors/ana-ø/")
    else:
        page = site.build(theme=theme).page("news/authors/ana-ø/")
    view = page.one(".newsblog-view").content
    assert len(page.select("h1")) == 1
    places = [view.index(text) for text in ("Ana of the harbour", "Editor & more", "She came in spring.")]
    assert places == sorted(places)
    assert view.count("Ana of the harbour") == view.count("She came in spring.") == 1


def test_a_template_of_the_site_may_leave_out_who_an_author_is(blog):
    site = blog(posts=POSTS | {"news/authors/ana-ø.md": "# Ana\n\nShe came in spring.\n"})
    site.write("own/newsblog/view.html", '{% extends "base/view.html" %}{% block profile %}{% endblock %}')
    page = site.build(theme={"name": "mkdocs", "custom_dir": "own"}).page("news/authors/ana-ø/")
    assert page.select(".newsblog-profile") == []
    assert page.texts("h1") == ["Ana"]
    assert "She came in spring." in page.one(".newsblog-view").content
