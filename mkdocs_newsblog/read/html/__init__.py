"""The finished page of a post: what cards, feeds and descriptions take from it."""
