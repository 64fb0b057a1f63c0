"""`export`: files written."""

from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from icnn_engine.cli import main
from icnn_engine.core.events import drain
from icnn_engine.figures import export_heatmaps
from icnn_engine.figures.folder_owner import STAMP
from icnn_engine.inspection.best_pictures import pictures_of
from icnn_engine.runs.run_folder import Run


def test_a_heatmap_of_a_picture_with_the_longest_name_is_written(own_run: Run, tmp_path: Path) -> None:
    shown = pictures_of(own_run)[:2].tolist()
    pictures = list(own_run.pictures)
    for index, letter in zip(shown, "bc", strict=True):
        long = Path("여우" * 20) / f"{'a' * 249}{letter}.jpg"
        (own_run.images / long).parent.mkdir(exist_ok=True)
        own_run.picture_path(index).rename(own_run.images / long)
        pictures[index] = replace(pictures[index], name=long.as_posix())
    run = replace(own_run, pictures=tuple(pictures))

    count = drain(export_heatmaps(run, 0, tmp_path / "maps"))

    names = [path.name for path in (tmp_path / "maps").iterdir()]
    assert len(names) == count == len(pictures_of(run))
    assert max(len(name.encode()) for name in names) <= 230


def test_export_writes_figures_tables_and_heatmaps(
    fake_run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["export", str(fake_run.path), "--what", "all", "--output", str(tmp_path)])
    written = {p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()}

    assert status == 0
    assert {"parts.png", "comparison.png", "filter-000.png", "filter-006.png", "table.csv", "table.md"} <= written
    assert sum(name.startswith("heatmaps-filter-006/") for name in written) == 12
    assert str(tmp_path / "parts.png") in capsys.readouterr().out


def test_export_of_one_filter_writes_its_page_in_the_format_asked_for(fake_run: Run, tmp_path: Path) -> None:
    status = main(["export", str(fake_run.path), "--filter", "15", "--format", "svg", "--output", str(tmp_path)])

    assert status == 0
    assert {p.name for p in tmp_path.iterdir()} == {STAMP, "filter-015.svg", "table.csv", "table.md", "table.tex"}


def test_a_filter_that_is_not_there_is_told(fake_run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(fake_run.path), "--filter", "99"]) == 1
    assert "filters 0 to 15" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_told_in_words(
    fake_run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("in the way")
    status = main(["export", str(fake_run.path), "--what", "tables", "--output", str(blocked)])

    assert status == 1
    assert capsys.readouterr().err.startswith("partscope: ")


def test_the_picture_of_a_figure_opens(own_run: Run, tmp_path: Path) -> None:
    main(["export", str(own_run.path), "--filter", "0", "--dpi", "60", "--output", str(tmp_path)])
    with Image.open(tmp_path / "filter-000.png") as picture:
        width = picture.width

    assert width == round(7.2 * 60)


def test_a_network_is_exported_into_the_file_asked_for_with_what_was_compared(
    trained_run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from icnn_engine.export import export_onnx

    monkeypatch.setattr(export_onnx, "onnx_bytes", lambda *_args: b"network")
    monkeypatch.setattr(export_onnx, "has_onnxruntime", lambda: False)
    status = main(["export", str(trained_run.path), "--what", "onnx", "--output", str(tmp_path / "creature.onnx")])
    said = capsys.readouterr().out

    assert status == 0
    assert {path.name for path in tmp_path.iterdir()} == {"creature.onnx", "example.py"}
    assert said.startswith(f"{tmp_path / 'creature.onnx'}\n  0.0 MB, for pictures of 224 x 224 pixels")
    assert "Not compared with PyTorch" in said
    assert said.endswith(f"{tmp_path / 'example.py'}\n")


def test_a_folder_cannot_be_the_file_of_a_network(
    fake_run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(fake_run.path), "--what", "onnx", "--output", str(tmp_path)]) == 1
    assert "does not end with .onnx" in capsys.readouterr().err
