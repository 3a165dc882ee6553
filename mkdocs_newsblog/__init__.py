"""A news or blog section for an existing documentation site, on any MkDocs theme."""

__version__ = "0.1.0"
