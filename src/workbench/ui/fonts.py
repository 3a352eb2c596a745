"""The fonts that come with the program, and the type styles made of them."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from workbench.shipped import resource
from workbench.ui.tokens import TYPE

ARABIC, LATIN, MONO, NASKH = "Noto Sans Arabic UI", "Noto Sans", "Noto Sans Mono", "Noto Naskh Arabic"
_FILES = ("NotoSansArabicUI", "NotoSans", "NotoSansMono")


@cache
def register() -> None:
    """Make the shipped fonts known to Qt, once a process; the law quote's font waits until it is needed."""
    for name in _FILES:
        for cut in ("Regular", "Bold"):
            QFontDatabase.addApplicationFont(str(resource("fonts", f"{name}-{cut}.ttf")))


@cache
def register_naskh() -> None:
    """Make the font of law quotes known to Qt."""
    for cut in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(resource("fonts", f"NotoNaskhArabic-{cut}.ttf")))


def families(rtl: bool) -> list[str]:
    """The families of running text: plain Noto Sans has no Arabic letters, so the order decides the digits' shape."""
    return [ARABIC, LATIN] if rtl else [LATIN, ARABIC]


def size_of(style: str, rtl: bool, scale: float) -> float:
    """The size of a type style in px."""
    return TYPE[style][0 if rtl else 1] * scale


def font(style: str, rtl: bool, scale: float, *, mono: bool = False, bold: bool | None = None) -> QFont:
    """The font of a type style; ``mono`` for codes, which are a tenth smaller."""
    made = QFont()
    made.setFamilies([MONO, *families(rtl)] if mono else families(rtl))
    made.setPixelSize(round(size_of(style, rtl, scale) * (0.93 if mono else 1)))
    made.setBold(TYPE[style][2] if bold is None else bold)
    return made
