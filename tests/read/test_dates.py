"""Dates: every shape that posts have them in, and what is refused."""

from __future__ import annotations

import datetime as dt
import os
import subprocess
import sys

import pytest

from mkdocs_newsblog.model.moment import Moment
from mkdocs_newsblog.model.names import Status
from mkdocs_newsblog.model.source import Commits, Source
from mkdocs_newsblog.read import NotADateError, read_date, read_entry
from mkdocs_newsblog.schema.options.reading import DateOptions
from mkdocs_newsblog.schema.settings import Settings
from tests.read.reading import codes, entry, front, read

UTC = DateOptions()

INSTANTS = [
    ("2025-02-12 20:47:35-05:00", "2025-02-12T20:47:35-05:00"),
    ("2009-12-25 10:41:06 +0000", "2009-12-25T10:41:06+00:00"),
    ("2009-12-25 9:41:06 +0000", "2009-12-25T09:41:06+00:00"),
    ("2014-03-12T10:11:00-04:00", "2014-03-12T10:11:00-04:00"),
    ("2007-04-24 08:58:47+00:00", "2007-04-24T08:58:47+00:00"),
    ("2010-10-22 11:33:15 -0400", "2010-10-22T11:33:15-04:00"),
    ("2010-10-22 1:33:15 -0400", "2010-10-22T01:33:15-04:00"),
    ("2022-07-08T00:00:00.000Z", "2022-07-08T00:00:00+00:00"),
    ("2023-2-07T08:05:00Z", "2023-02-07T08:05:00+00:00"),
    ("2016-04-27 12:00:00.123456789 +00:00", "2016-04-27T12:00:00.123456+00:00"),
    ("2014-08-19T08:23", "2014-08-19T08:23:00+00:00"),
    ("2013-02-25 18:00:00 -06:00", "2013-02-25T18:00:00-06:00"),
    ("2021-05-19 05:30:00", "2021-05-19T05:30:00+00:00"),
    ("1644160199453", "2022-02-06T15:09:59.453000+00:00"),
    ("1644160199", "2022-02-06T15:09:59+00:00"),
    ("2015-03-17 14:00:00 -4", "2015-03-17T14:00:00-04:00"),
    ("Wed, 02 Oct 2002 13:00:00 GMT", "2002-10-02T13:00:00+00:00"),
    ("Wed, 02 Oct 2002 13:00:00 +0200", "2002-10-02T13:00:00+02:00"),
    ("2 Oct 2002 13:00 UTC", "2002-10-02T13:00:00+00:00"),
    ("Fri Sep  3 11:21:31 2021", "2021-09-03T11:21:31+00:00"),
    ("January 5, 2021 at 3:04 pm", "2021-01-05T15:04:00+00:00"),
    ("2021-01-05 12:30 AM", "2021-01-05T00:30:00+00:00"),
    ("2014-08-19 08:23:00 -0700 PDT", "2014-08-19T08:23:00-07:00"),
    ("Wed Sep 25 2024 10:00:00 GMT+0200 (Central European Summer Time)", "2024-09-25T10:00:00+02:00"),
    ("Tue, 1 Jul 2003 10:52:37 +0200 (CEST)", "2003-07-01T10:52:37+02:00"),
    ("Wed, 02 Oct 2002 13:00:00 EST", "2002-10-02T13:00:00-05:00"),
    ("Wed, 2 Oct 2002 13:00 edt", "2002-10-02T13:00:00-04:00"),
    ("2 Oct 2002 13:00:00 CST", "2002-10-02T13:00:00-06:00"),
    ("2 Oct 2002 13:00:00 CDT", "2002-10-02T13:00:00-05:00"),
    ("2 Oct 2002 13:00:00 MST", "2002-10-02T13:00:00-07:00"),
    ("2 Oct 2002 13:00:00 MDT", "2002-10-02T13:00:00-06:00"),
    ("Wed, 02 Oct 2002 13:00:00 PST", "2002-10-02T13:00:00-08:00"),
    ("Wed, 02 Oct 2002 13:00:00 PDT", "2002-10-02T13:00:00-07:00"),
    ("Fri Sep  3 11:21:31 CEST 2021", "2021-09-03T11:21:31+02:00"),
    ("2021-05-05 10:00 CET", "2021-05-05T10:00:00+01:00"),
    ("2021-05-05T10:00:00 CEST", "2021-05-05T10:00:00+02:00"),
    ("5 May 2021, 10:00 pm CEST", "2021-05-05T22:00:00+02:00"),
    ("Tue, 1 Jul 2003 10:52:37 +0200 CEST", "2003-07-01T10:52:37+02:00"),
    ("20210105T101112Z", "2021-01-05T10:11:12+00:00"),
    ("20210105101112", "2021-01-05T10:11:12+00:00"),
    ("202101051011", "2021-01-05T10:11:00+00:00"),
    ("2021/01/05 10:11:12 +0530", "2021-01-05T10:11:12+05:30"),
    ("12:05 20-02-2017", "2017-02-20T12:05:00+00:00"),
    ("9:36 pm 05/22/2017", "2017-05-22T21:36:00+00:00"),
    ("10:25:30, 27 Oct 2018", "2018-10-27T10:25:30+00:00"),
    ("2023. 07. 04. 9:05", "2023-07-04T09:05:00+00:00"),
    ("1890-01-05T10:11:12+00:19:32", "1890-01-05T10:11:12+00:19"),
]

