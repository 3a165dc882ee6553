"""The body of a post as it is written, in Markdown."""
