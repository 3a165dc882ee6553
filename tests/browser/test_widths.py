"""The widths stated for pictures are those at which themes show them, so browsers load no larger copy."""

import pytest

from tests.images.drawing import noisy

THEMES = ["material", "mkdocs", "readthedocs"]
WINDOWS = [320, 390, 600, 700, 768, 900, 960, 1024, 1200, 1280, 1440, 1600, 1920, 2560]
PICTURES = {"variants": True, "formats": ["webp"]}
OPTIONS = {"dir": "news", "images": PICTURES, "categories": {"layout": "list"}}
HIDDEN = {"whole": "", "toc": "hide: [toc]", "nav": "hide: [navigation]", "both": "hide: [navigation, toc]"}
STATED = r"""picture => {
  const sizes = picture.querySelector("source").sizes.replace(/^auto, /, "");
  const length = sizes.split(/,\s*(?![^(]*\))/).map(part => /^(\(min-width: [\w.]+\))? ?(.*)$/.exec(part))
    .find(([, condition]) => !condition || matchMedia(condition).matches)[2];
  const rule = document.body.appendChild(document.createElement("div"));
  rule.style.cssText = `font-size: initial; position: absolute; box-sizing: content-box; width: ${length}`;
  const stated = rule.getBoundingClientRect().width;
  rule.remove();
  return [picture.querySelector("img").getBoundingClientRect().width, stated];
}"""
"""How wide a picture is shown, and what its `sizes` say of this window."""


@pytest.fixture
def site(drawn):
    made = drawn("docs/\n  index.md | # Home\n", newsblog=OPTIONS)
    made.write(
        "docs/page.md", "# Page\n\n<!-- newsblog: latest -->\n\n<!-- newsblog: latest layout=list -->\n"
    )
    made.write("docs/wide.jpg", noisy(1700, 700))
    for number, (name, hide) in enumerate(HIDDEN.items()):
        head = f"title: {name}\ndate: 2024-05-0{number + 1}\nhero: /wide.jpg\nheroAlt: A\ncategories: [All]\n"
        made.write(f"docs/news/{name}.md", f"---\n{head}{hide}\n---\n## One\n\nText.\n\n## Two\n\nText.\n")
    return made


def seen(chromium, url, place):
    """Yield the window, and how wide every picture of a place is there and is said to be."""
    page = chromium.open(url)
    for window in WINDOWS:
        page.set_viewport_size({"width": window, "height": 900})
        pictures = page.locator(f"{place} picture").all()
        assert pictures
        for picture in pictures:
            yield window, *picture.evaluate(STATED)


@pytest.mark.parametrize("theme", THEMES)
def test_the_width_stated_for_a_hero_is_that_at_which_it_is_shown(site, served, chromium, theme):
    home = served(site.build(theme=theme, strict=False))
    for name in HIDDEN if theme == "material" else ["whole"]:
        for window, shown, stated in seen(chromium, f"{home}news/{name}/", ".newsblog-figure"):
            assert shown - 0.5 <= stated <= shown * 1.03, (name, window)


@pytest.mark.parametrize("theme", THEMES)
def test_the_width_stated_for_cards_is_never_less_than_that_at_which_they_are_shown(
    site, served, chromium, theme
):
    home = served(site.build(theme=theme, strict=False))
    for url in ("news/", "news/categories/all/", "page/"):
        for window, shown, stated in seen(chromium, home + url, ".newsblog-card"):
            assert shown - 0.5 <= stated, (url, window)


def chosen(page, picture):
    """The width in the name of the copy that the browser has loaded."""
    return page.locator(picture).first.evaluate("async img => { await img.decode(); return img.currentSrc; }")


@pytest.mark.parametrize(("theme", "hero"), [("material", 800), ("readthedocs", 800), ("mkdocs", 1600)])
def test_a_screen_of_single_density_loads_the_smallest_copy_that_is_large_enough(
    site, served, chromium, theme, hero
):
    home = served(site.build(theme=theme, strict=False))
    assert f"-{hero}." in chosen(chromium.open(home + "news/whole/"), ".newsblog-hero")
    assert "-400." in chosen(chromium.open(home + "news/"), ".newsblog-card__image")


def test_a_stylesheet_that_makes_the_text_wider_is_made_known_by_an_option(site, served, chromium):
    site.write("docs/wide.css", ".md-grid { max-width: none }")
    sizes = {"hero_sizes": "calc(100vw - 532px)", "card_sizes": "30em"}
    options = {"dir": "news", "images": PICTURES | sizes}
    built = site.build(theme="material", extra_css=["wide.css"], newsblog=options, strict=False)
    assert built.page("news/").values(".newsblog-card source", "sizes")[:2] == ["30em", "auto, 30em"]
    page = chromium.open(served(built) + "news/whole/", width=1440)
    shown, stated = page.locator(".newsblog-figure picture").evaluate(STATED)
    assert shown - 0.5 <= stated <= shown * 1.03
    assert "-1600." in chosen(page, ".newsblog-hero")
