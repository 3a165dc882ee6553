"""Whatever is in the posts folder, a build ends with every fault named once and with nothing lost."""

from __future__ import annotations

import os
import re
from typing import NamedTuple

import pytest

NEWS = {"dir": "news"}
CONFIG = {"site_url": "https://harbour.example/docs/"}
MESSAGE = re.compile(
    r"(?:mkdocs_newsblog: )?(?P<path>\S+?):(?P<line>\d+):(?P<col>\d+): (?P<key>[^:]+): "
    r"(?P<fact>\S.*?)\. (?P<remedy>\S.*)[.?] \[(?P<code>[a-z0-9]+(?:-[a-z0-9]+)*)\]"
)
SOUND = "---\ntitle: Sound\ndate: 2024-05-06\ntags: [tide]\n---\nThe sound post's words.\n"


class Said(NamedTuple):
    """One message, as far as a test foretells it."""

    level: str
    place: str
    key: str
    code: str


def messages(built):
    """All messages of the project's own form, in the order they were printed."""
    found = []
    for level, text in built.log:
        if match := MESSAGE.fullmatch(text.partition("\n")[0]):
            place = f"{match['path']}:{match['line']}:{match['col']}"
            found.append(Said(level, place, match["key"], match["code"]))
    return found


def post(*lines, date="2024-03-04", body="Words of the post."):
    """A post from lines of front matter; the date stands on line 2, the first of the lines on line 3."""
    return "\n".join(["---", f"date: {date}", *lines, "---", "", body, ""])


def site_of(drawn, files, options=NEWS, config=CONFIG):
    """A site with a home page, one sound post and these files below docs/news/."""
    site = drawn("docs/\n  index.md | # Home", newsblog=options, config=config)
    site.write("docs/news/sound.md", SOUND)
    site.add(files, "docs/news")
    return site


FINE_A, FINE_B = post("title: Ebb"), post("title: Flood")

