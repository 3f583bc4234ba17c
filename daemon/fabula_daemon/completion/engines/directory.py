"""A model's directory, looked at before anything heavy is started: whether it can be one, and which it is."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from fabula_daemon.errors import ModelMissing

STARTER = Path(__file__).parent / "starter"

ADVICE = (
    "A model's directory holds config.json, tokenizer.json and *.safetensors, as `save_pretrained` writes "
    "them. Give one that does as `path` under [model] in fabula.toml, or remove that line: then Fabula uses "
    "the small model that it brings."
)
LONGEST_CONTEXT = 4096  # tokens: more would cost a processor seconds and memory, and help a sentence little
SAMPLED = 1 << 20  # bytes of a file that go into the hash: all of them would take a minute for a large model


@dataclass(frozen=True, slots=True)
class ModelDirectory:
    """A directory that may hold a causal language model; `context` is how many tokens it reads at most."""

    path: Path
    name: str
    context: int


def inspect(path: Path) -> ModelDirectory:
    """Look at the directory `path`. Raises ModelMissing if no model can be in it."""
    if not path.is_dir():
        raise ModelMissing(f"There is no directory {path}, where a language model is expected.", ADVICE)
    missing = [name for name in ("config.json", "tokenizer.json") if not (path / name).is_file()]
    weights = sorted(path.glob("*.safetensors"))
    if missing or not weights:
        wanting = " and ".join([*missing, *([] if weights else ["*.safetensors"])])
        raise ModelMissing(f"{path} is not a language model's directory: it has no {wanting}.", ADVICE)
    try:
        config = json.loads((path / "config.json").read_text(encoding="utf-8"))
        text = config.get("text_config")  # of a model that sees too, and may leave this to its family
        context = int((text or config).get("max_position_embeddings") or (text and LONGEST_CONTEXT))
    except (OSError, ValueError, AttributeError, TypeError) as error:
        raise ModelMissing(
            f"{path / 'config.json'} does not describe a model that Fabula can run: {_reason(error)}.",
            ADVICE,
        ) from error
    return ModelDirectory(
        path, f"{path.resolve().name} {_fingerprint(path, weights)}", min(context, LONGEST_CONTEXT)
    )


def _reason(error: Exception) -> str:
    silent = isinstance(error, (AttributeError, TypeError))
    return "it has no max_position_embeddings" if silent else str(error)


def _fingerprint(path: Path, weights: list[Path]) -> str:
    """Return eight hexadecimal digits that change when the model is trained, swapped or given another
    tokenizer.
    """
    digest = hashlib.sha256()
    for file in (path / "config.json", path / "tokenizer.json", *weights):
        digest.update(f"{file.name} {file.stat().st_size}\n".encode())
        with file.open("rb") as stream:
            digest.update(stream.read(SAMPLED))
            stream.seek(max(0, file.stat().st_size - SAMPLED))
            digest.update(stream.read(SAMPLED))
    return digest.hexdigest()[:8]
