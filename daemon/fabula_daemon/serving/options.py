"""How a vLLM server is started: the author's settings and her model, as arguments and environment variables.

Fabula decides where a server listens and what it serves; everything else an author may add as `vllm_args`.
"""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from fabula_daemon.completion.engines import plugin, shape, tensors
from fabula_daemon.completion.engines.directory import LONGEST_CONTEXT, ModelDirectory
from fabula_daemon.completion.engines.shape import Shape
from fabula_daemon.config import ModelSettings
from fabula_daemon.serving.environment import Device
from fabula_daemon.serving.gpu import Gpu

LOOPBACK = "127.0.0.1"
MODULE = "vllm.entrypoints.openai.api_server"
RANKS = (1, 8, 16, 32, 64, 128, 256, 320, 512)  # that vLLM can set aside memory for
LORA_RANK = 64
ADAPTERS = 3  # at once: the one in use, the one it is swapped for, and one never used (docs/serving.md)
MOST_LOGPROBS = 256  # a token: what an engine may ask for

OURS = ("--model", "--served-model-name", "--host", "--port", "--uds", "--api-key")
"""What Fabula decides. (`vllm_args` with one of these are refused before the start.)"""

MIB, GIB = 1 << 20, 1 << 30
_BLOCK = 32  # tokens; by default 128 on a CPU, and prompts shorter than that are never found in the cache
_SMALL = 2 * GIB  # bytes of weights up to which a CPU reckons in float32: more exact, and rarely slower
_BESIDES = 3 * GIB  # of a card, for what is neither weights nor cache: adapters, graphs, intermediate results
_ROUND = 256  # tokens
_MOST_CACHE = 8  # GiB of a machine that the author works on
_HIDDEN_FROM_IT = ("PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerOptions:
    """All that a server's start depends on; two with the same `fingerprint` are the same server.

    It serves the model in `path`, which the author knows as `model` and requests ask for as `name`, on a
    loopback `port`, or on the unix socket `uds`. `dtype` is what it reckons in; `cache_gib`, of a CPU, what
    its cache takes. `processors` are the classes that vLLM loads, as `module:Class`, from the folders in
    `modules`. `key` is asked of whoever calls it.
    """

    path: Path
    name: str
    model: str
    device: Device
    port: int = 8000
    uds: Path | None = None
    context: int
    max_num_seqs: int = 9
    dtype: str = "auto"
    cache_gib: int = 0
    gpu_memory_utilization: float = 0.9
    tensor_parallel: int = 1
    data_parallel: int = 1
    ray: bool = False
    lora_rank: int = LORA_RANK
    adapters: int = ADAPTERS
    processors: tuple[str, ...] = ()
    modules: tuple[Path, ...] = ()
    further: tuple[str, ...] = ()
    key: str = ""

    @property
    def url(self) -> str:
        """Where it is asked, without `/v1`; of a unix socket, what to ask for through it."""
        return f"http://{LOOPBACK}" if self.uds else f"http://{LOOPBACK}:{self.port}"

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that differ between servers started in different ways, keys apart."""
        told = json.dumps(asdict(replace(self, key="")), default=str, sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    def arguments(self) -> list[str]:
        """Return what follows the interpreter of vLLM's environment. The `vllm` script does not start on a
        CPU.
        """
        given = [
            *("-m", MODULE),
            *("--max-model-len", str(self.context)),
            *("--max-num-seqs", str(self.max_num_seqs)),
            *("--dtype", self.dtype),
            *("--generation-config", "vllm"),  # else the model's own defaults would join ours
            *("--max-logprobs", str(MOST_LOGPROBS)),
            "--enable-prompt-tokens-details",
            "--disable-uvicorn-access-log",
        ]
        if self.device == "cpu":
            # A prompt with a seed that is read in parts ends vLLM (“CPU Generator does not use offset”).
            given += ["--enforce-eager", "--block-size", str(_BLOCK), "--no-enable-chunked-prefill"]
        else:
            given += ["--gpu-memory-utilization", str(self.gpu_memory_utilization)]
        if self.adapters:
            given += [
                "--enable-lora",
                "--max-lora-rank",
                str(self.lora_rank),
                "--max-loras",
                str(self.adapters),
            ]
        if self.processors:
            given += ["--logits-processors", *self.processors]
        given += self._spread()
        given += self.further
        given += ["--model", str(self.path), "--served-model-name", self.name]
        return given + (
            ["--uds", str(self.uds)] if self.uds else ["--host", LOOPBACK, "--port", str(self.port)]
        )

    def environment(self, inherited: Mapping[str, str]) -> dict[str, str]:
        """Return all variables that the server is started with: it fetches nothing, reports nothing, and
        takes its packages from its own environment alone.
        """
        given = {name: value for name, value in inherited.items() if name not in _HIDDEN_FROM_IT}
        given |= {
            "HF_HUB_OFFLINE": "1",
            "TRANSFORMERS_OFFLINE": "1",
            "VLLM_NO_USAGE_STATS": "1",
            "VLLM_DO_NOT_TRACK": "1",
            "VLLM_ALLOW_RUNTIME_LORA_UPDATING": "1",
            "PYTHONUNBUFFERED": "1",
            "PYTHONNOUSERSITE": "1",
        }
        if not self.ray:
            given["VLLM_HOST_IP"] = LOOPBACK  # its processes speak with each other, and with nobody else
        if self.device == "cpu":
            given["VLLM_CPU_KVCACHE_SPACE"] = str(self.cache_gib)  # without, it takes 92 % of the memory
            given["TORCH_COMPILE_DISABLE"] = "1"  # else a first request waits 15 s for a C++ compiler
        if self.modules:
            given["PYTHONPATH"] = os.pathsep.join(map(str, self.modules))
        if self.key:
            given["VLLM_API_KEY"] = self.key
        return given

    def _spread(self) -> Sequence[str]:
        spread = []
        if self.tensor_parallel > 1:
            spread += ["--tensor-parallel-size", str(self.tensor_parallel)]
        if self.data_parallel > 1:
            spread += ["--data-parallel-size", str(self.data_parallel)]
        if self.ray:
            spread += ["--distributed-executor-backend", "ray"]
        if self.ray and self.data_parallel > 1:
            spread += ["--data-parallel-backend", "ray"]
        return spread


def options(
    settings: ModelSettings,
    model: ModelDirectory,
    *,
    device: Device,
    gpus: Sequence[Gpu] = (),
    adapter_rank: int = 0,
    key: str = "",
) -> ServerOptions:
    """Return how a server of `model` is started under these settings, on these cards.

    It reads as many tokens as the settings allow, the model can and the cards have room for. Reads the
    model's headers: call it in a thread. Raises ModelMissing if they cannot be read.
    """
    dimensions = shape.read(model.path)
    weights = sum(tensor.size for tensor in tensors.read_all(model.path).values())
    context = min(settings.max_model_len, dimensions.context or settings.max_model_len)
    if device == "cpu":
        context = min(context, LONGEST_CONTEXT)
    elif gpus and all(card.memory for card in gpus) and dimensions.cache_bytes(2) and not settings.ray:
        context = max(_ROUND, min(context, _room(dimensions, weights, settings, gpus) // _ROUND * _ROUND))
    exact = device == "cpu" and weights <= _SMALL
    cache = context * settings.max_num_seqs * dimensions.cache_bytes(4 if exact else 2)
    return ServerOptions(
        path=model.path.resolve(),
        name=model.name.replace(" ", "-"),
        model=model.name,
        device=device,
        port=settings.port,
        context=context,
        max_num_seqs=settings.max_num_seqs,
        dtype="float32" if exact else "bfloat16" if device == "cpu" else "auto",
        cache_gib=min(_MOST_CACHE, max(1, -(-cache // GIB))) if device == "cpu" else 0,
        gpu_memory_utilization=settings.gpu_memory_utilization,
        tensor_parallel=settings.tensor_parallel,
        data_parallel=settings.data_parallel,
        ray=settings.ray,
        lora_rank=next((rank for rank in RANKS if rank >= max(LORA_RANK, adapter_rank)), RANKS[-1]),
        processors=(plugin.PROCESSOR,),
        modules=(plugin.FOLDER,),
        further=settings.vllm_args,
        key=key,
    )


def _room(dimensions: Shape, weights: int, settings: ModelSettings, gpus: Sequence[Gpu]) -> int:
    """Return how many tokens the cards can hold beside the weights."""
    each = min(card.memory for card in gpus) * MIB * settings.gpu_memory_utilization - _BESIDES
    return int((each * settings.tensor_parallel - weights) // dimensions.cache_bytes(2))
