"""What the networks of a run are called. No torch.

A training of ours leaves the interpretable network, its ordinary twin and a network for CAM; a look at a network of the
user's own leaves that network, the same one with random weights, and Grad-CAM; a conversion leaves the converted
network, the original as its twin, and Grad-CAM.
"""

from __future__ import annotations

from icnn_engine.core.config import BACKBONE_TITLES
from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate
from icnn_engine.runs.run_folder import Run, RunFilter

OWN, TWIN, CAM = NetworkName.INTERPRETABLE, NetworkName.TWIN, NetworkName.CAM


def tr(text: str) -> str:
    """Return a text about networks in the current language."""
    return translate("Networks", text)


def network_titles(run: Run | None = None) -> dict[NetworkName, str]:
    """Return the titles of the three networks of a run, as headings have them; None: of a training."""
    if run is not None and is_converted(run):
        return {OWN: tr("Converted"), TWIN: tr("Original"), CAM: tr("Grad-CAM")}
    if run is not None and is_own(run):
        return {OWN: tr("Your network"), TWIN: tr("Random weights"), CAM: tr("Grad-CAM")}
    return {OWN: tr("Interpretable"), TWIN: tr("Ordinary twin"), CAM: tr("CAM")}


def network_title(run: Run, network: NetworkName) -> str:
    """Return the title of a network of a run, as headings have it."""
    return network_titles(run)[network]


def network_in_sentence(run: Run, network: NetworkName) -> str:
    """Return what a network of a run is called within a sentence: 'your network'."""
    if is_converted(run):
        texts = {OWN: tr("the converted network"), TWIN: tr("the original network"), CAM: tr("Grad-CAM")}
    elif is_own(run):
        texts = {OWN: tr("your network"), TWIN: tr("the same network with random weights"), CAM: tr("Grad-CAM")}
    else:
        texts = {OWN: tr("the interpretable network"), TWIN: tr("the ordinary twin"), CAM: tr("CAM")}
    return texts[network]


def is_own(run: Run) -> bool:
    """Return whether the run looks at a network of the user's own as it is: nothing was trained."""
    return run.own_network is not None and not is_converted(run)


def is_converted(run: Run) -> bool:
    """Return whether the run has converted a network of the user's own; its twin is the original."""
    return bool((run.own_network or {}).get("converted"))


def trained_networks(run: Run) -> tuple[NetworkName, ...]:
    """Return the networks with parts that were trained: the twin of a user's own network has random weights."""
    return (OWN,) if is_own(run) else (OWN, TWIN)


def has_masks(run: Run, network: NetworkName) -> bool:
    """Return whether a network keeps each map near its peak by a mask. A converted one learned through masks, and
    answers without them."""
    return network is OWN and run.own_network is None


def backbone_title(run: Run) -> str:
    """Return the name of the network below the filters; of the user's own, its architecture and layer."""
    known = run.own_network
    if known is None:
        return BACKBONE_TITLES[run.settings.backbone]
    return tr("{network}, layer {layer}").format(network=known["title"], layer=known["layer"]["name"])


def channel_words(filter: RunFilter) -> str:
    """Return which channel of the layer a filter is, 'channel 217'; "" where we trained the filters."""
    return tr("channel {number}").format(number=filter.channel) if filter.channel >= 0 else ""
