"""Places as procedures write them."""

import pytest

from workbench.law.finding import wider
from workbench.law.places import Place, places


@pytest.mark.parametrize(("written", "meant"), [
    ("", ()),
    ("art 6", (Place("art", 6, 6),)),
    ("arts 72-86", (Place("art", 72, 86),)),
    ("arts 1, 39-43", (Place("art", 1, 1), Place("art", 39, 43))),
    ("art 19(13)", (Place("art", 19, 19, ("13",)),)),
    ("art 6(2)(a)", (Place("art", 6, 6, ("2", "a")),)),
    ("art 109(A), (C)", (Place("art", 109, 109, ("a",)), Place("art", 109, 109, ("c",)))),
    ("art 6, art 8", (Place("art", 6, 6), Place("art", 8, 8))),
    ("art 18(18), 24", (Place("art", 18, 18, ("18",)), Place("art", 24, 24))),
    ("art 16(1)-(3)", (Place("art", 16, 16, ("1-3",)),)),
    ("art 11 first", (Place("art", 11, 11, ("first",)),)),
    ("art 11 (eleventh)", (Place("art", 11, 11, ("eleventh",)),)),
    ("art 11 first-second", (Place("art", 11, 11, ("first",)), Place("art", 11, 11, ("second",)))),
    ("m5, m7", (Place("module", 5, 5), Place("module", 7, 7))),
    ("module 5", (Place("module", 5, 5),)),
    ("p7", (Place("principle", 7, 7),)),
    ("art 6(1), interpretative notes", (Place("art", 6, 6, ("1",)), Place("interpretative notes"))),
    ("cassation chapter", (Place("cassation chapter"),)),
    ("08051", (Place("08051"),)),
    ("arts 9-3", (Place("art", 9, 9),)),
])  # fmt: skip
def test_a_place_is_read_as_it_is_meant(written: str, meant: tuple[Place, ...]) -> None:
    assert places(written) == meant


@pytest.mark.parametrize(("place", "asked", "is_wider"), [
    ("arts 72-86", "art 75", True), ("art 6", "art 6(2)", True), ("arts 72-86", "arts 72-86", False),
    ("module 5", "m5", False), ("art 6(2)", "art 6", False), ("art 6", "art 7", False), ("notes", "art 1", False),
    ("arts 1-9", "arts 1, 5-9", True), ("art 6", "", False),
])  # fmt: skip
def test_what_covers_more_than_was_asked_is_wider(place: str, asked: str, is_wider: bool) -> None:
    assert wider(place, asked) is is_wider


def test_an_endless_range_is_not_walked_to_its_end() -> None:
    assert sum(1 for _ in places("arts 1-999999999")[0].numbers()) < 2000
