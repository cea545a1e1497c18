# Two commands do everything: `make site` and `make test`. See README.md.
PYTHON ?= python3
VENV   := .venv
HOSTILE_COUNT ?= 50000
PY     := $(VENV)/bin/python

.PHONY: site serve check test editor kait bench lock clean help

site: $(VENV)/.siap          ## check the data and build the public site into site/
	$(PY) build_catalog.py build

serve: $(VENV)/.siap         ## live preview on 127.0.0.1
	$(PY) build_catalog.py serve

check: $(VENV)/.siap-uji     ## data and code checks only
	$(PY) build_catalog.py check
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy catalog build_catalog.py

test: $(VENV)/.siap-uji      ## every test, browser tests included
	sh scripts/ensure_browser.sh $(VENV)
	$(MAKE) --no-print-directory check
	HOSTILE_COUNT=$(HOSTILE_COUNT) $(PY) -m pytest -n auto --dist worksteal

editor: $(VENV)/.siap        ## help for VS Code: schemas into build/skema/, snippets into .vscode/
	$(PY) build_catalog.py skema

kait: $(VENV)/.siap          ## check changed files before every commit (git hook of this repository)
	git config core.hooksPath scripts/kait

bench: $(VENV)/.siap-uji     ## benchmark against the peers: make bench SIZES="1000 10000"
	$(PY) -m benchmarks $(if $(SIZES),--sizes $(SIZES))
	sh scripts/ensure_browser.sh $(VENV)
	$(PY) -m benchmarks.pencarian

lock:                        ## write the hash-locked requirements anew from pyproject.toml (needs uv)
	uv pip compile --universal --generate-hashes --python-version 3.11 --no-annotate --no-header \
	  pyproject.toml -o requirements.txt
	uv pip compile --universal --generate-hashes --python-version 3.11 --no-annotate --no-header --extra test \
	  -c requirements.txt pyproject.toml -o requirements-test.txt

clean:                       ## remove everything that was generated
	rm -rf $(VENV) build site .pytest_cache .mypy_cache .ruff_cache .hypothesis

help:                        ## this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:[^#]*##/ —/'

$(VENV)/.siap: requirements.txt scripts/make_venv.sh
	PYTHON="$(PYTHON)" sh scripts/make_venv.sh $(VENV) requirements.txt
	@touch $@

$(VENV)/.siap-uji: requirements-test.txt $(VENV)/.siap
	PYTHON="$(PYTHON)" sh scripts/make_venv.sh $(VENV) requirements-test.txt
	@touch $@