DAYS = [
    ("2025-02-10", "2025-02-10"),
    ("  2025-02-10  ", "2025-02-10"),
    ("\u00a02025-02-10", "2025-02-10"),
    ("２０２５-０２-１０", "2025-02-10"),
    ("2025-2-7", "2025-02-07"),
    ("2020/12/21", "2020-12-21"),
    ("2020.12.21", "2020-12-21"),
    ("2020年12月21日", "2020-12-21"),
    ("2023년 7월 4일", "2023-07-04"),
    ("2023. 7. 4.", "2023-07-04"),
    ("20201221", "2020-12-21"),
    ("10/25/2022", "2022-10-25"),
    ("2/13/2022", "2022-02-13"),
    ("25/10/2022", "2022-10-25"),
    ("25.10.2022", "2022-10-25"),
    ("02/02/2022", "2022-02-02"),
    ("Jan 24 2024", "2024-01-24"),
    ("Jul 08 2022", "2022-07-08"),
    ("18 Dec 2014", "2014-12-18"),
    ("29th October 2021", "2021-10-29"),
    ("October 1st, 2021", "2021-10-01"),
    ("Sept. 9, 2019", "2019-09-09"),
    ("Tuesday, 5 March 2024", "2024-03-05"),
    ("2024-W05-1", "2024-01-29"),
]

REFUSED = [
    ("01/02/2024", "2024-02-01 or 2024-01-02"),
    ("1.2.2024", "2024-02-01 or 2024-01-02"),
    ("12/11/2024", "2024-11-12 or 2024-12-11"),
    ("11/12/2024", "2024-12-11 or 2024-11-12"),
    ("2021-02-29", ""),
    ("2021-13-01", ""),
    ("31/31/2021", ""),
    ("2021-05-05 25:00", ""),
    ("2021-05-05 10:61", ""),
    ("2021-05-05 13:00 pm", ""),
    ("2021-05-05 10:00 +25:00", ""),
    ("2021-05-05 10:00 +02:60", ""),
    ("2016-01-01 16:30-:00+16:30", ""),
    ("2016-01-01 00:10::00 -03:00", ""),
    ("Fri Sep  3 11:21:31 EST 2021", "Write the offset"),
    ("Wed, 02 Oct 2002 13:00:00 IST", "Write the offset"),
    ("2021-05-05 10:00 EST", "Write the offset"),
    ("Oct 2 2002 13:00:00 EST", "Write the offset"),
    ("Wed, 32 Oct 2002 13:00:00 EST", ""),
    ("2021-05-05 CET", ""),
    ("today", "date itself"),
    ("now", "date itself"),
    ("last-modified", "date itself"),
    ("git Created", "date itself"),
    ("Last Modified", "date itself"),
    ("soon", ""),
    ("5 Janvier 2021", ""),
    ("٢٠٢٤-٠١-٠١", ""),
    ("0999-12-31", "year"),
    ("0000-01-01", ""),
    ("9999-12-31 23:00 -05:00", "year"),
    ("12345", ""),
    ("9" * 40, ""),
    ("1" * 5000, ""),
    ("24-05-01", ""),
    ("", ""),
    ("2024", "2024-01-01"),
    ("2000", "2000-01-01"),
    ("2024-05", "2024-05-01"),
    ("2024/5", "2024-05-01"),
    ("2024-13", "YYYY-MM-DD"),
]


