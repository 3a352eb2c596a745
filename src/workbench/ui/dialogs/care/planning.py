"""What keeps a person safe, in dialogs: the safety plan, the time to recover, and who is to meet whom."""

from collections.abc import Callable, Sequence
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.fields import Field, Kind
from workbench.i18n import N_, ltr
from workbench.services import care
from workbench.services.care import AppointmentRow, CareRow, MeasureRow, SafetyPlanRow
from workbench.ui.dialogs.ask import Ask, AskReason
from workbench.ui.dialogs.asked import Answers, AskForm
from workbench.ui.dialogs.care.keeping import WIDE, at, keep, several, text
from workbench.ui.dialogs.care.told import options, words
from workbench.ui.forms import Known
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr
from workbench.ui.state.speech import zone

_DANGER = {"in_danger": ("yes",)}
_ALARM = N_("«Yes» raises the red alarm of the case until a later plan ends it.")
_APART = (Reason.NO_CONTACT, Reason.NO_CONTACT_NEAR, Reason.REFLECTION_RUNS)


class PlanSafety(AskForm):
    """The newest plan holds; it begins with what the last one said. ``others`` are the people of the case by code."""

    def __init__(self, parent: QWidget, room: Room, row: CareRow, others: Sequence[tuple[str, str]]) -> None:
        self._room, self._row = room, row
        self._others = [one for one in others if one[0] != row.alias]
        super().__init__(
            parent,
            tr(N_("Safety plan of {code}"), code=ltr(row.alias)),
            tr(N_("Made with the person. Ask what they fear and what helped so far.")),
            tr(N_("Record the plan")),
            fields=_plan_fields(),
            known=Known(people=self._others, zone=zone()),
            answers=_last(row.plan),
            send=self._keep,
            glyph="ph.shield-check",
            width=WIDE,
        )

    def _keep(self, said: Answers) -> None:
        keep(
            self, self._room, care.record_plan, self._row.alias, measures=_measures(said, self._row.plan),
            in_danger=text(said, "in_danger") == "yes", agreed=text(said, "agreed"),
            safe_contact=text(said, "safe_contact"), no_contact=several(said, "no_contact"),
            what_threatens=text(said, "what_threatens"), review_at=at(said, "review_at"), note=text(said, "note"),
        )  # fmt: skip


class GrantRecovery(AskForm):
    """Time to recover and think: how long, from when, and why it is not the usual length."""

    def __init__(self, parent: QWidget, room: Room, row: CareRow) -> None:
        self._room, self._row = room, row
        period = care.offered(speaking().tag).reflection
        super().__init__(
            parent,
            tr(N_("Time to recover for {code}"), code=ltr(row.alias)),
            f"{period.text} ({tr(terms.MARKS[period.mark])})",
            tr(N_("Record")),
            fields=[
                Field("starts_on", Kind.DAY, tr(N_("From")), required=True),
                Field("days", Kind.NUMBER, tr(N_("Days")), required=True),
                Field("reason", Kind.LINES, tr(N_("Why it is shorter than usual"))),
            ],
            known=Known(zone=zone()),
            answers={"starts_on": room.now().astimezone(ZoneInfo(zone())).date().isoformat(), "days": period.days},
            send=self._keep,
            glyph="ph.leaf",
        )

    def _keep(self, said: Answers) -> None:
        keep(
            self, self._room, care.grant_recovery, self._row.alias, starts_on=text(said, "starts_on"),
            days=int(text(said, "days")), reason=text(said, "reason"),
        )  # fmt: skip


class Appoint(AskForm):
    """Who meets where. When those meet who must not, it is refused with their codes; a reason makes it meant."""

    def __init__(
        self, parent: QWidget, room: Room, people: Sequence[tuple[str, str]], alias: str = ""
    ) -> None:
        self._room = room
        super().__init__(
            parent,
            tr(N_("New appointment")),
            tr(N_("Victims and suspects never meet: not in a room, not on the stairs, not in a car.")),
            tr(N_("Record the appointment")),
            fields=[
                Field("purpose", Kind.CHOICE, tr(N_("What for")), required=True, options=words(terms.APPOINTMENTS)),
                Field("at", Kind.MOMENT, tr(N_("When")), required=True),
                Field("minutes", Kind.NUMBER, tr(N_("Minutes")), required=True),
                Field("place", Kind.TEXT, tr(N_("Place")), required=True,
                      help=tr(N_("Never the address of a shelter."))),
                Field("people", Kind.PERSONS, tr(N_("Who comes")), required=True),
                Field("reason", Kind.LINES, tr(N_("Why it is meant, if they should not meet")),
                      help=tr(N_("Empty in every other case. It is written to the log and shown."))),
            ],
            known=Known(people=people, zone=zone()),
            answers={"minutes": 60, "people": [alias] if alias else []},
            send=self._keep,
            glyph="ph.calendar-plus", width=WIDE,
        )  # fmt: skip

    def refuse(self, error: Exception, *, action: str = "", act: Callable[[], object] | None = None) -> None:
        super().refuse(error, action=action, act=act)
        if isinstance(error, Refusal) and error.reason in _APART:
            self.form.box("reason").input.setFocus()

    def _keep(self, said: Answers) -> None:
        when = at(said, "at")
        assert when is not None  # it is required
        keep(
            self, self._room, care.make_appointment, people=several(said, "people"), at=when,
            place=text(said, "place"), purpose=text(said, "purpose"), minutes=int(text(said, "minutes")),
            reason=text(said, "reason"),
        )  # fmt: skip


