"""The header: what is open, the mask over identities, and the command box."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from workbench.i18n import N_, isolate, ltr
from workbench.ui import theme
from workbench.ui.finding.box import CommandBox
from workbench.ui.parts.arrange import column, empty_out, row, upright
from workbench.ui.parts.buttons import button, icon_button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.notice import announce
from workbench.ui.parts.texts import Elided, Picture, code, label
from workbench.ui.state import day, tr
from workbench.ui.tokens import HEADER

KINDS = {
    "tip": N_("Trafficking in persons"),
    "som": N_("Smuggling of migrants"),
    "both": N_("Trafficking and smuggling"),
    "undetermined": N_("Not yet known"),
}


class Header(QFrame):
    """Rebuilt whenever the page, the case or the language changes."""

    masking = Signal()
    track = Signal()
    run = Signal(str)
    asked = Signal(str)
    sought = Signal(str)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bar", "header")
        self.setMinimumHeight(HEADER)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(16, 5, 16, 5)
        self._box.setSpacing(12)
        self.box: CommandBox | None = None

    def build(
        self,
        commands: Sequence[tuple[str, str]],
        *,
        case: Any = None,
        title: str = "",
        second: str = "",
        training: bool = False,
        masked: bool = True,
        tools: Sequence[QWidget] = (),
    ) -> None:
        """Show a case, or the title of an office page; ``tools`` are the page's own buttons."""
        empty_out(self._box)
        words = self._case(case) if case else self._office(title, second)
        self._box.addLayout(words, 1)
        if training:
            badge = Chip(tr(N_("Training")), "train", "ph.graduation-cap")
            badge.setMinimumWidth(badge.sizeHint().width())
            self._box.addWidget(badge)
        if case:
            mask = button(
                tr(N_("Identities hidden")) if masked else tr(N_("Hide identities")),
                self.masking.emit,
                glyph="ph.eye-slash",
                name="mask-all",
                tip=tr(N_("Hide identities")) + ltr(" (Ctrl+.)"),
            )
            self._box.addWidget(mask)
        self.box = CommandBox(commands)
        for mine, own in (
            (self.box.run, self.run), (self.box.asked, self.asked), (self.box.sought, self.sought),
            (self.box.opened, self.opened),
        ):  # fmt: skip
            mine.connect(own)
        self._box.addWidget(self.box)
        for tool in tools:
            self._box.addWidget(tool)

    def _case(self, case: Any) -> QHBoxLayout:
        tone = "accent" if case.kind == "tip" else "info" if case.kind == "som" else "neutral"
        change = icon_button(
            "ph.swap", tr(N_("Change track…")), self.track.emit, name="change-track", size=15
        )
        first = row(Chip(tr(KINDS.get(case.kind, case.kind)), tone), change, gap=4)
        first.addWidget(Elided(isolate(case.title), "screen"), 1)
        facts: list[QWidget] = [
            code(ltr(case.number), "label"),
            label(tr(N_("Opened {day}"), day=day(case.opened_at.date())), "label", "2"),
        ]
        if case.lead:
            facts.append(Elided(tr(N_("Case officer: {name}"), name=case.lead), "label", "2"))
        if case.state != "open":
            facts.append(label(tr(N_("Closed")), "label", "2"))
        second: list[QWidget | None] = []
        for one in facts:
            second.extend([upright(), one] if second else [one])
        outer = QHBoxLayout()
        outer.addLayout(column(first, row(*second, None, gap=8), gap=1), 1)
        return outer

    def _office(self, title: str, second: str) -> QHBoxLayout:
        outer = QHBoxLayout()
        lines = column(Elided(title, "screen"), gap=1)
        if second:
            lines.addWidget(Elided(second, "label", "2"))
        outer.addLayout(lines, 1)
        return outer


class AlertBand(QWidget):
    """The two alarms. They cannot be put away, only resolved by a decision."""

    danger = Signal()
    child = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("alert-band")
        self._active: tuple[bool, bool, tuple[str, ...]] = (False, False, ())
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self.hide()

    def build(self, case: Any = None) -> None:
        """Show what is active in a case; danger first, with the codes of those in danger by their safety plan."""
        danger, child, who = bool(case and case.danger), bool(case and case.child), case.endangered if case else ()
        empty_out(self._box)
        if danger:
            words = tr(N_("do not leave the person alone; do not alert the suspect"))
            codes = tr(N_(", ")).join(ltr(one) for one in who)
            self._add(
                _Segment(
                    "danger",
                    "ph.warning-octagon-fill",
                    tr(N_("Imminent danger for {codes}:"), codes=codes) if who else tr(N_("Imminent danger:")),
                    words,
                    tr(N_("Safety plan")),
                    self.danger.emit,
                )
            )
        if child:
            words = tr(N_("treat as a child until shown otherwise"))
            self._add(
                _Segment(
                    "child",
                    "mdi6.human-child",
                    tr(N_("Possible child:")),
                    words,
                    tr(N_("Child track")),
                    self.child.emit,
                )
            )
        self.setVisible(danger or child)
        if (danger, child, tuple(who)) != self._active:
            self._active = (danger, child, tuple(who))
            announce(self, ". ".join(one.accessibleName() for one in self.findChildren(_Segment)))

    def _add(self, segment: "_Segment") -> None:
        """Each takes the share of the width that its words need."""
        # Thirty letters or so are taken by the icon and the button.
        self._box.addWidget(segment, len(segment.accessibleName()) + 30)


class _Segment(QFrame):
    def __init__(
        self, token: str, glyph: str, strong: str, words: str, action: str, act: Callable[[], object]
    ) -> None:
        super().__init__()
        self.setStyleSheet(f"_Segment {{ background: {theme.colour(token).name()}; }}")
        self.setMinimumHeight(34)
        self.setAccessibleName(f"{strong} {words}")
        line = row(
            Picture(glyph, "onSolid", 18), label(strong, "card", "solid"), gap=8, margins=(16, 3, 14, 3)
        )
        # Never cut short: «do not alert…» without its end would say the opposite.
        line.addWidget(label(words, "body", "solid", wrap=True), 1)
        line.addWidget(button(action, act, kind="band", name=f"band-{token}"))
        self.setLayout(line)


class StatusLine(QFrame):
    """What is true of the whole program now: saved, offline, which procedure, who, where."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bar", "status")
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(14, 2, 14, 2)
        self._box.setSpacing(18)
        self.setFixedHeight(theme.px(26))

    def build(self, start: Sequence[tuple[str, str]], end: Sequence[tuple[str, str] | QWidget]) -> None:
        """Icon and words, or a chip, from the line's start and from its end."""
        empty_out(self._box)
        self.setFixedHeight(theme.px(26))
        for place, item in enumerate([*start, ("", ""), *end]):
            if place == len(start):
                self._box.addStretch(1)
                continue
            if isinstance(item, QWidget):
                self._box.addWidget(item)
                continue
            glyph, words = item
            line = row(gap=6)
            if glyph:
                line.addWidget(Picture(glyph, "text2", 14))
            line.addWidget(label(words, "small", "2"))
            self._box.addLayout(line)
