"""Where the story is: found before anything else is loaded, so nothing but the standard library is needed
here.
"""

from pathlib import Path

from fabula_daemon.errors import NoStory

SETTINGS_FILE = "fabula.toml"
STATE_FOLDER = ".fabula"


def find_story(folder: Path) -> Path:
    """Return the nearest folder, `folder` itself or one above it, that holds a fabula.toml.

    Raises NoStory if there is none.
    """
    folder = folder.resolve()
    for candidate in (folder, *folder.parents):
        if (candidate / SETTINGS_FILE).is_file():
            return candidate
    raise NoStory(folder)


def state_folder(root: Path) -> Path:
    """Return the folder, beside fabula.toml, in which everything that Fabula writes for a story lies."""
    return root / STATE_FOLDER
