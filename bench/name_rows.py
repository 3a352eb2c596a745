"""Synthetic pairs of names with labels, of every kind of difficulty, from one half of the stock or the other.

``python -m bench.name_rows held-out FILE`` writes the pairs that the tests hold the comparison to; ``tune`` the others.
"""

import csv
import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).parent / "names_data"
Row = tuple[str, str, int, str]
SEEDS = {"tune": 20260101, "held-out": 20260202}


@dataclass(frozen=True)
class Entry:
    """One name of the stock in every script, and other names that look like it."""

    arabic: str
    sorani: str
    badini: str
    hawar: str
    latin: tuple[str, ...]
    near: dict[str, tuple[str, ...]]
    female: bool = False

    def written(self, way: str, chance: random.Random) -> str:
        if way == "latin":
            return chance.choice(self.latin)
        if way == "passport":
            return self.latin[0]
        return str(getattr(self, way))


def stock(file: str) -> list[Entry]:
    with (HERE / file).open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    return [
        Entry(
            row["arabic"], row["sorani"], row["badini"], row["hawar"], tuple(row["latin"].split(";")),
            {way: _near_names(row, way) for way in ("arabic", "latin", "sorani")},
            row.get("gender") == "f",
        )
        for row in rows
    ]  # fmt: skip


def _near_names(row: dict[str, str], way: str) -> tuple[str, ...]:
    return tuple(filter(None, (row.get(f"near_{way}") or "").split(";")))


class Maker:
    """Makes rows from one half of the stock."""

    def __init__(self, half: str) -> None:
        self.chance = random.Random(SEEDS[half])
        odd = half == "held-out"
        self.given = [entry for n, entry in enumerate(stock("given.csv")) if n % 2 == odd]
        self.male = [entry for entry in self.given if not entry.female]
        self.nisba = [entry for n, entry in enumerate(stock("nisba.csv")) if n % 2 == odd]

    def person(self, length: int = 0) -> list[Entry]:
        """An ism, one or two fathers, a nisba; no two alike."""
        fathers = self.chance.sample(self.male, length or self.chance.choice((1, 2)))
        given = self.chance.choice([entry for entry in self.given if entry not in fathers])
        return [given, *fathers, self.chance.choice(self.nisba)]

    def write(self, person: list[Entry], way: str) -> str:
        return " ".join(entry.written(way, self.chance) for entry in person)

    def rows(self, each: int) -> Iterator[Row]:
        for kind, make in {**POSITIVE, **NEGATIVE}.items():
            label = int(kind in POSITIVE)
            made: set[tuple[str, str]] = set()
            for _ in range(each * 12):
                pair = make(self)
                if pair and pair[0] != pair[1] and pair not in made:
                    made.add(pair)
                    yield (*pair, label, kind)
                if len(made) == each:
                    break


Pair = tuple[str, str] | None


def _scripts(one: str, other: str) -> Callable[[Maker], Pair]:
    def make(maker: Maker) -> Pair:
        person = maker.person()
        return maker.write(person, one), maker.write(person, other)

    return make


def _typed(way: str, change: Callable[[str, random.Random], str]) -> Callable[[Maker], Pair]:
    def make(maker: Maker) -> Pair:
        text = maker.write(maker.person(), way)
        return text, change(text, maker.chance)

    return make


def _swap(*pairs: str) -> Callable[[str, random.Random], str]:
    """Every letter at the head of a pair becomes the rest of it."""

    def change(text: str, _chance: random.Random) -> str:
        for old, new in (pair.split(">") for pair in pairs):
            text = text.replace(old, new)
        return text

    return change


def _one_of(*pairs: str) -> Callable[[str, random.Random], str]:
    """One of the letters is written otherwise once."""

    def change(text: str, chance: random.Random) -> str:
        fitting = [pair.split(">") for pair in pairs if pair.split(">")[0] in text]
        if not fitting:
            return text
        old, new = chance.choice(fitting)
        places = [n for n in range(len(text)) if text.startswith(old, n)]
        at = chance.choice(places)
        return text[:at] + new + text[at + len(old) :]

    return change


