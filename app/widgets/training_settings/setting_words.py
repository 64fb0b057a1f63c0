"""What every setting of a training is called, what its values are called, and what each of them means."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication

from icnn_engine.core.config import (
    AUTO_BACKGROUND,
    BACKBONE_TITLES,
    NONE,
    OFFERED_WEIGHTS,
    OTHERS,
    SHUFFLED,
    TrainSettings,
)
from icnn_engine.core.presets import PresetName


def tr(text: str) -> str:
    """A text of the form in the user's language."""
    return QCoreApplication.translate("SettingsForm", text)


def words(name: str) -> tuple[str, str]:
    """Title and help of a setting; the schema's own where the window has none."""
    known = {
        "category": (tr("Find the parts of"), ""),
        "loss": (tr("Answer"), ""),
        "background": (tr("Told from"), tr("Pictures that do not show it.")),
        "backbone": (tr("Backbone"), tr("The ordinary CNN whose maps the filters read.")),
        "weights": (tr("Its weights"), ""),
        "strength": (
            tr("Weight of the filter loss"),
            tr("How hard each filter is pushed to one part. Short trainings find the gentlest that works."),
        ),
        "epochs": (tr("Epochs"), tr("How often all training pictures are gone through.")),
        "variant": (tr("Masks and filter loss"), ""),
        "training": (tr("What learns"), ""),
        "filters": (tr("Filters"), tr("How many filters look for parts.")),
        "answer": (tr("The network answers by"), ""),
        "hidden": (
            tr("Hidden layers"),
            tr("Widths of the layers between filters and answer. The paper's: 4096 4096."),
        ),
        "batch": (tr("Batch"), tr("Pictures in one step. Fewer need less memory.")),
        "pieces": (
            tr("Pieces of a batch"),
            tr("Only where every layer learns: more pieces need less memory and more time, and teach the same."),
        ),
        "learning_rate": (tr("Learning rate"), tr("The highest rate of the schedule.")),
        "weight_decay": (
            tr("Weight decay"),
            tr("How strongly quick training draws all weights to zero: less is learned by heart."),
        ),
        "max_pictures": (tr("At most so many pictures"), tr("Of each category, and as many of the background.")),
        "views": (
            tr("Views of each picture"),
            tr("What quick training learns from. More views teach better and take more room on the disk."),
        ),
        "device": (tr("Computed on"), ""),
        "precision": (
            tr("Precision of the backbone"),
            tr("Mixed is faster on most GPUs. Masks and losses are always computed in single precision."),
        ),
        "split": (tr("Split of the pictures"), ""),
        "region": (
            tr("Read of each picture"),
            tr("For photographs in which the object is small or off-centre, let it be found first."),
        ),
        "seed": (tr("Seed"), tr("The same seed repeats the same training.")),
        "name": (tr("Name of the run (optional)"), tr("You will find it by this name.")),
    }
    description = TrainSettings.model_fields[name].description or ""
    return known.get(name, (name.replace("_", " ").capitalize(), description))


