"""Why a model server ended, read out of its log: vLLM's reason stands in an earlier line, not the last.

What is known is told in the author's words; of anything else she gets vLLM's own sentence. The sentences that
are looked for are those of vLLM 0.32, each recorded from a server that failed of it, or, where that takes a
GPU, as its source has them.
"""

import re
from typing import NamedTuple


class Cause(NamedTuple):
    """What happened, in a sentence for the author, and what she can do; as `ServerFailed` takes them."""

    cause: str
    advice: str


_SETTING = "under [model] in fabula.toml"
_COPY = "Copy the model again, or give another one as `path` under [model] in fabula.toml."
_ANOTHER = f'Give another model as `path` {_SETTING}, or set engine = "transformers" there.'
_ROOM = f"Close other programs, use a smaller model, or lower max_model_len or max_num_seqs {_SETTING}."

# In order: the first that is found counts. `\1` is what vLLM says in that place.
_KNOWN: tuple[tuple[str, str, str], ...] = (
    (
        r"[Aa]ddress already in use",
        "The port where the model server was to listen is taken.",
        f"End the program that listens there, or set another port {_SETTING}.",
    ),
    (r"OutOfMemoryError|CUDA out of memory", "The card has not enough memory for the model server.", _ROOM),
    (
        r"Free memory on device .*?\(([\d.]+)/([\d.]+) GiB\).*?utilization \(([\d.]+), ([\d.]+) GiB\)",
        r"The model server claims \4 GB of the card's memory, and \1 of \2 GB are free.",
        f"Close what uses the card, or lower gpu_memory_utilization {_SETTING}.",
    ),
    (
        r"Available memory on node .*?\(([\d.]+)/[\d.]+ GiB\) on (?:startup|kv cache)",
        r"The model server needs more memory than the \1 GB that are free.",
        _ROOM,
    ),
    (
        r"max seq len \((\d+)\).*?estimated maximum model length is (\d+)",
        r"There is memory for \2 tokens of text, and the model server was to read \1.",
        f"Lower max_model_len {_SETTING}.",
    ),
    (
        r"No available memory for the cache blocks",
        "The model leaves no memory for the text that it reads.",
        _ROOM,
    ),
    (
        r"Cannot allocate memory|MemoryError\b|bad_alloc",
        "The machine has not enough memory for the model.",
        _ROOM,
    ),
    (
        r"SafetensorError: Error while deserializing header: (.*)",
        r"The model's weights are damaged (\1).",
        _COPY,
    ),
    (
        r"Repo id must be in the form|No such file or directory: '([^']*(?:safetensors|config\.json))'",
        "The model's directory is not there, or not all of it.",
        _COPY,
    ),
    (
        r"User-specified max_model_len \((\d+)\) is greater",
        r"The model cannot read \1 tokens.",
        f"Lower max_model_len {_SETTING}.",
    ),
    (
        r"has model type `([^`]*)` but Transformers does not recognize",
        r"vLLM does not know models of the type “\1”.",
        _ANOTHER,
    ),
    (
        r"Model architectures \[(.*?)\] (?:are not|failed)",
        r"vLLM cannot run models of the architecture \1.",
        _ANOTHER,
    ),
    (
        r"Unsupported CPU attention configuration: head_dim=(\d+)",
        r"On a processor vLLM cannot run a model with attention heads of size \1.",
        _ANOTHER,
    ),
    (
        r"num_heads \(\d+\) is not divisible|Attempted to load weight|shape mismatch"
        r"|size of tensor .* must match|exceeds dimension size",
        "The model's weights are not of the shape that its config.json states.",
        _COPY,
    ),
    (
        r"[Ff]ollowing weights were not initialized from checkpoint",
        "The model lacks weights that its config.json promises.",
        _COPY,
    ),
    (
        r"Failed to import Ray",
        "Ray is not installed in vLLM's environment.",
        "`fabula serve setup --ray` adds it.",
    ),
    (
        r"unrecognized arguments: (.*)",
        r"vLLM does not know \1.",
        f"Correct vllm_args {_SETTING}.",
    ),
    (
        r"api_server\.py: error: (.*)",
        r"vLLM does not understand an argument: \1.",
        f"Correct vllm_args {_SETTING}.",
    ),
    (
        r"Failed to load \w+ LogitsProcessor plugin (\S+)",
        r"vLLM cannot load Fabula's own part, \1.",
        "Install Fabula again; if that does not help, report it.",
    ),
    (
        r"No module named '([\w.]+)'",
        r"vLLM's environment lacks the package \1.",
        "`fabula serve setup --again` makes it anew.",
    ),
    (
        r"No CUDA GPUs are available|Failed to infer device type|[Ff]ound no NVIDIA driver"
        r"|NVIDIA driver on your system is too old",
        "vLLM finds no card that it can use.",
        "`nvidia-smi` shows what the driver sees; with `fabula serve setup --device cpu` none is needed.",
    ),
    (
        r"JSONDecodeError",
        "A file of the model's directory is damaged: one of its .json files cannot be read.",
        _COPY,
    ),
)

_HARMLESS = re.compile(r"^(?:\([\w-]+ pid=\d+\) )?(?:WARNING|INFO|DEBUG) .*$", re.MULTILINE)
_PREFIX = re.compile(r"^(?:\([\w-]+ pid=\d+\) )?(?:ERROR [\d-]+ [\d:]+ \[[^\]]*\] ?)?", re.MULTILINE)
_RAISED = re.compile(r"^(?:[\w.]+\.)?[A-Z]\w*(?:Error|Exception): (?P<said>.+)$", re.MULTILINE)
_WRAPPING = re.compile(
    r"Engine core initialization failed|WorkerProc initialization failed|EngineCore encountered an issue"
    r"|Worker failed|Executor failed"
)
_DIED = re.compile(r"died unexpectedly|EngineDeadError")
_LONGEST = 300  # characters of what vLLM says itself

_KILLED = Cause("A part of the model server was ended from outside, most likely for want of memory.", _ROOM)
_UNKNOWN = Cause("The model server ended without saying why.", "If it does so again, its log may tell more.")


def cause(log: str) -> Cause:
    """Return why the server whose log this is has failed: of one start, all of the log or its end."""
    said = _PREFIX.sub("", _HARMLESS.sub("", log))
    for pattern, what, advice in _KNOWN:
        if match := re.search(pattern, said):
            return Cause(match.expand(what), advice)
    for match in _RAISED.finditer(said):
        if not _WRAPPING.match(match["said"]):
            message = match["said"].rstrip(". ")
            short = message if len(message) <= _LONGEST else f"{message[:_LONGEST]}…"
            return Cause(f"The model server failed: {short}.", "Its log has the rest.")
    return _KILLED if _DIED.search(said) else _UNKNOWN
