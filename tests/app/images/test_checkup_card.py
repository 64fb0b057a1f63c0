from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.images.page import ImagesPage
from app.shell.opening import Opener
from icnn_engine.core.annotations import CheckUp, Problem
from tests.app.pictures import listed, make_folder


def test_the_check_up_runs_behind_and_lists_what_is_left_out(
    qtbot: QtBot, context: Context, page: ImagesPage, tmp_path: Path
) -> None:
    root = make_folder(tmp_path / "zoo", fox=3, cat=2)
    (root / "fox" / "broken.jpg").write_bytes(b"not a picture")
    opener = Opener(context, context.session)
    opener.open_folder(root)
    qtbot.waitUntil(lambda: context.session.checkup is not None)
    (note,) = (page.checkup.notes.item(row).toolTip() for row in range(page.checkup.notes.count()))

    assert "fox/broken.jpg: " in note
    assert page.checkup.lists.isVisible()


def test_a_problem_that_is_clicked_is_shown_in_the_grid(context: Context, page: ImagesPage) -> None:
    folder = listed(Path("/pictures"), fox=300)
    context.session.set_folder(folder)
    name = folder.pictures[250].name
    problems = (Problem(name, "it is empty"),)
    context.session.set_checkup(CheckUp(folder.root, (), ("fox",), problems, (), (), ""))
    page.checkup.notes.setCurrentIndex(page.checkup.notes.model().index(0, 0))

    assert page.preview.picture == folder.pictures[250]


def test_a_kind_of_problem_shows_its_pictures_alone_and_lets_go_of_them_again(
    context: Context, page: ImagesPage
) -> None:
    folder = listed(Path("/pictures"), fox=30)
    context.session.set_folder(folder)
    names = tuple(p.name for p in folder.pictures)
    context.session.set_checkup(CheckUp(folder.root, (), ("fox",), (), (names[3:5], names[8:11]), (), ""))
    page.checkup.only.click()
    alone = [p.name for p in page.grid.model_.pictures]
    page.checkup.only.click()

    assert alone == [*names[3:5], *names[8:11]]
    assert len(page.grid.model_.pictures) == 30
