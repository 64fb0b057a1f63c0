"""Runs listed without opening them, renamed, compared."""

from __future__ import annotations

import math
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from icnn_engine.cli import main
from icnn_engine.core.config import make_settings
from icnn_engine.core.errors import RunError
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.interrupted_training import new_resume_state, write_resume_state
from icnn_engine.runs.run_folder import Run, open_run, write_run
from icnn_engine.runs.run_list import RunState, compared, list_runs, losses_of, rename_run, summary_of
from icnn_engine.runs.run_lock import LOCK, lock_run
from icnn_engine.runs.run_tables import to_csv
from tests.fake_run import make_fake_run
from tests.own_network import as_converted, as_own


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return make_fake_run(tmp_path)


def test_a_whole_run_is_told_by_its_settings_and_figures(run: Run) -> None:
    (one,) = list_runs((run.path.parent,))

    assert (one.path, one.state, one.category) == (run.path, RunState.WHOLE, "creature")
    assert one.settings == run.settings
    assert (one.accuracy, one.instability) == (0.95, pytest.approx(0.071))
    assert (one.holding, one.parts) == (pytest.approx(0.8125), 3)
    assert one.size >= (run.path / "maps" / "twin.npy").stat().st_size


def test_a_run_that_was_never_finished_is_told_so_and_other_folders_are_passed_over(run: Run) -> None:
    place = run.path.parent
    half = place / "20250101-000000-half"
    shutil.copytree(run.path, half)
    (half / "run.toml").unlink()
    (place / "holiday").mkdir()
    (place / "20250101-000001-killed").mkdir()
    (place / "notes.txt").write_text("no run")

    assert {one.name: one.state for one in list_runs((place,))} == {
        run.path.name: RunState.WHOLE,
        half.name: RunState.UNFINISHED,
        "20250101-000001-killed": RunState.UNFINISHED,
    }


def test_a_training_that_can_go_on_is_told_and_one_that_is_under_way_too(run: Run, tmp_path: Path) -> None:
    place = run.path.parent
    path = place / "20250101-000000-foxes"
    settings = run.settings.model_copy(update={"category": "fox"})
    write_resume_state(path, new_resume_state(tmp_path / "pictures", settings, "f00d"))
    stopped = summary_of(path)
    with lock_run(path / LOCK):
        training = summary_of(path)
        with pytest.raises(RunError, match="is being trained in"):
            rename_run(path, "elsewhere")

    assert stopped is not None
    assert training is not None
    assert (stopped.state, training.state) == (RunState.STOPPED, RunState.TRAINING)
    assert (stopped.category, stopped.images) == ("fox", str(tmp_path / "pictures"))


