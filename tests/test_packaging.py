"""A wheel, built and installed into an environment of its own, away from the checkout."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
import sysconfig
from configparser import ConfigParser
from pathlib import Path
from zipfile import ZipFile

import pytest

CHECKOUT = Path(__file__).parents[1]
SOURCES = ("pyproject.toml", "README.md", "LICENSE", "main.py", "app", "icnn_engine", "resources")

# Opens the window as `partscope-window` does; says its title, whether it has an icon and what it opens; closes it.
CLOSES_ITSELF = """
import sys
from PySide6.QtCore import QTimer
from app.shell import main_window
from main import start_window

def start(window):
    icon = "none" if window.windowIcon().isNull() else "icon"
    print(window.windowTitle(), icon, *(path.absolute() for path in window._paths))
    QTimer.singleShot(0, window.close)

main_window.MainWindow.start = start
start_window()
"""


def run(*command: str | Path, cwd: Path) -> str:
    """What the command prints, run with nothing of the checkout in sight. Fails with all it said."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    environment["OMP_NUM_THREADS"] = "1"  # on a busy machine torch's threads wait for one another: minutes, not seconds
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy, so that what an earlier build left in the checkout cannot slip in."""
    place = tmp_path_factory.mktemp("wheel")
    source = place / "source"
    source.mkdir()
    for name in SOURCES:
        if (CHECKOUT / name).is_dir():
            shutil.copytree(CHECKOUT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(CHECKOUT / name, source / name)
    run(sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "-w", place, source, cwd=place)
    (built,) = place.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment that holds the wheel. What Partscope depends on is taken from here by
    a path file, for torch alone would take minutes to install; a checkout installed as editable does not come along,
    because path files are followed in an environment's own folder only."""
    place = tmp_path_factory.mktemp("environment")
    run(sys.executable, "-m", "venv", "--without-pip", place, cwd=place)
    folder = place / ("Scripts" if os.name == "nt" else "bin")
    run(
        *(sys.executable, "-m", "pip", "--python", folder / "python", "install", "--no-deps", "--no-index", wheel),
        cwd=place,
    )
    own = run(folder / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=place).strip()
    (Path(own) / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


def test_the_one_folder_program_leaves_out_nothing_that_a_module_imports() -> None:
    spec = ast.parse((CHECKOUT / "scripts" / "partscope.spec").read_text(encoding="utf-8"))
    (unused,) = (
        node for node in spec.body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "UNUSED"
    )
    left_out = {node.value for node in ast.walk(unused) if isinstance(node, ast.Constant)}
    sources = [CHECKOUT / "main.py", *(CHECKOUT / "app").rglob("*.py"), *(CHECKOUT / "icnn_engine").rglob("*.py")]
    imported: set[str] = set()
    for node in (node for source in sources for node in ast.walk(ast.parse(source.read_text(encoding="utf-8")))):
        if isinstance(node, ast.Import):
            imported |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            imported.add(str(node.module).partition(".")[0])

    assert {"triton", "pandas"} <= left_out
    assert {"torch", "PySide6"} <= imported
    assert not imported & left_out


def test_the_wheel_holds_the_bundled_files_and_no_tests(wheel: Path) -> None:
    names = ZipFile(wheel).namelist()
    resources = [path for path in (CHECKOUT / "resources").rglob("*") if path.is_file() and path.suffix != ".pyc"]

    assert {path.relative_to(CHECKOUT).as_posix() for path in resources} <= set(names)
    assert not [name for name in names if name.startswith(("tests", "scripts", "benchmarks", "docs"))]


def test_the_installed_modules_are_the_wheels_own(scripts: Path, tmp_path: Path) -> None:
    names = ["main", "app", "icnn_engine", "resources"]
    code = "; ".join(f"import {name}; print({name}.__file__)" for name in names)

    places = run(scripts / "python", "-c", code, cwd=tmp_path).splitlines()

    assert len(places) == len(names)
    assert all(Path(place).is_relative_to(scripts.parent) for place in places)


def test_the_bundled_weights_are_found_away_from_the_checkout(scripts: Path, tmp_path: Path) -> None:
    code = (
        "from icnn_engine.models.weights import load_backbone; print(load_backbone('squeezenet1_1', 'bundled', 0)[1])"
    )

    digest = run(scripts / "python", "-c", code, cwd=tmp_path).strip()

    assert len(digest) == 64


def test_the_wheel_has_a_command_for_the_terminal_and_one_for_the_window(wheel: Path) -> None:
    (name,) = (name for name in ZipFile(wheel).namelist() if name.endswith("entry_points.txt"))
    reader = ConfigParser()
    reader.read_string(ZipFile(wheel).read(name).decode())

    assert dict(reader["console_scripts"]) == {"partscope": "main:start"}
    assert dict(reader["gui_scripts"]) == {"partscope-window": "main:start_window"}


def test_the_installed_window_opens_a_folder_away_from_the_checkout(
    scripts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "settings"))
    (tmp_path / "photos").mkdir()

    said = run(scripts / "python", "-c", CLOSES_ITSELF, "photos", cwd=tmp_path)

    assert said.split() == ["Partscope", "icon", str(tmp_path / "photos")]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="only other systems have desktop entries")
def test_the_installed_command_makes_a_desktop_entry_of_itself(
    scripts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))

    run(scripts / "partscope", "install-desktop", cwd=tmp_path)

    assert f'Exec="{scripts / "partscope"}" %f' in (tmp_path / "applications" / "partscope.desktop").read_text()


def test_the_installed_demo_says_what_it_does(scripts: Path, tmp_path: Path) -> None:
    said = run(scripts / "partscope", "demo", "--help", cwd=tmp_path)

    assert "usage: partscope demo" in said


def test_the_installed_demo_leaves_a_run_with_figures(scripts: Path, tmp_path: Path) -> None:
    said = run(scripts / "partscope", "demo", "--pictures", "40", "--epochs", "1", cwd=tmp_path)
    (found,) = tmp_path.glob("runs/*/run.toml")

    assert str(found.parent.relative_to(tmp_path)) in said
    assert (found.parent / "model.safetensors").stat().st_size > 0
    assert (found.parent / "figures" / "parts.png").stat().st_size > 0
