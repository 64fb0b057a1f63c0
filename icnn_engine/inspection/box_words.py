"""Which filter finds the marked boxes, in a sentence for the report and the command line. No torch."""

from __future__ import annotations

from icnn_engine.core.language import translate
from icnn_engine.core.number_words import out_of_hundred
from icnn_engine.runs.run_folder import Run


def tr(text: str) -> str:
    """Return a text about boxes in the current language."""
    return translate("Boxes", text)


def box_filter(run: Run) -> int | None:
    """Return the filter that finds the marked boxes most often; None where that was not measured."""
    value = run.table.get("box_filter")
    return None if value is None or not 0 <= value < len(run.filters) else int(value)


def box_sentence(run: Run) -> str:
    """Return how often one filter finds the box, fires elsewhere, and shows the box in its crop; "" where that was not
    measured."""
    index, tested = box_filter(run), _count(run, "box_tested")
    if index is None or not tested:
        return ""
    group = run.filters[index].group
    name = tr("Part {part} (its filter {filter})") if group >= 0 else tr("Filter {filter} (not a part)")
    found = tr(
        "{name} peaks on the marked box, or at most one cell beside it, in {found} of {tested} test pictures "
        "({low} to {high} of 100, 95 % interval); a random cell would in {chance}."
    ).format(
        name=name.format(part=group + 1, filter=index),
        found=_share(run, "box_found", tested),
        tested=tested,
        low=out_of_hundred(run.table.get("box_found_low")),
        high=out_of_hundred(run.table.get("box_found_high")),
        chance=_share(run, "box_found_random", tested),
    )
    crop = tr("Its crop holds the whole box in {count} of them.").format(count=_share(run, "box_in_crop", tested))
    return " ".join(filter(None, (found, crop, _elsewhere(run))))


def _elsewhere(run: Run) -> str:
    others = _count(run, "box_others")
    if not others or run.table.get("box_fires_elsewhere") is None:
        return ""
    text = tr("It fires in {fires} of {others} test pictures of something else.")
    return text.format(fires=_share(run, "box_fires_elsewhere", others), others=others)


def _count(run: Run, key: str) -> int:
    return round(run.table.get(key) or 0)


def _share(run: Run, key: str, total: int) -> int:
    """Return a share of the table as a number of pictures."""
    return round((run.table.get(key) or 0) * total)
