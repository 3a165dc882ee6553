"""Small values of a post: its language, numbers, and switches."""

from __future__ import annotations

import re
from math import ceil

from mkdocs_newsblog.model.problem import Problem, quoted
from mkdocs_newsblog.read.front_matter.document import Value
from mkdocs_newsblog.read.values.fields import MINUTES, Claims, Picker, switch_of
from mkdocs_newsblog.read.values.texts import read_text
from mkdocs_newsblog.schema.front_matter.fields import normal
from mkdocs_newsblog.schema.front_matter.languages import LANGUAGE_NAMES
from mkdocs_newsblog.schema.options.reading import LANGUAGE_TAG
from mkdocs_newsblog.schema.problems.codes import problem_at

_PINS = frozenset({"pin", "pinned"})
LONGEST_READING = 9999
"""Minutes that a post may take."""


def read_lang(value: Value | None, problems: list[Problem]) -> str | None:
    """Return a BCP 47 tag, ``_`` read as ``-``, or that of a language which is named."""
    text = read_text(value, problems) if value is not None else None
    if value is None or not text:
        return None
    if (named := LANGUAGE_NAMES.get(text.casefold())) is not None:
        return named
    if not re.fullmatch(LANGUAGE_TAG, text):
        fact = f"{quoted(text)} is no language tag"
        problems.append(problem_at("value-ignored", value, fact, "Write a tag such as en or pt-BR"))
        return None
    return text.replace("_", "-")


def read_number(value: Value | None, problems: list[Problem]) -> float | None:
    """Return a finite number."""
    if value is None:
        return None
    try:
        number = float(value.text()) if value.is_scalar and not isinstance(value.raw, bool) else float("nan")
    except (ValueError, OverflowError):
        number = float("nan")
    if not abs(number) < 1e15:
        fact = f"should be a number, is {quoted(value.shown)}"
        problems.append(problem_at("value-ignored", value, fact))
        return None
    return number


def read_weight(picker: Picker, problems: list[Problem]) -> tuple[bool, float | None]:
    """Return whether a post is pinned, and its weight, lighter first: of Hexo's numbers the highest is."""
    number = read_number(picker.pick("pinned.number"), problems) or 0
    weight = read_number(picker.pick("weight"), problems)
    value = picker.pick("pinned")
    # Other switches, such as featured: false, may speak of something else than these numbers.
    is_refused = value is not None and normal(value.key) in _PINS and switch_of(value) is False
    pinned = read_switch(value, problems) or (number > 0 and not is_refused)
    return pinned, -number if number and weight is None else weight


def read_minutes(value: Value | None, problems: list[Problem]) -> int | None:
    """Return whole minutes of ``5``, ``5min`` or ``5 min read``; a switch is one of themes."""
    if value is None or isinstance(value.raw, bool):
        return None
    found = re.fullmatch(MINUTES, value.text()) if value.is_scalar else None
    minutes = round(float(found[1])) if found else 0
    if minutes < 1:
        fact = f"should be a number of minutes, is {quoted(value.shown)}"
        problems.append(problem_at("value-ignored", value, fact))
        return None
    return minutes


def read_seconds(value: Value | None, problems: list[Problem]) -> int | None:
    """Return whole minutes of a count of seconds, rounded up as Starlight Blog prints them."""
    if value is None or isinstance(value.raw, bool):
        return None
    seconds = read_number(value, problems)
    if seconds is None:
        return None
    minutes = ceil(seconds / 60)
    if not 1 <= minutes <= LONGEST_READING:
        fact = f"should be a number of seconds, is {quoted(value.shown)}"
        problems.append(problem_at("value-ignored", value, fact))
        return None
    return minutes


def read_switch(value: Value | None, problems: list[Problem]) -> bool:
    """Return whether a switch is on; a value that is no switch leaves it off."""
    if value is None:
        return False
    switch = switch_of(value)
    if switch is None:
        fact = f"should be true or false, is {quoted(value.raw)}"
        problems.append(problem_at("value-ignored", value, fact))
    return bool(switch)


def is_on_index(claims: Claims) -> bool:
    """Return whether no key takes a post off the front page; each theme has one of its own."""
    found = claims.get("on_index.hidden", ())
    return not any(switch_of(claim.value) for claim in found if claim.level == found[0].level)


def read_noindex(value: Value | None) -> bool:
    """Return whether search engines shall leave the page out: ``noindex: true`` or ``robots: noindex``."""
    if value is None:
        return False
    words = " ".join(item.text() for item in value.items() if item.is_scalar).lower()
    return (switch_of(value) is True and value.path[-1] != "robots") or "noindex" in words or words == "none"
