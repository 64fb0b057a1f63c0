"""A network made by a Python function of the user's. The file runs only if the user has confirmed its content."""

from __future__ import annotations

import hashlib
import runpy
from pathlib import Path

from torch import nn

from icnn_engine.core.errors import UntrustedCodeError, WeightsError
from icnn_engine.core.language import translate
from icnn_engine.models.own.trusted_code import is_trusted


def factory_parts(factory: str) -> tuple[Path, str]:
    """Return file and function of 'FILE.py:FUNCTION'. Raises WeightsError."""
    file, _, function = factory.rpartition(":")
    path = Path(file).expanduser()
    if not function.isidentifier() or path.suffix != ".py":
        words = translate("Errors", "'{factory}' is not FILE.py:FUNCTION, such as my_network.py:make.")
        raise WeightsError(words.format(factory=factory))
    if not path.is_file():
        raise WeightsError(translate("Errors", "There is no file {path}.").format(path=path))
    return path.resolve(), function


def made_by(factory: str) -> tuple[nn.Module, str]:
    """Run a factory function.

    Parameters
    ----------
    factory
        'FILE.py:FUNCTION'; the function takes nothing and returns the network.

    Returns
    -------
    nn.Module
        In eval mode, without gradients.
    str
        Digest (hex) of the file.

    Raises
    ------
    UntrustedCodeError
        The user has not confirmed this content of the file.
    WeightsError
        There is no such function, it fails, or it returns something else.
    """
    path, function = factory_parts(factory)
    content = _content(path)
    if not is_trusted(content):
        words = translate(
            "Errors",
            "{path} is Python code, which can do anything on this computer. Read it, then confirm that {function}() in "
            "it may run (command: --trust-code). The confirmation is for this content only.",
        )
        raise UntrustedCodeError(words.format(path=path, function=function))
    try:
        network = runpy.run_path(str(path)).get(function)
        network = network() if callable(network) else None
    except (Exception, SystemExit) as error:  # whatever the user's own code raises
        words = translate("Errors", "{function}() in {path} failed: {kind}: {error}")
        kind = type(error).__name__
        raise WeightsError(words.format(function=function, path=path.name, kind=kind, error=error)) from error
    if not isinstance(network, nn.Module):
        words = translate("Errors", "{path} has no function {function}() that returns a torch.nn.Module.")
        raise WeightsError(words.format(function=function, path=path.name))
    return network.eval().requires_grad_(False), hashlib.sha256(content).hexdigest()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        words = translate("Errors", "{path} cannot be read ({error}).")
        raise WeightsError(words.format(path=path, error=error.strerror or error)) from None
