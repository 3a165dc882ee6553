"""Fixtures for tests of whole sites."""

from __future__ import annotations

import pytest

from mkdocs_newsblog.host.reuse import findings


@pytest.fixture
def brief_pages_too(monkeypatch):
    """Let search remember what it found in pages that are as short as those of these sites."""
    monkeypatch.setattr(findings, "SHORT", 0)
