"""Home: my next steps by deadline, what is alarming, the cases that are open."""

from collections.abc import Sequence
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from workbench.i18n import N_, isolate, ltr
from workbench.services import cases
from workbench.ui import theme
from workbench.ui.deadlines import said
from workbench.ui.dialogs.case import NewCase
from workbench.ui.header import KINDS
from workbench.ui.icons import icon_dir
from workbench.ui.page import Page
from workbench.ui.parts.arrange import card, column, empty_out, holder, row, rule, scroll, upright
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.empty import empty
from workbench.ui.parts.marks import Bar
from workbench.ui.parts.pressed import Pressed
from workbench.ui.parts.step_rows import due_row, group, group_head, step_row
from workbench.ui.parts.texts import Elided, Picture, code, label
from workbench.ui.room import Room
from workbench.ui.state import number, speaking, tr
from workbench.ui.state.speech import zone

MOST = 40  # rows of the list of next steps


def _asked(desk: Any, language: str) -> tuple[list[Any], list[Any]]:
    return cases.due_list(desk, language), cases.list_cases(desk)


class HomePage(Page):
    """The next legal step is always visible."""

    key = "home"
    least = 780

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._dues: list[Any] = []
        self._cases: list[Any] = []
        tick = QTimer(self)
        tick.timeout.connect(self._draw)
        tick.start(60_000)

    def titles(self) -> tuple[str, str]:
        local = self.room.now().astimezone(ZoneInfo(zone()))
        greeting = N_("Good morning, {name}") if 4 <= local.hour < 12 else N_("Good evening, {name}")
        language = speaking()
        today = f"{language.weekday(local.date())} {language.day_long(local.date())}"
        name = self.room.desk.actor.name.split(" ")[0]
        return tr(greeting, name=name), f"{today} — {isolate(self.room.station.name)}"

    def tools(self) -> list[QWidget]:
        return [button(tr(N_("New case")), self.new, kind="primary", glyph="ph.plus", name="new-case")]

    def build(self) -> None:
        self._steps = column(gap=0)
        head = row(
            label(tr(N_("My next steps")), "screen"),
            label(tr(N_("by legal deadline")), "label", "2"),
            None,
            gap=10,
            margins=(14, 10, 14, 10),
        )
        left = card(head, scroll(holder(self._steps)), gap=0, margins=(0, 0, 0, 0))
        self._alerts = column(gap=6)
        self._count = label("", "label", "2")
        alerts = card(
            row(label(tr(N_("Alerts")), "card"), None, self._count),
            self._alerts,
            gap=8,
            margins=(12, 10, 12, 12),
        )
        self._active = column(gap=0)
        self._all = button(
            tr(N_("Show all")), lambda: self.room.went.emit("cases"), kind="quiet", name="all-cases"
        )
        active = card(
            row(label(tr(N_("Active cases")), "card"), None, self._all, margins=(14, 8, 14, 6)),
            scroll(holder(self._active)),
            gap=0,
            margins=(0, 0, 0, 6),
        )
        side = column(alerts, gap=8)
        side.addWidget(active, 1)
        right = holder(side)
        right.setFixedWidth(theme.px(400))
        self._right = right
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(left, 1)
        line.addWidget(right)
        self.put(holder(line))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The next steps come first: what stands beside them gives way.
        if hasattr(self, "_right"):
            self._right.setFixedWidth(theme.px(400 if self.width() >= theme.px(1100) else 290))

    def ask(self) -> None:
        self.room.ask(self, _asked, speaking().tag, then=self._know, failed=self.refuse)

    def new(self) -> None:
        NewCase(self, self.room, self._open).open()

    def _know(self, found: tuple[list[Any], list[Any]]) -> None:
        self._dues, self._cases = found
        self._draw()

    def _draw(self) -> None:
        for layout in (self._steps, self._alerts, self._active):
            empty_out(layout)
        self._draw_steps()
        alarming = [case for case in self._cases if case.state == "open" and (case.danger or case.child)]
        for case in alarming:
            if case.danger:
                self._alerts.addWidget(
                    self._alert(case, "danger", "ph.warning-octagon-fill", tr(N_("Imminent danger")))
                )
            if case.child:
                self._alerts.addWidget(
                    self._alert(case, "child", "mdi6.human-child", tr(N_("Possible child")))
                )
        self._count.setText(number(sum(case.danger + case.child for case in alarming)))
        if not alarming:
            self._alerts.addWidget(label(tr(N_("No alerts in your cases.")), "body", "2"))
        open_cases = [case for case in self._cases if case.state == "open"]
        self._all.setText(tr(N_("Show all ({n})"), n=len(self._cases)))
        for case in open_cases[:20]:
            self._active.addWidget(self._case(case))
        if not open_cases:
            self._active.addWidget(label("", "body"))
        self._active.addStretch(1)

    def _draw_steps(self) -> None:
        now = self.room.now()
        groups: dict[str, list[Any]] = {}
        for due in self._dues[:MOST]:
            groups.setdefault(group(due.due_at, now), []).append(due)
        if not self._dues and not any(case.state == "open" for case in self._cases):
            wrap = column(
                empty(
                    "ph.calendar-check",
                    tr(N_("No deadline is running")),
                    tr(N_("Deadlines appear here when a case is open and a step has a time limit.")),
                    tr(N_("New case")),
                    self.new,
                ),
                None,
                margins=(14, 8, 14, 14),
            )
            self._steps.addWidget(holder(wrap))
        for name in (N_("Within hours"), N_("Tomorrow"), N_("This week"), N_("Later")):
            if found := groups.get(name):
                self._steps.addWidget(group_head(tr(name), len(found)))
                for place, due in enumerate(found):
                    if place:
                        self._steps.addWidget(rule())
                    self._steps.addWidget(due_row(due, now, partial(self._open_due, due)))
        self._draw_next()
        self._steps.addStretch(1)

    def _draw_next(self) -> None:
        """The next step of each case that no deadline brought up already."""
        brought = {(due.case_id, due.step) for due in self._dues[:MOST]}
        found = [
            case
            for case in self._cases
            if case.state == "open" and case.next_step and (case.case_id, case.next_step) not in brought
        ]
        if not found:
            return
        self._steps.addWidget(group_head(tr(N_("Next in each case")), len(found)))
        for place, case in enumerate(found[:MOST]):
            if place:
                self._steps.addWidget(rule())
            chip = Chip(tr(N_("next")), "neutral", icon_dir("arrow", theme.rtl()), style="body", centred=True)
            self._steps.addWidget(
                step_row(
                    chip,
                    isolate(case.title),
                    row(
                        code(ltr(case.next_step), "label"),
                        upright(),
                        code(ltr(case.number), "label"),
                        None,
                        gap=8,
                    ),
                    "",
                    button(
                        tr(N_("Open step")),
                        partial(self._open, case),
                        kind="small",
                        name=f"next-{case.number}",
                    ),
                )
            )

    def _alert(self, case: Any, tone: str, glyph: str, title: str) -> QWidget:
        made = Pressed(lambda: self._open(case), tone)
        made.setAccessibleName(f"{title}, {case.number}")
        line = row(Picture(glyph, "onSolid", 22), gap=12, margins=(12, 7, 12, 7))
        where = row(code(ltr(case.number), "label", "solid"), gap=8)
        where.addWidget(Elided(isolate(case.title), "label", "solid"), 1)
        line.addLayout(column(label(title, "card", "solid"), where, gap=1), 1)
        line.addWidget(Picture(icon_dir("caret", theme.rtl()), "onSolid", 16))
        made.setLayout(line)
        return made

    def _case(self, case: Any) -> QWidget:
        made = Pressed(lambda: self._open(case))
        made.setObjectName(f"case-{case.number}")
        made.setAccessibleName(f"{case.title}, {case.number}")
        first = row(gap=8)
        first.addWidget(Elided(isolate(case.title), "card"), 1)
        if case.next_due_at:
            words = said(case.next_due_at, self.room.now(), short=True, doubted=self.room.doubted)
            first.addWidget(Chip(words.text, words.tone))
        share = case.done / case.total if case.total else 0.0
        second = row(code(ltr(case.number), "label"), gap=8)
        second.addWidget(Elided(tr(KINDS.get(case.kind, case.kind)), "label", "2"), 1)
        second.addWidget(Bar(share, width=110))
        second.addWidget(label(speaking().percent(share), "label", "2"))
        made.setLayout(column(rule(), column(first, second, gap=4, margins=(14, 6, 14, 8)), gap=0))
        return made

    def _open(self, case: Any) -> None:
        self.window().open_case(case)  # type: ignore[attr-defined]

    def _open_due(self, due: Any) -> None:
        case = next(case for case in self._cases if case.case_id == due.case_id)
        self.window().open_case(case, due.step)  # type: ignore[attr-defined]


def page(room: Room) -> HomePage:
    """The page, for the registry."""
    return HomePage(room)


__all__: Sequence[str] = ("HomePage", "page")
