"""The card of a person: head, facts, roles, acts not to be held against them, rights and needs."""

from PySide6.QtWidgets import QFrame, QLayout, QWidget

from workbench.services.rows import PersonRow
from workbench.ui.parts.arrange import column, holder, scroll
from workbench.ui.people.doing import Doing
from workbench.ui.people.facts import facts
from workbench.ui.people.head import head
from workbench.ui.people.roles import held_acts, roles


def person_card(
    person: PersonRow, left: int, doing: Doing, *, danger: bool = False, care: QWidget | None = None,
    under: QLayout | None = None,
) -> QFrame:  # fmt: skip
    """The card; ``left`` seconds of showing the name, 0 while it is hidden.

    ``care``: rights, consents and needs of the person; ``under``: what stands beside the card where there is room.
    """
    made = QFrame()
    made.setProperty("card", "true")
    made.setObjectName("person-card")
    inside = column(
        facts(person, shown=bool(left)), roles(person, doing), held_acts(person, doing), gap=16,
        margins=(18, 14, 18, 14),
    )  # fmt: skip
    if care is not None:
        inside.addWidget(care)
    if under is not None:
        inside.addLayout(under)
    inside.addStretch(1)
    area = scroll(holder(inside))
    area.setObjectName("card-area")
    made.setLayout(column(head(person, left, doing, danger=danger), area, gap=0))
    return made
