"""A drawn project to run the command in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.harness.site import Site


@pytest.fixture
def project(tmp_path, monkeypatch) -> Callable[..., Site]:
    """Draw a project and go to its `mkdocs.yml`: `project(tree, newsblog={...}, config={...} or text)`."""

    def draw(drawing: str = "", newsblog: Any = None, config: dict[str, Any] | str | None = None) -> Site:
        options = {"dir": "news"} if newsblog is None and not isinstance(config, str) else newsblog
        if not isinstance(config, str):  # feeds need the address of the site, and say so
            config = {"site_url": "https://example.org/", **(config or {})}
        made = Site.drawn(tmp_path / "project", drawing, config=config, newsblog=options)
        made.write("mkdocs.yml", made.config)
        (made.root / "docs").mkdir(exist_ok=True)
        monkeypatch.chdir(made.root)
        return made

    return draw
