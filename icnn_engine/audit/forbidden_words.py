"""What forbidding a part changed, as sentences and as a table. No torch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from icnn_engine.core.events import NetworkName
from icnn_engine.core.language import translate
from icnn_engine.core.number_words import decimal, percent
from icnn_engine.runs.notes import Notes, part_title
from icnn_engine.runs.run_folder import Run

SMALL = 0.02  # mean change of a probability that does not matter


def tr(text: str) -> str:
    return translate("Forbidden", text)


def forbidden_of(run: Run) -> Mapping[str, Any] | None:
    """Return what a run's answer was made to do without (`forbidden_info`); None of other runs."""
    told: Mapping[str, Any] | None = run.info.get("forbidden")
    return told


def forbidden_lines(run: Run) -> tuple[str, ...]:
    """Return in sentences what the run's answer does without and whether that worked; nothing of other runs."""
    told = forbidden_of(run)
    if told is None:
        return ()
    before, after = (told["excess"][when]["mean"] for when in ("before", "after"))
    worked = tr(
        "It still counts: pasted into a picture, it changes a probability by {after} more than anything else does, "
        "before by {before}."
    )
    if after <= SMALL:
        worked = tr(
            "It counts no more than anything else: pasted into a picture, it changes a probability by {after} more, "
            "before by {before}."
        )
    difference = told["accuracy"]["difference"]
    cost = tr("Balanced accuracy changed by {difference}; with it covered in all pictures, by {covered}.")
    return (
        tr("{title} is not allowed in this run: the answer of {run} was fitted anew without it.").format(
            title=told["title"], run=told["of"]
        ),
        worked.format(before=percent(before), after=_share(told["excess"]["after"])),
        cost.format(difference=_signed(difference), covered=_signed(told["covered_accuracy"]["difference"])),
    )


def forbidden_heading() -> tuple[str, str, str, str]:
    """Return the headings of the columns of `forbidden_rows`."""
    return "", tr("before"), tr("after"), tr("difference")


def is_forbidden(run: Run, filter_index: int) -> bool:
    """Return whether a filter of the interpretable network belongs to what the run's answer does without."""
    told = forbidden_of(run)
    return told is not None and filter_index in told["filters"]


def forbidden_rows(run: Run, notes: Notes) -> tuple[tuple[str, str, str, str], ...]:
    """Return the table of before and after: title, before, after, difference, each with its 95 % interval; then what
    each part adds to the logit of its category."""
    told = forbidden_of(run)
    if told is None:
        return ()
    having, tested = told["tested_having"], told["tested"]
    titles = {
        "accuracy": tr("Balanced accuracy, {count} test pictures").format(count=tested),
        "having": tr("Right, {count} pictures with it").format(count=having),
        "lacking": tr("Right, {count} pictures without it").format(count=tested - having),
        "sure": tr("Mean probability of the answer given"),
        "covered": tr("A probability changes, if it is covered, by"),
        "elsewhere": tr("… if as much is covered elsewhere, by"),
        "pasted": tr("… if it is pasted into another picture, by"),
        "stray": tr("… if something else is pasted instead, by"),
        "excess": tr("… by how much more it changes it, pasted"),
    }
    rows = [
        (title, _share(told[name]["before"]), _share(told[name]["after"]), _signed(told[name]["difference"]))
        for name, title in titles.items()
        if name in told
    ]
    covered = [(tr("Balanced accuracy, with it covered"), told["covered_accuracy"])]
    for one in told["recalls"]:
        kind = tr("the background") if one["kind"] == "background" else one["kind"]
        covered.append((tr("Right about {category}, with it covered").format(category=kind), one))
    rows[1:1] = [
        (title, _share(one["before"]), _share(one["after"]), _signed(one["difference"])) for title, one in covered
    ]
    rows.append((tr("Same answer as before"), "", _share(told["agreement"]), ""))
    for part in told["adds"]:
        title = (
            part_title(NetworkName.INTERPRETABLE, part["group"], notes) if part["group"] >= 0 else tr("other filters")
        )
        before, after = part["before"], part["after"]
        name = tr("Added to the logit by {part}").format(part=title)
        rows.append((name, decimal(before), decimal(after), f"{after - before:+.2f}"))
    return tuple(rows)


def _share(values: Mapping[str, float]) -> str:
    mean = percent(values["mean"])
    return f"{mean} [{percent(values['low'])}, {percent(values['high'])}]" if "low" in values else mean


def _signed(values: Mapping[str, float]) -> str:
    mean, low, high = (values.get(name, values["mean"]) for name in ("mean", "low", "high"))
    return f"{100 * mean:+.1f} % [{100 * low:+.1f}, {100 * high:+.1f}]"
