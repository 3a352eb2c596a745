"""The fonts that come with the program: what they cover, and how Qt is given exactly these files."""

import io
from dataclasses import dataclass
from functools import cache
from threading import Lock
from typing import NamedTuple

from fontTools.ttLib import TTFont
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFont, QFontDatabase

from workbench.errors import Fault, Reason, Refusal
from workbench.reports.typeset.application import ensure_application
from workbench.shipped import resource

UNITS = 1000
"""Design units per em in every shipped font; text is laid out at this size and scaled when drawn."""

# What a line of text carries without showing it: marks of direction and joining.
INVISIBLE = frozenset("\u200b\u200c\u200d\u200e\u200f\u061c\u2028\u2060\u2066\u2067\u2068\u2069\u00ad")

_FILES = {
    "naskh": "NotoNaskhArabic",
    "amiri": "Amiri",
    "sans": "NotoSans",
    "kufi": "NotoSansArabicUI",
    "mono": "NotoSansMono",
}
# Which faces a text may use, the first that has a character wins.
_CHAINS = {
    "court": ("naskh", "sans", "mono"),
    "latin": ("sans", "naskh", "mono"),
    "form": ("kufi", "sans", "mono"),
    "code": ("mono", "naskh", "sans"),
    "amiri": ("amiri", "sans", "mono"),
}
# Latin letters stand taller than Arabic ones of the same size; beside them they are set smaller.
_OPTICAL = {("court", "sans"): 0.89, ("court", "mono"): 0.89}
_registering = Lock()


class FaceKey(NamedTuple):
    """One font file: its short name and weight."""

    name: str
    bold: bool


@dataclass(frozen=True, slots=True)
class Face:
    """A font file as it is read once: bytes, covered characters, advances and vertical extent in units."""

    key: FaceKey
    data: bytes
    covered: frozenset[int]
    advances: tuple[int, ...]
    ascent: int
    descent: int
    family: str


@cache
def face(key: FaceKey) -> Face:
    """The face of a key, read from the shipped file."""
    weight = "Bold" if key.bold else "Regular"
    data = resource("fonts", f"{_FILES[key.name]}-{weight}.ttf").read_bytes()
    font = TTFont(io.BytesIO(data), lazy=True)
    if font["head"].unitsPerEm != UNITS:
        raise Fault("typeset.units")
    metrics = font["hmtx"]
    return Face(
        key, data, frozenset(code for code in font.getBestCmap() if 0x20 <= code <= 0xFFFF),
        tuple(metrics[glyph][0] for glyph in font.getGlyphOrder()),
        font["hhea"].ascent, -font["hhea"].descent, f"Workbench {key.name} {weight}",
    )  # fmt: skip


def choose(text: str, chain: str, bold: bool, where: str) -> list[FaceKey]:
    """The face of every character of a text.

    Spaces and signs stay with the character before them where its face has them, so that a run is not
    torn apart. Raises ``Refusal`` for a character that no face of the chain has: nothing is ever left out.
    """
    keys = [FaceKey(name, bold) for name in _CHAINS[chain]]
    chosen: list[FaceKey] = []
    for sign in text:
        if sign in INVISIBLE:
            chosen.append(chosen[-1] if chosen else keys[0])
            continue
        found = next((key for key in _wanted(sign, keys, chosen) if ord(sign) in face(key).covered), None)
        if found is None:
            raise Refusal(Reason.GLYPH_MISSING, character=sign, code=f"U+{ord(sign):04X}", where=where)
        chosen.append(found)
    return chosen


def optical(key: FaceKey, chain: str) -> float:
    """The relative size at which a face looks as large as the chain's first."""
    return _OPTICAL.get((chain, key.name), 1.0)


def _wanted(sign: str, keys: list[FaceKey], chosen: list[FaceKey]) -> list[FaceKey]:
    """The faces to try for a character, in order."""
    if sign.isascii() and sign.isalnum():
        # An identifier mixes letters, digits and signs: one Latin face keeps it one word to the eye.
        return sorted(keys, key=lambda key: key.name not in ("sans", "mono", "amiri"))
    return keys if sign.isalpha() else [*chosen[-1:], *keys]


@cache
def _registered(key: FaceKey) -> str:
    """The private family name under which Qt knows exactly this file.

    A system may have another edition of a font under the same name, whose glyph numbers differ; under a
    name of our own there is nothing to confuse.
    """
    ensure_application()
    own = face(key)
    font = TTFont(io.BytesIO(own.data), lazy=True)
    font["name"].names = []
    for number, text in ((1, own.family), (2, "Regular"), (4, own.family), (6, own.family.replace(" ", "-"))):
        font["name"].setName(text, number, 3, 1, 0x409)
    renamed = io.BytesIO()
    font.save(renamed, reorderTables=None)
    number = QFontDatabase.addApplicationFontFromData(QByteArray(renamed.getvalue()))
    if QFontDatabase.applicationFontFamilies(number) != [own.family]:
        raise Fault("typeset.font_not_loaded")
    return own.family


@cache
def qt_font(key: FaceKey, scale: int) -> QFont:
    """The Qt font of a face at ``scale`` units per em, unhinted and never replaced by another."""
    with _registering:
        font = QFont([_registered(key)])
    font.setPixelSize(scale)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    return font
