"""Floor 7: the only package that imports the host (MkDocs, or ProperDocs under its name).

Begin with ``plugin``, which has every event. By subject:

- a run and a build of it: ``entry`` ``session`` ``start`` ``config`` ``watching`` ``report``
- the host's files: ``section`` ``offer`` ``pages`` ``adjusted_files`` ``stand_ins`` ``outputs`` ``readers``
- where pages are and lead: ``navigation`` ``links`` ``translation``
- what pages hold: ``meta`` ``introductions`` ``page_content`` ``inserts`` ``contents`` ``head``
- the theme's headings and templates: ``titles`` ``headings`` ``page_templates`` ``shared_parts`` ``places``
- Markdown that is not converted again: ``conversions`` ``conversion_entry`` ``conversion_workers``
  ``extensions`` ``extension_code`` ``extension_files`` ``listening``
- pages that are not templated again: ``rendered`` ``ground`` ``page_keys`` ``strangers`` ``own_templates``
  ``asked``
- what else is kept, and where: ``findings`` ``kept`` ``recent`` ``shelf`` ``versions``
- a build for another generator: ``export_entry`` ``recorder`` ``staging`` ``staged_meta`` ``staged_nav``
  ``staged_pages``
"""
