"""What a scanner typed, whatever keyboard was active: a wedge sends keys, and the keyboard makes letters of them."""

import re
from collections.abc import Collection, Iterator

from workbench.i18n import latin, plain

_KEYS = "qwertyuiopasdfghjklzxcvbnm/.,"
# What stands on these keys in Windows: the Arabic (101) and the Central Kurdish keyboard, plain and with Shift.
_BOARDS = (
    (
        "ض ص ث ق ف غ ع ه خ ح ش س ي ب ل ا ت ن م ئ ء ؤ ر لا ى ة ظ ز و".split(),
        "َ ً ُ ٌ لإ إ ‘ ÷ × ؛ ِ ٍ ] [ لأ أ ـ ، / ~ ْ } { لآ آ ’ ؟ . ,".split(),
    ),
    (
        "ق و ە ر ت ی ئ ح ۆ پ ا س د ف گ ه ژ ک ل ز خ ج ڤ ب ن م / . ،".split(),
        "` وو ي ڕ ط ێ ء ع ؤ ث آ ش ذ إ غ \u200c أ ك ڵ ض ص چ ظ ى ة ـ ؟ . ,".split(),
    ),
)
_SPACES = re.compile(r"[\s\u200e\u200f\u2066-\u2069]+")


def exhibit_of(typed: str, numbers: Collection[str], case_number: str) -> str:
    """The exhibit that a line names, by its number alone or after the number of the case; empty if none of these is."""
    known = {_key(number): number for number in numbers}
    for reading in _readings(typed):
        found = known.get(_key(reading)) or known.get(_key(reading).removeprefix(_key(case_number)))
        if found:
            return found
    return ""


def shown(typed: str) -> str:
    """A line as it is shown when no exhibit was found: without marks, not longer than a label."""
    return _SPACES.sub(" ", plain(latin(typed))).strip()[:80]


def _readings(typed: str) -> Iterator[str]:
    yield typed
    for plain_keys, shifted in _BOARDS:
        pairs = [*zip(plain_keys, _KEYS, strict=True), *zip(shifted, _KEYS, strict=True)]
        read = typed
        # Two letters that one key makes come first, or half of them would be taken for another key.
        for letters, key in sorted(pairs, key=lambda pair: -len(pair[0])):
            read = read.replace(letters, key)
        yield read


def _key(text: str) -> str:
    return _SPACES.sub("", latin(text)).casefold()