def _scan(part: int) -> Callable[[Maker], Pair]:
    """One letter that a scanner takes for another, in one part."""
    arabic = _one_of(
        "ب>ت", "ن>ت", "ت>ن", "ج>ح", "ح>ج", "خ>ح", "ر>ز", "ز>ر", "د>ذ", "س>ش", "ش>س", "ص>ض", "ع>غ", "ف>ق", "ق>ف", "ط>ظ"
    )  # fmt: skip
    latin = _one_of("i>l", "l>i", "m>rn", "e>c", "u>v", "h>b", "n>u")

    def make(maker: Maker) -> Pair:
        way = maker.chance.choice(("arabic", "latin", "sorani"))
        words = [entry.written(way, maker.chance) for entry in maker.person(2)]
        changed = list(words)
        changed[part] = (latin if way == "latin" else arabic)(words[part], maker.chance)
        return " ".join(words), " ".join(changed)

    return make


def _surname_first(maker: Maker) -> Pair:
    way = maker.chance.choice(("passport", "latin", "arabic"))
    *names, family = (entry.written(way, maker.chance) for entry in maker.person())
    if way == "arabic" or maker.chance.random() < 0.5:
        article = family.startswith(("al-", "Al ", "ال"))
        return (" ".join([*names, family]), " ".join([family, *names])) if article else None
    return " ".join([*names, family]), f"{family}, {' '.join(names)}".upper()


def _left_out(*places: int) -> Callable[[Maker], Pair]:
    def make(maker: Maker) -> Pair:
        way = maker.chance.choice(("passport", "arabic", "sorani", "hawar"))
        words = [entry.written(way, maker.chance) for entry in maker.person(2)]
        return " ".join(words), " ".join(word for n, word in enumerate(words) if n not in places)

    return make


def _left_out_across(maker: Maker) -> Pair:
    person = maker.person(2)
    shorter = maker.write([person[0], person[1], person[3]], maker.chance.choice(("latin", "sorani")))
    return maker.write(person, "arabic"), shorter


def _initials(maker: Maker) -> Pair:
    person = maker.person()
    words = [entry.latin[0] for entry in person]
    return " ".join(words), " ".join([*(word[0] + "." for word in words[:-1]), words[-1]])


def _son_of(maker: Maker) -> Pair:
    way = maker.chance.choice(("arabic", "passport"))
    words = [entry.written(way, maker.chance) for entry in maker.person()]
    son = maker.chance.choice(("بن", "ابن")) if way == "arabic" else maker.chance.choice(("bin", "ibn", "Bin"))
    return " ".join(words), " ".join([words[0], son, *words[1:]])


_TITLES = {
    "arabic": ("الشيخ", "السيد", "الحاج", "د."),
    "passport": ("Sheikh", "Haji", "Dr."),
    "sorani": ("مام", "کاک", "حاجی"),
}


def _titled(maker: Maker) -> Pair:
    way = maker.chance.choice(("arabic", "passport", "sorani"))
    text = maker.write(maker.person(), way)
    return text, f"{maker.chance.choice(_TITLES[way])} {text}"


def _kunya_added(maker: Maker) -> Pair:
    way, father = maker.chance.choice((("arabic", "أبو"), ("passport", "Abu"), ("sorani", "ئەبو")))
    text = maker.write(maker.person(), way)
    return text, f"{text} ({father} {maker.chance.choice(maker.male).written(way, maker.chance)})"


def _kunya(one: tuple[tuple[str, str], ...], other: tuple[tuple[str, str], ...]) -> Callable[[Maker], Pair]:
    def make(maker: Maker) -> Pair:
        entry = maker.chance.choice(maker.male)
        (first, way), (second, others) = maker.chance.choice(one), maker.chance.choice(other)
        return f"{first} {entry.written(way, maker.chance)}", f"{second} {entry.written(others, maker.chance)}"

    return make


_ABU = (("أبو", "arabic"), ("Abu", "latin"), ("Abo", "latin"), ("Abou", "latin"), ("ئەبو", "sorani"))
_UMM = (("أم", "arabic"), ("Umm", "latin"), ("Um", "latin"))


def _al_latin(maker: Maker) -> Pair:
    person = maker.person()
    family = person[-1].latin[0]
    if not family.startswith(("al-", "el-")):
        return None
    names, bare = maker.write(person[:-1], "passport"), family[3:]
    forms = (f"Al {bare}", f"El {bare}", f"Al{bare.lower()}", f"El-{bare}", f"AL-{bare.upper()}", bare)
    return f"{names} {family}", f"{names} {maker.chance.choice(forms)}"


