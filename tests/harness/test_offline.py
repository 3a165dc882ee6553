"""Tests cannot leave this machine."""

import socket

import pytest


@pytest.mark.parametrize("address", ["192.0.2.1", "far.invalid"])
def test_another_machine_cannot_be_reached(address):
    with socket.socket() as connection, pytest.raises(AssertionError, match="tried to reach"):
        connection.connect((address, 80))


def test_this_machine_can():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as connection:
        connection.connect(server.getsockname())
