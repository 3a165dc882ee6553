"""Addresses for mail among the names of authors: they tell people apart, and are printed nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from mkdocs_newsblog.model.post import Author

_ADDRESS = re.compile(
    r"(?<![\w.+%@-])(?:mailto:)?(?P<mail>(?P<name>\w[\w.+%'-]{0,100})@[\w-]{1,63}(?:\.[\w-]{1,63}){0,10})",
    re.I,
)
"""An address wherever it stands; a handle such as ``@ana@social.example`` is none."""
_BEHIND = re.compile(r"(?P<name>[^<>]{1,200}?) ?[<(] ?(?P<mail>[^\s<>()]{1,400}) ?[>)]")
_BEFORE = re.compile(r"<?(?P<mail>[^\s<>()]{1,400})>? ?\((?P<name>[^()@]{1,200})\)")
_MARKS = " \"'<>(),;:|[]{}`*“”/–—-"


def has_mail(text: str) -> bool:
    """Whether a text holds an address for mail."""
    return "@" in text and _ADDRESS.search(text) is not None


def named(text: str) -> Author:
    """Return the author of a text that names one: what stands before the ``@`` is the name of an address."""
    found = _ADDRESS.fullmatch(text.strip(_MARKS)) if "@" in text else None
    if found is None:
        return Author(text, key=text)
    return Author(found["name"], key=found["name"], email=found["mail"], nameless=True)


def mailed(text: str, split: Callable[[str], tuple[str, ...]]) -> Iterator[Author]:
    """Yield the authors of a text that holds addresses, cut where each part is one person's."""
    text = " ".join(text.split())
    if author := _one(text):
        yield author
        return
    parts = split(text)
    for part in parts if len(parts) > 1 else ():
        yield _one(part) or (_rest(part) if has_mail(part) else named(part))
    if len(parts) > 1:
        return
    found = list(_ADDRESS.finditer(text))
    if any(char.isalnum() for char in _ADDRESS.sub("", text)):
        yield _rest(text)
    else:
        yield from (named(each["mail"]) for each in found)


def without_mail(text: str) -> Author:
    """Return the one author of a text, with any address in it kept apart from the name."""
    plain = " ".join(text.split())
    return (_one(plain) or _rest(plain)) if has_mail(text) else Author(text)


def _one(text: str) -> Author | None:
    """Return the author of an address, or of a name beside one."""
    if _ADDRESS.fullmatch(text.strip(_MARKS)):
        return named(text)
    for shape in (_BEHIND, _BEFORE):
        found = shape.fullmatch(text)
        address = _ADDRESS.fullmatch(found["mail"]) if found else None
        if found is None or address is None:
            continue
        name, mail = found["name"].strip(_MARKS), address["mail"]
        if name and not has_mail(name):
            return Author(name, email=mail)
        if not name or _ADDRESS.fullmatch(name):
            return named(mail)
    return None


def _rest(text: str) -> Author:
    """Return an author by what stands around an address."""
    found = _ADDRESS.search(text)
    name = " ".join(_ADDRESS.sub(" ", text).split()).strip(_MARKS)
    mail = found["mail"] if found else None
    return Author(name, email=mail) if name or mail is None else named(mail)
