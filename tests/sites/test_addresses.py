"""Posts at addresses of their own, and redirects from the former ones."""

import json
import re

import pytest

from tests.harness.tree import PNG

POSTS = {
    "news/2024-01-02-first.md": (
        "---\ntitle: First\ntags: [world]\nhero: images/a.png\nheroAlt: A\n"
        "aliases: [/old/first/, /old/first.html, beside]\n---\n"
        "![B](images/b.png)\n\n[Second](second/index.md#part), [home](../index.md)\n"
    ),
    "news/second/index.md": (
        "---\ntitle: Second\ndate: 2024-02-03\nslug: zwei\nlang: fa\nredirect_from: '/caf%C3%A9'\n---\n"
        "![C](c.png)\n\n## Part\n\n[First](../2024-01-02-first.md)\n"
    ),
    "news/third.md": (
        "---\ntitle: Third\ndate: 2023-04-05\npermalink: /notes/3.html\n---\n[First](2024-01-02-first.md)\n"
    ),
}
PICTURES = ("news/images/a.png", "news/images/b.png", "news/second/c.png")
ADDRESSES = {"First": "news/2024/01/first/", "Second": "news/2024/02/zwei/", "Third": "notes/3.html"}
"""A permalink that names a file is that file."""


def site_of(drawn, posts, **config):
    site = drawn("docs/\n  index.md | # Home", {"site_url": "https://example.org/docs/"} | config)
    site.add(posts)
    return site


def moved_site(drawn, **config):
    site = site_of(drawn, POSTS, **config)
    for path in PICTURES:
        site.write(f"docs/{path}", PNG)
    links = "".join(f"[{path}]({path})\n" for path in POSTS)
    site.write("docs/index.md", f"# Home\n\n{links}".encode())
    return site


@pytest.mark.parametrize("folders", [True, False], ids=["folders", "files"])
@pytest.mark.parametrize("theme", ["material", "mkdocs"])
def test_moved_posts_are_where_their_pattern_says_and_everything_knows(drawn, theme, folders):
    site = moved_site(drawn)
    written = site.docs()
    built = site.build(
        theme=theme, newsblog={"dir": "news", "url": "{year}/{month}/{slug}"}, use_directory_urls=folders
    )
    assert built.ok, built
    assert site.docs() == written
    assert built.broken_links() == []
    flat = {
        title: url if folders or url.endswith(".html") else f"{url[:-1]}.html"
        for title, url in ADDRESSES.items()
    }
    for title, url in flat.items():
        page = built.page(url)
        assert page.text(".newsblog-post h1").startswith(title)
        whole = f"https://example.org/docs/{url}"
        assert page.one("link[rel=canonical]")["href"] == whole
        data = json.loads(page.one("script[type='application/ld+json']").node.text())
        assert whole in json.dumps(data)
        assert f"<loc>{whole}</loc>" in built.text("sitemap.xml")
        assert whole in built.text("news/feed.xml")
        assert url in {entry["location"] for entry in built.search_index()}
    assert not any(built.exists(f"news/{path}/") for path in ("2024-01-02-first", "second", "third"))
    first = built.page(flat["First"])
    # The hero and a picture of the text, both beside the file that moved.
    assert [value.rpartition("/")[2] for value in first.values("article img", "src")] == ["a.png", "b.png"]
    assert first.select("link[href$='newsblog.css']")


def test_a_former_address_leads_to_the_post(drawn):
    built = moved_site(drawn).build(newsblog={"dir": "news", "url": "{year}/{month}/{slug}"})
    assert built.ok, built
    for file, href in {
        "old/first/index.html": "../../news/2024/01/first/",
        "old/first.html": "../news/2024/01/first/",
        "news/2024/01/beside/index.html": "../first/",
    }.items():
        page = built.page(file.removesuffix("index.html"))
        assert page.one("meta[http-equiv=refresh]")["content"] == f"0; url={href}"
        assert page.one("link[rel=canonical]")["href"] == "https://example.org/docs/news/2024/01/first/"
        assert page.one("meta[name=robots]")["content"] == "noindex"
        assert page.one("a")["href"] == href
        assert page.parse_errors() == []
    other = built.page("café/")
    assert other.one("html")["lang"] == "en"
    assert (other.one("bdi")["lang"], other.one("bdi")["dir"]) == ("fa", "rtl")
    # Nobody else hears of them.
    assert "old/first" not in built.text("sitemap.xml")
    assert not [entry for entry in built.search_index() if "old/" in entry["location"]]
    assert not [
        page for page in built.pages() if page.url.startswith("news") and page.select("a[href*='old/']")
    ]
    assert not built.exists("_redirects")


