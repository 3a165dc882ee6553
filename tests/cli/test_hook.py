"""The pre-commit hook, run as pre-commit runs it: its entry with the staged files behind it."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.harness.site import NOW, PROJECT

HOOK = yaml.safe_load((PROJECT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
REPOSITORY = """
    README.md | # A project
    docs/
        index.md | # Home
        news/
            good.md
                | ---
                | title: Good
                | date: 2024-05-01
                | ---
            bad.md
                | ---
                | title: Bad
                | date: soon
                | ---
"""


def hook(site, *staged, arguments=()):
    """What the hook says of the staged files it takes, or None when there are none."""
    taken = [path for path in staged if re.search(HOOK["files"], path)]
    if not taken:
        return None
    program, *rest = shlex.split(HOOK["entry"])
    command = [str(Path(sys.executable).with_name(program)), *rest, *arguments, *taken]
    environment = os.environ | {"SOURCE_DATE_EPOCH": NOW}
    return subprocess.run(
        command, cwd=site.root, env=environment, capture_output=True, text=True, check=False, timeout=60
    )


def test_the_hook_is_declared_as_pre_commit_wants_it():
    assert {"id", "name", "entry", "language", "files"} <= set(HOOK)
    assert (HOOK["id"], HOOK["language"], HOOK["require_serial"]) == ("newsblog-check", "python", True)


def test_a_good_post_passes_in_silence(project):
    done = hook(project(REPOSITORY), "docs/news/good.md", "README.md", "docs/index.md")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_bad_post_stops_the_commit(project):
    done = hook(project(REPOSITORY), "docs/news/good.md", "docs/news/bad.md")
    assert done.returncode == 1
    assert done.stdout.startswith("ERROR   -  news/bad.md:3:7: date: not a date")
    assert done.stdout.endswith("newsblog: 1 error, 0 warnings in 1 of 2 posts\n")


def test_a_bad_post_that_is_not_staged_stops_nothing(project):
    assert hook(project(REPOSITORY), "docs/news/good.md").returncode == 0


def test_files_of_other_kinds_do_not_start_it(project):
    assert hook(project(REPOSITORY), "mkdocs.yml", "docs/img/a.png") is None


def test_the_configuration_can_be_named(project):
    site = project(REPOSITORY)
    (site.root / "mkdocs.yml").rename(site.root / "site.yml")
    assert hook(site, "docs/news/bad.md", arguments=["--config-file=site.yml"]).returncode == 1


@pytest.mark.parametrize("module", ["material", "mkdocs"])
def test_the_command_needs_neither_theme_nor_host(project, module, tmp_path):
    site = project(REPOSITORY, config={"site_name": "x", "theme": {"name": "material"}})
    wall = tmp_path / "wall"
    wall.mkdir()
    (wall / f"{module}.py").write_text("raise ImportError('stands behind the wall')\n")
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "mkdocs_newsblog.cli", "check", "docs/news/good.md"],
        cwd=site.root,
        env=os.environ | {"PYTHONPATH": str(wall)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.stdout == "newsblog: no problems in 1 post\n", done.stderr
