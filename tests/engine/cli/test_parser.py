"""Help and usage of the command line."""

import subprocess
import sys

import pytest

from icnn_engine.cli import main
from icnn_engine.core.config import TrainSettings
from icnn_engine.runs.run_folder import Run

COMMANDS = ("check", "train", "measure", "filters", "explain", "export", "demo", "sample", "install-desktop")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    status = main([*([command] if command else []), "--help"])
    told = capsys.readouterr().out

    assert status == 0
    assert told.startswith(f"usage: partscope {command}".rstrip())


def test_an_empty_path_is_not_the_folder_one_is_in(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["check", ""])

    assert status == 2
    assert "the path is empty" in capsys.readouterr().err


def test_a_folder_of_pictures_that_is_not_there_is_not_taken_for_an_empty_one(
    fake_run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["suspects", str(fake_run.path), "--images", "gone"])

    assert status == 2
    assert "there is no folder gone" in capsys.readouterr().err


def test_help_loads_nothing_heavy() -> None:
    code = "import sys; from icnn_engine.cli import main; main(['--help']); print(sorted(sys.modules), file=sys.stderr)"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert not [name for name in ("torch", "numpy", "matplotlib", "pydantic", "PIL") if f"'{name}'" in ended.stderr]


def test_the_help_of_train_names_every_setting(capsys: pytest.CaptureFixture[str]) -> None:
    main(["train", "--help"])
    told = capsys.readouterr().out

    assert all(f"--{name.replace('_', '-')}" in told for name in TrainSettings.model_fields)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["fly"],
        ["check"],
        ["check", ""],
        ["train", " "],
        ["train", "x", "--epochs", "many"],
        ["export", "x", "--dpi", "1"],
    ],
)
def test_wrong_usage_ends_with_2(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    status = main(words)

    assert status == 2
    assert "usage: partscope" in capsys.readouterr().err
