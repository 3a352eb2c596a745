"""Handing exhibits over, and the receipt of what was sent: both parties, seals as they were read, signatures."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from workbench.fields import Field, Kind, Option
from workbench.i18n import N_, isolate, latin, ltr
from workbench.services import custody
from workbench.services.custody import Handing, Seal
from workbench.services.exhibits import CUSTODY_KINDS
from workbench.services.rows import ExhibitRow
from workbench.ui import theme
from workbench.ui.dialogs.asked import Answers, AskForm
from workbench.ui.dialogs.evidence import questions
from workbench.ui.dialogs.evidence.questions import text
from workbench.ui.forms import Known
from workbench.ui.parts.arrange import column, holder
from workbench.ui.parts.texts import Elided, code, label
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr
from workbench.ui.state.speech import zone

GIVEN = ("handed_over", "stored", "moved", "lent", "returned")
_MANY = 6


class HandOver(AskForm):
    """One form for all that are handed over together; each has its own seal, read once more."""

    def __init__(self, parent: QWidget, room: Room, rows: Sequence[ExhibitRow]) -> None:
        self._room, self._rows = room, tuple(rows)
        one = rows[0]
        title = (
            tr(N_("Hand over {number}"), number=ltr(one.number))
            if len(rows) == 1
            else speaking().say_many("Hand over {n} exhibit", "Hand over {n} exhibits", len(rows))
        )
        super().__init__(
            parent, title,
            tr(N_("Both parties sign on paper too. The entry is never deleted; a correction stands beside it.")),
            tr(N_("Record the hand-over")),
            fields=_hand_over_fields(any(row.parts for row in rows)), known=Known(zone=zone()),
            answers={
                "kind": "handed_over", "from_whom": "" if one.in_store else one.holder, "at": room.now().isoformat(),
                "signed_from": "yes", "signed_to": "yes", "to_store": "no", "with_parts": "yes",
            },
            send=self._give, glyph="ph.arrows-left-right", width=700,
        )  # fmt: skip
        self._seals: dict[str, QLineEdit] = {}
        self._unseen: dict[str, QCheckBox] = {}
        self.inside.insertWidget(0, self._make_seals())

    def _make_seals(self) -> QWidget:
        grid = QGridLayout()
        grid.setContentsMargins(2, 0, 10, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for place, row in enumerate(self._rows):
            # Empty: whoever hands it over reads the seal, and does not confirm what the record says.
            seal = QLineEdit()
            seal.setObjectName(f"seal-{row.number}")
            seal.setFont(theme.font("body", mono=True))
            seal.setMinimumWidth(theme.px(220))
            seal.setPlaceholderText(tr(N_("type what you read") if row.seal else N_("no seal")))
            seal.setAccessibleName(tr(N_("Seal of {number}, as it is read now"), number=row.number))
            self._seals[row.number] = seal
            grid.addWidget(code(ltr(row.number)), place + 1, 0)
            grid.addWidget(Elided(isolate(row.description), "body"), place + 1, 1)
            grid.addWidget(seal, place + 1, 2)
            if row.seal:
                grid.addWidget(self._make_unseen(row.number), place + 1, 3)
        grid.addWidget(label(tr(N_("Seal, as it is read now")), "label", "2"), 0, 2)
        grid.setColumnStretch(1, 1)
        inside = holder(column(grid))
        if len(self._rows) > _MANY:
            area = self.stretch(inside, theme.px(200))
            area.setMaximumHeight(theme.px(220))
            return area
        return inside

    def _make_unseen(self, number: str) -> QCheckBox:
        """Where the record has a seal, that there is none is said in so many words."""
        made = QCheckBox(tr(N_("No seal seen")))
        made.setObjectName(f"no-seal-{number}")
        made.setAccessibleName(f"{ltr(number)}: {made.text()}")
        made.toggled.connect(self._seals[number].setDisabled)
        made.toggled.connect(lambda on: self._seals[number].clear() if on else None)
        self._unseen[number] = made
        return made

    def _give(self, said: Answers) -> None:
        after = text(said, "seal_after") if len(self._seals) == 1 else ""
        unseen = {number for number, box in self._unseen.items() if box.isChecked()}
        seals = {
            number: Seal(latin(seal.text()).strip(), after, number in unseen)
            for number, seal in self._seals.items()
        }
        how = Handing(
            questions.party_of(said, "from"), questions.party_of(said, "to"), text(said, "purpose"),
            text(said, "kind"), questions.at_of(said), text(said, "place"), text(said, "condition"),
            questions.number(said, "written_no"), said.get("signed_to") == questions.LATER,
            said.get("to_store") == "yes", questions.detail_of(said),
        )  # fmt: skip
        self._room.act(
            self, custody.hand_over_all, self._room.memory.case_id, seals, how, then=lambda _: self.accept(),
            failed=self.refuse, with_parts=said.get("with_parts") == "yes",
        )  # fmt: skip


class ConfirmReceipt(AskForm):
    """What was sent arrived: whoever took it signs, with the seal as it is read on arrival."""

    def __init__(self, parent: QWidget, room: Room, row: ExhibitRow) -> None:
        self._room, self._row = room, row
        sent = next((one for one in reversed(row.custody) if one.detail.get("awaiting")), None)
        detail: Mapping[str, object] = sent.detail if sent else {}
        super().__init__(
            parent,
            tr(N_("Receipt of {number}"), number=ltr(row.number)),
            tr(N_("Read the seal on arrival and write what is there, also if it is not what was sent.")),
            tr(N_("Confirm receipt")),
            fields=[
                *questions.party("to", tr(N_("Received by"))), *questions.when_and_where(),
                Field("seal", Kind.CODE, tr(N_("Seal, as it is read now"))),
                Field("seal_after", Kind.CODE, tr(N_("New seal, if it was changed"))),
                *questions.signed("to", tr(N_("Signature of the receiver"))), *questions.found_so(),
            ],
            known=Known(zone=zone()),
            answers={
                "to_whom": sent.to_whom if sent else "", "to_rank": detail.get("to_rank", ""),
                "to_badge": detail.get("to_badge", ""), "at": room.now().isoformat(), "signed_to": "yes",
            },
            send=self._receive, glyph="ph.tray", width=640,
        )  # fmt: skip

    def _receive(self, said: Answers) -> None:
        self._room.act(
            self, custody.confirm_receipt, self._room.memory.case_id, self._row.number,
            taker=questions.party_of(said, "to"), at=questions.at_of(said), place=text(said, "place"),
            seal=text(said, "seal"), seal_after=text(said, "seal_after"), condition=text(said, "condition"),
            written_no=questions.number(said, "written_no"), detail=questions.detail_of(said),
            then=lambda _: self.accept(), failed=self.refuse,
        )  # fmt: skip


def _hand_over_fields(parts: bool) -> list[Field]:
    yes_no = (Option("no", tr(N_("No"))), Option("yes", tr(N_("Yes"))))
    kinds = tuple(Option(key, tr(CUSTODY_KINDS[key])) for key in GIVEN)
    fields = [
        Field("kind", Kind.CHOICE, tr(N_("What happens")), required=True, options=kinds),
        Field("purpose", Kind.TEXT, tr(N_("Purpose")), required=True),
        Field("order", Kind.CODE, tr(N_("Number of the order"))),
        *questions.party("from", tr(N_("Given by"))),
        *questions.party("to", tr(N_("Taken by"))),
        *questions.when_and_where(),
        Field("to_store", Kind.CHOICE, tr(N_("Is it a store that takes it?")), options=yes_no),
        *questions.signed("from", tr(N_("Signature of the giver"))),
        *questions.signed("to", tr(N_("Signature of the taker")), later=True),
        Field("seal_after", Kind.CODE, tr(N_("New seal, if it was changed"))),
        *questions.found_so(),
    ]
    if parts:
        fields.append(Field("with_parts", Kind.CHOICE, tr(N_("Do its parts go with it?")), options=yes_no))
    return fields
