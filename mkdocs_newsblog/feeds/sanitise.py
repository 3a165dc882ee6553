"""HTML of a page as it may leave the site: absolute addresses, nothing active, no controls of the page."""

from __future__ import annotations

import re
from functools import lru_cache

import nh3
from selectolax.lexbor import LexborHTMLParser, LexborNode

from mkdocs_newsblog.feeds.characters import allowed

TAGS = frozenset(
    {
        *("a", "abbr", "audio", "b", "bdi", "bdo", "blockquote", "br", "caption", "cite", "code", "col"),
        *("colgroup", "dd", "del", "details", "dfn", "div", "dl", "dt", "em", "figcaption", "figure", "h1"),
        *("h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li", "mark", "ol", "p", "pre", "q"),
        *("rp", "rt", "ruby", "s", "samp", "small", "source", "strong", "sub", "summary", "sup", "table"),
        *("tbody", "td", "tfoot", "th", "thead", "time", "tr", "u", "ul", "var", "video", "wbr"),
    }
)
"""Elements that stay; of others the text stays, and of those in :data:`GONE` nothing."""

GONE = frozenset(
    {
        *("applet", "button", "canvas", "dialog", "embed", "form", "head", "iframe", "math", "noscript"),
        *("object", "script", "select", "style", "svg", "template", "textarea", "title"),
    }
)

ATTRIBUTES = {
    "*": {"dir", "lang", "title"},
    "a": {"href", "hreflang"},
    "audio": {"controls", "src"},
    "col": {"span"},
    "colgroup": {"span"},
    "img": {"alt", "height", "src", "width"},
    "ol": {"reversed", "start"},
    "source": {"src", "type"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "time": {"datetime"},
    "video": {"controls", "height", "poster", "src", "width"},
}

SCHEMES = frozenset({"https", "http", "mailto", "tel"})

PAGE_PARTS = ".headerlink, .linenos, .linenodiv, nav, .md-clipboard, .newsblog-hero, a[id^=__codelineno]"
"""Controls and places of a page: links to its own headings, numbers beside code."""

_ATTRIBUTE = r'[^\s"=<>]+="[^"]*+"'
_TAGS = rf"<(?:(img(?>(?: (?!src=){_ATTRIBUTE})*)>)|[a-z][a-z0-9]*(?>(?: {_ATTRIBUTE})*)>)"
"""Tags as the cleaner writes them, pictures without an address in a group of their own.

Every tag is read whole: older cleaners leave ``<`` and ``>`` in the values of attributes as they are.
"""
_NOWHERE = "https://example.org/"
"""Stands for the page's address where there is nothing to resolve, so that many pages share one cleaner."""
TABS = ".tabbed-labels"
"""Names of content tabs, which stand together before the texts of all."""
_HAS_PARTS = re.compile(r"headerlink|lineno|<nav\b|md-clipboard|newsblog-hero|tabbed-labels")


def sanitise(html: str, base: str) -> str:
    """Return ``html`` cleaned, its addresses resolved against ``base``, the absolute address of its page."""
    if _HAS_PARTS.search(html):
        html = _without_parts(html)
    text = allowed(html)
    # Without an attribute there is nothing to resolve, as in most summaries.
    cleaned = _cleaner(base if "=" in text else _NOWHERE).clean(text)
    return without_lost_pictures(cleaned).strip()


def without_lost_pictures(cleaned: str) -> str:
    """Return HTML as the cleaner writes it without the pictures whose address was not allowed."""
    if "<img" not in cleaned:
        return cleaned
    return re.sub(_TAGS, lambda tag: "" if tag[1] else tag[0], cleaned)


@lru_cache(maxsize=2)
def _cleaner(base: str) -> nh3.Cleaner:
    """Return what cleans the HTML of one page; ``nh3.clean`` would take ten times as long for a summary."""
    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags=set(GONE),
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        link_rel=None,
        url_schemes=set(SCHEMES),
        url_relative=("rewrite_with_base", base),
    )


def _without_parts(html: str) -> str:
    body = LexborHTMLParser(f"<body>{html}").body
    if body is None:
        return html
    for node in body.css(PAGE_PARTS):
        node.decompose()
    for names in body.css(TABS):
        _name_tabs(names)
    return body.inner_html or ""


def _name_tabs(names: LexborNode) -> None:
    """Put the name of each tab above its text: without a script, all of them are shown."""
    content = names.next
    while content is not None and not content.is_element_node:
        content = content.next
    texts = [] if content is None else [each for each in content.iter() if each.tag == "div"]
    for name, text in zip(names.css("label"), texts, strict=False):
        text.insert_before(LexborHTMLParser(f"<p><strong>{name.inner_html}</strong></p>").css("p")[0])
    names.decompose()
