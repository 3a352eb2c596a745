"""Planning a talk in two steps: with whom and as what, then what is still open and how nobody is harmed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.fields import Field, Kind, Option
from workbench.i18n import N_, isolate, ltr
from workbench.services import interviews
from workbench.services.interviews import InterviewRow, PlanRow, PresentRow, ProposalRow, TopicRow
from workbench.ui.dialogs.ask import Ask, AskReason
from workbench.ui.dialogs.asked import Answers, AskForm
from workbench.ui.dialogs.care.keeping import WIDE, at, keep, several, text
from workbench.ui.dialogs.care.told import words
from workbench.ui.forms import Known
from workbench.ui.heard import Looked
from workbench.ui.parts.notice import Notice
from workbench.ui.room import Room
from workbench.ui.state import tr
from workbench.ui.state.speech import zone

# Who is written by name beside the interviewer; the interpreter has a number.
BESIDE = (
    "second",
    "writer",
    "guardian",
    "social_worker",
    "lawyer",
    "doctor",
    "trusted",
    "prosecutor",
    "judge",
)
_MEANT = (Reason.NO_CONTACT, Reason.NO_CONTACT_NEAR, Reason.REFLECTION_RUNS)


class ChoosePerson(AskForm):
    """With whom, and as what; what was told already and what is open is looked up before the plan is made."""

    def __init__(
        self, parent: QWidget, people: Sequence[tuple[str, str]], then: Callable[[str, str], object]
    ) -> None:
        self._then = then
        super().__init__(
            parent, tr(N_("Plan an interview")),
            tr(N_("Nobody should have to tell it twice: what is known already is shown first.")), tr(N_("Go on")),
            fields=[
                Field("alias", Kind.PERSON, tr(N_("Person")), required=True),
                Field("capacity", Kind.CHOICE, tr(N_("Heard as")), required=True, options=words(terms.HEARD_AS)),
            ],
            known=Known(people=people, zone=zone()), answers={}, send=self._go, glyph="ph.chat-circle-text",
        )  # fmt: skip

    def _go(self, said: Answers) -> None:
        self.accept()
        self._then(text(said, "alias"), text(said, "capacity"))


class PlanInterview(AskForm):
    """The plan; with ``old`` the change of one. What stands against it by the rules is shown once it is kept."""

    def __init__(
        self, parent: QWidget, room: Room, found: Looked, proposal: ProposalRow, *, alias: str, capacity: str,
        old: InterviewRow | None = None, then: Callable[[InterviewRow], object],
    ) -> None:  # fmt: skip
        self._room, self._alias, self._capacity, self._old, self._then = room, alias, capacity, old, then
        person = next((one for one in found.people if alias in (one.alias, *one.also)), None)
        self._offered = {f"t{n}": one for n, one in enumerate(_topics(proposal, old))}
        super().__init__(
            parent, tr(N_("Interview with {code}"), code=ltr(alias)),
            tr(N_("Plan times, doors, rooms and vehicles so that victim and suspect never meet.")),
            tr(N_("Record the plan")), fields=_fields(self._offered, found), known=Known(zone=zone()),
            answers=_answers(old, self._offered, person.languages if person else (), room.desk.actor.name),
            send=self._keep, before=_told(proposal), glyph="ph.chat-circle-text", width=WIDE,
        )  # fmt: skip

    def refuse(self, error: Exception, *, action: str = "", act: Callable[[], object] | None = None) -> None:
        super().refuse(error, action=action, act=act)
        if isinstance(error, Refusal) and error.reason in _MEANT:
            self.form.box("reason").input.setFocus()

    def _keep(self, said: Answers) -> None:
        own = [TopicRow(line.strip()) for line in text(said, "own").splitlines() if line.strip()]
        chosen = [self._offered[key] for key in several(said, "topics")]
        plan = PlanRow(
            place=text(said, "place"), minutes=int(text(said, "minutes")), topics=(*chosen, *own),
            interviewer=text(said, "interviewer"), officer_sex=text(said, "officer_sex") or "unknown",
            trained=text(said, "trained") or "unknown", interpreter=text(said, "interpreter"),
            language=text(said, "language"), private=text(said, "private") or "unknown",
            fit=text(said, "fit") or "unknown", fit_by=text(said, "fit_by"), beside=beside(said, self._old),
            risks=text(said, "risks"),
        )  # fmt: skip
        self._room.act(
            self, interviews.plan_interview, self._room.memory.case_id, self._alias, capacity=self._capacity, plan=plan,
            at=at(said, "at"), ref=self._old.ref if self._old else "", reason=text(said, "reason"), then=self._done,
            failed=self.refuse,
        )  # fmt: skip

    def _done(self, row: Any) -> None:
        self.accept()
        self._then(row)


def cancel(parent: QWidget, room: Room, ref: str) -> Ask:
    """Ask why a planned talk does not take place."""

    def send(reason: str, dialog: Ask) -> None:
        keep(dialog, room, interviews.cancel_interview, ref, reason=reason)

    return AskReason(
        parent, tr(N_("Cancel {interview}?"), interview=ltr(ref)), "", tr(N_("Cancel the interview")),
        no=tr(N_("Leave it as it is")), then=send, glyph="ph.calendar-x",
    )  # fmt: skip


def beside(said: Answers, old: InterviewRow | None) -> tuple[PresentRow, ...]:
    """Who is to be there, by the fields of each task; what the form does not ask stays as it was."""
    sexes = {(one.role, one.name): one.sex for one in old.plan.beside} if old else {}
    found = [(role, text(said, f"in_{role}").strip()) for role in ("interviewer", *BESIDE)]
    kept = [one for one in old.plan.beside if one.role not in ("interviewer", *BESIDE)] if old else []
    return (
        *(PresentRow(role, name, sexes.get((role, name), "unknown")) for role, name in found if name),
        *kept,
    )


def room_fields() -> list[Field]:
    """A field for each task that somebody beside the interviewer may have in the room."""
    return [Field(f"in_{role}", Kind.TEXT, tr(terms.IN_THE_ROOM[role])) for role in BESIDE]


def voice_options(found: Looked) -> tuple[Option, ...]:
    """The interpreters of the case by number."""
    return tuple(Option(one.ref, f"{ltr(one.ref)} {isolate(one.name)}") for one in found.voices)


def _topics(proposal: ProposalRow, old: InterviewRow | None) -> list[TopicRow]:
    """What the last plan had, then what is open and was not in it."""
    before = list(old.plan.topics) if old else []
    had = {one.key for one in before if one.key}
    return [*before, *(one for one in proposal.topics if one.key not in had)]


def _told(proposal: ProposalRow) -> Notice | None:
    lines = [f"{isolate(one.question)}: {isolate(one.answer)}" for one in proposal.answered[:8]]
    if not lines:
        return None
    return Notice(tr(N_("Do not ask again what was told already.")), "\n".join(lines), "info", closes=False)


def _fields(offered: dict[str, TopicRow], found: Looked) -> list[Field]:
    yes_no = words(terms.YES_NO)
    topics = tuple(
        Option(key, f"{one.text} — {one.why}" if one.why else one.text) for key, one in offered.items()
    )
    voices = voice_options(found)
    return [
        Field("at", Kind.MOMENT, tr(N_("When")), required=True),
        Field("minutes", Kind.NUMBER, tr(N_("Minutes")), required=True),
        Field("place", Kind.TEXT, tr(N_("Place")), required=True, help=tr(N_("Never the address of a shelter."))),
        *([Field("topics", Kind.CHOICES, tr(N_("What is still open")), options=topics)] if topics else []),
        Field("own", Kind.LINES, tr(N_("Other topics, each in its own line")), required=not topics),
        Field("interviewer", Kind.TEXT, tr(N_("Interviewer")), required=True),
        Field("officer_sex", Kind.CHOICE, tr(N_("Interviewer: woman or man")), options=words(terms.SEXES)),
        Field("trained", Kind.CHOICE, tr(N_("Trained to speak with children")), options=yes_no),
        Field("language", Kind.LANGUAGE, tr(N_("Language"))),
        *([Field("interpreter", Kind.CHOICE, tr(N_("Interpreter")), options=voices)] if voices else []),
        Field("private", Kind.CHOICE, tr(N_("A private place")), options=yes_no),
        Field("fit", Kind.CHOICE, tr(N_("Fit to be interviewed")), options=yes_no),
        Field("fit_by", Kind.TEXT, tr(N_("Found fit by"))), *room_fields(),
        Field("risks", Kind.LINES, tr(N_("Way here and back, risks and what is done about them"))),
        Field("reason", Kind.LINES, tr(N_("Why it is meant, if they should not meet")),
              help=tr(N_("Empty in every other case. It is written to the log and shown."))),
    ]  # fmt: skip


def _answers(
    old: InterviewRow | None, offered: dict[str, TopicRow], languages: Sequence[str], officer: str
) -> dict[str, object]:
    if old is None:
        return {"minutes": 60, "interviewer": officer, "language": languages[0] if languages else ""}
    plan = old.plan
    had = {replace(one, prompts=()) for one in plan.topics}
    said: dict[str, object] = {
        "at": old.at.isoformat(timespec="minutes") if old.at else "", "minutes": plan.minutes, "place": plan.place,
        "topics": [key for key, one in offered.items() if replace(one, prompts=()) in had],
        "interviewer": plan.interviewer, "officer_sex": plan.officer_sex, "trained": plan.trained,
        "language": plan.language, "interpreter": plan.interpreter, "private": plan.private, "fit": plan.fit,
        "fit_by": plan.fit_by, "risks": plan.risks,
    }  # fmt: skip
    return {**said, **{f"in_{one.role}": one.name for one in plan.beside}}
