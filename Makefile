# RESULTS: `make` alone lists what there is.
#
# What a step made carries the mark of it (.venv/.installed, node_modules/.installed,
# the style sheet): remove a thing and the step that makes it runs again.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:

PORT ?= 8000
BIN := .venv/bin
PYTHON := $(BIN)/python
MANAGE := $(PYTHON) manage.py
STYLE_SHEET := cms/static/cms/css/site.css
CATALOGS := $(wildcard */locale/*/LC_MESSAGES/django.po)
COMPILED_CATALOGS := $(CATALOGS:.po=.mo)
SASS_SOURCES := $(shell find cms/sass -type f 2>/dev/null)
OPENAPI := tests/snapshots/openapi.json
PYTHON_CLIENT := var/clients/python/results_client
TYPESCRIPT_CLIENT := var/clients/typescript/api.d.ts
TEMPLATES := $(wildcard */templates)
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-annotate --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock"

say = @printf '\033[1m==>\033[0m %s\n' '$(1)'

.PHONY: help
help: ## Show this list
	@echo 'RESULTS: the site, its editor and its API.    make TARGET'
	@echo
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/\1:\2/p' Makefile \
		| while IFS=: read -r target text; do printf '  %-10s %s\n' "$$target" "$$text"; done

# --- Work with it -----------------------------------------------------------------

.PHONY: run
run: export RESULTS_ADMIN_BASE_URL ?= http://localhost:$(PORT)
run: setup css ## Set up, load the demonstration once and serve it (PORT=8000)
	@$(MANAGE) prepare --port '$(PORT)'
	@$(MANAGE) publish_due --every 30 & worker=$$!; \
		trap 'kill $$worker 2>/dev/null || true' EXIT; \
		$(MANAGE) runserver --skip-checks '$(PORT)'

.PHONY: demo
demo: setup css ## Empty the local database and load the demonstration anew
	@$(MANAGE) prepare --anew

.PHONY: test
test: setup css client ## Run all tests: databases, S3, browser, HTML, clients (ARGS='-k news')
	@$(PYTHON) -m tests.run $(ARGS)

.PHONY: check
check: setup css client ## Check format, types, imports, migrations, settings, words
	$(call say,Format and lint)
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/ruff check --quiet .
	$(call say,Types)
	@$(BIN)/mypy
	$(call say,Clients)
	@node_modules/.bin/tsc --project tests/clients --noEmit
	@MYPYPATH=var/clients/python $(BIN)/mypy --config-file= --strict \
		--no-error-summary --cache-dir .mypy_cache/clients \
		tests/clients/consumer.py $(PYTHON_CLIENT)
	$(call say,Direction of imports)
	@$(BIN)/lint-imports
	$(call say,Migrations)
	@DJANGO_SETTINGS_MODULE=settings.test $(MANAGE) makemigrations --check --dry-run
	$(call say,Settings of development and production)
	@$(MANAGE) check
	@$(PYTHON) -m tests.production check --deploy --fail-level WARNING
	$(call say,Static files under the names that production gives them)
	@RESULTS_VAR_DIR=var/check $(PYTHON) -m tests.production collectstatic \
		--noinput --clear --verbosity 0 --ignore 'wagtail*' --ignore ninja
	$(call say,Translations)
	@$(PYTHON) -m tests.messages
	$(call say,Templates)
	@$(BIN)/djlint --quiet --lint $(TEMPLATES)
	$(call say,Shell scripts)
	@$(BIN)/shellcheck .ci/run $$(find cms deploy -name '*.sh' 2>/dev/null)

.PHONY: bench
bench: setup css ## Measure the answers of the site and the API (QUICK=1)
	@$(PYTHON) -m tests.benchmarks $(if $(QUICK),--quick) $(if $(ANEW),--anew) \
		$(if $(KEEP),--keep) $(if $(SERVERS),--servers) \
		$(if $(ALONE),--alone) \
		$(if $(ROWS),--rows '$(ROWS)') $(if $(SIZES),--sizes '$(SIZES)')

.PHONY: lighthouse
lighthouse: setup css ## Ask Lighthouse for its marks of the demonstration (RUNS=5)
	@$(PYTHON) -m tests.lighthouse $(if $(RUNS),--runs '$(RUNS)')

.PHONY: client
client: setup $(TYPESCRIPT_CLIENT) $(PYTHON_CLIENT)/py.typed ## Make clients in TypeScript and Python (var/clients)

