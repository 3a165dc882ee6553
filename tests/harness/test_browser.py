"""Chromium opens built sites and nothing else."""

import pytest

TREE = """
docs/
  index.md
    | # Home
    |
    | <img id="far" src="https://far.invalid/x.png"> <img id="near" src="dot.png">
    | <script>console.error("said so"); setTimeout(() => { throw new Error("thrown so") }, 0)</script>
  dot.png
"""


@pytest.fixture
def home(drawn, served):
    theme = {"name": "mkdocs", "highlightjs": False}
    return served(drawn(TREE, {"site_url": "https://example.org/sub/", "theme": theme}).build())


def test_a_page_is_shown_at_the_path_of_its_site(chromium, home):
    page = chromium.open(home, width=390, dark=True)
    assert home.endswith("/sub/")
    assert page.locator("#near").evaluate("image => image.naturalWidth") == 1
    assert page.evaluate("[innerWidth, matchMedia('(prefers-color-scheme: dark)').matches]") == [390, True]


def test_what_is_far_is_refused_and_noted(chromium, home):
    page = chromium.open(home)
    assert chromium.refused.count("https://far.invalid/x.png") == 1
    assert page.locator("#far").evaluate("image => image.naturalWidth") == 0


def test_script_errors_are_noted_and_forgotten_with_their_pages(chromium, home):
    page = chromium.open(home)
    page.evaluate("new Promise(done => setTimeout(done, 10))")
    assert [text.removeprefix(f"{home}: ") for text in chromium.complaints] == ["said so", "thrown so"]
    chromium.close_pages()
    assert chromium.complaints == []


def test_outside_the_path_of_the_site_there_is_nothing(chromium, home):
    page = chromium.open(home)
    assert page.request.get(home.removesuffix("sub/")).status == 404
