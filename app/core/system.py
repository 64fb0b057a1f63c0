"""What the window needs from the machine: a display, and on Linux some libraries that pip cannot install.

    python -m app.core.system              print the missing Debian packages, and the command that installs them
    python -m app.core.system --packages   print their names only

Also how threads use memory (`share_free_memory`), how a command is quoted for the shell (`quote_command`), and what
the one-folder program needs at its start (`prepare_frozen`). Only the standard library is imported, so that this runs
before anything is installed.
"""

from __future__ import annotations

import ctypes
import os
import shlex
import subprocess
import sys
from collections.abc import Iterable, Mapping

ARENA_MAX = -8  # malloc.h: M_ARENA_MAX

# Debian 12's package of each system library that Qt 6 needs (QtGui and its plugins, read from their ELF headers).
ANY_SCREEN = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libxkbcommon.so.0": "libxkbcommon0",
}
XCB_SCREEN = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def has_display(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> bool:
    """Return whether a window can be opened. Only Linux can lack a display; a named Qt platform is trusted."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return platform != "linux" or any(environment.get(name) for name in names)


def needed_libraries(environment: Mapping[str, str] = os.environ, platform: str = sys.platform) -> dict[str, str]:
    """Return library -> Debian package for the libraries that Qt needs here; those of X only if Qt would use X."""
    if platform != "linux":
        return {}
    chosen = environment.get("QT_QPA_PLATFORM", "wayland" if environment.get("WAYLAND_DISPLAY") else "xcb")
    return ANY_SCREEN | (XCB_SCREEN if chosen.startswith("xcb") else {})


def missing_packages(libraries: Mapping[str, str]) -> list[str]:
    """Return the packages of the libraries that cannot be loaded."""
    return [package for library, package in libraries.items() if not _loads(library)]


def install_line(packages: Iterable[str]) -> str:
    """Return the command that installs Debian packages."""
    return f"sudo apt-get install -y {' '.join(packages)}"


def quote_command(words: Iterable[object]) -> str:
    """Return the words of a command as they are typed in a shell of this system."""
    texts = [str(word) for word in words]
    return subprocess.list2cmdline(texts) if sys.platform == "win32" else shlex.join(texts)


def share_free_memory() -> None:
    """Let all threads allocate from one arena; call this before there is a second thread.

    By default glibc gives each thread arenas of its own, which return every large array to the system at once and
    allocate it anew. A training in its thread does so at each step and takes a tenth longer. Does nothing if the C
    library is not glibc.
    """
    try:
        ctypes.CDLL(None).mallopt(ARENA_MAX, 1)
    except (AttributeError, OSError, TypeError):
        return


def prepare_frozen() -> None:
    """Call this first in the program that PyInstaller builds; does nothing in any other.

    A process that `multiprocessing` starts does its work here and ends. The programs that this one starts, such as a
    browser, must not load its libraries: LD_LIBRARY_PATH becomes what the user had. Our own is read at the start only.
    """
    if not getattr(sys, "frozen", False):
        return
    from multiprocessing import freeze_support

    freeze_support()
    os.environ.pop("LD_LIBRARY_PATH", None)
    if before := os.environ.pop("LD_LIBRARY_PATH_ORIG", None):
        os.environ["LD_LIBRARY_PATH"] = before


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def main(arguments: list[str]) -> int:
    packages = missing_packages(needed_libraries())
    if "--packages" in arguments:
        print(" ".join(packages))
        return 0
    if packages:
        print(
            f"The window needs system libraries that are not installed here. Install them with:\n\n"
            f"    {install_line(packages)}\n"
        )
    return 1 if packages else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
