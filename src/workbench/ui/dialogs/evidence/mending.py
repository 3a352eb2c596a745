"""Beside the record of custody: an entry as it stands on paper, a correction, and a fault explained in writing."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from workbench.fields import Field, Kind, Option
from workbench.i18n import N_, ltr
from workbench.services import custody
from workbench.services.exhibits import CUSTODY_KINDS
from workbench.services.rows import CustodyRow, ExhibitRow, FaultRow
from workbench.ui.dialogs.asked import Answers, AskForm
from workbench.ui.dialogs.evidence import questions
from workbench.ui.dialogs.evidence.questions import number, text
from workbench.ui.forms import Known
from workbench.ui.parts.notice import Notice
from workbench.ui.room import Room
from workbench.ui.state import moment, speaking, tr
from workbench.ui.state.speech import zone

_TEXTS = ("place", "from_whom", "to_whom", "purpose", "seal_before", "seal_after", "condition")
_DETAILS = ("from_rank", "from_badge", "to_rank", "to_badge", "witness", "order", "count", "weight", "amount")


class RecordEntry(AskForm):
    """Any entry: opened, examined, packed, moved; as it was written on paper or happens now."""

    def __init__(self, parent: QWidget, room: Room, row: ExhibitRow) -> None:
        self._room, self._row = room, row
        super().__init__(
            parent,
            tr(N_("Record an entry for {number}"), number=ltr(row.number)),
            tr(N_("Write it as it happened. What does not fit what came before is shown as a fault, never put right.")),
            tr(N_("Record the entry")),
            fields=[*_fields(), Field("store", Kind.TEXT, tr(N_("Store it goes to")))],
            known=Known(zone=zone()),
            answers={"at": room.now().isoformat(), "seal_before": row.seal},
            send=self._record, glyph="ph.plus-circle", width=680,
        )  # fmt: skip

    def _record(self, said: Answers) -> None:
        more = {key: text(said, key) for key in _DETAILS if text(said, key)}
        self._room.act(
            self, custody.record, self._room.memory.case_id, self._row.number, kind=text(said, "kind"),
            at=questions.at_of(said), written_no=number(said, "written_no"), store=text(said, "store"), detail=more,
            **{key: text(said, key) for key in _TEXTS}, then=lambda _: self.accept(), failed=self.refuse,
        )  # fmt: skip


class CorrectEntry(AskForm):
    """What was written stays visible; the correction stands beside it and counts instead."""

    def __init__(self, parent: QWidget, room: Room, row: ExhibitRow, entry: CustodyRow) -> None:
        self._room, self._row, self._entry = room, row, entry
        self._before = _answers(entry)
        void = (Option("no", tr(N_("It is corrected"))), Option("yes", tr(N_("It does not belong to this exhibit"))))
        super().__init__(
            parent,
            tr(N_("Correct entry {n} of {number}"), n=entry.seq, number=ltr(row.number)),
            tr(N_("What was written stays visible beside the correction.")),
            tr(N_("Record the correction")),
            fields=[
                Field("void", Kind.CHOICE, tr(N_("What about the entry?")), required=True, options=void),
                *_fields(),
                Field("reason", Kind.LINES, tr(N_("Reason of the correction")), required=True),
            ],
            known=Known(zone=zone()),
            answers={"void": "no", **self._before},
            send=self._correct, glyph="ph.pencil-simple", width=680,
        )  # fmt: skip

    def _correct(self, said: Answers) -> None:
        changes = {
            key: text(said, key)
            for key in (*_TEXTS, *_DETAILS)
            if text(said, key) != str(self._before.get(key) or "")
        }
        at = questions.at_of(said)
        kind = text(said, "kind")
        self._room.act(
            self, custody.correct, self._room.memory.case_id, self._row.number, self._entry.seq,
            reason=text(said, "reason"), kind=kind if kind != self._entry.kind else None,
            at=at if moment(at) != moment(self._entry.at) else None, written_no=number(said, "written_no"),
            void=said.get("void") == "yes", changes=changes, then=lambda _: self.accept(), failed=self.refuse,
        )  # fmt: skip


class Explain(AskForm):
    """A fault explained by who knows; it stays visible, with the explanation beside it."""

    def __init__(self, parent: QWidget, room: Room, row: ExhibitRow, faults: Sequence[FaultRow]) -> None:
        self._room, self._row, self._faults = room, row, tuple(faults)
        said = {one.ref: custody.said(one, speaking().tag, zone()) for one in faults}
        before = Notice(
            " ".join(said[faults[0].ref][1].split()) if len(faults) == 1 else tr(N_("Choose what is explained.")),
            tone="warn", closes=False,
        )  # fmt: skip
        options = tuple(
            Option(one.ref, tr(N_("{title} (entry {n})"), title=said[one.ref][0], n=one.seq)) for one in faults
        )
        super().__init__(
            parent,
            tr(N_("Explain a fault of {number}"), number=ltr(row.number)),
            tr(N_("The fault stays visible. Your words, your name and the time stand beside it.")),
            tr(N_("Record the explanation")),
            fields=[
                Field("fault", Kind.CHOICE, tr(N_("What is explained")), required=True, options=options),
                Field("words", Kind.LINES, tr(N_("What happened, and how it is known")), required=True),
            ],
            known=Known(zone=zone()),
            answers={"fault": faults[0].ref},
            send=self._explain, before=before, glyph="ph.pen-nib",
        )  # fmt: skip
        self.form.box("words").input.setFocus()

    def _explain(self, said: Answers) -> None:
        self._room.act(
            self, custody.explain, self._room.memory.case_id, self._row.number, text(said, "fault"),
            text(said, "words"), then=lambda _: self.accept(), failed=self.refuse,
        )  # fmt: skip


def _fields() -> list[Field]:
    kinds = tuple(Option(key, tr(words)) for key, words in CUSTODY_KINDS.items() if key != "explained")
    return [
        Field("kind", Kind.CHOICE, tr(N_("What happened")), required=True, options=kinds),
        *questions.when_and_where()[:1],
        Field("place", Kind.TEXT, tr(N_("Place"))),
        Field("from_whom", Kind.TEXT, tr(N_("Given by, or done by"))),
        Field("from_rank", Kind.TEXT, tr(N_("Rank"))),
        Field("from_badge", Kind.CODE, tr(N_("Badge number"))),
        Field("to_whom", Kind.TEXT, tr(N_("Taken by"))),
        Field("to_rank", Kind.TEXT, tr(N_("Rank"))),
        Field("to_badge", Kind.CODE, tr(N_("Badge number"))),
        Field("seal_before", Kind.CODE, tr(N_("Seal before"))),
        Field("seal_after", Kind.CODE, tr(N_("Seal after"))),
        Field("order", Kind.CODE, tr(N_("Number of the order"))),
        Field("purpose", Kind.TEXT, tr(N_("Purpose"))),
        *questions.found_so(),
    ]


def _answers(entry: CustodyRow) -> dict[str, object]:
    """The entry as the form shows it."""
    found: dict[str, object] = {"kind": entry.kind, "at": entry.at.isoformat(timespec="minutes")}
    found |= {key: getattr(entry, key) for key in _TEXTS}
    found |= {key: str(entry.detail[key]) for key in _DETAILS if entry.detail.get(key)}
    return found | ({"written_no": entry.written_no} if entry.written_no else {})


