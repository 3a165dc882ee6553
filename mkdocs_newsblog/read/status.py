"""Whether a post is published: what several keys say together."""

from __future__ import annotations

from mkdocs_newsblog.model.names import Status
from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.read.document import Value
from mkdocs_newsblog.read.fields import Claims, switch_of
from mkdocs_newsblog.schema.codes import problem

WORDS = {
    **dict.fromkeys(
        ("published", "publish", "public", "featured", "scheduled", "future", "live"), Status.PUBLISHED
    ),
    **dict.fromkeys(("final", "complete", "completed", "active", "new", "deprecated"), Status.PUBLISHED),
    **dict.fromkeys(("draft", "drafts", "pending", "wip", "unpublished"), Status.DRAFT),
    **dict.fromkeys(("members", "paid", "tiers"), Status.DRAFT),
    **dict.fromkeys(("hidden", "private", "unlisted"), Status.UNLISTED),
    **dict.fromkeys(("skip", "trash"), Status.SKIP),
}
"""Status words of Pelican, Nikola, Ghost, WordPress, and of badges that say nothing of publication."""
WEIGHT = (Status.PUBLISHED, Status.UNLISTED, Status.DRAFT, Status.SKIP)
"""From open to closed: where keys differ, the most closed one counts."""


FIELDS = ("draft", "public", "state", "unlisted")
"""The fields that speak of publication."""
DRAFT_FOLDERS = frozenset({"_drafts"})
"""Folders whose posts are drafts, as in Jekyll."""


def read_status(claims: Claims, problems: list[Problem], src_uri: str) -> Status:
    """Return the status that front matter and folder ask for; what can't be read never publishes."""
    in_drafts = not DRAFT_FOLDERS.isdisjoint(src_uri.split("/")[:-1])
    found = [Status.DRAFT if in_drafts else Status.PUBLISHED]
    for field, meaning in (("draft", Status.DRAFT), ("unlisted", Status.UNLISTED)):
        for value in _values(claims, field):
            found.append(_switched(value, meaning, problems))
    for value in _values(claims, "public"):
        found.append(Status.PUBLISHED if switch_of(value) else Status.DRAFT)
    for value in _values(claims, "state"):
        found.append(_word(value, problems))
    return max(found, key=WEIGHT.index)


def _values(claims: Claims, field: str) -> list[Value]:
    if field not in claims:
        return []
    asked = [claim for claim in claims[field] if not claim.value.is_empty]
    nearest = min((claim.level for claim in asked), default=0)
    return [claim.value for claim in asked if claim.level == nearest]


def _switched(value: Value, meaning: Status, problems: list[Problem]) -> Status:
    switch = switch_of(value)
    if switch is None:
        fact = f"should be true or false, is {quoted(value.raw)}"
        problems.append(problem("status-unreadable", value.place, value.key, fact))
        return meaning
    return meaning if switch else Status.PUBLISHED


def _word(value: Value, problems: list[Problem]) -> Status:
    word = value.text().lower() if value.is_scalar else ""
    status = WORDS.get(word)
    if status is None:
        switch = switch_of(value)
        if switch is not None:
            return Status.PUBLISHED if switch else Status.DRAFT
        known = "published, draft, hidden, private, unlisted, skip"
        fact = f"the word {quoted(value.raw)} is not known; the post is published"
        problems.append(problem("status-unknown", value.place, value.key, fact, f"Write one of: {known}"))
        return Status.PUBLISHED
    return status


def status_place(claims: Claims) -> Place | None:
    """Return where the status was written, if it was."""
    written = next((field for field in FIELDS if field in claims and _values(claims, field)), None)
    return _values(claims, written)[0].place if written else None


def is_featured(claims: Claims) -> bool:
    """Return whether Nikola's ``status: featured`` pins the post."""
    return any(value.is_scalar and value.text().lower() == "featured" for value in _values(claims, "state"))
