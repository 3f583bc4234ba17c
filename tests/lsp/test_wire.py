"""The protocol's framing."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.errors import WireError
from fabula_lsp.wire import HEADER_LIMIT, MESSAGE_LIMIT, Receiver, decode, encode, frame


def in_pieces(data: bytes, size: int) -> Callable[[int], bytes]:
    pieces = iter([data[at : at + size] for at in range(0, len(data), size)])
    return lambda _: next(pieces, b"")


@given(st.lists(st.binary(max_size=50), max_size=6), st.integers(1, 60))
def test_messages_come_out_as_they_went_in(bodies: list[bytes], size: int) -> None:
    receiver = Receiver(in_pieces(b"".join(frame(body) for body in bodies), size))
    assert [receiver.receive() for _ in bodies] == bodies
    assert receiver.receive() is None


def test_a_message_of_ten_megabytes() -> None:
    body = b"x" * 10_000_000
    assert Receiver(in_pieces(frame(body), 100_000)).receive() == body


@pytest.mark.parametrize(
    "header",
    [
        "Content-Length: 2",
        "content-length:2",
        "Content-Type: text\r\nContent-Length: 2",
        "X: Y\r\nCONTENT-LENGTH: 2",
    ],
)
def test_headers_are_read_generously(header: str) -> None:
    assert Receiver(in_pieces(header.encode() + b"\r\n\r\n{}", 3)).receive() == b"{}"


@pytest.mark.parametrize(
    "data",
    [
        b"Content-Length: 5\r\n\r\n{}",
        b"Content-Le",
        b"Content-Length: many\r\n\r\n{}",
        b"Content-Length: -1\r\n\r\n{}",
        b"GET / HTTP/1.1\r\n\r\n",
        b"x" * (HEADER_LIMIT + 1),
        b"Content-Length: %d\r\n\r\n{}" % (MESSAGE_LIMIT + 1),
    ],
)
def test_what_is_not_the_protocol_is_an_error(data: bytes) -> None:
    with pytest.raises(WireError):
        Receiver(in_pieces(data, 1000)).receive()


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"{", b"\xff"])
def test_what_is_not_an_object_is_an_error(body: bytes) -> None:
    with pytest.raises(WireError):
        decode(body)


def test_a_message_is_framed_by_its_length_in_bytes() -> None:
    message = {"method": "x", "params": "“🚀”"}
    body = Receiver(in_pieces(encode(message), 7)).receive()
    assert json.loads(body or b"") == {"jsonrpc": "2.0", **message}
