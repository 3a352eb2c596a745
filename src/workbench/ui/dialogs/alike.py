"""Who else may be this person: those who look alike, and the codes that were already joined, each to be compared."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from workbench.i18n import N_, ltr
from workbench.services.hits import Likeness
from workbench.services.people import likeness
from workbench.services.rows import PersonRow
from workbench.ui import theme
from workbench.ui.dialogs.ask import Ask
from workbench.ui.dialogs.same_person import SamePerson
from workbench.ui.finding.likeness import LikenessStrip
from workbench.ui.parts.arrange import column, holder, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.texts import code, label
from workbench.ui.room import Room
from workbench.ui.state import tr


class Alike(Ask):
    """Nothing is decided here: two people stand side by side, and somebody says what they are, with a reason."""

    def __init__(self, parent: QWidget, room: Room, person: PersonRow, then: Callable[[], object]) -> None:
        super().__init__(
            parent,
            tr(N_("Who may be the same as {code}?"), code=ltr(person.alias)),
            tr(N_("The program compares names however they are written, papers and telephones. Names stay hidden.")),
            tr(N_("Close")),
            glyph="ph.users",
            width=620,
        )
        self._page, self._room, self._person, self._then = parent, room, person, then
        self._case = str(room.memory.case_id)
        box = column(gap=6)
        for other in person.also:
            part = button(
                tr(N_("Look again…")), partial(self._beside, self._case, other), kind="quiet", name=f"joined-{other}",
            )  # fmt: skip
            said = label(tr(N_("was joined to this person")), "label", "2")
            box.addLayout(row(code(ltr(other), "body"), said, None, part, gap=8))
        self._strip = LikenessStrip(room, self._case, person.alias)
        self._strip.compare.connect(lambda one: self._beside(one.case_id, one.alias))
        self._none = label(tr(N_("Looking…")), "label", "2")
        box.addWidget(self._strip)
        box.addWidget(self._none)
        box.addStretch(1)
        self.stretch(holder(box), theme.px(220))
        self.on_submit = self.accept
        room.ask(self, likeness.likenesses, self._case, person.alias, then=self._know, failed=self.refuse)

    def _know(self, found: Sequence[Likeness]) -> None:
        shown = [one for one in found if one.alias not in self._person.also or one.case_id != self._case]
        self._strip.know(shown)
        self._none.setText(tr(N_("Nobody else looks alike.")))
        self._none.setVisible(not any(one.state != "apart" for one in shown))

    def _beside(self, case_id: str, other: str) -> None:
        self.accept()
        SamePerson.ask(self._page, self._room, self._case, self._person.alias, case_id, other, self._then)