.PHONY: real-files
real-files: setup ## Get files of other projects for the tests (var/real-files)
	@$(BIN)/pip download --quiet --disable-pip-version-check --require-hashes --no-deps \
		--dest var/real-files -r tests/real_files/requirements.txt

# --- What it is made from ---------------------------------------------------------

.PHONY: setup
setup: .venv/.installed node_modules/.installed ## Install the locked packages (.venv, node_modules)

.PHONY: css
css: setup $(STYLE_SHEET) $(COMPILED_CATALOGS) ## Compile the style sheet and the translations

.PHONY: messages
messages: setup ## Collect the words of the interface anew for translators
	@for app in $(dir $(patsubst %/,%,$(wildcard */locale/))); do \
		(cd "$$app" && ../$(BIN)/django-admin makemessages -l es --no-wrap \
			--no-location --no-obsolete) \
		|| { echo 'GNU gettext is needed: apt-get install gettext' >&2; exit 1; }; \
	done

.PHONY: snapshots
snapshots: setup ## Rewrite tests/snapshots/ with what is promised now
	@for subject in examples openapi; do \
		REWRITE_SNAPSHOTS=1 $(BIN)/pytest -q --no-header -k snapshot \
			"tests/cms/api/test_$$subject.py"; \
	done

.PHONY: lock
lock: setup ## Resolve the packages of pyproject.toml and package.json anew
	$(call say,requirements.txt)
	@$(COMPILE) --upgrade pyproject.toml -o requirements.txt
	$(call say,requirements-dev.txt)
	@$(COMPILE) --upgrade -c requirements.txt --group dev pyproject.toml \
		-o requirements-dev.txt
	$(call say,package-lock.json)
	@npm update --package-lock-only --no-fund --no-audit

.PHONY: clean
clean: ## Remove what was installed and compiled, but not the data in var/
	rm -rf .venv node_modules var/check var/test $(dir $(STYLE_SHEET))
	rm -f $(COMPILED_CATALOGS)
	rm -rf .mypy_cache .pytest_cache .ruff_cache .import_linter_cache

.venv/bin/python:
	@for candidate in python3.13 python3.12 python3.11 python3; do \
		"$$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
			2>/dev/null || continue; \
		printf '\033[1m==>\033[0m %s\n' \
			"Virtual environment .venv with $$("$$candidate" --version)"; \
		"$$candidate" -m venv --clear .venv && exit 0; \
		rm -rf .venv; \
		echo 'Python lacks its venv module: apt-get install python3-venv' >&2; \
		exit 1; \
	done; \
	echo 'Python 3.11 or newer is needed, and none was found on the PATH.' >&2; \
	exit 1

# uv is quicker and comes from the same locked list; pip does it alone where uv
# cannot reach the packages.
.venv/.installed: requirements-dev.txt | .venv/bin/python
	$(call say,Python packages (half a minute the first time))
	@awk '/^[^ #]/ {keep = /^uv==/} keep' requirements-dev.txt > .venv/uv.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes \
		-r .venv/uv.txt
	@$(BIN)/uv pip install --quiet --python $(PYTHON) --require-hashes \
		-r requirements-dev.txt \
		|| $(BIN)/pip install --disable-pip-version-check --require-hashes \
			-r requirements-dev.txt
	@touch $@

node_modules/.installed: package-lock.json package.json .npmrc
	$(call say,Style sheet sources and compiler from npm)
	@node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null \
		|| { echo 'Node.js 20 or newer with npm is needed.' >&2; exit 1; }
	@npm ci --silent || npm ci
	@touch $@

# Django reads the compiled form of the translations alone.
%.mo: %.po .venv/.installed
	@$(BIN)/pybabel --quiet compile --input-file $< --output-file $@ --locale es

$(STYLE_SHEET): $(SASS_SOURCES) node_modules/.installed
	$(call say,Style sheet)
	@npm run --silent build
	@touch $@

# A test holds the document to what the site serves.
$(TYPESCRIPT_CLIENT): $(OPENAPI) node_modules/.installed
	$(call say,Types for TypeScript)
	@node_modules/.bin/openapi-typescript $(OPENAPI) -o $@

$(PYTHON_CLIENT)/py.typed: $(OPENAPI) tests/clients/python.yaml .venv/.installed
	$(call say,Client for Python)
	@rm -rf $(PYTHON_CLIENT)
	@mkdir -p $(dir $(PYTHON_CLIENT))
	@$(BIN)/openapi-python-client generate --path $(OPENAPI) --meta none --overwrite \
		--fail-on-warning --config tests/clients/python.yaml \
		--output-path $(PYTHON_CLIENT) >/dev/null
	@touch $@