def _al_arabic(maker: Maker) -> Pair:
    person = maker.person()
    family = person[-1].arabic
    names = maker.write(person[:-1], "arabic")
    return (f"{names} {family}", f"{names} {family[2:]}") if family.startswith("ال") else None


def _compound(maker: Maker) -> Pair:
    person = maker.person()
    text = maker.write(person, "arabic")
    joined = text.replace("عبد ال", "عبدال").replace(" الدين", "الدين").replace(" الله", "الله")
    return text, joined


def _turned_heh(text: str, _chance: random.Random) -> str:
    return text.replace("ە", "ه\u200c")


def _vocalised(text: str, chance: random.Random) -> str:
    at = chance.choice([n for n, c in enumerate(text) if c.isalpha() and c not in "اآأإ"])
    return text[: at + 1] + chance.choice("\u064e\u0650\u064f\u0651") + text[at + 1 :]


def _wrapped(text: str, chance: random.Random) -> str:
    return chance.choice(("\u202b{}\u202c", "\u200f{}", "\u2067{}\u2069", "{}\u200e")).format(text)


def _doubled(text: str, chance: random.Random) -> str:
    inner = range(1, len(text) - 1)
    places = [n for n in inner if text[n] in "bdlmnrstk" and {text[n - 1], text[n + 1]} <= set("aeiou")]
    if not places:
        return text
    at = chance.choice(places)
    return text[:at] + text[at] + text[at:]


POSITIVE: dict[str, Callable[[Maker], Pair]] = {
    "arabic_to_latin": _scripts("arabic", "latin"),
    "arabic_to_sorani": _scripts("arabic", "sorani"),
    "arabic_to_badini": _scripts("arabic", "badini"),
    "arabic_to_hawar": _scripts("arabic", "hawar"),
    "sorani_to_latin": _scripts("sorani", "latin"),
    "sorani_to_badini": _scripts("sorani", "badini"),
    "badini_hawar": _scripts("hawar", "latin"),
    "badini_hawar_sorani": _scripts("hawar", "sorani"),
    "badini_arabic_script": _scripts("badini", "passport"),
    "badini_both_scripts": _scripts("badini", "hawar"),
    "latin_spelling": _scripts("latin", "latin"),
    "hamza_alef": _typed("arabic", _swap("أ>ا", "إ>ا", "آ>ا", "ؤ>و")),
    "yeh_alef_maqsura": _typed("arabic", _swap("ى>ي")),
    "yeh_typed_maqsura": _typed("arabic", _swap("ي >ى ")),
    "farsi_yeh_keheh": _typed("arabic", _swap("ي>ی", "ك>ک")),
    "ta_marbuta": _typed("arabic", _swap("ة>ه")),
    "tatweel": _typed("arabic", _one_of("ا>ــا", "ي>ــي", "م>مــ", "س>ســ")),
    "diacritics": _typed("arabic", _vocalised),
    "invisible_marks": _typed("arabic", _wrapped),
    "heh_zwnj": _typed("sorani", _turned_heh),
    "kurdish_orthography": _typed("sorani", _swap("ە>ه", "ێ>ی", "ۆ>و", "ڕ>ر", "ڵ>ل")),
    "persian_letters": _typed("sorani", _swap("ژ>ز", "چ>ج", "پ>ب", "گ>ک", "ڤ>ف")),
    "o_u": _typed("passport", _one_of("u>o", "o>u", "ou>u")),
    "e_i": _typed("passport", _one_of("i>e", "e>i")),
    "q_g_k": _typed("passport", _one_of("q>k", "Q>K", "q>g", "Q>G", "k>q")),
    "v_w_f": _typed("hawar", _one_of("w>v", "v>w", "f>v")),
    "doubled_consonant": _typed("passport", _doubled),
    "ocr_nisba": _scan(3),
    "ocr_father": _scan(1),
    "surname_first": _surname_first,
    "missing_middle": _left_out(2),
    "missing_father": _left_out(1, 2),
    "missing_nisba": _left_out(3),
    "missing_all_but_two": _left_out(2, 3),
    "one_name": _left_out(1, 2, 3),
    "missing_across_scripts": _left_out_across,
    "initials": _initials,
    "ibn_optional": _son_of,
    "title_added": _titled,
    "kunya_added": _kunya_added,
    "kunya_spelling": _kunya(_ABU, _ABU),
    "mother_kunya_spelling": _kunya(_UMM, _UMM),
    "al_el_prefix_latin": _al_latin,
    "al_prefix_ar": _al_arabic,
    "compound_join_split": _compound,
}


