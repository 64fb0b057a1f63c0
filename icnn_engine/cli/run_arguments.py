"""Arguments and help of the commands that read a run: measure, filters, figures and others."""

from __future__ import annotations

import argparse

from icnn_engine.cli.arguments import (
    ANNOTATION_FORMATS,
    FIGURE_FORMATS,
    RUNS,
    Command,
    add_dpi,
    add_format,
    add_json,
    add_language,
    add_output,
    add_run,
    path,
)

KINDS = ("parts", "comparison", "filter", "stages", "positions", "coverage", "forbidden")


def _measure(parser: argparse.ArgumentParser) -> None:
    add_run(parser)
    parser.add_argument("--landmarks", type=path, metavar="CSV", help="landmarks: image,part,x,y")
    add_json(parser)


def _switch(parser: argparse.ArgumentParser) -> None:
    add_run(parser)
    parser.add_argument("--filters", type=int, nargs="+", default=[], metavar="N", help="filters to switch off")
    parser.add_argument(
        "--parts", type=int, nargs="+", default=[], metavar="N", help="parts to switch off, numbered as by 'filters'"
    )
    parser.add_argument(
        "--masks",
        action="store_true",
        help="switch the masks off, if the answer reads masked maps (the network was not trained without them)",
    )


def _filters(parser: argparse.ArgumentParser) -> None:
    add_run(parser)
    parser.add_argument("--twin", action="store_true", help="list the filters of the ordinary twin instead")


def _explain(parser: argparse.ArgumentParser) -> None:
    add_run(parser)
    add_json(parser, "print one JSON object; draw no figure")
    parser.add_argument("pictures", type=path, nargs="+", metavar="PICTURE", help="picture to explain")
    parser.add_argument(
        "--box",
        type=float,
        nargs=4,
        metavar=("X", "Y", "WIDTH", "HEIGHT"),
        help="box of the object in the picture, pixels, for a run that reads objects or boxes",
    )
    add_output(parser, "folder of the figures [RUN/figures]")
    add_format(parser)


def _figures(parser: argparse.ArgumentParser) -> None:
    add_run(parser)
    parser.add_argument(
        "--kind",
        choices=KINDS,
        nargs="+",
        default=("parts", "comparison", "stages", "positions"),
        help="figures to draw [parts comparison stages positions]",
    )
    parser.add_argument(
        "--filter", type=int, metavar="N", help="filter to draw [the best of the largest part; positions: all]"
    )
    parser.add_argument("--picture", metavar="NAME", help="picture of the run for the stages [the filter's strongest]")
    parser.add_argument(
        "--column", choices=("single", "double"), default="double", help="width: 3.5 or 7.2 inches [double]"
    )
    add_language(parser)
    add_output(parser, "folder to write into [RUN/figures]")
    add_format(parser)


def _report(parser: argparse.ArgumentParser) -> None:
    add_run(parser)
    parser.add_argument("--output", type=path, metavar="FILE", help="file to write, .html or .pdf [RUN/report.html]")
    parser.add_argument("--title", metavar="TEXT", help="title of the report [as kept by the window, else its own]")
    parser.add_argument("--note", metavar="TEXT", help="note of its author, below the title [as kept by the window]")
    add_language(parser)


def _export(parser: argparse.ArgumentParser) -> None:
    add_run(parser)
    parser.add_argument(
        "--what",
        choices=("figures", "tables", "heatmaps", "bulk", "annotations", "onnx", "all"),
        default="figures",
        help="what to write; 'all' is figures, tables and heatmaps [figures, and the tables with them]",
    )
    parser.add_argument("--filter", type=int, metavar="N", help="only this filter [the best filter of each part]")
    many = parser.add_argument_group("bulk and annotations")
    many.add_argument(
        "--side",
        choices=("held-out", "train", "choose", "test", "all"),
        help="pictures [bulk: held-out, annotations: all]",
    )
    many.add_argument("--category", default="", metavar="TEXT", help="only pictures of this category [all]")
    bulk = parser.add_argument_group("bulk")
    bulk.add_argument(
        "--filters", choices=("parts", "starred", "all"), default="parts", help="filters, without --filter [parts]"
    )
    bulk.add_argument(
        "--kinds",
        choices=("overlays", "heatmaps", "maps", "peaks"),
        nargs="+",
        default=("overlays", "peaks"),
        help="kinds of files [overlays peaks]",
    )
    bulk.add_argument("--twin", action="store_true", help="filters of the ordinary twin instead")
    add_output(
        parser,
        "folder to write into [RUN/figures, bulk: RUN/export, annotations: RUN/annotations]; onnx: file "
        "[RUN/onnx/model.onnx]",
    )
    parser.add_argument(
        "--format",
        choices=(*FIGURE_FORMATS, *ANNOTATION_FORMATS),
        action="append",
        metavar="FORMAT",
        help="of figures: png, svg or pdf [png]; of annotations: coco, yolo, labelme, cvat or landmarks, and --format "
        "again for each further one [all]",
    )
    add_dpi(parser)


