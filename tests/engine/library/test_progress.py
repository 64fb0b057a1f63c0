"""A progress bar around an operation, and an interrupt."""

import pytest

from icnn_engine.core.errors import StoppedError, TrainingError
from icnn_engine.core.events import EpochDone, NetworkName, Operation, Progress, StepDone, Warned
from icnn_engine.library.progress import ProgressBar, watch


def test_the_bar_names_the_stage_and_its_total_and_notes_stay(capsys: pytest.CaptureFixture[str]) -> None:
    def operation() -> Operation[int]:
        yield Progress("Reading pictures", 1, 4)
        yield Warned("One picture is damaged.")
        yield Progress("Reading pictures", 4, 4)
        return 7

    result = watch(operation())
    told = capsys.readouterr().err

    assert result == 7
    assert "Reading pictures, 1 of 4:  25%" in told
    assert "Note: One picture is damaged.\n" in told
    assert told.split("\r")[-1].strip() == ""


def test_without_progress_only_notes_are_printed(capsys: pytest.CaptureFixture[str]) -> None:
    def operation() -> Operation[None]:
        yield Progress("Reading pictures", 1, 4)
        yield Warned("One picture is damaged.")

    watch(operation(), progress=False)

    assert capsys.readouterr().err == "Note: One picture is damaged.\n"


def test_a_training_is_one_bar_with_epochs_and_accuracy() -> None:
    with ProgressBar(epochs=2) as listen:
        for network in NetworkName:
            listen(StepDone(network, 1.0, 0.5, 0.1))
        listen(EpochDone(NetworkName.INTERPRETABLE, 1, 2, 0.31, -0.02, 0.1, 0.2, 0.93, ()))
        bar = listen._bar

        assert (bar.desc, bar.n, bar.total) == ("Training, epoch 2 of 2:", 500, 1000)
        assert bar.postfix == "balanced accuracy 0.930"


def test_an_interrupt_stops_the_operation_and_says_what_is_kept() -> None:
    stopped: list[StoppedError] = []

    def operation() -> Operation[None]:
        try:
            yield Progress("Training", 1, 4)
            raise KeyboardInterrupt
        except KeyboardInterrupt:
            stopped.append(StoppedError("Stopped; what was learned is kept in runs/fox."))
            raise stopped[0] from None

    with pytest.raises(KeyboardInterrupt, match=r"kept in runs/fox\. \(in Python: icnn_engine\.resume"):
        watch(operation())

    assert len(stopped) == 1


def test_an_interrupt_before_anything_was_kept_says_so() -> None:
    def operation() -> Operation[None]:
        yield Progress("Reading pictures", 1, 4)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt, match=r"^Stopped\. What was under way has been removed"):
        watch(operation())


def test_an_error_of_the_engine_comes_as_it_is() -> None:
    def operation() -> Operation[None]:
        yield Progress("Training", 1, 4)
        raise TrainingError("It diverged.")

    with pytest.raises(TrainingError, match=r"It diverged\."):
        watch(operation())
