"""The dialogs of the frame: choosing a folder, about the program, details of an error, and the question at closing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.core.settings import Settings
from app.widgets.wording import plain_text

translate = QCoreApplication.translate


def ask_folder(parent: QWidget, settings: Settings, open_: Callable[[Path], None]) -> None:
    """Ask for a folder of images, beginning beside the latest one, and open the chosen one."""
    _choose(parent, translate("MainWindow", "Open a folder of images"), settings.recent_folders(), open_)


def ask_run(parent: QWidget, settings: Settings, open_: Callable[[Path], None]) -> None:
    """Ask for a run folder, beginning beside the latest one, and open the chosen one."""
    recent = (*settings.recent_runs(), *settings.recent_folders())
    _choose(parent, translate("MainWindow", "Open a run"), recent, open_)


def _choose(parent: QWidget, title: str, recent: Sequence[Path], open_: Callable[[Path], None]) -> None:
    start = recent[0].parent if recent else Path.home()
    chosen = QFileDialog.getExistingDirectory(parent, title, str(start))
    if chosen:
        open_(Path(chosen))


def show_about(parent: QWidget) -> None:
    """Show the version of the program."""
    from icnn_engine import __version__

    text = translate(
        "MainWindow", "Partscope {version} finds the parts a network has learned. Everything stays on this machine."
    )
    QMessageBox.about(parent, translate("MainWindow", "About Partscope"), text.format(version=__version__))


def show_details(parent: QWidget, text: str, details: str) -> None:
    """Show an error with its details."""
    box = QMessageBox(QMessageBox.Icon.Warning, translate("MainWindow", "Details"), "", parent=parent)
    plain_text.set_message_text(box, text)
    box.setDetailedText(details)
    box.exec()


def may_stop(parent: QWidget, title: str, is_kept: bool = True) -> bool:
    """Ask whether the job under way may be stopped by closing the window. `is_kept`: what it has done so far is."""
    box = QMessageBox(QMessageBox.Icon.Question, translate("MainWindow", "Close Partscope?"), "", parent=parent)
    kept = translate(
        "MainWindow", "Closing stops it. What a training has learned is kept: go on with it from the Runs page."
    )
    if not is_kept:
        kept = translate("MainWindow", "Closing stops it, and nothing of it is kept.")
    plain_text.set_message_text(box, translate("MainWindow", "'{title}' is still under way.").format(title=title), kept)
    stop = box.addButton(translate("MainWindow", "Stop and close"), QMessageBox.ButtonRole.DestructiveRole)
    keep = box.addButton(translate("MainWindow", "Keep going"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(keep)
    box.exec()
    return box.clickedButton() is stop
