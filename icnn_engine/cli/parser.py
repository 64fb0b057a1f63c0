"""What can be said on the command line, and what `--help` says about it. Imports nothing heavy."""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from icnn_engine import __version__

if TYPE_CHECKING:
    from pydantic.fields import FieldInfo

RUNS = Path("runs")
ABOUT = "Discovers, without any part annotation, which parts (head, wing, wheel) a CNN has learned."
START = """\
To begin:
  partscope demo                        the whole job on drawn creatures, in a few minutes
  partscope check PHOTOS                what a folder of pictures holds, and what is wrong with it
  partscope train PHOTOS                find the parts; leaves a run folder in ./runs
  partscope measure runs/RUN            how far to trust them
  partscope experiment PHOTOS           the same over several categories, seeds and networks, with intervals
  partscope explain runs/RUN cat.jpg    why this answer?

PHOTOS has a sub-folder for each category: PHOTOS/fox/*.jpg, PHOTOS/_background/*.jpg. The category called
_background is what the others are told from; without one the other categories are, or shuffled pictures.
'partscope COMMAND --help' explains a command. Without a command, 'python main.py' opens the window.
"""


def make_parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of a command line. The options of `train` are built from its settings, which takes a moment, so
    only where `arguments` ask for that command."""
    parser = argparse.ArgumentParser(
        prog="partscope", description=ABOUT, epilog=START, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"partscope {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_check(commands)
    train = _add(commands, "train", "Find the parts of a category; leave a run folder.", TRAIN_EXAMPLES)
    if "train" in arguments:
        _fill_train(train)
    experiment = _add(commands, "experiment", "Compare networks over categories and seeds; a table.", STUDY_EXAMPLES)
    if "experiment" in arguments:
        _fill_experiment(experiment)
    _add_measure(commands)
    _add_switch(commands)
    _add_filters(commands)
    _add_explain(commands)
    _add_figures(commands)
    _add_report(commands)
    _add_export(commands)
    _add_runs(commands)
    _add_demo(commands)
    return parser


TRAIN_EXAMPLES = """\
Trains three networks on the same pictures, split and seed: the interpretable one, its ordinary twin, and a small one
for CAM. Ctrl-C stops; what was learned is kept after every epoch and every minute: --resume goes on.

Examples:
  partscope train PHOTOS                              a folder with one category, or with _background
  partscope train PHOTOS --category fox --background others
  partscope train PHOTOS --preset thorough --filters 64
  partscope train PHOTOS --category fox --background _background --seed 1 --output results
  partscope train --resume runs/RUN                   after Ctrl-C, a crash or a power cut
"""


STUDY_EXAMPLES = """\
Trains the ordinary network, the paper's, the released and our own side by side on one split, for every category, seed
and backbone, and prints the table with 95 % intervals. The same command again goes on where it stopped; more
categories or seeds make the table of the same place grow. Ctrl-C loses the cell under way only.

Examples:
  partscope experiment PHOTOS --categories fox zebra --seeds 0 1 2 --output runs/foxes-and-zebras
  partscope experiment PHOTOS --together logistic softmax --no-alone
  partscope experiment PHOTOS --backbones efficientnet_lite0 squeezenet1_1 --background elsewhere/negatives
  partscope experiment PHOTOS --repeat runs/foxes-and-zebras/study.toml --output runs/again