@pytest.mark.parametrize(("text", "expected"), INSTANTS)
def test_a_written_instant_is_read_with_its_own_offset(text: str, expected: str) -> None:
    found = read_date(text, UTC)
    assert found.at.isoformat() == expected
    assert not found.day_only


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_a_bare_date_is_that_calendar_day(text: str, expected: str) -> None:
    found = read_date(text, UTC)
    assert found.machine == expected
    assert found.day_only


NAMES = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


@pytest.mark.parametrize(("number", "name"), list(enumerate(NAMES, 1)))
def test_every_month_is_known_by_its_name_and_by_three_letters(number: int, name: str) -> None:
    for text in (f"7 {name} 2021", f"{name[:3]} 7, 2021", f"{name[:3].upper()}. 7 2021"):
        assert read_date(text, UTC).machine == f"2021-{number:02}-07", text


@pytest.mark.parametrize(("text", "remedy"), REFUSED)
def test_what_is_no_date_or_two_dates_is_refused(text: str, remedy: str) -> None:
    with pytest.raises(NotADateError) as caught:
        read_date(text, UTC)
    assert remedy in caught.value.remedy


@pytest.mark.parametrize(("order", "expected"), [("dmy", "2024-02-01"), ("mdy", "2024-01-02")])
def test_the_config_decides_between_two_readings(order: str, expected: str) -> None:
    assert read_date("01/02/2024", DateOptions(order=order)).machine == expected


def test_configured_formats_are_tried_last() -> None:
    options = DateOptions(formats=("%d|%m|%Y", "%d|%m|%Y %H.%M"), timezone="Asia/Tokyo")
    assert read_date("05|03|2024", options).machine == "2024-03-05"
    assert read_date("05|03|2024 10.30", options).at.isoformat() == "2024-03-05T10:30:00+09:00"


@pytest.mark.parametrize("zone", ["Pacific/Auckland", "America/Los_Angeles", "UTC"])
def test_a_bare_date_keeps_its_day_in_every_zone_of_the_site(zone: str) -> None:
    found = read_date("2024-05-01", DateOptions(timezone=zone))
    assert (found.day, found.at.hour) == (dt.date(2024, 5, 1), 0)


def test_a_time_without_an_offset_is_in_the_zone_of_the_site() -> None:
    options = DateOptions(timezone="Pacific/Auckland")
    assert read_date("2024-01-01 10:00", options).at.isoformat() == "2024-01-01T10:00:00+13:00"


def test_a_zone_that_has_gone_since_the_options_were_checked_counts_as_utc() -> None:
    options = DateOptions.model_construct(timezone="Mars/Base")
    assert read_date("2024-01-01", options).at.utcoffset() == dt.timedelta(0)


SCRIPT = """
from mkdocs_newsblog.model.source import Source
from mkdocs_newsblog.read import read_entry
from mkdocs_newsblog.schema.settings import Settings
written = ["2024-05-01", '"2024-05-01"', "2024-05-01 23:30:00", "2024-05-01T23:30:00-10:00",
           "May 1, 2024", "1714521600", "2024-05-01T00:00:00.000Z", "2024-05-01 00:30 +1400"]
for text in written:
    found = read_entry(Source("post.md", f"---\\ndate: {text}\\n---\\n".encode()), Settings()).entry.published
    print(found.machine, found.day, found.at.timestamp())
"""


