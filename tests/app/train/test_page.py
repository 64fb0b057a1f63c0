from __future__ import annotations

import shlex
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.core import training_operations
from app.core.context import Context
from app.core.messages import Message
from app.core.training_operations import CropSource, command_line
from app.train import page as train_page
from app.train.page import TrainPage
from icnn_engine.core.config import OTHERS, SHUFFLED, TrainSettings, make_settings
from icnn_engine.core.events import NetworkName, Operation, StepDone
from icnn_engine.core.presets import PRESETS
from icnn_engine.runs.interrupted_training import new_resume_state, write_resume_state
from icnn_engine.runs.run_folder import Run
from tests.app.pictures import listed, make_folder
from tests.app.train.train_page import GEOMETRY, FakeTraining, click, epoch_done


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

    assert page.interrupted.text().strip() == "Go on with fox"
    assert "20250101-000000-fox" in page.interrupted.toolTip()
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


def test_the_command_that_repeats_it_can_be_copied(qtbot: QtBot, page: TrainPage) -> None:
    page.form.fields["category"].set_value("fox")
    page.form.fields["seed"].set_value(7)
    click(qtbot)(page.plan.copy)
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


def test_a_narrow_page_shows_the_form_or_the_training(qtbot: QtBot, context: Context, page: TrainPage) -> None:
    page.resize(640, 330)
    form = page.plan.card.isVisible(), page.live.isVisible()
    click(qtbot)(page.start)
    training = page.plan.card.isVisible(), page.live.isVisible()
    context.jobs.cancel()
    qtbot.waitUntil(lambda: not context.jobs.busy)

    assert form == (True, False)
    assert training == (False, True)
    assert page.plan.card.isVisible()
    assert page.minimumSizeHint().width() <= 700  # 800 with the navigation


def test_a_narrow_page_shows_the_result_alone_and_leads_to_the_form(
    qtbot: QtBot, context: Context, page: TrainPage, fake: FakeTraining
) -> None:
    page.resize(640, 330)
    fake.go_on.set()
    page.form.fields["epochs"].set_value(1)
    with qtbot.waitSignal(context.training.ended, timeout=20_000):
        click(qtbot)(page.start)
    result = page.plan.card.isVisible(), page.live.result.isVisible()
    click(qtbot)(page.live.result.another)
    form = page.plan.card.isVisible(), page.live.isVisible()
    page.resize(1250, 800)

    assert result == (False, True)
    assert form == (True, False)
    assert page.live.result.isVisible()
    assert not page.live.result.another.isVisible()