ERRORS = {
    "an impossible date": (
        {"a.md": post("title: Spring", date="2021-02-30")},
        ("news/a.md:2:7", "date", "date-unreadable"),
    ),
    "an impossible date in quotes": (
        {"a.md": post("title: Spring", date='"2021-02-30"')},
        ("news/a.md:2:7", "date", "date-unreadable"),
    ),
    "a date that could be two": (
        {"a.md": post("title: Spring", date="03/04/2024")},
        ("news/a.md:2:7", "date", "date-unreadable"),
    ),
    "front matter that is not closed": (
        {"a.md": "---\ntitle: Open\ndate: 2024-03-04\n\nAnd on it goes.\n"},
        ("news/a.md:1:1", "front matter", "front-matter-unclosed"),
    ),
    "front matter closed by a rule far below": (
        {"a.md": "---\ntitle: Open\ndate: 2024-03-04\n\nAnd on it goes.\n\n---\n\nTo the end.\n"},
        ("news/a.md:1:1", "front matter", "front-matter-unclosed"),
    ),
    "front matter that is a list": (
        {"a.md": "---\n- one\n- two\n---\nWords.\n"},
        ("news/a.md:2:1", "front matter", "front-matter-unreadable"),
    ),
    "YAML that does not parse": (
        {"a.md": "---\ndate: 2024-03-04\ntitle: Gale\nplan: {a: 1, b\n---\nWords.\n"},
        ("news/a.md:4:1", "plan", "front-matter-unreadable"),
    ),
    "a tag that would run code": (
        {"a.md": post("title: !!python/object/apply:os.system [ls]")},
        ("news/a.md:3:8", "front matter", "front-matter-unsafe"),
    ),
    "two posts at one address": (
        {"a.md": FINE_A, "a/index.md": FINE_B},
        ("news/a/index.md:1:1", "file", "address-taken"),
    ),
    "a hero that is a script": (
        {"a.md": post("title: Hero", "hero: javascript:alert(1)")},
        ("news/a.md:4:7", "hero", "hero-unsafe"),
    ),
    "a hero that hides its script": (
        {"a.md": post("title: Hero", 'hero: "JaVaScRiPt&colon;alert(1)"')},
        ("news/a.md:4:7", "hero", "hero-unsafe"),
    ),
    "a draft switch that is neither": (
        {"a.md": post("title: Perhaps", "draft: soon")},
        ("news/a.md:4:8", "draft", "status-unreadable"),
    ),
    "a file that is not UTF-8": (
        {"a.md": b"---\ntitle: Caf\xe9\ndate: 2024-03-04\n---\nWords.\n"},
        ("news/a.md:2:11", "file", "file-not-utf8"),
    ),
    "a file in UTF-16": (
        {"a.md": FINE_A.encode("utf-16")},
        ("news/a.md:1:1", "file", "file-not-utf8"),
    ),
    "a NUL byte": (
        {"a.md": FINE_A.replace("Words", "Wo\0rds").encode()},
        ("news/a.md:6:3", "file", "file-not-utf8"),
    ),
    "a huge file": (
        {"a.md": FINE_A.encode() + b"word " * 450_000},
        ("news/a.md:1:1", "file", "file-too-large"),
    ),
    "a bomb of aliases": (
        {
            "a.md": post(
                "title: Bomb",
                "a: &a [x, x, x, x, x, x, x, x, x, x]",
                "b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]",
                "c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]",
                "d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]",
                "e: [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]",
            )
        },
        ("news/a.md:7:1", "front matter", "front-matter-too-big"),
    ),
    "a long text that many aliases repeat": (
        {"a.md": post("title: Echo", "a: &a " + "word " * 9000, f"tags: [{', '.join(['*a'] * 3000)}]")},
        ("news/a.md:5:1", "front matter", "front-matter-too-big"),
    ),
    "values nested beyond all reason": (
        {"a.md": post("title: Deep", "x: " + "[" * 25_000 + "]" * 25_000)},
        ("news/a.md:4:23", "front matter", "front-matter-too-big"),
    ),
    "a listing's address that a file has": (
        {"a.md": FINE_A, "tags/index.html": "<p>Mine.</p>"},
        ("news/tags/index.html:1:1", "file", "address-taken"),
    ),
}

WARNINGS = {
    "no date": (
        {"a.md": "---\ntitle: Timeless\n---\nWords.\n"},
        ("news/a.md:1:1", "date", "date-missing"),
    ),
    "an empty file": (
        {"a.md": ""},
        ("news/a.md:1:1", "file", "file-empty"),
    ),
    "a file of blank lines": (
        {"a.md": "\n  \n\n"},
        ("news/a.md:1:1", "file", "file-empty"),
    ),
    "YAML that does not parse, and can be mended": (
        {"a.md": post("title: Tides: a second look")},
        ("news/a.md:3:13", "title", "front-matter-mended"),
    ),
    "two spellings of one tag": (
        {"a.md": post("title: A", "tags: [web dev]"), "b.md": post("title: B", "tags: [web-dev]")},
        ("news/b.md:4:7", "tags", "terms-merged"),
    ),
    "a hero file that does not exist": (
        {"a.md": post("title: Hero", "hero: pictures/none.png", "heroAlt: Nothing")},
        ("news/a.md:4:7", "hero", "hero-missing"),
    ),
    "a key one letter off": (
        {"a.md": post("title: Key", "tgas: [tide]")},
        ("news/a.md:4:7", "tgas", "unknown-key"),
    ),
    "a key one letter off, with its value on lines of its own": (
        {"a.md": post("title: Key", "tgas:", "- tide")},
        ("news/a.md:4:1", "tgas", "unknown-key"),
    ),
    "a key that stands twice": (
        {"a.md": post("title: One", "title: Two")},
        ("news/a.md:4:1", "title", "key-repeated"),
    ),
    "a tag with a control character": (
        {"a.md": post("title: Colour", 'tags: [tide, "\\e[31mred"]')},
        ("news/a.md:4:14", "tags[1]", "text-cleaned"),
    ),
}