def _near(way: str, *, alone: bool) -> Callable[[Maker], Pair]:
    def make(maker: Maker) -> Pair:
        entry = maker.chance.choice([entry for entry in maker.given if entry.near[way]])
        written = "passport" if way == "latin" else way
        own, near = entry.written(written, maker.chance), maker.chance.choice(entry.near[way])
        rest = "" if alone else " " + maker.write(maker.person()[1:], written)
        return own + rest, near + rest

    return make


def _brothers(one: str, other: str, place: int) -> Callable[[Maker], Pair]:
    """The same name but for one part: the ism, the father, the nisba."""

    def make(maker: Maker) -> Pair:
        person, another = maker.person(2), maker.person(2)
        if another[place] in person:
            return None
        changed = [*person[:place], another[place], *person[place + 1 :]]
        return maker.write(person, one), maker.write(changed, other)

    return make


def _exchanged(way: str, others: str) -> Callable[[Maker], Pair]:
    def make(maker: Maker) -> Pair:
        person = maker.person()
        return maker.write(person, way), maker.write([person[1], person[0], *person[2:]], others)

    return make


def _father_of(maker: Maker) -> Pair:
    way = maker.chance.choice(("passport", "arabic", "sorani"))
    person = maker.person(2)
    further = maker.chance.choice([entry for entry in maker.male if entry not in person])
    return maker.write(person, way), maker.write([person[1], person[2], further, person[3]], way)


def _unrelated(maker: Maker) -> Pair:
    one, other = maker.person(), maker.person()
    ways = ("arabic", "sorani", "passport", "hawar")
    if one[0] is other[0]:
        return None
    return maker.write(one, maker.chance.choice(ways)), maker.write(other, maker.chance.choice(ways))


NEGATIVE: dict[str, Callable[[Maker], Pair]] = {
    **{f"neg_near_{way}": _near(way, alone=False) for way in ("arabic", "latin", "sorani")},
    **{f"neg_near_{way}_given_only": _near(way, alone=True) for way in ("arabic", "latin", "sorani")},
    "neg_brothers_arabic": _brothers("arabic", "arabic", 0),
    "neg_brothers_latin": _brothers("passport", "passport", 0),
    "neg_brothers_sorani": _brothers("sorani", "sorani", 0),
    "neg_cross_script_brothers": _brothers("arabic", "latin", 0),
    "neg_cross_script_brothers_kurdish": _brothers("sorani", "latin", 0),
    "neg_brothers_kurdish_arabic": _brothers("arabic", "sorani", 0),
    "neg_other_father": _brothers("arabic", "arabic", 1),
    "neg_other_father_latin": _brothers("passport", "latin", 1),
    "neg_other_father_across": _brothers("arabic", "latin", 1),
    "neg_other_grandfather": _brothers("sorani", "sorani", 2),
    "neg_other_nisba": _brothers("arabic", "arabic", 3),
    "neg_other_nisba_latin": _brothers("passport", "passport", 3),
    "neg_other_nisba_across": _brothers("sorani", "latin", 3),
    "neg_father_son_swapped": _exchanged("arabic", "arabic"),
    "neg_father_son_swapped_latin": _exchanged("passport", "latin"),
    "neg_father_son_swapped_across": _exchanged("sorani", "latin"),
    "neg_father_of": _father_of,
    "neg_unrelated": _unrelated,
    "neg_kunya_parent": _kunya(_ABU[:4], _UMM),
}


def main(half: str, file: str) -> None:
    with Path(file).open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(("query", "candidate", "label", "kind"))
        writer.writerows(Maker(half).rows(24))


if __name__ == "__main__":
    main(*sys.argv[1:])
