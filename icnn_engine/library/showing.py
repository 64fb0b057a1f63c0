"""What has a picture of itself: shown in a notebook, or by the system's viewer of pictures."""

from __future__ import annotations

import sys

import numpy as np


class Showing:
    """Gives `show` to a class that has `_repr_html_` and `shown_pixels`."""

    __slots__ = ()

    def show(self) -> None:
        """Display it: in a notebook below the cell, elsewhere in the system's viewer of pictures."""
        if in_notebook():
            from IPython.display import display

            display(self)  # type: ignore[no-untyped-call]
            return
        from PIL import Image

        Image.fromarray(self.shown_pixels()).show()

    def shown_pixels(self) -> np.ndarray:
        """Return the picture (H, W, 3) uint8 that a viewer shows."""
        raise NotImplementedError


def in_notebook() -> bool:
    """Return whether the program runs in the kernel of a notebook."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return hasattr(shell, "kernel")