def test_no_date_shifts_with_the_zone_of_the_machine() -> None:
    printed = set()
    for zone in ("Pacific/Auckland", "America/Los_Angeles", "UTC"):
        environment = {**os.environ, "TZ": zone}
        done = subprocess.run(
            [sys.executable, "-c", SCRIPT], env=environment, capture_output=True, text=True, check=True
        )
        printed.add(done.stdout)
    assert len(printed) == 1
    assert {line.split()[1] for line in printed.pop().splitlines()} == {"2024-05-01"}


def test_naive_aware_and_bare_dates_sort_together() -> None:
    written = ["2024-05-01", "2024-05-01 10:00", "2024-05-01T09:00:00+02:00", "2024-04-30"]
    found = [entry(f"date: {text}").published for text in written]
    order = sorted(found, key=lambda moment: moment.at)  # type: ignore[union-attr]
    assert [moment.machine for moment in order] == [  # type: ignore[union-attr]
        "2024-04-30",
        "2024-05-01",
        "2024-05-01T09:00:00+02:00",
        "2024-05-01T10:00:00+00:00",
    ]


VALUES = [
    ("date: 2024-05-01", "2024-05-01"),
    ("date: '2024-05-01'", "2024-05-01"),
    ("date: 2024-05-01 10:00:00 +02:00", "2024-05-01T10:00:00+02:00"),
    ("date: {created: 2024-05-01, updated: 2024-06-01}", "2024-05-01"),
    ("cms_date: {yyyy: 2024, mm: 5, dd: 1}\ndate:", "2024-05-01"),
    ("date: {Year: 2024, Month: '05', Day: 1}", "2024-05-01"),
    ("date: {y: 2024, m: 5, d: 1}", "2024-05-01"),
    ("published: 1714557600000\ndate:", "2024-05-01T10:00:00+00:00"),
    ("published: 2024-05-01\ndate:", "2024-05-01"),
    ("date: 1714557600", "2024-05-01T10:00:00+00:00"),
    ("date: 1714557600.25", "2024-05-01T10:00:00+00:00"),
    ("date:\n  created: May 1, 2024", "2024-05-01"),
]


@pytest.mark.parametrize(("block", "expected"), VALUES)
def test_a_value_of_any_type_is_read(block: str, expected: str) -> None:
    found = entry(block).published
    assert found is not None
    assert found.machine == expected


@pytest.mark.parametrize("value", ["2021-02-29", "soon", "[2024-05-01]", "today", "01/02/2024", "12"])
def test_an_unreadable_date_is_an_error_of_its_key_and_the_rest_is_read(value: str) -> None:
    reading = front(f"pubDate: {value}\ntitle: Still here\ntags: [a]\ndate:")
    assert codes(reading) == ["date-unreadable"]
    assert reading.problems[0].key == "pubDate"
    assert (reading.problems[0].place.line, reading.problems[0].place.col) == (2, 10)
    assert reading.entry is not None
    assert (reading.entry.title, reading.entry.tags, reading.entry.published) == ("Still here", ("a",), None)


def test_a_post_without_a_date_is_reported_once_and_kept() -> None:
    reading = read("---\ntitle: A\n---\nText.\n")
    assert codes(reading) == ["date-missing"]
    assert reading.problems[0].fact == "the post has no date; it is listed last, and in no feed"
    assert reading.entry is not None


