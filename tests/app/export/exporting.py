"""Export from the page, for its tests."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.core.context import Context
from app.export.page import ExportPage
from app.widgets.export_list import ExportState


def export(qtbot: QtBot, context: Context, page: ExportPage, *keys: str) -> dict[str, ExportState]:
    """Export into a folder of the test's own; the states in the end by file name."""
    page.form.choose.click()
    page.form.choices.tick(*keys)
    page.form.start.click()
    qtbot.waitUntil(lambda: not context.exports.busy, timeout=120_000)
    return {path.name: entry.state for path, entry in page.list.entries.items()}
