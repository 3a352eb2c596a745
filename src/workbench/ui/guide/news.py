"""The notice of what a change in the case did to the procedure, with the ways to the steps."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QPushButton, QWidget

from workbench.i18n import N_, ltr, plain
from workbench.services.guides import GuideRow
from workbench.sop import Pack
from workbench.ui import theme
from workbench.ui.guide.changed import Told, changes, told
from workbench.ui.parts.arrange import Flow, column, holder
from workbench.ui.parts.buttons import button
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.texts import label
from workbench.ui.state import tr

_MOST = 8  # steps of one kind that are named; the list of steps shows the others
_NAMED = 2  # so few are named with their title


def news(
    before: GuideRow, after: GuideRow, pack: Pack, go: Callable[[str], object], closed: Callable[[], object]
) -> Notice:
    """What changed between two looks; ``go`` opens a step, ``closed`` is called when it is put away."""
    parts = told(changes(before, after), before, after, pack)
    under = column(gap=6)
    for part in parts:
        under.addWidget(label(part.sentence, "body", "info", wrap=True))
        under.addWidget(_steps(part, pack, go))
    made = Notice(tr(N_("The procedure changed")), "", "info", under=holder(under), closed=closed, strong=True)
    made.setObjectName("changed")
    made.setAccessibleName(plain(" ".join(part.sentence for part in parts)))
    return made


def _steps(part: Told, pack: Pack, go: Callable[[str], object]) -> QWidget:
    flow = Flow(6)
    for key in part.steps[:_MOST]:
        step = pack.steps.get(key)
        if step is None:
            # Only the procedure that was followed before has it.
            flow.addWidget(label(ltr(key), "label", "info", mono=True))
            continue
        flow.addWidget(_way(key, step.title, len(part.steps) <= _NAMED, go))
    left = len(part.steps) - _MOST
    if left > 0:
        flow.addWidget(label(tr(N_("and {n} more in the list"), n=left), "label", "info"))
    return holder(flow)


def _way(key: str, title: str, named: bool, go: Callable[[str], object]) -> QPushButton:
    words = f"{ltr(key)} {title}" if named else ltr(key)
    made = button(words, partial(go, key), kind="chip", name=f"changed-{key}", tip=title)
    made.setAccessibleName(plain(f"{key} {title}"))
    made.setMaximumWidth(theme.px(420))
    return made
