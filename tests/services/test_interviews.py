"""Interviews from the plan to the signature: what warns, what is refused, what stays as it was first said."""

from datetime import timedelta
from pathlib import Path

import pytest

from tests.desks import refused
from workbench.errors import Reason
from workbench.i18n import TAGS, language
from workbench.services import care, exhibits, findings, interviews, people
from workbench.services.interviews import BreakRow, ConductRow, PlanRow, PresentRow, Said, TopicRow
from workbench.services.rows import CaseRow
from workbench.store import Desk

OFFENCE = "IQ-TIP-28"
TOPIC = (TopicRow("كيف كان يمضي يوم عادي"),)
ROOM = (PresentRow("interviewer", "Officer one", "female"), PresentRow("social_worker", "Worker", "female"))


@pytest.fixture
def told(desk: Desk, case: CaseRow) -> CaseRow:
    """A victim who speaks Luganda and wants a woman, a suspect, a child and a witness."""
    people.add_person(
        desk, case.number, role="possible_victim", basis="found there", sex="female", languages=["lg"],
        needs_interpreter=True,
    )
    people.add_person(desk, case.number, role="suspect", basis="named", languages=["ar"])
    people.add_person(
        desk, case.number, role="possible_victim", basis="found there", birth_kind="about", birth_low="2014",
        birth_high="2015", languages=["ar"],
    )
    people.add_person(desk, case.number, role="witness", basis="neighbour", languages=["ckb"])
    return case


def _plan(desk: Desk, case: CaseRow, alias: str, capacity: str, **more: object) -> interviews.InterviewRow:
    plan = PlanRow(**{"place": "Room 2", "topics": TOPIC, "language": "ar", **more})  # type: ignore[arg-type]
    return interviews.plan_interview(desk, case.number, alias, capacity=capacity, plan=plan)


def _held(desk: Desk, minutes: int = 50, **more: object) -> ConductRow:
    start = desk.clock.now() - timedelta(hours=3)
    facts = {"room": ROOM, "voluntary": "yes", "promised": "no", "private": "yes", "language": "ar", **more}
    return ConductRow(start, start + timedelta(minutes=minutes), **facts)  # type: ignore[arg-type]


def _keys(row: interviews.InterviewRow) -> set[str]:
    for tag in TAGS:
        assert all(one.say(language(tag)) for one in row.warnings)
    return {one.key for one in row.warnings}


def _statement(desk: Desk, case: CaseRow, ref: str, *lines: Said, **more: object) -> interviews.StatementRow:
    facts = {
        "lines": lines or (Said("q", "ماذا حدث؟"), Said("a", "أخذ الجواز وقال عليك 2800 دولار.")),
        "language": "ar", "head": {"no_oath": "victim"}, "interview": ref,
        "started_at": desk.clock.now() - timedelta(hours=3), "ended_at": desk.clock.now() - timedelta(hours=2), **more,
    }  # fmt: skip
    return interviews.take_statement(desk, case.number, **facts)  # type: ignore[arg-type]


def test_a_plan_keeps_people_apart_and_says_what_it_lacks(desk: Desk, told: CaseRow) -> None:
    at = desk.clock.now() + timedelta(hours=2)
    care.make_appointment(desk, told.number, people=["P-02"], at=at, place="Room 2", purpose="legal")
    plan = PlanRow(place="room 2", topics=TOPIC, language="ar", officer_sex="male", private="no")
    error = refused(
        Reason.NO_CONTACT_NEAR,
        lambda: interviews.plan_interview(desk, told.number, "P-01", capacity="victim", plan=plan, at=at),
    )
    assert "P-02" in str(error.facts["codes"])
    row = interviews.plan_interview(
        desk, told.number, "P-01", capacity="victim", plan=plan, at=at + timedelta(hours=3)
    )
    # On the same day at the same place they are named, even where they would not meet on the stairs.
    assert {"no_contact", "not_private", "interpreter_missing"} <= _keys(row)
    assert next(one for one in row.warnings if one.key == "no_contact").codes == ("P-02",)
    assert row.warnings[0].weight == "stop"


def test_two_plans_keep_each_other_apart(desk: Desk, told: CaseRow) -> None:
    at = desk.clock.now() + timedelta(hours=2)
    plan = PlanRow(place="Room 2", topics=TOPIC)
    interviews.plan_interview(desk, told.number, "P-02", capacity="suspect", plan=plan, at=at)
    refused(
        Reason.NO_CONTACT_NEAR,
        lambda: interviews.plan_interview(desk, told.number, "P-01", capacity="victim", plan=plan, at=at),
    )
    row = interviews.plan_interview(
        desk, told.number, "P-01", capacity="victim", plan=plan, at=at, reason="two buildings of one name"
    )
    assert row.plan.meant == "two buildings of one name"


