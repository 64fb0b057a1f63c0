from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.measure.landmarks.annotation_session import AnnotationSession
from app.measure.landmarks.controller import LandmarkController
from app.measure.landmarks.landmark_panel import LandmarkPanel
from app.measure.landmarks.landmark_view import LandmarkView
from app.measure.page import MeasurePage
from icnn_engine.core.events import Operation, Progress
from icnn_engine.data.tables.csv_tables import LANDMARKS
from icnn_engine.data.tables.marks import read_marks
from icnn_engine.runs.run_folder import Run, Table

Key, Button, No = Qt.Key, Qt.MouseButton, Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def measured(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were measured with; measuring itself takes no time, and no torch."""
    heard: list[Path] = []

    def measure(run: Run, landmarks: Path) -> Operation[Table]:
        yield Progress("Measuring", 0, 1)
        heard.append(landmarks)
        return run.table | {"instability": 0.01, "twin_instability": 0.02, "instability_centre": 0.03}

    monkeypatch.setattr("icnn_engine.evaluation.measure.measure", measure)
    monkeypatch.setattr("app.measure.landmarks.controller.PAUSE_MS", 50)
    return heard


@pytest.fixture
def run(own_run: Run) -> Run:
    """A run whose pictures nobody has marked."""
    (own_run.images / LANDMARKS).unlink()
    return own_run


@pytest.fixture
def page(qtbot: QtBot, context: Context, run: Run) -> MeasurePage:
    made = MeasurePage(context)
    qtbot.addWidget(made)
    made.resize(1250, 700)
    made.show()
    context.session.set_run(run)
    return made


@pytest.fixture
def landmarks(qtbot: QtBot, page: MeasurePage) -> LandmarkController:
    """The marking table, open at its first picture."""
    qtbot.mouseClick(page.mark, Button.LeftButton)
    qtbot.waitUntil(lambda: page.landmarks.session is not None and page.landmarks.panel.view.has_picture)
    return page.landmarks


@pytest.fixture
def panel(landmarks: LandmarkController) -> LandmarkPanel:
    return landmarks.panel


def now(landmarks: LandmarkController) -> AnnotationSession:
    assert landmarks.session is not None
    return landmarks.session


def name_parts(panel: LandmarkPanel, *names: str) -> None:
    for name in names:
        QTest.keyClicks(panel.name, name)
        QTest.keyClick(panel.name, Key.Key_Return)


def at(view: LandmarkView, x: float, y: float) -> QPoint:
    """The point of the view on shares of its picture."""
    rect = view.picture_rect()
    return QPointF(rect.x() + x * rect.width(), rect.y() + y * rect.height()).toPoint()


def click(qtbot: QtBot, panel: LandmarkPanel, x: float, y: float) -> None:
    qtbot.waitUntil(lambda: panel.view.has_picture)
    QTest.mouseClick(panel.view, Button.LeftButton, No, at(panel.view, x, y))
    qtbot.wait(1)


def share_of(landmarks: LandmarkController, index: int, part: str) -> tuple[float, float] | None:
    """Where a part of a picture is marked, in shares of the picture."""
    picture = now(landmarks).pictures[index]
    point = now(landmarks).marks.of(picture.name)[part].point
    return None if point is None else (point[0] / picture.width, point[1] / picture.height)


def test_marking_begins_by_naming_a_part(qtbot: QtBot, landmarks: LandmarkController, panel: LandmarkPanel) -> None:
    before = panel.view.prompt
    click(qtbot, panel, 0.5, 0.5)
    nothing = now(landmarks).marks.rows
    name_parts(panel, "head", "legs")

    assert "Name the first part" in before
    assert nothing == {}
    assert [panel.parts.item(row).text() for row in range(panel.parts.count())] == ["head", "legs"]
    assert panel.view.prompt == "Click: head"


def test_one_click_a_part_marks_it_and_the_next_picture_comes_by_itself(
    qtbot: QtBot, landmarks: LandmarkController, panel: LandmarkPanel
) -> None:
    name_parts(panel, "head", "legs")
    click(qtbot, panel, 0.3, 0.4)
    between = panel.view.prompt
    click(qtbot, panel, 0.6, 0.8)

    assert between == "Click: legs"
    assert share_of(landmarks, 0, "head") == pytest.approx((0.3, 0.4), abs=0.01)
    assert share_of(landmarks, 0, "legs") == pytest.approx((0.6, 0.8), abs=0.01)
    assert (now(landmarks).at, panel.view.prompt) == (1, "Click: head")
    assert panel.progress.text().startswith("1 of ")


def test_the_next_picture_is_decoded_before_it_is_wanted(
    qtbot: QtBot, landmarks: LandmarkController, panel: LandmarkPanel
) -> None:
    name_parts(panel, "head")
    qtbot.waitUntil(lambda: len(landmarks.pictures.images) >= 4)
    QTest.mouseClick(panel.view, Button.LeftButton, No, at(panel.view, 0.5, 0.5))

    assert now(landmarks).at == 1
    assert panel.view.has_picture


def test_going_on_by_itself_can_be_turned_off_and_stays_off(
    qtbot: QtBot, landmarks: LandmarkController, panel: LandmarkPanel, context: Context
) -> None:
    name_parts(panel, "head")
    panel.advance.click()
    click(qtbot, panel, 0.5, 0.5)

    assert now(landmarks).at == 0
    assert not LandmarkController(context).panel.advance.isChecked()


def test_keys_go_from_picture_to_picture_and_choose_parts(panel: LandmarkPanel, landmarks: LandmarkController) -> None:
    name_parts(panel, "head", "legs")
    panel.view.setFocus()
    went = []
    for key in (Key.Key_Space, Key.Key_Right, Key.Key_Return, Key.Key_Left, Key.Key_Backspace):
        QTest.keyClick(panel.view, key)
        went.append(now(landmarks).at)
    QTest.keyClick(panel.view, Key.Key_2)

    assert went == [1, 2, 3, 2, 1]
    assert now(landmarks).part_name == "legs"


@pytest.mark.parametrize("key", [Key.Key_X, Key.Key_N])
def test_a_part_that_is_not_visible_is_kept_as_looked_for(
    panel: LandmarkPanel, landmarks: LandmarkController, key: Key
) -> None:
    name_parts(panel, "head", "legs")
    QTest.keyClick(panel.view, key)

    assert share_of(landmarks, 0, "head") is None
    assert panel.parts.item(0).data(Qt.ItemDataRole.AccessibleTextRole).startswith("head: not visible")
    assert now(landmarks).part_name == "legs"


def test_delete_removes_a_mark_and_undo_brings_it_back(
    qtbot: QtBot, panel: LandmarkPanel, landmarks: LandmarkController
) -> None:
    name_parts(panel, "head", "legs")
    click(qtbot, panel, 0.3, 0.4)
    QTest.keyClick(panel.view, Key.Key_1)
    QTest.keyClick(panel.view, Key.Key_Delete)
    removed = dict(now(landmarks).marks.of(now(landmarks).picture.name))
    QTest.keyClick(panel.view, Key.Key_Z, CONTROL)

    assert removed == {}
    assert share_of(landmarks, 0, "head") == pytest.approx((0.3, 0.4), abs=0.01)


def test_undo_goes_back_to_the_picture_it_concerns_and_redo_forward(
    qtbot: QtBot, panel: LandmarkPanel, landmarks: LandmarkController
) -> None:
    name_parts(panel, "head")
    for x in (0.2, 0.4, 0.6):
        click(qtbot, panel, x, 0.5)
    QTest.keyClick(panel.view, Key.Key_Z, CONTROL)
    QTest.keyClick(panel.view, Key.Key_Z, CONTROL)
    back, left = now(landmarks).at, len(now(landmarks).marks.rows)
    QTest.keyClick(panel.view, Key.Key_Z, CONTROL | SHIFT)

    assert (back, left) == (1, 1)
    assert share_of(landmarks, 1, "head") == pytest.approx((0.4, 0.5), abs=0.01)


def test_a_mark_is_corrected_by_dragging_it(qtbot: QtBot, panel: LandmarkPanel, landmarks: LandmarkController) -> None:
    name_parts(panel, "head", "legs")
    click(qtbot, panel, 0.3, 0.4)
    view = panel.view
    QTest.mousePress(view, Button.LeftButton, No, at(view, 0.3, 0.4))
    QTest.mouseMove(view, at(view, 0.5, 0.5))
    during = view.grab().toImage()
    QTest.mouseRelease(view, Button.LeftButton, No, at(view, 0.5, 0.5))

    assert during != view.grab().toImage()
    assert share_of(landmarks, 0, "head") == pytest.approx((0.5, 0.5), abs=0.01)
    assert now(landmarks).marks.of(now(landmarks).picture.name).keys() == {"head"}


def test_correcting_a_picture_that_is_done_stays_at_it(
    qtbot: QtBot, panel: LandmarkPanel, landmarks: LandmarkController
) -> None:
    name_parts(panel, "head")
    click(qtbot, panel, 0.3, 0.4)
    QTest.keyClick(panel.view, Key.Key_Left)
    click(qtbot, panel, 0.7, 0.7)

    assert now(landmarks).at == 0
    assert share_of(landmarks, 0, "head") == pytest.approx((0.7, 0.7), abs=0.01)


def test_a_double_click_marks_once(qtbot: QtBot, panel: LandmarkPanel, landmarks: LandmarkController) -> None:
    name_parts(panel, "head")
    click(qtbot, panel, 0.5, 0.5)
    QTest.mouseDClick(panel.view, Button.LeftButton, No, at(panel.view, 0.5, 0.5))

    assert len(now(landmarks).marks.rows) == 1


def test_parts_are_marked_with_the_keyboard_alone(panel: LandmarkPanel, landmarks: LandmarkController) -> None:
    name_parts(panel, "head", "legs")
    panel.view.setFocus()
    QTest.keyClick(panel.view, Key.Key_C)
    QTest.keyClick(panel.view, Key.Key_Return)
    for _ in range(2):
        QTest.keyClick(panel.view, Key.Key_Right, SHIFT)
    QTest.keyClick(panel.view, Key.Key_Up)
    width, height = panel.view.picture_rect().width(), panel.view.picture_rect().height()
    QTest.keyClick(panel.view, Key.Key_Enter)

    assert panel.by_keys.isChecked()
    assert share_of(landmarks, 0, "head") == pytest.approx((0.5, 0.5), abs=0.001)
    assert share_of(landmarks, 0, "legs") == pytest.approx((0.5 + 80 / width, 0.5 - 4 / height), abs=0.002)
    assert now(landmarks).at == 1


def test_space_and_dragging_moves_an_enlarged_picture_and_marks_nothing(
    panel: LandmarkPanel, landmarks: LandmarkController
) -> None:
    name_parts(panel, "head")
    view = panel.view
    view.setFocus()
    view.zoom_by(4)
    before = view.viewport
    QTest.keyPress(view, Key.Key_Space)
    QTest.mousePress(view, Button.LeftButton, No, QPoint(200, 200))
    QTest.mouseMove(view, QPoint(150, 160))
    QTest.mouseRelease(view, Button.LeftButton, No, QPoint(150, 160))
    QTest.keyRelease(view, Key.Key_Space)
    moved = view.viewport
    QTest.keyClick(view, Key.Key_F)

    assert (moved.x > before.x, moved.y > before.y, moved.zoom) == (True, True, before.zoom)
    assert (now(landmarks).at, now(landmarks).marks.rows) == (0, {})
    assert view.viewport.zoom == 1


def test_a_click_in_an_enlarged_picture_marks_what_is_under_it(
    qtbot: QtBot, panel: LandmarkPanel, landmarks: LandmarkController
) -> None:
    name_parts(panel, "head")
    panel.view.zoom_by(5, QPointF(at(panel.view, 0.25, 0.75)))
    click(qtbot, panel, 0.27, 0.72)

    assert share_of(landmarks, 0, "head") == pytest.approx((0.27, 0.72), abs=0.005)


def test_a_part_is_renamed_removed_and_brought_back(
    qtbot: QtBot, panel: LandmarkPanel, landmarks: LandmarkController
) -> None:
    name_parts(panel, "head", "legs")
    click(qtbot, panel, 0.3, 0.4)
    panel.parts.setCurrentRow(0)
    panel.rename.click()
    editor = panel.parts.findChild(QLineEdit)
    editor.setText("face")
    QTest.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: "face" in now(landmarks).marks.parts)
    renamed = now(landmarks).marks
    panel.parts.setCurrentRow(0)
    QTest.keyClick(panel.parts, Key.Key_Delete)
    removed = now(landmarks).marks
    qtbot.mouseClick(panel.undo, Button.LeftButton)

    assert renamed.parts == ("face", "legs")
    assert renamed.of(now(landmarks).picture.name).keys() == {"face"}
    assert (removed.parts, removed.rows) == (("legs",), {})
    assert now(landmarks).marks == renamed


def test_a_name_that_is_taken_is_refused_in_words(
    qtbot: QtBot, panel: LandmarkPanel, landmarks: LandmarkController, context: Context
) -> None:
    name_parts(panel, "head")
    with qtbot.waitSignal(context.messages.said) as said:
        name_parts(panel, " head")

    assert "already" in said.args[0].text
    assert now(landmarks).marks.parts == ("head",)


def test_marks_are_kept_as_they_are_made_and_measured_with(
    qtbot: QtBot, page: MeasurePage, panel: LandmarkPanel, context: Context, run: Run, measured: list[Path]
) -> None:
    name_parts(panel, "head")
    click(qtbot, panel, 0.5, 0.5)
    qtbot.waitUntil(lambda: "one more picture" in panel.measured.text())
    early = list(measured)
    click(qtbot, panel, 0.5, 0.5)
    qtbot.waitUntil(lambda: "2 marked pictures" in panel.measured.text(), timeout=30_000)
    after = context.session.run
    QTest.keyClick(panel.view, Key.Key_Escape)
    names = [picture.name for picture in run.pictures]

    assert early == []
    assert measured == [run.images / LANDMARKS]
    assert len(read_marks(run.images / LANDMARKS, names).rows) == 2
    assert after is not None
    assert after.table["instability"] == 0.01
    assert "0.010" in panel.figures.text()
    assert not page.is_marking
    assert "2 marked pictures" in page.verdict.basis.text()


def test_marking_goes_on_where_it_was_left(
    qtbot: QtBot,
    page: MeasurePage,
    panel: LandmarkPanel,
    landmarks: LandmarkController,
    context: Context,
    fake_run: Run,
    run: Run,
) -> None:
    name_parts(panel, "head")
    click(qtbot, panel, 0.5, 0.5)
    qtbot.waitUntil(lambda: "kept" in panel.kept.text())
    context.session.set_run(fake_run)
    away = page.is_marking
    context.session.set_run(run)
    qtbot.mouseClick(page.mark, Button.LeftButton)
    again = LandmarkController(context)
    again.setParent(again.panel)
    qtbot.addWidget(again.panel)
    again.begin(run)
    qtbot.waitUntil(lambda: again.session is not None)

    assert not away
    assert (now(landmarks).at, now(again).at) == (1, 1)
    assert (panel.undo.isEnabled(), again.panel.undo.isEnabled()) == (True, False)


def test_a_damaged_file_is_told_and_kept(qtbot: QtBot, page: MeasurePage, run: Run) -> None:
    (run.images / LANDMARKS).write_text("of no use\n")
    qtbot.mouseClick(page.mark, Button.LeftButton)
    panel = page.landmarks.panel
    qtbot.waitUntil(panel.problem.isVisible)
    told = panel.problem.text()
    name_parts(panel, "head")
    click(qtbot, panel, 0.5, 0.5)
    qtbot.waitUntil(lambda: not panel.problem.isVisible())

    assert "no column" in told
    assert (run.images / "landmarks-damaged.csv").read_text() == "of no use\n"


def test_a_picture_that_is_gone_is_told_and_the_next_can_be_marked(qtbot: QtBot, page: MeasurePage, run: Run) -> None:
    page.mark_parts()
    qtbot.waitUntil(lambda: page.landmarks.session is not None)
    (run.images / now(page.landmarks).pictures[-1].name).unlink()
    panel = page.landmarks.panel
    name_parts(panel, "head")
    panel.view.setFocus()
    for _ in now(page.landmarks).pictures:
        QTest.keyClick(panel.view, Key.Key_Right)
    qtbot.waitUntil(lambda: "cannot be read" in panel.view.placeholder)
    QTest.mouseClick(panel.view, Button.LeftButton, No, panel.view.rect().center())

    assert now(page.landmarks).marks.rows == {}


def test_the_sheet_of_keys_is_that_of_the_marking_table(page: MeasurePage) -> None:
    before = page.keys()
    page.mark_parts()

    assert len(page.keys()) > len(before)
    assert "C" in dict(page.keys())


def test_everything_that_can_be_used_has_a_name(panel: LandmarkPanel) -> None:
    widgets = (panel.view, panel.parts, panel.name, panel.add, panel.rename, panel.remove, panel.undo, panel.redo)
    widgets += (panel.fit, panel.next, panel.previous, panel.hidden, panel.done)

    assert all(widget.accessibleName() for widget in widgets)
