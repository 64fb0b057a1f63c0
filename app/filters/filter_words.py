"""Texts about a filter: its title, its part, its figures against untrained filters and the other network."""

from __future__ import annotations

from math import isnan, nan

from PySide6.QtCore import QCoreApplication

from app.filters.filter_facts import Fact, Scale
from app.widgets.pictures.compute_scene import TWIN
from icnn_engine.core.events import NetworkName
from icnn_engine.core.number_words import signed
from icnn_engine.figures.common import category_of
from icnn_engine.inspection.verdicts import failed_tests
from icnn_engine.metrics import WEAK_AUC
from icnn_engine.runs.network_words import channel_words, is_converted, is_own
from icnn_engine.runs.notes import Notes
from icnn_engine.runs.run_folder import Run, RunFilter

UNKNOWN = "–"


def tr(text: str) -> str:
    """Return a text of the Filters page in the user's language."""
    return QCoreApplication.translate("FilterWords", text)


def filter_title(filter: RunFilter) -> str:
    """Return 'Filter 12', of a network of the user's own 'Filter 12 · channel 217'."""
    return _with_channel(tr("Filter {number}").format(number=filter.index), filter)


def _with_channel(title: str, filter: RunFilter) -> str:
    channel = channel_words(filter)
    return f"{title} · {channel}" if channel else title


def filter_heading(filter: RunFilter, notes: Notes) -> str:
    """Return 'wing · part 1 · filter 9', without a name 'Part 1 · filter 9', of a filter in no part 'Filter 9'."""
    name, part = notes.name_of(filter), filter.group + 1
    if not name and filter.group < 0:
        return filter_title(filter)
    text = tr("{name} · filter {index}") if name else tr("Part {part} · filter {index}")
    if name and filter.group >= 0:
        text = tr("{name} · part {part} · filter {index}")
    return _with_channel(text.format(name=name, part=part, index=filter.index), filter)


def filter_state(run: Run, filter: RunFilter) -> str:
    """Return in words which part a filter holds, with its category, and the network if it is the twin."""
    part, category = _part(run, filter), category_of(run, filter)
    part = f"{category} · {part}" if category else part
    if filter.network != TWIN:
        return part
    if is_converted(run):
        return tr("original · {part}").format(part=part)
    text = tr("random weights · {part}") if is_own(run) else tr("twin · {part}")
    return text.format(part=part)


def _part(run: Run, filter: RunFilter) -> str:
    if filter.dead:
        return tr("never fires")
    if filter.group < 0:
        return _no_part(run, filter)
    alike = sum(other.group == filter.group for other in run.of(NetworkName(filter.network)))
    if run.judged:
        words = tr("holds part {number}") if alike == 1 else tr("holds part {number}, with {more} more")
    else:
        words = tr("group {number}; not judged") if alike == 1 else tr("group {number}, {count} filters; not judged")
    return words.format(number=filter.group + 1, count=alike, more=alike - 1)


def _no_part(run: Run, filter: RunFilter) -> str:
    if not run.judged:
        return tr("not steady enough; not judged")
    if filter.partner >= 0:
        return tr("does not hold: swaps places with filter {other}").format(other=filter.partner)
    if "eligible" in failed_tests(filter):
        return tr("does not hold: too few pictures")
    return tr("does not hold a part")


def number(value: float | None, digits: int = 2) -> str:
    """Return a figure as text, a dash if it is not known."""
    return UNKNOWN if value is None or isnan(value) else f"{value:.{digits}f}"


def floor_of(run: Run) -> float:
    """Return the mean `RunFilter.following` of untrained filters; nan if it is not known."""
    return _mean_following(run, "untrained_")


def _mean_following(run: Run, prefix: str) -> float:
    """Return the mean share that a network's filters follow: of shifts, mirrors and transplants, or of shifts alone in
    a run that was not judged. nan if one of them is not known."""
    tests = ("equivariance", "mirror", "transplant") if run.judged else ("equivariance",)
    shares = [run.table.get(prefix + test) for test in tests]
    known = [share for share in shares if share is not None]
    return sum(known) / len(known) if len(known) == len(tests) else nan


