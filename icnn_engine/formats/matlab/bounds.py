"""Bounds on the size and nesting of a MATLAB file, and the error of files that cannot be read."""

from __future__ import annotations

from icnn_engine.core.language import translate

LARGEST = 32 << 20  # bytes of one array; larger ones are left out. VGG-16's largest convolution has 9 MiB
MOST_KEPT = 512 << 20  # bytes of all arrays together; VGG-16's convolutions have 56 MiB
MOST_READ = 4 << 30  # bytes that a compressed file may decompress to; VGG-16's has 0.6 GiB
DEEPEST = 16  # levels of nested structs and cells
VALUE = 1024  # bytes counted for each value beside its numbers (an empty array or dict takes 100 to 300, and time)


class MatError(Exception):
    """A MATLAB file cannot be read; the text continues 'The file'. The values fill the fields of the text."""

    def __init__(self, text: str, **values: object) -> None:
        super().__init__(text.format(**values) if values else text)


class Bounds:
    """Counts the bytes read from one file."""

    def __init__(self) -> None:
        self._kept = self._unfolded = 0

    def fits(self, size: int) -> bool:
        """Whether an array of `size` bytes is small enough to be read."""
        return size <= LARGEST

    def keep(self, size: int, depth: int) -> None:
        """Count a value of `size` bytes at `depth`. Raises MatError if the file holds too much, or nests too deep."""
        self._kept += size + VALUE
        if self._kept > MOST_KEPT or depth > DEEPEST:
            raise MatError(translate("Errors", "holds more, or deeper nested, values than any network or data set"))

    def unfold(self, size: int) -> None:
        """Count `size` decompressed bytes. Raises MatError if there are too many."""
        self._unfolded += size
        if self._unfolded > MOST_READ:
            raise MatError(translate("Errors", "unfolds to more than any network's"))
