"""A real `serve` in a process of its own, followed by what it prints and never by sleeping."""

from __future__ import annotations

import re
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urljoin, urlsplit

from tests.harness.page import Page

STARTED = re.compile(r"Building documentation\.\.\.")
ENDED = re.compile(r"Reloading browsers|An error happened during the rebuild")
SERVING = re.compile(r"Serving on http")
DEADLINE = 90.0
"""Seconds a build may take before the test gives up."""

OPENER = urllib.request.build_opener(urllib.request.ProxyHandler({}))


class Live:
    """A running server::

    with site.serve(host="properdocs") as live:
        with live.rebuild():
            site.write("docs/news/new.md", "# New")
        assert live.page("news/").texts(".newsblog-card h2") == ["New"]
        assert live.quiet_for(2)
    """

    def __init__(self, command: list[str], root: Path, environment: dict[str, str], site_url: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            address = f"127.0.0.1:{probe.getsockname()[1]}"
        mount = urlsplit(site_url).path.rstrip("/")
        self.url = f"http://{address}{mount}/"
        self.lines: list[str] = []
        self._heard = threading.Condition()
        self._silent = False
        # Without the switch, some releases of click lose its default, and then nothing is watched.
        self._command = [*command, "--livereload", "--dev-addr", address]
        self._root = root
        # A host that is ended leaves its copy of the site behind, which then goes with the test's own folder.
        self._temporary = root / "temporary"
        self._environment = environment | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(self._temporary))

    def __enter__(self) -> Live:
        self._temporary.mkdir(exist_ok=True)
        self._process = subprocess.Popen(
            self._command,
            cwd=self._root,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        self._reader = threading.Thread(target=self._listen, daemon=True)
        self._reader.start()
        try:
            self._wait(lambda: self._seen(SERVING, 0) > 0, "to serve")
        except BaseException:
            self.stop()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def builds(self) -> int:
        """How many builds have begun, the first one included."""
        return self._seen(STARTED, 0)

    @property
    def ended(self) -> bool:
        """Whether the process is gone."""
        return self._process.poll() is not None

    @contextmanager
    def rebuild(self) -> Iterator[None]:
        """Change files inside the block; it ends when a build that began after its start has ended."""
        mark = len(self.lines)
        yield
        self._wait(lambda: self._finished(mark), "to finish a rebuild")

    def since(self, mark: int) -> list[str]:
        """What was printed after the first `mark` lines."""
        with self._heard:
            return self.lines[mark:]

    def quiet_for(self, seconds: float) -> bool:
        """Whether no build begins for a while, which a rebuild loop would not hold out."""
        mark = len(self.lines)
        with self._heard:
            return not self._heard.wait_for(lambda: self._seen(STARTED, mark) > 0, seconds)

    def page(self, url: str = "") -> Page:
        """A page as a browser gets it; the server holds the answer back while it builds."""
        status, body = self.fetch(url)
        assert status == 200, f"{url!r} answers {status}\n{self!r}"
        return Page(body.decode(), url)

    def status(self, url: str) -> int:
        """The HTTP status of an address."""
        return self.fetch(url)[0]

    def fetch(self, url: str) -> tuple[int, bytes]:
        """The HTTP status and the body of an address below the site."""
        try:
            with OPENER.open(urljoin(self.url, quote(url)), timeout=DEADLINE) as answer:
                return answer.status, answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read()

    def stop(self) -> None:
        """End the process, asking before forcing; an interrupt would not do, since it may be ignored here."""
        if not self.ended:
            self._process.terminate()
            try:
                self._process.wait(15)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._reader.join(15)
        if self._process.stdout:
            self._process.stdout.close()

    def __repr__(self) -> str:
        return "\n".join([f"<Live {self.url}", *self.lines[-60:], ">"])

    def _listen(self) -> None:
        assert self._process.stdout
        for line in self._process.stdout:
            with self._heard:
                self.lines.append(line.rstrip("\n"))
                self._heard.notify_all()
        with self._heard:
            self._silent = True
            self._heard.notify_all()

    def _seen(self, pattern: re.Pattern[str], mark: int) -> int:
        return sum(bool(pattern.search(line)) for line in self.lines[mark:])

    def _finished(self, mark: int) -> bool:
        begun = self._seen(STARTED, mark)
        return begun > 0 and self._seen(ENDED, mark) >= begun

    def _wait(self, reached: Callable[[], bool], what: str) -> None:
        began = time.monotonic()
        with self._heard:
            self._heard.wait_for(lambda: reached() or self._silent, DEADLINE)
            assert reached(), f"waited {time.monotonic() - began:.0f} s for the server {what}\n{self!r}"
