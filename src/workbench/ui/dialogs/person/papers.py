"""The papers of a person and who holds them; a machine-readable zone fills one in and names what does not hold."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from workbench import terms
from workbench.errors import Refusal, explain
from workbench.i18n import N_, isolate, latin, ltr
from workbench.identity.cards import check_number
from workbench.services.people.zones import Zone, read_zone
from workbench.services.rows import PaperRow
from workbench.ui import theme
from workbench.ui.dialogs.labelled import labelled, line, lines
from workbench.ui.forms.calendar import MomentEdit
from workbench.ui.forms.inputs import TextInput
from workbench.ui.parts.arrange import column, row
from workbench.ui.parts.buttons import button, icon_button
from workbench.ui.parts.choices import Combo, Tick
from workbench.ui.parts.texts import label
from workbench.ui.state import speaking, tr
from workbench.ui.state.speech import zone


class PaperLine(QFrame):
    """One paper. A number of unusual shape is pointed out and kept as it is typed."""

    dropped = Signal()

    def __init__(self, paper: PaperRow, holders: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.setProperty("card", "group")
        self._paper = paper
        self._kind = Combo([(key, tr(words)) for key, words in terms.PAPERS.items()])
        self._number, self._issuer = TextInput(codes=True), line()
        self._holder = Combo(holders)
        self._genuine = Combo([(key, tr(words)) for key, words in terms.GENUINE.items()], empty=tr(N_("Not known")))
        self._expires = MomentEdit(zone(), timed=False)
        self._hint = label("", "small", "warn", wrap=True)
        self._hint.hide()
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        for place, (words, editor) in enumerate(
            (
                (tr(N_("Paper")), self._kind), (tr(N_("Number")), self._number), (tr(N_("Issued by")), self._issuer),
                (tr(N_("Held by")), self._holder), (tr(N_("Genuine?")), self._genuine),
                (tr(N_("Valid until")), self._expires),
            )
        ):  # fmt: skip
            grid.addLayout(labelled(words, editor), place // 3, place % 3)
            grid.setColumnStretch(place % 3, 1)
        drop = icon_button("ph.x", tr(N_("Take this paper away")), self.dropped.emit, size=15)
        body = row(gap=6, margins=(10, 6, 6, 8))
        body.addLayout(column(grid, self._hint, gap=4), 1)
        body.addWidget(drop, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(body)
        self._put(paper)
        self._number.editor.editingFinished.connect(self._look)

    def value(self) -> PaperRow | None:
        """The paper as it stands now; None if nothing is said of it."""
        made = PaperRow(
            self._kind.key, str(self._number.value()), self._issuer.text().strip(), self._holder.key,
            self._paper.issued_on, str(self._expires.value()), self._paper.mrz, self._genuine.key, self._paper.exhibit,
        )  # fmt: skip
        return made if any((made.number, made.issuer, made.held_by, made.mrz, made.expires_on)) else None

    def _put(self, paper: PaperRow) -> None:
        self._kind.choose(paper.kind)
        self._number.put(paper.number)
        self._issuer.setText(paper.issuer)
        if self._holder.findData(paper.held_by) < 0:
            self._holder.addItem(ltr(paper.held_by), paper.held_by)
        self._holder.choose(paper.held_by)
        self._genuine.choose(paper.genuine)
        self._expires.put(paper.expires_on)

    def _look(self) -> None:
        number = latin(str(self._number.value()))
        found = check_number(self._kind.key, self._issuer.text().strip(), number) if number else ()
        self._hint.setText(" ".join(one.say(speaking()) for one in found))
        self._hint.setVisible(bool(found))


class PapersBox(QWidget):
    """Any number of papers. ``read`` tells what a zone says, so that the rest of the dialog can take it over."""

    read = Signal(object)
    doubted = Signal(QWidget)

    def __init__(self, people: Sequence[str], today: date) -> None:
        super().__init__()
        self._today = today
        self._holders = [(key, tr(words)) for key, words in terms.HOLDERS.items()]
        self._holders += [(code, ltr(code)) for code in people]
        self._lines: list[PaperLine] = []
        self._zone: Zone | None = None
        self._box = QVBoxLayout()
        self._box.setSpacing(6)
        self._entry = lines("person-zone", 62)
        self._entry.setFont(theme.font("body", mono=True))
        # It runs left to right but stands at the start of the line like every other code.
        way = self._entry.document().defaultTextOption()
        way.setTextDirection(Qt.LayoutDirection.LeftToRight)
        way.setAlignment(Qt.AlignmentFlag.AlignRight if theme.rtl() else Qt.AlignmentFlag.AlignLeft)
        self._entry.document().setDefaultTextOption(way)
        self._told = label("", "label", "late", wrap=True)
        self._told.setObjectName("zone-doubts")
        self._accept = Tick(tr(N_("Compared: the paper does say so. Keep it as doubtful")))
        self._accept.setObjectName("zone-accept")
        words = tr(N_("Machine-readable zone at the foot of a paper: typed or pasted, it fills in the rest"))
        look = button(tr(N_("Read the zone")), self._look, kind="small", glyph="ph.barcode", name="read-zone")
        more = button(tr(N_("Add a paper")), self.more, kind="small", glyph="ph.plus", name="add-paper")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addLayout(self._box)
        outer.addLayout(row(more, None))
        outer.addLayout(labelled(words, self._entry))
        outer.addLayout(row(look, None))
        outer.addWidget(self._told)
        outer.addWidget(self._accept)
        self._accept.toggled.connect(self._accepted)
        self._say("")

    def put(self, papers: Sequence[PaperRow]) -> None:
        """Show these papers."""
        for paper in papers:
            self.more(paper)

    def more(self, paper: PaperRow | None = None) -> None:
        """One more paper, empty or as it is known."""
        made = PaperLine(paper or PaperRow("passport", "", "", ""), self._holders)
        made.dropped.connect(lambda: self._drop(made))
        self._lines.append(made)
        self._box.addWidget(made)

    def value(self) -> list[PaperRow]:
        """The papers as they stand now, without empty ones."""
        return [paper for one in self._lines if (paper := one.value()) is not None]

    @property
    def unread(self) -> bool:
        """Whether a zone is typed that was not taken over."""
        return bool(self._entry.toPlainText().strip())

    def _drop(self, one: PaperLine) -> None:
        self._lines.remove(one)
        self._box.removeWidget(one)
        one.hide()
        one.deleteLater()

    def _look(self) -> None:
        self._zone = None
        try:
            found = read_zone(self._entry.toPlainText(), self._today)
        except Refusal as refusal:
            self._say("\n".join(explain(refusal, speaking())))
            return
        if found.doubts:
            self._zone = found
            self._say("\n".join(isolate(one(speaking())) for one in found.doubts), doubted=True)
            return
        self._take(found)

    def _accepted(self, on: bool) -> None:
        if on and self._zone is not None:
            self._take(self._zone)

    def _take(self, found: Zone) -> None:
        self._zone = None
        self._entry.clear()
        self._say("")
        self.more(found.paper)
        self.read.emit(found)

    def _say(self, words: str, *, doubted: bool = False) -> None:
        self._told.setText(words)
        self._told.setVisible(bool(words))
        self._accept.setChecked(False)
        self._accept.setVisible(doubted)
        if words:
            self.doubted.emit(self._accept if doubted else self._told)