@pytest.mark.parametrize("case", ERRORS)
def test_an_error_is_said_once_and_stops_the_build(drawn, case):
    files, (place, key, code) = ERRORS[case]
    site = site_of(drawn, files)
    for strict in (True, False):
        built = site.build(strict=strict)
        assert messages(built) == [Said("ERROR", place, key, code)], built
        assert built.exit_code == 1
        where = "1 of 2 posts" if len(files) == 1 else "1 of 3 posts"
        where = where if place.partition(":")[0].endswith(".md") else "0 of 2 posts and 1 other file"
        assert f"newsblog: 1 error, 0 warnings in {where}\n" in "\n".join([*built.errors, ""])
        assert not built.exists("news/sound/"), "nothing is published beside an error"


@pytest.mark.parametrize("case", WARNINGS)
def test_a_warning_is_said_once_and_keeps_the_post(drawn, case):
    files, (place, key, code) = WARNINGS[case]
    site = site_of(drawn, files)
    built = site.build(strict=False)
    assert messages(built) == [Said("WARNING", place, key, code)], built
    assert built.ok
    assert all(built.exists(f"news/{name.removesuffix('.md')}/") for name in files)
    links = built.page("news/").values(".newsblog-card__title a, a.newsblog-card__title", "href")
    assert len(links) == len(files) + 1, "the index lists every post"
    assert built.broken_links() == []
    assert site.build(strict=True).exit_code == 1, "strict counts it"


def test_a_real_build_ends_with_the_same_exit_codes_on_both_hosts(drawn):
    site = site_of(drawn, WARNINGS["no date"][0])
    for host in ("mkdocs", "properdocs"):
        assert site.cli("build", host=host).exit_code == 0
        assert site.cli("build", "--strict", host=host).exit_code == 1
    site.write("docs/news/a.md", ERRORS["an impossible date"][0]["a.md"])
    for host in ("mkdocs", "properdocs"):
        built = site.cli("build", host=host)
        assert built.exit_code == 1
        assert "Traceback" not in built.output
        assert messages(built) == [Said("ERROR", "news/a.md:2:7", "date", "date-unreadable")]


def test_a_post_without_a_date_is_listed_last_and_in_no_period(drawn):
    site = site_of(
        drawn,
        {
            "a.md": "---\ntitle: Timeless\ntags: [tide]\n---\nWords.\n",
            "z.md": post("title: Old", "tags: [tide]", date="1998-07-06"),
        },
    )
    built = site.build(strict=False)
    for listing in ("news/", "news/tags/tide/"):
        titles = built.page(listing).texts(".newsblog-card__title")
        assert titles == ["Sound", "Old", "Timeless"], listing
    assert built.page("news/a/").text("h1") == "Timeless"
    assert built.page("news/a/").select("time") == []
    assert "Timeless" not in built.text("news/1998/index.html") + built.text("news/2024/index.html")


def test_terms_that_differ_in_their_signs_never_share_a_page(drawn):
    site = site_of(
        drawn,
        {
            "a.md": post("title: Core", "tags: [C]"),
            "b.md": post("title: Nodes", "tags: [C++]"),
            "c.md": post("title: Tools", "tags: [C#]"),
        },
    )
    built = site.build()
    assert built.ok, built
    pages = {}
    for item in built.page("news/tags/").select(".newsblog-terms li"):
        pages[item.text("a")] = item.one("a")["href"]
        assert item.text(".newsblog-count") == "1"
    assert set(pages) == {"C", "C++", "C#", "tide"}
    assert len(set(pages.values())) == 4
    for tag, title in {"C": "Core", "C++": "Nodes", "C#": "Tools"}.items():
        page = built.page("news/tags/" + pages[tag])
        assert page.texts(".newsblog-card__title") == [title]


def test_spellings_of_one_term_share_a_page_with_both_posts(drawn):
    files, _ = WARNINGS["two spellings of one tag"]
    built = site_of(drawn, files).build(strict=False)
    assert sorted(built.page("news/tags/web-dev/").texts(".newsblog-card__title")) == ["A", "B"]
    assert built.page("news/tags/").texts(".newsblog-terms li") == ["tide 1", "web dev 2"]


