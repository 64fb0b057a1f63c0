from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from app.images.page import ImagesPage
from app.shell.opening import Opener
from app.widgets.lists import DETAIL, NAME
from icnn_engine.core.annotations import CheckUp, Problem
from tests.app.pictures import listed, make_folder


@pytest.fixture
def page(qtbot: QtBot, context: Context) -> ImagesPage:
    made = ImagesPage(context)
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.show()
    return made


def test_without_a_folder_the_page_offers_to_open_one(qtbot: QtBot, context: Context, page: ImagesPage) -> None:
    button = next(b for b in page.home.buttons if "Open folder" in b.text())
    with qtbot.waitSignal(context.wishes.action) as wish:
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert wish.args == ["open_folder"]


def test_a_recent_folder_is_one_click_away_and_a_missing_one_is_greyed(
    qtbot: QtBot, context: Context, page: ImagesPage, tmp_path: Path
) -> None:
    context.settings.add_folder(tmp_path / "gone")
    context.settings.add_folder(tmp_path)
    here, gone = page.home.recents
    with qtbot.waitSignal(context.wishes.open) as wish:
        qtbot.mouseClick(here, Qt.MouseButton.LeftButton)

    assert wish.args == [tmp_path]
    assert not gone.isEnabled()


def test_the_grid_shows_thumbnails_of_what_is_in_sight(
    qtbot: QtBot, context: Context, page: ImagesPage, tmp_path: Path
) -> None:
    opener = Opener(context, context.session)
    opener.open_folder(make_folder(tmp_path / "zoo", fox=3, cat=2))
    qtbot.waitUntil(lambda: context.session.folder is not None)
    names = [p.name for p in page.grid.model_.pictures]
    qtbot.waitUntil(lambda: all(page.grid.model_.thumbnail(name) is not None for name in names))

    assert names == ["cat/000.png", "cat/001.png", "fox/000.png", "fox/001.png", "fox/002.png"]


def test_thumbnails_of_deep_pictures_take_the_brightness_of_their_folder_once_it_is_known(
    qtbot: QtBot, context: Context, page: ImagesPage, tmp_path: Path
) -> None:
    root = make_folder(tmp_path / "zoo", fox=1)
    for name, top in (("dark", 200), ("light", 4095)):
        Image.fromarray(np.full((24, 32), top, np.uint16)).save(root / "fox" / f"{name}.png")

    def grey() -> int:
        image = page.grid.model_.thumbnail("fox/dark.png")
        return -1 if image is None else image.pixelColor(2, 2).red()

    Opener(context, context.session).open_folder(root)
    qtbot.waitUntil(lambda: context.session.checkup is not None)

    qtbot.waitUntil(lambda: grey() == round(200 / 4095 * 255))


def test_a_category_and_a_name_narrow_the_grid(qtbot: QtBot, context: Context, page: ImagesPage) -> None:
    context.session.set_folder(listed(Path("/pictures"), fox=30, cat=20))
    page.categories.setCurrentRow(2)
    foxes = len(page.grid.model_.pictures)
    qtbot.keyClicks(page.search, "00001")
    qtbot.waitUntil(lambda: len(page.grid.model_.pictures) == 11)

    assert foxes == 30
    assert {p.category for p in page.grid.model_.pictures} == {"fox"}


def test_a_hundred_thousand_pictures_are_there_at_once(context: Context, page: ImagesPage) -> None:
    folder = listed(Path("/pictures"), fox=60_000, cat=40_000)
    began = time.thread_time()
    context.session.set_folder(folder)
    page.grid.doItemsLayout()
    page.grid.scrollToBottom()
    page.grid.repaint()
    took = time.thread_time() - began

    assert took < 1.0


