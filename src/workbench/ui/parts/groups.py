"""Lines under headings: what appears, what falls away, what is missing; long ones open on demand."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.i18n import isolate, ltr, plain
from workbench.ui import theme
from workbench.ui.differences import Group, Line
from workbench.ui.parts.arrange import column, empty_out, holder, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import Picture, code, label
from workbench.ui.state import speaking

MOST = 8


def groups(found: Sequence[Group], most: int = MOST) -> QWidget:
    """The groups under each other."""
    box = column(gap=12)
    for one in found:
        box.addWidget(_Group(one, most))
    box.addStretch(1)
    return holder(box)


class _Group(QWidget):
    """The first lines of a group, and a button for the rest."""

    def __init__(self, group: Group, most: int) -> None:
        super().__init__()
        self._group = group
        self.setObjectName(f"group-{group.key}")
        count = speaking().number(len(group.lines))
        self.setAccessibleName(plain(f"{group.title} {count}"))
        head = row(gap=8)
        head.addWidget(Chip(count, group.tone, group.glyph), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(label(group.title, "card", wrap=True), 1)
        self._lines = column(gap=3)
        self.setLayout(column(head, self._lines, gap=5))
        self._draw(most)

    def _draw(self, most: int) -> None:
        empty_out(self._lines)
        lines = self._group.lines
        for one in lines[:most]:
            self._lines.addLayout(_line(one))
        if len(lines) > most:
            words = speaking().say_many("Show {n} more line", "Show {n} more lines", len(lines) - most)
            more: Callable[[], object] = partial(self._draw, len(lines))
            self._lines.addWidget(button(words, more, kind="quiet", name=f"more-{self._group.key}"))


def _line(one: Line) -> QVBoxLayout:
    first = row(gap=8)
    if one.code:
        mark = code(ltr(one.code), "label")
        mark.setMinimumWidth(theme.px(46))
        first.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    else:
        first.addWidget(Picture("ph.minus", "text3", 14), 0, Qt.AlignmentFlag.AlignTop)
    words = column(label(isolate(one.words), "body", wrap=True), gap=0)
    if one.remark:
        words.addWidget(label(one.remark, "label", "2", wrap=True))
    first.addLayout(words, 1)
    return column(first)
