"""The people of a case: a list by code, the card of one of them, and what ties them; names only after a reason."""

from dataclasses import replace

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.services import care
from workbench.services.care import CareRow
from workbench.services.rows import PersonRow
from workbench.ui import theme
from workbench.ui.dialogs.person import EditPerson, NewPerson
from workbench.ui.page import Page
from workbench.ui.parts.arrange import card, column, empty_out, holder, row, scroll
from workbench.ui.parts.buttons import button
from workbench.ui.parts.choices import Segmented
from workbench.ui.parts.empty import empty
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.texts import label
from workbench.ui.people.acting import Acting
from workbench.ui.people.beside import beside
from workbench.ui.people.card import person_card
from workbench.ui.people.caring import Caring
from workbench.ui.people.doing import Doing
from workbench.ui.people.file import PeopleFile, look
from workbench.ui.people.filing import GROUPS, filtered
from workbench.ui.people.list import PeopleList
from workbench.ui.people.looked_after import LookedAfter
from workbench.ui.people.safety import safety_plan
from workbench.ui.room import Room
from workbench.ui.state import tr

SHOWN_FOR = 60  # seconds a name stays shown
# Below this width the panels beside the card stand under it.
WIDE = 1080


class PeoplePage(Page):
    """A shown name is hidden again after a minute, at lock, on another page, or with Ctrl+."""

    key = "people"
    least = 800

    def __init__(self, room: Room) -> None:
        super().__init__(room)
        self._file = PeopleFile()
        self._shown: PersonRow | None = None
        self._left = 0
        self._wide, self._drawn = True, ""
        self._editing: EditPerson | None = None
        self._acting = Acting(self, room, lambda: self._file)
        self._caring = Caring(self, room, lambda: self._file.people)
        self._tick = QTimer(self)
        self._tick.setInterval(1000)
        self._tick.timeout.connect(self._second)
        room.masked.connect(self.hide_names)

    def build(self) -> None:
        self._title = label("", "card")
        add = button(tr(N_("Add person")), self.new, kind="primary", glyph="ph.user-plus", name="add-person")
        self._group = Segmented(
            [(key, tr(words)) for key, (words, _) in GROUPS.items()],
            str(self.notes.get("group", "all")),
            name="people-group",
            then=self._choose_group,
            chips=True,
        )
        self._filter = QLineEdit(str(self.notes.get("filter", "")))
        self._filter.setObjectName("people-filter")
        self._filter.setPlaceholderText(tr(N_("Code, role or nationality")))
        self._filter.setAccessibleName(tr(N_("Filter this list")))
        self._filter.setClearButtonEnabled(True)
        self._filter.textChanged.connect(self._choose_filter)
        self._list = PeopleList()
        self._list.chosen.connect(self._choose)
        left = card(
            row(self._title, None, add, margins=(12, 10, 12, 4)),
            row(self._filter, margins=(12, 0, 12, 6)),
            row(self._group, margins=(12, 0, 12, 8)),
            self._list,
            gap=0,
            margins=(0, 0, 0, 6),
        )
        # In Kurdish the groups are longer words than elsewhere.
        bold = QFontMetrics(theme.font("label", bold=True))
        needed = sum(bold.horizontalAdvance(tr(words)) + 32 for words, _ in GROUPS.values()) + 26
        left.setFixedWidth(min(max(theme.px(300), needed), theme.px(340)))
        self._middle = column()
        self._aside = QVBoxLayout()
        self._aside.setContentsMargins(0, 0, 0, 0)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(left)
        line.addLayout(self._middle, 1)
        line.addLayout(self._aside)
        self.put(holder(line))
        self._draw()

    def ask(self) -> None:
        chosen = str(self.notes.get("chosen", ""))
        self.room.ask(self, look, self.room.memory.case_id, chosen, then=self._know, failed=self.refuse)

    def keep(self) -> None:
        self.hide_names()

    def new(self) -> None:
        NewPerson(self, self.room, self._codes()).open()

    def primary(self) -> None:
        self.new()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= theme.px(WIDE)
        if wide != self._wide:
            self._wide = wide
            QTimer.singleShot(0, self, self._draw_card)

    def hide_names(self) -> None:
        """Take every shown name, paper, number and picture from the screen, in the dialog too."""
        self._tick.stop()
        if self._editing is not None:
            self._editing.veil()
        if self._shown is not None:
            self._shown = None
            self._draw_card()

    def _know(self, found: PeopleFile) -> None:
        self._file = found
        self._draw()

    def _codes(self) -> tuple[str, ...]:
        return tuple(one.alias for one in self._file.people)

    def _draw(self) -> None:
        shown = filtered(self._file.people, str(self.notes.get("group", "all")), str(self.notes.get("filter", "")))
        self._title.setText(tr(N_("People ({n})"), n=len(self._file.people)))
        if shown and self.notes.get("chosen") not in {one.alias for one in shown}:
            self.notes["chosen"] = shown[0].alias
        self._list.fill(shown, str(self.notes.get("chosen", "")), self._file.in_danger)
        self._draw_card()

    def _draw_card(self) -> None:
        stood = self._scrolled()
        empty_out(self._middle)
        empty_out(self._aside)
        person = self._file.person(str(self.notes.get("chosen", "")))
        if person is None:
            self._middle.addWidget(
                empty(
                    "ph.users",
                    tr(N_("Nobody is recorded yet")),
                    tr(N_("Add everyone who is mentioned; a name is not needed.")),
                    tr(N_("Add person")),
                    self.new,
                )
            )
            self._middle.addStretch(1)
            return
        for words in self._doubled(person):
            self._middle.addWidget(Notice(words, tone="warn", closes=False))
        shown = self._shown if self._shown is not None and self._shown.alias == person.alias else None
        file, cared = self._file, self._file.care
        cared = cared if cared is not None and cared.alias == person.alias else None
        panels = beside(
            person, self._doing(), file.links_of(person), file.around, file.reveals_of(person),
            safety_plan(cared, self._caring) if cared else None,
        )  # fmt: skip
        made = person_card(
            shown or person, self._left if shown else 0, self._doing(), danger=person.alias in file.in_danger,
            care=LookedAfter(cared, self._caring) if cared else None, under=None if self._wide else panels,
        )  # fmt: skip
        self._middle.addWidget(made, 1)
        QTimer.singleShot(0, made, lambda: self._scroll(person.alias, stood))
        if self._wide:
            panels.addStretch(1)
            area = scroll(holder(panels))
            area.setFixedWidth(theme.px(272))
            self._aside.addWidget(area)

    def _scrolled(self) -> tuple[str, int]:
        """Whose card is shown, and how far it is scrolled: what was changed below must not jump out of sight."""
        area = self.findChild(QScrollArea, "card-area")
        return self._drawn, area.verticalScrollBar().value() if area is not None else 0

    def _scroll(self, alias: str, stood: tuple[str, int]) -> None:
        area = self.findChild(QScrollArea, "card-area")
        if area is not None and alias == stood[0]:
            area.verticalScrollBar().setValue(stood[1])
        self._drawn = alias

    def _doing(self) -> Doing:
        do = self._acting
        return Doing(
            self._ask_name, self._edit, do.role, do.end, do.acts, do.lift, do.seal, do.photo, do.link, do.same, do.over,
            self._go,
        )  # fmt: skip

    def _doubled(self, person: PersonRow) -> list[str]:
        """Papers of this person that somebody else bears too: one is false, or both are one person."""
        comma = tr(N_(", "))
        return [
            tr(
                N_("{codes} bear one number on a paper ({paper} {ending}): a slip, a false paper, or one person."),
                codes=comma.join(ltr(code) for code in one.people), ending=ltr(one.ending),
                paper=isolate(tr(terms.PAPERS.get(one.kind, one.kind))),
            )
            for one in self._file.doubles_of(person)
        ]  # fmt: skip

    def _choose(self, alias: str) -> None:
        if alias != self.notes.get("chosen"):
            self.hide_names()
            self.notes["chosen"] = alias
            self._draw_card()
            self.room.ask(self, care.care_of, self.room.memory.case_id, alias, then=self._know_care, failed=self.refuse)

    def _know_care(self, found: CareRow) -> None:
        self._file = replace(self._file, care=found)
        if found.alias == self.notes.get("chosen"):
            self._draw_card()

    def _paper(self, kind: str, code: str) -> None:
        self.room.memory.of("documents", self.room.memory.case_id)["kind"] = f"{kind} {code}"
        self.room.went.emit("documents")

    def _go(self, alias: str) -> None:
        """To the card of somebody else; whatever the list is filtered by gives way."""
        self._filter.clear()
        self._group.choose("all")
        self.notes["group"] = "all"
        self._choose(alias)
        self._draw()

    def _choose_group(self, key: str) -> None:
        self.notes["group"] = key
        self._draw()

    def _choose_filter(self, typed: str) -> None:
        self.notes["filter"] = typed
        self._draw()

    def _edit(self, person: PersonRow) -> None:
        named = self._shown is not None and self._shown.alias == person.alias
        self._editing = EditPerson(
            self, self.room, person, named=named, known=self._codes(), hide=self.hide_names
        )
        self._editing.finished.connect(self._edited)
        self._editing.open()

    def _edited(self, _result: int) -> None:
        self._editing = None

    def _ask_name(self, person: PersonRow) -> None:
        if self._shown is not None:
            self.hide_names()
            return
        self._acting.ask_name(person, SHOWN_FOR, self._show)

    def _show(self, person: PersonRow) -> None:
        self._shown, self._left = person, SHOWN_FOR
        self._tick.start()
        self._draw_card()
        # This showing stands in the log now.
        self.ask()

    def _second(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.hide_names()
        else:
            chip = self.findChild(QWidget, "shown-for")
            if chip is not None:
                chip.say(tr(N_("Shown, {n} s left"), n=self._left))  # type: ignore[attr-defined]


def page(room: Room) -> PeoplePage:
    """The page, for the registry."""
    return PeoplePage(room)
