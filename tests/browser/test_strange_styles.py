"""What themes do with every link, heading and paragraph does no harm to cards and bylines."""

import re

import pytest

from tests.images.drawing import noisy

TITLE = "A title that is too long for one line of a card, whatever the card is like"
GREY = "#55595c"
"""Text at 7.1:1 on white."""
STYLES = f"""
h2 {{ white-space: nowrap }}
li {{ padding-left: 20px }}
body {{ text-align: left }}
p {{ font-size: 20px }}
a::before {{ content: "@"; margin-right: 10px }}
body, .wy-nav-content {{ color: {GREY}; background: #fff }}
"""


@pytest.fixture
def opened(drawn, served, chromium):
    def open_page(url, theme="readthedocs", styles="", language="en", summary="Some words of the summary."):
        site = drawn("docs/\n  index.md | # Home\n", {"extra_css": ["s.css"]}, {"dir": "news"})
        site.write("docs/s.css", STYLES + styles)
        site.write("docs/wide.jpg", noisy(900, 500))
        site.write(
            "docs/news/a.md",
            f"---\ntitle: {TITLE}\ndate: 2024-05-01\nauthor: Ann\ntags: [sea]\n"
            f"lang: {language}\nhero: /wide.jpg\nheroAlt: A\n---\n"
            f"{summary}\n\n- And an item.\n",
        )
        return chromium.open(served(site.build(theme=theme, strict=False)) + url, width=1280)

    return open_page


def style(place, name, part=None):
    return place.evaluate(
        "(found, [name, part]) => getComputedStyle(found, part).getPropertyValue(name)", [name, part]
    )


def contrast_on_white(colour):
    """The contrast of a computed colour, such as `rgb(85, 89, 92)` or `color(srgb 0.33 0.35 0.36 / 0.9)`."""
    numbers = [float(number) for number in re.findall(r"[\d.]+", colour)]
    red, green, blue = numbers[:3] if "srgb" in colour else [part / 255 for part in numbers[:3]]
    alpha = numbers[3] if len(numbers) > 3 else 1
    mixed = (part * alpha + 1 - alpha for part in (red, green, blue))
    light = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in mixed]
    return 1.05 / (0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] + 0.05)


def test_the_title_of_a_card_is_wrapped(opened):
    title = opened("news/").locator(".newsblog-card__title")
    assert title.evaluate("title => title.scrollWidth <= title.clientWidth")


def test_the_summary_of_a_card_is_no_larger_than_its_title(opened):
    page = opened("news/")
    title = float(style(page.locator(".newsblog-card__title"), "font-size").removesuffix("px"))
    summary = style(page.locator(".newsblog-card__summary p"), "font-size")
    assert float(summary.removesuffix("px")) < title


def test_a_card_is_as_wide_as_its_picture(opened):
    card = opened("news/").locator(".newsblog-card--pictured")
    assert card.evaluate("card => card.querySelector('img').offsetWidth - card.clientWidth") == 0


@pytest.mark.parametrize(("url", "chosen"), [("news/", ".newsblog-card"), ("news/a/", ".newsblog-post")])
def test_a_post_in_another_script_begins_at_its_own_side(opened, url, chosen):
    text = opened(url, language="fa").locator(f"{chosen} p").last
    assert (style(text, "direction"), style(text, "text-align")) == ("rtl", "start")


@pytest.mark.parametrize("theme", ["readthedocs", "material"])
@pytest.mark.parametrize(
    ("url", "chosen"), [("news/", ".newsblog-card"), ("news/a/", ".newsblog-post__body")]
)
def test_the_marks_of_a_list_in_another_script_stand_within_its_text(opened, theme, url, chosen):
    item = opened(url, theme, language="fa").locator(f"{chosen} li", has_text="an item").last
    assert float(style(item, "margin-right").removesuffix("px")) >= 16


def test_no_mark_of_a_theme_stands_before_pictures_names_and_tags(opened):
    for url, chosen in (
        ("news/", ".newsblog-card__picture, .newsblog-tag"),
        ("news/a/", ".newsblog-byline a"),
    ):
        places = opened(url).locator(chosen).all()
        assert len(places) == 2
        assert [style(place, "content", "::before") for place in places] == ["none", "none"]


@pytest.mark.parametrize("url", ["news/", "news/a/"])
def test_small_text_can_be_read_where_the_text_of_the_theme_can(opened, url):
    page = opened(url)
    tag = style(page.locator(".newsblog-tag").first, "color")
    assert contrast_on_white(tag) == pytest.approx(contrast_on_white("rgb(85, 89, 92)"))
    for chosen in (".newsblog-date", ".newsblog-minutes"):
        muted = contrast_on_white(style(page.locator(chosen).first, "color"))
        assert 4.5 <= muted < contrast_on_white(tag)


