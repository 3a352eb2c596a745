"""The guard that every test stands under: whoever reaches for the network is stopped and told on."""

import socket

import pytest


def test_opening_a_socket_is_refused_and_remembered(opened_sockets: list[str]) -> None:
    with pytest.raises(Exception, match="family"):
        socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    assert len(opened_sockets) == 1
    opened_sockets.clear()


def test_asking_for_an_address_is_refused_and_remembered(opened_sockets: list[str]) -> None:
    with pytest.raises(Exception, match="getaddrinfo"):
        socket.getaddrinfo("localhost", 80)
    assert len(opened_sockets) == 1
    opened_sockets.clear()
