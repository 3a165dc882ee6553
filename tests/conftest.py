"""Fixtures every test may ask for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tests.harness.browser import Chromium, launched
from tests.harness.built import Built
from tests.harness.site import PROJECT, Site
from tests.harness.web import serving
from tests.images.misbehaving import Server, misbehaving

pytest_plugins = [
    "tests.harness.compiled",
    "tests.harness.new_plugins",
    "tests.harness.no_skips",
    "tests.harness.offline",
]

settings.register_profile("untimed", parent=settings.default, deadline=None)  # a machine may be busy
settings.load_profile("untimed")


@pytest.fixture
def drawn(tmp_path: Path) -> Callable[..., Site]:
    """Make a site from a drawing: `drawn(tree, config={...} or text, newsblog={...})`."""
    made: list[Site] = []

    def draw(drawing: str, config: dict[str, Any] | str | None = None, newsblog: Any = None) -> Site:
        root = tmp_path / f"project{len(made) or ''}"
        made.append(Site.drawn(root, drawing, config=config, newsblog=newsblog))
        return made[-1]

    return draw


@pytest.fixture
def example(tmp_path: Path) -> Site:
    """A copy of the example site."""
    return Site.copied(PROJECT / "example_site", tmp_path / "example")


@pytest.fixture
def served() -> Iterator[Callable[[Built], str]]:
    """Serve built sites over HTTP until the test ends: `served(built)` is the address of the home page."""
    with ExitStack() as servers:
        yield lambda built: servers.enter_context(serving(built))


@pytest.fixture(scope="session")
def running_chromium() -> Iterator[Chromium]:
    """One browser for the whole run of a worker; tests use `chromium`."""
    with launched() as chromium:
        yield chromium


@pytest.fixture
def chromium(running_chromium: Chromium) -> Iterator[Chromium]:
    """A browser without pages: `chromium.open(served(built) + "news/", width=390, dark=True)`."""
    yield running_chromium
    running_chromium.close_pages()


@pytest.fixture(scope="session")
def running_server() -> Iterator[Server]:
    """One server of pictures for the whole run of a worker; tests use `server`."""
    with misbehaving() as server:
        yield server


@pytest.fixture
def server(running_server: Server) -> Server:
    """A server on the loopback that does whatever a picture's server should not; `server.seen` is empty."""
    running_server.seen.clear()
    return running_server