HOSTILE = '<script>alert("x")</script> & "quotes" & <b>co</b>'


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs", "material"])
def test_a_title_with_markup_is_text_everywhere(drawn, theme):
    site = site_of(
        drawn,
        {
            "a.md": post(f"title: '{HOSTILE}'", "tags: ['<i>tag</i> & co']", "author: '<u>me</u>'"),
            "later.md": post("title: Later", date="2024-04-05"),
        },
    )
    built = site.build(theme=theme)
    assert built.ok, built
    assert messages(built) == []
    assert built.page("news/a/").text("h1") == HOSTILE
    assert HOSTILE in built.page("news/a/").text("title")
    assert HOSTILE in built.page("news/").texts(".newsblog-card__title")
    assert "<i>tag</i> & co" in built.page("news/tags/").texts(".newsblog-terms a")
    for page in built.pages():
        for forbidden in ("<script>alert(", "<b>co</b>", "<i>tag</i>", "<u>me</u>"):
            assert forbidden not in page.raw, page
        assert "&amp;lt;" not in page.raw, f"{page} is escaped twice"


@pytest.mark.parametrize(
    "lines",
    [
        ['title: "Calm\\n::error file=mkdocs.yml::forged"', 'heor: "x\\n::warning::forged"'],
        ["title: Calm", 'tags: ["a\\n::error::forged", "a\\n::error::forged"]'],
        ["title: Calm", 'hero: "x\\r\\n::error::forged.png"'],
        ["title: Calm", '"dscription\\n::error::forged": x'],
        ["title: Calm", 'updated: "x\\u2028::error::forged"'],
        ["title: Calm", 'template: "x\\n::error::forged"'],
        ["title: Calm", '"title\\u001b[2J": y', 'draft: "\\u202e::error::forged"'],
    ],
)
def test_nothing_in_a_post_forges_a_line_of_the_log(drawn, lines):
    built = site_of(drawn, {"a.md": post(*lines)}).cli("build")
    assert "Traceback" not in built.output
    for line in built.output.splitlines():
        assert not line.lstrip().startswith("::"), line
        assert line.isprintable(), line


def test_a_file_name_forges_no_line_of_the_log(drawn):
    built = site_of(drawn, {"x\n::error::forged.md": "---\ntitle: Name\n---\nWords.\n"}).cli("build")
    said = [line for line in built.output.splitlines() if "[date-missing]" in line]
    assert len(said) == 1
    assert "news/x\\n::error::forged.md:1:1: date:" in said[0]


def test_files_whose_names_are_not_utf8_are_copied_as_the_host_copies_them(drawn):
    site = site_of(drawn, {})
    names = [os.fsdecode(name) for name in (b"b\xe9.jpg", b"d\xe9/b.txt", b"d\xe9/cover.png")]
    for name in names:
        site.write(f"docs/news/{name}", b"bytes")
    built = site.build(strict=True)
    assert built.ok, built
    assert all((built.site_dir / "news" / name).is_file() for name in names)
    assert built.exists("news/sound/")
    checked = site.check("--strict")
    assert checked.exit_code == 0, checked.output


def test_a_pipe_is_refused_before_it_is_opened(drawn):
    site = site_of(drawn, {})
    os.mkfifo(site.root / "docs/news/a.md")
    built = site.cli("build")
    assert messages(built) == [Said("ERROR", "news/a.md:1:1", "file", "file-not-regular")]
    assert built.exit_code == 1


def test_a_pipe_is_not_opened_even_where_its_error_was_made_less(drawn):
    site = site_of(drawn, {}, options=NEWS | {"problems": {"file-not-regular": "ignore"}})
    os.mkfifo(site.root / "docs/news/a.md")
    built = site.cli("build", "--strict")
    assert built.ok, built
    assert not built.exists("news/a/")
    assert built.exists("news/sound/")


