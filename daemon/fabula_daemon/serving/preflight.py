"""What would make a model server fail, looked at before half a minute is spent on trying."""

import contextlib
import json
import socket
from collections.abc import Sequence
from pathlib import Path

import psutil

from fabula_daemon.completion.engines import directory, shape, tensors
from fabula_daemon.completion.engines.shape import Shape
from fabula_daemon.completion.engines.tensors import Tensor
from fabula_daemon.errors import ModelMissing, ServerFailed
from fabula_daemon.serving.gpu import Gpu
from fabula_daemon.serving.options import GIB, LOOPBACK, MIB, OURS, ServerOptions

CPU_HEADS = frozenset({32, 64, 80, 96, 112, 128, 160, 192, 224, 256, 512})
"""The sizes of attention heads that vLLM can reckon with on a CPU."""

PLAIN = frozenset(
    {"gemma", "gemma2", "gemma3_text", "llama", "mistral", "olmo2", "qwen2", "qwen3", "smollm3"}
)
"""Families of models whose weights are all of the shapes that their config.json states."""

_PROGRAM = 3 * GIB  # what its three processes take on a CPU, before any weights: measured
_LONGEST_SOCKET_PATH = 100


def check(options: ServerOptions, gpus: Sequence[Gpu] = ()) -> None:
    """Look at all that can be known before a server is started. It reads files and asks the system: use a
    thread.

    Raises ModelMissing if the model cannot be served as it lies there, ServerFailed if something else is in
    the way.
    """
    fits(options)
    address_free(options)
    weights = sum(tensor.size for tensor in tensors.read_all(options.path).values())
    memory_enough(options, weights, gpus)


def fits(options: ServerOptions) -> None:
    """Look at the model and the settings alone, whatever else runs here. Raises what `check` raises."""
    directory.inspect(options.path)
    tokenizer_readable(options.path / "tokenizer.json")
    dimensions = shape.read(options.path)
    matches(options.path, dimensions, tensors.read_all(options.path))
    can_run(options, dimensions)
    arguments_free(options.further)


def tokenizer_readable(file: Path) -> None:
    """See that a tokenizer is whole. Raises ModelMissing."""
    try:
        json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise ModelMissing(
            f"{file} is damaged: {error}.", "Copy it again from where the model came from."
        ) from error


def matches(model: Path, dimensions: Shape, found: dict[str, Tensor]) -> None:
    """See that the weights are of the shape that config.json states. Raises ModelMissing.

    Of a model whose weights are packed, or of a family that has weights of other shapes too, nothing is said.
    """
    if dimensions.quantised or dimensions.kind not in PLAIN:
        return
    for name, expected in dimensions.expected():
        tensor = found.get(name)
        if tensor is not None and tensor.shape != expected:
            raise ModelMissing(
                f"{model} is of a wrong shape: {name} is {_shown(tensor.shape)}, but its config.json says "
                f"{_shown(expected)}.",
                "The weights and the config.json of two models were mixed. Copy both from the same place.",
            )
    deepest = max((int(part) for name in found for part in _layer(name)), default=None)
    if deepest is not None and deepest + 1 < dimensions.layers:
        raise ModelMissing(
            f"{model} is of a wrong shape: it holds {deepest + 1} layers, and its config.json states "
            f"{dimensions.layers}.",
            "Weights are missing, or config.json is another model's. Copy both from the same place.",
        )


def can_run(options: ServerOptions, dimensions: Shape) -> None:
    """See that vLLM can reckon with a model of this shape where it is to run. Raises ServerFailed."""
    if options.device == "cpu" and dimensions.head_dim not in CPU_HEADS | {0}:
        raise ServerFailed(
            f"On a processor vLLM cannot run a model with attention heads of size {dimensions.head_dim}, as "
            f"{options.model} has.",
            'Set engine = "transformers" under [model] in fabula.toml, or use another model.',
        )
    if dimensions.heads % options.tensor_parallel:
        raise ServerFailed(
            f"{options.model} has {dimensions.heads} attention heads, which cannot be spread over "
            f"{options.tensor_parallel} cards evenly.",
            "Set tensor_parallel under [model] in fabula.toml to a number that divides them.",
        )


