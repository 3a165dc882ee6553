"""Summaries as text: what search engines and programs are told."""

import pytest
from markdown import Markdown

from mkdocs_newsblog.read.html.content import marked_summary

SAID = {
    "items": ("<ul><li>One</li><li>Two</li></ul>", "One Two"),
    "cells": ("<table><tr><td>Cell1</td><td>Cell2</td></tr></table>", "Cell1 Cell2"),
    "blocks in blocks": ("<div><p>Para one.</p><p>Para two.</p>rest</div>", "Para one. Para two. rest"),
    "terms": ("<dl><dt>Term</dt><dd>Def</dd></dl>", "Term Def"),
    "lines": ("<p>One<br>two<BR/>three</p>", "One two three"),
    "inline elements": ("<p>H<sub>2</sub>O <b>b</b>r</p>", "H2O br"),
    "an emoji": ('<p>Go <img class="twemoji" alt="🚀" title=":rocket:" src="x.svg">!</p>', "Go 🚀!"),
    "an emoji of no class": ('<p>Go <img alt="👩‍💻" src="x.svg"></p>', "Go 👩‍💻"),
    "an emoji with a name alone": ('<p>Go <img class="emojione" title=":cat:" src="x.svg"></p>', "Go :cat:"),
    "a picture": ('<p>Go <img alt="A pier" src="x.jpg">on</p>', "Go on"),
    "a picture with its name in Greek": ('<p>Go <img alt="α" src="x.jpg">on</p>', "Go on"),
    "a word that hints at it": ("<p>The lineno of it</p>", "The lineno of it"),
}


@pytest.mark.parametrize("name", SAID)
def test_words_of_different_blocks_stand_apart(name):
    html, text = SAID[name]
    found = marked_summary(f"{html}<!-- more -->", "news/a/")
    assert found.text == text


@pytest.mark.parametrize("style", ["table", "inline", "pymdownx-inline"])
def test_numbers_of_lines_are_not_said(style):
    extensions = {
        "pymdownx.highlight": {"linenums": True, "linenums_style": style},
        "pymdownx.superfences": {},
    }
    source = "```python\ndef foo():\n    pass\n```\n\n<!-- more -->\n"
    html = Markdown(extensions=[*extensions], extension_configs=extensions).convert(source)
    assert marked_summary(html, "news/a/").text == "def foo(): pass"
