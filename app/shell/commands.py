"""What the command palette offers: the actions of the menus, what was open lately, and what the open run holds."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QMenu

from app.core.context import Context
from app.filters.filter_words import filter_state, filter_title
from app.shell.actions import Actions, keys_of, plain
from app.shell.palette import PaletteEntry
from app.shell.translator import tr
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.notes import part_title
from icnn_engine.runs.run_folder import Run, RunFilter


def commands(actions: Actions, context: Context) -> list[PaletteEntry]:
    """Return everything that can be done now: pages and other actions, then parts, filters and pictures of the run."""
    settings, run = context.settings, context.session.run
    menus = sorted(actions.menus, key=lambda menu: actions.pages["images"] not in menu.actions())  # that of pages first
    entries = [entry for menu in menus for entry in _of_menu(menu, plain(menu.title()), actions)]
    entries += [_recent(context, path, tr("Recent folder")) for path in settings.recent_folders()]
    entries += [_recent(context, path, tr("Recent run")) for path in settings.recent_runs()]
    if run is not None:
        entries += [*_parts(context, run), *_filters(context, run), *_pictures(context, run)]
    return entries


def _of_menu(menu: QMenu, kind: str, actions: Actions) -> Iterator[PaletteEntry]:
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            if below not in (actions.recent_folders, actions.recent_runs):
                yield from _of_menu(below, f"{kind} › {plain(below.title())}", actions)
        elif action.isEnabled() and not action.isSeparator():
            yield PaletteEntry(plain(action.text()), kind, action.trigger, keys_of(action))


def _recent(context: Context, path: Path, kind: str) -> PaletteEntry:
    return PaletteEntry(str(path), kind, partial(context.requests.open.emit, path))


def _parts(context: Context, run: Run) -> Iterator[PaletteEntry]:
    first: dict[int, RunFilter] = {}
    for filter in run.filters:
        if filter.group >= 0:
            first.setdefault(filter.group, filter)
    for group, filter in first.items():
        title = part_title(NetworkName.INTERPRETABLE, group, context.notes.remarks)
        yield PaletteEntry(title, filter_title(filter), partial(_show_filter, context, filter.index), usual=False)


def _filters(context: Context, run: Run) -> Iterator[PaletteEntry]:
    for filter in run.filters:
        name, title = context.notes.remarks.name_of(filter), filter_title(filter)
        title = tr("{filter}: {name}").format(filter=title, name=name) if name else title
        show = partial(_show_filter, context, filter.index)
        yield PaletteEntry(title, filter_state(run, filter), show, usual=False)


def _pictures(context: Context, run: Run) -> Iterator[PaletteEntry]:
    kind = tr("Picture of the run")
    for i, picture in enumerate(run.pictures):
        yield PaletteEntry(picture.name, kind, partial(_show_picture, context, i), usual=False)


def _show_filter(context: Context, index: int) -> None:
    context.requests.page.emit("filters")
    context.requests.filter.emit(index)


def _show_picture(context: Context, index: int) -> None:
    context.requests.page.emit("filters")
    context.requests.picture.emit(index)
