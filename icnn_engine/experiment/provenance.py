"""Provenance of runs and experiments: the versions of the software."""

from __future__ import annotations

import platform

import numpy as np
import torch

import icnn_engine


def versions() -> dict[str, str]:
    """Return the versions to install to reproduce a run to the digit."""
    return {
        "partscope": icnn_engine.__version__,
        "python": platform.python_version(),
        "torch": torch.__version__,
        "numpy": np.__version__,
    }