def test_a_plan_is_changed_until_it_is_held(desk: Desk, told: CaseRow) -> None:
    row = _plan(desk, told, "P-04", "witness")
    again = interviews.plan_interview(
        desk, told.number, "P-04", capacity="witness", plan=PlanRow(place="Room 5", topics=TOPIC), ref=row.ref
    )
    assert (again.ref, again.plan.place) == ("IV-01", "Room 5")
    interviews.hold_interview(desk, told.number, row.ref, conduct=_held(desk))
    refused(
        Reason.INTERVIEW_OVER,
        lambda: interviews.plan_interview(
            desk, told.number, "P-04", capacity="witness", plan=PlanRow(place="x", topics=TOPIC), ref=row.ref
        ),
    )
    refused(Reason.INTERVIEW_OVER, lambda: interviews.cancel_interview(desk, told.number, row.ref, "why"))
    assert len(interviews.list_interviews(desk, told.number)) == 1


def test_topics_come_from_the_gaps_of_the_pairs_somebody_is_in(desk: Desk, told: CaseRow) -> None:
    every = interviews.propose(desk, told.number, "P-01", "ar_IQ").topics
    assert every
    assert all(one.origin == "matrix" and "P-02" in one.why for one in every)
    said = interviews.topic_text(every[0], "en")
    assert said.text != every[0].text
    assert interviews.propose(desk, told.number, "P-04", "en").topics == ()


def test_what_a_talk_lacked_is_said_afterwards(desk: Desk, told: CaseRow) -> None:
    child = _plan(desk, told, "P-03", "victim")
    room = (PresentRow("interviewer", "Officer"),)
    row = interviews.hold_interview(desk, told.number, child.ref, conduct=_held(desk, 100, room=room))
    assert {"child_alone", "child_long", "no_break", "child_untrained"} <= _keys(row)
    again = _plan(desk, told, "P-03", "victim", beside=ROOM, trained="yes")
    assert "child_again" in _keys(again)
    assert next(one for one in again.warnings if one.key == "child_again").codes == (child.ref,)
    suspect = _plan(desk, told, "P-02", "suspect", place="Room 9")
    row = interviews.hold_interview(desk, told.number, suspect.ref, conduct=_held(desk, 30))
    assert {"rights_missing", "lawyer_absent"} <= _keys(row)
    assert "rights_open" not in _keys(row)


def test_a_break_in_time_is_no_warning(desk: Desk, told: CaseRow) -> None:
    row = _plan(desk, told, "P-04", "witness", language="ckb")
    start = desk.clock.now() - timedelta(hours=3)
    pause = BreakRow(start + timedelta(minutes=50), start + timedelta(minutes=60))
    held = interviews.hold_interview(
        desk, told.number, row.ref, conduct=_held(desk, 110, breaks=(pause,), language="ckb")
    )
    assert "no_break" not in _keys(held)
    outside = BreakRow(start - timedelta(minutes=5), start)
    other = _plan(desk, told, "P-04", "witness", language="ckb")
    refused(
        Reason.INTERVIEW_WRONG,
        lambda: interviews.hold_interview(desk, told.number, other.ref, conduct=_held(desk, breaks=(outside,))),
    )


def test_an_interpreter_is_on_oath_without_ties_and_on_one_side(desk: Desk, told: CaseRow) -> None:
    voice = interviews.record_interpreter(
        desk, told.number, name="Interpreter one", languages=[("lg", "Kampala"), ("ar", "")], sex="male",
        ties=["community"], ties_note="same village",
    )
    assert voice.ref == "I-01"
    row = _plan(desk, told, "P-01", "victim", interpreter=voice.ref, language="lg")
    assert "interpreter_tie" in _keys(row)
    assert "interpreter_unsworn" not in _keys(row)
    held = interviews.hold_interview(
        desk, told.number, row.ref, conduct=_held(desk, interpreter=voice.ref, language="lg")
    )
    assert {"interpreter_unsworn", "interpreter_dialect"} <= _keys(held)
    _plan(desk, told, "P-02", "suspect", interpreter=voice.ref, place="Room 9")
    both = interviews.one_interview(desk, told.number, row.ref)
    assert next(one for one in both.warnings if one.key == "interpreter_both").codes == ("IV-02",)
    sworn = interviews.record_interpreter(
        desk, told.number, ref=voice.ref, name=voice.name, languages=voice.languages,
        oath_at=desk.clock.now() - timedelta(hours=4), reason="the oath was in the paper record",
    )
    assert sworn.ties == ()
    assert "interpreter_unsworn" not in _keys(interviews.one_interview(desk, told.number, row.ref))


