"""The same posts give the same bytes, wherever and whenever they are built."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tests.harness.site import CALM

TREE = """
docs/
  index.md | # Home
  news/
    hero.png
    one.md
      | ---
      | title: Zürich, São Paulo, İstanbul
      | date: 2024-03-31T02:30:00
      | hero: hero.png
      | tags: [émigré, Ångström, zebra, apple, "10", "9", ı, I, i]
      | categories: [b, a, ä, z]
      | author: [Zoë, Adam, Émile]
      | ---
      | Words, *more* words.
    two.md
      | ---
      | title: At the end of the year
      | date: 2023-12-31
      | updated: 2024-01-01T00:30:00+05:30
      | tags: [zebra, apple, naïve]
      | series: Ends
      | ---
      | The last day stays the last day.
    three.md
      | ---
      | title: Same day, other path
      | date: 2023-12-31
      | tags: [apple]
      | ---
      | Equal dates are put in order by their path.
    four.md
      | ---
      | title: With a zone
      | date: 2024-01-01T00:15:00+02:00
      | tags: [ı, naïve]
      | ---
      | Still last year in UTC.
    five.md | No date at all.
"""

ELSEWHERE = [
    {"TZ": "UTC", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8", "LANG": "C.UTF-8", "PYTHONHASHSEED": "2"},
    {"TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8", "PYTHONHASHSEED": "12345"},
]


def files_of(built):
    """Every file of the site, the host's own too: nothing needs an exception while the clock is set."""
    assert built.ok, built
    return built.files()


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_zone_locale_and_hash_seed_change_no_byte(drawn, theme):
    site = drawn(TREE, newsblog={"dir": "news"}, config={"site_url": "https://harbour.example/"})
    first, *others = [site.cli("build", env=env, theme=theme) for env in ELSEWHERE]
    expected = files_of(first)
    assert "news/tags/apple/index.html" in expected
    for built in others:
        found = files_of(built)
        assert sorted(found) == sorted(expected)
        assert [path for path in found if found[path] != expected[path]] == []
        assert built.warnings == first.warnings, "the report is the same too"


def test_the_order_of_files_on_disk_changes_no_byte(drawn):
    builds = []
    for reverse in (False, True):
        site = drawn("docs/\n  index.md | # Home", newsblog={"dir": "news"})
        for number in sorted(range(30), reverse=reverse):
            head = f"title: Post {number}\ndate: 2024-01-{number % 3 + 1:02}\ntags: [t{number % 7}, all]"
            site.write(f"docs/news/{number:02}.md", f"---\n{head}\n---\nWords.\n")
        builds.append(files_of(site.build()))
    assert builds[0] == builds[1]


def test_no_address_of_this_machine_is_in_the_site(drawn):
    site = drawn(TREE, newsblog={"dir": "news"}, config={"site_url": "https://harbour.example/"})
    built = site.build(strict=False)
    root = str(site.root).encode()
    assert [path for path, data in built.files().items() if root in data] == []


def test_a_day_without_a_zone_is_never_shifted(drawn):
    site = drawn(TREE, newsblog={"dir": "news"})
    for env in ELSEWHERE:
        built = site.cli("build", env=env)
        date = built.page("news/two/").one(".newsblog-byline .newsblog-date")
        assert (date["datetime"], date.content) == ("2023-12-31", "31 December 2023")
        assert "Same day, other path" in built.page("news/2023/12/").texts(".newsblog-card__title")
        assert "With a zone" in built.page("news/2024/01/").texts(".newsblog-card__title")


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
@pytest.mark.parametrize("value", ["", "tomorrow", "1.5", "-5", "9" * 40])
def test_a_clock_that_cannot_be_read_is_one_clear_line(drawn, host, value):
    site = drawn(TREE, newsblog={"dir": "news"})
    built = site.cli("build", host=host, env={"SOURCE_DATE_EPOCH": value})
    assert built.exit_code == 1
    assert "Traceback" not in built.output
    said = [line for line in built.output.splitlines() if "SOURCE_DATE_EPOCH" in line]
    assert len(said) == 1, built
    assert said[0].startswith("ERROR")
    assert "newsblog: SOURCE_DATE_EPOCH should be a whole number of seconds since 1970" in said[0]
    assert f'"{value}"' in said[0]


def seconds(text):
    return str(int(datetime.fromisoformat(text).replace(tzinfo=UTC).timestamp()))


@pytest.mark.parametrize("zone", ["UTC", "Pacific/Kiritimati", "America/St_Johns"])
def test_the_clock_decides_what_is_scheduled_and_expired(drawn, zone):
    site = drawn("docs/\n  index.md | # Home", newsblog={"dir": "news"})
    site.write(
        "docs/news/visit.md",
        "---\ntitle: Visit\ndate: 2024-05-01T12:00:00Z\nexpires: 2024-06-01\n---\nCome by.\n",
    )
    moments = {
        "2024-05-01T11:59:59": False,
        "2024-05-01T12:00:00": True,
        "2024-05-31T23:59:59": True,
        "2024-06-01T00:00:00": False,
    }
    for moment, shown in moments.items():
        built = site.cli("build", "--strict", env={"SOURCE_DATE_EPOCH": seconds(moment), "TZ": zone})
        assert built.ok, built
        assert built.exists("news/visit/") is shown, moment
        assert built.exists("news/2024/05/") is shown, moment


def test_without_a_set_clock_the_real_one_counts(drawn, monkeypatch):
    site = drawn("docs/\n  index.md | # Home", newsblog={"dir": "news"})
    site.write("docs/news/past.md", "---\ntitle: Past\ndate: 2020-01-01\n---\nWords.\n")
    site.write("docs/news/far.md", "---\ntitle: Far\ndate: 2099-01-01\n---\nWords.\n")
    monkeypatch.delitem(CALM, "SOURCE_DATE_EPOCH")
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    built = site.build()
    assert (built.exists("news/past/"), built.exists("news/far/")) == (True, False)
