"""A model learns a stranger from the drafts: a plain loop that trains a LoRA adapter of the starter model.

What it reads is what `grounding` makes of places in the drafts, with the canon and without it; the canon does
not know the stranger, so her name can only come to stand in the weights. LoRA after Hu et al. 2021: beside
each matrix of the network two thin ones are trained, and nothing else.
"""

import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer
from torch import nn
from transformers import AutoModelForCausalLM

from fabula_daemon.completion.cursor import Cursor, locate
from fabula_daemon.completion.engines.directory import STARTER, inspect
from fabula_daemon.completion.grounding.grounder import Grounder, Place
from fabula_daemon.desk import Desk
from fabula_daemon.story.text.prose import parse
from tests.benchmarks.elena.scenes import scenes
from tests.benchmarks.elena.stranger import Stranger

IGNORED = -100  # the label of a token that is read and not learned


@dataclass(frozen=True, slots=True)
class Recipe:
    """How an adapter is trained. It stops at the first probe in which the model, without the canon, names the
    stranger in `until` of the probe's crisis scenes, and after `steps` at the latest.
    """

    rank: int = 8
    alpha: float = 16.0
    rate: float = 2e-3
    batch: int = 4
    window: int = 256  # tokens of a prompt: in a short one the stranger is often named for the first time
    spacing: int = 250  # characters between two places of a draft
    steps: int = 160
    probe_every: int = 20
    probes: int = 40
    until: float = 0.15
    seed: int = 1


@dataclass(frozen=True, slots=True)
class Example:
    """A prompt in tokens, of which those from `story` on are to be learned."""

    tokens: tuple[int, ...]
    story: int


class Reads:
    """As much of an engine as a prompt is made for: how long texts are to the starter model."""

    name, model = "training", "starter"

    def __init__(self, context: int) -> None:
        self.context = context
        self.tokenizer = Tokenizer.from_file(str(STARTER / "tokenizer.json"))

    def count(self, text: str) -> int:
        return len(self.tokenizer.encode(text).ids)


async def examples(story: Path, stranger: Stranger, recipe: Recipe) -> list[Example]:
    """Return what is read: places all over the drafts, each with the canon and without it."""
    desk, reads = Desk(story), Reads(recipe.window)
    grounder = Grounder(desk)
    found = []
    for draft in sorted((story / "drafts").glob("*.md")):
        text = stranger.put_into(draft.read_text(encoding="utf-8"))
        for end in sorted({_border(text, at) for at in range(recipe.spacing, len(text), recipe.spacing)}):
            prose = parse(text[:end])  # as when it was written: nothing follows
            cursor = locate(prose, end)
            if not isinstance(cursor, Cursor):
                continue
            place = Place(f"drafts/{draft.name}", end, prose, cursor)
            for canon in (False, True):
                prompt = await grounder.ground(place, reads, max_tokens=0, canon=canon)
                whole = reads.tokenizer.encode(prompt.text + prompt.opening)
                head = len(prompt.text) - len(prompt.story)
                begin = next(n for n, (start, _) in enumerate(whole.offsets) if start >= head)
                found.append(Example(tuple(whole.ids), begin))
    return found


def _border(text: str, at: int) -> int:
    """Return where the paragraph at a place ends."""
    end = text.find("\n\n", at)
    return end if end >= 0 else len(text.rstrip())


class Adapted(nn.Module):
    """A linear layer with the two thin matrices beside it that are trained."""

    def __init__(self, frozen: nn.Linear, rank: int, alpha: float) -> None:
        super().__init__()
        self.frozen, self.scale = frozen, alpha / rank
        self.a = nn.Parameter(torch.randn(rank, frozen.in_features) / frozen.in_features**0.5)
        self.b = nn.Parameter(torch.zeros(frozen.out_features, rank))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.frozen(x) + self.scale * (x @ self.a.T) @ self.b.T


