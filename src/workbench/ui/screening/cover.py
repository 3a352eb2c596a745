"""What stands in place of a screening while somebody may look over the shoulder, or before there is anybody."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from workbench.i18n import N_
from workbench.ui.parts.arrange import card, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.empty import empty
from workbench.ui.parts.texts import Picture, label
from workbench.ui.state import tr


def covering(again: Callable[[], object]) -> QWidget:
    """Nothing of what was said, and the way back."""
    words = label(tr(N_("Hidden. What was answered is saved.")), "card")
    way = button(tr(N_("Go on with the screening")), again, glyph="ph.eye", name="uncover")
    lines = (row(None, one, None) for one in (Picture("ph.eye-slash", "text2", 26), words, way))
    made = card(None, *lines, None, gap=12)
    made.setObjectName("covered")
    return made


def nobody(to_people: Callable[[], object]) -> QWidget:
    """That there is nobody to be screened yet."""
    return empty(
        "ph.users", tr(N_("Nobody is recorded yet")), tr(N_("Whoever is in the case can be screened, suspects too.")),
        tr(N_("Add person")), to_people,
    )  # fmt: skip
