"""What is remembered between two starts: recents, the window's layout, folder, run, page, filter. QSettings."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, QStandardPaths, Signal

MANY = 8  # recents kept of each kind


class Settings(QObject):
    """Typed access to QSettings; setters are silent when nothing changed."""

    recents_changed = Signal()

    def __init__(self, store: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store

    def text(self, key: str, default: str = "") -> str:
        """A remembered text."""
        return str(self._store.value(key, default))

    def set_text(self, key: str, value: str) -> None:
        """Remember a text."""
        if self.text(key) != value:
            self._store.setValue(key, value)

    def number(self, key: str, default: int) -> int:
        """A remembered whole number."""
        try:
            return int(self.text(key, str(default)))
        except ValueError:
            return default

    def set_number(self, key: str, value: int) -> None:
        """Remember a whole number."""
        self.set_text(key, str(value))

    def layout(self, key: str) -> QByteArray:
        """A remembered geometry or state of a window or splitter; empty when there is none."""
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_layout(self, key: str, value: QByteArray) -> None:
        """Remember a geometry or state."""
        self._store.setValue(key, value)

    def recent_folders(self) -> tuple[Path, ...]:
        """Folders of images opened lately, latest first."""
        return self._paths("recent/folders")

    def recent_runs(self) -> tuple[Path, ...]:
        """Runs opened lately, latest first."""
        return self._paths("recent/runs")

    def add_folder(self, path: Path) -> None:
        """Remember that a folder was opened."""
        self._add("recent/folders", path)

    def add_run(self, path: Path) -> None:
        """Remember that a run was opened."""
        self._add("recent/runs", path)

    def forget(self, path: Path) -> None:
        """Forget that a folder or run was opened: it is not there any more."""
        for key in ("recent/folders", "recent/runs"):
            kept = [str(p) for p in self._paths(key) if p != path]
            self._store.setValue(key, kept)
        self.recents_changed.emit()

    def forget_recents(self) -> None:
        """Clear both lists of recents."""
        self._store.setValue("recent/folders", [])
        self._store.setValue("recent/runs", [])
        self.recents_changed.emit()

    def save(self) -> None:
        """Write what is remembered to the disk."""
        self._store.sync()

    def _paths(self, key: str) -> tuple[Path, ...]:
        value = self._store.value(key, [])
        texts = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return tuple(Path(str(text)) for text in texts if text)

    def _add(self, key: str, path: Path) -> None:
        old = self._paths(key)
        new = (path, *(p for p in old if p != path))[:MANY]
        if new != old:
            self._store.setValue(key, [str(p) for p in new])
            self.recents_changed.emit()


def user_settings() -> QSettings:
    """The user's own settings, in an INI file on every system."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Partscope", "Partscope")


def documents() -> Path:
    """Where the user's documents are."""
    found = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(found) if found else Path.home()


def runs_place() -> Path:
    """Where the window keeps runs."""
    return documents() / "Partscope" / "runs"


def sample_place() -> Path:
    """Where the window keeps the built-in sample."""
    return documents() / "Partscope" / "sample"