@pytest.mark.parametrize("theme", ["readthedocs", "mkdocs", "material"])
def test_a_site_gives_the_byline_a_colour_of_its_own(opened, theme):
    rule = ".newsblog-post .newsblog-byline { color: rgb(200, 0, 0) }"
    page = opened("news/a/", theme=theme, styles=rule)
    assert style(page.locator(".newsblog-byline"), "color") == "rgb(200, 0, 0)"
    for place in page.locator(".newsblog-date, .newsblog-minutes, .newsblog-author").all():
        assert style(place, "color") == "rgb(200, 0, 0)"


def test_material_s_chips_keep_the_icons_that_a_site_asks_for(opened):
    tag = opened("news/a/", theme="material").locator(".newsblog-tag")
    assert style(tag, "content", "::before") == '"@"'


PLAIN = """<!doctype html><html lang="en"><head><title>A</title><style>
body { color: #404040 } .dusk { background: #111; color: #eee }
</style></head><body>{{ page.content }}</body></html>"""


def test_tags_are_as_dark_as_the_text_when_a_theme_turns_dark_by_a_script(drawn, served, chromium):
    theme = {"name": None, "custom_dir": "plain"}
    site = drawn("docs/\n  index.md | # Home\n", {"theme": theme}, {"dir": "news"})
    site.write("plain/main.html", PLAIN)
    site.write("docs/news/a.md", "---\ntitle: A\ndate: 2024-05-01\ntags: [sea]\n---\nText\n")
    tag = chromium.open(served(site.build(strict=False)) + "news/a/").locator(".newsblog-tag")
    assert style(tag, "color") == "color(srgb 0.25098 0.25098 0.25098)"
    tag.evaluate("() => document.body.className = 'dusk'")
    assert style(tag, "color") == "color(srgb 0.933333 0.933333 0.933333)"


CONTENT = """<!doctype html><html lang="en"><head><title>A</title><style>
div.body h2, main .typography h2 {{ font-size: 180%; font-weight: 400; line-height: 2; letter-spacing: 3px }}
div.body h3, main .typography h3 {{ font-size: 150%; font-weight: 400; line-height: 2; letter-spacing: 3px }}
.markdown-body a {{ background-color: transparent }} .markdown-section a {{ background: 0 0 }}
</style>{{% for css in config.extra_css %}}<link rel="stylesheet" href="{{{{ css | url }}}}">{{% endfor %}}
</head><body><main><div class="{name}">{{{{ page.content }}}}</div></main></body></html>"""
HEADINGS = {
    ("news/", "h2.newsblog-card__title"): 1.2,
    ("news/a/", "h2.newsblog-related__title"): 1.2,
    ("news/archive/", "h2.newsblog-group__title"): 1.5,
    ("news/archive/", "h3.newsblog-group__title"): 1.15,
}


@pytest.fixture
def contained(drawn, served, chromium):
    def open_page(name, url, styles=""):
        theme = {"name": None, "custom_dir": "plain"}
        options = {"dir": "news", "related": True, "images": {"placeholder": "designed"}}
        site = drawn("docs/\n  index.md | # Home\n", {"theme": theme, "extra_css": ["s.css"]}, options)
        site.write("plain/main.html", CONTENT.format(name=name))
        site.write("docs/s.css", styles)
        for each in "abc":
            site.write(
                f"docs/news/{each}.md",
                f"---\ntitle: {each}\ndate: 2024-05-01\ntags: [sea]\nrelated: [c]\n---\nText\n",
            )
        return chromium.open(served(site.build(strict=False)) + url, width=1280)

    return open_page


@pytest.mark.parametrize(("url", "chosen"), HEADINGS)
def test_the_ground_that_a_theme_gives_to_headings_is_not_behind_titles(contained, url, chosen):
    title = contained("body", url, "h2, h3 { background: red }").locator(chosen).first
    assert style(title, "background-color") == "rgba(0, 0, 0, 0)"


@pytest.mark.parametrize("name", ["body", "typography"])
@pytest.mark.parametrize(("url", "chosen"), HEADINGS)
def test_titles_are_no_headings_where_a_theme_gives_those_of_its_content_weight(contained, name, url, chosen):
    title = contained(name, url).locator(chosen).first
    around = title.evaluate("title => parseFloat(getComputedStyle(title.parentElement).fontSize)")
    assert float(style(title, "font-size")[:-2]) == pytest.approx(around * HEADINGS[url, chosen])
    assert style(title, "font-weight") == "600"
    assert float(style(title, "line-height")[:-2]) == pytest.approx(around * HEADINGS[url, chosen] * 1.3)


