"""Folding: what is typed for each other becomes one string; folding twice changes nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.names import fold


@pytest.mark.parametrize(("one", "other"), [
    ("أحمد", "احمد"), ("إدريس", "ادريس"), ("آزاد", "ازاد"), ("ٱلله", "الله"), ("لؤي", "لوي"),
    ("عائشة", "عايشه"),
    ("بشرى", "بشري"), ("علی", "علي"), ("کریم", "كريم"), ("نجاة", "نجاه"), ("بهاء", "بها"), ("طــارق", "طارق"),
    ("صَادِق", "صادق"), ("رحمٰن", "رحمن"), ("٠٧٧٠", "0770"), ("۰۷۷۰", "0770"), ("نه\u200cجات", "نەجات"),
    ("ھەژار", "هەژار"), ("ڕەشید", "رەشید"), ("دڵشاد", "دلشاد"), ("شێرکۆ", "شیرکو"), ("ڤیان", "فیان"),
    ("هەژار", "هەزار"),
    ("پەروین", "بەروین"), ("چنار", "جنار"), ("گۆران", "کۆران"), ("ئاراس", "آراس"), ("ئهیووب", "ئەیووب"),
    ("\u202bرشيد\u202c", "رشيد"), ("\u2067رشيد\u2069", "رشيد"), ("ﻣﺤﻤﺪ", "محمد"), ("Buşra", "BUSRA"),
    ("Eyûb", "eyub"),
    ("Hêmin", "He\u0302min"), ("Îbrahîm", "ibrahim"), ("Çîmen", "cimen"), ("Sa'ad", "Saad"),
    ("Sa’ad", "saad"),
])  # fmt: skip
def test_ways_of_typing_the_same_letters_fold_into_one(one: str, other: str) -> None:
    assert one != other
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [
    ("رشيد", "راشد"), ("صادق", "صديق"), ("نجاة", "نجوى"), ("بختيار", "بختيان"), ("خليل", "جليل"),
    ("Rashid", "Rashad"),
    ("دڵشاد", "دڵسۆز"), ("ليلى", "Layla"),
])  # fmt: skip
def test_other_letters_stay_other_letters(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_text_keeps_its_words_and_signs() -> None:
    assert fold("شوهد أحمد (أبو علي) في 12/3.") == "شوهد احمد (ابو علي) في 12/3."


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
