"""Closing a statement: its head and oath, the reading back, a correction beside a line, and who signs or refuses."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench import terms
from workbench.fields import Field, Kind, Option
from workbench.i18n import N_, isolate, ltr
from workbench.services import interviews
from workbench.services.interviews import InterviewRow, LineRow, Said, StatementRow
from workbench.ui.dialogs.asked import Answers, AskForm
from workbench.ui.dialogs.care.keeping import WIDE, at, keep, several, text
from workbench.ui.dialogs.care.told import words
from workbench.ui.forms import Known
from workbench.ui.heard import Looked
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr
from workbench.ui.state.speech import zone

SUSPECTED = ("suspect", "accused")
_UNSWORN = {"oath": ("none",)}
_JUDGE = {"before": ("judge",)}
ACCEPTED = {
    "yes": N_("accepted as it is"), "corrected": N_("accepted with the corrections"), "no": N_("not accepted"),
}  # fmt: skip


class TakeStatement(AskForm):
    """The head of a statement; from here on no line of it changes, it is only corrected beside."""

    def __init__(
        self, parent: QWidget, room: Room, talk: InterviewRow, lines: Sequence[Said], form: str,
        then: Callable[[StatementRow], object],
    ) -> None:  # fmt: skip
        self._room, self._talk, self._lines, self._form, self._then = room, talk, tuple(lines), form, then
        held = talk.conduct
        assert held is not None
        super().__init__(
            parent, tr(N_("Statement of {code}"), code=ltr(talk.alias)),
            tr(N_("Once it is recorded nothing in it is changed or crossed out; corrections stand beside the line.")),
            tr(N_("Record the statement")), fields=_head_fields(talk, any(one.translation for one in lines)),
            known=Known(zone=zone()),
            answers={
                "started": held.started_at.isoformat(timespec="minutes"), "place": talk.plan.place, "before": "police",
                "ended": held.ended_at.isoformat(timespec="minutes"), "language": held.language, "oath": "none",
                "writer": room.desk.actor.name, "no_oath": "accused" if talk.capacity in SUSPECTED else "",
                "translated_to": speaking().tag.split("_")[0],
            },
            send=self._keep, glyph="ph.chat-circle-text", width=WIDE,
        )  # fmt: skip

    def _keep(self, said: Answers) -> None:
        head = {
            key: text(said, key)
            for key in ("before", "judge", "court", "oath", "no_oath", "oath_reason", "occupation", "relation",
                        "identified", "writer", "capacity_note", "place")
        }  # fmt: skip
        start, end = at(said, "started"), at(said, "ended")
        assert start is not None  # both are required
        assert end is not None
        self._room.act(
            self, interviews.take_statement, self._room.memory.case_id, lines=self._lines,
            language=text(said, "language"), translated_to=text(said, "translated_to"), started_at=start, ended_at=end,
            head=head, interview=self._talk.ref, form=self._form, then=self._done, failed=self.refuse,
        )  # fmt: skip

    def _done(self, row: Any) -> None:
        self.accept()
        self._then(row)


class ReadBack(AskForm):
    """In which languages it was read back, by whom, and what the speaker said to it."""

    def __init__(self, parent: QWidget, room: Room, row: StatementRow, found: Looked) -> None:
        self._room, self._row = room, row
        spoken = [one for one in dict.fromkeys((row.language, row.translated_to)) if one]
        voice = found.voice(row.head.get("interpreter", ""))
        options = tuple(Option(one, speaking().language_name(one)) for one in spoken)
        super().__init__(
            parent, tr(N_("Reading back {statement}"), statement=ltr(row.ref)),
            tr(N_("Read it in the person's own language, line by line; put corrections beside their lines first.")),
            tr(N_("Record the reading back")),
            fields=[
                Field("languages", Kind.CHOICES, tr(N_("Read back in")), required=True, options=options),
                Field("by", Kind.TEXT, tr(N_("Read by")), required=True),
                Field("accepted", Kind.CHOICE, tr(N_("The speaker's answer")), required=True, options=words(ACCEPTED)),
                Field("note", Kind.LINES, tr(N_("What was not accepted")), required=True, when={"accepted": ("no",)}),
                Field("at", Kind.MOMENT, tr(N_("When, if not now"))),
            ],
            known=Known(zone=zone()),
            answers={
                "languages": spoken[:1], "by": voice.name if voice else row.head.get("writer", ""),
                "accepted": "corrected" if row.corrected else "",
            },
            send=self._keep, glyph="ph.speaker-high",
        )  # fmt: skip

    def _keep(self, said: Answers) -> None:
        keep(
            self, self._room, interviews.read_back, self._row.ref, languages=several(said, "languages"),
            by=text(said, "by"), accepted=text(said, "accepted"), note=text(said, "note"), at=at(said, "at"),
        )  # fmt: skip


class CorrectLine(AskForm):
    """The right words beside a line; the old ones stay."""

    def __init__(self, parent: QWidget, room: Room, row: StatementRow, line: LineRow) -> None:
        self._room, self._row, self._line = room, row, line
        both = bool(row.translated_to)
        super().__init__(
            parent, tr(N_("Correct line {line} of {statement}"), line=line.no, statement=ltr(row.ref)),
            isolate(line.now), tr(N_("Put it beside the line")),
            fields=[
                Field("text", Kind.LINES, tr(N_("The right words")), required=True),
                *([Field("translation", Kind.LINES, tr(N_("Translation")))] if both else []),
                Field("asked_by", Kind.CHOICE, tr(N_("Who asked for it")), required=True, options=words(terms.SIGNERS)),
                Field("signed", Kind.CHOICE, tr(N_("Signed beside it")), required=True,
                      options=words(terms.YES_NO, ("yes", "no"))),
            ],
            known=Known(zone=zone()),
            answers={"text": line.now, "translation": line.translation_now, "asked_by": "speaker"},
            send=self._keep, glyph="ph.pencil-simple",
        )  # fmt: skip

    def _keep(self, said: Answers) -> None:
        keep(
            self, self._room, interviews.correct_line, self._row.ref, self._line.no, text=text(said, "text"),
            translation=text(said, "translation"), asked_by=text(said, "asked_by"),
            signed=text(said, "signed") == "yes",
        )  # fmt: skip


class Sign(AskForm):
    """Who signed, put a thumb, or refused and why; a refusal is recorded like a signature."""

    def __init__(self, parent: QWidget, room: Room, row: StatementRow, names: Mapping[str, str]) -> None:
        self._room, self._row = room, row
        roles = [one for one in terms.SIGNERS if one != "speaker" or row.state in ("taken", "read_back")]
        super().__init__(
            parent, tr(N_("Signature under {statement}"), statement=ltr(row.ref)),
            tr(N_("Nobody is pressed to sign. After the speaker has signed or refused, the statement is closed.")),
            tr(N_("Record")),
            fields=[
                Field("role", Kind.CHOICE, tr(N_("Who")), required=True, options=words(terms.SIGNERS, roles)),
                Field("who", Kind.TEXT, tr(N_("Name")), required=True,
                      when={"role": tuple(one for one in roles if one != "speaker")}),
                Field("how", Kind.CHOICE, tr(N_("How")), required=True, options=words(terms.SIGNED)),
                Field("reason", Kind.LINES, tr(N_("Reason given")), required=True, when={"how": ("refused",)}),
            ],
            known=Known(zone=zone()),
            answers={"role": roles[0], "who": names.get(roles[0], "")}, send=self._keep, glyph="ph.pen-nib",
        )  # fmt: skip

    def _keep(self, said: Answers) -> None:
        keep(
            self, self._room, interviews.sign, self._row.ref, role=text(said, "role"), how=text(said, "how"),
            who=text(said, "who"), reason=text(said, "reason"),
        )  # fmt: skip


class SealRecording(AskForm):
    """Which sealed file is the recording of the talk; its hash goes into the statement."""

    def __init__(self, parent: QWidget, room: Room, row: StatementRow, found: Looked) -> None:
        self._room, self._row = room, row
        options = tuple(Option(one, f"{ltr(one)} {name}") for one, name in found.recordings)
        super().__init__(
            parent, tr(N_("Recording of {statement}"), statement=ltr(row.ref)),
            tr(N_("Seal the recording as a file of an exhibit first; its hash stands in the statement from then on.")),
            tr(N_("Record")),
            fields=[Field("exhibit", Kind.CHOICE, tr(N_("Exhibit")), required=True, options=options)],
            known=Known(zone=zone()), answers={}, send=self._keep, glyph="ph.microphone",
        )  # fmt: skip

    def _keep(self, said: Answers) -> None:
        keep(self, self._room, interviews.seal_recording, self._row.ref, text(said, "exhibit"))


def _head_fields(talk: InterviewRow, translated: bool) -> list[Field]:
    oaths = words(terms.OATHS, ("none",)) if talk.capacity in SUSPECTED else words(terms.OATHS)
    return [
        Field("started", Kind.MOMENT, tr(N_("Begun")), required=True),
        Field("ended", Kind.MOMENT, tr(N_("Ended")), required=True),
        Field("place", Kind.TEXT, tr(N_("Place"))),
        Field("language", Kind.LANGUAGE, tr(N_("Language spoken")), required=True),
        *([Field("translated_to", Kind.LANGUAGE, tr(N_("Translated into")), required=True)] if translated else []),
        Field("before", Kind.CHOICE, tr(N_("Taken down")), required=True, options=words(terms.BEFORE)),
        Field("judge", Kind.TEXT, tr(N_("Name of the judge")), required=True, when=_JUDGE),
        Field("court", Kind.TEXT, tr(N_("Court")), when=_JUDGE),
        Field("writer", Kind.TEXT, tr(N_("Writer of the record")), required=True),
        Field("oath", Kind.CHOICE, tr(N_("Oath")), required=True, options=oaths),
        Field("no_oath", Kind.CHOICE, tr(N_("Why without oath")), required=True, options=words(terms.NO_OATH),
              when=_UNSWORN),
        Field("oath_reason", Kind.LINES, tr(N_("The other reason")), required=True,
              when=_UNSWORN | {"no_oath": ("other",)}),
        Field("identified", Kind.TEXT, tr(N_("How identified"))),
        Field("occupation", Kind.TEXT, tr(N_("Occupation"))),
        Field("relation", Kind.TEXT, tr(N_("Relation to the parties"))),
        Field("capacity_note", Kind.LINES, tr(N_("Bears on the ability to testify"))),
    ]  # fmt: skip