@pytest.mark.parametrize("folders", [True, False])
def test_a_former_address_of_a_listing_leads_to_it(drawn, folders):
    site = moved_site(drawn)
    site.write("docs/news/index.md", "---\ntitle: What <b>\naliases: [/blog/, old, /news/]\n---\nText.\n")
    site.write("docs/news/tags/world.md", "---\nredirect_from: [/topics/world/]\n---\nText.\n")
    site.write("docs/news/tags/index.md", "---\ntitle: Topics\naliases: [/topics/]\n---\nText.\n")
    options = {"dir": "news", "redirects": {"file": True}}
    built = site.build(newsblog=options, use_directory_urls=folders)
    assert built.ok, built
    news, world = ("news/", "news/tags/world/") if folders else ("news/index.html", "news/tags/world.html")
    for path, href in {
        "blog/": f"../{news}",
        "old/": f"../{news}",
        "topics/world/": f"../../{world}",
    }.items():
        page = built.page(path)
        assert page.one("a")["href"] == href
        assert page.one("link[rel=canonical]")["href"].startswith("https://example.org/docs/news/")
    assert built.page("blog/").text("a") == "What <b>"
    assert built.page("topics/world/").text("a") == "world"
    assert built.page("topics/").text("a") == "Topics"
    assert f"/docs/blog/ /docs/{news} 301" in built.text("_redirects").splitlines()
    assert built.broken_links() == []


def test_a_former_address_of_a_listing_that_is_another_page_s_is_an_error(drawn):
    site = moved_site(drawn)
    site.write("docs/news/index.md", "---\ntitle: News\naliases: [/guide/]\n---\nText.\n")
    site.write("docs/guide.md", "# Guide\n")
    (said,) = [text for text in site.build(newsblog={"dir": "news"}).errors if "[address-taken]" in text]
    assert "news/index.md:3:10: aliases: " in said
    assert "guide.md" in said


def test_a_listing_that_its_page_has_made_a_file_leaves_a_redirect_where_it_was(drawn):
    site = moved_site(drawn)
    site.write("docs/news/tags/world.md", "---\naliases: [/news/tags/world/]\n---\nText.\n")
    built = site.build(newsblog={"dir": "news"}, use_directory_urls=False)
    assert built.ok, built
    assert built.page("news/tags/world/").one("a")["href"] == "../world.html"


def test_a_listing_that_names_its_own_address_in_capitals_needs_no_redirect(drawn):
    site = moved_site(drawn)
    site.write("docs/news/index.md", "---\ntitle: News\naliases: [/News/]\n---\nText.\n")
    built = site.build(newsblog={"dir": "news", "redirects": {"file": True}})
    assert built.ok, built
    assert not built.exists("_redirects") or "/News/" not in built.text("_redirects")


def test_a_draft_for_a_listing_redirects_nobody(drawn):
    site = moved_site(drawn)
    site.write("docs/news/index.md", "---\ntitle: News\ndraft: true\naliases: [/blog/]\n---\nText.\n")
    built = site.build(newsblog={"dir": "news", "problems": {"introduction-unpublished": "ignore"}})
    assert built.ok, built
    assert not built.exists("blog/")


def test_without_an_address_of_the_site_redirects_stay_relative(drawn):
    site = site_of(
        drawn, {"news/a.md": "---\ntitle: A <b>\ndate: 2024-01-02\naliases: [/x]\n---\nText.\n"}, site_url=""
    )
    built = site.build(newsblog={"dir": "news"})
    assert built.ok, built
    page = built.page("x/")
    assert page.one("link[rel=canonical]")["href"] == "../news/a/"
    assert page.text("title") == page.text("a") == "A <b>"