def test_of_a_run_of_an_earlier_version_the_list_leaves_the_parts_empty_and_says_why(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    write_run(replace(run, filters=tuple(replace(one, eligible=-1) for one in run.filters)))
    main(["runs", str(run.path.parent)])
    (one,) = list_runs((run.path.parent,))

    assert one.parts is None
    assert "empty where a run was not tested" in capsys.readouterr().out


def test_a_run_whose_filters_cannot_be_read_is_listed_without_parts(run: Run) -> None:
    (run.path / "filters.csv").write_text("network,index\ninterpretable,0\n")
    (one,) = list_runs((run.path.parent,))

    assert (one.state, one.parts) == (RunState.WHOLE, None)


@pytest.mark.parametrize("text", ["format = 99\n", "format = 2\n", "no toml at all [", "\udcff"])
def test_a_run_that_cannot_be_read_is_listed_as_such(run: Run, text: str) -> None:
    (run.path / "run.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    one = summary_of(run.path)

    assert one is not None
    assert one.state is RunState.OTHER
    assert math.isnan(one.accuracy)


def test_runs_named_twice_are_listed_once_and_missing_folders_skipped(run: Run) -> None:
    places = (run.path.parent, run.path, run.path / "nowhere")

    assert [one.path for one in list_runs(places)] == [run.path]


def test_losses_are_read_epoch_by_epoch_and_a_damaged_file_gives_none(run: Run) -> None:
    head = "network,epoch,epochs,class_loss,filter_loss\n"
    (run.path / "metrics.csv").write_text(
        f"{head}interpretable,1,2,0.7,1.2\ntwin,1,2,0.6,0\ninterpretable,2,2,0.5,1.1\n"
    )
    read = losses_of(run.path, NetworkName.INTERPRETABLE)
    (run.path / "metrics.csv").write_text(f"{head}interpretable,one\n")

    assert read == ((1, 0.7, 1.2), (2, 0.5, 1.1))
    assert losses_of(run.path, NetworkName.INTERPRETABLE) == ()


def test_a_renamed_run_opens_under_its_new_name(run: Run) -> None:
    there = rename_run(run.path, "  my   foxes ")

    assert there == run.path.with_name("my foxes")
    assert to_csv(open_run(there).filters) == to_csv(run.filters)
    assert not run.path.exists()


@pytest.mark.parametrize("name", ["", "..", "a/b", "what?", "dot."])
def test_a_name_no_folder_can_have_is_refused_and_the_run_stays(run: Run, name: str) -> None:
    with pytest.raises(RunError, match="cannot be a folder's name"):
        rename_run(run.path, name)

    assert run.path.is_dir()


def test_a_name_that_is_taken_is_refused(run: Run) -> None:
    (run.path.parent / "taken").mkdir()

    with pytest.raises(RunError, match="already"):
        rename_run(run.path, "taken")


def test_two_runs_differ_in_settings_and_figures(run: Run) -> None:
    other = replace(
        run,
        settings=make_settings(run.settings.model_dump() | {"seed": 7, "epochs": 3, "name": "again"}),
        table={**{k: v for k, v in run.table.items() if k != "instability"}, "accuracy": 0.5},
    )
    found = compared(run, other)

    assert found.settings == {"epochs": (run.settings.epochs, 3), "seed": (run.settings.seed, 7)}
    assert found.figures["accuracy"] == (run.table["accuracy"], 0.5)
    assert math.isnan(found.figures["instability"][1])
    assert (found.same_pictures, found.same_split, found.same_seed) == (True, True, False)


def test_the_command_lists_runs_and_shows_two_side_by_side(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    half = run.path.with_name("20250101-000000-half")
    shutil.copytree(run.path, half)
    (half / "run.toml").unlink()
    other = run.path.with_name("20250102-000000-other")
    shutil.copytree(run.path, other)
    text = (other / "run.toml").read_text(encoding="utf-8")
    (other / "run.toml").write_text(text.replace("seed = 0", "seed = 7"), encoding="utf-8")
    listed = main(["runs", str(run.path.parent)])
    told = capsys.readouterr().out
    beside = main(["runs", "--compare", str(run.path), str(other)])
    compared_ = capsys.readouterr().out
    missing = main(["runs", str(run.path / "nowhere")])

    assert (listed, beside, missing) == (0, 0, 1)
    assert "never finished" in told
    assert told.count("efficientnet_lite0") == 2
    assert told.splitlines()[0].split()[-2:] == ["parts", "MB"]
    assert "95.0 %" in told
    assert "was not tested" not in told
    assert "same pictures, split" in compared_
    assert re.search(r"--seed +0 +7", compared_)
    assert "There is no folder" in capsys.readouterr().err


def test_a_look_at_ones_own_network_names_that_network(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    write_run(as_own(run))
    summary = summary_of(run.path)
    main(["runs", str(run.path.parent)])

    assert summary is not None
    assert summary.source is not None
    assert summary.source.title == "resnet18"
    assert "resnet18" in capsys.readouterr().out


def test_a_look_and_a_conversion_differ_in_network_layer_and_what_was_set(run: Run) -> None:
    look, conversion = as_own(run), as_converted(run)
    known = {**(look.own_network or {}), "layer": {**(look.own_network or {})["layer"], "name": "layer2"}}
    other = replace(look, info={**look.info, "own_network": known})

    assert compared(look, look).settings == {}
    assert compared(look, other).settings == {"layer": ("layer3", "layer2")}
    assert compared(look, conversion).settings == {
        "converted": (False, True),
        "epochs": (None, 8),
        "batch": (None, 32),
        "learning_rate": (None, 0.002),
        "strength": (None, 0.1),
    }
    assert compared(run, look).settings["network"] == (None, "resnet18")
    assert compared(run, look).settings["backbone"] == ("efficientnet_lite0", None)


def test_a_conversion_is_listed_as_one(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    write_run(as_converted(run))
    main(["runs", str(run.path.parent)])

    assert "converted" in capsys.readouterr().out
