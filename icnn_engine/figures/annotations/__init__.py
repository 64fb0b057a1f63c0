"""Positions of a run's parts as files of labelling tools: COCO, YOLO, LabelMe, CVAT, and landmarks.csv. No torch."""

from icnn_engine.figures.annotations.export import (
    FORMATS,
    AnnotationFormat,
    count_annotation_files,
    export_annotations,
)

__all__ = ["FORMATS", "AnnotationFormat", "count_annotation_files", "export_annotations"]
