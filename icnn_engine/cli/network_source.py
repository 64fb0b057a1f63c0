"""The user's own network from the options of the command line."""

from __future__ import annotations

from argparse import Namespace

from icnn_engine.core.config import made
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.language import translate
from icnn_engine.core.network_source import NetworkSource
from icnn_engine.models.own.factory import factory_parts
from icnn_engine.models.own.trusted_code import trust


def source_of(options: Namespace) -> NetworkSource:
    """Return the network that the options name; with --trust-code its Python file is trusted from now on. Raises
    SettingsError, WeightsError."""
    given = {name: getattr(options, name, None) for name in NetworkSource.model_fields}
    source = made(NetworkSource, given | {"matching": _matching(getattr(options, "answers", []))})
    if options.trust_code and source.factory:
        path, _ = factory_parts(source.factory)
        trust(path)
    return source


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
