"""Authors in every form they are written in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mkdocs_newsblog.model.post import Author
from mkdocs_newsblog.model.problem import Place, Problem
from mkdocs_newsblog.read.front_matter.document import Value
from mkdocs_newsblog.read.people.mail import has_mail, mail_of, mailed, named, without_mail
from mkdocs_newsblog.read.people.socials import read_socials
from mkdocs_newsblog.read.values.addresses import read_address
from mkdocs_newsblog.read.values.fields import Picker, is_switch
from mkdocs_newsblog.read.values.terms import bounded
from mkdocs_newsblog.read.values.texts import read_link, read_text, safe_link, with_scheme
from mkdocs_newsblog.read.values.wiki_links import flattened, without_links
from mkdocs_newsblog.schema.front_matter.aliases import AUTHOR_OBJECT, IMAGE_OBJECT
from mkdocs_newsblog.schema.front_matter.fields import normal
from mkdocs_newsblog.schema.problems.codes import problem_at

_LINK = r"\[([^\[\]]{1,200})\]\(\s*<?([^()\s<>]{1,2000})>?[^()]{0,200}\)"
_ANCHOR = r"(?i)<a\s[^<>]{0,500}?href\s*=\s*[\"']?([^\"'\s<>]{1,2000})[^<>]{0,500}>([^<>]{1,200})</a\s*>"
_GAP = r"(?<!\s)\s++"  # from its start alone: each space of a long gap need not be tried
_SEPARATOR = rf"(?:{_GAP})?[,;&]\s*(?:and\s+)?|{_GAP}and\s+"
NAME_PARTS = (
    *(("literal",), ("given", "firstname"), ("droppingparticle",), ("nondroppingparticle",)),
    ("family", "lastname"),
)
"""Keys for a whole name, and for its parts in order."""
LINKS = ("url", "avatar")
"""Fields of an author that hold an address of the web or a path."""
_KEYS = r"[a-z0-9][a-z0-9_.-]*+(?>(?:,[a-z0-9][a-z0-9_.-]*+)+)"
"""Keys between commas alone, as Supabase writes several: ``ana_ruiz,bo``. No name looks like that."""
_AND = rf"(?:{_GAP})?[,;]\s*(?:and\s+|&\s*)?|{_GAP}(?:and|&)\s+"


def split_names(text: str) -> tuple[str, ...]:
    """Return the parts of ``A, B and C``: only right where each part is known, or the config says so."""
    return tuple(part for part in (part.strip() for part in re.split(_AND, text)) if part)


def read_credits(
    picker: Picker, problems: list[Problem], *, split: bool, headers: bool
) -> tuple[Author, ...]:
    """Return a post's authors; keys such as ``author_url`` speak of the only one there is.

    ``headers`` says that the post has headers as Pelican has them, which know no lists, as ABlog does not.
    """
    value = picker.pick("authors")
    is_ablog = value is not None and value.is_scalar and value.doc.data.get("blogpost") is True
    listed = is_ablog or (headers and value is not None and normal(str(value.path[-1])) == "authors")
    authors = read_authors(value, problems, split=split, listed=listed)
    second = picker.pick("author.second")
    if second is not None:
        authors += read_authors(second, problems)
    if len(authors) != 1 or not any(name.startswith("author.") for name in picker.claims):
        return authors
    known = authors[0]
    said = _said(picker, problems)
    return (
        replace(
            known,
            url=known.url or said.get("url"),
            title=known.title or said.get("title"),
            avatar=known.avatar or said.get("avatar"),
            avatar_at=known.avatar_at or picker.places.get("author.avatar"),
            email=known.email or said["email"] or None,
        ),
    )


def _said(picker: Picker, problems: list[Problem]) -> dict[str, str]:
    """Return what keys such as ``author_url`` say; an address for mail is one in each of them."""
    found: dict[str, str] = {}
    mails = []
    for field in ("url", "avatar", "title", "email"):
        value = picker.pick(f"author.{field}")
        if value is None:
            continue
        text = read_link(value, problems) if field in LINKS else read_text(value, problems)
        mail = mail_of(text) if text and field in LINKS else None
        if mail is not None:
            mails.append(mail)
        elif text:
            found[field] = text
    found.setdefault("email", next(filter(None, mails), ""))
    return found


def read_authors(
    value: Value | None, problems: list[Problem], *, split: bool = False, listed: bool = False
) -> tuple[Author, ...]:
    """Return the authors of a field in the order written, each once.

    ``split`` cuts texts as :func:`split_names` does, ``listed`` at commas alone.
    """
    if value is None:
        return ()
    found: dict[tuple[str, str | None, str | None], Author] = {}
    for item in flattened(value):
        if item.is_empty or is_switch(item) or (item is value and item.raw is False):
            continue  # author: no, where other systems have a switch
        for author in _authors_of(item, problems, split=split, listed=listed):
            found.setdefault((author.name.casefold(), author.url, author.address), author)
    return bounded(tuple(found.values()), value, problems)


def _authors_of(item: Value, problems: list[Problem], *, split: bool, listed: bool) -> Iterator[Author]:
    if isinstance(item.raw, dict):
        author = _from_object(item, problems)
        if author is not None:
            yield author
        return
    text = without_links(read_text(item, problems) or "")
    if not text:
        return
    sign = ";" if ";" in text and "&" not in text else "," if listed else "\n"
    for part in text.split(sign):
        yield from _from_text(part.strip(), item, problems, split=split)


def _from_text(text: str, item: Value, problems: list[Problem], *, split: bool) -> Iterator[Author]:
    if not text:
        return
    if "](" in text or "<a " in text.lower():
        yield from _from_links(text, item, problems)
    elif has_mail(text):
        yield from mailed(text, split_names)
    elif split or re.fullmatch(_KEYS, text):
        yield from map(named, split_names(text))
    else:
        yield named(text)


def _from_links(text: str, item: Value, problems: list[Problem]) -> Iterator[Author]:
    """Cut at separators outside links; words behind a link that are no link themselves stay with its name."""
    links: list[tuple[str, str]] = []

    def keep(name: str, url: str) -> str:
        links.append((" ".join(name.split()), url))
        return f"\x00{len(links) - 1}\x00"

    marked = re.sub(_LINK, lambda found: keep(found[1], found[2]), text)
    marked = re.sub(_ANCHOR, lambda found: keep(found[2], found[1]), marked)
    for piece in _joined(marked):
        number = re.search("\x00([0-9]+)\x00", piece)
        name = re.sub("\x00([0-9]+)\x00", lambda found: links[int(found[1])][0], piece).strip()
        if number is None:
            yield without_mail(name) if has_mail(name) else named(name)
        elif name:
            url = links[int(number[1])][1]
            person = without_mail(name)
            mail = mail_of(url)
            if mail is not None:
                yield replace(person, email=person.email or mail or None)
            else:
                yield replace(person, url=with_scheme(url) if safe_link(url, item, problems) else None)


def _joined(marked: str) -> list[str]:
    pieces: list[str] = []
    end = 0
    for piece in (piece for piece in re.split(_SEPARATOR, marked) if piece.strip()):
        start = marked.index(piece, end)
        if "\x00" not in piece and pieces and "\x00" in pieces[-1]:
            pieces[-1] += marked[end:start] + piece
        else:
            pieces.append(piece)
        end = start + len(piece)
    return pieces


def author_of(item: Value, problems: list[Problem], key: str) -> Author:
    """Return the person that an object of an authors file describes; the key stands in for a name."""
    described = _from_object(item, problems, key)
    author = named(key) if described is None else described
    slug = str(item.fields.get("slug")).lower()
    if slug.startswith(("https://", "http://")):  # Material looks at none unasked
        return replace(author, key=key, url=author.url or read_link(item.child("slug"), problems))
    return replace(author, key=key, slug=_slug(item, problems))


def _slug(item: Value, problems: list[Problem]) -> str | None:
    """Return the last part of the address of an author's page: Material's ``slug``, Docusaurus' ``page``."""
    page = item.fields.get("page")
    own = item.child("page").child("permalink") if isinstance(page, dict) and "permalink" in page else None
    slug, permalink = read_address(item.child("slug") if "slug" in item.fields else own, problems)
    return slug or (permalink.rpartition("/")[2] if permalink else None)


