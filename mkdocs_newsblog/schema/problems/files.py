"""What can be wrong with a file, as rows of ``codes.CODES``."""

from __future__ import annotations

from mkdocs_newsblog.schema.problems.code import Code, E, I, W

FILES = (
    # files
    Code("file-not-utf8", E, "The file is not UTF-8 text", "Save it as UTF-8"),
    Code(
        "file-too-large",
        E,
        "The file is larger than a post may be",
        "Split it, or move data out of the post",
    ),
    Code(
        "file-not-regular",
        E,
        "The file is no regular file inside the docs folder",
        "Put a plain file there",
    ),
    Code("file-empty", W, "The file holds no text", "Write the post, or delete the file"),
    # front matter as a whole
    Code(
        "front-matter-unclosed",
        E,
        "The front matter block is not closed",
        "Add a line --- after the last key",
    ),
    Code("front-matter-unreadable", E, "The front matter can't be parsed", "Mend the line shown"),
    Code(
        "front-matter-missing",
        E,
        "The file has no front matter, and the config asks for it",
        "Begin the file with a block between two lines ---",
    ),
    Code(
        "front-matter-misplaced",
        W,
        "Front matter does not begin at the top of its file, so it is text",
        "Move it to the top, its lines at the left edge",
    ),
    Code(
        "front-matter-mended",
        W,
        "A line was no valid YAML and was read as if mended",
        "Write it as shown",
    ),
    Code(
        "front-matter-too-big",
        E,
        "The front matter is larger or deeper than it may be",
        "Move data out of the post",
    ),
    Code("front-matter-unsafe", E, "A YAML tag that could run code or is not known", "Remove the tag"),
    Code("front-matter-overruled", I, "Two keys say one thing differently", "Keep one of them"),
    # the body
    Code(
        "shortcode-kept",
        I,
        "A shortcode or a tag that another system would have run is text",
        "Write in Markdown what it stands for",
    ),
)
