"""Blocks of front matter: found, taken apart in their language, and mended where that is sure."""
