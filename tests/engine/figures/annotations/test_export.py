"""Export of annotations: files that are there are never replaced, and nothing is written by halves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from icnn_engine.cli import main
from icnn_engine.cli.arguments import ANNOTATION_FORMATS
from icnn_engine.core.errors import RunError, SettingsError
from icnn_engine.core.events import NetworkName, Progress, Warned, drain
from icnn_engine.figures import Exported
from icnn_engine.figures.annotations import FORMATS, count_annotation_files, export_annotations
from icnn_engine.figures.bulk import chosen_pictures_of
from icnn_engine.runs.notes import Note, Notes, write_notes
from icnn_engine.runs.run_folder import Run
from tests.changed_pictures import known, other_pictures, turn
from tests.engine.figures.annotations.annotated import export, with_two_creatures
from tests.engine.figures.test_bulk import files_in


def all_of(run: Run) -> tuple[int, ...]:
    return chosen_pictures_of(run, None)


def test_as_many_files_are_written_as_were_counted(own_run: Run, tmp_path: Path) -> None:
    run = with_two_creatures(own_run)
    counted = count_annotation_files(run, all_of(run), FORMATS)

    done = drain(export_annotations(run, all_of(run), FORMATS, tmp_path / "out"))

    assert done == Exported(counted, 0)
    assert len(files_in(tmp_path / "out")) == counted + 1  # and the stamp


def test_the_same_export_again_writes_nothing(fake_run: Run, tmp_path: Path) -> None:
    export(fake_run, tmp_path, *FORMATS)
    before = files_in(tmp_path)
    again = drain(export_annotations(fake_run, all_of(fake_run), FORMATS, tmp_path))

    assert again == Exported(0, len(before) - 1)
    assert files_in(tmp_path) == before


def test_an_export_that_was_stopped_goes_on(fake_run: Run, tmp_path: Path) -> None:
    operation = export_annotations(fake_run, all_of(fake_run), ["labelme"], tmp_path)
    for event in operation:
        if event == Progress("Writing files", 5, 25):
            break
    operation.close()
    done = drain(export_annotations(fake_run, all_of(fake_run), ["labelme"], tmp_path))

    assert done == Exported(20, 5)


@pytest.mark.parametrize("name", ["coco.json", "cvat.xml", "landmarks.csv", "labelme/creature/000.json"])
def test_a_file_that_somebody_corrected_is_never_replaced(fake_run: Run, tmp_path: Path, name: str) -> None:
    export(fake_run, tmp_path, *FORMATS)
    corrected = tmp_path / name
    corrected.write_text("corrected", encoding="utf-8")
    (tmp_path / "yolo" / "data.yaml").unlink()

    with pytest.raises(RunError, match=f"holds other annotations already \\({name}\\)"):
        export(fake_run, tmp_path, *FORMATS)

    assert corrected.read_text(encoding="utf-8") == "corrected"
    assert not (tmp_path / "yolo" / "data.yaml").exists()


def test_parts_with_new_names_need_another_folder(own_run: Run, tmp_path: Path) -> None:
    export(own_run, tmp_path / "out", "coco")
    write_notes(own_run.path, Notes().having((NetworkName.INTERPRETABLE, "part", 0), Note("머리")))

    with pytest.raises(RunError, match="Choose an empty folder"):
        export(own_run, tmp_path / "out", "coco")

    assert "머리" in (export(own_run, tmp_path / "second", "coco") / "coco.json").read_text(encoding="utf-8")


def test_a_file_of_the_user_is_left_alone(fake_run: Run, tmp_path: Path) -> None:
    (tmp_path / "landmarks.csv").write_text("mine", encoding="utf-8")

    with pytest.raises(RunError, match=r"landmarks\.csv, and nothing says which run"):
        export(fake_run, tmp_path, "coco", "landmarks")

    assert list(files_in(tmp_path)) == ["landmarks.csv"]


def test_a_run_without_parts_says_so(fake_run: Run, tmp_path: Path) -> None:
    run = replace(fake_run, filters=tuple(replace(one, group=-1) for one in fake_run.filters))

    with pytest.raises(SettingsError, match="No filter of this run holds a part"):
        export(run, tmp_path / "out", "coco")
    assert not (tmp_path / "out").exists()


def test_nothing_chosen_is_told(fake_run: Run, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="no such pictures"):
        drain(export_annotations(fake_run, (), FORMATS, tmp_path))
    with pytest.raises(SettingsError, match="No format"):
        drain(export_annotations(fake_run, (0,), (), tmp_path))


def test_pictures_that_changed_are_named_and_left_out(own_run: Run, tmp_path: Path) -> None:
    run = known(own_run)
    turn(run, 1)
    events = list(export_annotations(run, all_of(run), ["coco"], tmp_path / "out"))
    warned = [event.text for event in events if isinstance(event, Warned)]

    assert len(warned) == 1
    assert run.pictures[1].name in warned[0]
    assert run.pictures[1].name not in (tmp_path / "out" / "coco.json").read_text(encoding="utf-8")


def test_a_folder_of_other_pictures_is_refused(own_run: Run, tmp_path: Path) -> None:
    run = known(own_run)
    other = other_pictures(run, tmp_path / "other")
    moved = replace(run, info={**run.info, "data": {**run.info["data"], "folder": str(other)}})

    with pytest.raises(RunError, match="are not those that"):
        export(moved, tmp_path / "out", "coco")


def test_the_readme_tells_what_a_guess_is(fake_run: Run, tmp_path: Path) -> None:
    text = (export(fake_run, tmp_path, "coco") / "README.txt").read_text(encoding="utf-8")

    assert "never ground truth" in text
    assert "creature: Part 3, filter 10" in text


def test_the_command_writes_what_is_asked_for(
    several_run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["export", str(several_run.path), "--what", "annotations", "--format", "coco", "--format", "landmarks"]
    status = main([*words, "--side", "test", "--category", "insect", "--output", str(tmp_path / "out")])
    text = (tmp_path / "out" / "coco.json").read_text(encoding="utf-8")

    assert status == 0
    assert "3 files written, 0 were there already" in capsys.readouterr().out
    assert set(files_in(tmp_path / "out")) == {"README.txt", "coco.json", "export.toml", "landmarks.csv"}
    assert "insect/" in text
    assert "creature/" not in text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--what", "annotations", "--format", "pdf"], "Annotations cannot be written as pdf"),
        (["--format", "coco"], "need --what annotations"),
        (["--format", "png", "--format", "pdf"], "Figures have one of these formats"),
        (["--what", "annotations", "--category", "dog"], "The run has no such pictures"),
    ],
)
def test_a_wrong_choice_is_told(
    fake_run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], told: str
) -> None:
    status = main(["export", str(fake_run.path), *words, "--output", str(tmp_path / "out")])

    assert status == 1
    assert told in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_command_offers_every_format() -> None:
    assert ANNOTATION_FORMATS == FORMATS