"""


def _add(commands: Any, name: str, about: str, more: str = "") -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = commands.add_parser(
        name, help=about, description=about, epilog=more, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    return parser


def _add_check(commands: Any) -> None:
    check = _add(
        commands,
        "check",
        "Open every picture of a folder; say what cannot be used, and why.",
        "Nothing in the folder is changed.\n\nExample:\n  partscope check PHOTOS --json > check.json",
    )
    check.add_argument("folder", type=_path, metavar="FOLDER", help="folder of pictures")
    check.add_argument("--json", action="store_true", help="print one JSON object instead of text")


def _fill_train(train: argparse.ArgumentParser) -> None:
    from icnn_engine.core.config import TrainSettings
    from icnn_engine.core.presets import PRESETS

    train.add_argument("folder", nargs="?", type=_path, metavar="FOLDER", help="folder of pictures")
    train.add_argument(
        "--resume", type=_path, metavar="RUN", help="go on with the training that was interrupted in a run folder"
    )
    train.add_argument("--as-it-is", action="store_true", help="with --resume: learn no more, measure what was learned")
    train.add_argument("--images", type=_path, metavar="FOLDER", help="with --resume: where its pictures are now")
    train.add_argument(
        "--preset",
        choices=tuple(PRESETS),
        help="settings to begin with, which other options change: quick-look, for minutes; thorough, three times the "
        "epochs and twice the filters; paper, VGG-16 with every layer learning, hours even with a GPU [quick-look]",
    )
    _add_settings(train, TrainSettings.model_fields)
    train.add_argument(
        "--output", type=_path, default=RUNS, metavar="PLACE", help=f"folder in which the run folder is made [{RUNS}]"
    )


def _fill_experiment(experiment: argparse.ArgumentParser) -> None:
    from icnn_engine.core.config import BY_CELL, ExperimentSettings, TrainSettings

    experiment.add_argument("folder", type=_path, metavar="FOLDER", help="folder of pictures")
    study = {name: field for name, field in ExperimentSettings.model_fields.items() if name != "training"}
    training = {name: field for name, field in TrainSettings.model_fields.items() if name not in (*BY_CELL, "name")}
    _add_settings(experiment, study | training)
    experiment.add_argument(
        "--repeat", type=_path, metavar="MANIFEST", help="settings of another experiment: study.toml"
    )
    experiment.add_argument(
        "--output", type=_path, metavar="PLACE", help=f"folder of the experiment [{RUNS}/experiment-FOLDER]"
    )


def _add_settings(parser: argparse.ArgumentParser, fields: Mapping[str, FieldInfo]) -> None:
    """An option for each setting; several values for those that are tuples, --no-NAME for those that are yes or no."""
    for name, field in fields.items():
        kind, choices, several = _kind_of(field.annotation)
        option, default = f"--{name.replace('_', '-')}", field.default
        usual = "" if default in (None, "", ()) else f" [{' '.join(map(str, default)) if several else default}]"
        told = f"{field.description}{usual}".replace("%", "%%")
        if kind is bool:
            parser.add_argument(
                option, action=argparse.BooleanOptionalAction, default=argparse.SUPPRESS, help=field.description
            )
            continue
        parser.add_argument(
            option,
            type=kind,
            choices=choices,
            nargs="+" if several else None,
            default=argparse.SUPPRESS,
            metavar=None if choices else {int: "N", float: "X"}.get(kind, "TEXT"),
            help=told,
        )


def _kind_of(annotation: Any) -> tuple[type, tuple[Any, ...] | None, bool]:
    """The type of a setting on the command line, its choices if it has some, and whether it takes several values."""
    if get_origin(annotation) is Literal:
        values = get_args(annotation)
        return type(values[0]), values, False
    if annotation in (str, int, float, bool):
        return annotation, None, False
    if get_origin(annotation) is tuple:
        kind, choices, _ = _kind_of(get_args(annotation)[0])
        return kind, choices, True
    return next(_kind_of(inner) for inner in get_args(annotation) if inner is not NoneType)


def _add_run(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("run", type=_path, metavar="RUN", help="run folder that 'train' has made")
    parser.add_argument(
        "--images", type=_path, metavar="FOLDER", help="where the run's pictures are now, if they have been moved"
    )


def _add_measure(commands: Any) -> None:
    measure = _add(
        commands,
        "measure",
        "Accuracy, stability and equivariance of both networks, with their baselines.",
        "Location instability needs landmarks: a CSV with the columns image,part,x,y (pixels of the picture; image is\n"
        "its path below the folder). A landmarks.csv at the top of the folder is used by itself. What cannot be had\n"
        "is left empty (null in JSON).\n\n"
        "Example:\n  partscope measure runs/20250101-120000-fox --landmarks marks.csv --json",
    )
    _add_run(measure)
    measure.add_argument("--landmarks", type=_path, metavar="CSV", help="landmarks: image,part,x,y")
    measure.add_argument("--json", action="store_true", help="print one JSON object instead of text")


def _add_switch(commands: Any) -> None:
    switch = _add(
        commands,
        "switch",
        "Switch filters, parts or the masks off: what changes in the accuracy, category by category.",
        "On the test pictures, for the interpretable network as it was trained; nothing is kept.\n\n"
        "Examples:\n  partscope switch RUN --parts 1 2\n  partscope switch RUN --filters 3 17",
    )
    _add_run(switch)
    switch.add_argument("--filters", type=int, nargs="+", default=[], metavar="N", help="filters to be silent")
    switch.add_argument(
        "--parts", type=int, nargs="+", default=[], metavar="N", help="parts, as 'filters' numbers them"
    )
    switch.add_argument(
        "--masks",
        action="store_true",
        help="take the masks off, where the answer passes through them (the network was not trained for that)",
    )


def _add_filters(commands: Any) -> None:
    filters = _add(
        commands,
        "filters",
        "List the filters of a run by the part they hold.",
        "Filters that hold the same part stand together: largest part first, in each the filter that follows best.\n"
        "shift, mirror, transplant, enlarged: share of peaks that are where the content went; slope: how much of the\n"
        "way they go; grounding: share of the strength that the crop alone keeps. The last column names failed tests.",
    )
    _add_run(filters)
    filters.add_argument("--twin", action="store_true", help="the filters of the ordinary twin instead")


def _add_explain(commands: Any) -> None:
    explain = _add(
        commands,
        "explain",
        "Ask a run about any picture: the answer, the parts behind it, and a figure.",
        "With --json one object is printed and nothing is drawn: for each picture the answer, its logit, what each\n"
        "filter adds to it, and where each filter's peak and crop lie, in pixels of the upright picture.\n\n"
        "Example:\n  partscope explain runs/20250101-120000-fox holiday/*.jpg --output answers",
    )
    _add_run(explain)
    explain.add_argument("--json", action="store_true", help="print one JSON object; draw no figure")
    explain.add_argument("pictures", type=_path, nargs="+", metavar="PICTURE", help="picture to ask about")
    _add_output(explain, "folder of the figures [RUN/figures]")
    _add_look(explain)


def _add_figures(commands: Any) -> None:
    made = _add(
        commands,
        "figures",
        "Draw chosen figures of a run for a paper.",
        "parts: a row for each part. comparison: the same pictures by the network, its twin and CAM. filter: a page\n"
        "of one filter. stages: how a filter reads one picture. positions: where filters answer strongest, beside the\n"
        "twin. The first three need a double column.\n\nExamples:\n"
        "  partscope figures RUN --kind parts comparison --format pdf\n"
        "  partscope figures RUN --kind stages positions --filter 12 --column single --format svg",
    )
    _add_run(made)
    made.add_argument(
        "--kind",
        choices=("parts", "comparison", "filter", "stages", "positions"),
        nargs="+",
        default=("parts", "comparison", "stages", "positions"),
        help="figures to draw [parts comparison stages positions]",
    )
    made.add_argument("--filter", type=int, metavar="N", help="whose figure [of the largest part; positions: of all]")
    made.add_argument("--picture", metavar="NAME", help="picture of the run for the stages [the filter's strongest]")
    made.add_argument("--column", choices=("single", "double"), default="double", help="3.5 or 7.2 inches [double]")
    _add_language(made)
    _add_output(made, "folder to write into [RUN/figures]")
    _add_look(made)


def _add_report(commands: Any) -> None:
    report = _add(
        commands,
        "report",
        "Write the one-page report of a run, for somebody who decides.",
        "What was trained, the parts with pictures and plain words, how often it is right, where it is wrong, and\n"
        "what that does not tell. Parts that you named or starred come first. The file's end chooses: .html needs\n"
        "nothing else to be read, .pdf is for paper.\n\nExample:\n  partscope report RUN --output report.pdf",
    )
    _add_run(report)
    report.add_argument("--output", type=_path, metavar="FILE", help="file to write, .html or .pdf [RUN/report.html]")
    _add_language(report)


def _add_language(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--language", metavar="CODE", help="language of the texts, for example ko [en]")


def _add_export(commands: Any) -> None:
    export = _add(
        commands,
        "export",
        "Write figures, tables and heatmaps of a run.",
        "figures: the parts, the comparison with the twin and CAM, a page for each part's filter.\n"
        "tables: the measurements as CSV, Markdown and LaTeX. heatmaps: each held-out picture of the category.\n"
        "bulk: chosen filters on chosen pictures, as overlays, heatmaps, maps (.npy) and a table of peaks; the same\n"
        "command again goes on where it stopped.\n\nExamples:\n"
        "  partscope export RUN --format pdf\n"
        "  partscope export RUN --what bulk --filters all --kinds overlays maps peaks --output all\n"
        "  partscope export RUN --what heatmaps --filter 12 --output heatmaps",
    )
    _add_run(export)
    export.add_argument(
        "--what",
        choices=("figures", "tables", "heatmaps", "bulk", "all"),
        default="figures",
        help="what to write; 'all' is all but bulk [figures, and the tables with them]",
    )
    export.add_argument("--filter", type=int, metavar="N", help="only this filter [the best one of each part]")
    _add_bulk(export)
    _add_output(export, "folder to write into [RUN/figures, bulk: RUN/export]")
    _add_look(export)


def _add_bulk(export: argparse.ArgumentParser) -> None:
    bulk = export.add_argument_group("bulk")
    bulk.add_argument(
        "--filters", choices=("parts", "starred", "all"), default="parts", help="whose files, without --filter [parts]"
    )
    bulk.add_argument(
        "--side", choices=("held-out", "train", "choose", "test", "all"), default="held-out", help="pictures [held-out]"
    )
    bulk.add_argument("--category", default="", metavar="TEXT", help="only pictures of this category [all]")
    bulk.add_argument(
        "--kinds",
        choices=("overlays", "heatmaps", "maps", "peaks"),
        nargs="+",
        default=("overlays", "peaks"),
        help="kinds of files [overlays peaks]",
    )
    bulk.add_argument("--twin", action="store_true", help="of the ordinary twin instead")


def _add_output(parser: argparse.ArgumentParser, text: str) -> None:
    parser.add_argument("--output", type=_path, metavar="FOLDER", help=text)


def _add_look(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=("png", "svg", "pdf"), default="png", help="kind of file [png]")
    parser.add_argument("--dpi", type=_dpi, default=200, metavar="N", help="dots per inch of figures [200]")


def _path(text: str) -> Path:
    """A path that was really given: an empty one would be the folder one is in."""
    if not text.strip():
        raise argparse.ArgumentTypeError("the path is empty; write . for the folder you are in")
    return Path(text)


def _dpi(text: str) -> int:
    value = int(text)
    if not 30 <= value <= 1200:
        raise argparse.ArgumentTypeError("must be 30 to 1200")
    return value


def _count(text: str) -> int:
    value = int(text)
    if value < 40:
        raise argparse.ArgumentTypeError("must be 40 or more")
    return value


def _add_runs(commands: Any) -> None:
    runs = _add(
        commands,
        "runs",
        "List the runs in a folder, or show two side by side.",
        "Runs that were never finished are listed, too. Side by side: the settings that differ, and the figures of\n"
        "both.\n\nExamples:\n  partscope runs\n  partscope runs --compare RUN OTHER",
    )
    runs.add_argument("place", type=_path, nargs="?", default=RUNS, metavar="PLACE", help=f"folder of runs [{RUNS}]")
    runs.add_argument("--compare", type=_path, nargs=2, metavar=("RUN", "OTHER"), help="two runs instead of a list")


def _add_demo(commands: Any) -> None:
    demo = _add(
        commands,
        "demo",
        "The whole job on drawn creatures: draw, train, measure, figures.",
        "The creatures' parts are known, so the stability of the filters can be measured. It needs no network.\n\n"
        "Example:\n  partscope demo --output demo --pictures 200",
    )
    demo.add_argument(
        "--output", type=_path, default=RUNS, metavar="PLACE", help=f"folder for the pictures and the run [{RUNS}]"
    )
    demo.add_argument(
        "--pictures", type=_count, default=160, metavar="N", help="how many creatures, and as many empty places [160]"
    )
    demo.add_argument("--epochs", type=int, default=None, metavar="N", help="passes over the pictures [as 'train']")
    demo.add_argument("--seed", type=int, default=0, metavar="N", help="seed of the pictures and of the training [0]")
