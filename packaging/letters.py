"""Letter rules: what a text in Arabic or Sorani may not contain, whoever wrote it."""

import re

_ARABIC = "\u0600-\u06ff"

# What is forbidden, as a pattern, and the sentence that says so. Arabic and Sorani share the signs of the script.
_BOTH: tuple[tuple[str, str], ...] = (
    ("[\u06f0-\u06f9]", "Persian digits; stored texts hold 0-9"),
    ("[\u200b\u200c]", "zero-width space or non-joiner"),
    ("\u06be", "U+06BE; the letter h is U+0647"),
    (rf"(?<=[{_ARABIC}»)])[,;?]", "Latin punctuation; write ، ؛ ؟"),
    (rf"\"(?=[{_ARABIC}])|(?<=[{_ARABIC}])\"", "straight quotation marks; write « »"),
    # Between two spaces it is a blank that somebody fills in when speaking.
    (r"\.\.\.| …(?! )", "the ellipsis is one sign, without a space before it"),
)
_RULES: dict[str, tuple[tuple[str, str], ...]] = {
    "ar_IQ": (
        *_BOTH,
        ("[\u06a9\u06cc]", "Kurdish or Persian kaf or yeh; Arabic writes ك ي ى"),
        ("[\u06d5\u06ce\u06c6\u0695\u06b5]", "a letter of Kurdish"),
        (r"\u0640(?<![0-9A-Za-z\u0660-\u0669}\u2069]\u0640)", "tatweel other than after digits or Latin letters"),
        ("يناير|فبراير|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر", "month name not used in Iraq"),
    ),
    "ckb": (
        *_BOTH,
        ("[\u0643\u064a\u0649\u0629]", "Arabic ك ي ى ة; Sorani writes ک ی ە"),
        (rf"(?<![{_ARABIC}])\u0631", "word begins with ر; Sorani writes ڕ"),
        (r"\u0640(?<![0-9A-Za-z\u0660-\u0669}\u2069]\u0640)", "tatweel other than after digits or Latin letters"),
        ("خاکەلێوە|جۆزەردان|پووشپەڕ|گەلاوێژ|خەرمانان|ڕەزبەر|گەڵاڕێزان|سەرماوەز|بەفرانبار|ڕەشەمە", "solar month name"),
    ),
    "en": (),
}


def faults(tag: str, text: str) -> list[str]:
    """What in the text breaks the letter rules of the language, one sentence each."""
    return [sentence for pattern, sentence in _RULES[tag] if re.search(pattern, text)]
