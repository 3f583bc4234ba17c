"""The example story: in the wheel a folder of this package, in a checkout the project's own `world/`."""

import shutil
from pathlib import Path

from fabula_daemon.errors import FabulaError
from fabula_daemon.locate import SETTINGS_FILE, STATE_FOLDER


def folder() -> Path:
    """Return where the example story lies. Raises FabulaError if this installation has none."""
    here = Path(__file__).parent
    for candidate in (here / "example", here.parents[1] / "world"):
        if (candidate / SETTINGS_FILE).is_file():
            return candidate
    raise FabulaError("This installation has no example story. Install it again, as the README says.")


def copy_to(target: Path) -> Path:
    """Copy the example story to `target`, which must not exist yet, and return it."""
    return Path(shutil.copytree(folder(), target, ignore=shutil.ignore_patterns(STATE_FOLDER)))
