"""Commands as they are typed."""

from __future__ import annotations

import shlex
import subprocess
import sys
from collections.abc import Iterable


def quote_command(words: Iterable[object]) -> str:
    """Words of a command as they are typed on this system."""
    texts = [str(word) for word in words]
    return subprocess.list2cmdline(texts) if sys.platform == "win32" else shlex.join(texts)
