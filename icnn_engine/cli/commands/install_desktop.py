"""`install-desktop`: put the program into the menu of a Linux desktop, or take it out."""

from __future__ import annotations

import os
import shutil
import sys
from argparse import Namespace
from pathlib import Path

from icnn_engine.cli.desktop_entry import Installed, data_home, install, remove
from icnn_engine.core.errors import PartscopeError
from icnn_engine.core.escaping import visible
from icnn_engine.core.language import translate


def run(options: Namespace) -> int:
    """Write or remove the desktop entry and its icons; print every path."""
    _check_system()
    if options.remove:
        removed = remove(data_home())
        _print(removed, "Removed:")
        if not removed.done:
            print("There is no desktop entry of Partscope to remove.")
        return 0
    written = install(program_command(), data_home())
    _print(written, "Written:")
    print("Partscope is in the menu of programs. To take it out: partscope install-desktop --remove")
    if written.opens_folders:
        print('The file manager has it below "Open with" for folders.')
    else:
        print('It is not offered below "Open with": this desktop would then open every folder with it.')
    return 0


def program_command() -> list[str]:
    """Return the command that started this process, with absolute paths. Raises PartscopeError if it opens no window.

    Links are not resolved: uv and pipx keep a link to the program that stays where it is when they upgrade it.
    """
    if getattr(sys, "frozen", False):
        return [sys.executable]
    script = Path(sys.argv[0])
    found = Path(shutil.which(sys.argv[0]) or script).absolute()
    if script.name == "main.py" and script.is_file():
        return [sys.executable, str(script.absolute())]
    if found.is_file() and os.access(found, os.X_OK) and found.suffix != ".py":
        return [str(found)]
    raise PartscopeError(
        translate(
            "Errors",
            "What was started here opens no window. Write partscope install-desktop, or in the folder of the program "
            "python main.py install-desktop.",
        )
    )


def _check_system() -> None:
    if sys.platform in ("win32", "darwin"):
        raise PartscopeError(
            translate(
                "Errors",
                "install-desktop is for Linux. On Windows make a shortcut to partscope-window.exe, which lies beside "
                "partscope.exe (right-click it, Send to, Desktop). On macOS start partscope-window in a terminal.",
            )
        )


def _print(result: Installed, title: str) -> None:
    for path in result.done:
        print(f"{title:<9} {visible(str(path))}")
    for path in result.kept:
        print(f"Kept:     {visible(str(path))} (it is another program's icon)")