def test_the_check_up_runs_behind_and_lists_what_is_left_out(
    qtbot: QtBot, context: Context, page: ImagesPage, tmp_path: Path
) -> None:
    root = make_folder(tmp_path / "zoo", fox=3, cat=2)
    (root / "fox" / "broken.jpg").write_bytes(b"not a picture")
    opener = Opener(context, context.session)
    opener.open_folder(root)
    qtbot.waitUntil(lambda: context.session.checkup is not None)
    notes = page.checkup.notes

    assert [notes.item(row).data(NAME) for row in range(notes.count())] == ["fox/broken.jpg"]
    assert notes.item(0).data(DETAIL)
    assert page.checkup.lists.isVisible()


def test_a_problem_that_is_clicked_is_shown_in_the_grid(context: Context, page: ImagesPage) -> None:
    folder = listed(Path("/pictures"), fox=300)
    context.session.set_folder(folder)
    name = folder.pictures[250].name
    problems = (Problem(name, "it is empty"),)
    context.session.set_checkup(CheckUp(folder.root, (), ("fox",), problems, (), (), ""))
    page.checkup.notes.setCurrentIndex(page.checkup.notes.model().index(0, 0))

    assert page.preview.picture == folder.pictures[250]


def test_return_on_a_picture_asks_to_have_it_opened(qtbot: QtBot, context: Context, page: ImagesPage) -> None:
    folder = listed(Path("/pictures"), fox=5)
    context.session.set_folder(folder)
    page.grid.select(folder.pictures[3].name)
    with qtbot.waitSignal(context.wishes.open) as wish:
        qtbot.keyClick(page.grid, Qt.Key.Key_Return)

    assert wish.args == [folder.pictures[3].path]


def test_a_second_folder_ends_the_check_up_of_the_first(qtbot: QtBot, context: Context, tmp_path: Path) -> None:
    first, second = make_folder(tmp_path / "a", fox=40), make_folder(tmp_path / "b", cat=3)
    opener = Opener(context, context.session)
    opener.open_folder(first)
    qtbot.waitUntil(lambda: context.session.folder is not None)
    opener.open_folder(second)
    qtbot.waitUntil(lambda: context.session.checkup is not None and context.session.checkup.root == second)

    assert np.array_equal(context.session.checkup.categories, ["cat"])  # type: ignore[union-attr]


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


def test_space_shows_a_picture_large_arrows_go_on_and_escape_comes_back(
    qtbot: QtBot, context: Context, page: ImagesPage, tmp_path: Path
) -> None:
    opener = Opener(context, context.session)
    opener.open_folder(make_folder(tmp_path / "zoo", fox=3))
    qtbot.waitUntil(lambda: context.session.checkup is not None)
    page.grid.select("fox/000.png")
    qtbot.keyClick(page.grid, Qt.Key.Key_Space)
    large = page.large
    assert large is not None
    qtbot.waitUntil(lambda: large.view.has_picture)
    size = large.size_.text()
    qtbot.keyClick(large.view, Qt.Key.Key_Right)
    second = large.picture
    for _ in range(5):
        qtbot.keyClick(large.view, Qt.Key.Key_Right)
    last = large.picture
    qtbot.keyClick(large.view, Qt.Key.Key_Escape)

    assert size == "32 × 24 pixels"
    assert second is not None
    assert second.name == "fox/001.png"
    assert last is not None
    assert last.name == "fox/002.png"
    assert not large.isVisible()
    assert page.preview.picture == last


def test_the_menu_of_several_pictures_copies_their_paths(context: Context, page: ImagesPage) -> None:
    folder = listed(Path("/pictures"), fox=5)
    context.session.set_folder(folder)
    none = page.make_menu()
    page.grid.select(folder.pictures[0].name)
    page.grid.selectAll()
    menu = page.make_menu()
    assert menu is not None
    texts = {action.text(): action for action in menu.actions()}
    texts["Copy 5 paths"].trigger()

    assert none is None
    assert QGuiApplication.clipboard().text().splitlines() == [str(p.path) for p in folder.pictures]
    assert not texts["Explain by the open run"].isEnabled()