def following_fact(run: Run, filter: RunFilter) -> tuple[Fact, Scale]:
    """Return how well a filter follows its part, against untrained filters and against the other network."""
    of_twin = filter.network == TWIN
    floor, other = floor_of(run), _mean_following(run, "" if of_twin else "twin_")
    marks = [(tr("untrained {value}"), floor), (_other_network(run, of_twin), other)]
    if is_own(run):
        marks = marks[1:]
        name = tr("Following")
        hint = tr(
            "How often the peak goes where the content went: the mean of shift, mirror and transplant.\n"
            "The same network with random weights reaches {floor} on average: that much comes from its architecture."
        )
    elif run.judged:
        name = tr("Following")
        hint = tr(
            "How often the peak goes where the content went: the mean of shift, mirror and transplant.\n"
            "Filters that never learned anything reach {floor}, those of the other network {other} on average.\n"
            "Only what lies above the untrained floor was learned."
        )
    else:
        name = tr("Equivariance")
        hint = tr(
            "When the picture is moved, in how many pictures does the peak move with it, to within one cell?\n"
            "Filters that never learned anything reach {floor}, those of the other network {other} on average.\n"
            "Only what lies above the untrained floor was learned."
        )
    fact = Fact(name, number(filter.following), hint=hint.format(floor=number(floor), other=number(other)))
    known = tuple((words.format(value=number(value)), value) for words, value in marks if not isnan(value))
    return fact, Scale(0.0 if isnan(filter.following) else filter.following, known)


def _other_network(run: Run, of_twin: bool) -> str:
    """Return the words for a figure of the other network. of_twin: the filter is the twin's."""
    if is_own(run):
        return tr("your network {value}") if of_twin else tr("random weights {value}")
    if is_converted(run):
        return tr("converted {value}") if of_twin else tr("original {value}")
    return tr("interpretable {value}") if of_twin else tr("twin {value}")


def other_facts(run: Run, filter: RunFilter) -> list[Fact]:
    """Return gain, background AUC, strength and effective field of a filter."""
    gain = filter.following - floor_of(run)
    gained = Fact(
        tr("Gained by training"),
        UNKNOWN if isnan(gain) else signed(gain),
        tr("learned") if gain > 0 else tr("not learned"),
        tr("What it follows minus what filters follow that never learned anything"),
    )
    if is_own(run):
        gained = Fact(
            tr("Above random weights"),
            UNKNOWN if isnan(gain) else signed(gain),
            tr("of following"),
            tr("What it follows minus what filters of the same network with random weights follow"),
        )
    return [
        gained,
        *_background_fact(run, filter),
        Fact(
            tr("Strength"),
            number(filter.strength),
            tr("mean peak"),
            tr("Mean of the highest activation over all pictures of the category"),
        ),
        Fact(
            tr("Effective field"),
            tr("{side:.0f} px").format(side=filter.effective_field),
            tr("of {size} px").format(size=run.geometry.input_size),
            tr("The smallest square around the peak that holds two thirds of what really moves the filter, in pixels "
               "of the network's input.\nCrops and frames show this field. In theory a cell sees {field} px.").format(
                field=run.geometry.field
            ),
        ),
    ]  # fmt: skip


def _background_fact(run: Run, filter: RunFilter) -> list[Fact]:
    """Return how surely the filter's peak tells its category from the background; nothing if the run has no
    background."""
    if isnan(filter.background_auc):
        return []
    hint = tr(
        "Of a held-out picture of {category} and one of the background, how often is the peak higher on {category}?\n"
        "1 is always, 0.5 is tossing a coin. Under {weak} the filter is bound to the background: it answers to what is "
        "around the category."
    ).format(category=run.categories[filter.category], weak=WEAK_AUC)
    bound = not filter.dead and filter.background_auc < WEAK_AUC
    note = tr("background-bound") if bound else tr("of its peak")
    return [Fact(tr("Stronger than background"), number(filter.background_auc), note, hint)]
