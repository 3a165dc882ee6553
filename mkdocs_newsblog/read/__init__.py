"""Floor 2: bytes and mappings to :class:`~mkdocs_newsblog.model.post.Entry`; a finished page to a post."""
