"""People in full: particulars, papers, photographs, sealed identities; what cannot be is refused."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tests.desks import refused, seated
from workbench.errors import Reason
from workbench.services import audit, people, vaults
from workbench.services.people import photos
from workbench.services.rows import CaseRow, ContactRow, NameRow, PaperRow, Particulars
from workbench.store import Desk

PNG = b"\x89PNG\r\n\x1a\n" + b"synthetic picture " * 40
SHELTER = ContactRow("address", "IQ", "", "", "Synthetic shelter, gate 3", "yes", shelter=True)
ADD: dict[str, Any] = {"role": "possible_victim", "basis": "synthetic"}
FOUR_SCRIPTS = "سارا Сара Sara 萨拉"


@pytest.fixture
def code(desk: Desk, case: CaseRow) -> str:
    """A person with a name, a paper, a telephone and two places where she is reached."""
    row = people.add_person(
        desk, case.number, **ADD, names=[NameRow("record", "Synthetica", family="Exemplar")],
        papers=[PaperRow("passport", "A00000001", "IQ", "P-02")], phones=["0750 000 0000"],
        contacts=[SHELTER, ContactRow("through", "", "", "", "Synthetic social worker", "yes")],
        more=Particulars(pregnant="yes", disabilities=("hearing",), staff_wanted="female"),
    )  # fmt: skip
    return row.alias


def test_a_suspect_who_turns_out_a_victim_is_one_new_claim_and_both_stay_with_their_days(
    desk: Desk, case: CaseRow
) -> None:
    now = desk.clock.now()
    row = people.add_person(
        desk, case.number, role="suspect", basis="Synthetic: found at the place", since=now - timedelta(days=3)
    )
    after = people.claim_role(
        desk, case.number, "P-01", role="victim", basis="Synthetic: screening", ends=row.claims[0].claim_id,
        evidence=["E-001", "statement of P-01"], status="decided", decided_at=now, since=now - timedelta(days=1),
    )  # fmt: skip
    assert [(one.role, one.until) for one in after.claims] == [
        ("suspect", now - timedelta(days=1)), ("victim", None),
    ]  # fmt: skip
    assert after.roles == ("victim",)
    assert (after.claims[1].evidence, after.claims[1].status) == (("E-001", "statement of P-01"), "decided")


def test_a_claim_that_cannot_be_is_refused_and_none_is_kept(desk: Desk, case: CaseRow, code: str) -> None:
    now, again = desk.clock.now(), partial(people.claim_role, desk, case.number, code, role="witness", basis="x")
    refused(Reason.PERSON_WRONG, lambda: again(since=now, until=now - timedelta(minutes=1)))
    refused(Reason.PERSON_WRONG, lambda: again(status="surely"))
    refused(Reason.MOMENT_WRONG, lambda: again(since=now + timedelta(hours=1)))
    refused(Reason.MOMENT_WRONG, lambda: again(until=now + timedelta(hours=1)))
    assert len(people.person_row(desk, case.number, code).claims) == 1


def test_what_cannot_be_about_a_person_is_refused_and_nobody_is_kept(desk: Desk, case: CaseRow) -> None:
    add = partial(people.add_person, desk, case.number, **ADD)
    for wrong in (
        {"birth_kind": "exact", "birth_low": "2026-02-30"},
        {"birth_kind": "exact", "birth_low": "2026-03-02"},
        {"birth_kind": "between", "birth_low": "2010", "birth_high": "2005"},
        {"names": [NameRow("record", "ا" * 301)]},
        {"names": [NameRow("record", "Syn\x00thetica")]},
        {"more": Particulars(died_on="2026-13-01")},
        {"more": Particulars(died_on="2026-03-02")},
        {"more": Particulars(pregnant="perhaps")},
        {"papers": [PaperRow("passport", "1", "", "", issued_on="2026-02-31")]},
        {"papers": [PaperRow("passport", "1", "", "", issued_on="2020-01-02", expires_on="2020-01-01")]},
        {"papers": [PaperRow("membership", "1", "", "")]},
        {"contacts": [ContactRow("address", "", "", "", " ", "yes")]},
        {"contacts": [ContactRow("email", "", "", "", "x", "maybe")]},
    ):
        refused(Reason.PERSON_WRONG, partial(add, **wrong))
    assert people.list_people(desk, case.number) == []


def test_names_of_any_script_are_kept_as_they_are_and_nothing_turns_the_line_round(
    desk: Desk, case: CaseRow
) -> None:
    people.add_person(
        desk, case.number, **ADD,
        names=[NameRow("record", as_written=FOUR_SCRIPTS), NameRow("record", as_written="Sa\u202era \u2066x"),
               NameRow("record", "ا" * 300)],
    )  # fmt: skip
    first, second, third = people.reveal(desk, case.number, "P-01", "synthetic").names
    assert first.full == FOUR_SCRIPTS
    assert not set(second.full) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
    assert len(third.full) == 300


def test_a_correction_keeps_what_it_does_not_name_and_the_earlier_record(desk: Desk, case: CaseRow, code: str) -> None:
    people.correct_person(desk, case.number, code, reason="Synthetic: she said so", nationality="BD")
    row = people.reveal(desk, case.number, code, "synthetic")
    assert (row.nationality, row.names[0].full, row.phones) == ("BD", "Synthetica Exemplar", ("+9647500000000",))
    assert (row.more.pregnant, row.more.disabilities, row.papers[0].held_by) == ("yes", ("hearing",), "P-02")
    refused(Reason.REASON_NEEDED, lambda: people.correct_person(desk, case.number, code, reason=" ", sex="male"))


def test_where_a_shelter_is_stays_hidden_from_who_may_not_see_it_and_is_not_lost_by_them(
    desk: Desk, case: CaseRow, code: str
) -> None:
    with seated(desk, role="investigator"):
        shown = people.reveal(desk, case.number, code, "synthetic").contacts
        assert [(one.withheld, one.text) for one in shown if one.shelter] == [(True, "")]
        added = ContactRow("email", "", "", "", "synthetic@example.org", "no")
        people.correct_person(desk, case.number, code, reason="synthetic", contacts=[*shown, added])
        people.correct_person(desk, case.number, code, reason="synthetic", contacts=[added])
    kept = people.reveal(desk, case.number, code, "synthetic").contacts
    assert [one.text for one in kept] == ["synthetic@example.org", SHELTER.text]


def test_a_sealed_identity_is_opened_again_only_by_who_may_see_it(desk: Desk, case: CaseRow, code: str) -> None:
    with seated(desk, role="investigator"):
        people.seal_identity(desk, case.number, code, reason="Synthetic: threats")
        refused(Reason.NOT_ALLOWED, lambda: people.reveal(desk, case.number, code, "synthetic"))
        refused(Reason.NOT_ALLOWED, lambda: people.unseal_identity(desk, case.number, code, reason="synthetic"))
        # A correction is no way round the seal.
        people.correct_person(desk, case.number, code, reason="synthetic", more=Particulars(protection="masked"))
        refused(Reason.NOT_ALLOWED, lambda: people.reveal(desk, case.number, code, "synthetic"))
    refused(Reason.PERSON_WRONG, lambda: people.seal_identity(desk, case.number, code, reason="again"))
    assert people.reveal(desk, case.number, code, "synthetic").names[0].ism == "Synthetica"
    open_ = people.unseal_identity(desk, case.number, code, reason="Synthetic: the danger is over")
    assert open_.more.protection == "masked"
    assert {"person.seal", "person.unseal"} <= {one.act for one in audit.show(desk, case.number)}


def test_one_number_on_the_papers_of_two_people_is_pointed_out_without_showing_it(
    desk: Desk, case: CaseRow, code: str
) -> None:
    for number, kind in (("a 0000-0001", "passport"), ("A00000001", "residence"), ("", "passport")):
        people.add_person(desk, case.number, **ADD, papers=[PaperRow(kind, number, "", "")])
    (found,) = people.doubles(desk, case.number)
    assert (found.kind, found.ending, found.people) == ("passport", "…01", ("P-01", "P-02"))


def test_a_photograph_is_sealed_and_comes_only_with_the_name(
    desk: Desk, case: CaseRow, code: str, tmp_path: Path
) -> None:
    picture = tmp_path / "synthetic name.png"
    picture.write_bytes(PNG)
    row = people.attach_photo(desk, case.number, code, picture)
    assert (row.has_photo, row.photo) == (True, b"")
    assert people.reveal(desk, case.number, code, "synthetic").photo == PNG
    assert not [one for one in desk.folder.rglob("*") if one.is_file() and PNG[:20] in one.read_bytes()]
    assert "synthetic name" not in "".join(one.subject for one in audit.show(desk, case.number))


def test_what_is_no_picture_is_refused_by_its_content(
    desk: Desk, case: CaseRow, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "picture.jpg"
    file.write_bytes(b"GIF89a" + bytes(100))
    attach = partial(people.attach_photo, desk, case.number, code, file)
    refused(Reason.PERSON_WRONG, attach)
    monkeypatch.setattr(photos, "MOST", 100)
    file.write_bytes(PNG)
    refused(Reason.PERSON_WRONG, attach)
    refused(Reason.FILE_MISSING, partial(people.attach_photo, desk, case.number, code, tmp_path / "none.png"))
    assert not people.person_row(desk, case.number, code).has_photo
    assert list((desk.folder / "shelf").rglob("*.wba")) == []


def test_a_spoilt_photograph_is_found_by_the_check_and_hides_nothing_else(
    desk: Desk, case: CaseRow, code: str, tmp_path: Path, sign_in: Callable[[Path], Desk]
) -> None:
    picture = tmp_path / "one.png"
    picture.write_bytes(PNG)
    people.attach_photo(desk, case.number, code, picture)
    whole = vaults.check_vault(desk)
    assert (whole.ok, whole.files) == (True, 1)
    copy = vaults.backup_vault(desk, tmp_path / "copy")
    assert len(list((copy / "shelf").rglob("*.wba"))) == 1
    (sealed,) = (desk.folder / "shelf").rglob("*.wba")
    sealed.write_bytes(sealed.read_bytes()[:-1] + b"\x00")
    assert vaults.check_vault(desk).broken_files == (f"{case.number} {code}",)
    shown = people.reveal(desk, case.number, code, "synthetic")
    assert (shown.has_photo, shown.photo, shown.names[0].ism) == (True, b"", "Synthetica")
