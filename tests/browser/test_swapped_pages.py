"""Material's `navigation.instant` puts the next page into the open one, and what its head has besides."""

import pytest

OWN = ".newsblog-card { border-top-color: rgb(1, 2, 3) }"
COLOUR = "card => getComputedStyle(card).borderTopColor"


@pytest.mark.parametrize("first", ["guide/deep/", "404.html"])
def test_a_listing_put_into_another_page_has_its_styles_at_once_and_those_of_the_site_win(
    drawn, served, chromium, first
):
    site = drawn("docs/\n  index.md | # Home\n", {"extra_css": ["own.css"]}, {"dir": "news"})
    site.write("docs/guide/deep.md", "# Deep\n")
    site.write("docs/own.css", OWN)
    site.write("docs/news/a.md", "---\ntitle: A\ndate: 2024-05-01\n---\nWords.\n")
    theme = {"name": "material", "font": False, "features": ["navigation.instant", "navigation.tabs"]}
    built = site.build(theme=theme, site_url="http://127.0.0.1/", strict=False)
    home = served(built)
    pages = built.text("sitemap.xml").replace("http://127.0.0.1/", home)  # the script compares ports as well
    page = chromium.open("about:blank")
    page.route("**/sitemap.xml", lambda route: route.fulfill(body=pages, content_type="text/xml"))
    page.goto(home + first, wait_until="networkidle")  # so that the script has read which pages there are
    page.evaluate("() => { window.stays = true; }")
    asked = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    page.locator(".md-tabs__link", has_text="News").click()
    card = page.locator(".newsblog-card")
    card.wait_for()
    assert page.evaluate("() => window.stays")
    assert "newsblog.css" not in asked
    assert card.evaluate(COLOUR) == "rgb(1, 2, 3)"
