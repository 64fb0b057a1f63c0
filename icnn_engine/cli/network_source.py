"""The user's own network from the options of the command line."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from icnn_engine.core.config import made
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.language import translate
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.models.own.factory import factory_parts
from icnn_engine.models.own.recognition import recognised_words
from icnn_engine.models.own.trusted_code import trust
from icnn_engine.models.weight_files import read_file


def source_of(options: Namespace) -> NetworkSource:
    """Return the network that the options name; with --trust-code its Python file is trusted from now on. Raises
    SettingsError, WeightsError."""
    given = {name: getattr(options, name, None) for name in NetworkSource.model_fields}
    if given["weights"] and not given["architecture"] and not given["factory"]:
        raise SettingsError(_unnamed(Path(given["weights"]).expanduser()))
    source = made(NetworkSource, given | {"matching": _matching(getattr(options, "answers", []))})
    if options.trust_code and source.factory:
        path, _ = factory_parts(source.factory)
        trust(path)
    return source


def _unnamed(file: Path) -> str:
    """Return what to say where weights are given without an architecture, with those that have the keys of the file.
    Raises WeightsError where the file cannot be read."""
    words = translate("Errors", "Weights need the name of the architecture they are of: --architecture.")
    hint = recognised_words(read_file(file)) if file.is_file() else ""
    return f"{words} {hint}".rstrip()


def _matching(texts: list[str]) -> dict[str, str]:
    """Return answers by category of CATEGORY=ANSWER|…"""
    found = {}
    for text in texts:
        category, sign, answers = text.partition("=")
        if not sign or not answers:
            words = translate("Errors", "'{text}' is not CATEGORY=ANSWER, such as fox='red fox|kit fox'.")
            raise SettingsError(words.format(text=text))
        found[category] = answers
    return found