def test_a_site_needs_two_classes_for_titles_whatever_the_theme_has_for_headings(contained):
    page = contained("body", "news/", ".newsblog-card .newsblog-card__title { font-size: 40px }")
    assert style(page.locator(".newsblog-card__title").first, "font-size") == "40px"


@pytest.mark.parametrize("name", ["markdown-body", "markdown-section"])
def test_tags_and_places_of_pictures_keep_their_ground_where_links_have_none(contained, name):
    page = contained(name, "news/")
    assert style(page.locator("a.newsblog-tag").first, "background-color") != "rgba(0, 0, 0, 0)"
    place = page.locator("a.newsblog-placeholder").first
    assert style(place, "background-color") != "rgba(0, 0, 0, 0)"
    assert "gradient" in style(place, "background-image")


WIDE = {
    "pre": "```\n" + "a long line of code " * 9 + "\n```",
    "table": "| " + "word | " * 30 + "\n|" + "---|" * 30 + "\n| " + "wordywordy | " * 30,
    "video": '<video width="900" height="300" controls></video>',
    "svg": '<svg width="900" height="100" role="img" aria-label="A chart"></svg>',
}


@pytest.mark.parametrize("theme", ["readthedocs", "mkdocs"])
def test_what_is_wide_in_a_summary_is_not_cut_off_by_its_card(opened, theme):
    text = opened("news/", theme, summary="\n\n".join([*WIDE.values(), "<!-- more -->"]))
    card = text.locator(".newsblog-card__text").bounding_box()
    for name in WIDE:
        box = text.locator(f".newsblog-card__summary {name}").bounding_box()
        assert box["x"] + box["width"] <= card["x"] + card["width"], name


def test_code_in_a_card_is_scrolled_where_the_theme_lets_it_stand_out(opened):
    code = opened("news/", "mkdocs", summary=WIDE["pre"], styles="pre { overflow: visible }")
    pre = code.locator(".newsblog-card__summary pre")
    assert pre.evaluate("pre => pre.scrollWidth > pre.clientWidth")
    assert style(pre, "overflow-x") == "auto"


LEFT_OF_LAST = """code => {
  const text = document.createTreeWalker(code, NodeFilter.SHOW_TEXT).nextNode();
  const range = document.createRange();
  const left = at => {
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return range.getBoundingClientRect().left;
  };
  return left(0) < left(text.data.trimEnd().length - 1);
}"""
"""Whether the first character stands to the left of the last."""


@pytest.mark.parametrize("theme", ["readthedocs", "mkdocs", "material"])
@pytest.mark.parametrize("url", ["news/a/", "news/"])
def test_code_is_written_from_the_left_in_a_text_from_the_right(opened, theme, url):
    page = opened(
        url, theme, language="fa", summary="متن `--option` است.\n\n    (--x)\n\nمتن\n\n<!-- more -->"
    )
    codes = page.locator(".newsblog-post__body code, .newsblog-card__summary code").all()
    assert [code.evaluate(LEFT_OF_LAST) for code in codes] == [True, True]


def test_a_note_begins_where_a_text_from_the_right_does(opened):
    summary = '<div class="admonition note"><p>متن</p></div>'
    assert (
        style(
            opened("news/a/", "mkdocs", language="fa", summary=summary).locator(".admonition p"), "text-align"
        )
        == "start"
    )


def test_a_small_font_size_of_the_root_makes_no_picture_small(opened):
    page = opened("news/a/", styles="html { font-size: 10px }")
    box = page.locator(".newsblog-hero").bounding_box()
    assert box["width"] / box["height"] == pytest.approx(900 / 500, rel=0.01)


def test_a_small_font_size_of_the_root_brings_no_words_near_to_the_edges_of_cards(opened):
    page = opened("news/", styles="html { font-size: 10px }")
    card, text = page.locator(".newsblog-card").first, page.locator(".newsblog-card__text").first
    assert style(text, "padding-left") == "17.6px"
    assert style(card.locator(".."), "column-gap") == "25.6px"


