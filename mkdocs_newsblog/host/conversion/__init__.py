"""Markdown that is not converted again: what it became is kept, with all that it was made from."""
