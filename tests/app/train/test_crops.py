"""Objects in photographs, in the window: they are known again, and explained as the crop they are."""

from __future__ import annotations

from dataclasses import replace

from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.shell.opening import Opener
from app.widgets.pictures.compute_scene import picture_of
from icnn_engine.core.annotations import Crop
from icnn_engine.runs.run_folder import Run
from icnn_engine.runs.run_tables import box_text


def test_an_object_of_a_run_is_known_again_by_its_file_and_box(own_run: Run) -> None:
    where = Crop(own_run.images / own_run.pictures[0].name, (0, 0, 50, 60))
    second = replace(own_run.pictures[1], name=f"{own_run.pictures[0].name}#2", box=box_text(where))
    run = replace(own_run, pictures=(own_run.pictures[0], second))

    assert picture_of(run, where.path) == 0
    assert picture_of(run, where) == 1
    assert picture_of(run, replace(where, box=(0, 0, 50, 61))) is None


def test_opening_an_object_has_it_explained(qtbot: QtBot, context: Context, own_run: Run) -> None:
    context.session.set_run(own_run)
    where = Crop(own_run.images / own_run.pictures[0].name, (0, 0, 50, 60))
    opener = Opener(context, context.session)
    with qtbot.waitSignal(context.requests.picture) as wish:
        opener.open(where)

    assert wish.args == [where]
