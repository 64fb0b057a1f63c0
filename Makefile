# The commands behind each word are plain pip and python: README.md gives them for Windows and macOS.
PYTHON ?= python3
PY := .venv/bin/python

.PHONY: setup run demo test lint tables words bench faults app

setup: .venv/installed

# Debian keeps a part of venv in a package of its own: without it the environment is made without pip, which `--python` allows.
.venv/installed: pyproject.toml
	$(PYTHON) -m venv .venv || $(PYTHON) -m venv --clear --without-pip .venv
	$(PYTHON) -m pip --python $(PY) install -e '.[dev]'
	touch $@

# The window; where there is no display, the demo without a window.
run: setup
	$(PY) main.py

demo: setup
	$(PY) main.py demo

# Two at a time, a thread each: as quick as two cores can be.
test: setup
	OMP_NUM_THREADS=1 QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen} $(PY) -m pytest -n 2 --dist worksteal

lint: setup
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports

# The tables of the paper's form on a folder of pictures: make tables PHOTOS=folder [OPTIONS='--seeds 0 1 2'].
tables: setup
	$(PY) main.py experiment $(or $(PHOTOS),$(error give the folder: make tables PHOTOS=folder)) $(OPTIONS)

# Brings the files of translators up to date with the texts in the sources; then open them in Qt Linguist.
words: setup
	.venv/bin/pyside6-lupdate -no-obsolete -locations none -source-language en \
		$$(git ls-files 'app/*.py' 'icnn_engine/*.py') -ts resources/translations/partscope_ko.ts

# Kills, hostile files and cancellations, many more of each than in the tests; says how many were tried.
faults: setup
	PARTSCOPE_FAULTS=full QT_QPA_PLATFORM=$${QT_QPA_PLATFORM:-offscreen} $(PY) -m pytest tests/faults \
		tests/engine/data/test_folder_names.py tests/engine/runs/test_changed_pictures.py -q

# The program as one folder that needs no Python, dist/partscope: takes 6 minutes or more, and 5 GB.
app: setup
	$(PYTHON) -m pip --python $(PY) install -e '.[app]'
	$(PY) -m PyInstaller --noconfirm --distpath dist --workpath build/app scripts/partscope.spec

# Every bar beside its measured value; the other files of benchmarks/ tell more, each by itself.
bench: setup
	$(PY) benchmarks/bars.py
