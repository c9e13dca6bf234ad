# The first call of any target makes .venv (CPU PyTorch, the package, its tools); later calls start at once.
# Another Python: make test PYTHON=python3.12
PYTHON ?=
VENV ?= .venv
PY := $(VENV)/bin/python
READY := $(VENV)/.ready
PEERS := $(VENV)/.peers

.DEFAULT_GOAL := help
.PHONY: help chat index eval peers bench check test

help: ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1\t\2/p' Makefile

chat: $(READY) ## open the chat page; its address is printed
	$(PY) app.py

index: $(READY) ## read corpus/ and write index/
	$(PY) -m assistant index

eval: $(READY) ## measure the answers on eval/questions.jsonl; the page is eval/report/index.html
	$(PY) -m eval

peers: $(PEERS) ## the same measures of what people would otherwise use
	$(PY) -m eval.peers

bench: $(PEERS) ## build time, search time, memory and size as the corpus grows, beside two peers
	$(PY) -m eval.bench

check: $(READY) ## lint and types
	$(PY) -m ruff check .
	$(PY) -m ruff format --check --quiet .
	$(PY) -m mypy

test: check ## lint, types, the quality gate and tests
	$(PY) -m eval --gate >/dev/null
	$(PY) -m pytest

$(READY): pyproject.toml .ci/setup
	@PYTHON="$(PYTHON)" bash .ci/setup "$(VENV)"
	@touch $@

# The 90 MB of another encoder are for two targets only.
$(PEERS): $(READY)
	@PYTHON="$(PYTHON)" bash .ci/setup "$(VENV)" dev,peers
	@touch $@
