"""Starts the window: painted first, then the engine is loaded behind it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from app.core import preload, system


def main(arguments: Sequence[str] = ()) -> int:
    """Open the window with the paths in `arguments`. Return the exit status."""
    system.share_free_memory()
    preload.before_qt()

    from PySide6.QtWidgets import QApplication

    from app.core.context import make_context
    from app.core.settings import user_settings
    from app.shell.program import Program
    from app.style import icons, theme

    app = QApplication([sys.argv[0], *arguments])
    app.setApplicationName("Partscope")
    app.setDesktopFileName("partscope")
    context = make_context(user_settings(), app)
    theme.current_theme().choose(context.settings.text("window/theme", "system"))
    app.setWindowIcon(icons.brand())
    program = Program(context, app)
    program.open([Path(path) for path in arguments])
    return app.exec()
