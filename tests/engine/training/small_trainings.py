"""Small trainings that the tests of this folder share."""

import torch

from icnn_engine.core.events import FinishFlag, NetworkName, drain
from icnn_engine.training.batch_sources import MapBatches
from icnn_engine.training.training_loop import train_networks
from tests.toy_batches import map_lesson, prepared, settings, whole

INTERPRETABLE = NetworkName.INTERPRETABLE


def heads_of(source, own, categories=1):
    made = prepared(map_lesson(), own, categories=categories)
    heads = {
        NetworkName.INTERPRETABLE: made.new_network(own.variant),
        NetworkName.TWIN: made.new_network("ordinary"),
        NetworkName.CAM: made.new_cam_network(),
    }
    return heads if isinstance(source, MapBatches) else {name: whole(head) for name, head in heads.items()}


def trained(source, wish=None, categories=1, **values):
    own = settings(**values)
    networks, events = heads_of(source, own, categories), []
    strengths = {INTERPRETABLE: 1e-3}
    done = drain(train_networks(networks, source, own, strengths, wish or FinishFlag(), INTERPRETABLE), events.append)
    return networks, events, done


def same(first, second):
    ours, theirs = first.state_dict(), second.state_dict()
    return ours.keys() == theirs.keys() and all(torch.equal(value, theirs[key]) for key, value in ours.items())
