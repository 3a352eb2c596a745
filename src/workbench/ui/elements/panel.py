"""The chosen element: what it asks, the law in short, the evidence for and against, and what would fill a gap."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from workbench.i18n import N_, isolate, ltr
from workbench.services import law
from workbench.services.elements import CLEARING, ElementsRow
from workbench.services.findings import FindingRow
from workbench.terms import SIDES, SOURCES, STRENGTHS, UNVERIFIED
from workbench.ui import theme
from workbench.ui.elements.marks import Mark, mark_of
from workbench.ui.elements.rows import Line, title_of
from workbench.ui.guide.basis import law_row
from workbench.ui.parts.arrange import card, column, empty_out, holder, row, rule, scroll
from workbench.ui.parts.buttons import button, icon_button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.disclosure import Disclosure
from workbench.ui.parts.texts import Picture, code, label
from workbench.ui.state import tr
from workbench.ui.tokens import TONES

Do = Callable[[FindingRow], object]
_GLYPHS = {
    "exhibit": "ph.archive-box",
    "statement": "ph.chat-circle-text",
    "step": "ph.path",
    "record": "ph.note-pencil",
}


class Tinted(QFrame):
    """A note on a tint with its icon: violet for a child, blue for what does not count as the offence."""

    def __init__(self, words: str, tone: str, glyph: str, *, name: str) -> None:
        super().__init__()
        self._tone = tone
        self.setObjectName(name)
        self.setAccessibleName(words)
        line = row(Picture(glyph, TONES[tone][1], 20), gap=10, margins=(12, 8, 12, 8))
        said = label(words, "label", wrap=True)
        said.setStyleSheet(f"color: {theme.colour(TONES[tone][1]).name()};")
        line.addWidget(said, 1)
        self.setLayout(line)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(TONES[self._tone][0]), 1))
        painter.setBrush(theme.colour(TONES[self._tone][0]))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 6, 6)


class Panel(QWidget):
    """Three cards and the notices under them; it scrolls where the window is low."""

    def __init__(self, *, link: Callable[[], object], edit: Do, withdraw: Do) -> None:
        super().__init__()
        self._link, self._edit, self._withdraw = link, edit, withdraw
        self._quotes: Mapping[str, str] = {}
        self.setObjectName("element-panel")
        self._box = column(gap=8, margins=(0, 0, 0, 0))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll(holder(self._box)))

    def show_line(self, whole: ElementsRow, line: Line | None) -> None:
        """Show a line of the matrix."""
        empty_out(self._box)
        self._quotes = whole.quotes
        if line is not None and line.line is not None:
            self._box.addWidget(self._about(whole, line))
            self._box.addWidget(self._linked(line))
            if line.line.prompts and line.line.coverage not in ("", "covered") and line.part.demanded:
                self._box.addWidget(_prompts(line))
        self._box.addStretch(1)
        for words in whole.caveats:
            self._box.addWidget(Tinted(words, "info", "ph.info", name="caveat"))
        for words in whole.excluded_by:
            self._box.addWidget(Tinted(words, "info", "ph.hand-palm", name="excluded"))
        if whole.child_notice:
            said = tr(N_("{code} is or may be a child."), code=ltr(whole.about))
            self._box.addWidget(Tinted(f"{said} {whole.child_notice}", "childnote", "mdi6.human-child", name="child"))

    def _about(self, whole: ElementsRow, line: Line) -> QFrame:
        assert line.line is not None
        text, tone, glyph = line.chip
        head = row(gap=8)
        head.addWidget(label(line.line.label, "card", wrap=True), 1)
        if text:
            head.addWidget(Chip(text, tone, glyph, spoken=tr(N_("Coverage: {coverage}"), coverage=text)), 0,
                           Qt.AlignmentFlag.AlignTop)  # fmt: skip
        made = card(head, label(title_of(line.part), "label", "2"), gap=6)
        inside = made.layout()
        assert isinstance(inside, QVBoxLayout)
        if line.line.ask:
            inside.addWidget(label(tr(N_("Question: {question}"), question=line.line.ask), "body", "2", wrap=True))
        if line.line.mark == "GK":
            inside.addWidget(row_of(Chip(tr(UNVERIFIED), "warn", "ph.warning")))
        if whole.law:
            shown = Disclosure(tr(N_("The law in short")), "ph.scales", name="element-law")
            for place, one in enumerate(whole.law):
                shown.inside.addLayout(law_row(one, new=not place))
            shown.inside.addWidget(label(tr(law.SUMMARY_ONLY), "small", "3", wrap=True))
            inside.addWidget(shown)
        return made

    def _linked(self, line: Line) -> QFrame:
        assert line.line is not None
        link = button(tr(N_("Link…")), self._link, kind="quiet", glyph="ph.link", name="link-evidence")
        box = column(row(label(tr(N_("Linked evidence")), "card"), None, link), gap=6)
        for place, one in enumerate(line.line.findings):
            if place:
                box.addWidget(rule())
            box.addWidget(self._finding(one, clearing=line.part.key == CLEARING))
        if not line.line.findings:
            box.addWidget(label(tr(N_("Nothing is linked to it yet.")), "label", "2", wrap=True))
        made = card(gap=0)
        made.layout().addLayout(box)  # type: ignore[union-attr]
        made.setObjectName("linked-evidence")
        return made

    def _finding(self, one: FindingRow, *, clearing: bool) -> QWidget:
        """A source with what it says: the kind, its code and place, side and strength, the note."""
        first = row(Picture(_GLYPHS[one.source_kind], "text2", 17), code(ltr(one.source), "label"), gap=6)
        if one.place:
            first.addWidget(label(isolate(one.place), "label", wrap=True), 1)
        else:
            first.addStretch(1)
        first.addWidget(Mark(mark_of([one], clearing=clearing)))
        said = f"{tr(SOURCES[one.source_kind])} — {tr(SIDES[one.side])}: {tr(STRENGTHS[one.strength])}"
        box = column(first, label(said, "label", "2", wrap=True), gap=2)
        if words := self._quotes.get(one.finding_id):
            box.addWidget(label(f"«{isolate(words)}»", "body", wrap=True))
        if one.note:
            box.addWidget(label(isolate(one.note), "body", wrap=True))
        if one.exculpatory:
            box.addWidget(row_of(Chip(tr(N_("speaks for the suspect")), "info", "ph.scales")))
        tools = row(label(isolate(one.by), "small", "3"), None, gap=4)
        for words, glyph, act, name in (
            (N_("Correct what {source} says"), "ph.pencil-simple", self._edit, "edit-finding"),
            (N_("Take back what {source} says"), "ph.link-break", self._withdraw, "withdraw-finding"),
        ):
            says = tr(words, source=ltr(one.source))
            tools.addWidget(icon_button(glyph, says, partial(act, one), name=name, size=16))
        box.addLayout(tools)
        return holder(box)


def row_of(widget: QWidget) -> QWidget:
    """A widget at the start of its line, no wider than it needs."""
    return holder(row(widget, None))


def _prompts(line: Line) -> QFrame:
    """Where to look; a list to think with, nothing that must be ticked."""
    assert line.line is not None
    box = column(label(tr(N_("What would fill the gap?")), "card"), gap=6)
    for words in line.line.prompts:
        each = row(Picture("ph.circle-dashed", "warnMark", 17), gap=8)
        each.addWidget(label(words, "body", wrap=True), 1)
        box.addLayout(each)
    made = card(gap=0)
    made.setObjectName("prompts")
    made.layout().addLayout(box)  # type: ignore[union-attr]
    return made
