# Needs python3 (3.11+), make and a package index; everything else goes into .venv.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := glossary
.PHONY: glossary test test-browser test-neural check bench bench-accuracy bench-pairing bench-align bench-terms bench-compare fuzz docs licences gallery screenshots format clean help

glossary: .venv/.installed ## bring glossary/glossary.tsv up to date from corpus/ (the default)
	@$(BIN)/zhen-align build corpus/

test: .venv/.installed-dev ## run every test that needs no browser
	$(BIN)/python -m pytest -m "not browser and not neural"

test-browser: .venv/.installed-dev ## run the tests that need a real Chromium
	@echo 'Running the tests marked "browser".'
	@$(BIN)/python -m pytest -m browser || { code=$$?; \
	  if [ $$code -eq 5 ]; then echo 'No test needs a browser yet: nothing was run.'; \
	  else exit $$code; fi; }

test-neural: .venv/.installed-dev ## run the tests that need torch, which this installs
	@echo "Installing torch into .venv (some hundred MB) ..."
	@$(PIP) install --editable '.[neural]' || { echo 'Install a build of torch for this machine into .venv first.'; exit 1; }
	$(BIN)/python -m pytest -m neural

check: .venv/.installed-dev ## style, types and who may import whom
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/.installed-bench ## run the benchmarks
	@for script in bench/bench_*.py; do \
	  echo "== $$script"; $(BIN)/python "$$script" || exit 1; done

bench-accuracy: .venv/.installed ## hold every room against the gold of the corpus
	@$(BIN)/python bench/bench_accuracy.py

bench-pairing: .venv/.installed-bench ## pair the lines of files cast into hard layouts
	@$(BIN)/python bench/bench_pairing.py

bench-align: .venv/.installed ## align pre-segmented texts, beside simple baselines
	@$(BIN)/python bench/bench_align.py

bench-terms: .venv/.installed ## extract terms, without parts of the evidence, beside peers
	@$(BIN)/python bench/bench_terms.py

bench-compare: .venv/.installed-bench ## run benchmarks on BASE=revision and on this, in turn
	@$(BIN)/python bench/compare_revisions.py $(BASE)

fuzz: .venv/.installed ## feed everything that reads broken input; SECONDS=600 SEED=...
	@$(BIN)/python bench/fuzz.py --seconds $(or $(SECONDS),600) $(if $(SEED),--seed $(SEED))

docs: .venv/.installed-docs ## build the documentation site into build/site
	@NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet
	@echo 'The site is in build/site: open build/site/index.html.'

licences: .venv/.installed-dev ## list the licence of every dependency, and whether it fits
	@$(BIN)/python docs/licences.py

gallery: .venv/.installed-dev ## draw docs/img and the gallery anew: terminal pictures, report and review
	@$(BIN)/python docs/picture.py
	@$(MAKE) --no-print-directory screenshots

screenshots: .venv/.installed-dev ## take the pictures of the pages in docs/img anew
	@for script in docs/screenshots_*.py; do $(BIN)/python "$$script" || exit 1; done

format: .venv/.installed-dev ## rewrite the sources in the house style
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean: ## remove what was made: .venv, caches, builds (never the glossary)
	rm -rf .venv .zhen build dist
	rm -rf .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' Makefile | sed -E 's/:.*## /\t/' | expand -t 16

# A stamp is written last, so an installation that was cut short is done again.
.venv/.installed: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and \
	  "zhen-align needs Python 3.11 or newer: make PYTHON=/path/to/python3.11")'
	@echo "Installing zhen-align into .venv (once; a minute or two) ..."
	@$(PYTHON) -m venv .venv
	@$(PIP) install --editable .
	@touch $@

.venv/.installed-dev: .venv/.installed
	@echo "Installing the development tools into .venv ..."
	@$(PIP) install --editable '.[dev]'
	@touch $@

.venv/.installed-docs: .venv/.installed
	@echo "Installing what builds the site into .venv ..."
	@$(PIP) install --editable '.[docs]'
	@touch $@

.venv/.installed-bench: .venv/.installed
	@echo "Installing what the benchmarks compare with into .venv ..."
	@$(PIP) install --editable '.[bench]'
	@touch $@
