"""Opens files with the system's programs, and shows them in its file manager."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices

FILES = "org.freedesktop.FileManager1"  # https://www.freedesktop.org/wiki/Specifications/file-manager-interface


def reveal(path: Path) -> bool:
    """Open the folder of a file, with the file selected where the system can do that. If the file is gone, open the
    nearest folder that exists. Return False if no file manager could be asked."""
    while not path.exists() and path != path.parent:
        path = path.parent
    if sys.platform == "win32":
        # Explorer parses the command line itself: with the argument quoted as a whole, it opens another folder.
        subprocess.Popen(f'explorer /select,"{path}"')
        return True
    if sys.platform == "darwin":
        subprocess.Popen(["open", "-R", str(path)])
        return True
    folder = path if path.is_dir() else path.parent
    return _select(path) or QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def open_file(path: Path, tell: Callable[[str], None]) -> None:
    """Open a file or a folder with the system's program for it, or tell where it lies."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        text = QCoreApplication.translate("FileManager", "No program that opens this was found. It lies here: {path}")
        tell(text.format(path=path))


def show_in_folder(path: Path, tell: Callable[[str], None]) -> None:
    """Show a file in its folder, or tell where it lies."""
    if not reveal(path):
        text = QCoreApplication.translate(
            "FileManager", "No program that shows folders was found. The file lies here: {path}"
        )
        tell(text.format(path=path))


def _select(path: Path) -> bool:
    """Ask a file manager on the desktop's bus to show the file; return whether one did."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage  # only where there is such a bus

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    call = QDBusMessage.createMethodCall(FILES, "/org/freedesktop/FileManager1", FILES, "ShowItems")
    call.setArguments([[QUrl.fromLocalFile(str(path)).toString()], ""])
    return bus.call(call, timeout=1500).type() is QDBusMessage.MessageType.ReplyMessage
