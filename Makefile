# make run, make test: nothing but Python 3.11 or newer, with venv, has to be there before.
PORT ?= 8501
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c $(SUFFICES) 2>/dev/null && echo $$python && break; done)
SUFFICES = 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))'
BIN = .venv/bin
PIP = $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: run test test-deep bench screenshot translations clean
.DEFAULT_GOAL = run

run: .venv/product  ## take the demo in on the first start, and serve the dashboard
	@$(BIN)/python -m maturity.intake demo
	@exec $(BIN)/python -m streamlit run server.py --server.port $(PORT)

test: .venv/tests  ## lint, types and every test, in a real browser too
	@$(BIN)/python tests/find_chromium.py --install
	@$(BIN)/python -m tests.find_libreoffice --install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python tests/known_holes.py
	$(BIN)/pytest

test-deep: .venv/tests  ## more than ten thousand cases more: hostile files, cells and addresses
	$(BIN)/pytest -m deep

bench: .venv/tests  ## measure; see benchmarks/README.md
	@$(BIN)/python tests/find_chromium.py --install
	$(BIN)/python -m benchmarks

screenshot: .venv/tests  ## make the README's pictures anew
	@$(BIN)/python tests/find_chromium.py --install
	$(BIN)/python -m tests.browser.screenshot
	$(BIN)/python -m tests.browser.screenshot_intake

translations: .venv/product  ## bring the catalogues up to date with the texts
	@mkdir -p build
	$(BIN)/pybabel -q extract --no-location --sort-output -o build/maturity.pot \
		dashboard.py pages maturity
	$(BIN)/pybabel -q update --domain maturity --no-fuzzy-matching --ignore-obsolete \
		--ignore-pot-creation-date --init-missing --locale en -w 96 -i build/maturity.pot -d locales

clean:  ## remove everything that can be made again; answers stay
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache .hypothesis tests/screenshots

.venv/made:
	@"$(PYTHON)" -c $(SUFFICES) 2>/dev/null || { echo >&2 \
		"Found no Python 3.11 or newer that can make virtual environments. Install one (on" \
		"Debian and Ubuntu: python3-venv too), or name it: make run PYTHON=/path/to/python3"; \
		exit 1; }
	@"$(PYTHON)" -m venv --clear .venv
	@touch $@

.venv/product: requirements.txt .venv/made
	@echo "Installing $< …"
	@$(PIP) -r $<
	@touch $@

.venv/tests: requirements-dev.txt .venv/product
	@echo "Installing $< …"
	@$(PIP) -r $<
	@touch $@
