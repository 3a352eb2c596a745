"""Keys: writings of one name meet in an index, whole and half typed, and other names mostly do not."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.names import keys, wanted

HELD_OUT = Path(__file__).parent / "held_out.csv"


def meets(typed: str, stored: str) -> bool:
    """Whether an index finds a stored name for what is typed: every wanted part has a key there."""
    known = keys(stored)
    return all(
        any(key.startswith(each) if one.typing else key == each for each in one.keys for key in known)
        for one in wanted(typed)
    )


@pytest.mark.parametrize("writings", [
    ("عبد الستار", "عبدالستار", "Abdulsattar", "Abd al-Sattar", "عەبدولسەتار", "Ebdulsetar"),
    ("بهاء الدين", "Bahauddin", "Baha al-Din", "بەهائەدین"), ("نجاة", "نجاه", "Najat", "نەجات", "Necat"),
    ("هەژار", "هزار", "Hejar", "Hazhar", "هەزار"), ("هيثم", "Haitham"), ("كاظم", "Kadhim", "کازم", "Kathim"),
    ("خالد", "Xalid", "Khalid", "خالید"), ("العزاوي", "Azzawi", "عەزاوی", "ئەزاوی", "Ezawî", "al-Azavi"),
    ("أبو إدريس", "Abo Idrees", "ئەبو ئیدریس"), ("إسحاق", "Ishaq"), ("شوان", "Shuwan", "Şiwan"),
])  # fmt: skip
def test_writings_of_one_name_share_a_key(writings: tuple[str, ...]) -> None:
    for one in writings:
        for other in writings:
            assert set(keys(one)) & set(keys(other)), (one, keys(one), other, keys(other))


@pytest.mark.parametrize(("one", "other"), [
    ("رشيد", "طارق"), ("أبو شوان", "أم شوان"), ("أبو شوان", "شوان"), ("عبد الستار", "عبد الحميد"),
    ("Dilshad", "Dilsoz"),
])  # fmt: skip
def test_other_names_share_none(one: str, other: str) -> None:
    assert not set(keys(one)) & set(keys(other))


def test_keys_are_few() -> None:
    with HELD_OUT.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    words = sum(len(row["query"].split()) for row in rows)
    assert sum(len(keys(row["query"])) for row in rows) / words < 1.3
    assert max(len(keys(word)) for row in rows for word in row["query"].split()) <= 3


def test_nearly_all_pairs_of_one_name_meet_in_an_index() -> None:
    with HELD_OUT.open(encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["label"] == "1"]
    missed = [row for row in rows if not set(keys(row["query"])) & set(keys(row["candidate"]))]
    assert len(missed) <= len(rows) * 0.005, missed


@pytest.mark.parametrize(("typed", "stored"), [
    ("مح", "Muhammad Ali"), ("Muha", "محمد علي"), ("Bakht", "بەختیار ڕەشید"), ("Bak", "Bakhtiar"),
    ("عبدالس", "Abdulsattar"),
    ("Abdul", "عبد الحميد"), ("Abduls", "عبد الستار"), ("Abd al-S", "عبدالستار"),
    ("عبد ال", "Abdulhamid"), ("الش", "Shammari"),
    ("al-Sh", "شوان الشمري"), ("Albas", "البصري"), ("Salah al-D", "صلاح الدين"),
    ("Salah al-", "Salahuddin"), ("بهاء ال", "Bahauddin"),
    ("أبو د", "Abu Dilshad"), ("Abu", "أبو دلشاد"), ("Tariq Ra", "رشيد طارق"), ("طارق ", "Tariq"),
    ("S", "شوان"), ("", "anybody"),
])  # fmt: skip
def test_what_is_typed_so_far_finds_the_name_in_every_script(typed: str, stored: str) -> None:
    assert meets(typed, stored), (wanted(typed), keys(stored))


@pytest.mark.parametrize(("typed", "stored"), [
    ("مح", "علي"), ("Bakhtiar ", "Bakhtiaran"), ("Tariq Ra", "Tariq Omar"), ("أبو د", "دلشاد"),
    ("Abduls", "Abdulhamid"),
])  # fmt: skip
def test_what_is_typed_so_far_leaves_others_out(typed: str, stored: str) -> None:
    assert not meets(typed, stored)


@given(st.text(max_size=80))
def test_every_text_can_be_typed_and_indexed(text: str) -> None:
    assert all(isinstance(key, str) and 0 < len(key) <= 17 for key in keys(text))
    assert all(one.keys for one in wanted(text))
