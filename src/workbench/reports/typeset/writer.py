"""Placed clusters onto ReportLab pages: every pair of shape and source text becomes a code of its own."""

from typing import Any

from reportlab.pdfgen.canvas import Canvas

from workbench.reports.typeset.fonts import UNITS, FaceKey
from workbench.reports.typeset.layout import Cluster, Line, Placed, Style


class FontBook:
    """Which clusters a document uses, and the code each got in its font, in order of first use."""

    def __init__(self) -> None:
        self.codes: dict[FaceKey, dict[Cluster, int]] = {}

    def code(self, cluster: Cluster) -> int:
        """The code of a cluster in its face's font."""
        codes = self.codes.setdefault(cluster.face, {})
        return codes.setdefault(cluster, len(codes) + 1)


def font_name(key: FaceKey) -> str:
    """The name of a face among a page's font resources."""
    return f"W{key.name}{'B' if key.bold else 'R'}"


class CourtCanvas(Canvas):
    """A ReportLab canvas that writes laid-out lines and names no font of its own."""

    _code: list[str]

    def __init__(self, file: Any, **settings: Any) -> None:
        self.book = FontBook()
        self.repeated: list[str] = []
        """Texts that were drawn once more than the story has them: heads of tables that go on."""
        super().__init__(file, **{**settings, "invariant": 1, "pageCompression": 1})

    def _make_preamble(self) -> None:
        # ReportLab's own preamble selects an unembedded Helvetica, which the archive form forbids.
        self._preamble = "1 0 0 1 0 0 cm"

    def draw_line(self, line: Line, style: Style, x: float, y: float) -> None:
        """Write a line whose unit origin lies at ``x`` and whose baseline lies at ``y`` (points)."""
        if not line.placed:
            return
        red, green, blue = style.colour
        code = [f"BT {red:.3f} {green:.3f} {blue:.3f} rg"]
        for run in _runs(line.placed):
            code.append(self._run(run, style.size, x, y))
        self._code.append("\n".join([*code, "ET"]))

    def _run(self, run: list[Placed], size: float, x: float, y: float) -> str:
        """One run of one font as a text matrix and a single TJ."""
        first = run[0]
        unit = first.scale / UNITS
        parts: list[str] = []
        pen = first.x
        for placed in run:
            if gap := round((pen - placed.x) / unit):
                parts.append(str(gap))
            parts.append(f"<{self.book.code(placed.cluster):04X}>")
            pen = placed.right
        start = x + first.x * size / UNITS
        name = font_name(first.cluster.face)
        return f"/{name} {size * unit:.3f} Tf 1 0 0 1 {start:.3f} {y:.3f} Tm [{''.join(parts)}] TJ"


def _runs(placed: tuple[Placed, ...]) -> list[list[Placed]]:
    """Neighbours of one font and size together, in visual order."""
    runs: list[list[Placed]] = []
    for one in placed:
        if runs and (runs[-1][-1].cluster.face, runs[-1][-1].scale) == (one.cluster.face, one.scale):
            runs[-1].append(one)
        else:
            runs.append([one])
    return runs
