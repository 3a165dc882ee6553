"""What can be wrong with lists in pages, options and templates of a site, as rows of ``codes.CODES``."""

from __future__ import annotations

from mkdocs_newsblog.schema.problems.code import Code, E, W

SITE = (
    # lists in pages
    Code("list-unknown", W, "A directive names no list that there is, or begins wrongly", "Mend it"),
    Code("list-key-unknown", W, "A list in a page has no such key", "Mend the key"),
    Code("list-value-invalid", W, "A value of a list in a page can't be read", "Mend the value"),
    Code("list-value-unknown", W, "Nothing has a value that a list in a page names", "Mend the value"),
    Code("list-misplaced", W, "A directive stands where no list can", "Put it on a line of its own"),
    Code("lists-too-many", W, "A page has more lists than it may hold", "Put them on several pages"),
    # options and templates
    Code("option-unknown", W, "The plugin has no such option", "Remove it or mend its name"),
    Code("option-invalid", E, "An option has a value that is not accepted", "See the reference of options"),
    Code(
        "template-broken",
        E,
        "A template that stands in for one of ours can't be used",
        "Mend it, or delete the file, and ours is used",
    ),
    Code(
        "template-unknown",
        W,
        "A template of the site's own is called as one of ours or nearly so, and nothing asks for it",
        "Mend its name, or move it to newsblog/ in custom_dir",
    ),
    Code("layout-unknown", E, "A layout has no template", "Use a known one, or add its template"),
    Code("word-form-unused", W, "An own word has a plural form that its language lacks", "Remove it"),
    Code("posts-unmatched", W, "No page matches the globs of posts", "Write them as seen from dir"),
    Code("option-dir-missing", W, "No such folder, or no page in it", "Put a post there, or mend dir"),
)
