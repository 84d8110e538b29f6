# Two commands: `make run` and `make test`. Each prepares .venv when it must (.ci/install says how), and starts at once when nothing changed.
# Another Python: make run PYTHON=/path/to/python3.12

PYTHON ?=
VENV := .venv
BIN := $(VENV)/bin
export PYTHON VENV

.PHONY: run test test-long bench clean

test test-long bench: export QT_QPA_PLATFORM = offscreen

# Without a display there is no window: the sample packs are built instead, which takes no part of Qt.
run: $(VENV)/.app
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY$$QT_QPA_PLATFORM" ] || [ "$$(uname)" = Darwin ]; then \
		sh .ci/install window && $(BIN)/briefing-app; \
	else \
		echo "There is no display here to open the window on: building the sample packs into packs-out instead."; \
		$(BIN)/briefing-app demo --out packs-out; \
	fi

test: $(VENV)/.tests $(VENV)/.libraries
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest -n auto

# pytest ends with 5 when no test is marked long.
test-long: $(VENV)/.tests $(VENV)/.libraries
	$(BIN)/pytest -n auto -m long || [ $$? -eq 5 ]

# Figures to read, none to fail by: tests/benchmarks/README.md says what they are.
bench: $(VENV)/.bench $(VENV)/.libraries
	$(BIN)/python -m tests.benchmarks

clean:
	rm -rf $(VENV) packs-out dist .mypy_cache .ruff_cache .hypothesis
	find briefing_app tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The app is installed editable: these stand until pyproject.toml changes.
$(VENV)/.app: pyproject.toml
	@sh .ci/install app

$(VENV)/.tests: pyproject.toml
	@sh .ci/install tests

$(VENV)/.bench: pyproject.toml
	@sh .ci/install bench

$(VENV)/.libraries: $(VENV)/.tests
	@sh .ci/install libraries
