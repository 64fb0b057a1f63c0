"""Lists, reads, checks and splits folders of images, and reads their landmarks.

Imports no torch, and Pillow only when a picture is opened.
"""

from icnn_engine.data.boxes.csv_boxes import read_boxes
from icnn_engine.data.boxes.folder_boxes import boxes_notice, boxes_of
from icnn_engine.data.checkup import check_folder, check_picture, folder_notices
from icnn_engine.data.listing import list_folder
from icnn_engine.data.published import everything_of, landmarks_of, part_regions, published_parts
from icnn_engine.data.reading.pictures import read_picture, read_square, read_thumbnail, to_square
from icnn_engine.data.splitting import split_pictures
from icnn_engine.data.tables.csv_tables import BOXES, CORRECTIONS, GROUPS, LANDMARKS, LEFT_OUT, table_in
from icnn_engine.data.tables.folder_tables import read_landmarks

__all__ = [
    "BOXES",
    "CORRECTIONS",
    "GROUPS",
    "LANDMARKS",
    "LEFT_OUT",
    "boxes_notice",
    "boxes_of",
    "check_folder",
    "check_picture",
    "everything_of",
    "folder_notices",
    "landmarks_of",
    "list_folder",
    "part_regions",
    "published_parts",
    "read_boxes",
    "read_landmarks",
    "read_picture",
    "read_square",
    "read_thumbnail",
    "split_pictures",
    "table_in",
    "to_square",
]
