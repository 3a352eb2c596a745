"""What was counted, weighed and added up, compared as written: figures in any digits, weights in any unit."""

import re
from collections.abc import Mapping
from decimal import Decimal

from workbench.evidence.chain import CustodyRules
from workbench.i18n import latin
from workbench.names import fold

MEASURES = ("count", "weight", "amount")
# «66 ٫ 5» and «4,200»: what groups figures goes, what parts them becomes a point.
_FIGURE = re.compile(r"-?\d+(?:\.\d+)?")
_GROUPS = str.maketrans({",": None, "٬": None, "\u00a0": None, "٫": "."})
_GRAMS = {
    "mg": Decimal("0.001"), "g": Decimal(1), "gm": Decimal(1), "gram": Decimal(1), "grams": Decimal(1),
    "kg": Decimal(1000), "t": Decimal(1000000), "غم": Decimal(1), "غرام": Decimal(1), "كغم": Decimal(1000),
    "كغ": Decimal(1000), "ملغم": Decimal("0.001"), "گم": Decimal(1), "گرام": Decimal(1), "کگم": Decimal(1000),
}  # fmt: skip
_UNITS = {fold(word): grams for word, grams in _GRAMS.items()}


def changed(before: Mapping[str, str], after: Mapping[str, str], rules: CustodyRules) -> dict[str, tuple[str, str]]:
    """What differs between two entries, by measure, as each was written; what only one of them says is left out."""
    both = (key for key in MEASURES if before.get(key, "").strip() and after.get(key, "").strip())
    return {key: (before[key], after[key]) for key in both if not _same(key, before[key], after[key], rules)}


def figure(written: str) -> tuple[Decimal | None, str]:
    """The figure and the unit in a writing; None if there is no figure in it."""
    text = fold(latin(written).translate(_GROUPS)).strip()
    found = _FIGURE.search(text)
    if found is None:
        return None, text
    rest = (text[: found.start()] + text[found.end() :]).strip(" .")
    return Decimal(found[0]), " ".join(rest.split())


def _same(key: str, before: str, after: str, rules: CustodyRules) -> bool:
    (one, unit), (other, its) = figure(before), figure(after)
    if one is None or other is None:
        return unit == its
    if key == "weight" and (unit or its):
        one, other = one * _UNITS.get(unit or its, Decimal(1)), other * _UNITS.get(its or unit, Decimal(1))
    elif unit and its and unit != its:
        return False
    if key != "weight":
        return one == other
    return abs(one - other) <= max(rules.weight_grams, max(one, other) * rules.weight_permille / 1000)
