"""What safetensors files say of themselves: which tensors they hold, of what shape, and whether all is there.

Only headers are read, a few kilobytes each, so forty gigabytes are looked at in milliseconds. The format:
eight bytes of length, so much JSON, then the data, without gaps (documented with the library safetensors).
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fabula_daemon.errors import ModelMissing

INDEX = "model.safetensors.index.json"

_LENGTH = 8  # bytes that say how long the header is
_LONGEST_HEADER = 100_000_000  # bytes; the format's own limit
_AGAIN = "Copy or download it again; training writes it whole or not at all."


@dataclass(frozen=True, slots=True)
class Tensor:
    """A tensor of a file: its type as safetensors names it (“BF16”), its shape, and its size in bytes."""

    dtype: str
    shape: tuple[int, ...]
    size: int


def read(file: Path) -> dict[str, Tensor]:
    """Return the tensors of one file, by name. Raises ModelMissing if it cannot be read or is not whole."""
    try:
        length = file.stat().st_size
        with file.open("rb") as stream:
            announced = int.from_bytes(stream.read(_LENGTH), "little")
            if length < _LENGTH or announced > min(_LONGEST_HEADER, length - _LENGTH):
                raise _broken(file, "is not a safetensors file, or its beginning is damaged")
            header = json.loads(stream.read(announced))
        tensors = {name: _tensor(entry) for name, entry in header.items() if name != "__metadata__"}
        expected = (
            _LENGTH + announced + max((entry["data_offsets"][1] for entry in _entries(header)), default=0)
        )
    except OSError as error:
        raise _broken(file, f"cannot be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _broken(file, "has a damaged header") from error
    if length != expected:
        raise _broken(file, f"has {length:,} bytes where its header promises {expected:,}")
    return tensors


def read_all(directory: Path) -> dict[str, Tensor]:
    """Return the tensors of a model's directory, of all its parts.

    Raises ModelMissing if a part is missing or not whole, or holds less than the directory's index promises.
    """
    index = directory / INDEX
    if not index.is_file():
        return {
            name: tensor
            for file in sorted(directory.glob("*.safetensors"))
            for name, tensor in read(file).items()
        }
    try:
        parts = json.loads(index.read_text(encoding="utf-8"))["weight_map"]
        files = {str(part): directory / str(part) for part in sorted(set(parts.values()))}
    except OSError as error:
        raise _broken(index, f"cannot be read: {error.strerror}") from error
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _broken(index, "does not say which part holds what") from error
    found: dict[str, dict[str, Tensor]] = {}
    for name, file in files.items():
        if not file.is_file():
            raise _broken(file, f"is missing: {INDEX} names it")
        found[name] = read(file)
    for tensor, part in parts.items():
        if tensor not in found[part]:
            raise _broken(directory / part, f"does not hold {tensor}, which {INDEX} promises")
    return {name: tensor for tensors in found.values() for name, tensor in tensors.items()}


def _entries(header: dict[str, Any]) -> list[dict[str, Any]]:
    return [entry for name, entry in header.items() if name != "__metadata__"]


def _tensor(entry: dict[str, Any]) -> Tensor:
    begin, end = entry["data_offsets"]
    shape = tuple(entry["shape"])
    if not (0 <= begin <= end) or not all(isinstance(size, int) and size >= 0 for size in shape):
        raise ValueError("a tensor has no place in the file")
    return Tensor(str(entry["dtype"]), shape, end - begin)


def _broken(file: Path, what: str) -> ModelMissing:
    return ModelMissing(f"{file} {what}.", _AGAIN)
