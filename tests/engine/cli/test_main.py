"""Exit status and error messages."""

import subprocess
import sys
from pathlib import Path

import pytest

from icnn_engine.cli import main


def test_an_error_is_one_sentence_and_ends_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["check", str(tmp_path / "nothing")])
    told = capsys.readouterr()

    assert status == 1
    assert told.out == ""
    assert told.err.startswith("partscope: ")
    assert "Traceback" not in told.err


def test_a_run_that_is_none_is_told_in_words(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert [main([command, str(tmp_path)]) for command in ("measure", "filters", "export")] == [1, 1, 1]
    assert capsys.readouterr().err.count("is not a finished run") == 3


def test_the_module_runs_by_itself() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "icnn_engine.cli", "--version"], capture_output=True, text=True, check=True
    )

    assert ended.stdout.startswith("partscope ")
