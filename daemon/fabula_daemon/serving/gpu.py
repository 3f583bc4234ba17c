"""Which GPUs there are, as the driver's own tool tells: nothing of CUDA or torch is loaded to learn it."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_QUERY = ("--query-gpu=index,uuid,name,memory.total,memory.free", "--format=csv,noheader,nounits")
_WSL = Path("/usr/lib/wsl/lib/nvidia-smi")  # not on the PATH there
_PATIENCE_S = 10.0
_FIELDS = 5


@dataclass(frozen=True, slots=True)
class Gpu:
    """One card: its number and identity, its name, and its memory, all of it and what is free, in MiB; 0
    where the driver does not tell, because it shares the machine's.
    """

    index: int
    uuid: str
    name: str
    memory: int
    free: int


def gpus(variables: Mapping[str, str] = os.environ) -> tuple[Gpu, ...]:
    """Return the cards that a server would see, none if there is no driver. It may take a second: ask in a
    thread.
    """
    tool = shutil.which("nvidia-smi") or (str(_WSL) if _WSL.exists() else None)
    if tool is None:
        return ()
    try:
        answer = subprocess.run(
            [tool, *_QUERY],
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            check=True,
            stdin=subprocess.DEVNULL,
        )
    except (OSError, subprocess.SubprocessError):
        return ()
    return visible(parse(answer.stdout), variables.get("CUDA_VISIBLE_DEVICES"))


def parse(answer: str) -> tuple[Gpu, ...]:
    """Return the cards in the tool's answer, one a line."""
    cards = []
    for line in answer.splitlines():
        fields = [field.strip() for field in line.split(",")]
        if len(fields) == _FIELDS and fields[0].isdigit():
            memory, free = (int(field) if field.isdigit() else 0 for field in fields[3:])
            cards.append(Gpu(int(fields[0]), fields[1], fields[2], memory, free))
    return tuple(cards)


def visible(cards: tuple[Gpu, ...], chosen: str | None) -> tuple[Gpu, ...]:
    """Return those of `cards` that CUDA_VISIBLE_DEVICES leaves, in its order: it ends at the first it does
    not know.
    """
    if chosen is None:
        return cards
    left: list[Gpu] = []
    for wish in (wish.strip() for wish in chosen.split(",")):
        card = next(
            (card for card in cards if wish == str(card.index) or (wish and card.uuid.startswith(wish))), None
        )
        if card is None:
            break
        left.append(card)
    return tuple(left)
