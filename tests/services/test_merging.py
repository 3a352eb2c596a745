"""Who may be the same person, said and unsaid; nothing of either is lost. All people are invented."""

import pytest

from tests.desks import refused, seated
from workbench.errors import Reason
from workbench.i18n import TAGS, language
from workbench.identity.births import Birth
from workbench.services import audit, cases, people
from workbench.services.people import beside, likeness, merging
from workbench.services.rows import CaseRow, NameRow, PaperRow
from workbench.store import Desk


def _add(desk: Desk, case: str, name: str, **facts: object) -> str:
    facts = {"role": "possible_victim", "basis": "said so"} | facts
    return people.add_person(desk, case, names=[NameRow("record", as_written=name)], **facts).alias  # type: ignore[arg-type]


@pytest.fixture
def two(desk: Desk, case: CaseRow) -> tuple[str, str]:
    """A victim, and a suspect who is the same person in another script."""
    return (
        _add(desk, case.number, "علي حسن الشمري", phones=["0770 123 4567"], sex="male"),
        _add(desk, case.number, "Ali Hasan al-Shammari", role="suspect", sex="male"),
    )


def _also(desk: Desk, case: str) -> dict[str, tuple[str, ...]]:
    return {row.alias: row.also for row in people.list_people(desk, case)}


def test_likenesses_are_found_across_cases_and_scripts_without_a_name(
    desk: Desk, case: CaseRow, two: tuple[str, str]
) -> None:
    other = cases.open_case(desk, title="Another synthetic case", kind="tip")
    found = likeness.may_be_same(desk, other.number, [NameRow("record", as_written="Aly Hassan Shamari")])
    assert {(one.case_number, one.alias) for one in found} == {(case.number, alias) for alias in two}
    for one in likeness.likenesses(desk, case.number, two[0]):
        said = " ".join(why.say(language(tag)) for why in (*one.reasons, *one.against) for tag in TAGS)
        assert not any(word in said for word in ("علي", "حسن", "Ali", "Shammari"))
        assert one.alias == two[1]


def test_numbers_alone_lead_to_a_person(desk: Desk, case: CaseRow) -> None:
    paper = PaperRow("passport", "A 1234567", "IQ", "self")
    _add(desk, case.number, "سارا", papers=[paper], phones=["+964 770 123 4567"])
    by_paper = likeness.may_be_same(desk, case.number, papers=[PaperRow("passport", "a-1234567", "", "")])
    by_phone = likeness.may_be_same(desk, case.number, phones=["07701234567"])
    assert [one.alias for one in (*by_paper, *by_phone)] == ["P-01", "P-01"]


def test_a_day_that_registrars_write_for_many_says_nothing(desk: Desk, case: CaseRow) -> None:
    def score(day: str) -> int:
        name = [NameRow("record", as_written="Ali Hasan")]
        return likeness.may_be_same(desk, case.number, name, birth=Birth("exact", day))[0].score

    _add(desk, case.number, "علي حسين حسن", birth_kind="exact", birth_low="1990-07-01")
    alone = likeness.may_be_same(desk, case.number, [NameRow("record", as_written="Ali Hasan")])[0].score
    assert score("1990-07-01") == alone
    people.correct_person(desk, case.number, "P-01", reason="seen", birth_kind="exact", birth_low="1990-03-12")
    assert score("1990-03-12") == min(100, alone + 8)
    assert score("1970-03-12") < alone


def test_what_does_not_fit_is_said_and_lowers_the_score(desk: Desk, case: CaseRow, two: tuple[str, str]) -> None:
    name = [NameRow("record", as_written="علي حسن الشمري")]
    fits, against = (likeness.may_be_same(desk, case.number, name, sex=sex)[0] for sex in ("male", "female"))
    assert against.score < fits.score
    assert against.against
    assert two[0] == fits.alias


def test_joined_codes_are_one_person_and_come_apart_whole(desk: Desk, case: CaseRow, two: tuple[str, str]) -> None:
    before = people.list_people(desk, case.number)
    merging.join(desk, case.number, *two, reason="same scar", score=97)
    (row,) = people.list_people(desk, case.number)
    assert (row.alias, row.also, set(row.roles)) == ("P-01", ("P-02",), {"possible_victim", "suspect"})
    assert [one.state for one in likeness.likenesses(desk, case.number, "P-01")] == ["same"]
    merging.part(desk, case.number, *two, reason="brothers")
    assert people.list_people(desk, case.number) == before
    assert [one.state for one in likeness.likenesses(desk, case.number, "P-01")] == ["apart"]
    assert audit.verify(desk).ok


