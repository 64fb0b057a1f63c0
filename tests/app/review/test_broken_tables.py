"""Tables in the folder that cannot be read: nothing counts as decided, and once they are mended the page reads them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.core.messages import Message
from app.review.page import SLICES, ReviewPage
from icnn_engine.audit.saved_slices import SavedSlice, add_slice
from icnn_engine.data.tables.csv_tables import CORRECTIONS
from icnn_engine.runs.run_folder import Run
from tests.app.review.conftest import LONG


def break_table(run: Run) -> None:
    """Correct a picture to a category that the folder does not have."""
    text = f"image,category,was,reason\n{run.pictures[0].name},unicorn,creature,\n"
    (run.images / CORRECTIONS).write_text(text, encoding="utf-8")


def press(qtbot: QtBot, page: ReviewPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.suspects.list, key)
    qtbot.waitUntil(lambda: not page._suspects.decisions._writing, timeout=LONG)


def show_again(page: ReviewPage) -> None:
    page.hide()
    page.show()


def test_a_decision_that_cannot_be_written_stays_at_its_picture_undecided(
    qtbot: QtBot, page: ReviewPage, run: Run, said: list[Message]
) -> None:
    break_table(run)
    page.suspects.list.step()
    chosen = page.suspects.list.picture
    press(qtbot, page, Qt.Key.Key_1, Qt.Key.Key_R, Qt.Key.Key_X)

    assert said
    assert page.suspects.list.picture == chosen
    assert page.suspects.decided.isHidden()
    assert not any(row.good for row in page.suspects.list.pictures.items)


def test_a_later_failure_goes_back_to_its_own_picture(qtbot: QtBot, page: ReviewPage, run: Run) -> None:
    break_table(run)
    press(qtbot, page, Qt.Key.Key_1)
    page.suspects.list.step()
    chosen = page.suspects.list.picture
    press(qtbot, page, Qt.Key.Key_1)

    assert page.suspects.list.picture == chosen


def test_a_table_that_was_mended_is_read_when_the_page_is_shown_again(
    qtbot: QtBot, context: Context, run: Run, empty_page: ReviewPage
) -> None:
    view = empty_page.suspects
    break_table(run)
    context.session.set_run(run)
    qtbot.waitUntil(lambda: "Mend corrections.csv" in view.nothing.text(), timeout=LONG)
    (run.images / CORRECTIONS).unlink()
    show_again(empty_page)
    qtbot.waitUntil(lambda: view.list.pictures.rowCount() > 0, timeout=LONG)
    press(qtbot, empty_page, Qt.Key.Key_1)

    assert view.nothing.isHidden()
    assert view.list.pictures.items[0].good


def test_saved_slices_that_were_mended_are_read_when_the_page_is_shown_again(
    qtbot: QtBot, context: Context, run: Run, empty_page: ReviewPage, said: list[Message]
) -> None:
    add_slice(run.path, SavedSlice("mine", "category creature"))
    (path,) = run.path.glob("*slices*")
    good = path.read_text(encoding="utf-8")
    path.write_text("no slices", encoding="utf-8")
    empty_page.views.show_view(SLICES)
    context.session.set_run(run)
    qtbot.waitUntil(lambda: bool(said), timeout=LONG)
    path.write_text(good, encoding="utf-8")
    show_again(empty_page)

    qtbot.waitUntil(lambda: empty_page.slices.list.choose("mine"), timeout=LONG)
