"""Search: found however it is written, told why, and never a hidden name. All people are invented."""

import pytest

from tests.desks import seated
from workbench.i18n import TAGS, language
from workbench.services import cases, exhibits, people, search
from workbench.services.hits import Hit
from workbench.services.rows import CaseRow, ContactRow, NameRow, PaperRow
from workbench.store import Desk

HIDDEN = ("علي", "حسن", "الشمري", "Ali", "Hassan", "Shammari")


@pytest.fixture
def known(desk: Desk, case: CaseRow) -> str:
    row = people.add_person(
        desk, case.number, names=[NameRow("record", ism="علي", father="حسن", family="الشمري")],
        phones=["0770 123 4567"], papers=[PaperRow("passport", "A 1234567", "IQ", "self")], role="possible_victim",
        basis="said so", note="Sleeps in the blue house",
    )  # fmt: skip
    return row.alias


def found(desk: Desk, text: str, **how: object) -> list[Hit]:
    return search.search(desk, text, **how)  # type: ignore[arg-type]


@pytest.mark.usefixtures("known")
def test_a_person_is_found_however_the_name_is_written(desk: Desk) -> None:
    for text in (
        "علي حسن", "على حسن", "ali hassan", "Ali Has", "عەلی حەسەن", "eli hesen", "علي حس", "الشمري", "Shammari Ali",
        "علی",
    ):  # fmt: skip
        hit = found(desk, text)[0]
        assert (hit.kind, hit.ref, hit.field) == ("person", "P-01", "name.record"), text
        assert hit.reasons


@pytest.mark.usefixtures("known")
def test_a_hit_never_says_more_than_was_asked(desk: Desk) -> None:
    for text in ("ali", "ali has", "الش", "0770 123", "Sham", "علي كريم", "blue", "karim hassan"):
        for hit in found(desk, text, strictness="loose"):
            told = [why.say(language(tag)) for why in hit.reasons for tag in TAGS]
            said = " ".join([hit.excerpt, *told])
            assert [name for name in HIDDEN if name in said and name.lower() not in text.lower()] == []
            assert hit.initials in {("ع", "ش"), ()}


@pytest.mark.usefixtures("known")
def test_numbers_are_found_by_beginning_and_end_in_any_digits(desk: Desk) -> None:
    for text, kind in (
        ("0770 123 4567", "phone"), ("+964 770 123 4567", "phone"), ("009647701234567", "phone"),
        ("٠٧٧٠١٢٣٤٥٦٧", "phone"), ("770123", "phone"), ("0770-12", "phone"), ("A-1234567", "paper"), ("a1234", "paper"),
        ("P-01", "person"), ("p-01", "person"),
    ):  # fmt: skip
        hit = found(desk, text)[0]
        assert (hit.kind, hit.ref, hit.excerpt) == (kind, "P-01", ""), text
    assert {hit.ref for hit in found(desk, "4567")} == {"P-01"}


@pytest.mark.usefixtures("known")
def test_a_number_and_a_name_together_find_who_has_both(desk: Desk, case: CaseRow) -> None:
    name = NameRow("record", ism="سارا")
    people.add_person(desk, case.number, names=[name], phones=["0770 123 9999"], role="witness", basis="b")
    assert [hit.ref for hit in found(desk, "0770123 سارا")] == ["P-02"]
    assert {hit.ref for hit in found(desk, "0770123")} == {"P-01", "P-02"}


@pytest.mark.usefixtures("known")
def test_what_was_corrected_is_found_no_more(desk: Desk, case: CaseRow) -> None:
    people.correct_person(desk, case.number, "P-01", reason="misheard", names=[NameRow("record", ism="كريم")])
    assert found(desk, "علي حسن") == []
    assert [hit.ref for hit in found(desk, "Karim")] == ["P-01"]


def test_a_stricter_search_never_finds_more(desk: Desk, case: CaseRow) -> None:
    for name in ("علي حسن الشمري", "علي حسين الشمري", "Aly Hasan Shamari", "كريم علي حسن"):
        people.add_person(desk, case.number, names=[NameRow("record", as_written=name)], role="witness", basis="b")
    for text in ("علي حسن الشمري", "Ali Hassan", "حسن علي"):
        loose, usual, strict = (
            {hit.ref for hit in found(desk, text, strictness=one)} for one in ("loose", "usual", "strict")
        )
        assert strict <= usual <= loose
    with pytest.raises(KeyError):
        found(desk, "علي", strictness="blind")


def test_other_things_are_found_with_some_words_around(desk: Desk, case: CaseRow) -> None:
    exhibits.add_exhibit(desk, case.number, kind="device", description="A green telephone with a broken screen")
    hit = found(desk, "broken scr")[0]
    assert (hit.kind, hit.ref, hit.field) == ("exhibit", "E-001", "description")
    assert "green telephone" in hit.excerpt
    assert [one.kind for one in found(desk, "Synthetic")] == ["case"]
    assert found(desk, case.number)[0].kind == "case"


@pytest.mark.usefixtures("known")
def test_a_search_in_one_case_stays_there(desk: Desk, case: CaseRow) -> None:
    other = cases.open_case(desk, title="Another synthetic case", kind="tip")
    people.add_person(desk, other.number, names=[NameRow("record", ism="علي", father="حسن")], role="witness", basis="b")
    assert {hit.case_number for hit in found(desk, "علي حسن")} == {case.number, other.number}
    assert {hit.case_number for hit in found(desk, "علي حسن", case=other.number)} == {other.number}


@pytest.mark.usefixtures("known")
def test_a_sealed_identity_is_found_by_name_only_by_a_supervisor(desk: Desk, case: CaseRow) -> None:
    people.seal_identity(desk, case.number, "P-01", reason="threatened")
    assert [hit.ref for hit in found(desk, "علي حسن")] == ["P-01"]
    with seated(desk, role="investigator"):
        for text in ("علي حسن", "07701234567", "A1234567", "blue house"):
            assert found(desk, text) == []
        assert [(hit.ref, hit.initials) for hit in found(desk, "P-01")] == [("P-01", ())]


def test_where_a_shelter_is_is_found_only_by_a_supervisor(desk: Desk, case: CaseRow) -> None:
    place = ContactRow("address", "", "", "", "behind the invented bakery", "yes", shelter=True)
    people.add_person(desk, case.number, contacts=[place], role="possible_victim", basis="b")
    hit = found(desk, "bakery")[0]
    assert (hit.ref, hit.field, hit.excerpt) == ("P-01", "contact.address", "")
    with seated(desk, role="investigator"):
        assert found(desk, "bakery") == []


@pytest.mark.usefixtures("known")
def test_whatever_is_typed_is_only_looked_for(desk: Desk) -> None:
    odd = ("", "   ", "\u202e", '"', "* OR (", "NEAR(zz qq)", "zq" * 3000, "\ue000x", "🙂", "'; DROP TABLE person")
    for text in odd:
        assert found(desk, text) == [], text
