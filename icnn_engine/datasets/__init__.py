"""Folders of images: listed, read, checked, split; their landmarks. No torch; Pillow only when a picture is opened."""

from icnn_engine.datasets.checkup import check_folder, check_picture
from icnn_engine.datasets.listing import list_folder
from icnn_engine.datasets.pictures import read_picture, read_thumbnail, to_square
from icnn_engine.datasets.splitting import split_pictures
from icnn_engine.datasets.tables import read_landmarks

__all__ = [
    "check_folder",
    "check_picture",
    "list_folder",
    "read_landmarks",
    "read_picture",
    "read_thumbnail",
    "split_pictures",
    "to_square",
]
