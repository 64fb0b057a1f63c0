from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.shell.main_window import MainWindow
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.run_folder import Run
from tests.app.pictures import listed


def test_without_a_folder_the_page_itself_says_what_to_do(window: MainWindow) -> None:
    window.show_page("images")

    assert not window.header.next_step.isVisible()


def test_from_images_the_next_step_trains_the_chosen_category(
    qtbot: QtBot, window: MainWindow, context: Context, tmp_path: Path
) -> None:
    window.show_page("images")
    context.session.set_folder(listed(tmp_path, dog=3, giant_panda=3))
    before = window.header.next_step.text().strip()
    context.session.set_category("giant_panda")
    with qtbot.waitSignal(context.requests.train_category) as asked:
        qtbot.mouseClick(window.header.next_step, Qt.MouseButton.LeftButton)

    assert before == "Find parts"
    assert asked.args == ["giant_panda"]
    assert window.current == "train"


def test_the_background_is_nothing_to_find_parts_of(window: MainWindow, context: Context, tmp_path: Path) -> None:
    window.show_page("images")
    context.session.set_folder(listed(tmp_path, _background=3, fox=3))
    context.session.set_category("_background")

    assert window.header.next_step.text().strip() == "Find the parts of fox"


def test_with_a_run_of_the_category_the_next_step_shows_its_parts(
    window: MainWindow, context: Context, fake_run: Run
) -> None:
    folder = listed(fake_run.images, creature=3, insect=3)
    window.show_page("images")
    context.session.set_folder(folder)
    context.session.set_run(fake_run)
    context.session.set_category("creature")
    own = window.header.next_step.text().strip()
    context.session.set_category("insect")

    assert own == "See the parts"
    assert window.header.next_step.text().strip() == "Find the parts of insect"


def test_every_page_of_a_run_leads_on(window: MainWindow, context: Context, own_run: Run) -> None:
    context.session.set_run(own_run)
    steps = {}
    for page in ("train", "filters", "measure", "review", "runs"):
        window.show_page(page)
        steps[page] = window.header.next_step.text().strip()
    for group in {filter.group for filter in own_run.filters if filter.group >= 0}:
        context.notes.name((NetworkName.INTERPRETABLE, "part", group), f"part {group}")
    window.show_page("filters")

    assert steps == {
        "train": "See the parts",
        "filters": "How far to trust it",
        "measure": "Write the report",
        "review": "Write the report",
        "runs": "See the parts",
    }
    assert window.header.next_step.text().strip() == "Write the report"
