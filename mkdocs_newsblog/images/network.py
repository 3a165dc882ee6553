"""Connections that go where they were checked to go: the one place that opens sockets."""

from __future__ import annotations

import ipaddress
import ssl
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from http.cookiejar import CookieJar, DefaultCookiePolicy

import httpcore
import httpx

from mkdocs_newsblog.images.guard import Address, Policy, Resolver

CONNECT_SECONDS = 10.0
READ_SECONDS = 10.0
"""Silence after which a server is given up."""


class BlockedError(Exception):
    """A download that must not go on; the text says why."""


class Deadline:
    """The moment at which one picture has taken too long, however busily its server drips."""

    def __init__(self, seconds: float) -> None:
        """Take the seconds from now."""
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self, wanted: float | None) -> float:
        """Return the seconds to wait at most.

        Raises:
            BlockedError: none are left.
        """
        rest = self._end - time.monotonic()
        if rest <= 0:
            raise BlockedError(f"takes longer than {self._seconds:g} seconds")
        return rest if wanted is None else min(rest, wanted)


class _TimedStream(httpcore.NetworkStream):
    """A connection on which every single read and write keeps to the deadline of the whole."""

    def __init__(self, inner: httpcore.NetworkStream, deadline: Deadline) -> None:
        self._inner, self._deadline = inner, deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._inner.read(max_bytes, self._deadline.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._inner.write(buffer, self._deadline.left(timeout))

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        inner = self._inner.start_tls(ssl_context, server_hostname, self._deadline.left(timeout))
        return _TimedStream(inner, self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._inner.get_extra_info(info)


class PinnedBackend(httpcore.NetworkBackend):
    """Resolves a host once, judges every answer, and connects to one of those that it judged.

    The name is never resolved a second time, so an answer that changes in between changes nothing.
    """

    def __init__(self, policy: Policy, resolver: Resolver, deadline: Deadline) -> None:
        """Take what judges addresses and what finds them."""
        self._policy, self._resolver, self._deadline = policy, resolver, deadline
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """Open a connection; each address of the host has to be one that may be asked.

        They are tried in turn, since a host may have one that this machine has no way to.
        """
        try:
            found = [ipaddress.ip_address(each.partition("%")[0]) for each in self._resolver(host, port)]
        except (OSError, ValueError):
            found = []
        if not found:
            raise BlockedError(f"is on {host}, which has no address")
        for address in found:
            if fault := self._policy(address):
                raise BlockedError(f"is on {host}: {fault}")
        *others, last = found
        for address in others:
            with suppress(httpcore.ConnectError, httpcore.ConnectTimeout):
                return self._connect(address, port, timeout, local_address, socket_options)
        return self._connect(last, port, timeout, local_address, socket_options)

    def _connect(
        self,
        address: Address,
        port: int,
        timeout: float | None,
        local_address: str | None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None,
    ) -> httpcore.NetworkStream:
        stream = self._inner.connect_tcp(
            str(address), port, self._deadline.left(timeout), local_address, socket_options
        )
        return _TimedStream(stream, self._deadline)

    def connect_unix_socket(self, *_: object, **__: object) -> httpcore.NetworkStream:
        """Refuse: a picture never comes from there."""
        raise BlockedError("is no address of the network")


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        yield from self._response.iter_stream()

    def close(self) -> None:
        self._response.close()


class PinnedTransport(httpx.BaseTransport):
    """What httpx sends through: connections of a :class:`PinnedBackend`, each used once."""

    def __init__(self, backend: PinnedBackend) -> None:
        """Take what connects; certificates are checked against the host's name as ever."""
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(), max_keepalive_connections=0, network_backend=backend
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send one request."""
        answer = self._pool.handle_request(
            httpcore.Request(
                request.method,
                httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer))

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()


@contextmanager
def client(policy: Policy, resolver: Resolver, deadline: Deadline) -> Iterator[httpx.Client]:
    """Yield a client that follows no redirect, heeds no proxy of the environment, and keeps no cookie."""
    transport = PinnedTransport(PinnedBackend(policy, resolver, deadline))
    timeout = httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS)
    none = CookieJar(DefaultCookiePolicy(allowed_domains=()))  # not even from one redirect to the next
    with httpx.Client(
        transport=transport, timeout=timeout, follow_redirects=False, trust_env=False, cookies=none
    ) as opened:
        yield opened