def record_contact(parent: QWidget, room: Room, alias: str) -> Ask:
    """Ask why a contact within the time to recover could not wait."""

    def send(reason: str, dialog: Ask) -> None:
        keep(dialog, room, care.record_contact, alias, reason=reason)

    return AskReason(
        parent, tr(N_("Contact with {code} within the time to recover"), code=ltr(alias)),
        tr(N_("Care itself never waits. This is for questions of the investigation.")), tr(N_("Record the contact")),
        question=tr(N_("Why could it not wait, and did the person want it?")), then=send, glyph="ph.leaf",
    )  # fmt: skip


def cancel_appointment(parent: QWidget, room: Room, appointment: AppointmentRow) -> Ask:
    """Ask why an appointment does not take place."""

    def send(reason: str, dialog: Ask) -> None:
        keep(dialog, room, care.end_appointment, appointment.ref, held=False, note=reason)

    return AskReason(
        parent, tr(N_("Cancel {appointment}?"), appointment=ltr(appointment.ref)), "",
        tr(N_("Cancel the appointment")), no=tr(N_("Leave it as it is")), then=send, glyph="ph.calendar-x",
    )  # fmt: skip


def _plan_fields() -> list[Field]:
    measures = care.offered(speaking().tag).measures
    return [
        Field("in_danger", Kind.CHOICE, tr(N_("In imminent danger")), required=True, help=tr(_ALARM),
              options=words(terms.YES_NO, ("yes", "no"))),
        Field("what_threatens", Kind.LINES, tr(N_("What threatens, from whom")), required=True, when=_DANGER),
        Field("measures", Kind.CHOICES, tr(N_("What is done")), options=options(measures)),
        Field("other", Kind.LINES, tr(N_("Other things that are done, each in its own line"))),
        Field("who", Kind.TEXT, tr(N_("Who sees to it"))),
        Field("until", Kind.DAY, tr(N_("Until"))),
        Field("safe_contact", Kind.LINES, tr(N_("How the person is reached without danger")),
              help=tr(N_("Never the address of a shelter."))),
        Field("no_contact", Kind.PERSONS, tr(N_("Must never meet the person")),
              help=tr(N_("Suspects are kept apart from victims anyway."))),
        Field("review_at", Kind.MOMENT, tr(N_("Looked at again")), required=True, when=_DANGER),
        Field("agreed", Kind.CHOICE, tr(N_("Agreed")), required=True, options=words(terms.AGREED)),
        Field("note", Kind.LINES, tr(N_("Note, or why the danger is over"))),
    ]  # fmt: skip


def _last(plan: SafetyPlanRow | None) -> dict[str, object]:
    """What the last plan said, so that nothing that still protects is forgotten; danger is answered anew."""
    if plan is None:
        return {}
    return {
        "what_threatens": plan.what_threatens, "measures": [one.key for one in plan.measures if one.key],
        "other": "\n".join(one.text for one in plan.measures if not one.key),
        "who": next((one.who for one in plan.measures if one.who), ""), "safe_contact": plan.safe_contact,
        "no_contact": list(plan.no_contact),
    }  # fmt: skip


def _measures(said: Answers, plan: SafetyPlanRow | None) -> list[MeasureRow]:
    """One for each that is ticked or written; what nobody changed stays as the last plan had it."""
    who, until = text(said, "who"), text(said, "until")
    before = {one.key or one.text: one for one in plan.measures} if plan else {}
    same = who == str(_last(plan).get("who", "")) and not until
    lines = [line.strip() for line in text(said, "other").splitlines() if line.strip()]
    wanted = [MeasureRow(key, "", who, until) for key in several(said, "measures")]
    wanted += [MeasureRow("", line, who, until) for line in lines]
    return [before[one.key or one.text] if same and (one.key or one.text) in before else one for one in wanted]
