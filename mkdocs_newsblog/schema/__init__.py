"""Floor 1: what people may write, declared once.

- options: ``settings`` has all of them, in groups of ``options``: ``addressing`` ``announcing`` ``caching``
  ``listing`` ``pictures`` ``reading`` ``showing``; ``own_words`` a site's own words, ``lengths`` bounds
- what is wrong with them: ``check`` ``sentences`` ``near``
- front matter: ``front_matter`` has all fields, from ``aliases`` ``aliases_groups`` ``aliases_pictures``
  ``aliases_switches``; ``foreign_keys`` ``value_shapes`` ``platforms`` ``languages``
- lists in pages: ``lists``
- problems: ``codes``, from ``code`` ``codes_files`` ``codes_pictures`` ``codes_states``
- other plugins: ``material``
- made of these: JSON Schemas in ``export``, the pages of the reference in ``reference``, two of them in
  ``options_page`` and ``lists_page``, with ``docstrings`` and ``markdown``
"""
