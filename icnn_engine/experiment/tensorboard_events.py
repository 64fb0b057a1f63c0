"""TensorBoard event files of a training: the figures of each epoch, a folder a network.

A run folder has them if it holds a folder `tensorboard`; they change nothing in the training or its settings.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import fields
from importlib.util import find_spec
from math import isfinite
from pathlib import Path
from typing import TYPE_CHECKING

from icnn_engine.core.errors import SettingsError
from icnn_engine.core.events import EpochFigures, Warned
from icnn_engine.core.language import translate

if TYPE_CHECKING:
    from torch.utils.tensorboard import SummaryWriter

FOLDER = "tensorboard"
NOT_FIGURES = ("network", "epoch", "epochs")


def ensure_tensorboard() -> None:
    """Raise SettingsError where the package is not installed."""
    if find_spec("tensorboard") is None:
        words = translate("Errors", "TensorBoard is not installed. Install it: pip install 'partscope[tensorboard]'")
        raise SettingsError(words)


class EpochEvents:
    """Event files of a run: a scalar for each figure of an epoch; none where the run has no folder for them.

    Parameters
    ----------
    run : Path
        The run folder.
    done : int
        Epochs before this training was resumed; TensorBoard forgets later ones that were written before.
    """

    def __init__(self, run: Path, done: int) -> None:
        self._folder, self._done = run / FOLDER, done
        self._writing = self._folder.is_dir()
        self._is_new = self._writing and not any(self._folder.iterdir())
        self._writers: dict[str, SummaryWriter] = {}

    def write_earlier(self, rows: Iterable[EpochFigures]) -> Iterator[Warned]:
        """Write the epochs before, if none are there yet."""
        for row in rows if self._is_new else ():
            yield from self.write(row)

    def write(self, row: EpochFigures) -> Iterator[Warned]:
        """Write the figures of an epoch of one network; yield a warning once if that fails."""
        if not self._writing:
            return
        try:
            writer = self._writer_of(row.network)
            for field in fields(EpochFigures):
                if field.name not in NOT_FIGURES and isfinite(value := getattr(row, field.name)):
                    writer.add_scalar(field.name, value, row.epoch)
            writer.flush()
        except (OSError, SettingsError) as error:
            self._writing = False
            words = translate(
                "Errors", "TensorBoard's files cannot be written, and the training goes on without them: {reason}"
            )
            yield Warned(words.format(reason=getattr(error, "strerror", None) or error))

    def close(self) -> None:
        """Close the files."""
        with suppress(OSError):  # it was said already
            for writer in self._writers.values():
                writer.close()

    def _writer_of(self, network: str) -> SummaryWriter:
        ensure_tensorboard()
        from torch.utils.tensorboard import SummaryWriter

        if network not in self._writers:
            first = None if self._is_new else self._done + 1
            self._writers[network] = SummaryWriter(str(self._folder / network), purge_step=first)
        return self._writers[network]
