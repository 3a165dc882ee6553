"""Front matter keys to fields: which aliases stand there, and which of them counts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from mkdocs_newsblog.model.media import names_picture
from mkdocs_newsblog.model.problem import Place, Problem, quoted
from mkdocs_newsblog.read.front_matter.document import Document, Value
from mkdocs_newsblog.read.time.dates import asks_clock
from mkdocs_newsblog.read.values.wiki_links import wiki_link
from mkdocs_newsblog.schema.front_matter.fields import FIELDS, Alias, Kind, Shape, aliases_of, normal
from mkdocs_newsblog.schema.problems.codes import problem_at

YES = frozenset({"true", "yes", "on", "y"})
NO = frozenset({"false", "no", "off", "n"})
MINUTES = r"(?ia)([0-9]{1,4}(?:\.[0-9]+)?)\s*(?:m|min|mins|minutes?)?\.?(?:\s+read(?:ing time)?)?"
"""A count of minutes; other durations, such as ``00:10:00`` or ``PT5M``, are those of a talk or a film."""
_DATED = r"[0-9]{4}([-/.])[0-9]{1,2}\1[0-9]{1,2}(?:[T ][0-9:.Z+ -]*)?"
_URL = r"(?i)(?:https?:)?//|mailto:"
_DOCUMENT = r"(?i)\.(?:pdf|docx?|pptx?|xlsx?|zip)\s*\Z"
"""The end of a file to read or to load: no post was ever there, but al-folio leads readers on to one."""
_HASHTAGS = r"\s+(#[^\s#]\S*+(?>(?:[ \t][ \t,]*+#[^\s#]\S*+)*))\s*"
"""All of a line behind a key; ``# a note`` and ``#a note`` are comments that are meant to be.

A comma belongs to the word before it: if it could part words as well, each would double the ways to try."""


class Claim(NamedTuple):
    """One value that an alias gives to a field."""

    alias: Alias
    value: Value
    level: int = 0
    """0 for the post's own front matter, 1 and more for the defaults of folders, the nearest first."""

    @property
    def order(self) -> tuple[int, int, bool, str]:
        """Sort key: the post before its folders, then the documented order of aliases and their spelling."""
        key = str(self.value.path[0])
        return (self.level, self.alias.rank, key != self.alias.key, key)


Claims = Mapping[str, Sequence[Claim]]
"""The claims on each field, the one that counts first."""


def read_claims(document: Document) -> tuple[dict[str, list[Claim]], list[str]]:
    """Return every field's claims, and the keys that nothing of ours is called."""
    found: dict[str, list[Claim]] = {}
    unknown: list[str] = []
    for key, raw in document.data.items():
        aliases = aliases_of(key)
        if not aliases:
            unknown.append(key)
            continue
        value = Value(raw, (key,), document)
        for alias in aliases:
            reached = _reach(value, alias.rest) if alias.rest else value
            if reached is not None and (alias.only is None or _suits(reached, alias.only)):
                given = reached.alone() if alias.only is Shape.URL else reached
                found.setdefault(alias.field, []).append(Claim(alias, given, document.levels.get(key, 0)))
    for claims in found.values():
        if len(claims) > 1:
            claims.sort(key=lambda claim: claim.order)
    return found, unknown


def claims_in(data: Mapping[str, object]) -> dict[str, list[Claim]]:
    """Return the claims of keys and values for themselves, of which nobody asks where they stand."""
    alone = Document("")
    alone.data.update(data)
    return read_claims(alone)[0]


def _reach(value: Value, rest: tuple[str, ...]) -> Value | None:
    for part in rest:
        if not isinstance(value.raw, dict):
            return None
        key = next((key for key in value.raw if normal(str(key)) == part), None)
        if key is None:
            return None
        value = value.child(key)
    return value


def switch_of(value: Value) -> bool | None:
    """Return what a switch says: true, false, yes, no, on, off, 1, 0; None for anything else."""
    raw = value.raw
    if isinstance(raw, bool):
        return raw
    if isinstance(raw, int) and raw in (0, 1):
        return bool(raw)
    if isinstance(raw, str):
        word = raw.strip().lower()
        return True if word in YES else False if word in NO else None
    return None


def is_switch(value: Value) -> bool:
    """Return whether a value is true or false, typed as one of these words.

    YAML 1.1 takes ``on`` and ``No`` for the same. Other systems do not, and have a name there.
    """
    return isinstance(value.raw, bool) and value.text().lower() in ("true", "false")


def _suits(value: Value, shape: Shape) -> bool:
    if shape in (Shape.URL, Shape.PATH):
        value = value.alone()  # jekyll-redirect-from has a list of one address, too
    raw = value.raw
    if raw is None or isinstance(raw, (dict, list)):
        return shape in (Shape.PATH, Shape.OBJECTS) and isinstance(raw, list)
    if shape is Shape.SWITCH:
        return switch_of(value) is not None
    if shape is Shape.STATE:
        return switch_of(value) is not None or _is_word(value)
    return not isinstance(raw, bool) and shape in _OF_SCALARS and _OF_SCALARS[shape](value)


