"""Arguments and help of the commands that read or make a folder of pictures: check, train, experiment, demo, sample."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from icnn_engine.cli.arguments import RUNS, Command, add_folder, add_json, count, path

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

TRAIN_EXAMPLES = """\
Trains three networks on the same pictures, split and seed: the interpretable network, its ordinary twin, and a small
CAM network. Ctrl-C stops. A checkpoint is kept after every epoch and every minute; --resume continues from it.

Examples:
  partscope train PHOTOS                              a folder with one category, or with _background
  partscope train PHOTOS --category fox --background others
  partscope train PHOTOS --preset thorough --filters 64
  partscope train PHOTOS --category fox --background _background --seed 1 --output results
  partscope train --resume runs/RUN                   after Ctrl-C, a crash or a power cut
"""

SAMPLE_EXAMPLES = """\
Draws creatures and the same scenery without them, with landmarks.csv; with --area also boxes.csv, each creature filling
that share of the picture, anywhere in it. With --defects: machine parts, scratched or not, with the scratches in
boxes.csv. With --marked, nine in ten creatures have a coloured dot and one picture in twenty lies in the wrong folder;
.truth.csv tells which. The same seed draws the same pictures; only a sample is ever drawn over.

Examples:
  partscope sample creatures
  partscope sample small --area 0.05
  partscope sample herd --area 0.08 --creatures 3
  partscope sample parts --defects --pictures 200
  partscope sample marked --marked
"""

EXPERIMENT_EXAMPLES = """\
Trains the ordinary network, the paper's, the released and our own side by side on one split, for every category, seed
and backbone, and prints the table with 95 % intervals. The same command again resumes it; more categories or seeds add
cells to the table in the same folder. Ctrl-C loses only the cell under way.

Examples:
  partscope experiment PHOTOS --categories fox zebra --seeds 0 1 2 --output runs/foxes-and-zebras
  partscope experiment PHOTOS --together logistic softmax --no-alone
  partscope experiment PHOTOS --backbones efficientnet_lite0 squeezenet1_1 --background elsewhere/negatives
  partscope experiment PHOTOS --repeat runs/foxes-and-zebras/study.toml --output runs/again
