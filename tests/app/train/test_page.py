from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.core import training_operations
from app.core.context import Context
from app.core.jobs import RunnerState
from app.core.messages import Message
from app.core.training_operations import CropSource, command_line
from app.train import page as train_page
from app.train.page import TrainPage
from icnn_engine.core.config import OTHERS, SHUFFLED, TrainSettings, make_settings
from icnn_engine.core.errors import TrainingError
from icnn_engine.core.events import Event, NetworkName, Operation, StepDone
from icnn_engine.core.presets import PRESETS
from icnn_engine.runs.interrupted_training import new_resume_state, write_resume_state
from icnn_engine.runs.run_folder import Run
from tests.app.pictures import listed, make_folder
from tests.app.train.train_page import GEOMETRY, FakeTraining, click, epoch_done, open_page, pretend


@pytest.fixture
def fake(fake_run: Run, monkeypatch: pytest.MonkeyPatch) -> FakeTraining:
    return pretend(fake_run, monkeypatch)


@pytest.fixture
def page(qtbot: QtBot, context: Context, fake: FakeTraining) -> TrainPage:
    assert not fake.closed
    return open_page(qtbot, context)


def test_without_a_folder_the_page_says_what_to_do(qtbot: QtBot, context: Context, fake: FakeTraining) -> None:
    page = TrainPage(context)
    qtbot.addWidget(page)

    assert not fake.closed
    assert page.is_empty


def test_every_setting_has_a_field_and_its_default(page: TrainPage) -> None:
    values = page.form.values()
    settings = make_settings({k: v for k, v in values.items() if k not in ("category", "background")})

    assert set(values) == set(TrainSettings.model_fields) - {"kernel"}  # of the command line alone
    assert settings == make_settings({})


def test_a_field_refuses_what_the_schema_refuses(page: TrainPage) -> None:
    page.form.fields["filters"].set_value(10_000)
    page.form.fields["learning_rate"].set_value(5)

    assert make_settings(page.form.values()).filters == 2048
    assert make_settings(page.form.values()).learning_rate == 1


def test_the_background_offered_first_is_the_folders_own_and_never_the_category_itself(
    context: Context, page: TrainPage
) -> None:
    background = page.form.fields["background"]
    first = background.value()
    page.form.fields["category"].set_value("fox")
    page.form.fields["category"].edited.emit()
    offered = [background.itemData(i) for i in range(background.count())]
    context.session.set_folder(listed(Path("/others"), fox=30, cat=20))
    without = background.value()

    assert first == "_background"
    assert "fox" not in offered
    assert "cat" in offered
    assert without == OTHERS


def test_shuffled_negatives_come_with_a_warning(page: TrainPage) -> None:
    page.form.fields["background"].set_value(SHUFFLED)
    page.form.fields["background"].edited.emit()

    assert page.form.warning.isVisible()


def test_starting_hands_the_settings_of_the_form_to_the_engine(
    qtbot: QtBot, context: Context, page: TrainPage, fake: FakeTraining
) -> None:
    page.form.fields["category"].set_value("fox")
    page.form.fields["epochs"].set_value(3)
    with qtbot.waitSignal(context.jobs.started):
        click(qtbot)(page.start)
    qtbot.waitUntil(lambda: fake.asked is not None)
    folder, settings, place = fake.asked or (None, None, None)

    assert folder == Path("/pictures")
    assert settings == make_settings({"category": "fox", "background": "_background", "epochs": 3})
    assert place == Path("/documents/runs")
    assert not page.start.isEnabled()
    assert not page.interrupted.isEnabled()


def test_what_the_training_tells_is_drawn(qtbot: QtBot, page: TrainPage) -> None:
    page.form.fields["epochs"].set_value(2)
    click(qtbot)(page.start)
    qtbot.waitUntil(lambda: len(page.gallery.places) == 8)
    curves = page.curves

    assert curves["class"].points("twin")
    assert curves["filter"].points("interpretable")
    assert curves["entropy"].points("position") == [1.5]
    assert page.training.answers.isVisible()
    assert page.training.probes.isVisible()


def test_pause_resume_and_cancel_are_steered_by_their_buttons(
    qtbot: QtBot, context: Context, page: TrainPage, fake: FakeTraining
) -> None:
    click(qtbot)(page.start)
    qtbot.waitUntil(lambda: bool(page.gallery.places))
    click(qtbot)(page.training.pause)
    paused = context.jobs.state is RunnerState.PAUSED
    click(qtbot)(page.training.pause)
    resumed = context.jobs.state
    with qtbot.waitSignal(context.jobs.ended):
        click(qtbot)(page.training.cancel)

    assert paused
    assert resumed is RunnerState.RUNNING
    assert fake.closed
    assert context.session.run is None
    assert page.start.isEnabled()


