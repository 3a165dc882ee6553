"""Whether a post is published: what several keys say together."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from mkdocs_newsblog.model.names import Status
from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.read.front_matter.document import Value
from mkdocs_newsblog.read.values.fields import Claim, Claims, switch_of
from mkdocs_newsblog.read.values.terms import identity
from mkdocs_newsblog.schema.front_matter.fields import STATES, Shape, normal
from mkdocs_newsblog.schema.problems.codes import problem_at

WORDS = {
    **dict.fromkeys(
        ("published", "publish", "public", "featured", "scheduled", "future", "live"), Status.PUBLISHED
    ),
    **dict.fromkeys(("final", "complete", "completed", "active", "new", "deprecated"), Status.PUBLISHED),
    **dict.fromkeys(("seedling", "budding", "evergreen"), Status.PUBLISHED),
    **dict.fromkeys(("draft", "drafts", "pending", "wip", "unpublished", "never", "later"), Status.DRAFT),
    **dict.fromkeys(("members", "paid", "tiers", "sent", "autodraft", "notpublished"), Status.DRAFT),
    **dict.fromkeys(("inreview", "underreview", "pendingreview", "needsreview", "embargoed"), Status.DRAFT),
    **dict.fromkeys(("hidden", "private", "unlisted"), Status.UNLISTED),
    **dict.fromkeys(("skip", "trash", "trashed", "deleted"), Status.SKIP),
}
"""Status words of Pelican, Nikola, Ghost, WordPress, and of badges that say nothing of publication, also in
gardens of notes, without hyphens, underscores and spaces. What Ghost has ``sent`` by mail alone stands in no
listing of it."""
WEIGHT = (Status.PUBLISHED, Status.UNLISTED, Status.DRAFT, Status.SKIP)
"""From open to closed: where keys differ, the most closed one counts."""


_BESIDE = re.compile(r"[^\w\s-]+")
"""Signs beside a word, as gardens of notes have emoji there."""
SHUT = ("never", "local", "link")
"""What Hugo's ``build`` has for what is not rendered, or stands in no list; ``always`` is the other word."""
STATE_TAGS = {"draft": Status.DRAFT, "private": Status.UNLISTED}
"""Tags that say in old posts of Nikola what ``status`` says since."""


DRAFT_WORDS = {"draft": Status.DRAFT, "published": Status.PUBLISHED}
"""Words of Front Matter CMS, and of themes of Jekyll, where systems have a switch."""


PERHAPS = {
    "perhaps.draft": (True, Status.DRAFT),
    "perhaps.named": (None, Status.DRAFT),
    "perhaps.listed": (False, Status.UNLISTED),
}
"""Fields whose keys hide posts on some sites and mean something else on others: which switch hides one."""
_UNLISTED = "Add draft: false to list it, or unlisted: true to keep it out of lists without this warning"
DRAFT_FOLDERS = frozenset({"_drafts"})
"""Folders whose posts are drafts, as in Jekyll."""


LOCK = "encryptcontent"
"""The plugin that asks readers for the password of a page."""


def locks_pages(names: Iterable[str]) -> bool:
    """Whether one of these plugins asks readers for passwords; the host numbers instances behind a space."""
    return any(name.partition(" ")[0] == LOCK for name in names)


def has_password(meta: Mapping[str, object]) -> bool:
    """Whether the front matter of a post asks for a password, however the key is spelled."""
    values = (value for key, value in meta.items() if normal(key) == "password")
    return any(value is not None and value is not False and value not in ("", [], {}) for value in values)


def read_status(
    claims: Claims, problems: list[Problem], src_uri: str, *, locks: bool = False, closed: bool = False
) -> Status:
    """Return the status that front matter and folder ask for; what can't be read never publishes.

    ``locks`` says that a plugin of the site asks readers for the password of a post, ``closed`` that nothing
    in its folder is published.
    """
    in_drafts = closed or not DRAFT_FOLDERS.isdisjoint(src_uri.split("/")[:-1])
    found = [Status.DRAFT if in_drafts else Status.PUBLISHED]
    for field, meaning in (("draft", Status.DRAFT), ("unlisted", Status.UNLISTED)):
        for claim in _asked(claims, field):
            found.append(_switched(claim, meaning, problems))
    for field, meaning in (("rendered", Status.DRAFT), ("listed", Status.UNLISTED)):
        for value in _values(claims, field):
            found.append(_built(value, meaning, problems))
    for value in _values(claims, "public"):
        found.append(Status.PUBLISHED if switch_of(value) else Status.DRAFT)
    for value in _values(claims, "state"):
        found += (_word(item, problems) for item in value.items() if not item.is_empty)
    status = max(found, key=WEIGHT.index)
    return status if _is_closed(status) else _held_back(claims, status, problems, locks=locks)


def _is_closed(status: Status) -> bool:
    return status in (Status.DRAFT, Status.SKIP)


def _held_back(claims: Claims, status: Status, problems: list[Problem], *, locks: bool) -> Status:
    """Return the status of a post that no plain word keeps back: a private or locked one is a draft."""
    for value in _values(claims, "private"):
        switch = switch_of(value)
        if switch:
            fact = "the post is private, so it is not published"
            problems.append(problem_at("post-held-back", value, fact))
        elif switch is None:
            fact = f"should be true or false, is {quoted(value.raw)}; the post is not published"
            problems.append(problem_at("status-doubtful", value, fact, "Write one of them"))
        if switch is not False:
            return Status.DRAFT
    for value in _unasked(claims, locks=locks):
        fact = "the post is not published, since nothing here would ask readers for its password"
        problems.append(problem_at("post-locked", value, fact))
        return Status.DRAFT
    return status


