"""What a site says in `extra_css` of a class of ours has the last word."""

import pytest

from tests.images.drawing import noisy

THEMES = ["material", "mkdocs", "readthedocs"]
GROUND = "background-color: rgb(4, 5, 6)"
COLOUR = "color: rgb(1, 2, 3)"
BORDER = "border-top-color: rgb(7, 8, 9); border-top-width: 5px; border-top-style: dotted"
ROUND = "border-top-left-radius: 11px"
SIZE = "font-size: 19px"
ONE_CLASS = {
    ".newsblog-post": f"{GROUND}; {BORDER}; padding-left: 13px; margin-top: 14px",
    ".newsblog-view": f"{GROUND}; padding-left: 13px",
    ".newsblog-hero": "max-height: 99px; object-fit: contain",
    ".newsblog-figure__caption": f"{COLOUR}; {SIZE}; text-align: center",
    ".newsblog-byline": f"{COLOUR}; {SIZE}; row-gap: 9px; margin-top: 15px",
    ".newsblog-date": COLOUR,
    ".newsblog-card": f"{GROUND}; {BORDER}; {ROUND}; padding-left: 13px; padding-top: 12px",
    ".newsblog-card__image": "aspect-ratio: 5 / 3; object-fit: fill",
    ".newsblog-card__text": "padding-left: 3px",
    ".newsblog-list--cards": "grid-template-columns: 200px 210px; row-gap: 9px; column-gap: 8px",
    ".newsblog-ways": f"{BORDER}; margin-bottom: 11px",
    ".newsblog-ways__list": "column-gap: 9px",
    ".newsblog-count": f"{COLOUR}; font-weight: 700",
    ".newsblog-tags": f"{COLOUR}; row-gap: 9px",
    ".newsblog-terms": "row-gap: 9px",
    ".newsblog-series": f"{GROUND}; {BORDER}; {ROUND}; padding-left: 13px",
    ".newsblog-series__title": "font-weight: 400",
    ".newsblog-neighbours": "row-gap: 9px; padding-top: 3px",
    ".newsblog-pager__list": "justify-content: end",
    ".newsblog-related__list": "grid-template-columns: 200px 210px; row-gap: 9px",
    ".newsblog-related__image": "object-fit: contain",
    ".newsblog-avatar": "object-fit: contain",
}
"""What no theme has rules of more weight for."""
TWO_CLASSES = {
    ".newsblog-card .newsblog-card__picture": GROUND,
    ".newsblog-card .newsblog-placeholder": f"{GROUND}; background-image: none",
    ".newsblog-figure .newsblog-hero": f"{BORDER}; {ROUND}; padding-left: 5px",
    ".newsblog-card .newsblog-card__image": f"{BORDER}; {ROUND}",
    ".newsblog-author .newsblog-avatar": f"{ROUND}; width: 50px; height: 50px",
    ".newsblog-related .newsblog-related__image": f"{ROUND}; width: 50px; height: 50px",
    ".newsblog-card .newsblog-card__title": f"{SIZE}; font-weight: 300; letter-spacing: 2px",
    ".newsblog-group .newsblog-group__title": f"{SIZE}; font-weight: 300; line-height: 33px",
    ".newsblog-related .newsblog-related__title": f"{SIZE}; font-weight: 300; line-height: 33px",
    ".newsblog-post .newsblog-part": f"{COLOUR}; {SIZE}",
    ".newsblog-view .newsblog-view__kicker": f"{COLOUR}; {SIZE}; letter-spacing: 2px",
    ".newsblog-pager .newsblog-pager__current": f"{COLOUR}; {BORDER}; font-weight: 300",
    ".newsblog-terms li": f"{BORDER}; {ROUND}",
    ".newsblog-card__title a": COLOUR,
    ".newsblog-tags .newsblog-tag, .md-typeset .newsblog-tag.md-tag": f"{COLOUR}; {GROUND}; {ROUND}; {SIZE}",
    ".newsblog-author a": f"{COLOUR}; text-decoration-line: none",
}
"""What themes have rules for, of links, headings and pictures in their content."""
PAGES = ["news/", "news/c/", "news/tags/", "news/tags/sea/", "news/archive/"]


@pytest.fixture
def site(drawn):
    options = {"dir": "news", "index": {"per_page": 2}, "related": True}
    options["images"] = {"placeholder": "designed"}
    made = drawn("docs/\n  index.md | # Home\n", {"extra_css": ["s.css"]}, options)
    made.write("docs/news/.authors.yml", "authors:\n  ann: {name: Ann, avatar: /wide.jpg}\n")
    made.write("docs/wide.jpg", noisy(900, 500))
    for day, name in enumerate("abcde", 1):
        more = "series: S\n" if name in "abc" else ""
        more += "hero: /wide.jpg\nheroAlt: A\nheroCaption: Words\ncategory: wind\n" if name in "cd" else ""
        front = f"title: {name}\ndate: 2024-05-0{day}\nauthor: ann\ntags: [sea]\n{more}"
        made.write(f"docs/news/{name}.md", f"---\n{front}---\nText\n")
    return made


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("rules", [ONE_CLASS, TWO_CLASSES], ids=["one", "two"])
def test_a_rule_of_the_site_wins(site, served, chromium, theme, rules):
    site.write("docs/s.css", "\n".join(f"{chosen} {{ {said} }}" for chosen, said in rules.items()))
    home = served(site.build(theme=theme, strict=False))
    lost, seen = [], set()
    for url in PAGES:
        page = chromium.open(home + url)
        for chosen, said in rules.items():
            for place in page.locator(chosen).all()[:1]:
                seen.add(chosen)
                for name, value in (each.split(": ") for each in said.split("; ")):
                    shown = place.evaluate("(at, name) => getComputedStyle(at).getPropertyValue(name)", name)
                    if shown != value:
                        lost.append((url, chosen, name, shown))
    assert lost == []
    assert seen >= rules.keys() - {".newsblog-neighbours"}  # which themes bring themselves


@pytest.mark.parametrize(("rule", "colours"), [("", 3), (":root { --newsblog-tint: rgb(1, 2, 3) }", 1)])
def test_a_colour_of_the_site_is_that_of_every_card_without_a_picture(site, served, chromium, rule, colours):
    site.write("docs/s.css", rule)
    page = chromium.open(served(site.build(theme="mkdocs")) + "news/tags/sea/")
    places = page.locator(".newsblog-placeholder")
    assert places.count() == 3
    seen = places.evaluate_all("all => all.map(each => getComputedStyle(each).backgroundImage)")
    assert len(set(seen)) == colours
