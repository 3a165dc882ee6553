"""Floor 7: the only package that imports the host (MkDocs, or ProperDocs under its name).

Begin with ``plugin``, which has every event. Hosts load it through ``entry``; a run and its builds are in
``session`` and ``start``; ``report`` says problems in the host's log; ``watching`` is for previews.
The packages, each importing from those below it alone:

- ``files``: a section among the host's files
- ``content``: what pages hold, and what themes are told of it
- ``conversion``: Markdown that is not converted again
- ``reuse``: pages that are not templated again
- ``site``: the host's options, pages and navigation as values; ``store``: what is kept between builds

``export`` stands above them all: a build for another generator, in a process of its own.
"""
