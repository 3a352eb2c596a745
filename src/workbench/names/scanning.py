"""Scanning: letters that a scanner or a tired eye takes for each other, and names that differ in just such a letter."""

from workbench.names.folding import fold

# Shapes, not sounds: Arabic letters that only dots tell apart, Latin ones of one outline.
_ALIKE = frozenset(
    frozenset(pair)
    for group in (
        "بتثنيپ", "جحخچ", "دذ", "رزژ", "سش", "صض", "طظ", "عغ", "فقڤ", "كگ",
        "il", "lt", "ij", "ec", "eo", "co", "uv", "vy", "hb", "nu", "nh", "ft", "gq", "ao", "wv",
    )
    for pair in ((one, other) for one in group for other in group if one != other)
)  # fmt: skip
_WIDE = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("ii", "n"), ("li", "h"), ("nn", "m"))

SCANNED = 0.42
"""What one such letter costs."""

# Two names each, and no slip of the pen. In folded writing.
_TWINS = """
جليل خليل  حنان جنان  رائد زائد  تامر ثامر  شيماء سيماء  سامي شامي  شيروان سيروان  شيرين سيرين  سارا زارا  ريوان زيوان
بيان بنان  سەعد سەعید  نەسر نەسیر  حسام جسام  نورا نورس  شهد سهد  ريان زيان  رينا زينا  نبيل نبيه
shilan silan  sirwan sherwan  rana zana  dana zana  sara zara  tara lara  hadi nadi  hero nero  soran goran
"""
_PAIRS = frozenset(
    frozenset(map(fold, pair)) for pair in zip(_TWINS.split()[::2], _TWINS.split()[1::2], strict=True)
)


def scanned(one: str, other: str) -> bool:
    """Whether two tokens of one script differ in one letter that looks like the other."""
    if len(one) == len(other):
        at = [n for n in range(len(one)) if one[n] != other[n]]
        return len(at) == 1 and frozenset((one[at[0]], other[at[0]])) in _ALIKE and not twins(one, other)
    if abs(len(one) - len(other)) != 1:
        return False
    long, short = (one, other) if len(one) > len(other) else (other, one)
    return any(
        long[n : n + 2] == wide and long[:n] + narrow + long[n + 2 :] == short
        for wide, narrow in _WIDE
        for n in range(len(short))
    )


def twins(one: str, other: str) -> bool:
    """Whether both are names of their own, however alike they look."""
    return frozenset((one, other)) in _PAIRS
