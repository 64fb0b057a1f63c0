"""`layers`: list the layers of a network of the user's own whose output has places."""

from __future__ import annotations

from argparse import Namespace

from icnn_engine.cli.network_source import source_of
from icnn_engine.cli.output import print_json
from icnn_engine.core.table_formats import as_text
from icnn_engine.models.own.network import open_network


def run(options: Namespace) -> int:
    """Print the layers in the order of computing; the one that is looked at by default is marked."""
    network = open_network(source_of(options))
    chosen = network.layer
    if options.json:
        layers = [
            {
                "name": one.name,
                "kind": one.kind,
                "channels": one.channels,
                "cells": one.cells,
                "layout": str(one.layout),
            }
            for one in network.layers
        ]
        print_json({"answers": network.answers, "chosen": chosen.name, "layers": layers})
        return 0
    rows = [["", "layer", "kind", "channels", "cells"]]
    rows += [
        ["*" if one.name == chosen.name else "", one.name, one.kind, str(one.channels), f"{one.cells} x {one.cells}"]
        for one in network.layers
    ]
    field = network.backbone().field
    print(as_text(rows, "lllrr"), end="")
    print(
        f"{network.answers} answers. * {chosen.name}: a cell every {field.stride} pixels, the first centred on pixel "
        f"{field.start:g}, receptive field {field.size} pixels of an input of {network.preprocessing.fit.size}."
    )
    for note in network.notes:
        print(note)
    return 0