def test_a_list_is_said_to_be_no_date() -> None:
    (found,) = front("date: [2024-05-01]").problems
    assert found.fact.startswith("a list or object instead of a date: ")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2024-05-01", "2024-05-01"),
        ("2024-05-01 10:00:00", "2024-05-01T10:00:00+00:00"),
        ("2024-05-01T10:00:00.25-07:00", "2024-05-01T10:00:00.250000-07:00"),
        ("1714557600.5", "2024-05-01T10:00:00.500000+00:00"),
        ("1714557600", "2024-05-01T10:00:00+00:00"),
    ],
)
def test_a_date_of_toml_is_read_as_one_of_yaml(written: str, expected: str) -> None:
    yaml, toml = read(f"---\ndate: {written}\n---\n").entry, read(f"+++\ndate = {written}\n+++\n").entry
    assert yaml is not None
    assert toml is not None
    assert yaml.published == toml.published
    assert yaml.published is not None
    assert yaml.published.at.isoformat() == (expected if "T" in expected else f"{expected}T00:00:00+00:00")


@pytest.mark.parametrize("value", ["1969-12-31", "2101-01-01", "1066-10-14"])
def test_an_implausible_year_is_a_warning(value: str) -> None:
    assert codes(front(f"date: {value}")) == ["date-implausible"]


def test_an_update_before_publication_is_a_warning() -> None:
    assert codes(front("date: 2024-05-02\nupdated: 2024-05-01")) == ["date-order"]
    (doubt,) = front("date: 2024-05-02\nupdatedDate:\nlastmod: 2024-05-01").problems
    assert (doubt.code, doubt.key, doubt.place.line) == ("date-order", "lastmod", 4)
    assert codes(front("date: 2024-05-02 10:00\nupdated: 2024-05-02")) == []


@pytest.mark.parametrize("key", ["modified_date", "modifiedDate", "modify_date", "update"])
def test_themes_have_keys_of_their_own_for_updates(key: str) -> None:
    found = front(f"date: 2024-05-01\n{key}: 2024-05-02")
    assert codes(found) == []
    assert found.entry is not None
    assert found.entry.updated is not None
    assert found.entry.updated.machine == "2024-05-02"


@pytest.mark.parametrize("value", ["weekly", "2", "1.2", "v2", "Two photos on May 5", "'2024-05-02: photos'"])
def test_an_update_that_is_no_day_is_a_word_of_its_own(value: str) -> None:
    reading = front(f"update: {value}")
    assert codes(reading) == []
    assert reading.entry is not None
    assert reading.entry.updated is None


def test_last_updated_true_asks_git_and_says_no_date() -> None:
    reading = front("lastUpdated: true")
    assert codes(reading) == []
    assert reading.entry is not None
    assert reading.entry.updated is None


WAITING = [
    ("date: 2020-01-01\npublishDate: 2099-01-01", "2099-01-01"),
    ("pubDate: 2020-01-01\npublishDate: 2099-01-01\ndate:", "2099-01-01"),
    ("date: 2020-01-01\npublish_on: 2098-01-01\npublish_date: 2099-01-01", "2099-01-01"),
    ("date: 2020-01-01\npublish_on: [blog, news]", None),
    ("date: 2020-01-01\npublished: true", None),
    ("date: 2099-01-01\npublishDate: 2020-01-01", None),
    ("date: 2020-01-01T10:00:00+00:00\npublishDate: 2020-01-01", None),
    ("date: 2020-01-01\npublishDate: 2020-01-01T10:00:00Z", "2020-01-01T10:00:00+00:00"),
    ("date: 2020-01-01\nlastmod: 2099-01-01", None),
    ("date: 2020-01-01\ncreated: 2099-01-01", None),
]


@pytest.mark.parametrize(("block", "due"), WAITING)
def test_a_post_waits_for_the_last_key_that_lets_it_out(block: str, due: str | None) -> None:
    found = entry(block)
    assert found.published is not None
    assert (found.due.machine if found.due else None) == due
    assert found.falls_due == (found.due or found.published)
    assert found.published.machine == next(word for word in block.split() if word[:2] == "20")


