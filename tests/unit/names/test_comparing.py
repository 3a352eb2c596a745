"""Comparing: which writings may be one name and which are not, why, and that no text can break it."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.i18n import TAGS, language, plain
from workbench.names import STRICTNESS, USUAL, How, Role, compare, forget, same, say, score

ONE_NAME = [
    # scripts
    ("ليلى شوان سليمان الشمري", "Leyla Shwan Sulayman Al Shammary"),
    ("لوئەی تارق عەزاوی", "Luay Tariq al-Azzawi"),
    ("Luey Dilşad Şemerî", "لوئەی دڵشاد شەمەری"), ("هەژار ئەیووب شەمەری", "Hejar Eyûb Şemerî"),
    ("إسماعيل عثمان هيثم", "ئیسماعیل عوسمان هەیسەم"), ("عبد الله كاظم", "Abdulla Kadhim"),
    ("عائشة طه", "Aisha Taha"),
    ("ذو الفقار حمزة", "Dhulfiqar Hamza"), ("خير الله نعمة", "Khairallah Nima"), ("ڤیان گۆران", "Vian Goran"),
    ("إسحاق فتحي أزهر", "Ishaq Fathi Azhar"), ("صلاح الدين يحيى", "Selahedîn Yehya"),
    ("Muhammad Ali", "محەمەد عەلی"),
    ("3ali 7asan", "علي حسن"), ("Mohd. Salih", "محمد صالح"),
    # writing
    ("بەهائەدین شوان عەزاوی", "بههائهدین شوان عهزاوی"), ("نجاة طارق", "نجاه طارق"),
    ("بشرى أيوب", "بشري ايوب"),
    ("Sadiq Hazhar", "Sadik Hejar"), ("Ezawî Silêman", "Ezavî Silêman"), ("Rawanduzi", "Rwandzi"),
    ("Husain", "Hussein"),
    ("مؤيد إدريس بختيار البصري", "مؤيد إدريس بختيار التصري"),
    ("Idris Tariq al-Azzawi", "Idris Tariq al-Azzawl"),
    ("Bakhtiar Osman al-Basri", "Bakhtiar Osrnan al-Basri"),
    # parts
    ("طارق بختيار شوان العزاوي", "طارق بختيار العزاوي"), ("Bakhtiar Hazhar Tariq Rawanduzi", "Bakhtiar"),
    ("Bushra Tariq Abdulhamid al-Basri", "B. T. al-Basri"), ("شوان طارق العزاوي", "ش. ط. العزاوي"),
    ("Shwan Tariq al-Basri", "Sh. T. al-Basri"), ("AL-BASRI, BAKHTIAR AYOUB", "Bakhtiar Ayoub al-Basri"),
    ("Rawanduzi Bakhtiar Ayoub", "Bakhtiar Ayoub Rawanduzi"), ("Nur Din Ali", "Nuraddin Ali"),
    ("دڵ شاد ڕەشید عەزاوی", "دڵشاد ڕەشید عەزاوی"),
    # kunya
    ("بختيار لؤي البصري", "بختيار لؤي البصري (أبو دلشاد)"), ("Abu Idris", "أبو إدريس"),
    ("Abo Idrees", "ئەبو ئیدریس"),
    ("أبو دلشاد", "بختيار لؤي (أبو دلشاد)"), ("أبو بكر علي", "Abubakr Ali"),
]  # fmt: skip
OTHER_NAMES = [
    ("رشيد", "راشد"), ("صادق", "صديق"), ("نجاة", "نجوى"), ("طارق", "طريق"), ("بشرى", "بشير"),
    ("سليمان", "سلمى"), ("لؤي", "عدي"),
    ("خليل", "جليل"), ("كريم", "كريمة"), ("سالم", "سليم"), ("محمد", "محمود"), ("محمد", "أحمد"),
    ("حسن", "حسين"), ("عمر", "عامر"),
    ("بەختیار", "بەهمەن"), ("هەژار", "هەژین"), ("دڵشاد", "دڵسۆز"), ("ئەمیر", "ئەمیرە"),
    ("شێروان", "سیروان"), ("سەعد", "سەعید"),
    ("Bakhtiar", "Bahtiyan"), ("Layla", "Lila"), ("Rashid", "Rashad"), ("Tariq", "Tarfa"),
    ("Sadiq", "Saddam"), ("Amir", "Amira"),
    ("Hassan", "Hussein"), ("Salim", "Salman"), ("Jamal", "Jamil"), ("Jamal", "Kamal"),
    ("Khalid", "Khalil"), ("Omar", "Ammar"),
    ("Aram", "Karam"), ("Karwan", "Rawan"), ("Hemin", "Amin"), ("Said", "Saad"), ("Zana", "Dana"),
    ("Nasir", "Nadir"),
    ("راشد", "Rasheed"), ("سعد", "Saeed"), ("جميل", "Jamal"), ("عامر", "Omar"), ("محمود", "Muhammad"),
    ("حمد", "Ahmad"),
    ("لؤي عبد الستار سليمان رواندزي", "دلشاد عبد الستار سليمان رواندزي"),
    ("أيوب رشيد الشمري", "Tariq Rashid al-Shammari"),
    ("طارق دلشاد أيوب العزاوي", "دلشاد طارق أيوب العزاوي"), ("Tariq Dilshad", "Dilshad Tariq"),
    ("Hadi Ali", "Ali Hadi"),
    ("ليلى رشيد رواندزي", "ليلى أيوب رواندزي"), ("Najat Ayoub al-Shammari", "Najat Ayoub Rawanduzi"),
    ("Najat Ayoub Baban", "Najat Ayoub al-Shammari"),
    ("Luay Muayad Hazhar al-Basri", "Muayad Hazhar Rashid al-Basri"),
    ("عبد الحميد مؤيد", "عبد الستار مؤيد"), ("بهاء الدين", "علاء الدين"), ("أبو شوان", "أم شوان"),
    ("أبو شوان", "أبو دلشاد"),
    ("أبو شوان", "شوان"), ("B. T.", "Bushra Tariq"), ("Иван", "Петр"), ("علي", "Иван"),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), ONE_NAME)
def test_may_be_one_name(one: str, other: str) -> None:
    assert compare(one, other).score >= STRICTNESS[USUAL], compare(one, other)


@pytest.mark.parametrize(("one", "other"), OTHER_NAMES)
def test_is_another_name(one: str, other: str) -> None:
    assert compare(one, other).score < STRICTNESS[USUAL], compare(one, other)


def hows(one: str, other: str) -> list[tuple[Role, How]]:
    return [(reason.role, reason.how) for reason in compare(one, other).reasons]


def test_every_part_says_what_it_was_laid_beside_and_how_they_stand() -> None:
    assert hows("طارق أيوب رشيد العزاوي", "Tariq ايوب al-Azzawi") == [
        (Role.GIVEN, How.SCRIPT), (Role.FATHER, How.LETTERS), (Role.GRANDFATHER, How.MISSING),
        (Role.NISBA, How.SCRIPT),
    ]  # fmt: skip
    assert hows("Tariq Sadiq al-Basri", "Tareq S. al-Basrl") == [
        (Role.GIVEN, How.SPELLING), (Role.FATHER, How.INITIAL), (Role.NISBA, How.NEAR),
    ]  # fmt: skip
    assert hows("طارق رشيد", "طارق أيوب") == [(Role.GIVEN, How.EXACT), (Role.FATHER, How.DIFFERENT)]
    assert hows("AL-BASRI, TARIQ", "Tariq al-Basri")[-1] == (Role.NISBA, How.ORDER)
    assert hows("أبو شوان", "أم شوان") == [(Role.KUNYA, How.DIFFERENT)]


def test_a_reason_shows_the_names_as_they_were_written() -> None:
    (reason,) = compare("TARIQ", "طَارِق").reasons
    assert (reason.query, reason.candidate) == ("TARIQ", "طَارِق")


@pytest.mark.parametrize("tag", TAGS)
def test_a_reason_is_a_sentence_in_which_names_are_isolated(tag: str) -> None:
    (reason,) = compare("Tariq", "طارق").reasons
    sentence = say(reason, language(tag))
    assert "\u2068Tariq\u2069" in sentence
    assert "\u2068طارق\u2069" in sentence
    english = say(compare("Tariq", "Tariq Ali").reasons[1], language("en"))
    assert plain(english).startswith("Father's name: Ali stands in")


def test_the_stricter_the_less_is_taken_for_one_name() -> None:
    assert STRICTNESS["loose"] < STRICTNESS["usual"] < STRICTNESS["strict"]
    slip = compare("مؤيد البصري", "مؤيد التصري").score
    assert same(slip)
    assert same(slip, "loose")
    assert not same(slip, "strict")
    with pytest.raises(KeyError):
        same(slip, "lenient")


def test_a_person_is_closer_than_a_brother_and_a_brother_closer_than_a_stranger() -> None:
    others = ("Tariq Rashid al-Azzawi", "Tariq al-Azzawi", "Najat Rashid al-Azzawi", "Luay Sadiq al-Basri")
    whole, shorter, brother, stranger = (score("طارق رشيد العزاوي", other) for other in others)
    assert whole > shorter > brother >= stranger


ALPHABET = "abdhiklrsuw اأبتعدهلمنويةىەێۆ\u200c\u200f\u202e'.-,()0123éêşç😀يИ中"
texts = st.one_of(st.text(max_size=40), st.text(ALPHABET, max_size=40))


@given(texts, texts)
def test_the_order_of_the_two_does_not_matter_and_nothing_breaks(one: str, other: str) -> None:
    found = compare(one, other)
    assert found.score == compare(other, one).score == score(one, other)
    assert 0 <= found.score <= 100


@given(texts.filter(str.strip))
def test_a_text_is_the_same_as_itself(text: str) -> None:
    assert compare(text, text).score == 100


@given(texts)
def test_direction_marks_and_joiners_around_a_text_change_nothing(text: str) -> None:
    assert compare(f"\u202b{text}\u202c", "Tariq علي").score == compare(text, "Tariq علي").score


def test_names_in_four_scripts_and_of_thousands_of_letters_end_soon() -> None:
    mixed = "طارق Tariq Тарик 塔里克"
    assert compare(mixed, mixed).score == 100
    long = ["محمد " * 80, "Muhammad " * 80, "x" * 5000, "ﷺ" * 5000, "الدين" * 200, "abd" * 400, "'" * 3000, "a(" * 900]
    forget()
    start = time.perf_counter()
    for one in long:
        for other in long:
            assert 0 <= compare(one, other).score <= 100
    assert time.perf_counter() - start < 5


def test_what_was_remembered_can_be_forgotten() -> None:
    from workbench.names.parts import parts

    compare("طارق", "Tariq")
    assert parts.cache_info().currsize
    forget()
    assert parts.cache_info().currsize == 0
