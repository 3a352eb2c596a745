"""The quiet mark of a case that left the procedure: a safety gate was passed, or a second person is awaited."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from workbench.i18n import plain
from workbench.services.rows import DeviationRow
from workbench.sop import OVERRIDE
from workbench.ui import theme
from workbench.ui.icons import icon_dir
from workbench.ui.parts.arrange import column, holder, row
from workbench.ui.parts.pressed import Pressed
from workbench.ui.parts.texts import Picture, label
from workbench.ui.registry import PLACES
from workbench.ui.state import speaking

PAGE = "readiness"


def mark(deviations: Iterable[DeviationRow], go: Callable[[], object]) -> QWidget | None:
    """What has to be seen before the case is trusted, with the way to the register; None if there is nothing."""
    rows = list(deviations)
    passed = sum(one.kind == OVERRIDE and one.standing for one in rows)
    awaited = sum(one.awaiting for one in rows)
    words = []
    if passed:
        words.append(
            speaking().say_many(
                "{n} safety gate was passed to protect life",
                "{n} safety gates were passed to protect life",
                passed,
            )
        )
    if awaited:
        words.append(
            speaking().say_many(
                "{n} deviation awaits a second person", "{n} deviations await a second person", awaited
            )
        )
    if not words:
        return None
    line = row(
        Picture("ph.shield-warning" if passed else "ph.shield-chevron", "warnText", 17), gap=8, margins=(8, 5, 8, 5)
    )
    line.addLayout(column(*(label(one, "label", "warn", wrap=True) for one in words), gap=1), 1)
    if any(place.key == PAGE for place in PLACES):
        line.addWidget(Picture(icon_dir("caret", theme.rtl()), "warnText", 14))
        made: QWidget = Pressed(go, "warnTint")
        made.setLayout(line)
    else:
        made = holder(line)
    made.setObjectName("deviations")
    made.setAccessibleName(plain(". ".join(words)))
    return made
