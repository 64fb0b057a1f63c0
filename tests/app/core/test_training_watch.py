"""The training under way is remembered beside the pages, and its run never replaces what is looked at."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from icnn_engine.core.config import make_settings
from icnn_engine.core.errors import TrainingError
from icnn_engine.core.events import NetworkName, Operation, StepDone
from icnn_engine.runs.run_folder import Run
from tests.app.train.train_page import epoch_done


def train(qtbot: QtBot, context: Context, run: Run, error: Exception | None = None) -> None:
    """Train to the end, at once."""

    def operation() -> Operation[Run]:
        yield StepDone(NetworkName.TWIN, 0.5, 0.7, 0.1)
        yield epoch_done(NetworkName.INTERPRETABLE, 1, 1)
        if error is not None:
            raise error
        return run

    with qtbot.waitSignal(context.training.ended):
        context.training.start("Training: fox", make_settings({"epochs": 1}), operation)


@pytest.fixture
def pages(context: Context) -> list[str]:
    """The pages that were asked for."""
    asked: list[str] = []
    context.requests.page.connect(asked.append)
    return asked


def test_the_first_run_opens_by_itself(qtbot: QtBot, context: Context, fake_run: Run, said: list[Message]) -> None:
    train(qtbot, context, fake_run)

    assert context.session.run is fake_run
    assert said[0].offer is not None


def test_an_open_run_stays_and_the_new_one_is_offered(
    qtbot: QtBot, context: Context, fake_run: Run, several_run: Run, said: list[Message], pages: list[str]
) -> None:
    context.session.set_run(several_run)
    train(qtbot, context, fake_run)
    kept = context.session.run
    offer = said[0].offer
    assert offer is not None
    offer.accept()

    assert kept is several_run
    assert offer.title == "See its parts"
    assert context.session.run is fake_run
    assert pages == ["filters"]


def test_who_watches_the_training_gets_its_run(
    qtbot: QtBot, context: Context, fake_run: Run, several_run: Run, said: list[Message]
) -> None:
    context.session.set_run(several_run)
    context.training.is_watched = True
    train(qtbot, context, fake_run)

    assert context.session.run is fake_run
    assert said[0].offer is None


def test_what_a_page_needs_to_show_it_again_is_kept(qtbot: QtBot, context: Context, fake_run: Run) -> None:
    train(qtbot, context, fake_run)

    assert [type(event).__name__ for event in context.training.events] == ["EpochDone"]
    assert context.training.run is fake_run


def test_a_failure_is_told_once_and_leaves_no_run(
    qtbot: QtBot, context: Context, fake_run: Run, said: list[Message]
) -> None:
    train(qtbot, context, fake_run, TrainingError("Add pictures."))

    assert [message.text for message in said] == ["Add pictures."]
    assert context.training.run is None
