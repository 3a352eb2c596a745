"""The letters of names: how each script writes the sounds, and which ways of writing one letter are one."""

# Source for the letters: Unicode blocks Arabic and Latin; the Kurdish alphabet of the Region; Hawar (Bedir Khan).
# One character stands for one sound («unit»). Where a letter can be two sounds, the unit says so:
#   W  Arabic and Kurdish و: w or u or o        Y  ي: y or i or ê          à  final ى: a, seldom i
#   α  alef at the head of a word: any vowel    ά  the same before و or ي
#   ħ  ه in Arabic letters: h, or the vowel ە of the old orthography, or ة
#   ḥ  last h after a vowel in Latin: often mute
#   c  ع        T  ة       J  Latin j: ج or ژ       C  Latin c: ج, ك or چ      ţ ط  ş ص  D ض  Z ظ  ð ذ  θ ث
#   ə  the short vowel ە, Hawar e (ë at the end)           ä  ay before a consonant   ö  aw before a consonant
#   A I U O E  long; a e i o u as a passport writes them, long or short

MARKS = dict.fromkeys(
    [*range(0x0610, 0x061B), *range(0x064B, 0x0660), 0x0670, *range(0x06D6, 0x06DD), *range(0x06DF, 0x06E5), 0x06E7,
     0x06E8, *range(0x06EA, 0x06EE), 0x0640, 0x061C, 0x00AD, *range(0x200B, 0x2010), *range(0x202A, 0x202F),
     *range(0x2060, 0x2070), 0xFEFF, *range(0xFE00, 0xFE10)]
)  # fmt: skip
"""Harakat, superscript alef, tatweel, joiners, direction marks: none of them is part of a name."""

ONE_LETTER = str.maketrans(
    {
        "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ٲ": "ا", "ٳ": "ا", "ك": "ك", "ک": "ك", "ڪ": "ك", "ی": "ي", "ې": "ێ",
        "ھ": "ه", "ہ": "ه", "ۀ": "ه", "ۂ": "ه", "ۃ": "ة", "ڕ": "ر", "ڵ": "ل", "ۊ": "و", "ۇ": "و", "ۋ": "ڤ",
        "ݢ": "گ", "ڳ": "گ", "\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u02bb": "'", "\u02be": "'", "\u02bf": "'",
        "`": "'", "\u00b4": "'", "ı": "i", "ø": "o", "đ": "d", "ł": "l", "ß": "s", "æ": "a", "œ": "o",
        **{digit: str(n) for row in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for n, digit in enumerate(row)},
    }
)  # fmt: skip
"""Ways of writing that never tell two names apart."""

ONE_FOR_SEARCH = str.maketrans(
    {
        "ى": "ي", "ێ": "ي", "ئ": "ي", "ؤ": "و", "ۆ": "و", "ء": None, "ة": "ه", "ە": "ه", "'": None,
        # Keyboards without the letters پ چ ژ گ ڤ write the letter that looks like it.
        "پ": "ب", "چ": "ج", "ژ": "ز", "گ": "ك", "ڤ": "ف",
    }
)  # fmt: skip
"""What free text is folded by besides: letters that people type for each other."""

KURDISH_ONLY = frozenset("ەێۆڕڵڤ")
HAWAR_ONLY = frozenset("êîûşç")

ARABIC_SOUNDS = {
    "ا": "A", "ب": "b", "پ": "p", "ت": "t", "ث": "θ", "ج": "j", "چ": "č", "ح": "H", "خ": "x", "د": "d", "ذ": "ð",
    "ر": "r", "ز": "z", "ژ": "ʒ", "س": "s", "ش": "š", "ص": "ş", "ض": "D", "ط": "ţ", "ظ": "Z", "ع": "c", "غ": "G",
    "ف": "f", "ڤ": "v", "ق": "q", "ك": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n", "ه": "ħ", "ة": "T", "و": "W",
    "ؤ": "W", "ي": "Y", "ئ": "Y", "ى": "à", "ە": "ə", "ێ": "E", "ۆ": "O",
}  # fmt: skip
"""Letters in Arabic script to units; ء is silent."""

LATIN_SOUNDS = {
    "tch": "č", "sch": "š", "kh": "x", "sh": "š", "gh": "G", "th": "θ", "dh": "ð", "zh": "ʒ", "ch": "č", "ph": "f",
    "dj": "j", "ck": "k", "aa": "A", "ee": "I", "ii": "I", "oo": "U", "ou": "U", "uu": "U",
    "j": "J", "c": "C", "x": "x", "ş": "š", "ç": "č", "î": "I", "û": "U", "ê": "E",
    # Figures inside a word are letters of the chat alphabet, or what a scanner made of them.
    "0": "o", "1": "l", "2": "", "3": "c", "5": "x", "6": "ţ", "7": "H", "8": "q", "9": "ş",
}  # fmt: skip
"""Latin groups and letters to units; a letter that is not here stands for itself."""

VOWELS = frozenset("aeiouAIUOEəëäö")