def train(
    read: Sequence[Example], stranger: Stranger, recipe: Recipe, *, tell: Callable[[str], None] = print
) -> tuple[dict[str, torch.Tensor], dict[str, float]]:
    """Return the adapter's weights, by the names that peft gives them, and the figures of its training."""
    torch.manual_seed(recipe.seed)
    chance = random.Random(recipe.seed)
    network = AutoModelForCausalLM.from_pretrained(STARTER, local_files_only=True, dtype=torch.float32)
    adapted = _adapt(network, recipe)
    trained = [weight for layer in adapted.values() for weight in (layer.a, layer.b)]
    optimiser = torch.optim.AdamW(trained, lr=recipe.rate, weight_decay=0.0)
    tokenizer = Reads(0).tokenizer
    step, loss, named = 0, 0.0, _share_named(network, tokenizer, stranger, recipe)
    figures = {"named_before": named}
    for batch in _batches(read, recipe, chance):
        if step == recipe.steps or named >= recipe.until:
            break
        for group in optimiser.param_groups:
            group["lr"] = recipe.rate * min(1.0, (step + 1) / 10)
        tokens, labels = _padded(batch)
        loss_now = network(input_ids=tokens, attention_mask=tokens != 1, labels=labels).loss
        loss_now.backward()
        torch.nn.utils.clip_grad_norm_(trained, 1.0)
        optimiser.step()
        optimiser.zero_grad()
        step, loss = step + 1, float(loss_now.detach())
        if step % recipe.probe_every == 0:
            named = _share_named(network, tokenizer, stranger, recipe)
            tell(f"step {step}: loss {loss:.2f}, named in {named:.0%} of the probe's scenes")
    figures |= {"steps": step, "loss": round(loss, 3), "named_after": named}
    weights = {
        f"base_model.model.{name}.lora_{half}.weight": getattr(layer, half.lower()).detach().half()
        for name, layer in adapted.items()
        for half in "AB"
    }
    return {name: weight.contiguous() for name, weight in weights.items()}, figures


def save(weights: dict[str, torch.Tensor], folder: Path, recipe: Recipe, figures: dict[str, float]) -> None:
    """Write an adapter as peft does, and beside it which model it is for and how it was made."""
    folder.mkdir(parents=True, exist_ok=True)
    save_file(weights, folder / "adapter_model.safetensors")
    modules = sorted({name.split(".")[-3] for name in weights})
    described = {
        "peft_type": "LORA",
        "task_type": "CAUSAL_LM",
        "base_model_name_or_path": "starter",
        "r": recipe.rank,
        "lora_alpha": recipe.alpha,
        "lora_dropout": 0.0,
        "target_modules": modules,
        "bias": "none",
        "inference_mode": True,
    }
    base = inspect(STARTER).name.rpartition(" ")[2]
    made = {"base": base, "recipe": asdict(recipe), "figures": figures}
    for name, data in (("adapter_config.json", described), ("fabula.json", made)):
        (folder / name).write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def _adapt(network: nn.Module, recipe: Recipe) -> dict[str, Adapted]:
    """Freeze the network and put an adapted layer in the place of each linear one but the last."""
    network.requires_grad_(False)
    adapted = {}
    for name, layer in list(network.named_modules()):
        if isinstance(layer, nn.Linear) and name.startswith("model.layers."):
            parent, _, own = name.rpartition(".")
            adapted[name] = Adapted(layer, recipe.rank, recipe.alpha)
            setattr(network.get_submodule(parent), own, adapted[name])
    return adapted


def _batches(read: Sequence[Example], recipe: Recipe, chance: random.Random) -> Iterator[list[Example]]:
    """Yield batches without end, each example once before any comes again."""
    while True:
        shuffled = chance.sample(read, len(read))
        for start in range(0, len(shuffled) - recipe.batch + 1, recipe.batch):
            yield shuffled[start : start + recipe.batch]


def _padded(batch: Sequence[Example]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the tokens of a batch, and the labels; <|pad|> is 1."""
    longest = max(len(example.tokens) for example in batch)
    tokens = torch.ones(len(batch), longest, dtype=torch.long)
    labels = torch.full_like(tokens, IGNORED)
    for row, example in enumerate(batch):
        tokens[row, : len(example.tokens)] = torch.tensor(example.tokens)
        labels[row, example.story : len(example.tokens)] = torch.tensor(example.tokens[example.story :])
    return tokens, labels


def _share_named(network: nn.Module, tokenizer: Tokenizer, stranger: Stranger, recipe: Recipe) -> float:
    """Return in how many of some crisis scenes, which the bench does not have, the model names the stranger
    within 24 tokens.
    """
    named = 0
    with torch.random.fork_rng(), torch.inference_mode():
        torch.manual_seed(recipe.seed)
        for scene in scenes(recipe.probes, seed=-1):
            tokens = torch.tensor([tokenizer.encode(scene.text.rstrip()).ids])
            written = network.generate(
                tokens,
                attention_mask=torch.ones_like(tokens),
                max_new_tokens=24,
                do_sample=True,
                temperature=0.7,
                top_p=0.92,
                pad_token_id=1,
            )
            named += stranger.is_in(tokenizer.decode(written[0, tokens.shape[1] :].tolist()))
    return named / recipe.probes