def _is_number(value: Value) -> bool:
    raw = value.raw
    return isinstance(raw, (int, float)) or (
        isinstance(raw, str) and raw.strip().replace(".", "", 1).isdigit()
    )


def _is_word(value: Value) -> bool:
    """Whether a text can be no date, since it has no digit and asks for no day; nor is it a switch."""
    text = value.text()
    return switch_of(value) is None and not any(char.isdigit() for char in text) and not asks_clock(text)


def _is_url(value: Value) -> bool:
    return isinstance(value.raw, str) and re.match(_URL, value.raw.strip()) is not None and not _is_own(value)


def _is_own(value: Value) -> bool:
    """Whether a ``link`` is the post's own address in WordPress: exitwp writes both keys for each post."""
    return value.path == ("link",) and any(normal(key) == "wordpressid" for key in value.doc.data)


_OF_SCALARS: Mapping[Shape, Callable[[Value], bool]] = {
    Shape.DATE: lambda value: switch_of(value) is None,
    Shape.DAY: lambda value: switch_of(value) is None and not _is_word(value),
    Shape.DATED: lambda value: re.fullmatch(_DATED, value.text().strip()) is not None,
    Shape.WORD: _is_word,
    Shape.DRAFT: lambda value: normal(value.text()) in ("draft", "drafts"),
    Shape.NUMBER: _is_number,
    Shape.MINUTES: lambda value: re.fullmatch(MINUTES, value.text()) is not None,
    Shape.PICTURE: lambda value: names_picture(wiki_link(value.text()).target),
    Shape.URL: _is_url,
    Shape.PATH: lambda value: not (_is_url(value) or re.search(_DOCUMENT, value.text())),
}
"""What is asked of a scalar that is no switch."""


class Picker:
    """Chooses among claims; remembers the place of each choice, and says which other keys disagree."""

    def __init__(self, claims: Claims, problems: list[Problem]) -> None:
        self.claims = claims
        self.problems = problems
        self.places: dict[str, Place] = {}
        """Where each field was written, by its name."""

    def pick(self, field: str) -> Value | None:
        """Return the value that counts for a field: the first that is not empty, and no mere switch."""
        claims = self.claims.get(field)
        if not claims:
            return None
        chosen = next((claim for claim in claims if not claim.value.is_empty), None)
        if chosen is not None and _only_switches(chosen):
            chosen = next((claim for claim in claims if _says(claim, chosen.level)), chosen)
        if chosen is None:
            if FIELDS[field].kind is Kind.LIST:
                say_hashtag(claims[0].value, self.problems)
            return None
        self.places.setdefault(field, chosen.value.place)
        if len(claims) > 1:
            self._disagreements(chosen, claims)
        return chosen.value

    def stands_in(self, field: str) -> bool:
        """Return whether only a key that is meant for another purpose says a field."""
        spoken = (claim for claim in self.claims.get(field, ()) if not claim.value.is_empty)
        return all(claim.alias.fallback for claim in spoken)

    def _disagreements(self, chosen: Claim, claims: Sequence[Claim]) -> None:
        for other in claims:
            if other is chosen or other.value.is_empty or other.alias.fallback or other.level > chosen.level:
                continue
            if _only_switches(other):
                continue
            if _meaning(other.value) != _meaning(chosen.value):
                fact = f"{quoted(other.value.shown)} is not used: {chosen.value.key} comes first"
                self.problems.append(problem_at("front-matter-overruled", other.value, fact))


def say_hashtag(value: Value, problems: list[Problem]) -> bool:
    """Say that words such as ``#sea``, as texts have them, are a comment; return whether they are."""
    words = re.fullmatch(_HASHTAGS, value.line) if value.raw is None else None
    if words is None:
        return False
    fact = f"{quoted(words[1])} is a comment, since # begins one in YAML"
    names = ", ".join(word.strip(" \t,") for word in words[1].split("#")[1:])
    advice = f"Write {names if isinstance(value.path[-1], int) else f'[{names}]'}"
    problems.append(problem_at("value-ignored", value, fact, advice))
    return True


def _only_switches(claim: Claim) -> bool:
    """Whether a switch stands where words or numbers are asked for, as themes have it; a title is a text."""
    kind = FIELDS[claim.alias.field].kind
    if kind in (Kind.SWITCH, Kind.DATE) or claim.alias.field == "title":
        return False
    return is_switch(claim.value) or (kind is not Kind.LIST and isinstance(claim.value.raw, bool))


def _says(claim: Claim, level: int) -> bool:
    return claim.level == level and not claim.value.is_empty and not _only_switches(claim)


def _meaning(value: Value) -> object:
    """Return a value as two aliases are compared: one-item lists as their item, texts without case."""
    raw = value.raw
    if isinstance(raw, list) and len(raw) == 1:
        value = value.child(0)
    return value.text().casefold() if value.is_scalar else repr(value.raw)
