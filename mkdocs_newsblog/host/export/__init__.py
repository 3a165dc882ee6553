"""A build for another generator: its pages as files of Markdown."""
