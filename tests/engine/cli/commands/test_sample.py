"""`sample`: what is drawn, and how to train on it."""

from __future__ import annotations

from pathlib import Path

import pytest

from icnn_engine.cli import main


def test_it_draws_creatures_of_an_area_and_names_the_command_to_train(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["sample", str(tmp_path / "small"), "--area", "0.05", "--pictures", "40"])
    told = capsys.readouterr().out

    assert status == 0
    assert f"partscope train {tmp_path / 'small'} --category creature" in told
    assert len(list((tmp_path / "small" / "creature").iterdir())) == 40
    assert (tmp_path / "small" / "boxes.csv").is_file()


def test_it_draws_scratched_parts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["sample", str(tmp_path / "parts"), "--defects", "--pictures", "40"])

    assert status == 0
    assert "--category defective --background good" in capsys.readouterr().out
    assert {path.name for path in (tmp_path / "parts").iterdir()} == {".sample.toml", "boxes.csv", "defective", "good"}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--defects", "--area", "0.1"], "leave out --area"),
        (["--creatures", "3"], "--creatures needs --area"),
        (["--area", "0.9"], "smaller area"),
    ],
)
def test_options_that_contradict_each_other_are_refused(
    tmp_path: Path, words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["sample", str(tmp_path / "x"), *words])

    assert status == 1
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_folder_of_the_user_is_never_drawn_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "letter.txt").write_text("dear", encoding="utf-8")
    status = main(["sample", str(tmp_path), "--defects"])

    assert status == 1
    assert "holds something else" in capsys.readouterr().err
    assert (tmp_path / "letter.txt").read_text(encoding="utf-8") == "dear"
