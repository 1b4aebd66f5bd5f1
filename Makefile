# Every habit is a word: make setup | demo | test | lint | eval | bench | docs. All of them live in .venv.
PYTHON ?= python3
PORT   ?= 8080
SHARED ?= ../shared
SHARED_SETS = $(wildcard $(addprefix $(SHARED)/eval/,core_dev.jsonl bundle_dev.jsonl table_dev.jsonl))
BIN    := .venv/bin
PIP    := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint eval judge weights bench docs fuzz soak sbom clean

help:
	@echo "make demo    set up everything, build the demo index, answer a question, serve http://127.0.0.1:$(PORT)"
	@echo "make test    set up everything and run the tests"
	@echo "make setup   the environment alone          make lint    formatting, style and types"
	@echo "make eval    question sets and ablations    make bench   speed beside other tools"
	@echo "make docs    the generated pages of docs/   make clean   remove .venv and what was built"
	@echo "make fuzz    made-up files and questions    make soak    ten minutes of questions, rebuilds, roll-backs"
	@echo "make judge   what the weights are worth     make weights fit ranking and confidence anew"
	@echo "make sbom    bill of materials, licences"

# --- environments: one .venv, filled in two steps so that the demo does not wait for the test tools ---------------
# Every package by its hash, from the locks (Linux, Python 3.11); PyTorch by its version. Elsewhere: README.md, "PyTorch".

.venv/runtime: pyproject.toml requirements/runtime.lock deploy/install-torch.sh
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) --require-hashes --requirement requirements/runtime.lock
	sh deploy/install-torch.sh $(BIN)/python
	$(PIP) --no-build-isolation --editable .
	touch $@

.venv/test: .venv/runtime requirements/test.lock
	$(PIP) --require-hashes --requirement requirements/test.lock
	sh deploy/install-test-packages.sh
	touch $@

setup: .venv/runtime

# --- what people do -------------------------------------------------------------------------------------------------

demo: .venv/runtime
	$(BIN)/kildesvar build eval/demo/corpus --index demo-index
	$(BIN)/kildesvar ask "who drives akutsygepleje in Læsø" --index demo-index
	@echo "Open http://127.0.0.1:$(PORT) and ask on. Stop with Ctrl-C."
	$(BIN)/kildesvar serve --index demo-index --port $(PORT)

test: .venv/test
	$(BIN)/python -m pytest -n 2 --dist loadfile $(ARGS)

lint: .venv/test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

eval: .venv/test
	$(BIN)/python -m eval.bench.quality --shared $(SHARED)

# Fits nothing: the curve of right answers against refusals, and whether the confidence of the weights in use is what it claims.
judge: .venv/test
	$(BIN)/python -m eval.fitting --judge --report docs/benchmarks/confidence.html $(foreach set,$(SHARED_SETS),\
		--also $(SHARED)/corpus/rendered=$(set))

# Fits ranking.json and confidence.json anew to FITTED_ON (eval/own_sets.py) and writes them over those in use: the same tree gives the
# same bytes. The files in use were fitted to these collections by an older tree; this one gives others, and it says so (ADR 3).
weights: .venv/test
	$(BIN)/python -m eval.fitting --write

bench: .venv/test
	$(BIN)/python -m eval.bench.speed --shared $(SHARED)

docs: .venv/runtime
	$(BIN)/python -m service.settings_page > docs/settings.md

fuzz: .venv/test
	$(BIN)/python -m eval.bench.fuzz --minutes 10

soak: .venv/test
	$(BIN)/python -m eval.bench.soak --minutes 10

sbom: .venv/runtime
	$(BIN)/python deploy/sbom.py --json sbom.json --licences docs/licences.md

clean:
	rm -rf .venv demo-index
