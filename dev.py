#!/usr/bin/env python3
"""Every chore of this project, one verb each. It needs Python 3.11 or newer and nothing else.

    python dev.py serve      set up, then build and serve the example site (more arguments go to mkdocs)
    python dev.py test       set up, then every check and every test (more arguments go to pytest)
    python dev.py setup      only set up: two environments and a browser
    python dev.py check      lint, format, types, floors
    python dev.py docs       build the documentation, strict
    python dev.py generate   write the generated reference files
    python dev.py release    build the wheel and the sdist, and check them
    python dev.py lowest     tests of what libraries do for us, with the oldest that pyproject.toml allows
    python dev.py fuzz       throw bytes at the reader for a minute (not in the tests)

Setting up twice costs nothing: an environment is touched again only when pyproject.toml has changed.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent
MAIN = ROOT / ".venv"
PROPERDOCS = ROOT / ".venv-properdocs"
LOWEST = ROOT / ".venv-lowest"
FUZZ = ROOT / ".venv-fuzz"
OF_LIBRARIES = (
    *(
        f"tests/{part}"
        for part in ("read", "collect", "model", "feeds", "metadata", "images", "render", "views")
    ),
    *(f"tests/sites/test_{part}.py" for part in ("listings", "post", "head", "feeds", "images", "addresses")),
)
"""Tests that do not depend on the versions of other plugins and of the test tools."""
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
QUIET_HOSTS = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
"""Variables that silence the advertisements which themes and plugins print on every build."""


def program(name: str, env: Path = MAIN) -> str:
    """The path of a program inside an environment."""
    return str(env / (f"Scripts/{name}.exe" if os.name == "nt" else f"bin/{name}"))


def run(*command: str, **variables: str) -> int:
    """Run a command from the top of the project, showing it first, and return its exit status."""
    print("$", *command, flush=True)
    return subprocess.run(command, cwd=ROOT, env=os.environ | QUIET_HOSTS | variables, check=False).returncode


def must(*command: str) -> None:
    """Run a command that has to succeed for the rest to make sense."""
    if status := run(*command):
        raise SystemExit(f"dev.py: stopped, {command[0]} ended with status {status}")


def stamp() -> str:
    """What an environment was made from: this Python and the present pyproject.toml."""
    return hashlib.sha256((ROOT / "pyproject.toml").read_bytes() + sys.version.encode()).hexdigest()


def prepare(env: Path, *installs: list[str]) -> bool:
    """Make an environment, or bring it up to date; return whether there was anything to do."""
    mark = env / ".made-from"
    if mark.exists() and mark.read_text() == stamp():
        return False
    if not Path(program("python", env)).exists():
        must(sys.executable, "-m", "venv", str(env))
    pip = [program("python", env), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    must(*pip, "--upgrade", "pip>=25.1")  # the first with --group
    for arguments in installs:
        must(*pip, *arguments)
    mark.write_text(stamp())
    return True


def make_main() -> None:
    """The environment everything runs in: MkDocs, the themes, the test tools and this project, editable."""
    prepare(MAIN, ["--editable", ".", "--group", "tests"])


def declared() -> dict[str, Any]:
    """What pyproject.toml says of the project."""
    import tomllib  # noqa: PLC0415  # not on the old Pythons that `main` turns away

    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return project


def make_properdocs() -> None:
    """An environment with ProperDocs and without MkDocs, to prove that the plugin needs only one of them."""
    others = [each for each in declared()["dependencies"] if re.split(r"[^\w.-]", each)[0] != "mkdocs"]
    if prepare(PROPERDOCS, ["--group", "properdocs", *others], ["--no-deps", "--editable", "."]):
        probe = "import importlib.util as u, sys; sys.exit(u.find_spec('mkdocs') is not None)"
        if run(program("python", PROPERDOCS), "-c", probe):
            (PROPERDOCS / ".made-from").unlink()
            raise SystemExit(f"dev.py: mkdocs got into {PROPERDOCS.name}; remove it and set up again")


def make_lowest() -> None:
    """An environment with the oldest releases of the libraries that we say we work with.

    Some of them were made before Python 3.14, and can't be installed there.
    """
    project = declared()
    needs = [*project["dependencies"], *project["optional-dependencies"]["images"]]
    oldest = [re.sub(r">=\s*([\w.]+)(?:,[^;]*)?", r"==\1", need) for need in needs]
    prepare(LOWEST, [*oldest, "--editable", ".", "--group", "tests"])


def playwright_browser() -> str | None:
    """Where Playwright keeps the browser it downloaded, if it did."""
    code = "import playwright.sync_api as p\nwith p.sync_playwright() as d: print(d.chromium.executable_path)"
    done = subprocess.run([program("python"), "-c", code], capture_output=True, text=True, check=False)
    path = done.stdout.strip()
    return path if path and Path(path).exists() else None


def find_browser() -> str | None:
    """A Chromium: the one named by the environment, else an installed one, else Playwright's."""
    named = os.environ.get("NEWSBLOG_CHROMIUM")
    return named or next(filter(None, map(shutil.which, BROWSERS)), None) or playwright_browser()


