"""The window names pictures that have changed since the training, and never draws old maps on them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from app.core.training_operations import CropSource
from app.filters.page import FiltersPage
from app.measure.page import MeasurePage
from icnn_engine.core.errors import ChangedPictureError
from icnn_engine.core.events import FilterSnapshot, NetworkName
from icnn_engine.data import read_picture
from icnn_engine.inspection import explainers
from icnn_engine.inspection.best_pictures import best_pictures
from icnn_engine.inspection.filter_order import groups_of
from icnn_engine.inspection.positions import typical_picture
from icnn_engine.runs.run_folder import Run
from tests.app.filters.filters_page import FakeExplainer, be_ready, made_page, settle
from tests.changed_pictures import known, other_pictures, turn

OWN = NetworkName.INTERPRETABLE


@pytest.fixture
def run(own_run: Run) -> Run:
    return known(own_run)


@pytest.fixture
def page(qtbot: QtBot, context: Context, monkeypatch: pytest.MonkeyPatch) -> FiltersPage:
    """An empty page; networks answer at once."""
    monkeypatch.setattr(explainers, "Explainer", FakeExplainer)
    be_ready(context, monkeypatch)
    page = FiltersPage(context)
    qtbot.addWidget(page)
    page.show()
    return page


def test_a_changed_picture_is_named_once_when_the_run_is_opened(
    qtbot: QtBot, context: Context, said: list[Message], run: Run
) -> None:
    turn(run, 1)
    context.session.set_run(run)
    qtbot.waitUntil(lambda: bool(said))
    context.changed_pictures.tell()
    qtbot.waitUntil(lambda: not context.files.busy("changed pictures"))

    (message,) = said
    assert run.pictures[1].name in message.text
    assert "One picture has changed since the training" in message.text


def test_a_run_whose_pictures_are_as_they_were_opens_without_a_word(
    qtbot: QtBot, context: Context, said: list[Message], run: Run
) -> None:
    made_page(qtbot, context, run)
    qtbot.waitUntil(lambda: not context.files.busy("changed pictures"))

    assert said == []


def test_a_picture_that_changes_later_is_named_when_it_is_read(
    qtbot: QtBot, context: Context, said: list[Message], run: Run
) -> None:
    page = made_page(qtbot, context, run)
    qtbot.waitUntil(lambda: not context.files.busy("changed pictures"))
    first = best_pictures(run, OWN, 1, 1)[0].picture
    turn(run, first)
    page.choose_filter(1)
    qtbot.waitUntil(lambda: bool(said))

    assert run.pictures[first].name in said[0].text
    assert context.session.look is not None
    assert context.session.look.picture != first


def test_a_changed_picture_is_looked_at_anew(qtbot: QtBot, context: Context, page: FiltersPage, run: Run) -> None:
    context.session.set_run(run)
    qtbot.waitUntil(lambda: context.session.look is not None)
    changed = 1 if context.session.look and context.session.look.picture != 1 else 2
    turn(run, changed)
    page.scenes.look_at(changed)
    qtbot.waitUntil(lambda: context.session.look is not None and context.session.look.picture is None)
    settle(qtbot, context)

    look = context.session.look
    assert look is not None
    np.testing.assert_array_equal(look.pixels, read_picture(run.images / run.pictures[changed].name))


def test_another_folder_with_the_same_names_is_refused_and_the_run_stays_open(
    qtbot: QtBot, context: Context, page: FiltersPage, said: list[Message], run: Run, tmp_path: Path
) -> None:
    context.session.set_run(run)
    qtbot.waitUntil(lambda: context.session.look is not None)
    page.scenes.locate_images(other_pictures(run, tmp_path / "others"))
    qtbot.waitUntil(lambda: bool(said))

    assert "are not those that" in said[0].text
    assert context.session.run is run


def test_epochs_and_the_typical_picture_leave_it_out(run: Run) -> None:
    leaders = [members[0] for members in groups_of(run.filters)]
    typical = typical_picture(run, OWN, leaders)
    assert typical is not None
    paths = tuple(one.where(run.images) for one in run.pictures)
    source = CropSource(paths, run.geometry, tuple(one.digest for one in run.pictures))
    turn(run, typical)

    assert typical_picture(run, OWN, leaders) not in (typical, None)
    with pytest.raises(ChangedPictureError):
        source.overlay(FilterSnapshot(typical, 0, np.zeros((13, 13), np.float32)), 32)


def test_what_keeps_its_value_is_told_on_the_measure_page(
    qtbot: QtBot, context: Context, said: list[Message], run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    be_ready(context, monkeypatch)
    page = MeasurePage(context)
    qtbot.addWidget(page)
    context.session.set_run(run)
    lines = (run.images / "landmarks.csv").read_text(encoding="utf-8").splitlines()
    few = [lines[0], *(line for line in lines[1:] if line.startswith(f"{run.pictures[0].name},"))]
    (tmp_path / "few.csv").write_text("\n".join([*few, ""]), encoding="utf-8")
    page.measure(tmp_path / "few.csv")
    qtbot.waitUntil(lambda: "they keep their earlier values" in "".join(one.text for one in said), timeout=60_000)

    assert context.session.run is not None
    assert context.session.run.table["instability"] == run.table["instability"]
