# What a newcomer and a contributor run. `make` alone lists the targets.
#
# Two levels of installation share one virtual environment: `demo` needs the tool, everything else the tool with its
# `dev` extra. A stamp file remembers each, so that nothing is installed twice until pyproject.toml changes.

VENV ?= .venv
BIN  := $(VENV)/bin
# The examples are written for this day: their calls lie ahead of it, so what they show does not age.
AS_OF := 2026-06-01

# The first interpreter on the path that is new enough; `make PYTHON=/opt/python3.12/bin/python3 test` overrules it.
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { command -v $$name; break; }; done)

.DEFAULT_GOAL := help
.PHONY: help demo test lint docs docs-check made-check learn site lock figures released bench speed clean
.DELETE_ON_ERROR:

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: $(VENV)/.tool ## install the tool and judge the example plans
	@status=0; $(BIN)/advancelint check --as-of $(AS_OF) examples/plans || status=$$?; \
	if [ $$status -ne 1 ]; then \
	  echo "make demo: expected exit code 1 (there are findings), got $$status" >&2; exit 1; \
	fi; \
	echo; \
	echo "The demo worked. advancelint itself exited with 1, which is what stops a commit: it found errors."; \
	echo "What to look at:"; \
	echo "  examples/plans/good/      five plans without a finding: copy their shape"; \
	echo "  examples/plans/pitfalls/  the plans that the messages above are about: open one beside its message"; \
	echo "  $(BIN)/advancelint explain AD401    why a rule exists and how a better line begins"; \
	echo "  $(BIN)/advancelint read \"Dana signs the test plan by 9 June\"    how one sentence is understood"; \
	echo "  $(BIN)/advancelint check path/to/your/plan.md    now yours"

# A worker for each core; files stay whole, since their tests share what is slow to make.
test: lint made-check ## run everything that CI runs: style, types, layers, docs, tests
	$(BIN)/python -m pytest --numprocesses auto --dist loadfile

lint: $(VENV)/.dev ## style, types and layers only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

docs: $(VENV)/.dev ## write docs/rules/, docs/reference/, docs/phenomena.md, the schemas and all shown output anew
	$(BIN)/python scripts/build_rule_docs.py
	$(BIN)/python scripts/build_schemas.py
	$(BIN)/python scripts/build_reference.py
	$(BIN)/python scripts/update_docs.py --hooks
	$(BIN)/python scripts/build_phenomena.py

docs-check: made-check ## fail if a document is out of date: made-check, and every page played as the tests play it
	$(BIN)/python scripts/update_docs.py --check

made-check: $(VENV)/.dev ## fail if a generated page or list is out of date, or the frozen test part has fallen
	$(BIN)/python scripts/build_rule_docs.py --check
	$(BIN)/python scripts/build_schemas.py --check
	$(BIN)/python scripts/build_reference.py --check
	$(BIN)/python scripts/build_phenomena.py --check
	$(BIN)/python benchmarks/common_words.py --check
	$(BIN)/python benchmarks/learnt.py --check
	$(BIN)/python benchmarks/accuracy.py --check
	$(BIN)/python benchmarks/figures.py --check

learn: $(VENV)/.dev ## learn the weights anew and measure what they changed; ten minutes, after changes of lists or of how plans are read
	$(BIN)/python benchmarks/learnt.py
	$(BIN)/python benchmarks/understood.py --record
	$(MAKE) --no-print-directory figures docs

site: $(VENV)/.dev ## build the documentation site into build/site, strictly
	$(BIN)/python scripts/build_site.py

lock: $(VENV)/.dev ## choose anew the versions and hashes that the action installs
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv
	$(BIN)/python scripts/lock_action.py

released: $(VENV)/.dev ## add what is new to the lists of what was released, which tests hold; part of a release
	$(BIN)/python scripts/list_released.py

figures: $(VENV)/.dev ## measure every rule on the casebook anew, and write what was measured
	$(BIN)/python benchmarks/figures.py --write
	$(BIN)/python scripts/build_rule_docs.py
	$(BIN)/python scripts/update_docs.py

bench: $(VENV)/.dev ## measure how well sentences and plans are read (see benchmarks/)
	$(BIN)/python benchmarks/accuracy.py
	$(BIN)/python benchmarks/plans.py

speed: $(VENV)/.dev ## measure the tool beside its peers; installs them, takes up to half an hour (see benchmarks/)
	$(BIN)/python benchmarks/speed.py --large --write

clean: ## remove the virtual environment and every cache
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache dist build

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "advancelint needs Python 3.11 or newer on the path (or: make PYTHON=...)" >&2; exit 1; }
	@"$(PYTHON)" -m venv $(VENV) || { echo "could not create $(VENV): on Debian and Ubuntu, apt install python3-venv" >&2; rm -rf $(VENV); exit 1; }

$(VENV)/.tool: pyproject.toml | $(VENV)/bin/python
	@echo "Installing advancelint into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.dev: pyproject.toml | $(VENV)/bin/python
	@echo "Installing advancelint and its development tools into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@ $(VENV)/.tool
