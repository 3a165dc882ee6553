"""A report is complete, in order, at the host's levels, and never a flood."""

import logging

import pytest

from mkdocs_newsblog.host.report import print_report
from mkdocs_newsblog.model.names import Severity
from mkdocs_newsblog.model.problem import Place, Problem
from mkdocs_newsblog.schema.problems.code import ONLY_BUILT
from mkdocs_newsblog.schema.problems.codes import CODES

LEVELS = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def problems(number, severity, code="date-missing"):
    return [
        Problem(code, Place(f"news/{index:03}.md", 3, 7), "date", "is no date", "Write one", severity)
        for index in range(number)
    ]


@pytest.fixture
def printed(caplog):
    """Print a report; `printed(problems)` is what the log then holds, as (level, text)."""
    caplog.set_level(logging.INFO, logger="mkdocs")

    def report(found, *, serving=False):
        caplog.clear()
        print_report(found, serving=serving)
        return [(record.levelname, record.getMessage()) for record in caplog.records]

    return report


@pytest.mark.parametrize("severity", LEVELS)
def test_a_problem_is_one_line_at_its_level_below_the_hosts_logger(printed, caplog, severity):
    assert printed(problems(1, severity)) == [
        (
            LEVELS[severity],
            "mkdocs_newsblog: news/000.md:3:7: date: is no date. Write one. [date-missing]",
        )
    ]
    assert caplog.records[0].name.startswith("mkdocs."), "strict counts only what is said there"


def test_a_preview_has_no_errors_only_warnings(printed):
    assert [level for level, _ in printed(problems(2, Severity.ERROR), serving=True)] == ["WARNING"] * 2


@pytest.mark.parametrize("severity", [Severity.ERROR, Severity.WARNING])
def test_fifty_lines_are_printed_and_the_rest_is_counted(printed, severity):
    assert len(printed(problems(50, severity))) == 50
    found = printed(problems(63, severity))
    assert [level for level, _ in found[:50]] == [LEVELS[severity]] * 50
    assert "news/049.md" in found[49][1]
    assert len(found) == 51
    assert "and 13 more" in found[50][1]
    assert found[50][0] == "INFO"


def test_many_warnings_hide_no_error(printed):
    mixed = [*problems(200, Severity.WARNING), *problems(1, Severity.ERROR, "date-unreadable")]
    found = printed(mixed)
    assert [text for level, text in found if level == "ERROR" and "[date-unreadable]" in text]


def test_each_kind_of_notice_has_its_own_ten_lines(printed):
    found = printed([*problems(25, Severity.INFO), *problems(3, Severity.INFO, "stray-rule")])
    assert sum("[date-missing]" in text for _, text in found) == 10
    assert sum("[stray-rule]" in text for _, text in found) == 3
    assert [text for _, text in found if "and 15 more" in text and "date-missing" in text]


@pytest.mark.parametrize(
    ("severity", "code", "wanted"),
    [
        (Severity.WARNING, "date-missing", "... and 10 more warnings; `newsblog check` prints them all"),
        (Severity.ERROR, "date-unreadable", "... and 10 more errors; `newsblog check` prints them all"),
        (Severity.INFO, "stray-rule", "... and 50 more of stray-rule; `newsblog check` prints them all"),
        (Severity.INFO, "foreign-template", "... and 50 more of foreign-template"),
        (Severity.WARNING, "link-to-unpublished", "... and 10 more warnings"),
    ],
)
def test_the_check_is_named_for_the_rest_only_where_it_says_it(printed, severity, code, wanted):
    assert printed(problems(60, severity, code))[-1] == ("INFO", f"mkdocs_newsblog: {wanted}")


def test_every_kind_that_a_check_cannot_say_is_one_that_there_is():
    assert CODES.keys() >= set(ONLY_BUILT)
    assert sorted(ONLY_BUILT) == list(ONLY_BUILT), "as the reference lists them"


def test_nothing_wrong_prints_nothing(printed):
    assert printed([]) == []


def test_the_source_line_below_a_message_forges_no_command(printed):
    place = Place("news/a.md", 2, 1)
    shown = ("::error::forged", "a\x1b[31m\u202eb", "##[error]forged")
    mended = Problem("front-matter-mended", place, "x", "f", "r", Severity.WARNING, shown)
    ((_, text),) = printed([mended])
    first, *rest = text.split("\n")
    assert first.endswith("[front-matter-mended]")
    assert len(rest) == 3
    for line in rest:
        assert line.isprintable()
        assert not line.lstrip().startswith("::")
        assert "##[" not in line


@pytest.mark.parametrize("path", ["a\n::error::x.md", "a\r.md", "a\u2028b.md", "a\x1b[2J.md"])
def test_a_path_with_control_characters_stays_on_one_line(printed, path):
    found = Problem("date-missing", Place(path), "date", "fact", "remedy", Severity.WARNING)
    ((_, text),) = printed([found])
    assert text.isprintable()
    assert len(text.splitlines()) == 1