def test_redirects_as_a_file_continue_the_authors_own(drawn):
    site = moved_site(drawn)
    site.write("docs/_redirects", b"/docs/mine /docs/ 302\n")
    redirects = {"pages": False, "file": True, "moved": True}
    built = site.build(newsblog={"dir": "news", "url": "{year}/{month}/{slug}", "redirects": redirects})
    assert built.ok, built
    assert not built.exists("old/first/")
    first = "/docs/news/2024/01/first/ 301"
    assert built.text("_redirects").splitlines() == [
        "/docs/mine /docs/ 302",
        "/docs/caf%C3%A9 /docs/news/2024/02/zwei/ 301",
        "/docs/caf%C3%A9/ /docs/news/2024/02/zwei/ 301",
        *(f"/docs/news/2024-01-02-first{end} {first}" for end in ("", "/")),
        *(f"/docs/news/2024/01/beside{end} {first}" for end in ("", "/")),
        *(f"/docs/news/second{end} /docs/news/2024/02/zwei/ 301" for end in ("", "/")),
        *(f"/docs/news/third{end} /docs/notes/3.html 301" for end in ("", "/")),
        f"/docs/old/first.html {first}",
        *(f"/docs/old/first{end} {first}" for end in ("", "/")),
    ]


def test_redirects_as_a_file_stand_beside_what_language_models_read(drawn):
    options = {"dir": "news", "llms": True, "redirects": {"file": True}}
    built = moved_site(drawn).build(newsblog=options)
    assert built.ok, built
    assert "/docs/old/first /docs/news/2024-01-02-first/ 301" in built.text("_redirects").splitlines()
    assert "https://example.org/docs/news/2024-01-02-first/" in built.text("llms.txt")
    assert built.page("old/first/").one("a")["href"] == "../../news/2024-01-02-first/"


def test_a_post_that_moved_can_redirect_from_the_path_of_its_file(drawn):
    site = moved_site(drawn)
    options = {"dir": "news", "url": "slug", "redirects": {"moved": True}}
    for folders, old in ((True, "news/second/"), (False, "news/second/index.html")):
        built = site.build(newsblog=options, use_directory_urls=folders)
        assert built.ok, built
        new = "../zwei/" if folders else "../zwei.html"
        assert built.page(old).one("a")["href"] == new
        assert built.page("news/2024-01-02-first/").select("article.newsblog-post")


def test_no_redirects_where_the_option_says_so(drawn):
    built = moved_site(drawn).build(newsblog={"dir": "news", "redirects": False})
    assert built.ok, built
    assert not built.exists("old/first/")
    assert built.exists("news/second/"), "by default a post lives where its file lives"


def test_a_post_that_lacks_a_part_of_its_address_stays_and_is_named(drawn):
    site = site_of(drawn, {"news/a.md": "---\ntitle: A\ndate: 2024-01-02\n---\nText.\n"})
    options = {"dir": "news", "url": "{category}/{slug}"}
    built = site.build(strict=False, newsblog=options)
    assert built.ok, built
    (said,) = built.warnings
    assert "news/a.md:1:1: url: " in said
    assert "no category" in said
    assert built.exists("news/a/")
    assert site.build(newsblog=options | {"problems": {"address-incomplete": "ignore"}}).warnings == []


@pytest.mark.parametrize(
    "line", ["permalink: /c#", "url: /blog/c#/", "permalink: /.net", "slug: .net", "permalink: /../../up/"]
)
def test_a_post_is_where_it_would_be_without_an_address_that_it_can_not_have(drawn, line):
    key, _, value = line.partition(": ")
    text = f"---\ntitle: Sharp\ndate: 2024-05-06\n{line}\naliases: [/sharp/]\n---\nText.\n"
    site = site_of(drawn, {"news/2024-05-06-sharp.md": text})
    for url, address in (("slug", "news/2024-05-06-sharp/"), ("{year}/{slug}", "news/2024/sharp/")):
        built = site.build(strict=False, newsblog={"dir": "news", "url": url})
        assert built.ok, built
        assert built.page(address).text(".newsblog-post h1").startswith("Sharp")
        assert built.page("sharp/").one("a")["href"] == f"../{address}"
        (said,) = [text for text in built.said("WARNING") if "[address-unsafe]" in text]
        assert f'news/2024-05-06-sharp.md:4:{len(key) + 3}: {key}: the address "{value.strip("/")}"' in said
        assert ", so it is not used. Use letters, digits and hyphens." in said


