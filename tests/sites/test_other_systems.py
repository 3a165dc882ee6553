"""Posts of systems whose texts hold more than Markdown, on sites of both common kinds of extensions."""

import pytest

EXTENSIONS = {
    "plain": [],
    "attributes": ["attr_list"],
    "codehilite": ["attr_list", "codehilite"],
    "superfences": ["attr_list", "md_in_html", "pymdownx.superfences", {"pymdownx.highlight": {}}],
}
HEAD = "---\ntitle: Tide\ndate: 2026-05-04\n---\n"


def post_page(drawn, text, kind="plain", **changes):
    """The page of one post, and what was built."""
    site = drawn("docs/\n  index.md | # Home\n", {"markdown_extensions": EXTENSIONS[kind]}, {"dir": "news"})
    site.add({"tide.md": HEAD + text}, "docs/news")
    built = site.build(**changes)
    assert built.ok, built
    return built.page("news/tide/"), built


FENCES = """\
Water is low.

```js {1,3} title="tide.js" showLineNumbers
first()

third()
```

```vue [Gauge.vue]
<Gauge />
```

```jsx{1}{numberLines: true}
<Tide />
```
"""


@pytest.mark.parametrize("kind", EXTENSIONS)
def test_code_is_code_whatever_its_fence_says_besides(drawn, kind):
    page, _ = post_page(drawn, FENCES, kind)
    assert [text.split()[0] for text in page.texts("pre")] == ["first()", "<Gauge", "<Tide"]
    assert "`" not in page.text("body")
    assert "showLineNumbers" not in page.text("body")
    if kind == "superfences":
        assert page.texts(".filename") == ["tide.js", "Gauge.vue"]
        assert page.texts(".hll") == ["first()", "third()", "<Tide />"]


OF_HUGO = """\
Water is low.

```go {linenos=inline hl_lines=["1-2"] style=emacs}
first()
second()
```

```py linenums="1"
third()
```

```py title="a.py" linenums="4"
# A comment
last()
```
"""


@pytest.mark.parametrize("kind", EXTENSIONS)
def test_what_one_extension_reads_does_not_stop_another(drawn, kind):
    page, _ = post_page(drawn, OF_HUGO, kind)
    code = "".join(page.texts("pre"))
    assert all(name in code for name in ("first()", "third()", "# A comment", "last()"))
    assert "emacs" not in page.text("body")
    assert "`" not in page.text("body")
    if kind == "superfences":
        assert [text for text in page.texts(".linenos") if text.strip() in {"1", "4"}]
    if kind in {"codehilite", "superfences"}:
        assert len(page.texts(".hll")) == 2


COMPONENTS = """\
Water is low.

## At the pier {/*at-the-pier*/}

::u-alert
---
title: Tide
---
::

See [the pier](#at-the-pier).
"""


@pytest.mark.parametrize("kind", EXTENSIONS)
def test_headings_are_those_of_the_text(drawn, kind):
    page, built = post_page(drawn, COMPONENTS, kind, strict=True)
    assert page.texts("article h2") == ["At the pier"]
    assert page.one("article h2")["id"] == "at-the-pier"
    assert page.select("article hr") == []
    assert "Tide" not in page.texts("article p")
    assert built.page("news/").texts(".newsblog-card__summary") == ["Water is low. See the pier."]


CARDS = {
    "marks": ("Low ==water== at {% label primary @noon %}. ^low-1", "Low water at noon."),
    "MDX": (
        "import {\n  A,\n\n  B,\n} from './a';\n\nexport const tide = {\n  low: 1,\n\n  high: 2,\n};\n\n"
        "<div style={{width: 1, id: 'a'}}>\nWater\n</div>\n\nis <a href={tide}>low</a>.",
        "Water is low.",
    ),
    "HTML": ('<div align="center">\n ![A](a.png)\n</div>\n\nWater is low.', "Water is low."),
}


@pytest.mark.parametrize("name", CARDS)
def test_a_card_has_the_words_of_a_text_and_no_signs_of_its_system(drawn, name):
    text, said = CARDS[name]
    _, built = post_page(drawn, text)
    card = built.page("news/")
    assert " ".join(card.text(".newsblog-card__summary").split()) == said
    assert card.select(".newsblog-card__summary [style]") == []
    assert (name == "MDX") == any("[shortcode-kept]" in each for each in built.said("INFO"))
