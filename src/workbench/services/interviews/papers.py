"""Interviews, statements and interpreters as papers say them."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from workbench.i18n import language
from workbench.proof.interviewing import Duty
from workbench.reports import heard as h
from workbench.reports.course import Source
from workbench.services import law
from workbench.services.interviewed import SUSPECTED
from workbench.services.interviews.gathering import list_interviews, one_interview
from workbench.services.interviews.interpreters import list_interpreters
from workbench.services.interviews.proposing import propose, topic_text
from workbench.services.interviews.rows import InterpreterRow, InterviewRow, TopicRow
from workbench.services.interviews.ruled import interview_rules
from workbench.services.interviews.statements import one_statement
from workbench.services.stated import StatementRow
from workbench.sop.places import place_text
from workbench.store import Desk

PLAN, RECORD, RIGHTS = "interview_plan", "interview_record", "rights_notice"
STATEMENT_PAPER, VOICE = "statement", "interpreter_record"
PAPERS = frozenset({PLAN, RECORD, RIGHTS, STATEMENT_PAPER, VOICE})
_MOST_KNOWN = 30


def paper(desk: Desk, case_id: str, kind: str, ref: str, tag: str) -> h.Heard:
    """What a paper of a kind says of what was heard."""
    rules, sourced = interview_rules(tag), _Sourced(tag)
    voices = {one.ref: one for one in list_interpreters(desk, case_id)}
    if kind == VOICE:
        talks = tuple(one.ref for one in list_interviews(desk, case_id) if one.interpreter == ref)
        return h.Heard(voice=_voice(voices[ref], talks), interpreter=sourced.all(rules.interpreter.values()))
    if kind == STATEMENT_PAPER:
        row = one_statement(desk, case_id, ref)
        held = one_interview(desk, case_id, row.interview) if row.interview else None
        voice = voices.get(row.head["interpreter"])
        rights = rules.rights.values() if row.capacity in SUSPECTED else ()
        return h.Heard(
            talk=_talk(held, tag) if held else None, statement=_given(row), voice=_voice(voice) if voice else None,
            rights=sourced.all(rights),
        )  # fmt: skip
    talk = one_interview(desk, case_id, ref)
    voice = voices.get(talk.interpreter)
    heard = h.Heard(
        talk=_talk(talk, tag), voice=_voice(voice) if voice else None,
        rights=sourced.all(rules.rights.values()) if talk.capacity in SUSPECTED else (),
    )  # fmt: skip
    return _planned(desk, case_id, talk, heard, sourced) if kind == PLAN else heard


def _planned(desk: Desk, case_id: str, talk: InterviewRow, heard: h.Heard, sourced: "_Sourced") -> h.Heard:
    """What only the plan says: what was told already, and the rules to hold the talk by."""
    rules = interview_rules(sourced.tag)
    known = propose(desk, case_id, talk.alias, sourced.tag).answered[:_MOST_KNOWN]
    return replace(
        heard, known=tuple(h.Known(one.question, one.answer, one.where) for one in known),
        phases=tuple(
            h.Phase(
                one.title, one.text, sourced.all(one.duties.values()), sourced.all(one.ask.values()),
                sourced.all(one.avoid.values()),
            )
            for one in rules.phases.values()
        ),
        child=sourced.all(rules.child.values()) if talk.child else (), stop=sourced.all(rules.stop.values()),
        interpreter=sourced.all(rules.interpreter.values()) if talk.interpreter else (),
    )  # fmt: skip


class _Sourced:
    """Duties with the titles of their sources in a language."""

    def __init__(self, tag: str) -> None:
        self.tag, self.spoken = tag, language(tag)

    def all(self, duties: Iterable[Duty]) -> tuple[h.Told, ...]:
        return tuple(h.Told(one.text, one.why, self._source(one)) for one in duties)

    def _source(self, one: Duty) -> Source | None:
        if not one.source:
            return None
        place = place_text(one.place, self.spoken) if one.place else ""
        return Source(law.title_of(one.source, self.tag), place, one.mark)


def _talk(row: InterviewRow, tag: str) -> h.Talk:
    plan, held, spoken = row.plan, row.conduct, language(tag)
    duties = interview_rules(tag).phases["engage"].duties
    rights = interview_rules(tag).rights
    people = held.room if held else plan.beside
    facts: dict[str, object] = {}
    if held:
        facts = {
            "started_at": held.started_at, "ended_at": held.ended_at,
            "pauses": tuple(h.Pause(one.start, one.end) for one in held.breaks), "understood": held.understood,
            "explained": tuple(duties[key].text for key in held.explained if key in duties),
            "said_back": held.said_back, "rights": tuple(rights[key].text for key in held.rights if key in rights),
            "rights_at": held.rights_at, "acknowledged": held.acknowledged, "recorded": held.recorded,
            "exhibit": held.exhibit, "file": held.file, "recording_sha256": held.sha256, "voluntary": held.voluntary,
            "promised": held.promised, "observed": held.observed,
        }  # fmt: skip
    return h.Talk(
        ref=row.ref, capacity=row.capacity, standing=row.state, at=row.at, minutes=plan.minutes, place=plan.place,
        interviewer=plan.interviewer, spoken=held.language if held else plan.language,
        private=held.private if held else plan.private, fit=held.fit if held else plan.fit, fit_by=plan.fit_by,
        risks=plan.risks, meant=plan.meant, why=row.reason,
        topics=tuple(_topic(topic_text(one, tag)) for one in plan.topics),
        room=tuple(h.Somebody(one.role, one.name) for one in people),
        warnings=tuple(one.say(spoken) for one in row.warnings), statements=row.statements, **facts,  # type: ignore[arg-type]
    )  # fmt: skip


def _topic(one: TopicRow) -> h.Topic:
    return h.Topic(one.text, one.why, one.prompts)


def _voice(row: InterpreterRow, talks: tuple[str, ...] = ()) -> h.Voice:
    return h.Voice(
        row.ref, row.name, row.languages, row.oath_at, row.paper, row.qualification, row.ties, row.ties_note,
        row.accepted, tuple(h.Doubt(one.at, one.by, one.about, one.done, one.interview) for one in row.doubts), talks,
    )  # fmt: skip


def _given(row: StatementRow) -> h.Given:
    sealed = row.recording
    return h.Given(
        row.ref, row.interview, row.capacity, row.form, row.language, row.translated_to, row.started_at, row.ended_at,
        _head(row.head),
        tuple(
            h.Line(
                one.no, one.kind, one.text, one.translation, one.at,
                tuple(h.Correction(c.text, c.translation, c.by, c.signed, c.at) for c in one.corrections),
            )
            for one in row.lines
        ),
        tuple(h.ReadBack(one.at, one.languages, one.by, one.accepted, one.note) for one in row.read_backs),
        tuple(h.Signature(one.role, one.how, one.who, one.reason, one.at) for one in row.signatures),
        *((sealed.exhibit, sealed.name, sealed.sha256) if sealed else ("", "", "")),
    )  # fmt: skip


def _head(head: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted(head.items()))
