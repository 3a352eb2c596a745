"""Numbers of papers, telephones and plates: one form for comparing, doubts instead of refusals."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench import terms
from workbench.i18n import TAGS, language
from workbench.identity import cards
from workbench.identity.cards import canonical, check_number, part_of
from workbench.identity.letters import folded
from workbench.identity.phones import phone
from workbench.identity.plates import canonical_plate


@pytest.mark.parametrize(("kind", "country", "number"), [
    ("national_card", "IQ", "199912345678"), ("national_card", "IRQ", "١٩٩٩ ١٢٣٤ ٥٦٧٨"),
    ("national_card", "IQ", "۱۹۹۹۱۲۳۴۵۶۷۸"),
    ("national_card", "IQ", "AA0000000"), ("passport", "IQ", "a00000000"), ("passport", "BD", "BX-0123456"),
    ("passport", "", "X0000000"), ("civil_status", "IQ", "م 00123"), ("refugee", "IQ", "000-00C00000"),
    ("other", "", "1"),
])  # fmt: skip
def test_a_usual_number_is_not_doubted(kind: str, country: str, number: str) -> None:
    assert check_number(kind, country, number) == ()


@pytest.mark.parametrize(("kind", "country", "number"), [
    ("national_card", "IQ", "19991234567"), ("national_card", "IRQ", "1999123456789"),
    ("national_card", "IQ", "A99912345678"),
    ("passport", "IQ", "12"), ("passport", "BD", "12"), ("passport", "IQ", ""), ("other", "", "none"),
    ("other", "", "1" * 61),
    ("other", "", "12\x0034"),
])  # fmt: skip
def test_an_unusual_number_is_doubted_in_every_language(kind: str, country: str, number: str) -> None:
    (problem,) = check_number(kind, country, number)
    assert all(problem.say(language(tag)) for tag in TAGS)


def test_the_two_numbers_of_a_national_card_are_told_apart() -> None:
    assert part_of("national_card", "IQ", "199912345678") == "number"
    assert part_of("national_card", "IRQ", "AA0000000") == "access number"
    assert part_of("national_card", "IQ", "12") == ""


def test_every_shape_fits_its_own_example_and_has_a_mark() -> None:
    for shape in cards.shapes():
        assert re.fullmatch(shape.pattern, shape.example)
        assert shape.mark in ("S", "GK")
        assert shape.kind in cards.kinds()


@pytest.mark.parametrize("tag", TAGS)
def test_every_kind_of_paper_is_found_by_its_name(tag: str) -> None:
    assert [cards.find_kind(cards.kind_name(kind, language(tag))) for kind in cards.kinds()] == list(
        cards.kinds()
    )
    assert cards.find_kind("a love letter") == ""


@pytest.mark.parametrize(
    "number", ["a 12-34/5", "A12345", "А 12345".replace("А", "A"), "A١٢٣٤٥", "a\u200f۱۲۳۴۵", "Ａ１２３４５"]
)
def test_one_number_has_one_form(number: str) -> None:
    assert canonical(number) == "A12345"


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert canonical(canonical(text)) == canonical(text)
    assert folded(folded(text)) == folded(text)


@pytest.mark.parametrize("text", [
    "0770 123 4567", "٠٧٧٠ ١٢٣ ٤٥٦٧", "۰۷۷۰۱۲۳۴۵۶۷", "+964 770 123 4567", "00964 770 1234567", "770-123-4567",
    "(0770) 1234567",
])  # fmt: skip
def test_one_telephone_has_one_form(text: str) -> None:
    found = phone(text, "IQ")
    assert (found.canonical, found.doubt) == ("+9647701234567", None)
    assert found.shown == "\u2066+964 770 123 4567\u2069"


def test_a_foreign_telephone_needs_its_country() -> None:
    assert phone("+880 1712 345678", "IQ").canonical == "+8801712345678"
    assert phone("01712 345678", "BD").canonical == "+8801712345678"


@pytest.mark.parametrize("text", [
    "7701", "104", "0720 000 0000", "+999 123456", "0770 12", "ends in 567", "0770 123 4567 brother", "",
    "٥٦٧", "0" * 300, "+",
    "+964 0770 123 4567 89",
])  # fmt: skip
def test_a_telephone_that_cannot_be_is_kept_as_written_with_a_doubt(text: str) -> None:
    found = phone(text, "IQ")
    assert found.doubt is not None
    assert found.written in found.shown
    assert found.canonical.removeprefix("+") == "".join(c for c in found.written if c.isdigit())
    assert all(found.doubt.say(language(tag)) for tag in TAGS)


@given(st.text(max_size=60))
def test_no_text_breaks_the_telephone(text: str) -> None:
    found = phone(text, "IQ")
    assert found.doubt or found.canonical.startswith("+")


@pytest.mark.parametrize("text", ["بغداد 12345 أ", "أ ١٢٣٤٥ بغداد", "ا 12345 Baghdad", "بەغدا - ۱۲۳۴۵ - أ"])
def test_one_plate_has_one_form(text: str) -> None:
    assert canonical_plate(text, "IQ") == canonical_plate("بغداد أ 12345", "IQ")


def test_other_plates_stay_others() -> None:
    plates = ["11 A 12345", "11 A 12346", "11 B 12345", "22 A 12345", "بغداد A 12345", "A 12345"]
    assert len({canonical_plate(one, "IQ") for one in plates}) == len(plates)
    assert canonical_plate("ك ي 1") == canonical_plate("ک ی 1")


@given(st.text(max_size=40))
def test_no_text_breaks_the_plate(text: str) -> None:
    assert canonical_plate(text, "IQ") == canonical_plate(text, "IQ").upper()


def test_the_kinds_of_paper_that_are_read_are_those_that_are_kept() -> None:
    assert set(cards.kinds()) == set(terms.PAPERS)
