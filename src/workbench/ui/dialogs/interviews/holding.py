"""Recording how a talk was held: hours and breaks, who was there, what was explained, which rights were read."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from workbench import terms
from workbench.fields import Field, Kind, Option
from workbench.i18n import N_, latin, ltr
from workbench.services import interviews
from workbench.services.interviews import BreakRow, ConductRow, InterviewRow, PresentRow
from workbench.ui.dialogs.asked import Answers, AskForm
from workbench.ui.dialogs.care.keeping import WIDE, at, keep, several, text
from workbench.ui.dialogs.care.told import words
from workbench.ui.dialogs.interviews.planning import BESIDE, room_fields, voice_options
from workbench.ui.forms import Known
from workbench.ui.heard import Looked
from workbench.ui.room import Room
from workbench.ui.state import tr
from workbench.ui.state.speech import zone

SUSPECTED = ("suspect", "accused")
_BROKEN = {"state": ("broken_off",)}
_SEALED = {"recorded": ("audio", "video")}


class HoldInterview(AskForm):
    """Recorded once, and it stands. ``running`` is what the clock of the page saw."""

    def __init__(
        self, parent: QWidget, room: Room, found: Looked, row: InterviewRow, running: Mapping[str, Any]
    ) -> None:
        self._room, self._row, self._found = room, row, found
        super().__init__(
            parent, tr(N_("How {interview} was held"), interview=ltr(row.ref)),
            tr(N_("It is recorded once and stands. What the person said belongs into the statement.")),
            tr(N_("Record")), fields=_fields(row, found),
            known=Known(zone=zone()), answers=_answers(row, running, room.now()), send=self._keep, glyph="ph.check",
            width=WIDE,
        )  # fmt: skip

    def _keep(self, said: Answers) -> None:
        start, end = at(said, "started"), at(said, "ended")
        assert start is not None  # both are required
        assert end is not None
        recorded = text(said, "recorded")
        conduct = ConductRow(
            start, end, room=_room(said, self._row, self._found), breaks=breaks_of(text(said, "breaks"), start),
            language=text(said, "language"), interpreter=text(said, "interpreter"),
            understood=text(said, "understood") or "unknown", explained=several(said, "explained"),
            said_back=text(said, "said_back"), rights=several(said, "rights"),
            acknowledged=text(said, "acknowledged"), recorded=recorded or "none", exhibit=text(said, "exhibit"),
            officer_sex=self._row.plan.officer_sex, trained=self._row.plan.trained,
            private=text(said, "private") or "unknown", fit=self._row.plan.fit,
            voluntary=text(said, "voluntary") or "unknown", promised=text(said, "promised") or "unknown",
            observed=text(said, "observed"),
        )  # fmt: skip
        keep(
            self, self._room, interviews.hold_interview, self._row.ref, conduct=conduct, state=text(said, "state"),
            reason=text(said, "reason"),
        )  # fmt: skip


def breaks_of(written: str, start: datetime) -> tuple[BreakRow, ...]:
    """Breaks written as «10:30-10:40», one a line, on the day of the talk or after midnight of it."""
    found = []
    local = start.astimezone(ZoneInfo(zone()))
    for line in latin(written).replace("–", "-").splitlines():
        parts = [part.strip() for part in line.split("-")]
        if len(parts) != 2 or not all(
            part.count(":") == 1 and part.replace(":", "").isdigit() for part in parts
        ):
            continue
        moments = []
        for part in parts:
            hour, minute = (int(one) for one in part.split(":"))
            one = local.replace(hour=hour % 24, minute=minute % 60, second=0, microsecond=0)
            moments.append(one if one >= local.replace(second=0, microsecond=0) else one + timedelta(days=1))
        found.append(BreakRow(max(moments[0], start), moments[1]))
    return tuple(found)


def _room(said: Answers, row: InterviewRow, found: Looked) -> tuple[PresentRow, ...]:
    planned = {(one.role, one.name): one.sex for one in row.plan.beside}
    people = [("interviewer", text(said, "interviewer"), row.plan.officer_sex)]
    people += [(role, text(said, f"in_{role}"), "unknown") for role in BESIDE]
    voice = found.voice(text(said, "interpreter"))
    if voice is not None:
        people.append(("interpreter", voice.name, voice.sex))
    return tuple(
        PresentRow(role, name.strip(), planned.get((role, name.strip()), sex))
        for role, name, sex in people
        if name.strip()
    )


def _fields(row: InterviewRow, found: Looked) -> list[Field]:
    yes_no = words(terms.YES_NO)
    rules = found.rules
    voices = voice_options(found)
    explained = tuple(Option(key, one.text) for key, one in rules.phases["engage"].duties.items())
    rights = tuple(Option(key, one.text) for key, one in rules.rights.items())
    suspect: Sequence[Field] = ()
    if row.capacity in SUSPECTED:
        suspect = [
            Field("rights", Kind.CHOICES, tr(N_("Rights that were read")), options=rights),
            Field("acknowledged", Kind.LINES, tr(N_("What the person answered to it"))),
        ]
    exhibits = tuple(Option(number, f"{ltr(number)} {words}") for number, words in found.recordings)
    sealed = [
        Field("exhibit", Kind.CHOICE, tr(N_("Exhibit of the recording")), options=exhibits, when=_SEALED)
    ]
    states = words(terms.INTERVIEW_STATES, ("held", "broken_off"))
    return [
        Field("state", Kind.CHOICE, tr(N_("Outcome")), required=True, options=states),
        Field("reason", Kind.LINES, tr(N_("Why it was broken off")), required=True, when=_BROKEN),
        Field("started", Kind.MOMENT, tr(N_("From")), required=True),
        Field("ended", Kind.MOMENT, tr(N_("Until")), required=True),
        Field("breaks", Kind.LINES, tr(N_("Breaks, each in its own line, as 10:30-10:40"))),
        Field("interviewer", Kind.TEXT, tr(N_("Interviewer")), required=True), *room_fields(),
        Field("language", Kind.LANGUAGE, tr(N_("Language")), required=True),
        *([Field("interpreter", Kind.CHOICE, tr(N_("Interpreter")), options=voices)] if voices else []),
        Field("understood", Kind.CHOICE, tr(N_("Language and dialect understood both ways")), options=yes_no),
        Field("explained", Kind.CHOICES, tr(N_("Explained before")), options=explained),
        Field("said_back", Kind.LINES, tr(N_("Said back in own words"))), *suspect,
        Field("private", Kind.CHOICE, tr(N_("A private place")), options=yes_no),
        Field("voluntary", Kind.CHOICE, tr(N_("Spoke of their own will")), required=True, options=yes_no),
        Field("promised", Kind.CHOICE, tr(N_("Anything promised")), required=True, options=yes_no),
        Field("recorded", Kind.CHOICE, tr(N_("Recording")), required=True, options=words(terms.RECORDED)),
        *(sealed if exhibits else []),
        Field("observed", Kind.LINES, tr(N_("Seen, in neutral words"))),
    ]  # fmt: skip


def _answers(row: InterviewRow, running: Mapping[str, Any], now: datetime) -> dict[str, object]:
    plan, here = row.plan, ZoneInfo(zone())

    def local(value: str) -> datetime:
        return datetime.fromisoformat(value).astimezone(here)

    said: dict[str, object] = {
        "state": "held", "interviewer": plan.interviewer, "language": plan.language, "interpreter": plan.interpreter,
        "private": plan.private, **{f"in_{one.role}": one.name for one in plan.beside if one.role in BESIDE},
    }  # fmt: skip
    if running.get("started"):
        said["started"] = local(str(running["started"])).isoformat(timespec="minutes")
        said["ended"] = now.astimezone(here).isoformat(timespec="minutes")
        said["breaks"] = "\n".join(
            f"{local(one[0]):%H:%M}-{local(one[1]) if len(one) > 1 else now.astimezone(here):%H:%M}"
            for one in running.get("breaks") or []
        )
    return said