def _from_object(item: Value, problems: list[Problem], default: str = "") -> Author | None:
    texts, avatar_at = _texts(item, problems)
    name = without_links(texts.pop("name", "")) or _in_parts(item, problems)
    name = name or texts.get("key", "") or default
    if not name:
        if all(Value(value, (), item.doc).is_empty for value in item.fields.values()):
            return None  # as archetypes leave it
        problems.append(problem_at("value-ignored", item, "an author without a name", "Add name"))
        return None
    person = without_mail(name)
    links, mail = read_socials(item, problems)
    mails = (texts.pop("email", None), person.email, texts.pop("mail", None), mail)
    email = next(filter(None, mails), None)
    return Author(
        person.name, email=email, **texts, links=links, avatar_at=avatar_at, nameless=person.nameless
    )


def _in_parts(item: Value, problems: list[Problem]) -> str:
    """Return a name that is written in parts, as Quarto has it; empty where it is not."""
    found = []
    for names in NAME_PARTS:
        value = item.first(names)
        found.append(read_text(value, problems) if value is not None and value.is_scalar else None)
    literal, *parts = found
    return literal or " ".join(filter(None, parts))


def _texts(item: Value, problems: list[Problem]) -> tuple[dict[str, str], Place | None]:
    """Return what an object says by field, and where its portrait stands.

    An address for mail in place of one of the web is kept as ``mail``.
    """
    by_key = item.keys()
    texts: dict[str, str] = {}
    avatar_at = None
    for field, names in AUTHOR_OBJECT.items():
        keys = (by_key[name] for name in dict.fromkeys(map(normal, names)) if name in by_key)
        for key in (key for key in keys if item.fields[key] not in (None, "", [], {})):
            value = _portrait(item.child(key)) if field == "avatar" else item.child(key)
            is_whole = field != "name" or value.is_scalar
            text = read_text(value, problems) if is_whole else _in_parts(value, problems)
            mail = mail_of(text) if text and field in LINKS else None
            if mail is not None:
                texts.setdefault("mail", mail)
            elif text and (field not in LINKS or safe_link(text, value, problems)):
                texts[field] = with_scheme(text) if field in LINKS else text
                avatar_at = value.place if field == "avatar" else avatar_at
                break
    return texts, avatar_at


def _portrait(value: Value) -> Value:
    """Return the path within an object that stands for a picture (Nuxt), or the value itself."""
    return value.first(IMAGE_OBJECT["src"]) or value
