"""Which parts of a theme may be shared by pages: those whose templates say nothing of the page.

Of each such part its text is returned, since what it depends on besides is found there, too.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Collection, Mapping
from pathlib import Path

from jinja2 import Environment, TemplateNotFound
from mkdocs.config.defaults import MkDocsConfig

from mkdocs_newsblog.render.templating.themes import adaptor_for

ASKED = re.compile(r"\bpage\b(?:\s*(?:\.\s*\w+|[\[|(]))?")
"""What a template does with the page."""
INCLUDED = re.compile(r"""\b(?:include|import|from)\s+["']([^"']+)["']""")
GIVEN = re.compile(r"\{%[-+]?\s*(?:set\b(.*?)(=.*?)?|((?:import|from)\b.*?))%\}", re.DOTALL)
"""What gives values to names: the names, and what the value is made of; an import is both."""
WORD = re.compile(r"[A-Za-z_]\w*")
RENAMED = re.compile(r"\bset\s+\w+\s*=\s*page\s*[-+]?%\}")
"""Another name for the page: what is asked of that is not seen."""

OTHERS = ("partials/languages/", ".icons/", "partials/toc.html")
"""Templates that hold no more than words or drawings, or what the navigation prints of the page at hand."""

HARMLESS = frozenset({"page", "page.toc"})
"""What a part may ask of the page: whether it is the one at hand, and then for its table of contents."""


def part_texts(env: Environment, config: MkDocsConfig) -> Mapping[str, str]:
    """Return the parts of a theme that may be shared, each with the text of all that it is made of."""
    theme = adaptor_for(config.theme.name or "")
    # The host has loaded it from its package; to ask once more would search all that is installed.
    loaded = [sys.modules[name].__file__ for name in theme.packages if name in sys.modules]
    theme_dirs = [Path(file).resolve().parent for file in loaded if file]
    texts = {name: shareable(env, (name, *others), theme_dirs) for name, others in theme.shared.items()}
    return {name: text for name, text in texts.items() if text}


def shareable(env: Environment, names: Collection[str], theme_dirs: Collection[Path]) -> str:
    """Return the text of templates that are the theme's own, and say nothing of the page they are printed on.

    Of any others nothing is known, and there is no text.
    """
    texts = []
    for name in names:
        template, _, block = name.partition("#")
        try:
            source, path, _ = env.loader.get_source(env, template) if env.loader else ("", None, None)
        except TemplateNotFound:
            return ""
        if path is None or not set(theme_dirs).intersection(Path(path).resolve().parents):
            return ""
        text = _block(source, block) if block else source
        if not text or not set(ASKED.findall(text)) <= HARMLESS:
            return ""
        if not all(each in names or each.startswith(OTHERS) for each in INCLUDED.findall(text)):
            return ""
        texts.append(text)
    return "\n".join(texts)


def _block(source: str, name: str) -> str:
    """Return a block, and what gives values to the names in it; nothing where others make part of it."""
    start = re.search(rf"\{{%[-+]?\s*block {re.escape(name)}\s*[-+]?%\}}", source)
    inner = source[start.end() :].partition("endblock")[0] if start else ""
    if re.search(r"\bblock\b|\bsuper\b|\bself\b", inner) or RENAMED.search(source):
        return ""
    words = set(WORD.findall(inner))
    pending = GIVEN.findall(source)
    while used := [each for each in pending if words.intersection(WORD.findall(each[0] or each[2]))]:
        if any(names and not value for names, value, _ in used):
            return ""  # what stands between set and endset
        inner = " ".join((inner, *(value or imported for _, value, imported in used)))
        words = set(WORD.findall(inner))
        pending = [each for each in pending if each not in used]
    return "" if words.intersection(re.findall(r"\bmacro\s+(\w+)", source)) else inner