@pytest.mark.parametrize("target", ["file", "folder"])
def test_a_link_that_leads_out_of_the_docs_folder_is_refused(drawn, tmp_path, target):
    site = site_of(drawn, {})
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.md").write_text(FINE_A)
    if target == "file":
        (site.root / "docs/news/a.md").symlink_to(outside / "a.md")
    else:
        (site.root / "docs/news/far").symlink_to(outside, target_is_directory=True)
    built = site.build()
    place = "news/a.md:1:1" if target == "file" else "news/far/a.md:1:1"
    assert messages(built) == [Said("ERROR", place, "file", "file-not-regular")]
    assert built.exit_code == 1


def test_a_link_within_the_docs_folder_is_a_post(drawn):
    site = site_of(drawn, {})
    (site.root / "docs/news/again.md").symlink_to("sound.md")
    built = site.build()
    assert built.ok, built
    assert built.exists("news/again/")


def test_a_link_to_nowhere_is_named(drawn):
    site = site_of(drawn, {})
    (site.root / "docs/news/gone.md").symlink_to("nowhere.md")
    built = site.build(strict=False)
    assert messages(built) == [Said("ERROR", "news/gone.md:1:1", "file", "file-not-regular")]
    assert built.exit_code == 1


@pytest.mark.parametrize("path", ["tags.md", "tags/index.md", "archive.md", "2024/05/index.md"])
def test_a_page_at_a_listings_address_is_adopted_and_needs_no_date(drawn, path):
    built = site_of(drawn, {path: "# My own words\n\nAn introduction.\n"}).build()
    assert built.ok, built
    url = "news/" + path.removesuffix(".md").removesuffix("index").rstrip("/") + "/"
    page = built.page(url)
    assert page.text("h1") == "My own words"
    assert "An introduction." in page.content
    assert len(page.select(".newsblog-view")) == 1
    assert "My own words" not in built.page("news/").texts(".newsblog-card__title")


def test_two_listings_at_one_address_are_an_error(drawn):
    site = site_of(drawn, {}, options=NEWS | {"tags": {"path": "archive"}})
    built = site.build(strict=False)
    assert [said[2:] for said in messages(built)] == [("tags.path", "address-taken")]
    assert built.exit_code == 1


def test_all_problems_of_a_site_stand_in_one_report_by_file_and_line(drawn):
    files, expected = {}, []
    for level, cases in (("ERROR", ERRORS), ("WARNING", WARNINGS)):
        for number, (case, (sources, (place, key, code))) in enumerate(cases.items()):
            if case in ("a listing's address that a file has", "a huge file"):
                continue
            folder = f"{level.lower()}-{number:02}"
            files |= {f"{folder}/{path}": text for path, text in sources.items()}
            if case == "two spellings of one tag":
                files |= {f"{folder}/{path}": text.replace("web", "sea") for path, text in sources.items()}
            expected.append(Said(level, place.replace("news/", f"news/{folder}/"), key, code))
    built = site_of(drawn, files).cli("build")
    assert built.exit_code == 1
    assert "Traceback" not in built.output
    found = messages(built)
    assert sorted(found) == sorted(expected)

    def position(said):
        path, line, col = said.place.rsplit(":", 2)
        return path, int(line), int(col)

    assert [position(said) for said in found] == sorted(position(said) for said in found)
    errors = sum(said.level == "ERROR" for said in expected)
    warnings = len(expected) - errors
    assert f"newsblog: {errors} errors, {warnings} warnings in {len(expected)} of" in built.output


def test_two_sections_both_report_before_the_build_stops(drawn):
    sections = [{"dir": "news"}, {"dir": "lab"}]
    site = drawn("docs/\n  index.md | # Home", CONFIG, newsblog=sections)
    for folder in ("news", "lab"):
        site.write(f"docs/{folder}/bad.md", post("title: Bad", date="2021-02-30"))
        site.write(f"docs/{folder}/none.md", "---\ntitle: None\n---\nWords.\n")
    built = site.cli("build")
    assert built.exit_code == 1
    assert sorted(messages(built)) == sorted(
        said
        for folder in ("news", "lab")
        for said in (
            Said("ERROR", f"{folder}/bad.md:2:7", "date", "date-unreadable"),
            Said("WARNING", f"{folder}/none.md:1:1", "date", "date-missing"),
        )
    )


