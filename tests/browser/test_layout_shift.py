"""Nothing on a page moves while its pictures load, however late they come."""

import re

import pytest

from tests.images.drawing import noisy, picture

PAINTED = """
() => document.fonts.ready.then(() => new Promise(done =>
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 50)))))
"""
WATCH = """
(() => {
  window.shifts = [0, []];
  const element = node => node && (node.closest ? node : node.parentElement);
  const bar = node => element(node) && element(node).closest(".navbar") ? "bar: " : "";
  const name = node => bar(node) + (node && (node.id || node.className || node.nodeName));
  new PerformanceObserver(list => { for (const entry of list.getEntries()) {
    window.shifts[0] += entry.value;
    for (const source of entry.sources) {
      const [from, to] = [source.previousRect, source.currentRect];
      window.shifts[1].push(`${name(source.node)} ${from.y},${from.height} to ${to.y},${to.height}`);
    }
  } }).observe({type: "layout-shift", buffered: true});
})()
"""
"""Adds up every shift from the first paint on, and says what moved."""

MEASURE = """
() => {
  const pictures = [...document.images];
  pictures.forEach(picture => { picture.loading = "eager"; });
  const arrived = pictures.map(picture => picture.complete || new Promise(after => {
    picture.addEventListener("load", after); picture.addEventListener("error", after);
  }));
  const frame = () => new Promise(done => requestAnimationFrame(() => setTimeout(done, 20)));
  return Promise.all(arrived).then(frame).then(frame).then(() => window.shifts);
}
"""
FILES = {
    "wide.jpg": noisy(1600, 500),
    "tall.jpg": noisy(500, 1200),
    "tiny.png": picture(60, 40, kind="PNG"),
    "day.png": noisy(900, 500, "PNG"),
    "night.png": noisy(900, 600, "PNG"),
    "drawing.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 300"><path d="M0 0h9"/></svg>',
}
HEROES = {
    "wide": "hero: /wide.jpg",
    "tall": "hero: /tall.jpg",
    "tiny": "hero: /tiny.png",
    "pair": "cover: {light: /day.png, dark: /night.png}",
    "remote": "hero: https://img.example.net/never.jpg",
    "drawing": "hero: /drawing.svg",
    "none": "tags: [none]",
}


@pytest.fixture
def site(drawn):
    made = drawn(
        "docs/\n  index.md | # Home\n",
        newsblog={"dir": "news", "images": {"variants": True, "placeholder": "designed"}},
    )
    for number, (name, head) in enumerate(HEROES.items()):
        made.write(
            f"docs/news/{name}.md",
            f"---\ntitle: A {name} picture\ndate: 2024-05-{28 - number}\n{head}\nheroAlt: A\n---\n"
            + "Some words of a post.\n\n" * 6,
        )
    made.add(FILES)
    return made


class Held:
    """Pictures that come only after the page has been painted without them, its fonts being there."""

    def __init__(self, page):
        self.routes, self.open = [], False
        page.route(lambda url: url.rpartition(".")[2] in {"avif", "webp", "jpg", "png", "svg"}, self.take)

    def take(self, route):
        if self.open:
            route.continue_()
        else:
            self.routes.append(route)

    def release(self):
        self.open = True
        for route in self.routes:
            route.continue_()


def without_fonts(route):
    """A stylesheet as it is for readers who switched web fonts off."""
    found = route.fetch()
    route.fulfill(response=found, body=re.sub(r"@font-face\s*\{[^}]*\}", "", found.text()))


def opened(chromium, url, width, *, fonts):
    """A page on which everything has come that can, and its pictures last."""
    page = chromium.open("about:blank", width=width)
    held = Held(page)
    if not fonts:
        page.route(re.compile(r"//127\.0\.0\.1[:/].*\.css"), without_fonts)
    page.add_init_script(WATCH)
    page.goto(url, wait_until="domcontentloaded")
    page.evaluate(PAINTED)
    return page, held


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("theme", ["material", "mkdocs", "readthedocs"])
def test_nothing_moves_from_the_first_paint_on(site, served, chromium, theme, width):
    """The page's total, but for the themes' own web fonts: their letters replace others on every page."""
    options = {"name": theme, "font": False} if theme == "material" else theme
    home = served(site.build(theme=options, strict=False))
    for url in ("news/", *(f"news/{name}/" for name in HEROES)):
        for _ in range(3):  # Chromium may paint a theme's bar when half of it is parsed, and then the rest
            page, held = opened(chromium, home + url, width, fonts=False)
            held.release()
            shift, what = page.evaluate(MEASURE)
            if not what or not all(each.startswith("bar: ") for each in what):
                break
        assert shift == 0, f"{url}: {what}"
        pictures = page.locator(".newsblog-hero, .newsblog-card__image").count()
        assert pictures >= (6 if url == "news/" else url != "news/none/")


@pytest.mark.parametrize("theme", ["mkdocs", "readthedocs"])
def test_nothing_moves_once_a_theme_has_its_fonts(site, served, chromium, theme):
    home = served(site.build(theme=theme, strict=False))
    for url in ("news/", "news/wide/", "news/remote/"):
        page, held = opened(chromium, home + url, 1280, fonts=True)
        page.evaluate("() => { window.shifts = [0, []]; }")
        held.release()
        shift, what = page.evaluate(MEASURE)
        assert shift == 0, f"{url}: {what}"


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_of_a_pair_one_is_shown(site, served, chromium, mode):
    home = served(site.build(theme={"name": "mkdocs", "color_mode": mode}, strict=False))
    for url, place in (("news/", ".newsblog-card__picture"), ("news/pair/", ".newsblog-figure")):
        page = chromium.open(home + url, width=1280)
        shown = page.locator(f"{place} :is(.newsblog-light, .newsblog-dark):visible")
        classes = [each.get_attribute("class") for each in shown.all()]
        assert len(classes) == 1, url
        assert f"newsblog-{mode}" in classes[0]


def test_a_drawing_is_never_cut_to_the_shape_of_its_place(site, served, chromium):
    home = served(site.build(theme="material", strict=False))
    for url, part in (
        ("news/drawing/", ".newsblog-hero--drawn"),
        ("news/", ".newsblog-card__image--drawn"),
        ("news/wide/", ".newsblog-hero:not(.newsblog-hero--drawn)"),
    ):
        image = chromium.open(home + url).locator(part)
        fit = image.evaluate("picture => getComputedStyle(picture).objectFit")
        assert fit == ("cover" if url == "news/wide/" else "contain"), url


def test_a_picture_that_does_not_arrive_keeps_the_shape_of_its_place_in_webkit(site, served, chromium):
    """WebKit makes a square of it, unless the layout asks it nothing; but that would bend drawings."""
    home = served(site.build(theme="material", strict=False))
    for url, part, containment in (
        ("news/remote/", ".newsblog-hero:not([width])", "size"),
        ("news/wide/", ".newsblog-hero[width]", "none"),
        ("news/", '.newsblog-card__image[src*="never.jpg"]', "size"),
        ("news/", ".newsblog-card__image--small", "size"),
        ("news/", ".newsblog-card__image--drawn", "none"),
    ):
        image = chromium.open(home + url).locator(part)
        assert image.evaluate("picture => getComputedStyle(picture).contain") == containment, part
