"""Settings kept in QSettings between two starts: recent folders and runs, the layout, the last page, run and filter."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QSettings, QStandardPaths, Signal

from app.widgets.layouts.folded_section import FoldedSection

MANY = 8  # recents kept of each kind
FOLDERS, RUNS = "recent/folders", "recent/runs"  # keys
RUNS_FOLDER = "runs/folder"  # key


class _Places:
    """The folders that the user has chosen; the latest `Settings` tells them."""

    runs: Path | None = None


class Settings(QObject):
    """Typed access to QSettings; setters are silent when nothing changed."""

    recents_changed = Signal()
    runs_folder_changed = Signal()

    def __init__(self, store: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        _Places.runs = Path(chosen) if (chosen := self.text(RUNS_FOLDER)) else None

    def text(self, key: str, default: str = "") -> str:
        """Return a stored text."""
        return str(self._store.value(key, default))

    def set_text(self, key: str, value: str) -> None:
        """Store a text."""
        if self.text(key) != value:
            self._store.setValue(key, value)

    def number(self, key: str, default: int) -> int:
        """Return a stored whole number."""
        try:
            return int(self.text(key, str(default)))
        except ValueError:
            return default

    def set_number(self, key: str, value: int) -> None:
        """Store a whole number."""
        self.set_text(key, str(value))

    def remember_fold(self, section: FoldedSection, key: str) -> None:
        """Fold a section as it was left last time, and store what the user does with it."""
        section.set_open(bool(self.number(key, 0)))
        section.unfolded.connect(lambda is_open: self.set_number(key, int(is_open)))

    def layout(self, key: str) -> QByteArray:
        """Return the stored geometry or state of a window or splitter; empty if there is none."""
        value = self._store.value(key)
        return value if isinstance(value, QByteArray) else QByteArray()

    def set_layout(self, key: str, value: QByteArray) -> None:
        """Store a geometry or state."""
        self._store.setValue(key, value)

    def set_runs_folder(self, path: Path) -> None:
        """Keep runs in another folder from now on; those that are there already stay where they are."""
        if path != runs_folder():
            _Places.runs = path
            self.set_text(RUNS_FOLDER, str(path))
            self.runs_folder_changed.emit()

    def recent_folders(self) -> tuple[Path, ...]:
        """Return the folders of images opened lately, latest first."""
        return self._paths(FOLDERS)

    def recent_runs(self) -> tuple[Path, ...]:
        """Return the runs opened lately, latest first."""
        return self._paths(RUNS)

    def add_folder(self, path: Path) -> None:
        """Remember that a folder was opened."""
        self._add(FOLDERS, path)

    def add_run(self, path: Path) -> None:
        """Remember that a run was opened."""
        self._add(RUNS, path)

    def forget(self, path: Path) -> None:
        """Forget that a folder or run was opened: it is not there any more."""
        self._set_recents({key: [other for other in self._paths(key) if other != path] for key in (FOLDERS, RUNS)})

    def forget_recents(self) -> None:
        """Clear both lists of recents."""
        self._set_recents({FOLDERS: [], RUNS: []})

    def save(self) -> None:
        """Write the settings to the disk."""
        self._store.sync()

    def _paths(self, key: str) -> tuple[Path, ...]:
        value = self._store.value(key, [])
        texts = [value] if isinstance(value, str) else value if isinstance(value, list) else []
        return tuple(Path(str(text)) for text in texts if text)

    def _add(self, key: str, path: Path) -> None:
        old = self._paths(key)
        new = [path, *(other for other in old if other != path)][:MANY]
        if tuple(new) != old:
            self._set_recents({key: new})

    def _set_recents(self, recents: dict[str, list[Path]]) -> None:
        for key, paths in recents.items():
            self._store.setValue(key, [str(path) for path in paths])
        self.recents_changed.emit()


def user_settings() -> QSettings:
    """Return the user's own settings, in an INI file on every system."""
    return QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Partscope", "Partscope")


def documents() -> Path:
    """Return the user's folder of documents."""
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(folder) if folder else Path.home()


def runs_folder() -> Path:
    """Return the folder where the window keeps runs."""
    return _Places.runs or documents() / "Partscope" / "runs"


def sample_folder() -> Path:
    """Return the folder where the window keeps the pictures of the sample."""
    return documents() / "Partscope" / "creatures"


def sample_run_folder() -> Path:
    """Return the folder where the window keeps the finished run of the sample."""
    return runs_folder() / "creatures"
