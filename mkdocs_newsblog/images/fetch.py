"""Downloading remote pictures into the cache: the only part that uses the network, and only when asked."""

from __future__ import annotations

import io
import warnings
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import urljoin

import httpcore
import httpx
from PIL import Image, UnidentifiedImageError

from mkdocs_newsblog import __version__
from mkdocs_newsblog.images.address import check_remote
from mkdocs_newsblog.images.guard import Policy, Resolver, address_fault, is_listed, resolve, url_fault
from mkdocs_newsblog.images.header import PIXELS, media_type
from mkdocs_newsblog.images.network import BlockedError, Deadline, client
from mkdocs_newsblog.images.store import EXTENSIONS, Copy, Store

HEADERS = {
    "User-Agent": f"mkdocs-newsblog/{__version__}",
    "Accept": ", ".join(EXTENSIONS),
    "Accept-Encoding": "identity",
}
"""What every request says; nothing may come compressed, since sizes are counted as they arrive."""

OTHER_NAMES = {"image/jpg": "image/jpeg", "image/pjpeg": "image/jpeg", "image/x-png": "image/png"}
"""What servers say that never heard of a type's proper name; browsers show these pictures."""

UNKNOWN = frozenset({"application/octet-stream", "binary/octet-stream"})
"""What stores of files say where nobody told them a type; browsers look into such a file, and so do we."""

REDIRECTS = frozenset({301, 302, 303, 307, 308})
AT_ONCE = 4
"""Downloads at one time."""


class Outcome(StrEnum):
    """What became of one picture."""

    FETCHED = "fetched"
    FRESH = "unchanged"
    WOULD = "would be fetched"
    SKIPPED = "left on its host"
    REFUSED = "refused"
    FAILED = "failed"


class Result(NamedTuple):
    """What became of one picture, and why where it was not fetched."""

    url: str
    outcome: Outcome
    reason: str = ""


class Limits(NamedTuple):
    """Bounds of one download: bytes, seconds for all of it, redirects."""

    size: int = 20_000_000
    seconds: float = 60.0
    redirects: int = 3


@dataclass(frozen=True)
class Fetcher:
    """Downloads pictures of allowed hosts. What judges addresses and finds them can be replaced."""

    store: Store
    allow: tuple[str, ...]
    limits: Limits = Limits()
    policy: Policy = address_fault
    resolver: Resolver = resolve

    def fetch_all(
        self, urls: Iterable[str], advance: Callable[[], None], *, dry_run: bool = False
    ) -> Iterator[Result]:
        """Yield what became of each picture, in the order given; several are downloaded at once."""
        each = self.plan if dry_run else self.fetch
        with ThreadPoolExecutor(max_workers=AT_ONCE) as pool:
            for result in pool.map(each, dict.fromkeys(urls)):
                advance()
                yield result

    def plan(self, url: str) -> Result:
        """Return what a fetch would do, without any connection."""
        if not is_listed(url, self.allow):
            return Result(url, Outcome.SKIPPED)
        if fault := url_fault(url, self.allow):
            return Result(url, Outcome.REFUSED, fault)
        return Result(url, Outcome.WOULD, "again, if it has changed" if self.store.find(url) else "")

    def fetch(self, url: str) -> Result:
        """Download one picture, or learn that the copy in the cache is still good."""
        if not is_listed(url, self.allow):
            return Result(url, Outcome.SKIPPED)
        known = self.store.find(url)
        try:
            return self._follow(url, known if known and self.store.is_whole(known) else None)
        except BlockedError as refusal:
            return Result(url, Outcome.REFUSED, str(refusal))
        except (httpx.TimeoutException, httpcore.TimeoutException):
            return Result(url, Outcome.FAILED, "its server does not answer in time")
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            return Result(url, Outcome.FAILED, _reason(error))
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError, ValueError) as error:
            return Result(url, Outcome.FAILED, _reason(error))

    def _follow(self, url: str, known: Copy | None) -> Result:
        """Follow redirects by hand, so that every address on the way is judged."""
        deadline = Deadline(self.limits.seconds)
        here = url
        with client(self.policy, self.resolver, deadline) as opened:
            for _ in range(self.limits.redirects + 1):
                if fault := url_fault(here, self.allow):
                    raise BlockedError(fault if here == url else f"redirects to {here}, which {fault}")
                here = check_remote(here).url  # what was judged, which may be read in more than one way
                headers = HEADERS | _conditions(known)
                with opened.stream("GET", here, headers=headers) as answer:
                    if answer.status_code in REDIRECTS:
                        here = urljoin(here, answer.headers.get("location", ""))
                        continue
                    return self._take(url, answer, known)
        raise BlockedError(f"redirects more than {self.limits.redirects} times")

    def _take(self, url: str, answer: httpx.Response, known: Copy | None) -> Result:
        if answer.status_code == httpx.codes.NOT_MODIFIED and known is not None:
            return Result(url, Outcome.FRESH)
        if answer.status_code != httpx.codes.OK:
            return Result(url, Outcome.FAILED, f"its server answers {answer.status_code}")
        said = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        said = OTHER_NAMES.get(said, said)
        if said not in EXTENSIONS and said not in UNKNOWN:
            raise BlockedError(f"is said to be {said or 'of no type'}, which is no picture that can be kept")
        if answer.headers.get("content-encoding", "identity").lower() != "identity":
            raise BlockedError("comes compressed, though it was asked for plain")
        data = self._read(answer)
        self.store.keep(
            url,
            data,
            check_picture(data, said),
            answer.headers.get("etag", ""),
            answer.headers.get("last-modified", ""),
        )
        return Result(url, Outcome.FETCHED)

    def _read(self, answer: httpx.Response) -> bytes:
        limit = self.limits.size
        length = answer.headers.get("content-length", "")
        if length.isascii() and length.isdigit() and int(length) > limit:
            raise BlockedError(f"has {length} bytes, the limit is {limit}")
        data = bytearray()
        for chunk in answer.iter_raw():
            data += chunk
            if len(data) > limit:
                raise BlockedError(f"has more than {limit} bytes")
        return bytes(data)


def check_picture(data: bytes, said: str) -> str:
    """Return the media type of a picture that decodes as what its server says it is, where that says a type.

    Raises:
        BlockedError: it is another thing, damaged, or too large to decode.
    """
    kind = media_type(data[:64])
    if kind not in EXTENSIONS or said not in UNKNOWN | {kind}:
        raise BlockedError(f"is said to be {said} and is {kind or 'no picture'}")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=[kind.partition("/")[2].upper()]) as picture:
                if picture.width * picture.height > PIXELS:
                    raise BlockedError(
                        f"has {picture.width} x {picture.height} pixels, the limit is {PIXELS}"
                    )
                picture.load()
    except BlockedError:
        raise
    except UnidentifiedImageError:  # whose text is an address in memory
        raise BlockedError("can't be decoded") from None
    except Exception as error:
        # Decoders raise whatever they like at damaged data.
        raise BlockedError(f"can't be decoded: {_reason(error)}") from None
    return kind


def _conditions(known: Copy | None) -> dict[str, str]:
    """Return what asks for a picture only if it has changed (RFC 9110, 13.1)."""
    if known is None:
        return {}
    said = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    # No request can carry other characters.
    return {name: value for name, value in said.items() if value and value.isascii() and value.isprintable()}


def _reason(error: Exception) -> str:
    return " ".join(str(error).split())[:120] or error.__class__.__name__
