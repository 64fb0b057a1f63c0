"""The engine of Partscope: interpretable CNNs without a window. Nothing heavy is imported here."""

__version__ = "0.1.0"