def is_held(claims: Claims, *, locks: bool) -> bool:
    """Whether no build may show a post, whatever else keeps it back: it is private, or nothing locks it."""
    is_private = any(switch_of(value) is not False for value in _values(claims, "private"))
    return is_private or bool(_unasked(claims, locks=locks))


def _unasked(claims: Claims, *, locks: bool) -> list[Value]:
    """Return the passwords that nothing would ask readers for; the plugin reads no other spelling."""
    found = (value for value in _values(claims, "password") if value.raw is not False)
    return [value for value in found if not (locks and value.key == "password")]


def _asked(claims: Claims, field: str) -> list[Claim]:
    if field not in claims:
        return []
    asked = [claim for claim in claims[field] if not claim.value.is_empty]
    nearest = min((claim.level for claim in asked), default=0)
    return [claim for claim in asked if claim.level == nearest]


def _values(claims: Claims, field: str) -> list[Value]:
    return [claim.value for claim in _asked(claims, field)]


def _switched(claim: Claim, meaning: Status, problems: list[Problem]) -> Status:
    value, switch = claim.value, switch_of(claim.value)
    if switch is None and claim.alias.only is Shape.STATE:  # some themes have more than two states
        fact = f"should be true or false, is {quoted(value.raw)}; the post is in no listing"
        problems.append(problem_at("status-doubtful", value, fact, "Write one of them"))
        return meaning
    if switch is None and meaning is Status.DRAFT and value.is_scalar and value.text().lower() in DRAFT_WORDS:
        return DRAFT_WORDS[value.text().lower()]
    if switch is None:
        fact = f"should be true or false, is {quoted(value.raw)}"
        problems.append(problem_at("status-unreadable", value, fact))
        return meaning
    return meaning if switch else Status.PUBLISHED


def _built(value: Value, meaning: Status, problems: list[Problem]) -> Status:
    """Return what a word of Hugo's ``build`` says, or a switch; a list or object there is another's."""
    switch = switch_of(value)
    word = value.text().lower() if value.is_scalar else "always"
    if switch is None and word not in (*SHUT, "always"):
        held = "published" if meaning is Status.DRAFT else "listed"
        fact = f"should be one of always, {', '.join(SHUT)}, is {quoted(value.raw)}; the post is not {held}"
        problems.append(problem_at("status-doubtful", value, fact, "Write one of them"))
        return meaning
    return meaning if word in SHUT or switch is False else Status.PUBLISHED


def _word(value: Value, problems: list[Problem]) -> Status:
    status = WORDS.get(normal(_BESIDE.sub("", value.text()).strip())) if value.is_scalar else None
    if status is None:
        switch = switch_of(value)
        if switch is not None:
            return Status.PUBLISHED if switch else Status.DRAFT
        known = "published, draft, hidden, private, unlisted, skip"
        fact = f"the word {quoted(value.raw)} is not known; the post is published"
        problems.append(problem_at("status-unknown", value, fact, f"Write one of: {known}"))
        return Status.PUBLISHED
    return status


def status_place(claims: Claims) -> Place | None:
    """Return where the status was written, if it was, or a key that may mean one."""
    written = next((field for field in (*STATES, *PERHAPS) if _values(claims, field)), None)
    return _values(claims, written)[0].place if written else None


def read_doubts(
    claims: Claims, tags: tuple[str, ...], problems: list[Problem], status: Status, *, is_sure: bool
) -> tuple[Status, tuple[str, ...]]:
    """Return the status with what keys of doubtful meaning and tags ask for, and the tags that are left.

    ``is_sure`` says that Nikola wrote the post, whose old posts have tags for their state. Elsewhere such a
    tag may be a topic, as ``wip`` may be a badge and ``layout: draft`` the name of a template: they count
    where no key speaks of publication, and are named.
    """
    found = [tag for tag in tags if identity(tag) in STATE_TAGS]
    is_said = any(_values(claims, field) for field in STATES)
    if is_said and not is_sure:
        return status, tags
    if not is_said:
        status = max(_perhaps(claims, problems, status), key=WEIGHT.index)
    if not found:
        return status, tags
    if is_sure:
        asked = (STATE_TAGS[identity(tag)] for tag in found)
        return max(status, *asked, key=WEIGHT.index), tuple(tag for tag in tags if tag not in found)
    value = claims["tags"][0].value
    fact = f"the post has the tag {quoted(found[0])}, so it is not published"
    problems.append(problem_at("status-doubtful", value, fact))
    return max(status, Status.DRAFT, key=WEIGHT.index), tags


def _perhaps(claims: Claims, problems: list[Problem], status: Status) -> Iterator[Status]:
    yield status
    for field, (hides, meaning) in PERHAPS.items():
        if WEIGHT.index(meaning) <= WEIGHT.index(status):
            continue  # nothing more is hidden, so there is no doubt
        for value in (value for value in _values(claims, field) if switch_of(value) is hides):
            held, advice = ("published", None) if meaning is Status.DRAFT else ("listed", _UNLISTED)
            fact = f"{quoted(value.raw)} may mean that it is not for all readers; the post is not {held}"
            problems.append(problem_at("status-doubtful", value, fact, advice))
            yield meaning


def is_featured(claims: Claims) -> bool:
    """Return whether Nikola's ``status: featured`` pins the post."""
    return any(value.is_scalar and value.text().lower() == "featured" for value in _values(claims, "state"))
