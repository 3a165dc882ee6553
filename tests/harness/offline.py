"""No test reaches another machine, whatever the code under test tries."""

from __future__ import annotations

import ipaddress
import socket
from typing import Any

import pytest

real_connect = socket.socket.connect


def connect_nearby(self: socket.socket, address: Any) -> None:
    """Connect to this machine, and raise for any other."""
    if self.family in {socket.AF_INET, socket.AF_INET6} and not _is_near(address[0]):
        raise AssertionError(f"a test tried to reach {address[0]}")
    real_connect(self, address)


def _is_near(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@pytest.fixture(autouse=True)
def offline(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that would leave this machine."""
    monkeypatch.setattr(socket.socket, "connect", connect_nearby)
