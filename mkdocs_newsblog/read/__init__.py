"""Floor 2: bytes and mappings to entries; a writer's mistake becomes a problem, never an exception.

Begin with ``entry``, which reads one post, and ``folder``, which reads all of a section; ``misplaced`` finds
front matter that is none. Files beside the posts: ``beside`` ``defaults`` ``closing`` ``author_map``
``tag_file``.
The packages, each importing from those below it alone:

- ``directives``: lists in pages
- ``html``: the finished page of a post
- ``markdown``: its body as it is written; ``people``: its authors; ``pictures``: its hero
- ``values``: from keys to fields; ``config``: the host's configuration as files hold it
- ``front_matter``: blocks of front matter in their languages
- ``files``: bytes, paths and history
- ``time``: dates and the clock
"""

from mkdocs_newsblog.read.defaults import Defaults, read_defaults
from mkdocs_newsblog.read.entry import Reading, read_entry
from mkdocs_newsblog.read.people.authors import split_names
from mkdocs_newsblog.read.time.dates import NotADateError, read_date

__all__ = ["Defaults", "NotADateError", "Reading", "read_date", "read_defaults", "read_entry", "split_names"]
