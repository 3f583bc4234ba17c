"""Copies of adapters that nobody changes, each in a folder named by its content."""

import os
import shutil
from collections.abc import Set
from pathlib import Path

from fabula_daemon.completion.engines import adapters
from fabula_daemon.completion.engines.adapters import Adapter
from fabula_daemon.errors import ModelMissing

KEPT = 6  # the latest used: what an author may want to go back to


def preserve(adapter: Adapter, folder: Path, used: Set[str] = frozenset()) -> Path:
    """Return a copy of `adapter` in `folder`, `<fingerprint>/<its name>`.

    Of other copies the latest used stay, and those whose fingerprint is `used`. Raises ModelMissing if the
    adapter changes while it is copied.
    """
    place = folder / adapter.fingerprint
    kept = place / adapter.path.name
    if not kept.exists():
        partial = place / f".{os.getpid()}.part"
        shutil.rmtree(partial, ignore_errors=True)
        partial.mkdir(parents=True)
        for name in (adapters.CONFIG, adapters.WEIGHTS):
            shutil.copyfile(adapter.path / name, partial / name)
        if adapters.read(partial).fingerprint != adapter.fingerprint:
            shutil.rmtree(partial)
            raise ModelMissing(
                f"The adapter {adapter.path} is being written.", "It can be used when it is whole."
            )
        partial.rename(kept)
    os.utime(place)
    for old in sorted(folder.iterdir(), key=lambda path: path.stat().st_mtime)[:-KEPT]:
        if old.name not in used:
            shutil.rmtree(old, ignore_errors=True)
    return kept
