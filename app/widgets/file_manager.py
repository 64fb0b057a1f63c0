"""Shows a file in the system's own file manager."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

FILES = "org.freedesktop.FileManager1"  # https://www.freedesktop.org/wiki/Specifications/file-manager-interface


def reveal(path: Path) -> bool:
    """Open the folder of a file, the file selected where the system can do that; of what is gone, the nearest folder.
    False where no file manager could be asked."""
    while not path.exists() and path != path.parent:
        path = path.parent
    if sys.platform == "win32":
        subprocess.Popen(
            f'explorer /select,"{path}"'
        )  # it reads its own line, and quoted as a whole it opens elsewhere
        return True
    if sys.platform == "darwin":
        subprocess.Popen(["open", "-R", str(path)])
        return True
    if _selected(path):
        return True
    folder = path if path.is_dir() else path.parent
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _selected(path: Path) -> bool:
    """Whether a file manager on the desktop's bus has shown the file."""
    from PySide6.QtDBus import QDBusConnection, QDBusMessage  # only where there is such a bus

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    ask = QDBusMessage.createMethodCall(FILES, "/org/freedesktop/FileManager1", FILES, "ShowItems")
    ask.setArguments([[QUrl.fromLocalFile(str(path)).toString()], ""])
    answer = bus.call(ask, timeout=1500)
    return answer.type() is QDBusMessage.MessageType.ReplyMessage