def test_two_sound_sections_build_strict_and_apart(drawn):
    site = drawn("docs/\n  index.md | # Home", newsblog=[{"dir": "news"}, {"dir": "lab"}])
    site.write("docs/news/a.md", post("title: Tide", "tags: [sea]"))
    site.write("docs/lab/b.md", post("title: Flask", "tags: [glass]"))
    for host in ("mkdocs", "properdocs"):
        built = site.cli("build", "--strict", host=host)
        assert built.ok, built
        assert built.page("news/").texts(".newsblog-card__title") == ["Tide"]
        assert built.page("lab/").texts(".newsblog-card__title") == ["Flask"]
        assert built.page("lab/tags/").texts(".newsblog-terms a") == ["glass"]
        assert built.page("lab/b/").text("h1") == "Flask"


@pytest.mark.parametrize(
    ("level", "strict", "code"),
    [
        ("error", False, 1),
        ("warning", True, 1),
        ("warning", False, 0),
        ("info", True, 0),
        ("ignore", True, 0),
    ],
)
def test_the_config_sets_the_level_of_a_problem(drawn, level, strict, code):
    options = NEWS | {"problems": {"date-missing": level}}
    built = site_of(drawn, {"a.md": "---\ntitle: Timeless\n---\nWords.\n"}, options).build(strict=strict)
    assert built.exit_code == code
    said = [] if level == "ignore" else [Said(level.upper(), "news/a.md:1:1", "date", "date-missing")]
    assert messages(built) == said


@pytest.mark.parametrize("level", ["warning", "info", "ignore"])
@pytest.mark.parametrize(
    "case", ["front matter that is not closed", "a file that is not UTF-8", "a huge file"]
)
def test_a_post_that_cannot_be_read_is_never_published_at_any_level(drawn, case, level):
    files, (place, key, code) = ERRORS[case]
    built = site_of(drawn, files, NEWS | {"problems": {code: level}}).build(strict=False)
    assert built.ok, built
    assert not built.exists("news/a/")
    assert not any("newsblog-problems" in page.raw for page in built.pages())
    assert built.page("news/").texts(".newsblog-card__title") == ["Sound"]
    assert messages(built) == ([] if level == "ignore" else [Said(level.upper(), place, key, code)])


UNPUBLISHED = {
    "drafted": post("title: Zeppelin", "draft: true", "tags: [zeppelin, tide]"),
    "scheduled": post("title: Zeppelin", "tags: [zeppelin, tide]", date="2030-01-02"),
    "expired": post("title: Zeppelin", "expires: 2029-12-31", "tags: [zeppelin, tide]"),
    "skipped": post("title: Zeppelin", "status: skip", "tags: [zeppelin, tide]"),
}


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
@pytest.mark.parametrize("state", UNPUBLISHED)
def test_an_unpublished_post_leaves_no_trace_in_a_build(drawn, state, theme):
    site = site_of(drawn, {"zeppelin.md": UNPUBLISHED[state], "old.md": post("title: Old", "tags: [tide]")})
    built = site.build(theme=theme)
    assert built.ok, built
    assert built.exists("news/old/")
    traces = [path for path, data in built.files().items() if b"zeppelin" in path.encode() + data.lower()]
    assert traces == []
    assert built.page("news/tags/").texts(".newsblog-terms li") == ["tide 2"]
    assert built.page("news/").texts(".newsblog-card__title") == ["Sound", "Old"]
    assert built.broken_links() == []


def test_an_unlisted_post_has_a_page_that_no_other_page_leads_to(drawn):
    site = site_of(
        drawn,
        {
            "zeppelin.md": post("title: Zeppelin", "unlisted: true", "tags: [zeppelin, tide]"),
            "old.md": post("title: Old", "tags: [tide]", date="2023-01-01"),
        },
    )
    built = site.build()
    assert built.ok, built
    assert built.page("news/zeppelin/").text("h1") == "Zeppelin"
    others = [page for page in built.pages() if page.url != "news/zeppelin/"]
    assert not [page for page in others if "zeppelin" in page.raw.lower()]
    assert built.page("news/tags/").texts(".newsblog-terms li") == ["tide 2"]


