# One target for each thing a contributor does; `make check` does all that CI does, on the Python at hand.
PYTHON ?= python

.PHONY: check test lint types format docs bench

check: lint types test

test:
	$(PYTHON) -m pytest

lint:
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .

types:
	$(PYTHON) -m mypy

format:
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

docs:
	$(PYTHON) -m mkdocs build --strict

bench:
	@set -e; for file in benchmarks/*.py; do \
		if [ -e "$$file" ]; then echo "== $$file"; $(PYTHON) "$$file"; else echo "no benchmarks yet"; fi; \
	done
