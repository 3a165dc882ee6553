"""Where an author is found elsewhere: handles of known platforms, and whole addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote

from mkdocs_newsblog.model.problem import Problem, quoted
from mkdocs_newsblog.read.front_matter.document import Value
from mkdocs_newsblog.read.people.mail import mail_of
from mkdocs_newsblog.read.values.texts import read_text, safe_link, with_scheme
from mkdocs_newsblog.schema.front_matter.aliases import AUTHOR_OBJECT
from mkdocs_newsblog.schema.front_matter.fields import normal
from mkdocs_newsblog.schema.platforms import GROUPS, PLATFORMS
from mkdocs_newsblog.schema.problems.codes import problem_at

_FEDIVERSE = r"@?([\w.-]+)@([\w-]+(?:\.[\w-]+)+)"
_ADDRESS = r"(?i)https?://[^\s\"'<>\\^`{|}]+"
LABELS = ("label", "name", "title", "platform")
_MAIL = "mailto:"
TARGETS = ("url", "href", "link")
"""Keys of an object that stands for one link, normalised."""
HANDLES = ("username", "handle", "user", "account")
SERVERS = ("instance", "server", "host", "domain")
"""Keys of an object that says a handle, and which of many servers knows it."""
NETWORKS = ("mastodon", "fediverse")
"""Names of platforms that have many servers."""


def read_socials(item: Value, problems: list[Problem]) -> tuple[tuple[tuple[str, str], ...], str | None]:
    """Return pairs of a label and an address, each address once, from the object that describes a person.

    An address for mail is none of them: the first is returned beside them.
    """
    found: dict[str, str] = {}
    for label, url in _pairs(item, problems):
        found.setdefault(url, label)
    mails = [url.removeprefix(_MAIL) for url in found if url.startswith(_MAIL)]
    links = tuple((label, url) for url, label in found.items() if not url.startswith(_MAIL))
    return links, next(iter(mails), None)


def _pairs(item: Value, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    for key, raw in item.fields.items():
        name = normal(str(key))
        if name in GROUPS:
            yield from _group(item.child(key), problems)
        elif name in PLATFORMS and raw not in (None, ""):
            yield from _one(name, item.child(key), problems)


def _group(group: Value, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    if isinstance(group.raw, dict):
        for key, raw in group.raw.items():
            if raw not in (None, ""):
                yield from _one(str(key), group.child(key), problems)
        return
    for link in group.items():
        if isinstance(link.raw, dict):
            yield from _object(link, problems)
        elif isinstance(link.raw, str):
            yield from _one("", link, problems)


def _object(link: Value, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    """Yield what an object says: a label and a target, or ``label: target``."""
    target = link.first(TARGETS)
    if target is None and link.first(HANDLES) is None:
        yield from _group(link, problems)
        return
    label = link.first(LABELS) if target is not None else link.first(("platform", *LABELS))
    name = (read_text(label, problems) if label is not None else None) or ""
    if target is None:
        yield from _one(name, link, problems)
        return
    for _, url in _one(name, target, problems):
        yield name or host_of(url), url


def _one(name: str, value: Value, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    text = _said(name, value, problems)
    platform = PLATFORMS.get(normal(name))
    label = platform.label if platform else name
    if not text or not safe_link(text, value, problems):
        return
    fediverse = re.fullmatch(_FEDIVERSE, text)
    is_handle = normal(name) in NETWORKS
    mail = None if fediverse and is_handle else mail_of(text)
    text = _whole(text)
    if mail is not None or normal(name) in AUTHOR_OBJECT["email"]:
        if mail:  # printed only where the site asks for it
            yield label, _MAIL + mail
    elif re.fullmatch(_ADDRESS, text):
        yield label or host_of(text), text
    elif fediverse and (is_handle or not name):
        yield label or "Mastodon", f"https://{fediverse[2]}/@{fediverse[1]}"
    elif platform and platform.start:
        yield label, platform.start + quote(text.lstrip("@"), safe="/-._~")
    else:
        fact = f"{quoted(text)} is no address, and no platform says where it belongs"
        problems.append(problem_at("value-ignored", value, fact, "Write a whole address"))


def _said(name: str, value: Value, problems: list[Problem]) -> str | None:
    """Return a handle or an address, which an object may hold: a handle with the server that knows it."""
    inner = value.first((*TARGETS, *HANDLES)) if isinstance(value.raw, dict) else None
    if inner is None:
        return read_text(value, problems)
    text = read_text(inner, problems)
    server = value.first(SERVERS)
    host = read_text(server, problems) if server is not None and server.raw else None
    if not text or not host or re.fullmatch(_ADDRESS, text) or re.fullmatch(_FEDIVERSE, text):
        return text
    handle = f"@{text.lstrip('@')}@{host_of(host) or host.strip('/')}"
    if re.fullmatch(_FEDIVERSE, handle) and normal(name) in (*NETWORKS, ""):
        return handle
    fact = f"no platform says where {quoted(text)} is found on {quoted(host)}"
    problems.append(problem_at("value-ignored", value, fact, "Write a whole address"))
    return None


def host_of(url: str) -> str:
    """Return what people call an address: its host, without ``www.``."""
    return url.partition("//")[2].partition("/")[0].removeprefix("www.")


HOSTS = frozenset({host_of(platform.start) for platform in PLATFORMS.values()} - {""} | {"twitter.com"})
"""Hosts of platforms, without ``www.``."""


def _whole(text: str) -> str:
    """Return an address with its scheme, also that of a platform: no handle begins so."""
    host, slash, _ = text.partition("/")
    return f"https://{text}" if slash and host.lower() in HOSTS else with_scheme(text)