def test_an_address_beside_others_has_the_address_of_its_folder(drawn):
    texts = {"a": "permalink: ./one two/", "b": "lang: en"}
    posts = {f"news/my notes/{name}.md": post(line) for name, line in texts.items()}
    built = site_of(drawn, posts).build(newsblog={"dir": "news", "url": "slug"})
    assert built.ok, built
    assert built.exists("news/my notes/b/index.html")
    assert built.exists("news/my notes/one-two/index.html")
    assert built.broken_links() == []


def test_pages_of_folders_are_asked_for_no_part_of_an_address(drawn):
    pages = {f"news/{name}/_index.md": f"---\ntitle: {name}\n---\nText.\n" for name in ("notes", "releases")}
    posts = {"news/notes/a.md": "---\ntitle: A\ndate: 2024-01-02\n---\nText.\n"}
    for url, at in (("{year}/{month}/{slug}", "news/2024/01/a/"), ("{slug}", "news/a/")):
        built = site_of(drawn, pages | posts).build(newsblog={"dir": "news", "url": url})
        assert built.ok, built
        assert built.exists(at)


def post(block=""):
    return f"---\ntitle: T\ndate: 2024-01-02\ntags: [world]\n{block}\n---\nText.\n"


CLASHES = [
    ({"news/a.md": post("slug: x"), "news/b.md": post("slug: X")}, ["news/a.md", "news/b.md"]),
    ({"news/a.md": post("permalink: /news/tags/")}, ["news/a.md", "the listing tags"]),
    ({"news/a.md": post("permalink: /guide/"), "guide.md": "# Guide"}, ["news/a.md", "guide.md"]),
    ({"news/a.md": post("permalink: /robots.txt/x"), "robots.txt": ""}, ["news/a.md", "robots.txt"]),
    ({"news/a.md": post("permalink: /sitemap.xml/")}, ["news/a.md", "sitemap"]),
    ({"news/a.md": post("permalink: /news/feed.xml")}, ["news/a.md", "news/feed.xml"]),
    ({"news/a.md": post("aliases: [/guide/]"), "guide.md": "# Guide"}, ["news/a.md", "guide.md", "/guide/"]),
    (
        {"news/a.md": post("aliases: [/x]"), "news/b.md": post("aliases: [/X/]")},
        ["news/a.md", "news/b.md", "/x"],
    ),
    ({"news/a.md": post("aliases: [/news/tags/world]")}, ["news/a.md", "the listing tags world"]),
    ({"news/a.md": post("aliases: [/news/feed.xml]")}, ["news/a.md", "news/feed.xml"]),
    ({"news/a.md": post("aliases: [/404.html]")}, ["news/a.md", "404.html"]),
    ({"news/a.md": post("aliases: [/sitemap.xml.gz]")}, ["news/a.md", "the sitemap"]),
    ({"news/a.md": post("aliases: [/assets/newsblog/newsblog.css]")}, ["news/a.md", "this plugin"]),
    ({"news/a.md": post("aliases: [/assets/newsblog/feed.xsl/]")}, ["news/a.md", "this plugin"]),
    ({"news/a.md": post("aliases: [/assets/newsblog/img/x.html]")}, ["news/a.md", "this plugin"]),
    ({"news/a.md": post("permalink: /assets/newsblog/newsblog.css/")}, ["news/a.md", "this plugin"]),
    ({"news/a.md": post("aliases: [/robots.txt/x]"), "robots.txt": ""}, ["news/a.md", "robots.txt"]),
    ({"news/a.md": post("aliases: [/x.html, /x.html/]")}, ["news/a.md", "/x.html/"]),
    (
        {"news/a.md": post("aliases: [/guide.html]"), "guide.html/x.txt": ""},
        ["news/a.md", "guide.html/x.txt"],
    ),
    ({"news/a.md": post("aliases: [/]")}, ["news/a.md", "index.md"]),
]


@pytest.mark.parametrize(
    ("files", "named"), CLASHES, ids=lambda value: "-".join(value) if isinstance(value, list) else ""
)
def test_two_things_at_one_address_are_one_error_that_names_both(drawn, files, named):
    site = site_of(drawn, files)
    built = site.build(newsblog={"dir": "news", "url": "slug"})
    assert built.exit_code == 1
    (said,) = [text for text in built.errors if "[address-taken]" in text]
    assert all(name in said for name in named), said