def test_a_date_that_is_waited_for_and_not_shown_is_named_as_such() -> None:
    reading = front("date: 2020-01-01\npubDate: 2020-02-01\npublishDate: 2019-01-01")
    assert [(found.code, found.key) for found in reading.problems] == [
        ("front-matter-overruled", "pubDate"),
        ("front-matter-overruled", "publishDate"),
    ]
    later, earlier = (found.fact for found in reading.problems)
    assert later == '"2020-02-01" is not shown: date comes first; the post waits for it'
    assert earlier == '"2019-01-01" is not used: date comes first'
    assert reading.entry is not None
    assert reading.entry.place("due").line == 3


@pytest.mark.parametrize("value", ["TBD", "2021-02-29", "01/02/2024", "today", "[2099-01-01]"])
def test_a_post_that_would_wait_for_nobody_knows_what_is_held_back(value: str) -> None:
    reading = front(f"date: 2020-01-01\npublishDate: {value}")
    assert [(found.code, found.key, found.place.line) for found in reading.problems] == [
        ("status-doubtful", "publishDate", 3)
    ]
    assert "the post is not published" in reading.problems[0].fact
    assert reading.entry is not None
    assert reading.entry.status is Status.DRAFT


def test_the_other_dates_of_a_key_that_can_not_be_read_stay_a_notice() -> None:
    reading = front("lastmod: 2024-06-01\nupdated: soon")
    assert codes(reading) == ["front-matter-overruled"]


PATHS = [
    ("blog/2024-05-01-hello-world.md", "2024-05-01", "hello-world", "Hello world"),
    ("blog/2024-05-01_hello.md", "2024-05-01", "hello", "Hello"),
    ("blog/2024/05/01/hello.md", "2024-05-01", "hello", "Hello"),
    ("blog/2024/2024-05-01-hello.md", "2024-05-01", "hello", "Hello"),
    ("blog/2024-05-01-hello/index.md", "2024-05-01", "hello", "Hello"),
    ("blog/2024-05-01-10-30-00-hello.md", "2024-05-01T10:30:00+00:00", "hello", "Hello"),
    ("blog/2024-05-01T10:30:00Z-hello.md", "2024-05-01T10:30:00+00:00", "hello", "Hello"),
    ("blog/2024-05-01T10:30:00.25+02:00_hello/index.md", "2024-05-01T10:30:00+02:00", "hello", "Hello"),
    ("blog/2024-05-01T10-30-00Z-hello.md", "2024-05-01T10:30:00+00:00", "hello", "Hello"),
    ("blog/2024-05-01-10-99-things.md", "2024-05-01", "10-99-things", "10 99 things"),
    ("2024-05-01-hello.md", "2024-05-01", "hello", "Hello"),
    ("blog/20240501-hello.md", "2024-05-01", "hello", "Hello"),
    ("blog/2024-05-01.md", "2024-05-01", None, "2024 05 01"),
    ("blog/2024-5-1-Hello-There.md", "2024-05-01", "Hello-There", "Hello There"),
    ("blog/hello_world.md", None, None, "Hello world"),
    ("blog/bundle-name/index.md", None, None, "Bundle name"),
    ("blog/2024-13-01-hello.md", None, None, "2024 13 01 hello"),
    ("blog/v2024-05-01x.md", None, None, "V2024 05 01x"),
]


@pytest.mark.parametrize(("path", "machine", "slug", "title"), PATHS)
def test_a_path_gives_date_slug_and_title(
    path: str, machine: str | None, slug: str | None, title: str
) -> None:
    found = read("Text.\n", path).entry
    assert found is not None
    assert (found.published.machine if found.published else None) == machine
    assert (found.slug, found.title, found.title_from) == (slug, title, "file")


def test_front_matter_comes_before_the_path() -> None:
    found = read("---\ndate: 2020-01-01\nslug: own\n---\n", "blog/2024-05-01-hello.md").entry
    assert found is not None
    assert found.published is not None
    assert (found.published.machine, found.slug) == ("2020-01-01", "own")


@pytest.mark.parametrize("path", ["2019/12/19/Release-1.40", "blog/2019-12-19.html"])
def test_a_dated_address_in_front_matter_gives_the_date(path: str) -> None:
    found = read(f'+++\npath = "{path}"\ntitle = "Release"\n+++\nText.\n').entry
    assert found is not None
    assert found.published is not None
    assert (found.published.machine, found.permalink) == ("2019-12-19", path)


