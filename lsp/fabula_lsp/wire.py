"""The protocol's framing: a header that says how long the message is, and the message.

The bridge waits for messages with `Receiver`; the daemon, which must not wait, uses what that is made of.
"""

import json
from collections.abc import Callable, Mapping
from typing import Any

from fabula_daemon.errors import WireError

Message = Mapping[str, Any]

HEADER_END = b"\r\n\r\n"
HEADER_LIMIT = 1 << 13  # bytes
MESSAGE_LIMIT = 1 << 28  # bytes
_PIECE = 1 << 18  # bytes asked for at once


def frame(body: bytes) -> bytes:
    """Return `body` with its header."""
    return b"Content-Length: %d\r\n\r\n%b" % (len(body), body)


def encode(message: Message) -> bytes:
    """Return `message` as it goes over the wire."""
    return frame(json.dumps({"jsonrpc": "2.0", **message}, separators=(",", ":")).encode())


def decode(body: bytes) -> dict[str, Any]:
    """Return the message in `body`. Raises WireError if it is no JSON object."""
    try:
        message = json.loads(body)
    except ValueError as error:
        raise WireError(f"A message is not JSON: {error}.") from None
    if not isinstance(message, dict):
        raise WireError(f"A message is not a JSON object but a {type(message).__name__}.")
    return message


def body_length(header: bytes) -> int:
    """Return how many bytes follow `header`. Raises WireError if it does not say."""
    for line in header.split(b"\r\n"):
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            length = int(value)
            if length > MESSAGE_LIMIT:
                raise WireError(
                    f"A message of {length} bytes is announced; at most {MESSAGE_LIMIT} are taken."
                )
            return length
    raise WireError(f"A message begins without its length: {header[:80]!r}.")


class Receiver:
    """Messages out of a stream of bytes; `read(n)` waits for some, and returns none of them at the end."""

    def __init__(self, read: Callable[[int], bytes]) -> None:
        self._read = read
        self._buffer = bytearray()

    def receive(self) -> bytes | None:
        """Return the body of the next message, None at the end.

        Raises WireError if the stream ends within a message, or if this is not the protocol at all.
        """
        while (end := self._buffer.find(HEADER_END)) < 0:
            if len(self._buffer) > HEADER_LIMIT:
                raise WireError(f"A message begins without its length: {bytes(self._buffer[:80])!r}.")
            if not self._more():
                if self._buffer:
                    raise WireError("The stream ended within a header.")
                return None
        start = end + len(HEADER_END)
        stop = start + body_length(bytes(self._buffer[:end]))
        while len(self._buffer) < stop:
            if not self._more():
                raise WireError(
                    f"The stream ended {stop - len(self._buffer)} bytes before the end of a message."
                )
        body = bytes(self._buffer[start:stop])
        del self._buffer[:stop]
        return body

    def _more(self) -> bool:
        piece = self._read(_PIECE)
        self._buffer += piece
        return bool(piece)