def test_a_doubt_stays_until_something_is_done(desk: Desk, told: CaseRow) -> None:
    voice = interviews.record_interpreter(desk, told.number, name="Somebody", languages=[("lg", "")])
    row = _plan(desk, told, "P-01", "victim", interpreter=voice.ref, language="lg")
    doubted = interviews.raise_doubt(
        desk, told.number, voice.ref, by="lawyer", about="«قفل» was said as «أغلق»", interview=row.ref
    )
    assert doubted.doubts[0].by == "lawyer"
    assert "interpreter_doubted" in _keys(interviews.one_interview(desk, told.number, row.ref))
    interviews.settle_doubt(desk, told.number, voice.ref, 1, "asked a second interpreter; the word stands")
    assert "interpreter_doubted" not in _keys(interviews.one_interview(desk, told.number, row.ref))
    refused(Reason.INTERVIEW_WRONG, lambda: interviews.settle_doubt(desk, told.number, voice.ref, 2, "x"))
    refused(
        Reason.INTERPRETER_UNKNOWN, lambda: interviews.raise_doubt(desk, told.number, "I-09", by="x", about="y")
    )


def test_a_statement_keeps_what_was_first_said(desk: Desk, told: CaseRow) -> None:
    talk = _plan(desk, told, "P-01", "victim")
    refused(Reason.INTERVIEW_NOT_HELD, lambda: _statement(desk, told, talk.ref))
    interviews.hold_interview(desk, told.number, talk.ref, conduct=_held(desk))
    row = _statement(desk, told, talk.ref)
    assert (row.ref, row.state, [one.kind for one in row.lines]) == ("ST-01", "taken", ["q", "a"])
    refused(
        Reason.STATEMENT_NOT_READ_BACK,
        lambda: interviews.sign(desk, told.number, "ST-01", role="speaker", how="signature"),
    )
    interviews.read_back(desk, told.number, "ST-01", languages=["en", "lg"], by="Interpreter", accepted="corrected")
    row = interviews.correct_line(desk, told.number, "ST-01", 2, text="أخذ الجواز وقال عليك 2900 دولار.", signed=True)
    assert "2800" in row.lines[1].text
    assert "2900" in row.lines[1].now
    assert row.lines[1].corrections[0].signed
    refused(
        Reason.STATEMENT_LINE_UNKNOWN,
        lambda: interviews.correct_line(desk, told.number, "ST-01", 3, text="x", signed=True),
    )
    row = interviews.sign(desk, told.number, "ST-01", role="speaker", how="thumbprint")
    assert (row.state, row.signatures[0].who) == ("signed", "P-01")
    refused(
        Reason.STATEMENT_SIGNED,
        lambda: interviews.correct_line(desk, told.number, "ST-01", 2, text="x", signed=True),
    )
    # Whoever else was there signs after the speaker.
    row = interviews.sign(desk, told.number, "ST-01", role="interpreter", how="signature", who="Interpreter")
    assert [one.role for one in row.signatures] == ["speaker", "interpreter"]
    assert interviews.one_interview(desk, told.number, talk.ref).statements == ("ST-01",)


def test_who_refuses_to_sign_says_why(desk: Desk, told: CaseRow) -> None:
    row = _statement(desk, told, "", alias="P-04", capacity="witness", head={"oath": "sworn"})
    refused(
        Reason.INTERVIEW_INCOMPLETE, lambda: interviews.sign(desk, told.number, row.ref, role="speaker", how="refused")
    )
    row = interviews.sign(desk, told.number, row.ref, role="speaker", how="refused", reason="afraid of the neighbour")
    assert (row.state, row.signatures[0].reason) == ("refused", "afraid of the neighbour")


def test_nobody_under_suspicion_and_no_child_is_sworn(desk: Desk, told: CaseRow) -> None:
    refused(
        Reason.OATH_OF_SUSPECT,
        lambda: _statement(desk, told, "", alias="P-02", capacity="accused", head={"oath": "sworn"}),
    )
    refused(
        Reason.OATH_OF_CHILD,
        lambda: _statement(desk, told, "", alias="P-03", capacity="witness", head={"oath": "sworn"}),
    )
    refused(
        Reason.INTERVIEW_INCOMPLETE, lambda: _statement(desk, told, "", alias="P-04", capacity="witness", head={})
    )
    row = _statement(desk, told, "", alias="P-02", capacity="accused", head={})
    assert row.head["no_oath"] == "accused"


