"""The bars of the recipe: every network's figures as means over the categories of one or more experiments.

partscope experiment FOLDER --seeds 0 1 2 3 4 --variants ordinary partscope --output STUDY
python benchmarks/recipe.py STUDY [STUDY ...]

Each category by itself, over its seeds; intervals (95 %) by a bootstrap over seeds and test pictures, drawn anew for
each category. Groups: of steady filters on the test pictures; a group explains a landmark better than the others where
its part consistency, the mean over its filters, is above 0 and exceeds that of every other landmark; nothing is said
where one of them hardly moves, so that its consistency cannot be measured.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from icnn_engine import metrics
from icnn_engine.evaluation.tables import HELD_OUT_SHARE
from icnn_engine.experiment.experiment_folder import Cell, CellRecords, open_experiment, read_records
from icnn_engine.experiment.experiment_table import ORDINARY, by_seed, sample_of
from icnn_engine.metrics import Draws, Interval

RESAMPLED = ("balanced_accuracy", "instability", "instability_centre", "equivariance")
PLAIN = (
    "mirror",
    "transplant",
    "holding",
    "independent_parts",
    "share_below_centre",
    "equivariance_scale",
    "part_consistency",
    "landmark_distance",
    "deletion",
    "insertion",
)
BY_CATEGORY = (*RESAMPLED[:3], "share_below_centre", *RESAMPLED[3:], "mirror", "holding", "independent_parts")
BARS = {
    "balanced_accuracy": "lower end of the difference at least -.010",
    "instability": "at most .070",
    "equivariance": "at least .85",
    "share_below_centre": "at least .50",
}
STEADY = 0.8  # equivariance from which a filter belongs to a group
LEAD = 0.2  # of a group's part consistency over that of the other landmarks

Group = list[tuple[Cell, CellRecords]]


def groups_of(places: list[Path]) -> dict[str, Group]:
    """The cells of studies by category and backbone."""
    found: dict[str, Group] = {}
    for place in places:
        study = open_experiment(place)
        for cell in study.cells:
            if len(cell.name.task.categories) == 1:
                name = f"{cell.name.task.categories[0]} ({cell.name.backbone.partition('=')[0]})"
                found.setdefault(name, []).append((cell, read_records(study.path, cell.name)))
    return found


def mean_of(draws: list[Draws]) -> Draws:
    """The mean over categories, draw by draw."""
    return Draws(float(np.mean([d.value for d in draws])), np.mean([d.draws for d in draws], axis=0))


def told(found: Interval, form: str = ".3f") -> str:
    """A figure with its interval."""
    return f"{found.mean:{form}} [{found.low:{form}}, {found.high:{form}}]"


def plain(group: Group, network: str, key: str) -> float:
    """The mean over seeds of a figure that is not resampled."""
    return metrics.mean_of_known(by_seed([cell for cell, _ in group], network, key))


def leads(records: CellRecords, network: str) -> np.ndarray:
    """(K,) by how much the group that favours each landmark most explains it better than every other one; nan where
    none favours it, or a landmark hardly moves."""
    one, shown = records.networks[network], np.flatnonzero(records.labels >= 0)
    points = records.points[shown]
    following = metrics.Followed(one.hits[shown], one.counted[shown], one.silent).share()
    places, g = records.geometry.centre(one.cells[shown]), records.geometry
    near = metrics.together(one.cells[shown], one.strengths[shown] > 0, g.stride, g.input_size)
    grouped = metrics.same_part_groups(metrics.part_distances(near, None, one.category), following >= STEADY)
    explained = metrics.part_consistency(places, one.strengths[shown], points, g.stride, HELD_OUT_SHARE).values
    best = np.full(points.shape[1], np.nan)
    for number in range(grouped.max(initial=-1) + 1) if len(best) > 1 else ():
        lower, highest = np.partition(own := explained[grouped == number].mean(0), -2)[-2:]
        if highest > 0:
            favourite = int(own.argmax())
            best[favourite] = np.fmax(best[favourite], highest - lower)
    return best


def table_of(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Markdown."""
    lines = [head, [":--", *["--:"] * (len(head) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def means_table(found: Mapping[str, Group], every: Sequence[Mapping[str, Draws]], networks: Sequence[str]) -> str:
    """Every network's means over the categories, beside the bars."""
    draws = {(n, key): mean_of([e[f"{n}/{key}"] for e in every]) for n in networks for key in RESAMPLED}
    rows = [[key, *(told(metrics.interval(draws[n, key])) for n in networks), BARS.get(key, "")] for key in RESAMPLED]
    rows += [
        [key, *(f"{np.mean([plain(own, n, key) for own in found.values()]):.3f}" for n in networks), BARS.get(key, "")]
        for key in PLAIN
    ]
    if ORDINARY in networks:
        key = "balanced_accuracy"
        apart = [told(metrics.difference(draws[n, key], draws[ORDINARY, key]), "+.3f") for n in networks]
        rows.append([f"{key}, minus {ORDINARY}", *apart, ""])
    return table_of([f"mean over {len(found)}", *networks, "bar"], rows)


def category_table(found: Mapping[str, Group], network: str) -> str:
    """A network's means over seeds, category by category, and in how many seeds a group led for each landmark."""
    rows = []
    for name, group in found.items():
        ahead = np.array([leads(records, network) for _, records in group]) > LEAD
        counted = ", ".join(f"{int(k)} of {len(group)}" for k in ahead.sum(0))
        rows.append([name, *(f"{plain(group, network, key):.3f}" for key in BY_CATEGORY), counted])
    return table_of([network, *BY_CATEGORY, f"seeds with a group {LEAD} ahead, landmark by landmark"], rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("studies", type=Path, nargs="+")
    found = groups_of(parser.parse_args().studies)
    every = [
        metrics.bootstrap([sample_of(*one) for one in group], seed=number)
        for number, group in enumerate(found.values())
    ]
    networks = [name.partition("/")[0] for name in every[0] if name.endswith("/equivariance")]
    print("Seeds:", ", ".join(f"{name}: {len(group)}" for name, group in found.items()))
    print(f"\n{means_table(found, every, networks)}")
    for network in networks:
        print(f"\n{category_table(found, network)}")


if __name__ == "__main__":
    main()
