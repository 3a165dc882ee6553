"""A report for programs and for build servers, whatever a post holds."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mkdocs_newsblog.cli.formats import print_github, print_json, print_text
from mkdocs_newsblog.cli.site.project import Project, read_project
from mkdocs_newsblog.cli.site.survey import Report
from mkdocs_newsblog.model.names import Severity
from mkdocs_newsblog.model.problem import Place, Problem

FAULTY = """
    docs/
        news/
            a.md
                | ---
                | title: A: b
                | date: soon
                | ---
            b.md
                | ---
                | title: B
                | date: 2024-05-01
                | hero: img.png
                | ---
            img.png
    """
FORGERIES = [
    "::error file=x::owned",
    "a\n::set-env name=X::y",
    "a\r\n::stop-commands::x",
    "##[add-mask]x",
    "##vso[task.setvariable variable=x]y",
    "%0A::error::x",
    "x,file=y::z",
    "\u2028::error::x",
    "\u202e::x",
    "\x1b]0;x\x07",
]


def test_json_has_the_documented_shape(project):
    done = project(FAULTY, config={"site_name": "x"}).run("check", "--format", "json")
    assert done.exit_code == 1
    report = json.loads(done.stdout)
    assert list(report) == ["version", "summary", "problems"]
    assert report["version"] == 1
    assert report["summary"] == {"errors": 1, "warnings": 1, "notices": 1, "files": 1, "posts": 2}
    assert report["problems"][0] == {
        "path": "news/a.md",
        "file": "docs/news/a.md",
        "line": 2,
        "column": 9,
        "severity": "warning",
        "code": "front-matter-mended",
        "key": "title",
        "fact": "not valid YAML, read as if mended",
        "remedy": "Write it as shown",
        "message": "news/a.md:2:9: title: not valid YAML, read as if mended. Write it as shown."
        " [front-matter-mended]",
        "excerpt": ["title: A: b", "        ^", "title: 'A: b'"],
    }
    assert [found["code"] for found in report["problems"]] == [
        "front-matter-mended",
        "date-unreadable",
        "hero-without-alt",
    ]


def test_json_of_a_clean_site_is_json_too(project):
    done = project("docs/\n    news/\n        index.md | x\n").run("check", "--format", "json", "--quiet")
    assert json.loads(done.stdout)["problems"] == []
    assert done.exit_code == 0


def test_github_gets_one_command_a_problem(project):
    done = project(FAULTY).run("check", "--format", "github")
    first, second, third = done.stdout.splitlines()
    assert first == (
        "::warning file=docs/news/a.md,line=2,col=9,title=front-matter-mended::title: not valid YAML, "
        "read as if mended. Write it as shown. [front-matter-mended]%0A    | title: A: b%0A    |         ^%0A"
        "    | title: 'A: b'"
    )
    assert second.startswith("::error file=docs/news/a.md,line=3,col=7,title=date-unreadable::date: ")
    assert third.startswith("::notice file=docs/news/b.md,line=4,col=7,title=hero-without-alt::hero: ")
    assert done.stderr == "newsblog: 1 error, 1 warning in 1 of 2 posts\n"
    assert done.exit_code == 1


def test_github_finds_files_from_the_top_of_the_repository(project, monkeypatch):
    site = project(FAULTY)
    monkeypatch.chdir(site.root / "docs")
    variables = {"GITHUB_WORKSPACE": str(site.root.parent)}
    done = site.run("check", "-f", "../mkdocs.yml", "--format", "github", **variables)
    assert "file=project/docs/news/a.md,line=2" in done.stdout


def test_a_problem_of_the_options_is_shown_in_the_configuration(project):
    done = project(FAULTY, newsblog={"dir": "news", "x": 1}).run("check", "--format", "github")
    assert done.stdout.startswith("::warning file=mkdocs.yml,line=")


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("mkdocs.yml", "mkdocs.yml"),
        ("base.yml", "base.yml"),
        ("overrides/main.html", "overrides/main.html"),
        ("news/a.md", "docs/news/a.md"),
        ("news/tags/index.md", "docs/news/tags/index.md"),
    ],
)
def test_a_file_is_looked_for_where_it_is_whatever_the_code(project, capsys, path, file):
    site = project(FAULTY)
    site.write("base.yml", site.config)
    site.write("docs/base.yml", "x: 1\n")
    site.write("overrides/main.html", "")
    site.write("mkdocs.yml", "INHERIT: base.yml\n")
    problem = Problem("date-missing", Place(path), "key", "fact", "remedy", Severity.ERROR)
    print_github(Report((problem,), frozenset()), read_project(site.root / "mkdocs.yml"))
    assert capsys.readouterr().out.startswith(f"::error file={file},line=1,")


@pytest.mark.parametrize("shape", ["text", "github"])
@pytest.mark.parametrize("forgery", FORGERIES)
def test_no_post_forges_a_command(project, shape, forgery):
    site = project("docs/\n    index.md | x\n")
    words = json.dumps(forgery)
    site.write(
        "docs/news/a.md", f"---\ntitle: A\ndate: {words}\nhero: {words}\ntag: [{words}, {words}]\n---\n"
    )
    site.write("docs/news/b.md", f"---\ntitle: {forgery}\ndate: 2024-05-01\nx: {forgery}: y\n---\n".encode())
    done = site.run("check", "--format", shape)
    lines = done.output.splitlines()
    commands = [line for line in lines if line.lstrip().startswith("::")]
    assert "##[" not in done.output
    assert "##vso" not in done.output
    if shape == "text":
        assert commands == []
    else:
        assert len(commands) == len(lines) - 1
        assert {line.split(" ")[0] for line in commands} <= {"::error", "::warning", "::notice"}
        assert all(line.split("::")[1].count(",") == 3 for line in commands)


ANY = st.lists(
    st.sampled_from(
        [*"ab\u00e9 :,%#[]=\r\n\t\u2028\u0085\x0b\x1c\ud800\U0001f389", "::error ", "##[x]", "%0A"]
    )
).map("".join)
CALM = settings(deadline=None, max_examples=80, suppress_health_check=[HealthCheck.too_slow])
PROBLEMS = st.builds(
    Problem,
    code=st.sampled_from(["date-missing", "option-unknown"]),
    place=st.builds(Place, ANY.map(lambda text: text.replace("\0", "") or "x"), st.integers(1, 9)),
    key=ANY,
    fact=ANY,
    remedy=ANY,
    severity=st.sampled_from([Severity.ERROR, Severity.WARNING, Severity.INFO]),
    excerpt=st.lists(ANY, max_size=3).map(tuple),
)


@pytest.fixture(scope="module")
def anywhere(tmp_path_factory) -> Project:
    root: Path = tmp_path_factory.mktemp("anywhere")
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text("site_name: x\nplugins: [newsblog]\n")
    return read_project(root / "mkdocs.yml")


def printed(write, problems, project, capsys):
    capsys.readouterr()
    write(Report(tuple(problems), frozenset(found.place.path for found in problems)), project)
    return capsys.readouterr().out


def test_whatever_a_problem_says_json_parses_and_keeps_it(anywhere, capsys):
    @CALM
    @given(st.lists(PROBLEMS, max_size=4))
    def holds(problems):
        report = json.loads(printed(print_json, problems, anywhere, capsys))
        assert [found["fact"] for found in report["problems"]] == [found.fact for found in problems]

    holds()


def test_whatever_a_problem_says_it_is_one_line_for_github(anywhere, capsys):
    @CALM
    @given(st.lists(PROBLEMS, max_size=4))
    def holds(problems):
        lines = printed(print_github, problems, anywhere, capsys).splitlines()
        assert len(lines) == len(problems)
        assert all(line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in lines)
        assert all(line.split("::")[1].count(",") == 3 for line in lines)

    holds()


def test_whatever_a_problem_says_no_line_of_the_report_begins_a_command(anywhere, capsys):
    @CALM
    @given(st.lists(PROBLEMS, max_size=4))
    def holds(problems):
        lines = printed(print_text, problems, anywhere, capsys).splitlines()
        assert not [line for line in lines if line.lstrip().startswith(("::", "##["))]
        assert sum(line[8:11] == "-  " for line in lines) == len(problems)

    holds()
