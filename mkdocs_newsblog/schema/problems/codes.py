"""Every problem this project can report, declared once: code, default severity, meaning, remedy."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from mkdocs_newsblog.model.names import Severity
from mkdocs_newsblog.model.problem import Place, Problem
from mkdocs_newsblog.schema.problems.code import Code, E, I, W
from mkdocs_newsblog.schema.problems.files import FILES
from mkdocs_newsblog.schema.problems.pictures import PICTURES
from mkdocs_newsblog.schema.problems.site import SITE
from mkdocs_newsblog.schema.problems.states import STATES

CODES: Mapping[str, Code] = {
    code.name: code
    for code in (
        *FILES,
        # keys and values
        Code("key-repeated", W, "A key stands twice in one block", "Remove one of them"),
        Code("key-not-text", W, "A key is a number, a date or a switch for YAML", "Put it in quotes"),
        Code("unknown-key", W, "A key that nothing knows is close to one that is known", "Mend its name"),
        Code("value-invalid", E, "A value can't be what its key asks for", "Mend or remove it"),
        Code("value-ignored", W, "A value of an unexpected type was left out", "Mend or remove it"),
        Code("text-cleaned", W, "Invisible or control characters were removed", "Delete them from the text"),
        Code("link-unsafe", E, "A link has a scheme that is not allowed", "Use an https address"),
        *STATES,
        Code("title-too-long", W, "A title is longer than a heading should be", "Shorten it"),
        Code(
            "summary-missing",
            E,
            "A post has no summary of its author, and the config asks for one",
            "Put a line <!-- more --> behind the first paragraph, or add summary to the front matter",
        ),
        Code(
            "file-unread",
            W,
            "A file that other systems take for a post, or for a part of one, is none here",
            "Rename it to .md, or exclude it with exclude_docs",
        ),
        # terms
        Code(
            "terms-split",
            W,
            "An item of a list held commas and was split",
            "Write each as an item of its own",
        ),
        Code("terms-repeated", W, "A term stands twice in one post", "Remove one of them"),
        Code("terms-too-many", W, "A post has too many tags, authors or the like", "Keep the important ones"),
        Code("term-too-long", W, "A term is longer than a label should be", "Shorten it"),
        Code(
            "series-number-repeated",
            W,
            "Two parts of a series have one number",
            "Give each part a number of its own",
        ),
        # dates
        Code(
            "date-missing",
            W,
            "The post has no date; it is listed last, and in no feed",
            "Add date: YYYY-MM-DD",
        ),
        Code("date-unreadable", E, "A value is no date that can be read", "Write YYYY-MM-DD"),
        Code("date-implausible", W, "A date lies outside the years 1970 to 2100", "Check the year"),
        Code(
            "git-unavailable",
            W,
            "No post takes a date from git, which can't tell",
            "Fetch the whole history of the repository",
        ),
        Code("date-order", W, "A post was updated before it was published", "Check both dates"),
        Code("date-ahead", W, "A post was updated on a day that lies ahead", "Check the year"),
        # addresses
        Code("address-taken", E, "Two outputs have one address", "Rename one, or give it a slug"),
        Code(
            "related-missing",
            W,
            "Nothing is where a link below a post leads",
            "Write a path of the docs folder, the name of a post, or a whole address",
        ),
        Code(
            "related-unpublished",
            I,
            "A link below a post leads to one that is not published; it is left out for now",
            "Nothing to do",
            quiet=True,
        ),
        Code("author-unknown", W, "An author's key is not in the authors file", "Add it to the file"),
        Code(
            "authors-file-missing",
            W,
            "The authors file of the config is not there",
            "Write its path from the docs folder, such as blog/.authors.yml",
        ),
        Code("terms-in-one-text", W, "A text with spaces may be several terms", "Write a list"),
        Code("term-not-allowed", W, "A term is not in the site's list", "Use one of the list"),
        Code(
            "terms-merged", W, "Several spellings of one term share a page", "Write one spelling everywhere"
        ),
        Code(
            "address-unsafe",
            W,
            "An address leaves its folder or can't be a file, and is not used; an error for a former one",
            "Use letters, digits and hyphens",
        ),
        Code(
            "address-incomplete",
            W,
            "A post lacks something that the option url names; it stays at the path of its file",
            "Add what is missing, or a permalink",
        ),
        Code(
            "address-pattern",
            I,
            "A permalink is a pattern of another system, and not used",
            "Write a pattern as the option url",
        ),
        Code(
            "alias-ignored",
            W,
            "A former address has a query or an anchor, or is a name; no page can redirect from it",
            "Leave out what follows the path, or write a path",
        ),
        *PICTURES,
        # introductions
        Code(
            "introduction-unpublished",
            I,
            "A page at the address of a listing is not published; the listing is shown without its text",
            "Nothing to do",
        ),
        Code(
            "introduction-like-post",
            W,
            "A page with what posts have, such as a date, is at the address of a listing and no post",
            "Rename the file to keep it a post, or take these keys out",
        ),
        # body
        Code(
            "stray-rule",
            I,
            "A line --- right under the last paragraph was dropped",
            "Delete the line, or put a blank line before it",
        ),
        Code(
            "title-repeated",
            I,
            "A first paragraph that repeats the title was dropped",
            "Delete the paragraph",
            quiet=True,
        ),
        # host
        Code(
            "foreign-template",
            I,
            "A template that the theme does not have, or not for pages, was ignored",
            "Nothing to do",
        ),
        Code(
            "template-unfit",
            W,
            "A template of the site's own does not print the page that names it",
            "Let it extend main.html or print page.content, or take the key out",
        ),
        Code(
            "host-key-ignored",
            W,
            "A key that the theme reads has a value it can't take",
            "Mend or remove the value",
        ),
        Code(
            "link-to-unpublished",
            W,
            "A page links to a post that is not published",
            "Take the link out until the post is published",
        ),
        Code("html-too-deep", W, "Elements of a post are nested too deeply", "Close each where it ends"),
        Code("post-lost", E, "A published post did not end as a page", "Report this as a bug"),
        # feeds and metadata
        Code(
            "feeds-need-address",
            I,
            "Feeds need absolute addresses, and the site has none",
            "Set site_url, or feeds: false",
        ),
        Code("feed-guid-repeated", W, "Two posts have one guid; feeds use the address", "Give each its own"),
        Code("seo-type-unknown", I, "A type of article that schema.org does not know", "Use a known type"),
        *SITE,
    )
}


WEIGHTS = (Severity.ERROR, Severity.WARNING, Severity.INFO)
"""Levels of problems that are said, the gravest first."""


def problem(
    code: str,
    place: Place,
    key: str,
    fact: str,
    remedy: str | None = None,
    *,
    excerpt: tuple[str, ...] = (),
    others: Iterable[str] = (),
) -> Problem:
    """Return a problem of a declared kind; ``remedy`` defaults to the declared one.

    ``others`` are the sources that take part in it besides the one at its place.

    Raises:
        KeyError: the code is not declared in :data:`CODES`.
    """
    declared = CODES[code]
    advice = declared.remedy if remedy is None else remedy
    return Problem(code, place, key, fact, advice, declared.severity, excerpt, tuple(others))


class Written(Protocol):
    """What knows where it was written, and under which key."""

    @property
    def place(self) -> Place:
        """Where it stands."""

    @property
    def key(self) -> str:
        """The key or option as messages show it."""


def problem_at(code: str, at: Written, fact: str, remedy: str | None = None) -> Problem:
    """Return a problem of something that was written, where it stands and by its key."""
    return problem(code, at.place, at.key, fact, remedy)


def relevel(problems: Iterable[Problem], levels: Mapping[str, Severity]) -> list[Problem]:
    """Return the problems at the levels the config asks for, sorted, without repeats and ignored ones."""
    seen: dict[tuple[object, ...], Problem] = {}
    for found in problems:
        level = levels.get(found.code, found.severity)
        if level is Severity.IGNORE:
            continue
        # What is wrong with the defaults of a folder weighs as on the page that it is worst for.
        if found.order not in seen or WEIGHTS.index(level) < WEIGHTS.index(seen[found.order].severity):
            seen[found.order] = found if found.severity is level else found._replace(severity=level)
    return sorted(seen.values(), key=lambda found: found.order)
