"""Addresses for mail among what is said of authors: they tell people apart, and are printed nowhere."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from mkdocs_newsblog.model.media import names_picture
from mkdocs_newsblog.model.post import Author

_NAME = r"""(?P<name>"[^"@\s]{1,64}"|[\w~!#$^][\w.+%'~!#$&*=?^-]{0,100})"""
_HOST = r"(?:[\w-]{1,63}(?:\.[\w-]{1,63}){0,10}|\[[\w.:]{1,60}\])"
_WHOLE = rf"(?<![\w.+%@-])(?:mailto:)?(?P<mail>{_NAME}@{_HOST})"
_ADDRESS = "(?i)" + _WHOLE
"""An address wherever it stands; a handle such as ``@ana@social.example`` is none."""
_WRITTEN = rf"(?i)(?P<web>(?<!\w)https?://)?{_WHOLE}(?(web)(?:/\S*+)?)"
"""An address with what belongs to it, also where a form took it for one of the web."""
_EMPTY = r"[<(\[{] ?[>)\]}]"
_LINK = r"(?i)(mailto:)?(?:https?:)?/*+([^/?#]*+)"
_BEHIND = r"(?P<name>[^<>]{1,200}?) ?[<(] ?(?P<mail>[^\s<>()]{1,400}) ?[>)]"
_BEFORE = r"<?(?P<mail>[^\s<>()]{1,400})>? ?\((?P<name>[^()@]{1,200})\)"
_MARKS = " \"'<>(),;:|[]{}`*“”/–—-"


def has_mail(text: str) -> bool:
    """Whether a text holds an address for mail."""
    return "@" in text and re.search(_ADDRESS, text) is not None


def mail_of(link: str) -> str | None:
    """Return the address for mail that was written where one of the web belongs: empty where it names none.

    ``https://ana@example.org`` is one too, since forms put that before what they are given. Names of pictures
    such as ``ana@2x.png`` are none.
    """
    found = re.match(_LINK, "".join(link.split()))
    if found is None or (found[1] is None and (found[2] == "" or names_picture(found[2]))):
        return None
    address = re.search(_ADDRESS, unquote(found[2]))
    return address["mail"] if address else "" if found[1] else None


def named(text: str) -> Author:
    """Return the author of a text that names one: what stands before the ``@`` is the name of an address."""
    found = _alone(text)
    if found is None:
        return Author(text, key=text)
    name = found["name"].strip('"')
    return Author(name, key=name, email=found["mail"], nameless=True)


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
    found = list(re.finditer(_ADDRESS, text))
    if any(char.isalnum() for char in re.sub(_WRITTEN, "", text)):
        yield _rest(text)
    else:
        yield from (named(each["mail"]) for each in found)


def without_mail(text: str) -> Author:
    """Return the one author of a text, with any address in it kept apart from the name."""
    plain = " ".join(text.split())
    return (_one(plain) or _rest(plain)) if has_mail(text) else Author(text)


def _one(text: str) -> Author | None:
    """Return the author of an address, or of a name beside one."""
    if _alone(text):
        return named(text)
    for shape in (_BEHIND, _BEFORE):
        found = re.fullmatch(shape, text)
        address = re.fullmatch(_ADDRESS, found["mail"]) if found else None
        if found is None or address is None:
            continue
        name, mail = found["name"].strip(_MARKS), address["mail"]
        if name and not has_mail(name):
            return Author(name, email=mail)
        if not name or re.fullmatch(_ADDRESS, name):
            return named(mail)
    return None


def _rest(text: str) -> Author:
    """Return an author by what stands around an address."""
    found = re.search(_ADDRESS, text)
    around = re.sub(_EMPTY, " ", " ".join(re.sub(_WRITTEN, " ", text).split()))
    name = " ".join(around.split()).strip(_MARKS)
    name += ")" if name.count("(") > name.count(")") else ""
    mail = found["mail"] if found else None
    return Author(name, email=mail) if name or mail is None else named(mail)


def _alone(text: str) -> re.Match[str] | None:
    """Return the address that a text is, but for marks around it."""
    if "@" not in text:
        return None
    return re.fullmatch(_ADDRESS, text.strip()) or re.fullmatch(_ADDRESS, text.strip(_MARKS))
