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
