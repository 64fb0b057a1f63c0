"""The errors of the program, as one tree. Every message says what happened and what to do about it."""

# Of a StoppedError without a message: nothing was kept.
STOPPED_WORDS = "stopped. What was under way has been removed; finished files stay."


class PartscopeError(Exception):
    """An error that the user can mend: the message is shown as it is."""


class FolderError(PartscopeError):
    """A folder of images cannot be used as it stands."""


class PictureError(PartscopeError):
    """One picture cannot be read; the message is the reason shown in the check-up list."""


class LandmarksError(PartscopeError):
    """A file of landmarks cannot be understood."""


class SettingsError(PartscopeError):
    """Settings that cannot be trained with."""


class WeightsError(PartscopeError):
    """A weight file is missing, damaged or of another network."""


class UntrustedCodeError(WeightsError):
    """A network is made by Python code that the user has not confirmed yet."""


class RunError(PartscopeError):
    """A run folder cannot be opened, or lacks a file."""


class ChangedPictureError(RunError):
    """A picture of a run is no longer the one it was trained on."""


class TrainingError(PartscopeError):
    """A training cannot go on: too few pictures, numbers that diverge, memory used up."""


class StoppedError(PartscopeError):
    """A long operation was stopped before its end; its results so far are kept."""


class StorageError(PartscopeError, OSError):
    """A file cannot be written; the old one is as it was."""


class ExperimentError(PartscopeError):
    """The folder of an experiment cannot be used."""


class ExportError(PartscopeError):
    """A network cannot be exported for other programs."""
