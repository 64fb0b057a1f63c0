"""Reads the boxes of objects in photographs from the files of annotation programs, one format a module."""
