"""Pages as Markdown files that other generators read: finished HTML in raw blocks, links for a new place."""
