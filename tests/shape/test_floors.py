"""The floors of the house: imports point down, only the host package knows the hosts, modules stay small."""

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.harness.site import PROJECT

PACKAGE = PROJECT / "mkdocs_newsblog"
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))
LINES = 250
SAYING_NOTHING = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "misc", "base"}

IMPORT_WITHOUT_HOSTS = """
import sys
class Wall:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"mkdocs", "properdocs", "markdown"}:
            raise ImportError(f"{name} stands behind the wall")
sys.meta_path.insert(0, Wall())
"""


def run(*command: str, cwd: Path = PROJECT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, timeout=120)


def contracts():
    """The import contracts by their first word."""
    text = (PROJECT / "pyproject.toml").read_text(encoding="utf-8")
    found = tomllib.loads(text)["tool"]["importlinter"]["contracts"]
    return {contract["name"].split()[0]: contract for contract in found}


def parts():
    """Everything directly in the package that holds code."""
    files = {Path(name).parts[0].removesuffix(".py") for name in MODULES}
    return {f"mkdocs_newsblog.{name}" for name in files - {"__init__"}}


def test_imports_point_down():
    done = run(str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo")
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_part_stands_on_a_floor():
    named = set(re.findall(r"[\w.]+", " ".join(contracts()["Floors:"]["layers"])))
    assert named == parts()


def test_every_part_but_the_host_is_kept_from_importing_hosts():
    assert set(contracts()["Only"]["source_modules"]) == parts() - {"mkdocs_newsblog.host"}


@pytest.mark.parametrize("module", ["build", "schema", "cli"])
def test_the_core_imports_without_any_host(module, tmp_path):
    done = run(sys.executable, "-c", f"{IMPORT_WITHOUT_HOSTS}\nimport mkdocs_newsblog.{module}", cwd=tmp_path)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("host", ["mkdocs", "properdocs", "markdown"])
def test_the_wall_stops_imports(host, tmp_path):
    done = run(sys.executable, "-c", f"{IMPORT_WITHOUT_HOSTS}\nimport {host}", cwd=tmp_path)
    assert f"{host} stands behind the wall" in done.stderr


def test_modules_stay_small():
    lengths = {name: len((PACKAGE / name).read_text(encoding="utf-8").splitlines()) for name in MODULES}
    assert {name: lines for name, lines in lengths.items() if lines > LINES} == {}


def test_module_names_say_something():
    said = {part.removesuffix(".py") for name in MODULES for part in Path(name).parts}
    assert said & SAYING_NOTHING == set()


def test_every_class_has_a_name_of_its_own():
    files: dict[str, list[str]] = {}
    for name in MODULES:
        for node in ast.parse((PACKAGE / name).read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                files.setdefault(node.name, []).append(name)
    assert {name: where for name, where in files.items() if len(where) > 1} == {}


def imported(package: Path) -> set[str]:
    """What the modules of a package import that is neither Python's own nor ours."""
    names: set[str] = set()
    for path in package.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names.update(alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names.add(node.module or "")
    tops = {name.partition(".")[0] for name in names}
    return tops - sys.stdlib_module_names - {"mkdocs_newsblog"}


NAMED = {
    "yaml": "pyyaml",
    "frontmatter": "python-frontmatter",
    "PIL": "pillow",
    "markdown_it": "markdown-it-py",
    "pydantic_core": "pydantic",
}
"""What people call a library whose module has another name."""


@pytest.mark.parametrize("folder", sorted(path.name for path in PACKAGE.iterdir() if list(path.glob("*.py"))))
def test_the_page_on_architecture_names_what_each_floor_imports(folder):
    page = (PROJECT / "docs/explanation/architecture.md").read_text(encoding="utf-8")
    (row,) = re.findall(rf"(?m)^\| [^|]+ \| `{folder}/` \| [^|]+ \|([^|]*)\|$", page)
    written = {name.strip() for name in row.split(",")} - {"", "the standard library only"}
    assert written == {NAMED.get(name, name) for name in imported(PACKAGE / folder)}


@pytest.mark.parametrize("folder", ["host", "read", "schema"])
def test_a_large_package_says_of_what_each_of_its_modules_and_packages_is(folder):
    text = ast.get_docstring(ast.parse((PACKAGE / folder / "__init__.py").read_text(encoding="utf-8")))
    named = re.findall(r"``(\w+)``", text)
    package = PACKAGE / folder
    parts = [*package.glob("*.py"), *(path.parent for path in package.glob("*/__init__.py"))]
    there = {path.stem for path in parts if not path.stem.startswith("__")}
    assert sorted(named) == sorted(there)


@pytest.mark.parametrize("page", ["docs/explanation/architecture.md", "CONTRIBUTING.md"])
def test_pages_for_contributors_name_modules_that_there_are(page):
    named = set(re.findall(r"`([\w/]+/\w+\.py)`", (PROJECT / page).read_text(encoding="utf-8")))
    there = {name for name in named if (PACKAGE / name).is_file() or (PROJECT / name).is_file()}
    assert named
    assert named - there == set()


def test_each_word_of_the_code_is_defined_where_the_page_on_architecture_says():
    page = (PROJECT / "docs/explanation/architecture.md").read_text(encoding="utf-8")
    rows = re.findall(r"(?m)^\| `([A-Z]\w+)` \| [^|]+ \| `([\w/]+\.py)` \|$", page)
    lost = [
        (word, name) for word, name in rows if f"\nclass {word}" not in (PACKAGE / name).read_text("utf-8")
    ]
    assert len(rows) > 10
    assert lost == []


def test_only_what_checks_options_and_the_host_give_up_on_types():
    floors = [name for name in MODULES if Path(name).parts[0] not in {"schema", "host"}]
    sources = {name: (PACKAGE / name).read_text(encoding="utf-8") for name in floors}
    assert [name for name, text in sources.items() if re.search(r"\bAny\b", text)] == []
