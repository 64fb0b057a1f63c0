"""Bulk export: whole files only, and none twice."""

import csv
import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from icnn_engine import figures
from icnn_engine.cli import main
from icnn_engine.core.errors import RunError, SettingsError
from icnn_engine.core.events import NetworkName, drain
from icnn_engine.figures import bulk
from icnn_engine.inspection.best_pictures import peaks_of
from icnn_engine.runs.notes import Note, Notes, write_notes
from icnn_engine.runs.run_folder import Run
from tests.engine.figures.annotations.annotated import PAIR, with_two_creatures


def wanted_of(run: Run, *kinds: bulk.Kind) -> figures.Wanted:
    return figures.Wanted((0, 6), figures.chosen_pictures_of(run)[:3], kinds)


def files_in(folder: Path) -> dict[str, int]:
    """Every file below a folder with the time it was written."""
    return {str(p.relative_to(folder)): p.stat().st_mtime_ns for p in folder.rglob("*") if p.is_file()}


def test_a_bulk_export_writes_each_kind_for_each_filter_and_picture(fake_run: Run, tmp_path: Path) -> None:
    wanted = wanted_of(fake_run, *bulk.KINDS)

    done = drain(figures.export_bulk(fake_run, wanted, tmp_path))

    index = wanted.pictures[0]
    name = bulk._file_name(fake_run, index)
    numbers = np.load(tmp_path / "maps" / f"{name}.npy")
    with Image.open(tmp_path / "overlays" / "filter-006" / f"{name}.png") as picture:
        size = picture.size
    assert done == figures.Exported(3 + 2 * 2 * 3 + 1, 0)
    assert size == (fake_run.pictures[index].width, fake_run.pictures[index].height)
    assert numbers.dtype == np.float32
    assert np.array_equal(numbers, fake_run.maps()[index].astype(np.float32))
    assert "before masking" in (tmp_path / "README.txt").read_text(encoding="utf-8")


def test_the_table_of_peaks_tells_the_part_by_its_name_and_the_place_in_pixels(own_run: Run) -> None:
    write_notes(own_run.path, Notes().having((NetworkName.INTERPRETABLE, "part", 0), Note("머리")))
    wanted = wanted_of(own_run, "peaks")

    rows = list(csv.DictReader(figures.peaks_as_csv(own_run, wanted).splitlines()))

    index = wanted.pictures[0]
    cells, strengths = peaks_of(own_run, NetworkName.INTERPRETABLE)
    column = int(cells[index, 0, 1])
    across = (own_run.geometry.centre(column) + 0.5) / 224 * own_run.pictures[index].width
    assert [int(row["filter"]) for row in rows] == [0, 0, 0, 6, 6, 6]
    assert [row["part"] for row in rows] == ["머리"] * 3 + ["Part 2"] * 3
    assert int(rows[0]["column"]) == column
    assert float(rows[0]["x"]) == pytest.approx(across, abs=0.06)
    assert float(rows[0]["value"]) == pytest.approx(float(strengths[index, 0]), rel=1e-4)


def test_peaks_of_two_objects_of_a_photograph_are_told_apart_and_name_it(own_run: Run) -> None:
    run = with_two_creatures(own_run)
    rows = list(csv.DictReader(figures.peaks_as_csv(run, figures.Wanted((0,), (0, 1, 2), ("peaks",))).splitlines()))

    assert [row["file"] for row in rows] == [PAIR, PAIR, run.pictures[2].name]
    assert float(rows[0]["x"]) < 192 < float(rows[1]["x"])


def test_an_export_that_was_stopped_goes_on_and_leaves_what_was_there(fake_run: Run, tmp_path: Path) -> None:
    wanted = wanted_of(fake_run, "overlays", "peaks")
    operation = figures.export_bulk(fake_run, wanted, tmp_path)
    next(operation)
    next(operation)
    operation.close()
    before = files_in(tmp_path / "overlays")

    done = drain(figures.export_bulk(fake_run, wanted, tmp_path))

    after = files_in(tmp_path / "overlays")
    assert len(before) == 2
    assert not [name for name in before if name.endswith(".part")]
    assert done == figures.Exported(4 + 1, 2)
    assert len(after) == 6
    assert before.items() <= after.items()


def test_a_full_disk_is_told_and_leaves_no_half_file(
    fake_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved = Image.Image.save

    def half(self: Image.Image, path: Path, **more: str) -> None:
        if "filter-006" in str(path):
            Path(path).write_bytes(b"half")
            raise OSError(28, os.strerror(28))
        saved(self, path, **more)

    monkeypatch.setattr(Image.Image, "save", half)

    with pytest.raises(RunError, match=r"No space left on device.*goes on where it stopped"):
        drain(figures.export_bulk(fake_run, wanted_of(fake_run, "overlays"), tmp_path))

    assert [Path(name).parts[0] for name in files_in(tmp_path / "overlays")] == ["filter-000"]


def test_an_export_of_nothing_says_what_to_choose(fake_run: Run, tmp_path: Path) -> None:
    nothing = figures.Wanted((), (0,))

    with pytest.raises(SettingsError, match="Nothing is chosen"):
        drain(figures.export_bulk(fake_run, nothing, tmp_path))


def test_filters_are_chosen_by_their_parts_or_their_stars(own_run: Run) -> None:
    write_notes(own_run.path, Notes().having((NetworkName.INTERPRETABLE, "filter", 9), Note(starred=True)))

    parts, starred, every = (figures.chosen_filters_of(own_run, choice) for choice in bulk.CHOICES)

    assert starred == (9,)
    assert len(parts) == 3
    assert sorted(every) == list(range(16))


def test_the_command_line_exports_in_bulk(fake_run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["export", str(fake_run.path), "--what", "bulk", "--kinds", "maps", "--side", "test"]

    status = main([*words, "--output", str(tmp_path)])

    tested = len(figures.chosen_pictures_of(fake_run, "test"))
    assert status == 0
    assert f"{tested} files written, 0 were there already" in capsys.readouterr().out
    assert len(list((tmp_path / "maps").iterdir())) == tested
