"""A site without its host: configuration, files, sections, and what is wrong with their posts."""
