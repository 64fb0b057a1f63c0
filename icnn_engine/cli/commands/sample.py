"""`sample`: draw a folder of pictures whose truth is known."""

from __future__ import annotations

from argparse import Namespace

from icnn_engine.cli.progress import watch
from icnn_engine.core.errors import SettingsError
from icnn_engine.core.language import translate
from icnn_engine.sample import make_defects, make_marked_sample, make_sample, make_sized_sample


def run(options: Namespace) -> int:
    """Draw the sample, a sized or marked one or machine parts; print the folder and how to train on it."""
    if options.defects and (options.area is not None or options.creatures != 1):
        raise SettingsError(translate("Errors", "--defects draws no creatures: leave out --area and --creatures."))
    if options.marked and (options.area is not None or options.defects):
        raise SettingsError(translate("Errors", "--marked draws the plain sample: leave out --area and --defects."))
    if options.creatures != 1 and options.area is None:
        raise SettingsError(translate("Errors", "--creatures needs --area: the share that each of them fills."))
    folder, seed, pictures = options.folder, options.seed, options.pictures
    if options.defects:
        made = watch(make_defects(folder, seed, pictures))
    elif options.marked:
        made = watch(make_marked_sample(folder, seed, pictures))
    elif options.area is not None:
        made = watch(make_sized_sample(folder, options.area, options.creatures, seed, pictures))
    else:
        made = watch(make_sample(folder, seed, pictures, pictures))
    print(f"Pictures: {made}")
    kind = "--category defective --background good" if options.defects else "--category creature"
    print(f"Train:    partscope train {made} {kind}")
    return 0
