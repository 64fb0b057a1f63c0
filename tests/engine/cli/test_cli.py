"""The command line: what it says, what it writes, with which status it ends."""

import io
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from PIL import Image

from icnn_engine.cli import main
from icnn_engine.cli.commands import ALWAYS
from icnn_engine.cli.progress import ProgressPrinter
from icnn_engine.core.config import TrainSettings, make_settings
from icnn_engine.core.errors import TrainingError
from icnn_engine.core.events import EpochDone, LossWeightTried, NetworkName, Operation, Progress, StepDone, drain
from icnn_engine.core.presets import PRESETS, PresetName, preset_of
from icnn_engine.evaluation.tables import needs_landmarks
from icnn_engine.figures import export_heatmaps
from icnn_engine.figures.folder_owner import STAMP
from icnn_engine.inspection import explainer
from icnn_engine.inspection.best_pictures import pictures_of
from icnn_engine.inspection.look import Effects, GroupEffect, Look, look_at
from icnn_engine.runs.run_folder import Run, open_run, write_run, write_table
from tests.engine.data.files import noise


class Terminal(io.StringIO):
    """A stream that calls itself a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("command", ["", "check", "train", "measure", "filters", "explain", "export", "demo"])
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    status = main([*([command] if command else []), "--help"])
    told = capsys.readouterr().out

    assert status == 0
    assert told.startswith(f"usage: partscope {command}".rstrip())


def test_an_empty_path_is_not_the_folder_one_is_in(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["check", ""])

    assert status == 2
    assert "the path is empty" in capsys.readouterr().err


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


def test_train_hands_its_options_on_and_writes_the_figures(
    own_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[tuple[Path, TrainSettings, Path]] = []

    def run_experiment(folder: Path, settings: TrainSettings, place: Path) -> Operation[Run]:
        asked.append((folder, settings, place))
        yield Progress("Reading pictures", 1, 1)
        return own_run

    monkeypatch.setattr("icnn_engine.experiment.training_run.run_training", run_experiment)
    words = ["--category", "fox", "--background", "others", "--strength", "0.003", "--max-pictures", "9", "--seed", "4"]
    status = main(["train", str(tmp_path), *words, "--output", str(tmp_path / "place")])
    told = capsys.readouterr().out
    ((folder, settings, place),) = asked

    assert status == 0
    assert (folder, place) == (tmp_path, tmp_path / "place")
    assert (settings.category, settings.background, settings.strength) == ("fox", "others", 0.003)
    assert (settings.max_pictures, settings.seed, settings.epochs) == (9, 4, 12)
    assert {p.name for p in (own_run.path / "figures").iterdir()} == {"parts.png", "comparison.png"}
    assert str(own_run.path) in told
    assert "Equivariance" in told


def test_a_preset_gives_way_to_what_is_said_besides(
    own_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[TrainSettings] = []

    def run_experiment(_folder: Path, settings: TrainSettings, _place: Path) -> Operation[Run]:
        asked.append(settings)
        yield Progress("Reading pictures", 1, 1)
        return own_run

    monkeypatch.setattr("icnn_engine.experiment.training_run.run_training", run_experiment)
    main(["train", str(tmp_path), "--preset", "paper", "--epochs", "3"])
    (settings,) = asked

    assert (settings.backbone, settings.training, settings.hidden) == ("vgg16", "full", (4096, 4096))
    assert settings.epochs == 3


@pytest.mark.parametrize("preset", PRESETS)
def test_every_preset_is_recognised_by_its_settings(preset: PresetName) -> None:
    settings = make_settings(PRESETS[preset] | {"category": "fox", "seed": 4})

    assert preset_of(settings.model_dump()) == preset
    assert preset_of(settings.model_dump() | {"batch": 7}) is None


def test_settings_that_cannot_be_are_told_before_any_work(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["train", str(tmp_path), "--epochs", "0"])

    assert status == 1
    assert "epochs" in capsys.readouterr().err


@pytest.mark.parametrize(("error", "status"), [(KeyboardInterrupt(), 130), (TrainingError("It diverged."), 1)])
def test_a_training_that_is_stopped_is_closed_and_leaves_its_status(
    error: BaseException,
    status: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    closed: list[bool] = []

    def run_experiment(_folder: Path, _settings: TrainSettings, _place: Path) -> Operation[Run]:
        try:
            yield Progress("Reading pictures", 1, 1)
            raise error
        finally:
            closed.append(True)

    monkeypatch.setattr("icnn_engine.experiment.training_run.run_training", run_experiment)
    ended = main(["train", str(tmp_path)])

    assert ended == status
    assert closed == [True]
    assert "partscope: " in capsys.readouterr().err


def test_measure_prints_every_promised_key_and_null_for_what_is_not_known(
    own_run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    (own_run.images / "landmarks.csv").unlink()
    write_table(own_run.path, {key: value for key, value in own_run.table.items() if not needs_landmarks(key)})
    status = main(["measure", str(own_run.path), "--json"])
    told = json.loads(capsys.readouterr().out)

    assert status == 0
    assert set(ALWAYS) <= set(told)
    assert told["instability"] is None
    assert told["twin_accuracy"] == 0.965


def test_measure_takes_landmarks_and_shows_their_baselines(
    own_run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    marks = tmp_path / "marks.csv"
    (own_run.images / "landmarks.csv").rename(marks)
    status = main(["measure", str(own_run.path), "--landmarks", str(marks)])
    told = capsys.readouterr().out

    assert status == 0
    assert "Location instability, held-out" in told
    assert "always the centre" in told
    assert 0 < open_run(own_run.path).table["instability"] < 0.2  # type: ignore[operator]


def test_a_run_whose_pictures_have_moved_is_measured_where_they_are(
    own_run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    moved = own_run.images.rename(tmp_path / "elsewhere")
    status = main(["measure", str(own_run.path), "--images", str(moved), "--json"])

    assert status == 0
    assert json.loads(capsys.readouterr().out)["instability"] is not None


def test_filters_are_listed_by_part(fake_run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    main(["filters", str(fake_run.path)])
    head, *rows = capsys.readouterr().out.splitlines()
    main(["filters", str(fake_run.path), "--twin"])
    twin = capsys.readouterr().out.splitlines()

    assert head.split()[:3] == ["part", "filter", "category"]
    assert [row.split()[0] for row in rows[:7]] == ["1"] * 6 + ["2"]
    assert rows[0].split() == ["1", "0", "creature", "yes", ".95", ".96", ".85", ".80", ".70", ".90", ".90"]
    assert rows[-2].endswith("fails: shift, slope, mirror, transplant, enlarged")
    assert rows[-1].endswith("never fires")
    assert len(twin) == len(rows) + 1


def test_a_filter_that_holds_no_part_is_listed_with_the_reason(
    own_run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    few, pair, shaky = (replace(f, group=-1, holds=False) for f in own_run.filters[:3])
    changed = (replace(few, eligible=3), replace(pair, partner=7, mirror=0.1), replace(shaky, kept=0.2))
    write_run(replace(own_run, filters=(*changed, *own_run.filters[3:])))
    main(["filters", str(own_run.path)])
    rows = {row.split()[1]: row for row in capsys.readouterr().out.splitlines()}

    assert rows["0"].endswith("too few pictures")
    assert rows["1"].endswith("swaps places with filter 7")
    assert rows["2"].endswith("fails: grounding")
    assert [rows[f].split()[3] for f in "0123"] == ["no", "no", "no", "yes"]


def test_the_list_of_filters_that_were_not_judged_says_so(own_run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    write_run(replace(own_run, filters=tuple(replace(f, eligible=-1, holds=False) for f in own_run.filters)))
    main(["filters", str(own_run.path)])

    assert f"“partscope measure {own_run.name}” tests them" in capsys.readouterr().out


def test_where_no_filter_holds_a_part_switching_parts_off_is_refused_in_words(
    own_run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    write_run(replace(own_run, filters=tuple(replace(f, group=-1, holds=False) for f in own_run.filters)))
    status = main(["switch", str(own_run.path), "--parts", "1"])

    assert status == 1
    assert "holds a part: name filters with --filters" in capsys.readouterr().err


class FakeExplainer:
    """Answers for any picture what a run says of its second one."""

    def __init__(self, run: Run) -> None:
        self.run = run

    def explain(self, _pixels: np.ndarray, title: str) -> Look:
        return replace(look_at(self.run, 1), title=title)

    def effects(self, _look: Look) -> Effects:
        return Effects(
            0.97, (GroupEffect(0, (0, 1), 0.3), GroupEffect(-1, (13,), 0.1), GroupEffect(2, (10,), -0.02)), 0.0
        )

    def sum_of(self, _look: Look) -> SimpleNamespace:
        return SimpleNamespace(logit=1.0, bias=None, adds=None)


def test_explain_answers_for_each_picture_and_goes_on_after_one_that_cannot_be_read(
    fake_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(explainer, "Explainer", FakeExplainer)
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"no picture")
    good = str(fake_run.picture_path(1))
    status = main(["explain", str(fake_run.path), good, str(bad), good, "--output", str(tmp_path / "why")])
    told = capsys.readouterr()

    assert status == 1
    assert "creature? yes: probability 0.970" in told.out
    assert "without part 1 (2 filters): -0.300" in told.out
    assert "without filters that hold no part (1 filter): -0.100\n" in told.out
    assert "without part 3 (1 filter): +0.020, counts against creature" in told.out
    assert "partscope: " in told.err
    assert "bad.jpg" in told.err
    assert {p.name for p in (tmp_path / "why").iterdir()} == {"explain-001.png", "explain-001-2.png"}


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are Unicode there")
def test_names_that_are_too_long_or_not_utf8_are_explained_too(
    fake_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(explainer, "Explainer", FakeExplainer)
    long = [tmp_path / f"{'a' * 249}{letter}.jpg" for letter in "bc"]
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe$.jpg"))
    for path in (*long, odd):
        path.write_bytes(Path(str(fake_run.picture_path(1))).read_bytes())
    words = ["explain", str(fake_run.path), *map(str, (odd, *long))]

    drawn = main([*words, "--output", str(tmp_path / "why"), "--format", "svg"])
    told = capsys.readouterr()
    status = main([*words, "--json"])
    objects = json.loads(capsys.readouterr().out)["pictures"]

    names = sorted(path.name for path in (tmp_path / "why").iterdir())
    assert (drawn, status, told.err) == (0, 0, "")
    assert [name[:20] for name in names] == ["explain-_xff_xfe$.sv", *["explain-aaaaaaaaaaaa"] * 2]
    assert all(len(name) <= 125 for name in names)
    assert [Path(one["name"]).name for one in objects] == [r"\xff\xfe$.jpg", *(path.name for path in long)]
    assert r"\xff\xfe$.jpg" in (tmp_path / "why" / names[0]).read_text(encoding="utf-8")


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


def test_the_demo_draws_trains_and_says_where_everything_is(
    own_run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[object] = []

    def make_sample(root: Path, *numbers: int) -> Operation[Path]:
        asked.append((root, *numbers))
        yield Progress("Drawing", 1, 1)
        return root

    def run_experiment(folder: Path, settings: TrainSettings, place: Path) -> Operation[Run]:
        asked.append((folder, settings.epochs, place))
        yield Progress("Reading pictures", 1, 1)
        return own_run

    monkeypatch.setattr("icnn_engine.sample.make_sample", make_sample)
    monkeypatch.setattr("icnn_engine.experiment.training_run.run_training", run_experiment)
    status = main(["demo", "--output", str(tmp_path), "--pictures", "40", "--epochs", "3"])
    told = capsys.readouterr().out

    assert status == 0
    assert asked == [(tmp_path / "sample", 0, 40, 40), (tmp_path / "sample", 3, tmp_path)]
    assert str(own_run.path / "figures") in told
    assert (own_run.path / "figures" / "parts.png").is_file()


def test_on_a_terminal_one_line_is_rewritten_with_the_time_left() -> None:
    now, stream = [0.0], Terminal()
    with ProgressPrinter(stream=stream, clock=lambda: now[0]) as tell:
        for done in range(4):
            tell(Progress("Reading pictures", done, 8))
            now[0] += 10.0

    assert "\n" not in stream.getvalue()
    assert "\r\x1b[KReading pictures: 3 of 8, 50 s left" in stream.getvalue()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_elsewhere_plain_lines_come_now_and_then() -> None:
    now, stream = [0.0], io.StringIO()
    with ProgressPrinter(stream=stream, clock=lambda: now[0]) as tell:
        for done in range(100):
            tell(Progress("Reading pictures", done, 100))
            now[0] += 0.25

    assert stream.getvalue().splitlines()[0] == "Reading pictures: 0 of 100"
    assert len(stream.getvalue().splitlines()) == 3
    assert "\r" not in stream.getvalue()


def test_training_is_told_by_epochs_and_strengths() -> None:
    now, stream = [0.0], io.StringIO()
    with ProgressPrinter(epochs=2, stream=stream, clock=lambda: now[0]) as tell:
        tell(LossWeightTried(0.003, 0.81, 0.78, accepted=True))
        for network in NetworkName:
            tell(StepDone(network, 1.0, 0.5, 0.1))
            now[0] += 20.0
        tell(EpochDone(NetworkName.INTERPRETABLE, 1, 2, 0.31, -0.02, 0.1, 0.2, 0.93, ()))
        tell(EpochDone(NetworkName.TWIN, 1, 2, 0.31, -0.02, 0.1, 0.2, 0.93, ()))
    lines = stream.getvalue().splitlines()

    assert lines[0] == "strength 0.003: equivariance 0.81, taken"
    assert lines[1] == "Training: epoch 2 of 2"
    assert lines[-1] == "epoch 1 of 2: class loss 0.310, filter loss -0.020, balanced accuracy 0.930"
    assert sum(line.startswith("epoch") for line in lines) == 1


def test_the_module_runs_by_itself() -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "icnn_engine.cli", "--version"], capture_output=True, text=True, check=True
    )

    assert ended.stdout.startswith("partscope ")


def test_the_picture_of_a_figure_opens(own_run: Run, tmp_path: Path) -> None:
    main(["export", str(own_run.path), "--filter", "0", "--dpi", "60", "--output", str(tmp_path)])
    with Image.open(tmp_path / "filter-000.png") as picture:
        width = picture.width

    assert width == round(7.2 * 60)
