# The commands of the project. Each installs what it needs first; `make help` lists them.

CAPTURES ?= captures
CONTENT ?= content
OUTPUT ?= output
PORT ?= 8000
PYTEST_OPTIONS ?=

PRESSMARK = .venv/bin/pressmark
# With CAPTURES= (empty) the archive is what content/ holds.
INGEST = $(if $(CAPTURES),$(PRESSMARK) ingest "$(CAPTURES)" --content "$(CONTENT)" --only)

.DEFAULT_GOAL := help
.PHONY: help install install-tests install-validators html test test-slow check validate lighthouse devserver publish accept screenshot lock clean

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

install:
	@scripts/install site

install-tests:
	@scripts/install tests

install-validators: install-tests
	@scripts/install validators

html: install  ## the site of the sample captures in output/, or of CAPTURES=folder
	@$(INGEST)
	@$(PRESSMARK) build --content "$(CONTENT)" --output "$(OUTPUT)"

test: install-tests  ## the tests, those in a real browser too
	@.venv/bin/pytest -m "not slow" $(PYTEST_OPTIONS)

test-slow: install-tests  ## the tests that take minutes
	@.venv/bin/pytest -m slow $(PYTEST_OPTIONS)

check: install-tests  ## formatting, lint, types, workflow files, and the links of the built site
	@.venv/bin/ruff format --check .
	@.venv/bin/ruff check .
	@.venv/bin/mypy
	@.venv/bin/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@.venv/bin/check-jsonschema --builtin-schema vendor.gitlab-ci .gitlab-ci.yml
	@if [ -d "$(OUTPUT)" ]; then $(PRESSMARK) check --output "$(OUTPUT)"; fi

validate: install-validators html  ## every page of the sample site by the Nu HTML checker
	@benchmarks/nu "$(OUTPUT)"

lighthouse: install-validators html  ## Lighthouse on the sample site, the median of three, phone profile
	@CHROME_PATH="$$(.venv/bin/python tests/browser/find_chromium.py)" node benchmarks/lighthouse/run.mjs "$(OUTPUT)"

devserver: install  ## the site on this machine, built again when something changes (PORT=8000)
	@$(PRESSMARK) serve --content "$(CONTENT)" --port "$(PORT)"

publish: install  ## the site for its public address: SITEURL=https://example.org/archive
	@test -n "$(SITEURL)" || { echo "Say where it will be: make publish SITEURL=https://example.org/archive"; exit 2; }
	@$(INGEST)
	@$(PRESSMARK) build --content "$(CONTENT)" --output "$(OUTPUT)" --siteurl "$(SITEURL)"

accept: install-tests  ## take today's results as right in tests/cases/; then review the diff
	@.venv/bin/pytest --accept -q tests

screenshot: install-tests html  ## the pictures in docs/images/, from the site of the sample captures
	@.venv/bin/python scripts/screenshot.py

lock: install-tests  ## the lock files anew, from pyproject.toml and package.json
	@scripts/lock

clean:  ## the built site and caches; content/ and captures/ stay
	@rm -rf output .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
