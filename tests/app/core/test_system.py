from __future__ import annotations

import platform
import re
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

import main
from app.core import system


@pytest.mark.parametrize(
    ("environment", "platform", "expected"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ""}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "win32", True),
        ({}, "darwin", True),
    ],
)
def test_only_linux_can_be_without_a_display(environment: dict[str, str], platform: str, expected: bool) -> None:
    assert system.has_display(environment, platform) is expected


def test_the_libraries_of_x_are_needed_only_where_qt_uses_x() -> None:
    on_x = system.needed_libraries({"DISPLAY": ":0"}, "linux")
    on_wayland = system.needed_libraries({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    named = system.needed_libraries({"WAYLAND_DISPLAY": "wayland-0", "QT_QPA_PLATFORM": "xcb;wayland"}, "linux")

    assert "libxcb-cursor0" in on_x.values()
    assert "libegl1" in on_x.values()
    assert on_wayland == system.ANY_SCREEN
    assert named == on_x
    assert system.needed_libraries({}, "darwin") == {}


def test_a_missing_library_gives_the_one_line_that_installs_its_package() -> None:
    packages = system.missing_packages({"libnowhere.so.7": "libnowhere7", "libc.so.6": "libc6"})

    assert packages == ["libnowhere7"]
    assert system.install_line([*packages, "libxcb-cursor0"]) == "sudo apt-get install -y libnowhere7 libxcb-cursor0"


def test_the_check_needs_nothing_that_has_to_be_installed() -> None:
    heavy = ("PySide6", "torch", "numpy", "pydantic")
    code = f"import sys, app.core.system; sys.exit(any(name in sys.modules for name in {heavy}))"

    done = subprocess.run([sys.executable, "-S", "-c", code], cwd=Path(main.__file__).parent, check=False)

    assert done.returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="ELF headers")
def test_every_library_that_qt_takes_from_the_system_is_in_the_list() -> None:
    qt = Path(PySide6.__file__).parent / "Qt"
    plugins = [qt / "plugins" / "platforms" / f"libq{name}.so" for name in ("xcb", "offscreen")]
    libraries = [qt / "lib" / f"libQt6{name}.so.6" for name in ("Core", "Gui", "Widgets", "DBus", "OpenGL", "XcbQpa")]
    strings = b"".join(path.read_bytes() for path in plugins + libraries)
    named = {name.decode() for name in re.findall(rb"\0(lib[\w.+-]+\.so\.\d[\d.]*)(?=\0)", strings)}
    everywhere = re.compile(
        r"lib(Qt6\w+|icu\w+|c|m|gcc_s|stdc\+\+|z|zstd|gthread-2\.0)\.so\..*"
    )  # bundled, or the base system

    unknown = {name for name in named if not everywhere.fullmatch(name)} - set(system.ANY_SCREEN | system.XCB_SCREEN)

    assert len(named) > 20
    assert unknown == set()


POOLS = """
import ctypes, os, sys, threading
from app.core import system
if sys.argv[1] == "shared":
    system.share_free_memory()
threads = [threading.Thread(target=bytearray, args=(10_000_000,)) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
libc = ctypes.CDLL(None)
libc.fdopen.restype = ctypes.c_void_p
libc.malloc_info(0, ctypes.c_void_p(libc.fdopen(os.dup(1), b"w")))
libc.fflush(None)
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="the pools are glibc's")
def test_threads_take_memory_from_one_pool() -> None:
    told = {
        how: subprocess.run([sys.executable, "-c", POOLS, how], capture_output=True, text=True, check=True).stdout
        for how in ("shared", "own")
    }

    assert told["shared"].count("<heap nr=") == 1
    assert told["own"].count("<heap nr=") > 1
