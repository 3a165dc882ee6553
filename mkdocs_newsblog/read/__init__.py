"""Floor 2: bytes and mappings to entries; a writer's mistake becomes a problem, never an exception."""

from mkdocs_newsblog.read.authors import split_names
from mkdocs_newsblog.read.dates import NotADateError, read_date
from mkdocs_newsblog.read.defaults import Defaults, read_defaults
from mkdocs_newsblog.read.entry import Reading, read_entry

__all__ = ["Defaults", "NotADateError", "Reading", "read_date", "read_defaults", "read_entry", "split_names"]
