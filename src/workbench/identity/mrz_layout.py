"""Where each field stands in the five sizes of machine-readable zone (ICAO Doc 9303, parts 4 to 7)."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A run of signs: line and places counted from 0, ``end`` not in it."""

    line: int
    start: int
    end: int

    @property
    def after(self) -> "Span":
        """The one sign behind it, where the check digit stands."""
        return Span(self.line, self.end, self.end + 1)


@dataclass(frozen=True, slots=True)
class Layout:
    """One size of zone. ``documents``: the letters that its document code may begin with."""

    kind: str
    height: int
    width: int
    documents: str
    issuer: Span
    names: Span
    number: Span
    nationality: Span
    birth: Span
    sex: Span
    expiry: Span
    optional: tuple[Span, ...]
    composed: tuple[Span, ...] = ()
    composite: Span | None = None
    optional_digit: Span | None = None
    long_numbers: bool = False
    document: Span = Span(0, 0, 2)

    def fits(self, whole: str, lines: Sequence[str]) -> bool:
        """Whether these signs are of this size: line by line, or all in one row."""
        broken = len(lines) == 1 or all(len(line) == self.width for line in lines)
        return len(whole) == self.height * self.width and broken and self._is_visa == whole.startswith("V")

    def filled(self, lines: Sequence[str]) -> tuple[str, ...] | None:
        """The lines with the line of the names brought to its width by fillers, if the others have theirs."""
        at = self.names.line
        if len(lines) != self.height or self._is_visa != lines[0].startswith("V"):
            return None
        if any(len(line) != self.width for place, line in enumerate(lines) if place != at):
            return None
        bare = lines[at].rstrip("<")
        if len(bare) > self.width:
            return None
        return tuple(bare.ljust(self.width, "<") if place == at else line for place, line in enumerate(lines))

    @property
    def _is_visa(self) -> bool:
        return self.documents == "V"


def _second_line(kind: str, width: int, documents: str, optional: Span, **more: object) -> Layout:
    """The sizes of two lines, which agree in all but their end."""
    return Layout(
        kind, 2, width, documents, issuer=Span(0, 2, 5), names=Span(0, 5, width), number=Span(1, 0, 9),
        nationality=Span(1, 10, 13), birth=Span(1, 13, 19), sex=Span(1, 20, 21), expiry=Span(1, 21, 27),
        optional=(optional,), **more,  # type: ignore[arg-type]
    )  # fmt: skip


LAYOUTS = (
    Layout(
        "TD1", 3, 30, "ACI", issuer=Span(0, 2, 5), names=Span(2, 0, 30), number=Span(0, 5, 14),
        nationality=Span(1, 15, 18), birth=Span(1, 0, 6), sex=Span(1, 7, 8), expiry=Span(1, 8, 14),
        optional=(Span(0, 15, 30), Span(1, 18, 29)),
        composed=(Span(0, 5, 30), Span(1, 0, 7), Span(1, 8, 15), Span(1, 18, 29)), composite=Span(1, 29, 30),
        long_numbers=True,
    ),
    _second_line(
        "TD2", 36, "ACIP", Span(1, 28, 35), composed=(Span(1, 0, 10), Span(1, 13, 20), Span(1, 21, 35)),
        composite=Span(1, 35, 36), long_numbers=True,
    ),
    _second_line(
        "TD3", 44, "P", Span(1, 28, 42), composed=(Span(1, 0, 10), Span(1, 13, 20), Span(1, 21, 43)),
        composite=Span(1, 43, 44), optional_digit=Span(1, 42, 43),
    ),
    _second_line("MRV-A", 44, "V", Span(1, 28, 44)),
    _second_line("MRV-B", 36, "V", Span(1, 28, 36)),
)  # fmt: skip
