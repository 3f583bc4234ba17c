"""Which cards there are is what the driver's tool says, less what the user hides from CUDA."""

from pathlib import Path

import pytest

from fabula_daemon.serving import gpu
from fabula_daemon.serving.gpu import Gpu

ANSWER = """\
0, GPU-5f9f1b2c, NVIDIA GeForce RTX 4090, 24564, 23010
1, GPU-77aa0c1d, NVIDIA GeForce RTX 3060, 12288, 12000
"""
LARGE = Gpu(0, "GPU-5f9f1b2c", "NVIDIA GeForce RTX 4090", 24564, 23010)
SMALL = Gpu(1, "GPU-77aa0c1d", "NVIDIA GeForce RTX 3060", 12288, 12000)


def test_a_line_is_a_card() -> None:
    assert gpu.parse(ANSWER) == (LARGE, SMALL)


@pytest.mark.parametrize(
    "answer", ["", "No devices were found\n", "NVIDIA-SMI has failed, because, of, a, b\n"]
)
def test_what_is_not_a_card_is_none(answer: str) -> None:
    assert gpu.parse(answer) == ()


def test_a_card_that_shares_the_machine_s_memory_has_none_of_its_own() -> None:
    assert gpu.parse("0, GPU-1, NVIDIA GB10, [N/A], [N/A]\n") == (Gpu(0, "GPU-1", "NVIDIA GB10", 0, 0),)


@pytest.mark.parametrize(
    ("chosen", "left"),
    [
        (None, (LARGE, SMALL)),
        ("1,0", (SMALL, LARGE)),
        ("GPU-77", (SMALL,)),
        ("0,7,1", (LARGE,)),
        ("-1", ()),
        ("", ()),
    ],
)
def test_cuda_visible_devices_hides_and_orders_cards(chosen: str | None, left: tuple[Gpu, ...]) -> None:
    assert gpu.visible((LARGE, SMALL), chosen) == left


def tool(folder: Path, script: str) -> None:
    (folder / "nvidia-smi").write_text(f"#!/bin/sh\n{script}\n")
    (folder / "nvidia-smi").chmod(0o755)


def test_the_driver_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    tool(tmp_path, f"cat <<'EOF'\n{ANSWER}EOF")
    assert gpu.gpus({}) == (LARGE, SMALL)

    tool(
        tmp_path,
        "echo 'NVIDIA-SMI has failed because it could not communicate with the NVIDIA driver.'; exit 9",
    )
    assert gpu.gpus({}) == ()


def test_without_a_driver_there_is_no_card(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(gpu, "_WSL", tmp_path / "nvidia-smi")
    assert gpu.gpus({}) == ()