ONE_ADDRESS = {
    "a slug": ("slug", ("slug: x", "slug: x"), "news/b.md:5:7: slug", "Give one of them another slug."),
    "a slug in a pattern": (
        "{year}/{slug}",
        ("slug: x", "slug: x"),
        "news/b.md:5:7: slug",
        "Give one of them another slug.",
    ),
    "a slug within a part of a pattern": (
        "{year}-{slug}",
        ("slug: x", "slug: x"),
        "news/b.md:5:7: slug",
        "Give one of them another slug.",
    ),
    "a slug in the place of a title": (
        "{title}",
        ("slug: x", "slug: x"),
        "news/b.md:5:7: slug",
        "Give one of them another slug.",
    ),
    "one title": ("{title}", ("", ""), "news/b.md:1:1: file", "Rename one, or give it a slug."),
    "a permalink": (
        "slug",
        ("permalink: /x/", "permalink: /x/"),
        "news/b.md:5:12: permalink",
        "Give one of them another permalink.",
    ),
    "a permalink that is the path of another": (
        "slug",
        ("permalink: /news/b/", ""),
        "news/a.md:5:12: permalink",
        "Give one of them another permalink.",
    ),
}


@pytest.mark.parametrize(("url", "blocks", "place", "remedy"), ONE_ADDRESS.values(), ids=list(ONE_ADDRESS))
def test_posts_at_one_address_are_said_where_one_chose_it_with_what_helps(drawn, url, blocks, place, remedy):
    files = {f"news/{name}.md": post(block) for name, block in zip("ab", blocks, strict=True)}
    built = site_of(drawn, files).build(newsblog={"dir": "news", "url": url})
    (said,) = [text for text in built.errors if "[address-taken]" in text]
    assert said.startswith(f"mkdocs_newsblog: {place}: "), said
    assert remedy in said


def test_of_many_posts_at_one_address_the_error_names_a_few(drawn):
    files = {
        f"news/{number:02}.md": "---\ntitle: Notes\ndate: 2024-05-06\n---\nText.\n" for number in range(30)
    }
    built = site_of(drawn, files).build(newsblog={"dir": "news", "url": "{title}"})
    (said,) = [text for text in built.errors if "[address-taken]" in text]
    first = ", ".join(f"news/{number:02}.md" for number in range(8))
    assert f": {first}, 21 others and news/29.md would be one page, news/notes/index.html. " in said


@pytest.mark.parametrize(
    ("block", "place", "key"),
    [
        ("permalink: /news/tags/", "5:12", "permalink"),
        ("slug: tags", "5:7", "slug"),
        ("slug: archive", "5:7", "slug"),
    ],
)
def test_a_post_at_the_address_of_a_listing_is_said_where_it_chose_that(drawn, block, place, key):
    built = site_of(drawn, {"news/a.md": post("tags: [x]"), "news/b.md": post(block)}).build(
        newsblog={"dir": "news", "url": "slug"}
    )
    (said,) = [text for text in built.errors if "[address-taken]" in text]
    assert said.startswith(f"mkdocs_newsblog: news/b.md:{place}: {key}: the listing "), said
    assert said.endswith(f"Write another {key}, or give the listing another path. [address-taken]")


def test_a_slug_that_a_pattern_does_not_ask_for_is_not_said_to_have_chosen_the_address(drawn):
    files = {"news/a/x.md": post("slug: y"), "news/b/x.md": post("slug: z")}
    built = site_of(drawn, files).build(newsblog={"dir": "news", "url": "{year}/{file}"})
    (said,) = [text for text in built.errors if "[address-taken]" in text]
    assert "news/b/x.md:1:1: file: " in said


def test_a_page_beside_a_folder_of_its_name_is_told_no_slug_that_would_not_count(drawn):
    built = site_of(drawn, {"news/a.md": post(), "news/a/index.md": post()}).build(newsblog={"dir": "news"})
    (said,) = [text for text in built.errors if "[address-taken]" in text]
    assert "news/a/index.md:1:1: file: " in said
    assert said.endswith("Rename one of them. [address-taken]")


