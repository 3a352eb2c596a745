"""What one source says for or against one element: recorded, corrected, or taken back with a reason."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from workbench.i18n import N_, ltr
from workbench.services import findings
from workbench.services.elements import ElementsRow, SourceRow
from workbench.services.findings import FindingRow
from workbench.terms import SIDES, SOURCES, STRENGTHS
from workbench.ui import theme
from workbench.ui.dialogs.ask import Ask, AskReason
from workbench.ui.dialogs.labelled import labelled
from workbench.ui.parts.arrange import holder
from workbench.ui.parts.choices import Combo, Segmented, TickLine
from workbench.ui.room import Room
from workbench.ui.state import tr


class LinkEvidence(Ask):
    """A new finding, or with ``old`` the correction of one; the earlier stays in the history."""

    def __init__(
        self, parent: QWidget, room: Room, row: ElementsRow, *, element: str = "", source: SourceRow | None = None,
        old: FindingRow | None = None,
    ) -> None:  # fmt: skip
        super().__init__(
            parent,
            tr(N_("Correct what a source says")) if old else tr(N_("Link a source to an element")),
            tr(N_("Suspect {suspect}, about {about}. Record what speaks for the suspect with the same care."),
               suspect=ltr(row.suspect), about=ltr(row.about)),
            tr(N_("Record the correction")) if old else tr(N_("Record the link")),
            glyph="ph.link",
            width=560,
        )  # fmt: skip
        self._room, self._row, self._old = room, row, old
        kind = old.source_kind if old else source.kind if source else "exhibit"
        self._element = Combo([(key, words) for _, key, words in row.names])
        self._element.setObjectName("finding-element")
        self._element.choose(old.element if old else element)
        self._kind = Segmented(
            [(key, tr(words)) for key, words in SOURCES.items()], kind, name="finding-kind", then=self._offer
        )
        self._source = Combo()
        self._source.setObjectName("finding-source")
        self._named = QLineEdit(old.source if old and kind == "record" else "")
        self._named.setObjectName("finding-record")
        self._place = QLineEdit(old.place if old else "")
        self._place.setObjectName("finding-place")
        self._side = Segmented([(k, tr(w)) for k, w in SIDES.items()], old.side if old else "for", name="finding-side")
        self._strength = Segmented(
            [(k, tr(w)) for k, w in STRENGTHS.items()], old.strength if old else "fair", name="finding-strength"
        )
        self._note = QPlainTextEdit(old.note if old else "")
        self._note.setObjectName("finding-note")
        self._note.setTabChangesFocus(True)
        self._note.setFixedHeight(theme.px(62))
        self._clears = TickLine(tr(N_("It speaks for the suspect, whatever side it is on")))
        self._clears.setObjectName("finding-clears")
        self._clears.put(bool(old and old.exculpatory))
        self._lay()
        self._offer(kind)
        wanted = old.source if old else source.source if source else ""
        if wanted:
            self._source.choose(wanted)
        self.on_submit = self._send
        (self._strength if element or old else self._element).setFocus()

    def _lay(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        wide: Sequence[tuple[str, QWidget]] = (
            (tr(N_("Element, circumstance or part taken")), self._element),
            (tr(N_("Kind of source")), self._kind),
        )
        for down, (words, editor) in enumerate(wide):
            grid.addLayout(labelled(words, editor, required=True), down, 0, 1, 2)
        self._known = holder(labelled(tr(N_("Source")), self._source, required=True))
        self._other = holder(labelled(tr(N_("Source, as the record is called")), self._named, required=True))
        for one in (self._known, self._other):
            one.layout().setContentsMargins(0, 0, 0, 0)  # type: ignore[union-attr]
            grid.addWidget(one, 2, 0, 1, 2)
        grid.addLayout(labelled(tr(N_("Line, page or time in it")), self._place), 3, 0)
        grid.addLayout(labelled(tr(N_("Side")), self._side), 3, 1)
        grid.addLayout(labelled(tr(N_("Strength")), self._strength), 4, 0, 1, 2)
        grid.addLayout(labelled(tr(N_("What it says, in your words; no names")), self._note), 5, 0, 1, 2)
        for side in (0, 1):
            grid.setColumnStretch(side, 1)
        self.inside.addLayout(grid)
        self.inside.addWidget(self._clears)

    def _offer(self, kind: str) -> None:
        """The sources of a kind; a record is named in words."""
        self._source.clear()
        for one in self._row.sources:
            if one.kind == kind:
                # The number of the case stands before every number; what differs comes first.
                short = one.source.removeprefix(f"{self._room.memory.case_number}-")
                words = " ".join(one.label.split())[:70]
                self._source.addItem(f"{ltr(short)} — {words}" if words else ltr(short), one.source)
        self._known.setVisible(kind != "record")
        self._other.setVisible(kind == "record")

    def _send(self) -> None:
        self.wait(True)
        kind = self._kind.key
        offence = self._old.offence if self._old else self._row.offence.key if self._row.offence else ""
        self._room.act(
            self, findings.add_finding, self._room.memory.case_id, suspect=self._row.suspect, about=self._row.about,
            offence=offence, element=self._element.key, side=self._side.key, strength=self._strength.key,
            source_kind=kind, source=self._named.text() if kind == "record" else self._source.key,
            place=self._place.text(), note=self._note.toPlainText(), exculpatory=self._clears.on,
            corrects=self._old.finding_id if self._old else None, then=self._done, failed=self.refuse,
        )  # fmt: skip

    def _done(self, _row: Any) -> None:
        self.accept()


def take_back(parent: QWidget, room: Room, one: FindingRow) -> None:
    """Ask why a finding is taken back, and take it back."""
    AskReason(
        parent,
        tr(N_("Take back what {source} says?"), source=ltr(one.source)),
        tr(N_("It stays in the history with your reason, and counts no more.")),
        tr(N_("Take back")),
        no=tr(N_("Keep it")),
        then=lambda reason, dialog: room.act(
            dialog, findings.withdraw_finding, room.memory.case_id, one.finding_id, reason,
            then=lambda _: dialog.accept(), failed=dialog.refuse,
        ),
        glyph="ph.link-break",
    ).open()  # fmt: skip
