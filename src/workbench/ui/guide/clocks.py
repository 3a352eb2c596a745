"""The deadlines of a step: for whom each runs, from when, on what basis, how it was extended, and how it was met."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from workbench.i18n import N_, isolate, ltr
from workbench.sop import Deadline, Due, DueState, Pack
from workbench.sop.places import place_text
from workbench.sop.saying import clock_said
from workbench.terms import BASES, MARKS
from workbench.ui.deadlines import in_danger, long_span, said_of
from workbench.ui.guide.shown import Shown
from workbench.ui.parts.arrange import card, column, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import code, heading, label
from workbench.ui.state import speaking, tr

Act = Callable[[str], object]


class Clocks(QWidget):
    """What the rules say, and each running of them; ``tick`` says again what is left."""

    def __init__(self, shown: Shown, act: Act) -> None:
        super().__init__()
        self.setObjectName("deadlines")
        self._shown, self._act = shown, act
        self._chips: list[tuple[Chip, Due, Deadline]] = []
        box = column(heading(tr(N_("Deadlines"))), gap=8)
        for index, deadline in enumerate(shown.step.deadlines):
            box.addWidget(self._rule(index, deadline))
        self.setLayout(box)

    def tick(self, now: datetime, *, doubted: bool) -> None:
        """Say what is left at another moment."""
        for chip, due, deadline in self._chips:
            words = said_of(due, now, doubted=doubted)
            chip.say(words.text, words.tone, words.glyph, spoken=spoken(due, deadline, words.text))

    def _rule(self, index: int, deadline: Deadline) -> QFrame:
        """One rule of the step, and under it each running of it: those that run first."""
        mine = [one for one in self._shown.dues if one.index == index]
        running = in_danger(mine, self._shown.now)
        made = card(label(deadline.text, "card", wrap=True), gap=4, margins=(12, 8, 10, 8), kind="group")
        box = made.layout()
        assert isinstance(box, QVBoxLayout)
        box.addLayout(_basis(deadline, self._shown.pack))
        if words := clock_said(deadline, self._shown.pack, speaking()):
            own = _own_hours(deadline, mine)
            box.addWidget(label(" ".join(part for part in (f"{words}.", own) if part), "label", "2", wrap=True))
        for due in [*running, *(one for one in mine if one not in running)]:
            box.addWidget(self._running(due, deadline))
        if not mine and deadline.length is not None:
            box.addWidget(label(tr(N_("It does not run yet.")), "label", "3", wrap=True))
        return made

    def _running(self, due: Due, deadline: Deadline) -> QFrame:
        shown = self._shown
        words = said_of(due, shown.now, doubted=shown.row.clock_doubted)
        chip = Chip(words.text, words.tone, words.glyph, spoken=spoken(due, deadline, words.text))
        self._chips.append((chip, due, deadline))
        first = row(chip, gap=8)
        if due.subject:
            first.addWidget(code(ltr(due.subject), "body", ""))
        first.addWidget(label(_ends(due, shown.row.zone), "body", wrap=True), 1)
        if due.settled_at is None:
            self._ways(due, first)
        made = QFrame()
        made.setObjectName(f"due-{due.index}-{due.subject}" if due.subject else f"due-{due.index}")
        box = column(first, gap=3, margins=(0, 4, 0, 2))
        box.addWidget(label(_began(due, shown.row.zone), "label", "2", wrap=True))
        for words_ in _kept(due, shown.row.zone):
            box.addWidget(label(words_, "label", "2", wrap=True))
        made.setLayout(box)
        return made

    def _ways(self, due: Due, line: QHBoxLayout) -> None:
        """What can be recorded of a deadline that runs."""
        ref = f"{due.index} {due.subject}"
        name = f"{due.index}-{due.subject}" if due.subject else str(due.index)
        line.addWidget(
            button(
                tr(N_("Met…")), partial(self._act, f"deadline_met {ref}"), kind="small", glyph="ph.check",
                name=f"met-{name}",
            )
        )  # fmt: skip
        if due.extensions_left:
            line.addWidget(
                button(
                    tr(N_("Extended…")), partial(self._act, f"deadline_extended {ref}"), kind="small",
                    glyph="ph.clock-clockwise", name=f"extended-{name}",
                )
            )  # fmt: skip


def head_chip(shown: Shown, now: datetime, *, doubted: bool) -> Chip | None:
    """The most urgent deadline of a step, or the last that was settled; None if none runs or ran."""
    running = in_danger(shown.dues, now)
    if not shown.dues:
        return None
    due = running[0] if running else shown.dues[-1]
    words = said_of(due, now, doubted=doubted)
    text = f"{ltr(due.subject)} {words.text}" if due.subject and len(running) > 1 else words.text
    return Chip(
        text, words.tone, words.glyph, style="body", spoken=spoken(due, shown.step.deadlines[due.index], words.text)
    )


def spoken(due: Due, deadline: Deadline, words: str) -> str:
    """A deadline in full, as a screen reader says it and a tool tip shows it."""
    said = tr(N_("Deadline: {when}"), when=words)
    parts = [said, ltr(due.subject), deadline.text.rstrip("."), tr(BASES.get(due.basis, ""))]
    return ". ".join(part for part in parts if part)


def offset(zone: str, at: datetime) -> str:
    """A time zone by its name and its distance from UTC at a moment."""
    shift = at.astimezone(ZoneInfo(zone)).utcoffset() or timedelta()
    minutes = round(shift.total_seconds() / 60)
    hours = f"{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
    return ltr(f"{zone}, UTC{'-' if minutes < 0 else '+'}{hours}")


def _basis(deadline: Deadline, pack: Pack) -> QHBoxLayout:
    """Law, house rule or practice; where it stands; whether the source was read."""
    parts = [tr(BASES.get(deadline.basis, deadline.basis))]
    if deadline.source:
        parts.append(isolate(pack.sources.get(deadline.source, deadline.source)))
    if deadline.place:
        parts.append(place_text(deadline.place, speaking()))
    read = deadline.mark == "S"
    line = row(gap=8)
    line.addWidget(label(" — ".join(parts), "label", "2", wrap=True), 1)
    line.addWidget(
        Chip(tr(MARKS[deadline.mark]), "ok" if read else "warn", "ph.check" if read else "ph.warning")
    )
    return line


def _own_hours(deadline: Deadline, dues: list[Due]) -> str:
    """What this station made of a house rule, where that differs from the procedure."""
    if deadline.basis != "house" or deadline.hours is None or not dues or dues[0].extended:
        return ""
    length = dues[0].due_at - dues[0].start_at
    if length == timedelta(hours=deadline.hours):
        return ""
    return tr(N_("This station has set it to {span}."), span=long_span(length))


def _ends(due: Due, zone: str) -> str:
    at = speaking().moment(due.due_at, zone)
    if due.state is DueState.ENDED:
        return tr(N_("ended without being met; it would have run until {moment}"), moment=at)
    return tr(N_("until {moment}"), moment=at)


def _began(due: Due, zone: str) -> str:
    at = speaking().moment(due.start_at, zone)
    return tr(N_("Runs from {moment} ({zone})."), moment=at, zone=offset(zone, due.start_at))


def _kept(due: Due, zone: str) -> list[str]:
    """How it was extended and met, and by whose word."""
    language, found = speaking(), []
    for one in due.extended:
        at, span = language.moment(one.at, zone), long_span(timedelta(hours=one.hours))
        found.append(
            tr(N_("Extended by {span}, granted {moment}: {reason}"), span=span, moment=at, reason=one.reason)
        )
        if one.number:
            found[-1] += " " + tr(N_("No. {number}"), number=ltr(one.number))
    if due.met is not None:
        found.append(
            tr(
                N_("Met {moment}, recorded by {name}: {reason}"),
                moment=language.moment(due.met.at, zone), name=due.met.by, reason=due.met.reason,
            )
        )  # fmt: skip
    elif due.settled_at is not None and due.state is not DueState.ENDED:
        found.append(tr(N_("Met {moment}."), moment=language.moment(due.settled_at, zone)))
    return found
