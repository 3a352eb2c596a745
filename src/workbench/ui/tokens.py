"""Colours, sizes and type styles by their role; every other file of the window reads them from here."""

from typing import Final

# role: (light, dark). Text reaches a contrast of 4.5 on its ground, outlines and icons 3.
COLOURS: Final[dict[str, tuple[str, str]]] = {
    "canvas": ("#F2F4F3", "#0E1514"),
    "surface": ("#FFFFFF", "#161F1E"),
    "sunken": ("#E8ECEA", "#0A100F"),
    "text": ("#14211F", "#E9EFED"),
    "text2": ("#44524F", "#B6C2BF"),
    "text3": ("#5A6865", "#95A3A0"),
    "disabled": ("#8B9794", "#62706C"),
    "border": ("#D9DFDD", "#2B3835"),
    "border2": ("#7A8784", "#71827E"),
    "accent": ("#0D5C59", "#5FC4B8"),
    "onAccent": ("#FFFFFF", "#06211F"),
    "accentHover": ("#0A4C4A", "#7AD3C8"),
    "accentPress": ("#073D3B", "#49AFA3"),
    "accentText": ("#0B5754", "#74CFC4"),
    "accentTint": ("#DDEDEA", "#163330"),
    "focus": ("#1765CC", "#8CC0FF"),
    "danger": ("#B01C1C", "#C2342E"),
    "dangerText": ("#971717", "#FFB0A6"),
    "dangerTint": ("#FBE7E5", "#3A1917"),
    "child": ("#5E2A8C", "#7A48B0"),
    "childText": ("#552580", "#DABFF8"),
    "childTint": ("#EFE5F8", "#2D1F40"),
    "warnText": ("#6B4300", "#F1C56A"),
    "warnTint": ("#FCEFD0", "#36290D"),
    "warnMark": ("#B06E00", "#E0A93B"),
    "okText": ("#14583A", "#8FD9AA"),
    "okTint": ("#DCF0E4", "#12301F"),
    "okMark": ("#1E7A50", "#5FBF87"),
    "infoText": ("#174B82", "#A5CAFA"),
    "infoTint": ("#E0EBF8", "#14273D"),
    "train": ("#1D4FA8", "#2F63C4"),
    "onTrain": ("#FFFFFF", "#FFFFFF"),
    "onSolid": ("#FFFFFF", "#FFFFFF"),
    "rail": ("#0F302F", "#0A1211"),
    "railGroup": ("#153A38", "#0F1918"),
    "railText": ("#C9D9D6", "#B3C3C0"),
    "railActive": ("#1E4A48", "#1B3B38"),
    "railMark": ("#5FC4B8", "#5FC4B8"),
    "badge": ("#F1B955", "#F1B955"),
    "onBadge": ("#3A2600", "#3A2600"),
}

# style: (size in Arabic script, size in Latin script, bold), in px at 100 %
TYPE: Final[dict[str, tuple[float, float, bool]]] = {
    "brand": (27, 26, True),
    "step": (20, 20, True),
    "screen": (16, 16, True),
    "card": (14, 13.5, True),
    "body": (14, 13.5, False),
    "label": (12.5, 12.5, False),
    "small": (12, 11.5, False),
    "count": (30, 30, True),
    "quote": (16, 13.5, False),
}

# Two alarms only are ever solid; every other tone is a tint. tone: (ground, ink)
TONES: Final[dict[str, tuple[str, str]]] = {
    "neutral": ("sunken", "text2"),
    "accent": ("accentTint", "accentText"),
    "warn": ("warnTint", "warnText"),
    "late": ("dangerTint", "dangerText"),
    "ok": ("okTint", "okText"),
    "info": ("infoTint", "infoText"),
    "childnote": ("childTint", "childText"),
    "outline": ("surface", "text2"),
    "danger": ("danger", "onSolid"),
    "child": ("child", "onSolid"),
    "train": ("train", "onTrain"),
}

RAIL, NARROW, HEADER, BAND, STATUS = 84, 56, 54, 34, 26
STEPPER, SNAPSHOT, WIDE_SNAPSHOT = 258, 276, 340
READABLE = 860  # the widest a step's text may run
SIZES: Final = (100, 115, 130, 150)
