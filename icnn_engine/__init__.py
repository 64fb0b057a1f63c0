"""The engine of Partscope: interpretable CNNs without a window.

The names of `icnn_engine.library` can be used from here: `train`, `open`, `resume` and others (docs/library.md). They
are imported when they are first used, so that nothing heavy is imported here.
"""

from __future__ import annotations

from importlib import import_module

TYPE_CHECKING = False  # as typing's, whose import would take ten times as long as all else here
if TYPE_CHECKING:
    from typing import Any

    from icnn_engine.core.config import TrainSettings as TrainSettings
    from icnn_engine.core.errors import PartscopeError as PartscopeError
    from icnn_engine.library.explanation import Explanation as Explanation
    from icnn_engine.library.figure_file import FigureFile as FigureFile
    from icnn_engine.library.inspection import inspect as inspect
    from icnn_engine.library.measures import Measures as Measures
    from icnn_engine.library.opened_run import OpenedRun as OpenedRun
    from icnn_engine.library.run_part import RunPart as RunPart
    from icnn_engine.library.start import draw_sample as draw_sample
    from icnn_engine.library.start import list_runs as list_runs
    from icnn_engine.library.start import open as open
    from icnn_engine.library.start import resume as resume
    from icnn_engine.library.start import train as train

__version__ = "0.1.0"

_PUBLIC = {
    "train": "library.start",
    "inspect": "library.inspection",
    "resume": "library.start",
    "open": "library.start",
    "list_runs": "library.start",
    "draw_sample": "library.start",
    "OpenedRun": "library.opened_run",
    "RunPart": "library.run_part",
    "Explanation": "library.explanation",
    "Measures": "library.measures",
    "FigureFile": "library.figure_file",
    "TrainSettings": "core.config",
    "PartscopeError": "core.errors",
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used."""
    if name not in _PUBLIC:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    globals()[name] = value = getattr(import_module(f"{__name__}.{_PUBLIC[name]}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_PUBLIC})
