"""`newsblog ping`: after a deploy, tell hubs and search engines what changed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

import click

from mkdocs_newsblog import __version__
from mkdocs_newsblog.announce.changes import State, load_state, make_room, read_site, save_state
from mkdocs_newsblog.cli.formats import say
from mkdocs_newsblog.cli.options import config_file, sound_project_at
from mkdocs_newsblog.cli.site.project import Project
from mkdocs_newsblog.model.names import FeedFormat
from mkdocs_newsblog.model.problem import printable
from mkdocs_newsblog.read.config.config_file import read_values

INDEXNOW = "https://api.indexnow.org/indexnow"
BATCH = 10_000
"""Addresses that IndexNow takes at once."""
KEY = re.compile(r"[A-Za-z0-9-]{8,128}")
MOVED = range(300, 400)
TIMEOUT = 30
"""Seconds."""


class _Stay(HTTPRedirectHandler):
    """Follows no redirect: what is behind one would be asked for a page, and told nothing."""

    def redirect_request(self, *_: object) -> None:
        """Return no request in place of the one that was sent."""


@dataclass(frozen=True, slots=True)
class Message:
    """One request: what it says in words, and its bytes."""

    words: str
    address: str
    body: bytes
    media_type: str


@click.command("ping", short_help="Tell hubs and search engines what changed since the last time.")
@config_file
@click.option(
    "--site-dir",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The built site; default: site_dir of the configuration.",
)
@click.option(
    "--state",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path(".newsblog-ping.json"),
    show_default=True,
    help="What was told before; written after sending.",
)
@click.option(
    "--key",
    envvar="NEWSBLOG_INDEXNOW_KEY",
    help="Key for IndexNow, which the site holds as KEY.txt; without it only hubs are told.",
)
@click.option("--indexnow", default=INDEXNOW, show_default=True, help="Where IndexNow listens.")
@click.option("--send", is_flag=True, help="Send; otherwise only say what would be sent.")
def ping(
    config: Path | None, site_dir: Path | None, state: Path, key: str | None, indexnow: str, *, send: bool
) -> None:
    """Tell WebSub hubs and IndexNow which feeds and posts changed since the last time.

    Run it when the site is online. Nothing is sent without --send. The exit status is 1 if a request failed,
    and then the state stays as it was.
    """
    project = sound_project_at(config)
    if project.site.url is None:
        raise click.UsageError("the site has no address. Set site_url.")
    folder = site_dir or _site_dir(project)
    if key and not (KEY.fullmatch(key) and (folder / f"{key}.txt").is_file()):
        lacks = f"{folder} has no {key}.txt that holds the key"
        raise click.UsageError(f"{lacks}. Put it into the docs folder, and build the site again.")
    try:
        before = load_state(state)
    except OSError as error:
        raise click.UsageError(f"{state} can't be read ({error.strerror}).") from None
    except ValueError as error:
        raise click.UsageError(f"{error}. Delete it to tell everything anew.") from None
    if not key and not _hubs(project):
        say("There is nobody to tell. Set feeds.hub for WebSub, or give --key for IndexNow.")
        return
    now = read_site(folder, project.site.url, _feed_names(project))
    messages = [*_hub_messages(project, now, before), *_index_messages(project, now, before, key, indexnow)]
    if not send:
        _tell(messages, send=False)
        return
    # Whoever is told must be remembered, or all are told the same again.
    with _writing(state, "Nothing was sent"):
        make_room(state)
    _tell(messages, send=True)
    with _writing(state, "All was sent, and will be sent again next time"):
        save_state(state, now)


@contextmanager
def _writing(state: Path, so_far: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise click.ClickException(f"{state} can't be written ({reason}). {so_far}.") from None


def _site_dir(project: Project) -> Path:
    folder = project.config.parent / str(read_values(project.config).get("site_dir") or "site")
    if not folder.is_dir():
        raise click.UsageError(f"there is no built site in {folder}. Build it, or name it with --site-dir.")
    return folder


def _feed_names(project: Project) -> set[str]:
    feeds = [section.feeds for section in project.sections if section.feeds]
    kinds = [(each, kind, of_term) for each in feeds for kind in FeedFormat for of_term in (False, True)]
    return {each.path(kind, (), of_term=of_term) for each, kind, of_term in kinds}


def _hubs(project: Project) -> list[str]:
    """Return the address of each hub, once."""
    feeds = [section.feeds for section in project.sections if section.feeds]
    return list(dict.fromkeys(each.hub for each in feeds if each.hub))


def _hub_messages(project: Project, now: State, before: State) -> Iterator[Message]:
    """Yield a notice for each hub and each changed feed (WebSub, 7; the mode that hubs agree on)."""
    for hub in _hubs(project):
        for url in now.changed_feeds(before):
            body = urlencode({"hub.mode": "publish", "hub.url": url}).encode()
            yield Message(f"WebSub: {printable(url)}", hub, body, "application/x-www-form-urlencoded")


def _index_messages(
    project: Project, now: State, before: State, key: str | None, address: str
) -> Iterator[Message]:
    """Yield lists of changed posts (https://www.indexnow.org/documentation)."""
    urls = now.changed_posts(before) if key else []
    for start in range(0, len(urls), BATCH):
        part = urls[start : start + BATCH]
        values = {
            "host": urlsplit(str(project.site.url)).netloc,
            "key": key,
            "keyLocation": f"{project.site.url}{key}.txt",
            "urlList": part,
        }
        words = "\n".join(f"IndexNow: {printable(url)}" for url in part)
        yield Message(words, address, json.dumps(values).encode(), "application/json; charset=utf-8")


def _tell(messages: list[Message], *, send: bool) -> None:
    """Send the messages, or only say them.

    Raises:
        SystemExit: a request failed.
    """
    failed = False
    for message in messages:
        fault = _post(message) if send else None
        failed = failed or fault is not None
        say(f"{message.words} -> {message.address}: {fault}" if fault else message.words)
    if not messages:
        say("Nothing changed.")
    elif not send:
        say("Nothing was sent. Add --send to send this.")
    if failed:
        raise SystemExit(1)


def _post(message: Message) -> str | None:
    """Send one message; return what went wrong."""
    if not message.address.startswith(("https://", "http://")):
        return "is no web address"
    agent = {"User-Agent": f"mkdocs-newsblog/{__version__}", "Content-Type": message.media_type}
    try:
        request = Request(message.address, message.body, agent, method="POST")  # noqa: S310 - checked above
        with build_opener(_Stay).open(request, timeout=TIMEOUT):
            return None
    except HTTPError as error:
        with error:  # it is the answer, too, which holds on to its connection
            moved = error.headers.get("Location") if error.code in MOVED else None
            return printable(f"{error}, to {moved}" if moved else str(error))
    except OSError as error:
        return printable(str(error))
    except (HTTPException, ValueError) as error:  # an answer that is none, or an address that can be none
        return printable(f"{type(error).__name__}: {error}")