def test_lines_take_the_time_of_the_recording(desk: Desk, told: CaseRow) -> None:
    row = _statement(
        desk, told, "", Said("q", "Q"), Said("a", "A", "translated", "٤:٠٥"), Said("a", "B", "", "1:02:30"),
        alias="P-04", capacity="witness", head={"oath": "sworn"}, translated_to="en",
    )
    assert [one.at for one in row.lines] == ["", "04:05", "62:30"]
    refused(
        Reason.INTERVIEW_WRONG,
        lambda: _statement(desk, told, "", Said("a", "A", "", "soon"), alias="P-04", capacity="witness"),
    )
    asked = Said("q", "?")
    refused(Reason.STATEMENT_EMPTY, lambda: _statement(desk, told, "", asked, alias="P-04", capacity="witness"))


def test_the_recording_is_tied_by_its_hash(desk: Desk, told: CaseRow, tmp_path: Path) -> None:
    exhibits.add_exhibit(desk, told.number, kind="digital", description="recording", number="REC-1")
    row = _statement(desk, told, "", alias="P-04", capacity="witness", head={"oath": "sworn"})
    refused(Reason.RECORDING_MISSING, lambda: interviews.seal_recording(desk, told.number, row.ref, "REC-1"))
    file = tmp_path / "talk.wav"
    file.write_bytes(b"synthetic sound")
    sealed = exhibits.attach_file(desk, told.number, "REC-1", file).files[0].sha256
    row = interviews.seal_recording(desk, told.number, row.ref, "REC-1")
    assert row.recording is not None
    assert row.recording.sha256 == sealed
    talk = _plan(desk, told, "P-04", "witness", language="ckb")
    held = interviews.hold_interview(
        desk, told.number, talk.ref, conduct=_held(desk, recorded="audio", exhibit="REC-1", language="ckb")
    )
    assert held.conduct is not None
    assert held.conduct.sha256 == sealed
    assert "unrecorded" not in _keys(held)


def test_a_line_is_cited_only_if_it_is_there(desk: Desk, told: CaseRow) -> None:
    row = _statement(desk, told, "", alias="P-01", capacity="victim")
    offence = interviews.propose(desk, told.number, "P-01").topics[0].key.partition(":")[2]

    def cite(source: str, place: str) -> findings.FindingRow:
        return findings.add_finding(
            desk, told.number, suspect="P-02", about="P-01", offence=OFFENCE, element=offence, side="for",
            strength="fair", source_kind="statement", source=source, place=place,
        )

    assert cite(row.ref, "line 2").place == "line 2"
    assert cite(row.ref, "1-2").place == "1-2"
    refused(Reason.STATEMENT_LINE_UNKNOWN, lambda: cite(row.ref, "line 7"))
    refused(Reason.STATEMENT_LINE_UNKNOWN, lambda: cite(row.ref, "somewhere below"))
    refused(Reason.STATEMENT_UNKNOWN, lambda: cite("ST-09", "line 1"))
    # A statement on paper stays an exhibit, whose place is in words.
    exhibits.add_exhibit(desk, told.number, kind="document", description="statement on paper", number="STMT-1")
    assert cite("STMT-1", "ص 2 س 7").source == "STMT-1"
    refused(Reason.EXHIBIT_UNKNOWN, lambda: cite("STMT-9", "x"))


def test_two_statements_side_by_side(desk: Desk, told: CaseRow) -> None:
    _statement(desk, told, "", Said("a", "أخذ أراس الجواز وقال عليك دين 2800 دولار. كانت الباب مقفلة."), alias="P-01",
               capacity="victim")  # fmt: skip
    _statement(
        desk, told, "", Said("a", "ئاراس پاسەکەی برد", "أخذ أراس الجواز وقال إن الدين 2900 دولار. كان هناك كلب."),
        alias="P-04", capacity="witness", language="ckb", translated_to="ar", head={"oath": "sworn"},
    )  # fmt: skip
    found = interviews.compared(desk, told.number, "ST-01", "ST-02")
    assert found.language == "ar"
    assert [one.label for one in found.rows] == ["differs", "only_here", "only_here"]
    assert found.rows[0].figures == (("2800",), ("2900",))
    assert (found.rows[1].right, found.rows[2].left) == (None, None)
