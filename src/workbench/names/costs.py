"""Costs: how far two units are from each other, in tables made once for each pair of scripts."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from workbench.names.sounding import Script

# 0 is «the same sound, otherwise written», 1 «another letter». Which figures were found on which data: decision 0013.
# One line says: units left, units right, cost; every unit left with every unit right.
_VOWELS = """
a Aà 0     a ə .03    a eα .1    a c .02    a T .05    a ħ .1     a i .6     a E .35    a I .8
a Y .7     a y .6
a uo .55   a UOWw .75 a ä .5     a ö .55
A à 0      A ə .4     A e .2     A ac .02   A T .15    A ħ .2     A i .7     A IYEy .85 A uo .7
A UOWw .85 A ä .65    A ö .65
A α .02    à ə .1     à e .1     à i .1     à IY 0     à E .05    à y 0      à ä .05    à ħT .3
à UOW .85
ə e 0      ə i .3     ə E .4     ə Iy .6    ə Y .6     ə u .5     ə o .5     ə UOWw .7  ə ä .45
ə ö .45
ə T .03    ə ħ .05    ə ḥ .3     ə c .03
e i .1     e I .2     e E .05    e Y .12    e y .3     e u .5     e o .6     e UOWw .75 e ä .25
e ö .5
e T .08    e ħ .1     e c .05
i I 0      i E .1     i Yy .02   i u .35    i o .5     i UOWw .7  i ä .55    i c .04    i ħ .6
i T .6
I E .08    I Yy .03   I UOWuow .9 I ä .55    I c .6
E Y .02    E y .2     E O .85    E ä .12    E UWuow .9
Y y 0      Y uowUOW .85 Y ä .4     y ä .2
u o .03    u UW 0     u w .05    u O .1     u v .3     u ö .4     u c .04    u ä .7
o O 0      o U .1     o W 0      o w .1     o ö .12    o c .04    o ä .7
U OW 0     U w .1     U ö .45    U c .6     O W 0      O w .1     O ö .12    O c .3
W w 0      ẃ WUou 0   W v .1     W f .45    W ö .4     w v .08    w f .35    w ö .15
α aəeiouαά 0 α AIUOEYWy .02 α c .1     α ä .1     α ö .1
ά aəeiouα 0 ά AIUOEYWy .02 ά c .1     ά ä .35    ά ö .35
"""
_CONSONANTS = """
t ţ 0      θ t .05    θ ţ .2     θ sş .05   θ ð .25    θ d .4     θ Z .1     θ D .2     T t 0
T ħḥh 0
t ħḥ .15   ţ Z .45    T d .6     ḥ b .6
s ş 0      s z .8     ş z .8     s š .45    ş š .6
d D 0      d ð .08    d Z .12    d z .35    D ð .02    D Z .05    D z .03    ð Z 0      ð z .05
Z z 0      d t .45
z ʒ .08    z J .25    z j .8     ʒ J 0      ʒ j .06    J j 0      ʒ č .5     J č .3     j č .1
š č .2     ʒ š .6
C jč .1    C J .1     C k .5     C q .5     C s .4     C š .3     C ʒ .2
H hħḥ 0    h ħḥ 0     ħ ḥ 0      x hH .3    x ħ .4     x k .5     x G .25    x q .5     x K .5
H k .7
q k .04    q g .12    q G .3     k g .3     k G .5     g G .05    g j .35    g J .4
p b .1     p f .4     v f .12    v b .4     b w .8
m n .8     l r .9     n r .8
"""
# Differences that one script does not have between its own letters, or has more than another.
_WITHIN_ARABIC = """
t ţ .22    s ş .22    d D .36    d t .8     d ð .33    d Z .7     d z .8     D ð .35    D Z .15
D z .5     ð Z .3     ð z .35    Z z .4
θ t .33    θ s .5     θ ş .6     θ ð .6     θ D .8     θ Z .8     H ħ .35    H x .4     x ħ .6
q k .4     q g .3     k g .08
q G .6     x G .6     x k .7     c α .3     c ά .3     c A .5     c ħ .7     c T .7     α A .3
A ħ .35    A T .3     A à .05
p b .05    b t .42    b θ .42    b n .42    t n .42    θ n .42    b Y .45    t Y .45    n Y .45
j H .42    j x .42    r z .42    s š .42
ş D .42    ţ Z .42    c G .42    f q .42    W r .7     d r .7     d W .75    k l .7     m ħ .8
j č .05    z ʒ .05    r ʒ .45
f v .08    W f .55    W q .6     Y à 0      A c .6     l α .6     ì b .75    ì t .75    ì n .75
"""
_WITHIN_KURDISH = """
b t .45    b n .45    t n .45    j x .45    j H .45    x H .45    r z .45    s š .45    c G .45
f q .45    A ə .75    q k .2
k g .15    p b .15    v f .2     d z .5     H h .12    H ħ .12    i I .1     Y ä .5     W ö .5
u i .3     Y I 0      W U .02    c əAae .3  c uWiY .4
ə a .03    A a .1     z ʒ .08    č j .12    W v .1     W w 0      A Y .9     ə Y .6     ö O .15
ä E .15
"""
_WITHIN_LATIN = """
i l .42    I l .55    l t .6     e c .6     u v .35    h b .45    n u .45    r n .75    o a .5
d D .05    d ð .05    d z .55    ð z .15    d t .45
θ t .05    θ d .5     θ ð .15    θ z .3     q k .03    q g .12    k g .35    p b .3     v f .15
v w .06    J j 0      J z .25    A a .02
A e .2     x h .3     x k .4     x H .3     s š .8     s z .8     j J 0      a e .1     A ə .3
y i .05    e o .5     U w .1
"""
# A Latin aa may stand for ع and a vowel; a single letter for a long vowel: that is how passports are written.
_ARABIC_LATIN = """
z J .1     g k .05    g q .2     g j .3     W ö 0      Y ä 0      c ä .35    c ö .35    c A .02
A ə .3     ì a .35    ì A .4     p b .02
"""
_ARABIC_KURDISH = """
k g .05    q g .15    W ö 0      Y ä 0      c A .6     c ə .02    A ə .45    A a 0      p b .02
W v .1     f v .02    j ʒ .06    z ʒ .06    Y ə .6     x G .1
"""
_KURDISH_LATIN = """
A a 0      A e .25    Y ä .4     W ö .35    ə i .3     W i .5     J j 0      c a .02    Y e .12
ə A .2     θ z .15    č š .2     x G .12    x g .3     d z .25
"""

# What one unit alone costs when the other side has nothing: at the head, inside, at the end.
_ALONE = {
    "c": (0.05, 0.03, 0.03), "ά": (0.05, 0.05, 0.05), "α": (0.45, 0.3, 0.3), "ḥ": (0.05, 0.05, 0.05),
    "h": (0.9, 0.5, 0.4),
    "ħ": (0.9, 0.55, 0.4), "H": (1.0, 0.8, 0.8), "T": (0.6, 0.6, 0.5), "y": (0.7, 0.4, 0.4),
    "ẃ": (0.1, 0.1, 0.1), "w": (0.8, 0.5, 0.5),
}  # fmt: skip
_VOWEL_ALONE = {
    # Whether the other side writes short vowels decides what a lone vowel means.
    (Script.ARABIC, Script.ARABIC): {
        "A": (0.5, 0.8, 0.8), "W": (0.9, 0.8, 0.8), "Y": (0.9, 0.8, 0.8), "à": (0.8, 0.8, 0.75),
    },
    (Script.ARABIC, Script.KURDISH): {
        "A": (0.4, 0.65, 0.8), "W": (0.8, 0.55, 0.7), "Y": (0.8, 0.55, 0.7), "à": (0.8, 0.8, 0.8),
    },
    (Script.ARABIC, Script.LATIN): {
        "A": (0.4, 0.7, 0.8), "W": (0.8, 0.6, 0.7), "Y": (0.8, 0.6, 0.7), "à": (0.8, 0.8, 0.75),
    },
    (Script.KURDISH, Script.ARABIC): {
        "ə": (0.6, 0.02, 0.7), "i": (0.3, 0.03, 0.7), "u": (0.3, 0.05, 0.7), "W": (0.8, 0.12, 0.7),
        "Y": (0.8, 0.22, 0.7),
        "I": (0.7, 0.4, 0.8), "U": (0.7, 0.4, 0.8), "a": (0.3, 0.1, 0.7), "o": (0.3, 0.1, 0.7),
        "A": (0.6, 0.55, 0.8),
        "E": (0.6, 0.35, 0.8), "O": (0.6, 0.3, 0.8), "ä": (0.6, 0.6, 0.8), "ö": (0.6, 0.6, 0.8),
    },
    (Script.KURDISH, Script.KURDISH): {
        "ə": (0.6, 0.26, 0.8), "i": (0.3, 0.08, 0.8), "u": (0.4, 0.2, 0.8), "W": (0.8, 0.3, 0.8),
        "Y": (0.8, 0.26, 0.8),
        "a": (0.6, 0.26, 0.8), "I": (0.6, 0.35, 0.8),
    },
    (Script.KURDISH, Script.LATIN): {
        "ə": (0.4, 0.26, 0.8), "i": (0.3, 0.08, 0.8), "u": (0.4, 0.2, 0.8), "W": (0.8, 0.3, 0.8),
        "Y": (0.8, 0.35, 0.8),
        "a": (0.4, 0.26, 0.8),
    },
    (Script.LATIN, Script.ARABIC): {
        "a": (0.6, 0.03, 0.75), "e": (0.6, 0.03, 0.7), "i": (0.4, 0.03, 0.7), "o": (0.4, 0.04, 0.7),
        "u": (0.4, 0.03, 0.7),
        "A": (0.5, 0.5, 0.8), "I": (0.7, 0.5, 0.8), "U": (0.7, 0.4, 0.8), "ä": (0.6, 0.6, 0.8),
        "ö": (0.6, 0.6, 0.8),
    },
    (Script.LATIN, Script.KURDISH): {
        "a": (0.5, 0.26, 0.8), "e": (0.4, 0.22, 0.8), "i": (0.3, 0.05, 0.8), "o": (0.4, 0.22, 0.8),
        "u": (0.4, 0.12, 0.8),
        "U": (0.6, 0.3, 0.8), "I": (0.6, 0.45, 0.8),
    },
    (Script.LATIN, Script.LATIN): {
        "a": (0.5, 0.24, 0.8), "e": (0.4, 0.2, 0.8), "i": (0.35, 0.2, 0.8), "o": (0.5, 0.2, 0.8),
        "u": (0.5, 0.2, 0.8),
    },
}  # fmt: skip
_OTHER_VOWEL = (0.8, 0.7, 0.8)
_WITHIN_ARABIC_ALONE = {
    "ẃ": (0.8, 0.8, 0.8), "T": (0.9, 0.9, 0.85), "c": (0.7, 0.65, 0.6), "ħ": (0.9, 0.8, 0.45),
    "α": (0.7, 0.5, 0.5), "ά": (0.5, 0.5, 0.5),
}

# One unit that is two on the other side: what Latin groups hide (Is-haq, Fat-hi, Az-har), and ay and aw.
PAIRS = {
    "θ": ("th", "tH", "tħ", "ţħ", "ţH"), "š": ("sh", "sH", "sħ", "şH", "şħ"), "x": ("kh", "kH", "kħ"),
    "ð": ("dh", "dH", "dħ", "Dħ", "DH"), "G": ("gh", "għ"), "ʒ": ("zh", "zħ", "Zħ", "zH"),
    "ä": ("ai", "aI", "aY", "AY", "AI", "Ai", "ay", "əY", "əI", "Ay", "cY", "ae", "ħY", "aì", "Aì", "əì"),
    "ö": ("au", "aU", "aW", "AW", "AU", "aw", "əW", "Au", "av", "əv", "ev", "ħW"),
    "I": ("ey", "iy", "əY"), "i": ("ay", "ey", "əY", "əy"), "U": ("uw", "ow"),
}  # fmt: skip
PAIR_COST = 0.03
Alone = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Costs:
    """The table of one ordered pair of scripts: two units together, and one alone on either side."""

    both: dict[str, float]
    left: dict[str, Alone]
    right: dict[str, Alone]


@cache
def costs(left: Script, right: Script) -> Costs:
    """The table for a token in ``left`` laid beside one in ``right``."""
    both = {pair: cost for rows in (_VOWELS, _CONSONANTS, _own(left, right)) for pair, cost in _read(rows)}
    return Costs(_with_last_letters(both), _alone(left, right), _alone(right, left))


def _own(left: Script, right: Script) -> str:
    rows = {
        frozenset({Script.ARABIC}): _WITHIN_ARABIC,
        frozenset({Script.KURDISH}): _WITHIN_KURDISH,
        frozenset({Script.LATIN}): _WITHIN_LATIN,
        frozenset({Script.ARABIC, Script.LATIN}): _ARABIC_LATIN,
        frozenset({Script.ARABIC, Script.KURDISH}): _ARABIC_KURDISH,
        frozenset({Script.KURDISH, Script.LATIN}): _KURDISH_LATIN,
    }
    return rows[frozenset({left, right})]


def _read(rows: str) -> Iterator[tuple[str, float]]:
    words = rows.split()
    for ones, others, cost in zip(words[::3], words[1::3], words[2::3], strict=True):
        for one in ones:
            for other in others:
                yield one + other, float(cost)
                yield other + one, float(cost)


def _with_last_letters(both: dict[str, float]) -> dict[str, float]:
    """A last ي or ە sounds as any, unless its row says otherwise; Badini and Latin write -ا for -ە."""
    last_yeh = {pair.replace("Y", "ì"): cost for pair, cost in both.items() if "Y" in pair}
    found = last_yeh | both | {"ìY": 0.0, "Yì": 0.0}
    last_e = {pair.replace("ə", "ë"): cost for pair, cost in found.items() if "ə" in pair}
    return last_e | found | {"ëə": 0.0, "əë": 0.0, "ëA": 0.12, "Aë": 0.12, "ëa": 0.0, "aë": 0.0}


def _alone(own: Script, other: Script) -> dict[str, Alone]:
    within = _WITHIN_ARABIC_ALONE if own is other is Script.ARABIC else {}
    vowels = dict.fromkeys("aeiouAIUOEəäöWYà", _OTHER_VOWEL)
    found = vowels | _VOWEL_ALONE[own, other] | _ALONE | within
    return found | {"ì": found["Y"], "ë": found["ə"]}