def test_an_unknown_option_is_a_warning_with_a_suggestion_and_stops_a_strict_build(drawn):
    site = site_of(drawn, {}, options=NEWS | {"achive": False, "index": {"perpage": 3}})
    built = site.cli("build")
    assert built.exit_code == 0
    said = "\n".join(built.warnings)
    assert re.search(r"'achive': .*Did you mean 'archive'\?.* \[option-unknown\]", said)
    assert re.search(r"'index\.perpage': .*Did you mean 'per_page'\?.* \[option-unknown\]", said)
    assert built.exists("news/archive/"), "what the option was meant to say is not guessed"
    assert site.cli("build", "--strict").exit_code == 1


def test_wrong_options_are_all_said_at_once_as_errors_of_the_config(drawn):
    options = {
        "dir": 4,
        "index": {"per_page": "many", "layout": "Rows!"},
        "tags": 7,
        "summary": {"words": 0},
        "problems": {"date-missing": "loud"},
    }
    for host in ("mkdocs", "properdocs"):
        built = site_of(drawn, {}, options=options).cli("build", host=host)
        assert built.exit_code == 1
        assert "Traceback" not in built.output
        assert "Config value 'plugins'" in built.output
        named = re.findall(r"option '([\w.-]+)': .*\[option-invalid\]", built.output)
        assert named == [
            *("dir", "index.per_page", "index.layout", "tags", "summary.words"),
            "problems.date-missing",
        ]


def test_unknown_options_are_said_beside_errors_and_once(drawn):
    options = {"dirr": "news", "tagz": {}, "index": {"perpage": 3}, "problems": {"unknown-kye": "ignore"}}
    for host in ("mkdocs", "properdocs"):
        built = site_of(drawn, {}, options=options).cli("build", host=host)
        assert built.exit_code == 1
        assert re.findall(r"option '([\w.-]+)': .*\[option-invalid\]", built.output) == ["problems"]
        said = r"'([\w.-]+)': mkdocs\.yml:\d+:\d+: there is no such option"
        found = [re.search(said, text) for text in built.warnings]
        assert sorted(each[1] for each in found if each) == ["dirr", "index.perpage", "tagz"]


LATIN = b"---\ntitle: Caf\xe9\n---\nWords.\n"


@pytest.mark.parametrize("path", ["index.md", "README.md", "tags/index.md", "tags.md", "archive.md"])
def test_a_page_at_the_address_of_a_listing_that_is_no_text_is_one_error(drawn, path):
    built = site_of(drawn, {path: LATIN}).cli("build")
    assert built.exit_code == 1
    assert "Traceback" not in built.output
    assert messages(built) == [Said("ERROR", f"news/{path}:2:11", "file", "file-not-utf8")]


def test_a_listings_page_that_no_glob_matches_is_looked_at_too(drawn):
    options = NEWS | {"posts": ["so*.md"]}
    built = site_of(drawn, {"tags/index.md": LATIN}, options).cli("build")
    assert (built.exit_code, "Traceback" in built.output) == (1, False)
    assert messages(built) == [Said("ERROR", "news/tags/index.md:2:11", "file", "file-not-utf8")]


def test_a_build_that_shall_go_on_has_the_listing_without_what_can_not_be_read(drawn):
    options = NEWS | {"problems": {"file-not-utf8": "warning"}}
    built = site_of(drawn, {"index.md": LATIN}, options).build(strict=False)
    assert built.ok, built
    assert messages(built) == [Said("WARNING", "news/index.md:2:11", "file", "file-not-utf8")]
    assert built.page("news/").texts(".newsblog-card__title") == ["Sound"]
    assert built.page("news/").select(".newsblog-problems") == []
