"""What axe says of our parts of pages: names, roles, lists, ids, contrast, room for fingers.

Its rules were not written by us. What themes do around our parts is left to them.
"""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.images.drawing import noisy

COLOURS = ":root { --bs-link-color: #0b4f8a } a { color: #0b4f8a }"
"""For the text of links: two of the themes have colours that axe calls too light wherever they stand."""
OPTIONS = {
    "resultTypes": ["violations"],
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {"target-size": {"enabled": True}},
}
IS_OURS = "(page, places) => places.map(each => !!page.querySelector(each)?.closest('[class*=newsblog]'))"
PAGES = [
    ("", 1280),
    ("", 390),
    ("news/", 1280),
    ("news/p3/", 1280),
    ("news/tags/", 1280),
    ("news/authors/ann/", 1280),
]
THEMES = {
    "mkdocs": "mkdocs",
    "readthedocs": "readthedocs",
    "material": "material",
    "slate": {"name": "material", "palette": {"scheme": "slate"}},
}


@pytest.fixture
def site(drawn):
    options = {"dir": "news", "index": {"per_page": 3}, "related": True, "drafts": True}
    options |= {"images": {"placeholder": "designed"}, "tags": {"layout": "list"}}
    made = drawn("docs/\n  index.md | # Home\n", {"extra_css": ["s.css"]}, options)
    made.write("docs/s.css", COLOURS)
    lists = ["latest layout=table", "latest layout=list", "latest layout=compact", "tags", "authors"]
    made.write(
        "docs/index.md", "# Home\n" + "".join(f"\n## {each}\n\n<!-- newsblog: {each} -->\n" for each in lists)
    )
    made.write(
        "docs/news/.authors.yml", "authors:\n  ann: {name: Ann, avatar: /wide.jpg, links: {github: ann}}\n"
    )
    made.write("docs/wide.jpg", noisy(900, 500))
    for day in range(1, 6):
        more = (
            "hero: /wide.jpg\nheroAlt: A\nheroCaption: Seen from [it](https://example.org)\n"
            if day % 2
            else ""
        )
        more += "pinned: true\n" if day == 4 else "draft: true\n" if day == 5 else "subtitle: Words\n"
        front = (
            f"title: Post {day}\ndate: 2024-05-0{day}\nauthors: [ann, Bo]\ntags: [sea, wind]\ncategory: A\n"
        )
        made.write(
            f"docs/news/p{day}.md", f"---\n{front}series: S\n{more}---\nWords.\n\n## A part\n\nMore.\n"
        )
    return made


def complaints(page):
    """Yield the rules that our parts of a page break, each with the element."""
    for rule in Axe().run(page, options=OPTIONS).response["violations"]:
        places = [node["target"][0] for node in rule["nodes"]]
        ours = page.query_selector("html").evaluate(IS_OURS, places)
        yield from ((rule["id"], node["html"]) for node, own in zip(rule["nodes"], ours, strict=True) if own)


@pytest.mark.parametrize("theme", THEMES)
def test_axe_has_nothing_to_say_of_our_parts(site, served, chromium, theme):
    home = served(site.build(theme=THEMES[theme], strict=False))
    for url, width in PAGES:
        assert list(complaints(chromium.open(home + url, width=width))) == [], (url, width)
