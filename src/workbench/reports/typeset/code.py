"""A QR code as vector squares: sharp at any size, no picture in the file."""

import segno

from workbench.reports.typeset.blocks import Whole
from workbench.reports.typeset.writer import CourtCanvas

_QUIET = 4  # modules of white around the code, as the standard asks


class Code(Whole):
    """A QR code of a given side length in points, set at the left of its column or in its middle."""

    def __init__(self, text: str, side: float) -> None:
        self.text, self.side = text, side
        self._rows = [bytes(row) for row in segno.make(text, error="m", micro=False).matrix]

    def height(self, width: float) -> float:
        return self.side

    def draw(self, canvas: CourtCanvas, x: float, top: float, width: float) -> None:
        module = self.side / (len(self._rows) + 2 * _QUIET)
        left = x + (width - self.side) / 2
        path = canvas.beginPath()
        for number, row in enumerate(self._rows):
            y = top - (number + _QUIET + 1) * module
            for column, length in _stretches(row):
                path.rect(left + (column + _QUIET) * module, y, length * module, module)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.drawPath(path, stroke=0, fill=1)


def _stretches(row: bytes) -> list[tuple[int, int]]:
    """The dark stretches of a row as (start, length): neighbours drawn as one leave no hairline between."""
    found: list[tuple[int, int]] = []
    for column, dark in enumerate(row):
        if dark and found and sum(found[-1]) == column:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        elif dark:
            found.append((column, 1))
    return found
