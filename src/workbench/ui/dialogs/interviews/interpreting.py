"""Who interprets: languages with dialect, oath, ties; and a doubt about the words with what was done."""

from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QWidget

from workbench import terms
from workbench.fields import Field, Kind
from workbench.i18n import N_, isolate, ltr
from workbench.services import interviews
from workbench.services.interviews import InterpreterRow
from workbench.ui.dialogs.ask import Ask, AskReason
from workbench.ui.dialogs.asked import Answers, AskForm
from workbench.ui.dialogs.care.keeping import WIDE, at, keep, several, text
from workbench.ui.dialogs.care.told import words
from workbench.ui.forms import Known
from workbench.ui.room import Room
from workbench.ui.state import tr
from workbench.ui.state.speech import zone

_MORE = 3


class RecordInterpreter(AskForm):
    """A new interpreter, or with ``old`` what is known now; the earlier stays in the history."""

    def __init__(self, parent: QWidget, room: Room, old: InterpreterRow | None = None) -> None:
        self._room, self._old = room, old
        reason = [Field("reason", Kind.LINES, tr(N_("Why it is changed")), required=True)] if old else []
        super().__init__(
            parent, tr(N_("Interpreter")),
            tr(N_("No tie to a party, to the embassy, the community or the employer; a tie is recorded and warns.")),
            tr(N_("Record")), fields=[*_fields(), *reason], known=Known(zone=zone()), answers=_answers(old),
            send=self._keep, glyph="ph.translate", width=WIDE,
        )  # fmt: skip

    def _keep(self, said: Answers) -> None:
        spoken = [(text(said, f"language{n}"), text(said, f"dialect{n}")) for n in range(_MORE)]
        keep(
            self, self._room, interviews.record_interpreter, name=text(said, "name"),
            languages=[one for one in spoken if one[0]], oath_at=at(said, "oath_at"),
            sex=text(said, "sex") or "unknown", paper=text(said, "paper"),
            qualification=text(said, "qualification"), ties=several(said, "ties"),
            ties_note=text(said, "ties_note"), accepted=text(said, "accepted") or "unknown",
            ref=self._old.ref if self._old else "", reason=text(said, "reason"),
        )  # fmt: skip


class RaiseDoubt(AskForm):
    """Whoever doubts a word says so at once; the doubt is written with the words it is about."""

    def __init__(self, parent: QWidget, room: Room, voice: InterpreterRow) -> None:
        self._room, self._voice = room, voice
        super().__init__(
            parent, tr(N_("Doubt about the words of {interpreter}"), interpreter=isolate(voice.name)), "",
            tr(N_("Record the doubt")),
            fields=[
                Field("by", Kind.TEXT, tr(N_("Who doubts it")), required=True),
                Field("about", Kind.LINES, tr(N_("Which words are doubted")), required=True),
                Field("done", Kind.LINES, tr(N_("What was done about it, if anything"))),
            ],
            known=Known(zone=zone()), answers={}, send=self._keep, glyph="ph.warning",
        )  # fmt: skip

    def _keep(self, said: Answers) -> None:
        keep(
            self, self._room, interviews.raise_doubt, self._voice.ref, by=text(said, "by"), about=text(said, "about"),
            done=text(said, "done"),
        )  # fmt: skip


def settle(parent: QWidget, room: Room, voice: InterpreterRow, number: int) -> Ask:
    """Ask what was done about a doubt."""

    def send(reason: str, dialog: Ask) -> None:
        keep(dialog, room, interviews.settle_doubt, voice.ref, number, done=reason)

    return AskReason(
        parent, tr(N_("Doubt {n} about {interpreter}"), n=number, interpreter=ltr(voice.ref)),
        isolate(voice.doubts[number - 1].about), tr(N_("Record")), question=tr(N_("What was done about it")), then=send,
        glyph="ph.warning",
    )  # fmt: skip


def _fields() -> list[Field]:
    spoken: list[Field] = []
    for n in range(_MORE):
        spoken += [
            Field(f"language{n}", Kind.LANGUAGE, tr(N_("Language")), required=n == 0),
            Field(f"dialect{n}", Kind.TEXT, tr(N_("Dialect"))),
        ]
    return [
        Field("name", Kind.TEXT, tr(N_("Name")), required=True),
        Field("sex", Kind.CHOICE, tr(N_("Woman or man")), options=words(terms.SEXES)), *spoken,
        Field("oath_at", Kind.MOMENT, tr(N_("Oath taken"))),
        Field("paper", Kind.TEXT, tr(N_("Shown by"))), Field("qualification", Kind.TEXT, tr(N_("Qualification"))),
        Field("ties", Kind.CHOICES, tr(N_("Ties")), options=words(terms.TIES)),
        Field("ties_note", Kind.LINES, tr(N_("What the tie is")), required=True, when={"ties": tuple(terms.TIES)}),
        Field("accepted", Kind.CHOICE, tr(N_("Accepted by the person")), options=words(terms.YES_NO)),
    ]  # fmt: skip


def _answers(old: InterpreterRow | None) -> dict[str, object]:
    if old is None:
        return {}
    oath = old.oath_at.astimezone(ZoneInfo(zone())).isoformat(timespec="minutes") if old.oath_at else ""
    said: dict[str, object] = {
        "name": old.name, "sex": old.sex, "oath_at": oath, "paper": old.paper, "qualification": old.qualification,
        "ties": list(old.ties), "ties_note": old.ties_note, "accepted": old.accepted,
    }  # fmt: skip
    for n, (language, dialect) in enumerate(old.languages[:_MORE]):
        said[f"language{n}"], said[f"dialect{n}"] = language, dialect
    return said
