"""Printed progress of operations."""

import io

from icnn_engine.cli.progress import ProgressPrinter
from icnn_engine.core.events import EpochDone, LossWeightTried, NetworkName, Progress, StepDone


class Terminal(io.StringIO):
    """A stream that calls itself a terminal."""

    def isatty(self) -> bool:
        return True


def test_on_a_terminal_one_line_is_rewritten_with_the_time_left() -> None:
    now, stream = [0.0], Terminal()
    with ProgressPrinter(stream=stream, clock=lambda: now[0]) as tell:
        for done in range(4):
            tell(Progress("Reading pictures", done, 8))
            now[0] += 10.0

    assert "\n" not in stream.getvalue()
    assert "\r\x1b[KReading pictures: 3 of 8, 50 s left" in stream.getvalue()
    assert stream.getvalue().endswith("\r\x1b[K")


def test_elsewhere_plain_lines_come_now_and_then() -> None:
    now, stream = [0.0], io.StringIO()
    with ProgressPrinter(stream=stream, clock=lambda: now[0]) as tell:
        for done in range(100):
            tell(Progress("Reading pictures", done, 100))
            now[0] += 0.25

    assert stream.getvalue().splitlines()[0] == "Reading pictures: 0 of 100"
    assert len(stream.getvalue().splitlines()) == 3
    assert "\r" not in stream.getvalue()


def test_training_is_told_by_epochs_and_strengths() -> None:
    now, stream = [0.0], io.StringIO()
    with ProgressPrinter(epochs=2, stream=stream, clock=lambda: now[0]) as tell:
        tell(LossWeightTried(0.003, 0.81, 0.78, accepted=True))
        for network in NetworkName:
            tell(StepDone(network, 1.0, 0.5, 0.1))
            now[0] += 20.0
        tell(EpochDone(NetworkName.INTERPRETABLE, 1, 2, 0.31, -0.02, 0.1, 0.2, 0.93, ()))
        tell(EpochDone(NetworkName.TWIN, 1, 2, 0.31, -0.02, 0.1, 0.2, 0.93, ()))
    lines = stream.getvalue().splitlines()

    assert lines[0] == "strength 0.003: equivariance 0.81, taken"
    assert lines[1] == "Training: epoch 2 of 2"
    assert lines[-1] == "epoch 1 of 2: class loss 0.310, filter loss -0.020, balanced accuracy 0.930"
    assert sum(line.startswith("epoch") for line in lines) == 1
