"""What the command palette offers: the actions of the menus, what was open lately, and what the open run holds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from app.core.context import Context
from app.filters.filter_words import filter_state, filter_title
from app.shell.actions import Actions, keys_of, plain
from app.shell.palette import PaletteEntry
from icnn_engine.core.events import NetworkName
from icnn_engine.runs.notes import part_title
from icnn_engine.runs.run_folder import Run

Command = tuple[PaletteEntry, Callable[[], object]]


def tr(text: str) -> str:
    """A text of the palette in the user's language."""
    return QCoreApplication.translate("Commands", text)


def commands(actions: Actions, context: Context) -> list[Command]:
    """Everything that can be done now, with what does it: actions first, pictures of the run last."""
    settings, found = context.settings, list(_actions(actions))
    found += [_recent(context, path, tr("Recent folder")) for path in settings.recent_folders()]
    found += [_recent(context, path, tr("Recent run")) for path in settings.recent_runs()]
    if context.session.run is not None:
        found += [*_filters(context, context.session.run), *_pictures(context, context.session.run)]
    return found


def _actions(actions: Actions) -> Iterator[Command]:
    for menu in actions.menus:
        yield from _of_menu(menu, plain(menu.title()), (actions.recent_folders, actions.recent_runs))


def _of_menu(menu: QMenu, kind: str, without: tuple[QMenu, ...]) -> Iterator[Command]:
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            if below not in without:
                yield from _of_menu(below, f"{kind} › {plain(below.title())}", without)
        elif action.isEnabled() and not action.isSeparator():
            yield PaletteEntry(plain(action.text()), kind, keys_of(action)), action.trigger


def _recent(context: Context, path: Path, kind: str) -> Command:
    return PaletteEntry(str(path), kind), partial(context.requests.open.emit, path)


def _filters(context: Context, run: Run) -> Iterator[Command]:
    seen, remarks = set(), context.notes.remarks
    for one in run.filters:
        if one.group >= 0 and one.group not in seen:
            seen.add(one.group)
            title = part_title(NetworkName.INTERPRETABLE, one.group, remarks)
            yield PaletteEntry(title, filter_title(one), usual=False), partial(_show_filter, context, one.index)
    for one in run.filters:
        name, title = remarks.name_of(one), filter_title(one)
        title = tr("{filter}: {name}").format(filter=title, name=name) if name else title
        yield PaletteEntry(title, filter_state(run, one), usual=False), partial(_show_filter, context, one.index)


def _pictures(context: Context, run: Run) -> Iterator[Command]:
    kind = tr("Picture of the run")
    for i, picture in enumerate(run.pictures):
        yield PaletteEntry(picture.name, kind, usual=False), partial(_show_picture, context, run, i)


def _show_filter(context: Context, index: int) -> None:
    context.requests.page.emit("filters")
    context.session.set_filter(index)


def _show_picture(context: Context, run: Run, index: int) -> None:
    context.requests.page.emit("filters")
    context.requests.picture.emit(run.pictures[index].where(run.images))