def test_a_former_address_that_is_the_posts_own_is_no_fault(drawn):
    built = site_of(drawn, {"news/a.md": post("aliases: [/news/a/, /News/A]")}).build(
        newsblog={"dir": "news"}
    )
    assert built.ok, built
    assert built.page("news/a/").select("article.newsblog-post")


def test_unpublished_posts_redirect_from_nowhere(drawn):
    built = site_of(drawn, {"news/a.md": post("aliases: [/x/]\ndraft: true")}).build(newsblog={"dir": "news"})
    assert built.ok, built
    assert not built.exists("x/")


@pytest.mark.parametrize("folders", [True, False], ids=["folders", "files"])
@pytest.mark.parametrize("url", ["keep", "slug", "{title}"])
def test_the_longest_addresses_can_be_written(drawn, url, folders):
    long = "ä" * 120
    keys = f"slug: {long}\naliases: [/{long}/, /old/{'x' * 235}.html, {long}]"
    files = {"news/a.md": post(keys), "news/b.md": post(f"permalink: /n/{'é' * 120}/")}
    built = site_of(drawn, files).build(
        newsblog={"dir": "news", "url": url, "redirects": {"moved": True, "file": True}},
        use_directory_urls=folders,
    )
    assert built.ok, built
    assert built.page(f"{long}/").select("meta[http-equiv=refresh]")
    assert built.page(f"old/{'x' * 235}.html").select("meta[http-equiv=refresh]")
    assert built.broken_links() == []
    moved = f"news/{long}" if url != "keep" else "news/a"
    assert built.page(f"{moved}/" if folders else f"{moved}.html").select("article.newsblog-post")


def test_a_post_may_take_the_address_that_another_left(drawn):
    files = {"news/a.md": post("slug: b"), "news/b.md": post("slug: a")}
    redirects = {"moved": True}
    built = site_of(drawn, files).build(newsblog={"dir": "news", "url": "slug", "redirects": redirects})
    assert built.ok, built
    assert sorted(url for url in built.urls() if re.fullmatch(r"news/[ab]/", url)) == ["news/a/", "news/b/"]
    assert built.broken_links() == []


def test_two_sections_share_one_file_of_redirects(drawn):
    files = {"news/a.md": post("aliases: [/x.html]"), "blog/b.md": post("aliases: [/y.html]")}
    redirects = {"pages": False, "file": True}
    sections = [{"dir": name, "redirects": redirects} for name in ("news", "blog")]
    built = site_of(drawn, files).build(newsblog=sections)
    assert built.ok, built
    assert built.text("_redirects").split() == [
        *("/docs/x.html", "/docs/news/a/", "301", "/docs/y.html", "/docs/blog/b/", "301"),
    ]


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_both_hosts_move_posts(drawn, host):
    built = moved_site(drawn).cli(
        "build", "--strict", host=host, newsblog={"dir": "news", "url": "/{year}/{file}"}, theme="mkdocs"
    )
    assert built.ok, built
    assert built.page("2024/2024-01-02-first/").select("article.newsblog-post")
    assert built.broken_links() == []


@pytest.mark.parametrize(
    "line", ["permalink: /search.html", "permalink: /Seite.HTML", "aliases: [/search.html]"]
)
def test_a_page_that_the_theme_makes_is_nobody_s_to_take(drawn, line):
    text = f"---\ntitle: Thief\ndate: 2024-01-01\n{line}\n---\nText.\n"
    theme = {"name": "readthedocs", "custom_dir": "own", "static_templates": ["seite.html"]}
    site = site_of(
        drawn,
        {"news/a.md": text},
        theme=theme,
        plugins=["search", {"newsblog": {"dir": "news", "url": "slug"}}],
    )
    site.write("own/seite.html", "Own")
    site.write("mkdocs.yml", site.config)
    built = site.cli("build")
    checked = site.check()
    for exit_code, output in ((built.exit_code, built.output), (checked.exit_code, checked.output)):
        assert exit_code == 1, output
        assert "news/a.md:" in output
        assert "the theme" in output
        assert "[address-taken]" in output


def test_a_name_that_the_theme_does_not_take_is_free(drawn):
    text = "---\ntitle: Search\ndate: 2024-01-01\npermalink: /search.html\n---\nText.\n"
    built = site_of(drawn, {"news/a.md": text}).build(newsblog={"dir": "news", "url": "slug"})
    assert built.ok, built
    assert built.exists("search.html")