"""


def _check(parser: argparse.ArgumentParser) -> None:
    add_folder(parser)
    add_json(parser)


def _train(parser: argparse.ArgumentParser) -> None:
    from icnn_engine.core.config import TrainSettings
    from icnn_engine.core.presets import PRESETS

    add_folder(parser, optional=True)
    parser.add_argument("--resume", type=path, metavar="RUN", help="resume the interrupted training of a run folder")
    parser.add_argument(
        "--as-it-is", action="store_true", help="with --resume: train no further, measure the networks as they are"
    )
    parser.add_argument(
        "--images", type=path, metavar="FOLDER", help="with --resume: folder of the pictures, if it was moved"
    )
    parser.add_argument(
        "--preset",
        choices=tuple(PRESETS),
        help="settings that the other options change: quick-look, for minutes; thorough, three times the epochs and "
        "twice the filters; paper, VGG-16 with all layers trained, hours even with a GPU [quick-look]",
    )
    parser.add_argument(
        "--tensorboard",
        action="store_true",
        help="also write the figures of each epoch into RUN/tensorboard; 'tensorboard --logdir runs' shows them live",
    )
    _add_settings(parser, TrainSettings.model_fields)
    parser.add_argument("--output", type=path, default=RUNS, metavar="PLACE", help=f"parent of the run folder [{RUNS}]")


def _experiment(parser: argparse.ArgumentParser) -> None:
    from icnn_engine.core.config import TrainSettings
    from icnn_engine.core.experiment_settings import NOT_IN_EXPERIMENTS, ExperimentSettings

    add_folder(parser)
    own = {name: field for name, field in ExperimentSettings.model_fields.items() if name != "training"}
    training = {name: field for name, field in TrainSettings.model_fields.items() if name not in NOT_IN_EXPERIMENTS}
    _add_settings(parser, own | training)
    parser.add_argument("--repeat", type=path, metavar="MANIFEST", help="settings of another experiment: study.toml")
    parser.add_argument(
        "--output", type=path, metavar="PLACE", help=f"folder of the experiment [{RUNS}/experiment-FOLDER]"
    )


def _demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--output", type=path, default=RUNS, metavar="PLACE", help=f"parent of the pictures and the run folder [{RUNS}]"
    )
    parser.add_argument(
        "--pictures", type=count, default=160, metavar="N", help="number of creatures, and of empty scenes [160]"
    )
    parser.add_argument("--epochs", type=int, default=None, metavar="N", help="passes over the pictures [as 'train']")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="seed of the pictures and of the training [0]")


def _sample(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=path, metavar="FOLDER", help="folder to draw; new, empty or an earlier sample")
    parser.add_argument(
        "--pictures", type=count, default=240, metavar="N", help="number of pictures of each of the two kinds [240]"
    )
    parser.add_argument(
        "--area", type=float, metavar="SHARE", help="share of the picture that each creature's box fills, such as 0.1"
    )
    parser.add_argument("--creatures", type=int, default=1, metavar="N", help="with --area: creatures in a picture [1]")
    parser.add_argument("--defects", action="store_true", help="machine parts with and without a scratch")
    parser.add_argument("--marked", action="store_true", help="creatures with a dot, and some wrong labels")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="seed of the pictures [0]")


def _add_settings(parser: argparse.ArgumentParser, fields: Mapping[str, FieldInfo]) -> None:
    """Add an option per setting; several values for tuples, --no-NAME for a bool."""
    for name, field in fields.items():
        kind, choices, several = _kind_of(field.annotation)
        option, default = f"--{name.replace('_', '-')}", field.default
        if kind is bool:
            parser.add_argument(
                option, action=argparse.BooleanOptionalAction, default=argparse.SUPPRESS, help=field.description
            )
            continue
        usual = "" if default in (None, "", ()) else f" [{' '.join(map(str, default)) if several else default}]"
        parser.add_argument(
            option,
            type=kind,
            choices=choices,
            nargs="+" if several else None,
            default=argparse.SUPPRESS,
            metavar=None if choices else {int: "N", float: "X"}.get(kind, "TEXT"),
            help=f"{field.description}{usual}".replace("%", "%%"),
        )


def _kind_of(annotation: Any) -> tuple[type, tuple[Any, ...] | None, bool]:
    """Return the type of a setting on the command line, its choices if it has some, and whether it is a tuple."""
    if get_origin(annotation) is Literal:
        values = get_args(annotation)
        return type(values[0]), values, False
    if annotation in (str, int, float, bool):
        return annotation, None, False
    if get_origin(annotation) is tuple:
        kind, choices, _ = _kind_of(get_args(annotation)[0])
        return kind, choices, True
    return next(_kind_of(inner) for inner in get_args(annotation) if inner is not NoneType)


TRAINING_COMMANDS = {
    "check": Command(
        "Open every picture of a folder; list the files that cannot be used, and why.",
        "Nothing in the folder is changed.\n\nExample:\n  partscope check PHOTOS --json > check.json",
        _check,
    ),
    "train": Command("Train on the pictures of a category; make a run folder.", TRAIN_EXAMPLES, _train),
    "experiment": Command(
        "Compare networks over categories and seeds in a table.", EXPERIMENT_EXAMPLES, _experiment
    ),
    "demo": Command(
        "Try everything on drawn creatures: draw, train, measure, make figures.",
        "The positions of the creatures' parts are known, so the location stability of the filters can be measured.\n"
        "No internet connection is needed.\n\nExample:\n  partscope demo --output demo --pictures 200",
        _demo,
    ),
    "sample": Command("Draw pictures whose truth is known: creatures or machine parts.", SAMPLE_EXAMPLES, _sample),
}  # fmt: skip
