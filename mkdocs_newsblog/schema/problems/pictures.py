"""Problems of pictures, as ``codes`` declares all others."""

from __future__ import annotations

from mkdocs_newsblog.schema.problems.code import Code, E, I, W

PICTURES = (
    Code(
        "hero-unsafe",
        E,
        "A picture's address has a scheme that is not allowed",
        "Use an https address or a file in the docs folder",
    ),
    Code("hero-missing", W, "A picture's file does not exist", "Add the file or mend the path"),
    Code(
        "hero-insecure",
        W,
        "A picture on another host is loaded without encryption, or may fail for readers",
        "Use a public https address without spaces",
    ),
    Code(
        "hero-unreadable",
        W,
        "A picture's file is not one that can be shown; the post has no picture",
        "Put a sound picture there",
    ),
    Code(
        "hero-doubtful",
        W,
        "A picture is damaged or too large; it is shown as it is",
        "Save it anew, with at most 40 million pixels",
    ),
    Code(
        "hero-not-cached",
        I,
        "A picture on another host has not been downloaded",
        "Run newsblog images fetch, with its host in images.allow",
    ),
    Code(
        "cache-shut",
        W,
        "The folder for smaller copies of pictures can't be written to; pictures are shown as they are",
        "Make it writable, with room for them, or name another in images.cache",
    ),
    Code(
        "pillow-missing",
        W,
        "Smaller copies of pictures are asked for, and the library that makes them is not installed",
        "Run: pip install 'mkdocs-newsblog[images]'",
    ),
    Code(
        "hero-without-alt",
        I,
        "A hero has no alternative text",
        "Add heroAlt, or an empty text for decoration",
        quiet=True,
    ),
)