def _runs(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("place", type=path, nargs="?", default=RUNS, metavar="PLACE", help=f"folder of runs [{RUNS}]")
    parser.add_argument("--compare", type=path, nargs=2, metavar=("RUN", "OTHER"), help="two runs instead of a list")


RUN_COMMANDS = {
    "measure": Command(
        "Measure accuracy, location stability and equivariance of both networks, with their baselines.",
        "Location instability needs landmarks: a CSV with the columns image,part,x,y (x and y in pixels; image is the\n"
        "path below the folder). A landmarks.csv at the top of the folder is used by default. Values that cannot be\n"
        "measured are empty (null in JSON).\n\n"
        "Example:\n  partscope measure runs/20250101-120000-fox --landmarks marks.csv --json",
        _measure,
    ),
    "switch": Command(
        "Switch filters, parts or masks off; print the change of the accuracy, category by category.",
        "The interpretable network is used as it was trained, on the test pictures; nothing is stored.\n\n"
        "Examples:\n  partscope switch RUN --parts 1 2\n  partscope switch RUN --filters 3 17",
        _switch,
    ),
    "filters": Command(
        "List the filters of a run by the part they hold.",
        "Filters that hold the same part stand together: largest part first, in each the filter first that follows\n"
        "best. shift, mirror, transplant, enlarged: share of peaks that follow the content; slope: distance the peaks\n"
        "move, relative to the content's; grounding: share of the activation that the crop alone keeps. The last\n"
        "column names failed tests.",
        _filters,
    ),
    "explain": Command(
        "Explain the answer about any picture: probability, parts behind it, a figure.",
        "With --json one object is printed and nothing is drawn: for each picture the answer, its logit, the term of\n"
        "each filter in it, and each filter's peak and crop in pixels of the upright picture. It is said if a picture\n"
        "is unlike the training pictures.\n\n"
        "Example:\n  partscope explain runs/20250101-120000-fox holiday/*.jpg --output answers",
        _explain,
    ),
    "figures": Command(
        "Draw figures of a run for a paper.",
        "parts: a row for each part. comparison: the same pictures by the network, its twin and CAM. filter: a page\n"
        "about one filter. stages: one filter in one picture, step by step. positions: where the peaks lie, beside\n"
        "the twin's. coverage: how often answers are right where pictures unlike the training pictures are left out.\n"
        "forbidden: before and after, of a run made by 'forbid'. Stages, positions, coverage fit a single column.\n"
        "\nExamples:\n"
        "  partscope figures RUN --kind parts comparison --format pdf\n"
        "  partscope figures RUN --kind stages positions --filter 12 --column single --format svg",
        _figures,
    ),
    "report": Command(
        "Write a one-page summary of a run for decision makers.",
        "The training, the parts with pictures in plain words, the accuracy, the errors, and the limits of all this.\n"
        "Parts with a name or a star come first. The file's extension chooses the format: .html is one self-contained\n"
        "file, .pdf is for paper.\n\nExample:\n  partscope report RUN --output report.pdf",
        _report,
    ),
    "export": Command(
        "Write figures, tables and heatmaps of a run.",
        "figures: the parts, the comparison with the twin and CAM, a page about each part's filter.\n"
        "tables: the measurements as CSV, Markdown and LaTeX. heatmaps: each held-out picture of the category.\n"
        "bulk: chosen filters on chosen pictures, as overlays, heatmaps, maps (.npy) and a table of peaks; the same\n"
        "command again continues where it stopped.\n"
        "annotations: where the parts lie, for labelling tools (coco, yolo, labelme, cvat) and for Partscope\n"
        "(landmarks). They are guesses of the filters, to be corrected; files that are there are never replaced.\n"
        "onnx: the interpretable network for other programs, with its normalisation, and example.py beside it;\n"
        "compared with PyTorch where onnxruntime is installed.\n\n"
        "Examples:\n"
        "  partscope export RUN --format pdf\n"
        "  partscope export RUN --what bulk --filters all --kinds overlays maps peaks --output all\n"
        "  partscope export RUN --what heatmaps --filter 12 --output heatmaps\n"
        "  partscope export RUN --what annotations --format cvat --format yolo --output annotations\n"
        "  partscope export RUN --what onnx --output fox.onnx",
        _export,
    ),
    "runs": Command(
        "List the runs in a folder, or compare two.",
        "Unfinished runs are listed, too. --compare prints the settings that differ, and the measurements of both.\n\n"
        "Examples:\n  partscope runs\n  partscope runs --compare RUN OTHER",
        _runs,
    ),
}
