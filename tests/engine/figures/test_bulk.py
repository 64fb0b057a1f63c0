"""Files of every filter on every picture: whole ones only, and no one twice."""

import csv
import os
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from icnn_engine import figures
from icnn_engine.cli import main
from icnn_engine.core.config import TrainSettings
from icnn_engine.core.errors import RunError, SettingsError
from icnn_engine.core.events import NetworkName, drain
from icnn_engine.figures import bulk, folder_owner
from icnn_engine.inspection.best_pictures import peaks_of
from icnn_engine.runs.notes import Note, Notes, write_notes
from icnn_engine.runs.run_folder import Run, open_run, write_run


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


def test_a_folder_with_the_export_of_another_run_is_left_alone(fake_run: Run, tmp_path: Path) -> None:
    wanted = wanted_of(fake_run, "maps")
    drain(figures.export_bulk(fake_run, wanted, tmp_path))

    with pytest.raises(RunError, match="another run or network"):
        drain(figures.export_bulk(fake_run, replace(wanted, network=NetworkName.TWIN), tmp_path))


def another(run: Run, place: Path) -> Run:
    """Another training of the same name, settings, seed and number of pictures, made in the same second."""
    path = shutil.copytree(run.path, place / run.name)
    for file in (path / "maps").glob("*.npy"):
        np.save(file, np.load(file)[..., ::-1])
    return open_run(path)


def test_an_export_never_goes_on_in_the_files_of_another_run_of_the_same_name(own_run: Run, tmp_path: Path) -> None:
    folder, wanted = tmp_path / "out", wanted_of(own_run, "overlays", "maps", "peaks")
    drain(figures.export_bulk(own_run, wanted, folder))
    before, other = files_in(folder), another(own_run, tmp_path / "elsewhere")

    with pytest.raises(RunError, match="another run or network"):
        drain(figures.export_bulk(other, wanted, folder))

    assert files_in(folder) == before
    assert folder_owner.run_fingerprint(other, NetworkName.INTERPRETABLE) != folder_owner.run_fingerprint(
        own_run, NetworkName.INTERPRETABLE
    )


def test_a_setting_that_a_later_version_adds_makes_no_other_run_of_it(own_run: Run) -> None:
    class Later(TrainSettings):
        later: int = 1

    again = replace(own_run, settings=Later(**own_run.settings.model_dump()))

    assert folder_owner.run_fingerprint(again, NetworkName.TWIN) == folder_owner.run_fingerprint(
        own_run, NetworkName.TWIN
    )


def test_an_export_goes_on_for_the_run_it_is_of_wherever_that_is_now_and_whatever_was_measured(
    own_run: Run, tmp_path: Path
) -> None:
    folder, wanted = tmp_path / "out", wanted_of(own_run, "overlays")
    drain(figures.export_bulk(own_run, wanted, folder))
    write_run(replace(own_run, filters=tuple(replace(f, group=-1, holds=False) for f in own_run.filters)))
    moved = open_run(own_run.path.rename(tmp_path / "renamed"))

    done = drain(figures.export_bulk(moved, wanted, folder))

    assert done == figures.Exported(0, 6)


@pytest.mark.parametrize("stamp", ['run = "{name}"\nnetwork = "interpretable"\nseed = 0\npictures = 20\n', "= \xff"])
def test_an_export_whose_run_is_not_told_is_left_alone(own_run: Run, tmp_path: Path, stamp: str) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / folder_owner.STAMP).write_bytes(stamp.format(name=own_run.name).encode("latin-1"))
    before = files_in(tmp_path / "out")

    with pytest.raises(RunError, match="does not say exactly which run"):
        drain(figures.export_bulk(own_run, wanted_of(own_run, "maps"), tmp_path / "out"))

    assert files_in(tmp_path / "out") == before


@pytest.mark.parametrize("name", ["README.txt", "overlays/filter-000/00000-creature.png", "peaks.csv"])
def test_files_of_unknown_origin_are_neither_taken_nor_written_over(own_run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "out" / name).parent.mkdir(parents=True)
    (tmp_path / "out" / name).write_text("mine", encoding="utf-8")

    with pytest.raises(RunError, match=rf"holds {name.split('/')[0]}, and nothing says which run"):
        drain(figures.export_bulk(own_run, wanted_of(own_run, "overlays"), tmp_path / "out"))

    assert [path.read_text(encoding="utf-8") for path in (tmp_path / "out").rglob("*") if path.is_file()] == ["mine"]


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


@pytest.mark.parametrize("what", ["figures", "tables", "heatmaps"])
def test_figures_of_two_runs_are_not_mixed_in_a_folder(
    own_run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str], what: str
) -> None:
    folder, other = tmp_path / "out", another(own_run, tmp_path / "elsewhere")
    words = ["--what", what, "--filter", "0", "--output", str(folder)]
    status = [main(["export", str(own_run.path), *words]) for _ in range(2)]
    before = files_in(folder)

    assert status == [0, 0]
    assert main(["export", str(other.path), *words]) == 1
    assert "holds an export of another run" in capsys.readouterr().err
    assert files_in(folder) == before
