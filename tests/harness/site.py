"""A drawn site on disk: change its files, build it in this process, or hand it to a real host."""

from __future__ import annotations

import logging
import os
import re
import shutil
import subprocess
import sys
import textwrap
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import click
import yaml
from click.testing import CliRunner, Result
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config

from mkdocs_newsblog.cli import main
from tests.harness.built import Built, Record
from tests.harness.live import Live
from tests.harness.settings import DEFAULT, changed, values_of
from tests.harness.tree import read_tree, write_tree

PROJECT = Path(__file__).resolve().parents[2]
Host = Literal["mkdocs", "properdocs"]

NOW = str(int(datetime(2030, 1, 1, 12, tzinfo=UTC).timestamp()))
"""The moment every build takes for now, so that no test changes its mind as years pass."""

CALM = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true", "SOURCE_DATE_EPOCH": NOW}
LOG_LINE = re.compile(r"(DEBUG|INFO|WARNING|ERROR|CRITICAL)\s+-\s+(.*)", re.DOTALL)


def python_of(host: Host) -> str:
    """The interpreter that has a host; ProperDocs lives in an environment that has no MkDocs."""
    if host == "mkdocs":
        return sys.executable
    place = "Scripts/python.exe" if os.name == "nt" else "bin/python"
    python = PROJECT / ".venv-properdocs" / place
    assert python.exists(), f"there is no {python.relative_to(PROJECT)}; run: python dev.py setup"
    return str(python)


class Site:
    """A documentation project in the folder `root`, with its `mkdocs.yml`."""

    def __init__(self, root: Path, config: dict[str, Any] | str | None = None, newsblog: Any = None) -> None:
        self.root = root
        self.builds = 0
        if not isinstance(config, str):
            config = yaml.safe_dump(DEFAULT | (config or {}), allow_unicode=True, sort_keys=False)
        self.config = changed(textwrap.dedent(config), newsblog=newsblog)

    @classmethod
    def drawn(cls, root: Path, drawing: str, **kind: Any) -> Site:
        """A site with the files of a drawing."""
        site = cls(root, **kind)
        site.draw(drawing)
        return site

    @classmethod
    def copied(cls, source: Path, root: Path) -> Site:
        """A copy of a project that has its own `mkdocs.yml`; its built site is left behind."""
        shutil.copytree(source, root)
        shutil.rmtree(root / "site", ignore_errors=True)
        return cls(root, (root / "mkdocs.yml").read_text(encoding="utf-8"))

    def copy(self, root: Path) -> Site:
        """A copy of the project without what builds have made and kept."""
        shutil.copytree(self.root, root, symlinks=True, ignore=shutil.ignore_patterns("built", ".cache"))
        return Site(root, self.config)

    def draw(self, drawing: str) -> None:
        """Add the files of a drawing."""
        write_tree(self.root, read_tree(drawing))

    def write(self, path: str, content: str | bytes) -> None:
        """Write one file; text is dedented and loses its first newline, bytes are written as they are."""
        if isinstance(content, str):
            content = textwrap.dedent(content).removeprefix("\n").encode()
        write_tree(self.root, {path: content})

    def add(self, files: Mapping[str, str | bytes], below: str = "docs") -> None:
        """Write files by their paths below a folder, each as it is."""
        contents = {path: data.encode() if isinstance(data, str) else data for path, data in files.items()}
        write_tree(self.root / below, contents)

    def read(self, path: str) -> str:
        """The text of one file."""
        return (self.root / path).read_text(encoding="utf-8")

    def delete(self, path: str) -> None:
        """Delete one file."""
        (self.root / path).unlink()

    def rename(self, path: str, to: str) -> None:
        """Move one file."""
        (self.root / to).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).rename(self.root / to)

    def docs(self) -> dict[str, bytes]:
        """Every file below docs/ with its content, to show that a build wrote nothing there."""
        docs = self.root / "docs"
        return {
            path.relative_to(docs).as_posix(): path.read_bytes() for path in docs.rglob("*") if path.is_file()
        }

    def place(self, text: str, value: str = "") -> str:
        """`path:line:col` of a line's only `text`, or of the `value` in it, in `mkdocs.yml` as last built."""
        lines = (self.root / "mkdocs.yml").read_text(encoding="utf-8").splitlines()
        [number] = [number for number, line in enumerate(lines) if text in line]
        line = lines[number]
        column = line.index(value, line.index(text)) if value else line.index(text)
        return f"mkdocs.yml:{number + 1}:{column + 1}"

    def build(self, *, strict: bool = True, env: dict[str, str] | None = None, **changes: Any) -> Built:
        """Build in this process with MkDocs; `changes` are as for `settings.changed`, for this build only.

        A failure that a user sees as a message ends in the exit code; any other exception is a bug, raised.
        """
        built = self._next(changes)
        log = _Log()
        with _environment(CALM | (env or {})), log.capturing():
            try:
                self._build(strict, built.site_dir)
            except click.ClickException as stop:
                built.exit_code = 1
                log.records.append(Record("ERROR", stop.format_message()))
        built.log = log.records
        return built

    def cli(
        self, *arguments: str, host: Host = "mkdocs", env: dict[str, str] | None = None, **changes: Any
    ) -> Built:
        """Run a real host as a user would: `site.cli("build", "--strict", host="properdocs")`."""
        built = self._next(changes)
        command = [python_of(host), "-m", host, *arguments]
        if arguments[0] == "build":
            command += ["--site-dir", str(built.site_dir)]
        return _ran(command, self.root, built, env or {})

    def run(self, *arguments: str, **variables: str) -> Result:
        """Run `newsblog` with these arguments; an exception that is no message is a bug, raised."""
        environment = {"SOURCE_DATE_EPOCH": NOW, "GITHUB_WORKSPACE": None} | variables
        result = CliRunner().invoke(main, arguments, env=environment)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    def check(self, *arguments: str, **changes: Any) -> Result:
        """Let `newsblog check` look at the site, without a build; `changes` are as for :meth:`build`."""
        self.write("mkdocs.yml", changed(self.config, **changes).encode())
        return self.run("check", "--config-file", str(self.root / "mkdocs.yml"), *arguments)

    def serve(
        self, *arguments: str, host: Host = "mkdocs", env: dict[str, str] | None = None, **changes: Any
    ) -> Live:
        """A server that is not yet running; use it in a `with` statement."""
        site_url = self._next(changes).site_url
        command = [python_of(host), "-m", host, "serve", *arguments]
        return Live(command, self.root, _subprocess_environment(env or {}), site_url)

    def _next(self, changes: dict[str, Any]) -> Built:
        self.builds += 1
        text = changed(self.config, **changes)
        self.write("mkdocs.yml", text.encode())
        site_url = values_of(text).get("site_url") or ""
        return Built(self.root / "built" / str(self.builds), site_url, 0, [])

    def _build(self, strict: bool, site_dir: Path) -> None:
        path = str(self.root / "mkdocs.yml")
        config = load_config(path, config_file_path=path, strict=strict, site_dir=str(site_dir))
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build(config)
        finally:
            config.plugins.on_shutdown()