def test_a_training_is_stopped_for_now_and_gone_on_with(
    qtbot: QtBot, context: Context, page: TrainPage, fake: FakeTraining, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    click(qtbot)(page.start)
    qtbot.waitUntil(lambda: bool(page.gallery.places))
    with qtbot.waitSignal(context.jobs.ended):
        click(qtbot)(page.training.stop)
    said = page.training.said()
    settings = make_settings({"category": "fox", "epochs": 1})
    write_resume_state(tmp_path / "run", new_resume_state(tmp_path, settings, "f00d"))
    asked: list[tuple[object, ...]] = []

    def resume(_engine: object, run: Path, images: Path | None) -> Operation[Run]:
        asked.append((run, images))
        fake.go_on.set()
        return fake._operation(settings.epochs)

    monkeypatch.setattr("app.train.page.resume", resume)
    with qtbot.waitSignal(context.jobs.ended):
        context.requests.go_on.emit(tmp_path / "run")

    assert said[0] == "Stopped"
    assert asked == [(tmp_path / "run", None)]
    assert context.session.run is fake.run


def test_an_interrupted_training_is_offered_and_its_earlier_epochs_are_drawn(
    qtbot: QtBot, page: TrainPage, context: Context, tmp_path: Path, fake: FakeTraining, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(train_page, "runs_folder", lambda: tmp_path)
    write_resume_state(
        tmp_path / "20250101-000000-fox",
        new_resume_state(tmp_path, make_settings({"category": "fox", "epochs": 3}), "f00d"),
    )

    def resume(_engine: object, _run: Path, _images: Path | None) -> Operation[Run]:
        for name in NetworkName:
            yield epoch_done(name, 1, 3)
        for name in NetworkName:
            yield StepDone(name, 1.1, 0.6, 0.2)
            yield epoch_done(name, 2, 3)
        return fake.run

    monkeypatch.setattr("app.train.page.resume", resume)
    page.hide()
    page.show()
    qtbot.waitUntil(page.interrupted.isVisible)
    with qtbot.waitSignal(context.jobs.ended):
        click(qtbot)(page.interrupted)

    assert "20250101-000000-fox" in page.interrupted.text()
    assert page.curves["class"].points("twin") == [0.3, 0.6]
    assert page.curves["filter"].points("interpretable") == [-0.2, 0.2]


def test_pictures_that_were_moved_are_asked_for_before_going_on(
    qtbot: QtBot, page: TrainPage, context: Context, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_resume_state(
        tmp_path / "run", new_resume_state(tmp_path / "gone", make_settings({"category": "fox"}), "f00d")
    )
    answers, asked = iter(["", str(tmp_path)]), list[object]()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: next(answers))
    monkeypatch.setattr("app.train.page.resume", lambda _engine, _run, images: asked.append(images) or iter(()))
    page.go_on(tmp_path / "run")
    without = context.jobs.busy
    page.go_on(tmp_path / "run")
    qtbot.waitUntil(lambda: not context.jobs.busy)

    assert not without
    assert asked == [tmp_path]


def test_what_cannot_be_gone_on_with_is_told(page: TrainPage, said: list[Message], tmp_path: Path) -> None:
    page.go_on(tmp_path)

    assert "holds no training" in said[0].text


def test_finish_now_keeps_the_run_and_offers_its_filters(qtbot: QtBot, context: Context, page: TrainPage) -> None:
    click(qtbot)(page.start)
    qtbot.waitUntil(lambda: bool(page.gallery.places))
    with qtbot.waitSignal(context.session.run_changed):
        click(qtbot)(page.training.finish)
    with qtbot.waitSignal(context.requests.page) as wish:
        click(qtbot)(page.training.filters)

    assert wish.args == ["filters"]


def test_a_failure_is_told_and_another_training_can_start(
    qtbot: QtBot, context: Context, page: TrainPage, fake: FakeTraining
) -> None:
    fake.error = TrainingError("There are 2 pictures. Add more.")
    with qtbot.waitSignal(context.messages.said) as said:
        click(qtbot)(page.start)

    assert said.args[0].text == "There are 2 pictures. Add more."
    assert page.start.isEnabled()


def test_after_a_failure_try_again_starts_with_the_settings_as_they_are_now(
    qtbot: QtBot, context: Context, page: TrainPage, fake: FakeTraining
) -> None:
    fake.error = TrainingError("The memory was not enough.")
    with qtbot.waitSignal(context.jobs.ended):
        click(qtbot)(page.start)
    offered = page.training.again.isVisible()
    fake.error = None
    page.form.fields["batch"].setValue(16)
    fake.go_on.set()
    with qtbot.waitSignal(context.jobs.ended, timeout=20000):
        click(qtbot)(page.training.again)
        while_it_trains = page.training.again.isVisible()

    assert offered
    assert not while_it_trains
    assert fake.asked is not None
    assert fake.asked[1].batch == 16
    assert not page.training.again.isVisible()


def test_another_job_does_not_move_the_page(qtbot: QtBot, context: Context, page: TrainPage) -> None:
    def other() -> Operation[None]:
        yield StepDone(NetworkName.TWIN, 1.0, 0.5, 0.5)
        yield Event()

    with qtbot.waitSignal(context.jobs.ended):
        context.jobs.start("Export", other)

    assert not page.curves
    assert page.start.isEnabled()


def test_the_command_that_repeats_it_can_be_copied(qtbot: QtBot, page: TrainPage) -> None:
    page.form.fields["category"].set_value("fox")
    page.form.fields["seed"].set_value(7)
    click(qtbot)(page.copy)
    words = shlex.split(QGuiApplication.clipboard().text())

    assert words[:3] == ["partscope", "train", "/pictures"]
    assert words[words.index("--category") + 1] == "fox"
    assert words[words.index("--seed") + 1] == "7"
    assert "--epochs" not in words


def test_the_command_line_says_what_the_parser_understands() -> None:
    from icnn_engine.cli.parser import make_parser

    settings = make_settings(
        {"categories": ("fox", "red panda"), "hidden": (64, 32), "strength": 0.0020001, "max_pictures": 50}
    )
    words = shlex.split(command_line(Path("/my pictures"), settings, Path("/runs")))
    options = vars(make_parser(words[1:]).parse_args(words[1:]))

    assert options["categories"] == ["fox", "red panda"]
    assert options["hidden"] == [64, 32]
    assert options["strength"] == 0.0020001
    assert options["max_pictures"] == 50
    assert options["output"] == Path("/runs")


def test_a_category_that_looks_like_an_option_is_understood_as_the_name_it_is() -> None:
    from icnn_engine.cli.parser import make_parser

    settings = make_settings({"category": "--$(x) & 'y'"})

    words = shlex.split(command_line(Path("/p"), settings, Path("/runs")))

    assert make_parser(words[1:]).parse_args(words[1:]).category == "--$(x) & 'y'"


def test_the_command_line_names_the_preset_and_means_the_same() -> None:
    from icnn_engine.cli.parser import make_parser

    settings = make_settings(PRESETS["paper"] | {"category": "fox", "seed": 3})
    words = shlex.split(command_line(Path("/p"), settings, Path("/runs")))
    said = vars(make_parser(words[1:]).parse_args(words[1:]))
    known = {key: value for key, value in said.items() if key in type(settings).model_fields}

    assert words[3:] == ["--preset", "paper", "--category", "fox", "--seed", "3", "--output", "/runs"]
    assert make_settings(PRESETS[said["preset"]] | known) == settings


def test_crops_are_cut_around_the_cell_and_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_folder(tmp_path / "zoo", fox=2)
    source = CropSource(tuple(sorted(root.rglob("*.png"))), GEOMETRY)
    crops = [source.crop(0, (6, 6), 40), source.crop(0, (6, 6), 40), source.crop(1, (0, 12), 40)]
    monkeypatch.setattr(training_operations, "READ_SIDE", 0)
    again = source.crop(0, (6, 6), 40)

    assert all(crop.shape == (40, 40, 3) for crop in crops)
    assert (again == crops[0]).all()


def test_how_long_it_takes_is_said_beside_the_start_for_the_settings_as_they_are(
    qtbot: QtBot, page: TrainPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(train_page, "runs_folder", lambda: tmp_path)
    page.form.fields["category"].set_value("fox")
    page.form.fields["category"].edited.emit()
    qtbot.waitUntil(page.forecast.isVisible)
    usual = page.forecast.text()
    page.form.fields["epochs"].setValue(500)
    qtbot.waitUntil(lambda: page.forecast.text() != usual)
    longer = page.forecast.text()
    unclear = training_operations.training_estimate(listed(Path("/p"), fox=30, cat=20), make_settings({}), tmp_path)

    assert unclear == ""
    assert "s training" in usual
    assert "guess" in usual
    assert "min training" in longer


def test_pinned_pictures_appear_below_the_curves_with_the_first_epoch(
    qtbot: QtBot, context: Context, page: TrainPage, fake: FakeTraining, fake_run: Run
) -> None:
    fake.paths = tuple(picture.where(fake_run.images) for picture in fake_run.pictures)
    click(qtbot)(page.start)
    panel = page.history.panel
    before = panel.isVisible()
    qtbot.waitUntil(panel.isVisible)
    seen = panel.tiles.seen
    with qtbot.waitSignal(context.jobs.ended):
        click(qtbot)(page.training.cancel)

    assert not before
    assert [one.caption for one in seen] == ["Filter 3", "Filter 3"]
    assert page.live.isAncestorOf(panel)
    assert panel.isVisible()
