"""How vLLM is started follows from the settings and the model; what Fabula promises is not the settings' to
change.
"""

from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fabula_daemon.completion.engines.directory import STARTER, inspect
from fabula_daemon.config import ModelSettings
from fabula_daemon.serving.gpu import Gpu
from fabula_daemon.serving.options import ServerOptions, options
from tests.support.weights import model_directory

MODEL = inspect(STARTER)
CARD = Gpu(0, "GPU-1", "RTX 4090", 24564, 24000)


def on_cpu(**settings: Any) -> ServerOptions:
    return options(ModelSettings(**settings), MODEL, device="cpu")


def on_card(**settings: Any) -> ServerOptions:
    return options(ModelSettings(**settings), MODEL, device="cuda", gpus=[CARD])


def value(given: ServerOptions, name: str) -> str:
    arguments = given.arguments()
    return arguments[arguments.index(name) + 1]


def test_settings_reach_vllm() -> None:
    given = on_card(port=8123, max_num_seqs=4, max_model_len=512, gpu_memory_utilization=0.5)
    assert value(given, "--port") == "8123"
    assert value(given, "--max-num-seqs") == "4"
    assert value(given, "--max-model-len") == "512"
    assert value(given, "--gpu-memory-utilization") == "0.5"
    assert value(given, "--served-model-name") == MODEL.name.replace(" ", "-")
    assert value(given, "--model") == str(STARTER.resolve())


@given(
    st.lists(
        st.sampled_from(["--host", "192.0.2.1", "--port=1", "--uds", "/tmp/x", "--hos=::", "--seed", "7"])
    ),
    st.sampled_from(["cpu", "cuda"]),
)
def test_whatever_is_added_it_listens_to_this_machine_alone(further: list[str], device: Any) -> None:
    given = options(ModelSettings(vllm_args=tuple(further)), MODEL, device=device, gpus=[CARD])
    assert given.arguments()[-4:] == ["--host", "127.0.0.1", "--port", "8000"]  # of two, vLLM heeds the last
    assert given.environment({})["VLLM_HOST_IP"] == "127.0.0.1"


def test_a_unix_socket_takes_the_place_of_the_port(tmp_path: Path) -> None:
    given = replace(on_cpu(), uds=tmp_path / "s.sock")
    assert given.arguments()[-2:] == ["--uds", str(tmp_path / "s.sock")]
    assert "--port" not in given.arguments()


def test_on_a_processor_short_prompts_are_cached_and_memory_is_bounded() -> None:
    given = on_cpu()
    assert value(given, "--block-size") == "32"
    assert "--enforce-eager" in given.arguments()
    assert value(given, "--dtype") == "float32"
    assert given.environment({})["VLLM_CPU_KVCACHE_SPACE"] == "1"
    assert given.environment({})["TORCH_COMPILE_DISABLE"] == "1"
    assert "--gpu-memory-utilization" not in given.arguments()


def test_it_reads_no_more_than_the_model_can() -> None:
    assert on_cpu(max_model_len=64000).context == 1024
    assert on_cpu(max_model_len=512).context == 512


def test_on_a_processor_it_reads_no_more_than_is_quick(tmp_path: Path) -> None:
    long = inspect(model_directory(tmp_path, {}, max_position_embeddings=131072))
    assert options(ModelSettings(), long, device="cpu").context == 4096


def test_on_a_card_it_reads_what_there_is_room_for(tmp_path: Path) -> None:
    # Llama 3.1 8B: 16 GB of weights; a token takes 128 KiB of cache.
    eight_b = {
        "hidden_size": 4096,
        "intermediate_size": 14336,
        "num_attention_heads": 32,
        "num_key_value_heads": 8,
        "num_hidden_layers": 32,
        "max_position_embeddings": 131072,
        "vocab_size": 128256,
    }
    large = inspect(model_directory(tmp_path, {}, **eight_b))
    assert options(ModelSettings(), large, device="cuda", gpus=[replace(CARD, memory=81920)]).context == 64000
    small = options(ModelSettings(), large, device="cuda", gpus=[replace(CARD, memory=8192)]).context
    assert small % 256 == 0
    assert small * 128 * 1024 < (0.9 * 8192 - 3072) * 2**20


def test_a_card_that_shares_the_machine_s_memory_sets_no_limit() -> None:
    shared = replace(CARD, memory=0, free=0)
    assert options(ModelSettings(), MODEL, device="cuda", gpus=[shared]).context == 1024


def test_of_a_model_that_leaves_its_shape_to_its_family_the_settings_count(tmp_path: Path) -> None:
    gemma = {"text_config": {"model_type": "gemma3_text", "hidden_size": 2560, "num_hidden_layers": 34}}
    model = inspect(model_directory(tmp_path, {}, **gemma))
    assert options(ModelSettings(max_model_len=9000), model, device="cuda", gpus=[CARD]).context == 9000
    assert options(ModelSettings(), model, device="cpu").cache_gib == 1


def test_several_cards_and_machines_are_passed_on() -> None:
    assert value(on_card(tensor_parallel=2), "--tensor-parallel-size") == "2"
    assert value(on_card(data_parallel=2), "--data-parallel-size") == "2"
    spread = on_card(data_parallel=2, ray=True)
    assert value(spread, "--distributed-executor-backend") == "ray"
    assert value(spread, "--data-parallel-backend") == "ray"
    assert "VLLM_HOST_IP" not in spread.environment({})
    assert "ray" not in on_card().arguments()


def test_adapters_can_be_loaded_while_it_runs() -> None:
    given = on_cpu()
    assert "--enable-lora" in given.arguments()
    assert given.environment({})["VLLM_ALLOW_RUNTIME_LORA_UPDATING"] == "1"
    assert value(given, "--max-lora-rank") == "64"
    assert options(ModelSettings(), MODEL, device="cpu", adapter_rank=65).lora_rank == 128


def test_bans_are_kept_inside_vllm_by_fabula_s_own_part() -> None:
    given = on_cpu()
    folder = Path(given.environment({})["PYTHONPATH"])
    module, _, name = value(given, "--logits-processors").partition(":")
    assert f"class {name}" in (folder / f"{module}.py").read_text()
    assert not (folder / "transformers.py").exists()  # a module of that name would hide the real one


def test_its_surroundings_are_its_own_and_it_speaks_to_nobody() -> None:
    given = on_cpu().environment({"PATH": "/bin", "PYTHONPATH": "/ours", "VIRTUAL_ENV": "/ours"})
    assert given["PATH"] == "/bin"
    assert "VIRTUAL_ENV" not in given
    assert "/ours" not in given["PYTHONPATH"]
    assert {given[name] for name in ("HF_HUB_OFFLINE", "VLLM_NO_USAGE_STATS", "VLLM_DO_NOT_TRACK")} == {"1"}


def test_the_key_is_told_where_other_users_cannot_read_it() -> None:
    given = options(ModelSettings(), MODEL, device="cpu", key="secret")
    assert given.environment({})["VLLM_API_KEY"] == "secret"
    assert "secret" not in given.arguments()


def test_servers_started_differently_have_different_fingerprints() -> None:
    assert on_cpu().fingerprint == on_cpu().fingerprint == replace(on_cpu(), key="secret").fingerprint
    others = [on_cpu(port=9), on_cpu(max_num_seqs=3), on_cpu(vllm_args=("--seed", "1")), on_card()]
    assert len({given.fingerprint for given in (on_cpu(), *others)}) == 5
