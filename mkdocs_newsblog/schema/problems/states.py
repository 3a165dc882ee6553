"""What can be wrong with the state of a post, as rows of ``codes.CODES``."""

from __future__ import annotations

from mkdocs_newsblog.schema.problems.code import Code, E, I, W

STATES = (
    Code("status-unknown", W, "A status word is not known; the post is published", "Use a known word"),
    Code("status-unreadable", E, "A switch is neither true nor false", "Write true or false"),
    Code(
        "post-locked",
        W,
        "A post has a password that nothing asks readers for; it is not published",
        "Remove the password to publish the post, or add draft: true",
    ),
    Code(
        "post-held-back",
        I,
        "A key says that a post is private; it is not published",
        "Remove it to publish the post",
    ),
    Code(
        "folder-held-back",
        I,
        "The page of a folder keeps the posts below it from readers",
        "Remove the key to publish them",
    ),
    Code(
        "folder-doubtful",
        W,
        "The page of a folder keeps some posts below it from readers, and it can't be told which",
        "Add draft: true to these posts, or to a file .meta.yml in their folder, and remove the target",
    ),
    Code(
        "status-doubtful",
        W,
        "A word or a tag may say that a post is not for all readers; it is held back",
        "Add draft: false to publish it, or draft: true to keep it back without this warning",
    ),
    Code(
        "file-left-out",
        I,
        "The name of a file or of its folder begins with _; it is no post, and no page",
        "Rename it, or name it in the option posts, to publish it",
    ),
)