def test_a_picture_is_copied_to_the_clipboard(qtbot: QtBot, context: Context, page: ImagesPage, tmp_path: Path) -> None:
    QGuiApplication.clipboard().clear()
    opener = Opener(context, context.session)
    opener.open_folder(make_folder(tmp_path / "zoo", fox=1))
    qtbot.waitUntil(lambda: context.session.folder is not None)
    page.grid.select("fox/000.png")
    menu = page.make_menu()
    assert menu is not None
    next(a for a in menu.actions() if a.text() == "Copy picture").trigger()
    qtbot.waitUntil(lambda: not QGuiApplication.clipboard().image().isNull())

    assert QGuiApplication.clipboard().image().size().toTuple() == (32, 24)


def leave_at_a_fox(qtbot: QtBot, context: Context, page: ImagesPage) -> None:
    """A category, a search and a picture are chosen."""
    context.session.set_folder(listed(Path("/pictures"), fox=30, cat=20))
    page.categories.setCurrentRow(2)
    qtbot.keyClicks(page.search, "00001")
    qtbot.waitUntil(lambda: len(page.grid.model_.pictures) == 11)
    page.grid.select("fox/000012.jpg")


def test_another_folder_begins_with_all_its_pictures(qtbot: QtBot, context: Context, page: ImagesPage) -> None:
    leave_at_a_fox(qtbot, context, page)
    context.session.set_folder(listed(Path("/others"), fox=3))

    assert page.categories.current == ""
    assert page.search.text() == ""
    assert len(page.grid.model_.pictures) == 3


def test_the_next_start_finds_the_page_as_it_was_left(qtbot: QtBot, context: Context, page: ImagesPage) -> None:
    leave_at_a_fox(qtbot, context, page)
    page._splitter.setSizes([300, 500, 360])
    page._splitter.splitterMoved.emit(300, 1)
    again = ImagesPage(context)
    qtbot.addWidget(again)
    again.resize(page.size())
    again.show()

    assert again.categories.current == "fox"
    assert again.search.text() == "00001"
    assert again.preview.picture is not None
    assert again.preview.picture.name == "fox/000012.jpg"
    assert again._splitter.sizes() == page._splitter.sizes()


def test_going_to_another_page_closes_the_large_view(context: Context, page: ImagesPage) -> None:
    folder = listed(Path("/pictures"), fox=3)
    context.session.set_folder(folder)
    page.show_large(folder.pictures[0])
    assert page.large is not None
    opened = page.large.isVisible()
    page.hide()

    assert opened
    assert page.large.picture is None


def test_a_problem_is_shown_in_its_folder(
    qtbot: QtBot, context: Context, page: ImagesPage, monkeypatch: pytest.MonkeyPatch, said: list[Message]
) -> None:
    asked: list[Path] = []
    monkeypatch.setattr("app.images.page.reveal", lambda path: bool(asked.append(path)))
    folder = listed(Path("/pictures"), fox=3)
    context.session.set_folder(folder)
    problems = (Problem("fox/notes.txt", "not a picture (.txt)"),)
    context.session.set_checkup(CheckUp(folder.root, (), ("fox",), problems, (), (), ""))
    page.checkup.notes.setCurrentIndex(page.checkup.notes.model().index(0, 0))
    qtbot.mouseClick(page.checkup.folder, Qt.MouseButton.LeftButton)

    assert asked == [Path("/pictures/fox/notes.txt")]
    assert "/pictures/fox/notes.txt" in said[0].text


def test_while_a_folder_is_listed_the_user_is_told(
    qtbot: QtBot, context: Context, said: list[Message], tmp_path: Path
) -> None:
    opener = Opener(context, context.session)
    opener.open_folder(make_folder(tmp_path / "zoo", fox=1))
    told = [message.text for message in said]
    qtbot.waitUntil(lambda: context.session.checkup is not None)

    assert told == ["Listing the pictures in zoo…"]
