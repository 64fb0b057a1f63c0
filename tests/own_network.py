"""A look at a network of the user's own without any network: the fake run, told as one."""

from __future__ import annotations

from dataclasses import replace

from icnn_engine.runs.run_folder import Run

SOURCE = {"architecture": "resnet18", "weights": "mine.pth", "factory": "", "names": "", "layer": "layer3"}


def as_own(run: Run) -> Run:
    """Return a run that looks at a network of the user's own: filter 0 is channel 100, filter 1 channel 101, …"""
    known = {
        "title": "resnet18",
        "source": {**SOURCE, "matching": {}},
        "layer": {"name": "layer3", "kind": "Sequential", "channels": 256, "cells": 13, "layout": "channels first"},
        "answers": 1000,
        "digest": "abc123" * 10,
        "matched": {name: {"answers": [7], "names": [f"red {name}"], "by": "word"} for name in run.categories},
    }
    own, twin = (
        tuple(replace(filter, channel=100 + filter.index) for filter in filters)
        for filters in (run.filters, run.twin_filters)
    )
    return replace(run, info={**run.info, "own_network": known}, filters=own, twin_filters=twin)


def as_converted(run: Run) -> Run:
    """Return a run that has converted a network of the user's own, its twin the original."""
    own = as_own(run)
    value = {"mean": 0.5, "low": 0.4, "high": 0.6}
    sides = dict.fromkeys(("original", "converted", "difference"), value)
    shares = ("agreement", "agreement_same_answer", "agreement_masked", "agreement_original_masked")
    told = {"epochs": 8, "batch": 32, "learning_rate": 0.002, "strength": 0.1, "trained": ["layer3"]}
    told |= dict.fromkeys(shares, value) | dict.fromkeys(("accuracy", "holding", "parts"), sides)
    known = {**(own.own_network or {}), "converted": True, "converted_digest": "def456" * 10, "conversion": told}
    return replace(own, info={**own.info, "own_network": known})
