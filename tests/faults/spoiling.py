"""Damages files at random and looks through runs, for the fault tests of this folder."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import strategies as st

from icnn_engine.core.errors import PartscopeError
from icnn_engine.core.events import NetworkName
from icnn_engine.formats.matlab import MatError
from icnn_engine.inspection.best_pictures import best_pictures, peaks_of
from icnn_engine.inspection.filter_order import wall_order
from icnn_engine.inspection.look import look_at
from icnn_engine.inspection.stages import stages
from icnn_engine.runs.epoch_history import read_history
from icnn_engine.runs.notes import read_notes
from icnn_engine.runs.run_folder import open_run
from icnn_engine.runs.run_list import summary_of

ODD = (
    "", "nan", "inf", "-1", "1e308", "99999999999999999999", "0", "-0.0", "3.5", "True", "é\u202e",
    "../../../etc/passwd", "/etc/passwd", "C:\\Windows\\win.ini", "con", "a" * 5000, "\x00", "[", "{}", "'", '"',
    "=1+1", "\n",
)  # fmt: skip


@st.composite
def damage(draw: st.DrawFn) -> Callable[[bytes], bytes]:
    """A way to spoil the bytes of a file."""
    kind = draw(st.sampled_from(("cut", "overwrite", "insert", "drop", "repeat", "nothing left", "odd value")))
    place, size = draw(st.floats(0, 1)), draw(st.integers(1, 200))
    junk, odd = draw(st.binary(min_size=1, max_size=64)), draw(st.sampled_from(ODD)).encode("utf-8", "surrogatepass")

    def spoil(data: bytes) -> bytes:
        at = int(place * len(data))
        match kind:
            case "cut":
                return data[:at]
            case "overwrite":
                return data[:at] + junk + data[at + len(junk) :]
            case "insert":
                return data[:at] + junk + data[at:]
            case "drop":
                return data[:at] + data[at + size :]
            case "repeat":
                return data[:at] + data[at : at + size] * 3 + data[at:]
            case "nothing left":
                return b""
        return _with_odd_value(data, at, odd)

    return spoil


def _with_odd_value(data: bytes, at: int, odd: bytes) -> bytes:
    """The value that stands around a place of a text, between commas, = or ends of lines, becomes another."""
    marks = b",\n="
    start = max(data.rfind(bytes([mark]), 0, at) for mark in marks) + 1
    ends = [end for mark in marks if (end := data.find(bytes([mark]), at)) >= 0]
    return data[:start] + odd + data[min(ends, default=len(data)) :]


def spoiled(path: Path, spoil: Callable[[bytes], bytes], use: Callable[[], object]) -> None:
    """Use a file that is spoiled, and put it back: all that may go wrong is an error in words."""
    before, said = path.read_bytes(), "nothing was wrong"
    try:
        path.write_bytes(spoil(before))
        use()
    except (PartscopeError, MatError) as error:  # what reads a MATLAB file does not say which one it is
        said = str(error)
    finally:
        path.write_bytes(before)

    assert len(said) > 10, said


def look_through(path: Path) -> None:
    """Everything that the window does with a run."""
    summary_of(path)
    run = open_run(path)
    wall_order(run.filters)
    run.groups()
    look_at(run, 0)
    look = look_at(run, len(run.pictures) - 1)
    for one in (run.filters[0], run.filters[-1]):
        stages(run, look, one.index)
        best_pictures(run, NetworkName.INTERPRETABLE, one.index, 4)
    peaks_of(run, NetworkName.TWIN)
    run.answers()
    read_notes(path)
    read_history(path)
