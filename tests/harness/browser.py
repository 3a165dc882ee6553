"""A real Chromium that can reach nothing but this machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
]
NEAR = {"127.0.0.1", "localhost", "::1"}


def executable() -> str:
    """The Chromium to use: the one `dev.py` found, else the first on the path."""
    found = os.environ.get("NEWSBLOG_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert found, "there is no Chromium; run: python dev.py setup"
    return found


class Chromium:
    """A running browser. What its pages asked of other machines, and were refused, is in `refused`."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.refused: list[str] = []
        self.complaints: list[str] = []
        """Script errors and console errors of all pages opened, as `address: text`."""
        self._contexts: list[BrowserContext] = []

    def open(
        self,
        url: str,
        *,
        width: int = 1280,
        height: int = 900,
        dark: bool = False,
        javascript: bool = True,
        reduced_motion: bool = True,
    ) -> Page:
        """A new page in a fresh profile, loaded up to its load event."""
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=javascript,
            reduced_motion="reduce" if reduced_motion else "no-preference",
            service_workers="block",
        )
        self._contexts.append(context)
        context.route("**/*", self._decide)
        page = context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("console", lambda said: self._hear(page, said.type, said.text))
        page.goto(url, wait_until="load")
        return page

    def close_pages(self) -> None:
        """Close every page and forget what they did."""
        for context in self._contexts:
            context.close()
        self._contexts.clear()
        self.refused.clear()
        self.complaints.clear()

    def _decide(self, route: Route) -> None:
        address = urlsplit(route.request.url)
        if address.hostname in NEAR or address.scheme in {"file", "data", "blob", "about"}:
            route.continue_()
        else:
            self.refused.append(route.request.url)
            route.abort("blockedbyclient")

    def _hear(self, page: Page, kind: str, text: str) -> None:
        if kind == "error" and "ERR_BLOCKED_BY_CLIENT" not in text:
            self.complaints.append(f"{page.url}: {text}")


@contextmanager
def launched() -> Iterator[Chromium]:
    """A browser that runs while the block does."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=executable(), args=FLAGS)
        try:
            yield Chromium(browser)
        finally:
            browser.close()
