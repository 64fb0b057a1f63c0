"""`check`: text and JSON."""

import json
from pathlib import Path

import pytest

from icnn_engine.cli import main
from icnn_engine.runs.run_folder import Run
from tests.engine.data.files import noise


def test_check_tells_how_a_folder_was_understood_and_what_contradicts_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number, category in enumerate(("cat", "dog", "cat", "dog")):
        path = tmp_path / "archive" / category / f"{number // 2}.png"
        path.parent.mkdir(parents=True, exist_ok=True)
        noise(number // 2).save(path)
    status = main(["check", str(tmp_path)])
    text = capsys.readouterr().out
    main(["check", str(tmp_path), "--json"])
    values = json.loads(capsys.readouterr().out)

    assert status == 0
    assert "Note: The categories were found in the folder archive." in text
    assert "Pictures that are in several categories: 2." in text
    assert "  cat/0.png = dog/0.png" in text
    assert values["contradictions"] == [["cat/0.png", "dog/0.png"], ["cat/1.png", "dog/1.png"]]
    assert values["notes"] == ["The categories were found in the folder archive."]


def test_check_counts_and_lists_what_cannot_be_used(fake_run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["check", str(fake_run.images)])
    told = capsys.readouterr().out

    assert status == 0
    assert "40 pictures can be used" in told
    assert "creature: 24" in told


def test_check_prints_one_json_object(own_run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    (own_run.images / "creature" / "여우.jpg").write_bytes(b"")
    status = main(["check", str(own_run.images), "--json"])
    told = json.loads(capsys.readouterr().out)

    assert status == 0
    assert told["readable"] == 20
    assert told["categories"] == {"_background": 8, "creature": 12}
    assert [s["path"] for s in told["skipped"]] == ["creature/여우.jpg"]
    assert told["skipped"][0]["reason"]


def test_check_does_not_call_a_table_unused_that_is_used(own_run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    (own_run.images / "creature" / "여우.jpg").write_bytes(b"")
    with (own_run.images / "landmarks.csv").open("a", encoding="utf-8") as file:
        file.write("gone.jpg,eye,1,2\n")
    (own_run.images / "boxes.csv").write_text("nothing\n1\n", encoding="utf-8")
    main(["check", str(own_run.images)])
    unused, tables = capsys.readouterr().out.split("1 not used:\n")[1].split("Tables beside the pictures:\n")
    main(["check", str(own_run.images), "--json"])
    told = json.loads(capsys.readouterr().out)

    assert unused.strip().startswith("creature/여우.jpg: ")
    assert [line.split(":")[0].strip() for line in tables.splitlines()] == ["landmarks.csv", "boxes.csv"]
    assert {one["path"] for one in told["skipped"]} == {"creature/여우.jpg", "boxes.csv"}
    assert [one["path"] for one in told["tables"]] == ["landmarks.csv", "boxes.csv"]
