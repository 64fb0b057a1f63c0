"""Stamp of an export folder: files of two runs are never mixed."""

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from icnn_engine import figures
from icnn_engine.cli import main
from icnn_engine.core.config import TrainSettings
from icnn_engine.core.errors import RunError
from icnn_engine.core.events import NetworkName, drain
from icnn_engine.figures import folder_owner
from icnn_engine.runs.run_folder import Run, open_run, write_run
from tests.engine.figures.test_bulk import files_in, wanted_of


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


def test_an_export_never_goes_on_in_files_of_another_run_of_the_same_name(own_run: Run, tmp_path: Path) -> None:
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


def test_an_export_goes_on_after_its_run_was_moved_and_measured_again(own_run: Run, tmp_path: Path) -> None:
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
