# `make demo` and `make test` need python3 (3.11 or later), venv, pip and make, and nothing else.
# Everything lands in .venv, demo, build and dot folders of this checkout; `make clean` takes them away.

PYTHON ?= python3
WORKERS ?= 2
TIMES ?= 15
IN := .venv/bin/python -m
INSTALL := $(IN) pip install --quiet --disable-pip-version-check -c constraints.txt

.DEFAULT_GOAL := help
.PHONY: help demo test lint types tests format bare-wheel benchmarks torture compiled clean

help:
	@echo "make demo        an invented diary in demo/: today, the points to raise, the week chart, the visit page"
	@echo "make test        all checks and tests, as CI runs them"
	@echo "make lint types tests    the three parts of it, one by one"
	@echo "make bare-wheel  build the wheel, install it alone into a new environment, use it"
	@echo "make benchmarks  how long commands take, in multiples of Python's own start; judges nothing"
	@echo "make torture     kill add at 500 random moments"
	@echo "make format      put the code in its usual form"
	@echo "make compiled    renew the files that are made from TOML files"
	@echo "make clean       remove everything that was made here"

.venv/made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "twitchlog needs Python 3.11 or later: make PYTHON=python3.12 ...")'
	@echo "Making .venv ..."
	@$(PYTHON) -m venv .venv
	@$(INSTALL) --upgrade pip # an older pip writes a start script that loads twice as much
	@touch .venv/made

.venv/for-use: .venv/made pyproject.toml constraints.txt
	@echo "Installing twitchlog and what it needs into .venv ..."
	@$(INSTALL) -e .
	@$(IN) compileall -q twitchlog
	@touch .venv/for-use

.venv/for-work: .venv/for-use
	@echo "Installing what the tests need into .venv ..."
	@$(INSTALL) -e ".[dev]"
	@touch .venv/for-work

demo: .venv/for-use
	@.venv/bin/twitchlog demo --into demo

test: lint types tests

lint: .venv/for-work
	@echo "Reading the code (ruff) ..."
	@$(IN) ruff check
	@$(IN) ruff format --check

types: .venv/for-work
	@echo "Checking the types (mypy --strict) ..."
	@$(IN) mypy

tests: .venv/for-work
	@echo "Running the tests, with branch coverage ..."
	@$(IN) pytest -n $(WORKERS) --dist worksteal --cov --cov-report=term

format: .venv/for-work
	@$(IN) ruff check --fix
	@$(IN) ruff format

bare-wheel: .venv/for-work
	@echo "Building the wheel and using it in an environment of its own ..."
	@$(IN) tests.bare_wheel

benchmarks: .venv/for-work
	@$(IN) tests.benchmarks.ratios --times $(TIMES)

torture: .venv/for-work
	@$(IN) tests.journeys.torture 500

compiled: .venv/for-use
	@$(IN) twitchlog.vocabulary.compile
	@$(IN) twitchlog.findings.compile

clean:
	@rm -rf .venv demo build dist htmlcov .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find twitchlog tests data -name __pycache__ -type d -prune -exec rm -rf {} +
