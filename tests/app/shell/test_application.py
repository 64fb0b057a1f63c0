from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]

WATCH = """
import sys
from PySide6.QtCore import QTimer
from app.shell import application, main_window

def start(window):
    print("imported:", *(name for name in ("torch", "scipy", "matplotlib", "pyqtgraph", "PIL") if name in sys.modules))
    QTimer.singleShot(0, window.close)

main_window.MainWindow.start = start
sys.exit(application.main([]))
"""


def test_the_window_is_painted_before_anything_heavy_is_imported(tmp_path: Path) -> None:
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "XDG_CONFIG_HOME": str(tmp_path)}
    ended = subprocess.run(
        [sys.executable, "-c", WATCH], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120
    )

    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.split() == ["imported:"]
