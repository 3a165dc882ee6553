"""Floor 5: values to HTML fragments.

``redirect`` prints a page that no theme has a template for; ``report`` is plain text; ``theme_keys``
keeps front matter from breaking a theme. The packages, each importing from those below it alone:

- ``values``: what templates receive, a public contract in ``context``
- ``templating``: the environment, its ladder of folders, and themes
- ``text``: words, inline Markdown and headings
"""