UNSEEN = [
    ("draft: true", "info"),
    ("status: skip", "info"),
    ("status: published", "error"),
    ("unlisted: true", "error"),
]


@pytest.mark.parametrize(("block", "severity"), UNSEEN)
@pytest.mark.parametrize("key", ["date", "updated", "expires"])
def test_the_date_of_a_post_that_nobody_sees_may_be_unknown_yet(block: str, severity: str, key: str) -> None:
    dated = "" if key == "date" else "date: 2024-05-01\n"
    (found,) = read(f"---\ntitle: A\n{dated}{key}: TBD\n{block}\n---\nText.\n").problems
    assert (found.code, found.severity) == ("date-unreadable", severity)


@pytest.mark.parametrize(
    "none", ["0001-01-01T00:00:00Z", "0001-01-01", "0000-00-00 00:00:00", "'0000-00-00'"]
)
def test_a_date_that_stands_for_none_is_none(none: str) -> None:
    found = front(f"lastmod: {none}\nexpiryDate: {none}\npublishDate: {none}")
    assert codes(found) == []
    assert found.entry is not None
    assert (found.entry.updated, found.entry.expires, found.entry.due) == (None, None, None)
    assert codes(read(f"---\ntitle: A\ndate: {none}\n---\nText.\n")) == ["date-missing"]
    by_name = read(f"---\ntitle: A\ndate: {none}\n---\nText.\n", "blog/2024-05-01-a.md").entry
    assert by_name is not None
    assert by_name.published is not None


def moment(text: str | None) -> Moment | None:
    return read_date(text, UTC) if text else None


COMMITTED = [
    ("date: 2024-05-01", "2024-04-01 10:00Z", None, "2024-05-01", None),
    ("date: 2024-05-01", "2024-04-01 10:00Z", "2024-05-01 23:00Z", "2024-05-01", None),
    ("date: 2024-05-01 10:00Z", "2024-05-01 11:00Z", "2024-05-01 12:00Z", "2024-05-01 10:00Z", None),
    ("date: 2024-05-01", None, "2024-05-02 01:00Z", "2024-05-01", "2024-05-02 01:00Z"),
    ("date: 2024-05-02 01:00 +02:00", None, "2024-05-01 23:30Z", "2024-05-02 01:00 +02:00", None),
    ("date: 2024-05-01", None, "2024-04-30 12:00Z", "2024-05-01", None),
    ("date: 2024-05-01\nlastUpdated: false", None, "2024-06-01 12:00Z", "2024-05-01", None),
    ("date: 2024-05-01\nlastUpdated: true", None, "2024-06-01 12:00Z", "2024-05-01", "2024-06-01 12:00Z"),
    ("date: 2024-05-01\nupdated: 2024-05-03", None, "2024-06-01 12:00Z", "2024-05-01", "2024-05-03"),
    ("title: A", "2024-05-01 10:00Z", "2024-05-03 10:00Z", "2024-05-01 10:00Z", "2024-05-03 10:00Z"),
    ("title: A", None, "2024-05-03 10:00Z", None, "2024-05-03 10:00Z"),
    ("updated: 2024-04-30", "2024-05-01 10:00Z", "2024-05-03 10:00Z", "2024-04-30", None),
    ("title: A", None, None, None, None),
]


@pytest.mark.parametrize(("block", "created", "changed", "published", "updated"), COMMITTED)
def test_commits_give_what_a_post_does_not_say_itself(
    block: str, created: str | None, changed: str | None, published: str | None, updated: str | None
) -> None:
    commits = Commits(moment(created), moment(changed))
    source = Source("blog/a.md", f"---\n{block}\n---\n".encode(), None, commits)
    found = read_entry(source, Settings(dates={"git": True})).entry
    assert found is not None
    assert (found.published, found.updated) == (moment(published), moment(updated))
