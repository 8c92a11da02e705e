# `make run` opens the explorer, `make test` checks everything. Both do their own set-up in .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: run test check build audit audited lock screens benchmarks clean

run: $(VENV)/run-ready
	$(BIN)/python -m explorer serve

build: $(VENV)/run-ready
	$(BIN)/python -m explorer build

# Proves anew, using nothing that was found before, that the release in use gives no answers away.
audit: $(VENV)/run-ready
	$(BIN)/python -m explorer audit --fresh

# Writes explorer/building/disclosure/audited.json anew, after a change of data, rules or method.
audited: $(VENV)/run-ready
	$(BIN)/python -m explorer.building.disclosure

test: check
	$(BIN)/python -m pytest

check: $(VENV)/test-ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/sqlfluff lint --disable-progress-bar queries

# Pictures of every page for docs/screens, and the one in README.md; needs chromium.
screens: $(VENV)/test-ready
	$(BIN)/python docs/make_screens.py

benchmarks: $(VENV)/run-ready
	$(BIN)/python -m benchmarks.figures_speed

# Writes the pins of everything below pyproject.toml anew.
lock:
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/pip install --quiet uv==0.13.9
	$(VENV)-lock/bin/uv pip compile --universal --quiet --no-emit-index-url --custom-compile-command "make lock" \
		pyproject.toml --output-file requirements.txt
	$(VENV)-lock/bin/uv pip compile --universal --quiet --no-emit-index-url --custom-compile-command "make lock" \
		--extra dev --constraint requirements.txt pyproject.toml --output-file requirements-dev.txt
	rm -r $(VENV)-lock

clean:
	rm -rf $(VENV) store

$(VENV)/bin/python:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 of nieuwer is nodig." if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/run-ready: requirements.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	touch $@

$(VENV)/test-ready: requirements-dev.txt $(VENV)/run-ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	touch $@