def test_nobody_is_joined_to_themself_or_twice(desk: Desk, case: CaseRow, two: tuple[str, str]) -> None:
    refused(Reason.PERSON_WRONG, lambda: merging.join(desk, case.number, "P-01", "P-01", reason="x"))
    refused(Reason.REASON_NEEDED, lambda: merging.join(desk, case.number, *two, reason=" "))
    refused(Reason.PERSON_UNKNOWN, lambda: merging.join(desk, case.number, "P-01", "P-09", reason="x"))
    merging.join(desk, case.number, *two, reason="same")
    for one, other in (two, two[::-1]):
        refused(Reason.PERSON_WRONG, lambda a=one, b=other: merging.join(desk, case.number, a, b, reason="again"))  # type: ignore[misc]


def test_chains_come_together_and_only_what_is_parted_comes_apart(desk: Desk, case: CaseRow) -> None:
    codes = [_add(desk, case.number, f"name{n}") for n in range(4)]
    merging.join(desk, case.number, codes[1], codes[0], reason="x")
    merging.join(desk, case.number, codes[2], codes[1], reason="x")
    merging.join(desk, case.number, codes[0], codes[3], reason="x")
    assert _also(desk, case.number) == {"P-03": ("P-01", "P-02", "P-04")}
    refused(Reason.PERSON_WRONG, lambda: merging.join(desk, case.number, codes[3], codes[0], reason="a circle"))
    merging.part(desk, case.number, "P-03", "P-04", reason="no")
    assert _also(desk, case.number) == {"P-03": ("P-01", "P-02"), "P-04": ()}
    merging.part(desk, case.number, "P-02", "P-03", reason="no")
    assert _also(desk, case.number) == {"P-02": ("P-01",), "P-03": (), "P-04": ()}


def test_codes_joined_by_way_of_another_case_are_one_person_here_too(desk: Desk, case: CaseRow) -> None:
    other = cases.open_case(desk, title="Another synthetic case", kind="tip")
    _add(desk, case.number, "one"), _add(desk, case.number, "two"), _add(desk, other.number, "three")
    merging.join(desk, other.number, "P-01", "P-01", other_case=case.number, reason="x")
    assert _also(desk, case.number) == {"P-01": (), "P-02": ()}
    merging.join(desk, other.number, "P-01", "P-02", other_case=case.number, reason="x")
    assert _also(desk, case.number) == {"P-01": ("P-02",)}


def test_joining_opens_no_sealed_identity(desk: Desk, case: CaseRow, two: tuple[str, str]) -> None:
    people.seal_identity(desk, case.number, "P-02", reason="threatened")
    merging.join(desk, case.number, *two, reason="same")
    with seated(desk, role="investigator"):
        refused(Reason.NOT_ALLOWED, lambda: people.reveal(desk, case.number, "P-01", "to call"))
        refused(Reason.PERSON_SEALED, lambda: beside.beside(desk, case.number, *two))
        assert likeness.likenesses(desk, case.number, "P-02") == []
        assert [one.alias for one in likeness.likenesses(desk, case.number, "P-01")] == []


def test_side_by_side_hides_names_until_somebody_says_why(desk: Desk, case: CaseRow, two: tuple[str, str]) -> None:
    rows = {row.field: row for row in beside.beside(desk, case.number, *two).rows}
    assert (rows["names"].verdict, rows["names"].a, rows["names"].hidden) == ("alike", (), True)
    assert (rows["sex"].verdict, rows["roles"].verdict, rows["papers"].verdict) == ("equal", "different", "unknown")
    shown = {row.field: row for row in beside.beside(desk, case.number, *two, reason="to be sure").rows}
    assert shown["names"].a == ("علي حسن الشمري",)
    assert [row.act for row in audit.show(desk, case.number, limit=2)] == ["person.reveal", "person.reveal"]