class _Log(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.records: list[Record] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(Record(record.levelname, record.getMessage()))

    @contextmanager
    def capturing(self) -> Iterator[None]:
        """Hear everything the host and its plugins say at INFO and above."""
        logger = logging.getLogger("mkdocs")
        level = logger.level
        logger.addHandler(self)
        logger.setLevel(logging.INFO)
        try:
            yield
        finally:
            logger.removeHandler(self)
            logger.setLevel(level)


@contextmanager
def _environment(variables: dict[str, str]) -> Iterator[None]:
    before = {name: os.environ.get(name) for name in variables}
    os.environ.update(variables)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


def _subprocess_environment(variables: dict[str, str]) -> dict[str, str]:
    return os.environ | CALM | {"PYTHONUTF8": "1", "PYTHONUNBUFFERED": "1"} | variables


def _ran(command: list[str], root: Path, built: Built, variables: dict[str, str]) -> Built:
    done = subprocess.run(
        command,
        cwd=root,
        env=_subprocess_environment(variables),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    built.exit_code, built.output = done.returncode, done.stdout
    built.log = _records(done.stdout)
    return built


def _records(output: str) -> list[Record]:
    """The messages in what a host printed; the lines of a longer one follow its first, up to a blank line."""
    parts = re.split(r"^(?:(?=[A-Z]+\s+-\s)|(?=\s*$))", output, flags=re.MULTILINE)
    found = [LOG_LINE.match(part.strip()) for part in parts]
    return [Record(*match.groups()) for match in found if match]
