"""What lines look like that another system would have run."""

from __future__ import annotations

from mkdocs_newsblog.read.html.paired_tags import PAIRS

_ATTRIBUTE = (
    r"(?>[.#](?![\d.])[^\s{},]++|[a-z][\w-]*+=(?:[\"\u201c\u201d][^{}\n\"\u201c\u201d]*+[\"\u201c\u201d]"
    r"|['\u2018\u2019][^{}\n'\u2018\u2019]*+['\u2018\u2019]|\[[^\[\]{}\n]*+\]|[^\s{}\[\],\"'\u2018-\u201d]++)?)"
)
"""One of some attributes, which nothing else stands beside: ``{n=1, 2}`` is a set of numbers."""
ATTRIBUTES = (
    r"\{(?:[:#]|\.(?![\d.\s]))[^{}\n]*+\}",
    rf"\{{{_ATTRIBUTE}(?>(?:(?:,|[ \t])[ \t]*+{_ATTRIBUTE})*)[ \t]*+\}}",
)
"""What kramdown, Pandoc, Hugo and attr_list take for the attributes of what stands before."""
NO_VALUE = r"[@\"'\u2018\u2019\u201c\u201d]"
"""What an element of MDX has in a value that is none of HTML; Markdown leaves others as they are typed."""
HIDING = (
    (r"\{%-?\s*+comment", r"\s*+-?%\}", r"\{%-?\s*+endcomment\s*+-?%\}"),
    (r"\{%-?\s*+highlight", r"\b(?>(?:[^{%]++|%(?!\}))*)%\}", r"\{%-?\s*+endhighlight\s*+-?%\}"),
    (r"\{%-?\s*+codeblock", r"\b(?>(?:[^{%]++|%(?!\}))*)%\}", r"\{%-?\s*+endcodeblock\s*+-?%\}"),
    (r"\{::comment", r"\}", r"\{:/(?:comment)?\}"),  # kramdown
    (r"\{\{[<%]\s*+highlight", r"\b(?>[^{}]*)\}\}", r"\{\{[<%]\s*+/\s*+highlight\s*+[>%]\}\}"),
    (r"\{\{[<%]\s*+mermaid", r"\b(?>[^{}]*)\}\}", r"\{\{[<%]\s*+/\s*+mermaid\s*+[>%]\}\}"),
    (r"\{%\s*+mermaid", r"\([^{}%]*+%\}", r"\{%\s*+end\s*+%\}"),  # Zola
)
"""Tags with what ends them: comments, code and drawings, of which Markdown has made words.

The name of a tag stands apart, since none is looked for behind another of its name: many without an end would
each be read up to the end of the text."""
_INSERTED = (
    *(rf"{name}{rest}(?>(?:[^{{]++|(?!{end}|{name})\{{)*){end}" for name, rest, end in HIDING),
    r"\{\{(?>(?:[^{}]++|\{(?!\{)|\}(?!\}))*)\}\}",  # Hugo, Zola, Liquid, Nunjucks
    r"\{%(?>(?:[^{%]++|\{(?!%)|%(?!\}))*)%\}",  # Liquid, Nunjucks, Tera
    r"\{/(?>(?:[^{/]++|\{(?!/)|/(?!\}))*)/\}",  # a comment of MDX, whose stars may have become emphasis
    *ATTRIBUTES,
    r"!\[\[[^\[\]\n]*+\]\]",  # what Obsidian embeds
    rf"\[caption{PAIRS}\](?>(?:[^\[]++|\[(?!/?caption\b))*)\[/caption\]",  # a picture of WordPress
    rf"\[[a-z][\w-]*+{PAIRS}[ \t]*/?\]",  # and its other shortcodes
    r"\[[a-z][\w-]*+[ \t]+https?://[^\[\]\s]++[ \t]*\]",  # that are told nothing but an address
    r"\[embed\b[^\[\]\n]*+\][^\[\]\n]*+\[/embed\]",
    r"\[/[a-z][\w-]*+\]",
    r"%\[https?://[^\[\]\s]++\]",  # what Hashnode embeds
    r"%%(?>(?:[^%]++|%(?!%))*)%%",  # a comment of Obsidian
    rf"<[A-Za-z](?=[^<>]*?=\{{)(?=[^<>]*?{NO_VALUE})[^<>]*+>",  # an element of MDX that is none for Markdown
)
_FENCES = (
    r":::[^\n]*+(?>(?:\n[ \t]*+:[a-z][a-z-]*+:[^\n]*+)*)",  # containers of Docusaurus, and MyST with options
    r"::(?:[a-z][\w-]*+(?:\[[^\[\]\n]*+\])?(?:\{[^{}\n]*+\})?)?",  # and of Nuxt
    r":[a-z][\w-]*+\{[^{}\n]*+\}",  # one that stands for itself there
    r"<<<[ \t]*+[@./][^\n]*+",  # code of a file, in VitePress
    r"\(\w[^\s()+*^=<>,]*+(?>(?:[ \t]\w[^\s()+*^=<>,]*+){0,9})\)=",  # a place that MyST names
    r"\+{3}(?:[ \t]*+\{[^{}\n]*+\})?",  # a cell that begins, and what MyST is told of it
    r"\[[^\[\]\n]+\]:[ \t]+\{[{%][^\n]*+",  # an address that Liquid would have made, as links refer to
    r"\[(?P<opens>[a-z][\w-]*+)\]",  # a shortcode of WordPress, if its end is there
    r"(?i:\[\[?_?toc_?\]?\]|@\[toc\])",
    r"(?>(?:!\[[^\[\]\n]*+\]\([^()\n]*+\)[ \t]*+)+)",  # pictures of Markdown that Markdown left as they are
)
LINE = rf"(?m)^[ \t]*+(?:(?>(?:(?:{'|'.join(_INSERTED)})[ \t]*+)+)|(?:{'|'.join(_FENCES)})[ \t]*+)$"
"""A foreign line, or several; one that ``opens`` something is, where its end follows."""
