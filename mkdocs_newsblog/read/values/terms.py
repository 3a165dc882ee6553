"""Tags, categories and series: lists, or texts that mean lists."""

from __future__ import annotations

import unicodedata
from typing import NamedTuple, TypeVar

from mkdocs_newsblog.model.post import SeriesPart
from mkdocs_newsblog.model.problem import Problem, quoted
from mkdocs_newsblog.read.front_matter.document import Value
from mkdocs_newsblog.read.values.fields import is_switch, say_hashtag
from mkdocs_newsblog.read.values.scalars import read_number
from mkdocs_newsblog.read.values.texts import read_text, without_references
from mkdocs_newsblog.read.values.wiki_links import flattened, unwrapped, without_links
from mkdocs_newsblog.schema.front_matter.groups import TERM_LABELS
from mkdocs_newsblog.schema.problems.codes import problem_at

Item = TypeVar("Item")
MAX_TERMS = 50
MOST = 200
"""Of one kind in a post: each has a page and feeds, and each of these names all of the post's."""
MAX_LENGTH = 100


class _Given(NamedTuple):
    """A term, and the item that says it first."""

    term: str
    item: Value


def identity(term: str) -> str:
    """Return what makes two spellings one term: NFKC, without case, hyphens and underscores as spaces.

    Whether a sign is to be shown in colours makes no other sign of it.
    """
    plain = unicodedata.normalize("NFKC", term).casefold()
    if not plain.isascii():
        plain = plain.replace("\ufe0f", "").replace("\ufe0e", "") or plain
    return " ".join(plain.replace("-", " ").replace("_", " ").split())


def read_terms(
    value: Value | None, problems: list[Problem], *, at_spaces: bool = False, paths: bool = False
) -> tuple[str, ...]:
    """Return the terms of a field in the author's order, each once.

    ``paths`` says that a list within the list is one term with those above it, as Hexo has categories.
    """
    if value is None or is_switch(value) or _is_nothing(value, problems):
        return ()
    if isinstance(value.raw, dict):
        fact = "should be a list of texts, is an object"
        problems.append(problem_at("value-invalid", value, fact, "Write a list"))
        return ()
    found: dict[str, _Given] = {}
    for each in value.items():
        # Behind a hyphen ``[[name]]`` is a link to a note; no list of Hexo is written so.
        item = unwrapped(each) if each.is_on_own_line else each
        if paths and isinstance(item.raw, list) and item.raw:
            terms = _path(item, problems)
        else:
            terms = _item_terms(item, problems, at_spaces=at_spaces, in_list=item is not value)
        for term in terms:
            _add(term, item, found, problems)
    return bounded(tuple(given.term for given in found.values()), value, problems, MAX_TERMS)


def bounded(
    found: tuple[Item, ...], value: Value, problems: list[Problem], usual: int = MOST
) -> tuple[Item, ...]:
    """Return the first :data:`MOST` of a post's terms or authors, with a warning from ``usual`` on."""
    if len(found) > usual:
        what = f"the first {MOST} count" if len(found) > MOST else f"a post should not have more than {usual}"
        problems.append(problem_at("terms-too-many", value, f"{len(found)} terms; {what}"))
    return found[:MOST]


def _is_nothing(value: Value, problems: list[Problem]) -> bool:
    if not all(item.is_empty for item in value.items()):
        return False
    for item in value.items():
        say_hashtag(item, problems)
    return True


def _path(item: Value, problems: list[Problem]) -> list[str]:
    """Return a list of names as one term within others: ``[Sports, Baseball]`` is ``Sports/Baseball``."""
    parts = [_label(part) or part if isinstance(part.raw, dict) else part for part in item.items()]
    for part in parts:
        if not part.is_scalar and not part.is_empty:
            fact = f"{'an object' if isinstance(part.raw, dict) else 'a list'} within the parts of a category"
            problems.append(problem_at("value-invalid", part, fact, "Write one list of names"))
    names = [_name(part, problems) for part in parts if part.is_scalar and not part.is_empty]
    return ["/".join(name.replace("/", " ") for name in names if name)] if any(names) else []


def _add(term: str, item: Value, found: dict[str, _Given], problems: list[Problem]) -> None:
    name = identity(term)
    if name in found:
        # What a folder gives to all posts, one of them may say as well.
        if found[name].item.place.path == item.place.path:
            fact = f"{quoted(term)} stands twice"
            problems.append(problem_at("terms-repeated", item, fact))
        return
    if len(term) > MAX_LENGTH:
        fact = f"{len(term)} characters, more than {MAX_LENGTH}"
        problems.append(problem_at("term-too-long", item, fact))
    found[name] = _Given(term, item)


def _item_terms(item: Value, problems: list[Problem], *, at_spaces: bool, in_list: bool) -> list[str]:
    if isinstance(item.raw, list) and item.raw:
        # As in ``- [a, b]``, which Jekyll makes one list with the others.
        within = (_item_terms(each, problems, at_spaces=at_spaces, in_list=True) for each in item.items())
        return [term for terms in within for term in terms]
    if isinstance(item.raw, dict):
        if item.raw.get("visibility") == "internal":
            return []  # for the editors of Ghost alone
        item = _label(item) or item
    if item.is_empty:
        if not say_hashtag(item, problems) and in_list:
            problems.append(problem_at("value-ignored", item, "an empty item", "Remove it"))
        return []
    text = _name(item, problems)
    return _split(text, item, problems, at_spaces=at_spaces, in_list=in_list) if text else []


def _name(item: Value, problems: list[Problem]) -> str | None:
    text = read_text(item, problems)  # exports of WordPress have names as HTML
    return without_links(without_references(text)) if text else None


def _label(item: Value) -> Value | None:
    for key in TERM_LABELS:
        if isinstance(item.fields.get(key), (str, int, float)):
            return item.child(key)
    return None


def _split(text: str, item: Value, problems: list[Problem], *, at_spaces: bool, in_list: bool) -> list[str]:
    sign = "," if in_list or ";" not in text else ";"
    if sign in text:
        parts = text.split(sign)
        if in_list:
            fact = f"{quoted(text)} was split at its commas"
            problems.append(problem_at("terms-split", item, fact))
    elif (at_spaces and not in_list) or all(word[0] == "#" != word for word in text.split()):
        parts = text.split()
    else:
        parts = [text]
    plain = (part.strip().lstrip("#").strip() for part in parts)
    return [part for part in plain if part]


def read_series(value: Value | None, number: float | None, problems: list[Problem]) -> tuple[SeriesPart, ...]:
    """Return the series a post is part of: names, or objects with a name and a number."""
    if value is None or is_switch(value):
        return ()
    parts: dict[str, SeriesPart] = {}
    for item in flattened(value):
        name_value, own = item, number
        if isinstance(item.raw, dict):
            label = _label(item)
            if label is None:
                problems.append(problem_at("value-ignored", item, "a series without a name"))
                continue
            name_value, own = label, _own_number(item, number, problems)
        if name_value.is_empty:
            continue
        name = _name(name_value, problems)
        if name:
            parts.setdefault(identity(name), SeriesPart(name, own))
    return bounded(tuple(parts.values()), value, problems)


def _own_number(item: Value, default: float | None, problems: list[Problem]) -> float | None:
    for key in ("part", "number", "order", "index", "weight", "position"):
        if key in item.fields and not item.child(key).is_empty:
            return read_number(item.child(key), problems)
    return default