def arguments_free(further: Sequence[str]) -> None:
    """See that the author's own arguments leave to Fabula what it decides itself. Raises ServerFailed."""
    for argument in further:
        if argument.partition("=")[0].replace("_", "-") in OURS:
            raise ServerFailed(
                f"vllm_args has {argument}, which Fabula sets: its server listens to this machine alone.",
                "Take it out of [model] vllm_args in fabula.toml.",
            )


def address_free(options: ServerOptions) -> None:
    """See that the server can listen where it is to. Raises ServerFailed; it names who listens there, if it
    can.
    """
    if options.uds is not None:
        if len(str(options.uds).encode()) > _LONGEST_SOCKET_PATH:
            raise ServerFailed(
                f"The path of the model server's socket is too long: {options.uds}.", "Use a port."
            )
        return
    with contextlib.closing(socket.socket(socket.AF_INET, socket.SOCK_STREAM)) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((LOOPBACK, options.port))
        except OSError as error:
            raise ServerFailed(
                f"Port {options.port}, where the model server was to listen, is taken"
                f"{_by_whom(options.port)}.",
                "End that program, or set another port under [model] in fabula.toml.",
            ) from error


def memory_enough(options: ServerOptions, weights: int, gpus: Sequence[Gpu]) -> None:
    """See that weights and cache fit into what is free. Raises ServerFailed."""
    if options.device == "cpu":
        grown = 2 if options.dtype == "float32" else 1
        wanted, free = _PROGRAM + grown * weights + options.cache_gib * GIB, psutil.virtual_memory().available
        if wanted > free:
            raise ServerFailed(
                f"The model server needs about {wanted / GIB:.1f} GB of memory; {free / GIB:.1f} are free.",
                'Close other programs, use a smaller model, or set engine = "transformers" under [model].',
            )
        return
    if options.ray:
        return  # the cards of other machines are not ours to count
    cards = options.tensor_parallel * options.data_parallel
    if len(gpus) < cards:
        raise ServerFailed(
            f"tensor_parallel and data_parallel ask for {cards} cards, and {len(gpus) or 'none'} "
            f"{'is' if len(gpus) == 1 else 'are'} there.",
            "Lower them under [model] in fabula.toml; a driver that sees a card lists it with `nvidia-smi`.",
        )
    for card in filter(lambda card: card.memory, gpus[:cards]):
        claimed = card.memory * options.gpu_memory_utilization
        if card.free < claimed:
            raise ServerFailed(
                f"{card.name} has {card.free / 1024:.1f} of {card.memory / 1024:.1f} GB free, and the model "
                f"server claims {claimed / 1024:.1f} GB.",
                "Close what uses the card, or lower gpu_memory_utilization under [model] in fabula.toml.",
            )
        if weights / options.tensor_parallel > claimed * MIB:
            raise ServerFailed(
                f"{options.model} has {weights / GIB:.1f} GB of weights: more than {card.name} holds.",
                "Use a smaller or quantised model, or spread it over more cards with tensor_parallel.",
            )


def _layer(name: str) -> list[str]:
    before, _, after = name.partition("model.layers.")
    return [after.partition(".")[0]] if after and not before else []


def _shown(shape: tuple[int, ...]) -> str:
    return " × ".join(map(str, shape))


def _by_whom(port: int) -> str:
    with contextlib.suppress(psutil.Error):
        for connection in psutil.net_connections("tcp"):
            if (
                connection.status == psutil.CONN_LISTEN
                and connection.laddr
                and connection.laddr.port == port
                and connection.pid
            ):
                return f" by {psutil.Process(connection.pid).name()} (process {connection.pid})"
    return ""