def make_browser() -> str:
    """Find a Chromium for the browser tests, or install one, and return its path."""
    if not find_browser():
        if shutil.which("apt-get") and os.geteuid() == 0:
            must("apt-get", "update", "-qq")
            must("apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium", "fonts-liberation")
        else:
            must(program("python"), "-m", "playwright", "install", "chromium")
    if browser := find_browser():
        return browser
    raise SystemExit("dev.py: no Chromium was found. Install one, or put its path into NEWSBLOG_CHROMIUM")


def setup(*_: str) -> int:
    """Make both environments and find a browser."""
    make_main()
    make_properdocs()
    print("Browser:", make_browser())
    return 0


def check(*_: str) -> int:
    """Run every static check, all of them even when one fails."""
    make_main()
    checks = [
        ["ruff", "check"],
        ["ruff", "format", "--check"],
        ["mypy"],
        ["mypy", "dev.py"],
        ["lint-imports"],
    ]
    failed = [" ".join(each) for each in checks if run(program(each[0]), *each[1:])]
    print("Checks failed: " + ", ".join(failed) if failed else "Checks passed", flush=True)
    return 1 if failed else 0


def test(*arguments: str) -> int:
    """Set up, then run the checks and the tests, the tests even when a check failed."""
    setup()
    checks = check()
    pytest = [program("python"), "-m", "pytest", "-n", "auto", *arguments]
    return run(*pytest, NEWSBLOG_CHROMIUM=make_browser()) or checks


def lowest(*arguments: str) -> int:
    """Run the tests of what libraries do for us with the oldest ones that are declared."""
    make_properdocs()
    make_lowest()
    return run(program("python", LOWEST), "-m", "pytest", "-n", "auto", *(arguments or OF_LIBRARIES))


def serve(*arguments: str) -> int:
    """Build the example site and serve it, rebuilding on every change."""
    make_main()
    # Some releases of click lose the default of this switch, and then nothing is watched.
    mkdocs = [program("python"), "-m", "mkdocs", "serve", "--livereload", "-f", "example_site/mkdocs.yml"]
    return run(*mkdocs, *arguments)


def docs(*arguments: str) -> int:
    """Build the documentation, where a warning is an error."""
    make_main()
    return run(program("python"), "-m", "mkdocs", "build", "--strict", *arguments)


def generate(*arguments: str) -> int:
    """Write the files that are made from the one declaration of options, keys and problems."""
    make_main()
    return run(program("python"), "-m", "mkdocs_newsblog.schema", "--write", *arguments)


def release(*_: str) -> int:
    """Build the wheel and the sdist into dist/ and check them; uploading is left to you."""
    make_main()
    shutil.rmtree(ROOT / "dist", ignore_errors=True)
    if status := run(program("python"), "-m", "build", "--outdir", "dist"):
        return status
    built = sorted(str(path) for path in (ROOT / "dist").iterdir())
    return run(program("python"), "-m", "twine", "check", "--strict", *built)


def fuzz(*arguments: str) -> int:
    """Fuzz the reader for a minute, or as long as asked; the fuzzer is no part of the tests."""
    prepare(FUZZ, ["atheris", "--editable", "."])
    return run(program("python", FUZZ), "fuzz/front_matter.py", *(arguments or ("-max_total_time=60",)))


VERBS = {verb.__name__: verb for verb in (setup, check, test, lowest, docs, generate, release, fuzz, serve)}


def main() -> int:
    """Run the verb given on the command line."""
    if sys.version_info < (3, 11):  # noqa: UP036  # this is what turns older ones away
        raise SystemExit(f"dev.py needs Python 3.11 or newer, this is {sys.version.split()[0]}")
    verb, arguments = sys.argv[1:2], sys.argv[2:]
    if not verb or verb[0] not in VERBS:
        print(__doc__)
        return 0 if verb in ([], ["-h"], ["--help"], ["help"]) else 2
    try:
        return VERBS[verb[0]](*arguments)
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    raise SystemExit(main())
