"""What goes to the package index: complete, well described, and working without this checkout."""

import configparser
import email
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.harness.site import PROJECT, Site

PACKAGE = PROJECT / "mkdocs_newsblog"


def run(*arguments: str, cwd: Path = PROJECT, **variables: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env=os.environ | variables,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done


@pytest.fixture(scope="module")
def dist(tmp_path_factory):
    """A folder with the sdist and the wheel made from that sdist, by tools already installed."""
    folder = tmp_path_factory.mktemp("dist")
    run("-m", "build", "--no-isolation", "--outdir", str(folder))
    return folder


@pytest.fixture(scope="module")
def wheel(dist):
    with zipfile.ZipFile(next(dist.glob("*.whl"))) as archive:
        yield archive


@pytest.fixture(scope="module")
def sdist(dist):
    with tarfile.open(next(dist.glob("*.tar.gz"))) as archive:
        yield {name.partition("/")[2] for name in archive.getnames()}


def in_wheel(wheel, name):
    """The text of a file in the wheel's own information folder."""
    path = next(path for path in wheel.namelist() if path.endswith(f".dist-info/{name}"))
    return wheel.read(path).decode()


def test_the_index_would_accept_both(dist):
    files = sorted(str(path) for path in dist.iterdir())
    assert [Path(name).suffix for name in files] == [".whl", ".gz"]
    assert run("-m", "twine", "check", "--strict", *files).stdout.count("PASSED") == 2


def test_the_wheel_holds_every_file_of_the_package_and_nothing_else(wheel):
    own = {path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    held = {name for name in wheel.namelist() if ".dist-info/" not in name}
    assert held == {path.relative_to(PROJECT).as_posix() for path in own}


@pytest.mark.parametrize(
    "start", ["templates/base/", "templates/material/", "labels/", "assets/newsblog.css", "py.typed"]
)
def test_the_wheel_holds_what_is_not_code(wheel, start):
    assert [name for name in wheel.namelist() if name.startswith(f"mkdocs_newsblog/{start}")]


def test_both_hosts_and_the_shell_find_their_way_in(wheel):
    points = configparser.ConfigParser()
    points.read_string(in_wheel(wheel, "entry_points.txt"))
    plugin = {"newsblog": "mkdocs_newsblog.host.entry:NewsblogPlugin"}
    assert dict(points["mkdocs.plugins"]) == plugin
    assert dict(points["properdocs.plugins"]) == plugin
    assert dict(points["console_scripts"]) == {"newsblog": "mkdocs_newsblog.cli:main"}


def test_the_description_is_whole(wheel):
    described = email.message_from_string(in_wheel(wheel, "METADATA"))
    assert described["License-Expression"] == "MIT"
    assert described["Requires-Python"] == ">=3.11"
    assert "LICENSE" in described.get_all("License-File", [])
    required = described.get_all("Requires-Dist", [])
    assert "mkdocs<2,>=1.6" in required
    assert [need for need in required if "material" in need and "extra ==" not in need] == []
    assert "properdocs" not in " ".join(required)


def test_the_sdist_can_be_tested_and_built_again(sdist):
    assert {"pyproject.toml", "README.md", "LICENSE", "dev.py", "tests/conftest.py"} <= sdist
    assert {"example_site/mkdocs.yml", "tests/harness/site.py", "mkdocs_newsblog/py.typed"} <= sdist


def test_the_sdist_holds_nothing_that_was_made_here(sdist):
    made = ("__pycache__", ".venv", ".cache", "example_site/site/", ".mypy_cache", ".pytest_cache")
    assert [name for name in sdist if any(part in name for part in made)] == []


def test_the_example_site_builds_from_the_installed_wheel(dist, tmp_path):
    installed = tmp_path / "installed"
    wheel = str(next(dist.glob("*.whl")))
    run("-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--target", str(installed), wheel)
    site = Site.copied(PROJECT / "example_site", tmp_path / "example")
    site.write("where.py", "import mkdocs_newsblog\nprint('plugin from', mkdocs_newsblog.__file__)\n")
    built = site.cli("build", "--strict", env={"PYTHONPATH": str(installed)}, hooks=["where.py"])
    assert built.ok, built
    assert f"plugin from {installed}" in built.output
