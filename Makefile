# `make demo` shows the main job, `make test` passes the tests; both set up all they need. See CONTRIBUTING.md.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

VLLM_HOME := $(or $(FABULA_VLLM_HOME),$(CURDIR)/.vllm)

.PHONY: demo test test-real lint types unit fuzz bench format clean

demo: $(READY)
	$(BIN)/fabula demo

test: lint types unit

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(READY)
	$(BIN)/mypy

unit: $(READY)
	$(BIN)/pytest

# With the real vLLM; it makes an environment for it, which takes minutes and gigabytes the first time. Without a GPU
# also where there is one, so that results are the same everywhere; unless an environment is named.
test-real: $(READY)
	FABULA_VLLM_HOME="$(VLLM_HOME)" $(BIN)/fabula serve setup $(if $(FABULA_VLLM_HOME),,--device cpu)
	FABULA_VLLM_HOME="$(VLLM_HOME)" $(BIN)/pytest tests/real

fuzz: $(READY)
	FABULA_HYPOTHESIS=fuzz $(BIN)/pytest tests/daemon tests/lsp

bench: $(READY)
	$(BIN)/python -m tests.benchmarks

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf $(VENV) .vllm .bench .artefacts .mypy_cache .ruff_cache .pytest_cache .import_linter_cache dist build

$(READY): pyproject.toml .ci/constraints.txt .ci/environment
	sh .ci/environment "$(PYTHON)" "$(VENV)"
	touch $(READY)
