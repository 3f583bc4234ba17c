"""vLLM's own parser takes what Fabula starts it with, also for machines that the tests cannot have."""

import json
import subprocess
from typing import Any

import pytest

from fabula_daemon.completion.engines.directory import STARTER, inspect
from fabula_daemon.config import ModelSettings
from fabula_daemon.serving import environment
from fabula_daemon.serving.gpu import Gpu
from fabula_daemon.serving.options import options

CARD = Gpu(0, "GPU-1", "RTX 4090", 24564, 24000)
STARTS = {
    "processor": ("cpu", ModelSettings()),
    "card": ("cuda", ModelSettings(gpu_memory_utilization=0.8, max_num_seqs=4, max_model_len=512)),
    "two cards": ("cuda", ModelSettings(tensor_parallel=2)),
    "machines": ("cuda", ModelSettings(tensor_parallel=2, data_parallel=3, ray=True)),
    "author's own": (
        "cuda",
        ModelSettings(vllm_args=("--seed", "7", "--kv-cache-dtype=fp8", "--hos=192.0.2.1")),
    ),
}
PARSER = """
import json, sys
from vllm.entrypoints.launchers.cli_args import make_arg_parser
from vllm.utils.argparse_utils import FlexibleArgumentParser
parser = make_arg_parser(FlexibleArgumentParser())
found = {name: vars(parser.parse_args(arguments)) for name, arguments in json.load(sys.stdin).items()}
print(json.dumps(found, default=str))
"""


@pytest.fixture(scope="module")
def understood() -> dict[str, dict[str, Any]]:
    """Return what vLLM understands of each of the starts: it is asked once, for it takes ten seconds."""
    python = environment.find().python
    given = {}
    for name, (device, settings) in STARTS.items():
        start = options(settings, inspect(STARTER), device=device, gpus=[CARD])  # type: ignore[arg-type]
        given[name] = start.arguments()[2:]
    done = subprocess.run(
        [python, "-c", PARSER], input=json.dumps(given), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    answer: dict[str, dict[str, Any]] = json.loads(done.stdout.splitlines()[-1])
    return answer


@pytest.mark.parametrize("name", STARTS)
def test_every_start_is_understood(understood: dict[str, dict[str, Any]], name: str) -> None:
    found = understood[name]
    assert (found["host"], found["port"], found["uds"]) == ("127.0.0.1", 8000, None)
    assert found["model"] == str(STARTER.resolve())
    assert found["enable_lora"]
    assert found["max_lora_rank"] == 64
    assert found["generation_config"] == "vllm"


def test_settings_arrive(understood: dict[str, dict[str, Any]]) -> None:
    card, machines, own = understood["card"], understood["machines"], understood["author's own"]
    assert (card["gpu_memory_utilization"], card["max_num_seqs"], card["max_model_len"]) == (0.8, 4, 512)
    assert (machines["tensor_parallel_size"], machines["data_parallel_size"]) == (2, 3)
    assert (machines["distributed_executor_backend"], machines["data_parallel_backend"]) == ("ray", "ray")
    assert (own["seed"], own["kv_cache_dtype"]) == (7, "fp8")
    assert understood["processor"]["block_size"] == 32