def test_links_to_other_listings_stand_apart_from_paragraphs_without_a_lower_margin(drawn, served, chromium):
    site = drawn("docs/\n  index.md | # Home\n", {"extra_css": ["s.css"]}, {"dir": "news"})
    site.write("docs/s.css", "p { margin: 10px 0 0 }")
    site.write("docs/news/index.md", "# News\n\nWords of the introduction.\n")
    site.write("docs/news/a.md", "---\ntitle: A\ndate: 2024-05-01\ntags: [sea]\n---\nText\n")
    page = chromium.open(served(site.build(theme="mkdocs", strict=False)) + "news/")
    words = page.locator(".newsblog-view > p", has_text="introduction").bounding_box()
    assert page.locator(".newsblog-ways").bounding_box()["y"] - words["y"] - words["height"] > 9


def test_the_link_of_a_line_is_no_wider_than_its_title(opened):
    link = opened("news/2024/").locator(".newsblog-card__title")
    link.evaluate("link => link.querySelector('bdi').textContent = 'Short'")
    assert link.bounding_box()["width"] < 100


def test_what_a_theme_does_with_sections_tears_no_archive_apart(opened):
    page = opened("news/archive/", styles="section { padding: 100px 0; margin: 50px; min-height: 100vh }")
    title, group = (page.locator(f".newsblog-group{part}").first.bounding_box() for part in ("__title", ""))
    assert title["y"] - group["y"] < 40
    assert group["height"] < 200


def test_a_post_within_the_article_of_a_theme_has_no_second_frame(opened):
    frame = "padding: 20px 10%; margin: 30px; max-width: 300px; border: 1px solid; box-shadow: 0 0 9px"
    rule = f"article {{ {frame}; background: red; display: flex; flex-direction: column; gap: 60px }}"
    page = opened("news/a/", styles=f"{rule} main article {{ width: 50% }}")
    post = page.locator(".newsblog-post")
    outer, box, byline, hero = (
        place.bounding_box()
        for place in (
            post.locator(".."),
            post,
            page.locator(".newsblog-byline"),
            page.locator(".newsblog-hero"),
        )
    )
    assert (box["x"], box["width"]) == (outer["x"], outer["width"])
    assert (hero["x"], hero["width"]) == (box["x"], box["width"])
    assert hero["y"] - byline["y"] - byline["height"] < 40
    assert [style(post, name) for name in ("background-color", "box-shadow", "border-top-width")] == [
        "rgba(0, 0, 0, 0)",
        "none",
        "0px",
    ]


def test_a_long_series_goes_on_at_the_end_of_a_printed_page(drawn, served, chromium):
    site = drawn("docs/\n  index.md | # Home\n", newsblog={"dir": "news"})
    for number in range(16):
        text = f"---\ndate: 2024-05-01\nseries: Tides\n---\n# Part {number}\n"
        site.write(f"docs/news/p{number:02}.md", text)
    page = chromium.open(served(site.build(theme="material", strict=False)) + "news/p03/")
    page.emulate_media(media="print")
    assert style(page.locator(".newsblog-series details"), "break-inside") == "auto"


@pytest.mark.parametrize(("theme", "dark"), [("mkdocs", True), ("material", True), ("readthedocs", False)])
def test_the_word_draft_can_be_read_on_dark_and_on_light_grounds(drawn, served, chromium, theme, dark):
    site = drawn("docs/\n  index.md | # Home\n", newsblog={"dir": "news", "drafts": True})
    site.write("docs/news/a.md", "---\ntitle: A\ndate: 2024-05-01\ndraft: true\n---\nText\n")
    colours = {"material": {"palette": {"scheme": "slate"}}, "mkdocs": {"color_mode": "dark"}}
    home = served(site.build(theme={"name": theme, **colours.get(theme, {})}, strict=False))
    badge = chromium.open(home + "news/a/").locator(".newsblog-badge")
    lightness = float(style(badge, "color").removeprefix("oklch(").split()[0])
    assert lightness == pytest.approx(0.72 if dark else 0.53)


@pytest.mark.parametrize(
    "styles",
    [":root { --newsblog-ratio: auto }", "img { width: auto !important }", "img { height: 9em !important }"],
)
def test_something_is_left_of_a_picture_whose_shape_or_width_a_site_takes_away(opened, styles):
    page = opened("news/", theme="material", styles=styles)
    picture = page.locator(".newsblog-card__image").bounding_box()
    assert min(picture["width"], picture["height"]) > 100


@pytest.mark.parametrize("theme", ["mkdocs", "material"])
def test_no_corner_of_a_picture_is_cut_in_the_middle_of_a_card(opened, theme):
    picture = opened("news/", theme=theme).locator(".newsblog-card__image")
    assert style(picture, "border-radius") == "0px"