def title(name: str, value: str) -> str:
    """What a value of a setting is called where its name does not speak for itself."""
    known = {
        ("background", AUTO_BACKGROUND): tr("The folder's _background"),
        ("background", NONE): tr("Each other alone"),
        ("background", OTHERS): tr("All other categories"),
        ("background", SHUFFLED): tr("Its own pictures, shuffled"),
        ("backbone", "efficientnet_lite0"): tr("EfficientNet-Lite0 (small, quick)"),
        ("backbone", "squeezenet1_1"): tr("SqueezeNet 1.1 (small, older)"),
        ("backbone", "vgg16"): tr("VGG-16 (large, slower)"),
        ("variant", "partscope"): tr("Partscope's recipe"),
        ("variant", "paper"): tr("The paper's equation 1"),
        ("variant", "released"): tr("The authors' released code"),
        ("training", "quick"): tr("Quick: the new layers"),
        ("training", "full"): tr("Full: every layer"),
        ("loss", "logistic"): tr("A yes or no for each category"),
        ("loss", "softmax"): tr("One answer among all categories"),
        ("views", ""): tr("As there is room"),
        ("views", "windows"): tr("Also mirrored and moved: 0.7 MB each"),
        ("views", "plain"): tr("Only as it is: 0.3 MB each"),
        ("precision", ""): tr("Mixed on GPUs made for it"),
        ("precision", "single"): tr("Single"),
        ("precision", "mixed"): tr("Mixed with bfloat16"),
        ("answer", "weighed"): tr("All its filters see, weighed at the end"),
        ("answer", "votes"): tr("Votes of its filters"),
        ("answer", "layers"): tr("Hidden layers, as in the paper"),
        ("split", "careful"): tr("Careful: copies stay together"),
        ("split", "released"): tr("As in the authors' code (leaks)"),
        ("region", "whole"): tr("The whole picture"),
        ("region", "object"): tr("The object, found in it"),
        ("region", "boxes"): tr("The boxes that come with the folder"),
        ("weights", "bundled"): tr("Bundled, learned on ImageNet"),
        ("weights", "torchvision"): tr("torchvision's (downloads)"),
        ("weights", "scratch"): tr("None, from scratch"),
    }
    usual = BACKBONE_TITLES.get(value, value) if name == "backbone" else value  # type: ignore[call-overload]
    return str(known.get((name, value), usual))


def preset_words(preset: PresetName | None) -> tuple[str, str]:
    """Title of a preset, None for somebody's own settings, and what it does and costs in plain words."""
    match preset:
        case "quick-look":
            return tr("Quick look"), tr(
                "A first answer, usually in minutes: only the new layers learn, over a small backbone."
            )
        case "thorough":
            return tr("Thorough"), tr(
                "Twice the filters, three times the epochs: looks for more parts and takes several times as long."
            )
        case "paper":
            return (
                tr("As in the paper"),
                tr("A large network (VGG-16) learns in every layer. Needs a background and a GPU, and takes hours."),
            )
        case None:
            return tr("Your own"), tr("Settings that you have changed. Choose a preset to go back to it.")


def meaning(name: str, values: dict[str, Any]) -> str:
    """What the value chosen means, in plain words; empty where the title says it all. `values`: of all settings."""
    if name == "weights" and values["weights"] == "scratch" and not OFFERED_WEIGHTS[values["backbone"]]:
        return tr("This network's weights come as a MatConvNet file (imagenet-….mat): choose it by A file…")
    known = {
        ("weights", "bundled"): tr("Comes with the program; needs no network."),
        ("weights", "torchvision"): tr("Learned on ImageNet; fetched once from the network."),
        ("weights", "scratch"): tr("The backbone knows nothing: quick training will find little on its maps."),
        ("variant", "partscope"): tr("A mask at each filter's peak and a steady filter loss."),
        ("variant", "paper"): tr("A mask at each filter's peak and the loss as printed, nothing added."),
        ("variant", "released"): tr("Masks around the centre of mass, on two layers, as wide as each filter needs."),
        ("training", "quick"): tr("The backbone stays as it is, its maps are computed once. Minutes on two cores."),
        ("training", "full"): tr("As in the paper: the backbone learns too. Hours without a GPU; needs a background."),
        ("answer", "weighed"): tr(
            "Partscope's recipe only: masks teach the filters their parts; the finished answer reads whole maps."
        ),
        ("answer", "votes"): tr("Partscope's recipe only: each filter adds its weight times what its mask leaves."),
        ("answer", "layers"): tr("What the masked maps mean is worked out by layers, which also see where it lies."),
        ("loss", "logistic"): tr("Each category is judged by itself; a picture may show none."),
        ("loss", "softmax"): tr("The probabilities of all categories add up to one."),
        ("region", "object"): tr(
            "Finds the region where the category shows, and enlarges it. Reading takes three to five times as long."
        ),
        ("region", "boxes"): tr("Each box of a picture is read by itself; pictures without a box are read as a whole."),
        ("split", "careful"): tr("Objects of one photograph and copies never straddle training and test."),
        ("split", "released"): tr("Only to compare with published figures: the test is easier than it should be."),
    }
    return known.get((name, str(values[name])), "")
