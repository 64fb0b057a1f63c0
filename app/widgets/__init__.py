"""Widgets: told what to show, they say what was clicked. They know no session and no job."""
