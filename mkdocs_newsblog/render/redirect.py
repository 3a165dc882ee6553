"""The page at a former address: it sends its readers on, with a link for those whom it can't send."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from mkdocs_newsblog.render.text.labels import Labels, direction

_PAGE = Markup("""\
<!doctype html>
<html lang="{lang}" dir="{direction}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={href}">
<link rel="canonical" href="{canonical}">
</head>
<body>
<p>{moved} <a href="{href}">{link}</a></p>
</body>
</html>
""")


class Target(NamedTuple):
    """Where a former address leads: ``href`` from there, and ``canonical``, absolute if that is known."""

    title: str
    language: str | None
    """Of the title, None for that of the site."""
    href: str
    canonical: str


def redirect_page(target: Target, labels: Labels) -> str:
    """Return a whole page; every value in it is escaped."""
    title, lang = target.title, target.language
    own = Markup('<bdi lang="{}" dir="{}">{}</bdi>')
    return _PAGE.format(
        lang=labels.tag,
        direction=labels.direction,
        title=title,
        href=target.href,
        canonical=target.canonical,
        moved=labels.word("moved"),
        link=own.format(lang, direction(lang), title) if lang else Markup("<bdi>{}</bdi>").format(title),
    )
