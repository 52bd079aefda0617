# conflict-timeline. `make run` shows the timeline, `make test` runs every test; `make help` lists the rest.
# Works with GNU make 3.81 (macOS) and later. Everything is installed into .venv, nothing outside it.

PYTHON ?=
ARGS ?=
PYTEST_ARGS ?=
# a browser takes a core and 0.5 GB, so no more than four at once
PYTEST := -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

VENV := .venv
RUN := $(VENV)/bin/python
INSTALLED := $(VENV)/.installed

.DEFAULT_GOAL := help
.PHONY: help run test install browser postgresql axe validators check format clean
.DELETE_ON_ERROR:

help: ## what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-10s %s\n", $$1, $$2 }' Makefile

run: $(INSTALLED) ## read seeds/ and show the timeline on http://127.0.0.1:8050 (ARGS="--port 8051" for options)
	@$(RUN) -m dashboard serve $(ARGS)

# what tests start again and again is compiled once, whatever is set outside
test check: export PYTHONDONTWRITEBYTECODE :=

test: $(INSTALLED) browser postgresql axe validators ## every test (PYTEST_ARGS="-k lanes" for some)
	@$(RUN) $(PYTEST) $(PYTEST_ARGS)

check: $(INSTALLED) browser postgresql axe validators ## format, lint, types, direction of imports, every test
	@$(RUN) -m ruff format --check .
	@$(RUN) -m ruff check .
	@$(RUN) -m mypy
	@$(VENV)/bin/lint-imports
	@$(RUN) $(PYTEST) $(PYTEST_ARGS)

install: $(INSTALLED) ## .venv with everything a developer needs

format: $(INSTALLED) ## format the code
	@$(RUN) -m ruff format .

browser: $(INSTALLED)
	@sh .ci/browser

postgresql:
	@sh .ci/postgresql

axe: $(INSTALLED)
	@sh .ci/axe
	@sh .ci/timelinejs

validators: $(INSTALLED)
	@sh .ci/validators

clean: ## remove .venv and what tools left behind; data/ and its databases stay
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis test-results
	find dashboard tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Installed once, and again only when what is needed changes: a second run asks nobody.
$(INSTALLED): requirements.txt pyproject.toml
	@PYTHON="$(PYTHON)" sh .ci/venv $(VENV)
	@echo "installing into $(VENV) (a few minutes the first time) ..."
	@$(RUN) -m pip install --quiet --disable-pip-version-check --requirement requirements.txt --editable ".[dev]"
	@touch $@
