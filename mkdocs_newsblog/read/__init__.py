"""Floor 2: bytes and mappings to entries; a writer's mistake becomes a problem, never an exception.

Begin with ``entry``, which reads one post, and ``folder``, which reads all of a section. By subject:

- files: ``source`` ``decode`` ``select`` ``paths`` ``file_names`` ``stored`` ``foreign_files`` ``history``
- beside the posts: ``beside`` ``defaults`` ``closing`` ``author_map``
- blocks of front matter: ``container`` ``headers`` ``load`` ``yaml_block`` ``yaml_numbers`` ``toml_and_json``
  ``object_end`` ``mend`` ``misplaced`` ``document``
- from keys to fields: ``fields`` ``texts`` ``terms`` ``addresses`` ``status`` ``related`` ``wiki_links``
- dates: ``moments`` ``dates`` ``date_shapes`` ``clock``
- people: ``authors`` ``namesakes`` ``mail`` ``socials``
- pictures: ``hero`` ``resources`` ``schemes`` ``declared_size``
- the body in Markdown: ``body`` ``headings`` ``markers`` ``code`` ``links`` ``foreign_text`` ``tags``
  ``shortcodes``
- the finished page: ``finish`` ``content`` ``cleaning`` ``cut`` ``sentences`` ``plain_text`` ``length``
  ``shown`` ``other_plugins`` ``elements`` ``depth``
- lists in pages: ``comments`` ``directive`` ``directive_places`` ``request``
- the configuration: ``config_file`` ``config_places`` ``plugin_options`` ``rss_plugin`` ``site_address``
"""

from mkdocs_newsblog.read.authors import split_names
from mkdocs_newsblog.read.dates import NotADateError, read_date
from mkdocs_newsblog.read.defaults import Defaults, read_defaults
from mkdocs_newsblog.read.entry import Reading, read_entry

__all__ = ["Defaults", "NotADateError", "Reading", "read_date", "read_defaults", "read_entry", "split_names"]
