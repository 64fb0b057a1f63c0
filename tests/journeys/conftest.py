"""Journeys drive the real window and the real engine, on a few drawn creatures."""

from tests.app.conftest import application, context, pytest_collection_modifyitems, store

__all__ = ["application", "context", "pytest_collection_modifyitems", "store"]
