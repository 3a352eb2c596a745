"""The log of a case: every act, who, when, why; and whether the chain holds."""

import re
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit

from workbench.i18n import N_, TAGS, isolate, language, ltr
from workbench.security.act_labels import LABELS
from workbench.security.acts import Act
from workbench.services import audit, documents
from workbench.services.people import ROLES
from workbench.services.rows import AuditRow
from workbench.ui import theme
from workbench.ui.page import Page
from workbench.ui.parts.arrange import card, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.texts import label
from workbench.ui.room import Room
from workbench.ui.state import moment, speaking, tr
from workbench.ui.tables import Column, Rows, table, widen

MOST = 500
_HASH = re.compile("[0-9a-f]{64}")


def _show(desk: Any, case: str) -> list[AuditRow]:
    return audit.show(desk, case, limit=MOST)


def act_words(key: str) -> str:
    """An act in words; one that this version does not know by its key."""
    try:
        return tr(LABELS[Act(key)])
    except (KeyError, ValueError):
        return ltr(key)


def subject_words(subject: str) -> str:
    """What an act was done to: keys in words, hashes by their two ends, identifiers as they are."""
    return " ".join(_word(one) for one in subject.split(" "))


def _word(word: str) -> str:
    if word in documents.every_kind():
        return documents.title(word, speaking().tag)
    if word in TAGS:
        return language(word).native_name
    if word in ROLES:
        return tr(ROLES[word])
    if word.isdecimal():
        return speaking().number(int(word))
    return ltr(f"{word[:8]}…{word[-8:]}") if _HASH.fullmatch(word) else ltr(word)


class LogPage(Page):
    """Nothing here can be changed."""

    key = "log"
    least = 760

    def build(self) -> None:
        self._columns = [
            Column(
                tr(N_("No.")), lambda one: speaking().number(one.seq), quiet=True, order=lambda one: one.seq
            ),
            Column(tr(N_("When")), lambda one: moment(one.at), order=lambda one: one.at),
            Column(tr(N_("Who")), lambda one: isolate(one.actor)),
            Column(tr(N_("Act")), lambda one: act_words(one.act), strong=True),
            Column(tr(N_("What")), lambda one: subject_words(one.subject), quiet=True),
            Column(tr(N_("Reason")), lambda one: isolate(one.reason), wide=True, quiet=True),
            Column(tr(N_("Hash")), lambda one: ltr(one.digest[:12]), code=True),
        ]
        self._rows = Rows(self._columns)
        self._view, self._sifted = table(self._rows, name="log-table", says=tr(N_("Log")))
        self._filter = QLineEdit(str(self.notes.get("filter", "")))
        self._filter.setPlaceholderText(tr(N_("Filter the log")))
        self._filter.setAccessibleName(tr(N_("Filter the log")))
        self._filter.setFixedWidth(theme.px(200))
        self._filter.textChanged.connect(self._sifted.want)
        self._sifted.want(self._filter.text())
        self._count = label("", "label", "2")
        check = button(tr(N_("Check audit chain")), self._verify, glyph="ph.link", name="check-chain")
        self.put(
            card(
                row(check, self._count, None, self._filter, gap=10, margins=(12, 10, 12, 10)),
                self._view,
                gap=0,
                margins=(0, 0, 0, 0),
            )
        )

    def ask(self) -> None:
        self.room.ask(self, _show, self.room.memory.case_id, then=self._know, failed=self.refuse)

    def keep(self) -> None:
        self.notes["filter"] = self._filter.text()

    def told(self, word: str) -> None:
        if word == "filter":
            self._filter.setFocus()
        else:
            super().told(word)

    def _know(self, found: list[AuditRow]) -> None:
        self._rows.fill(found)
        widen(self._view, self._columns, least=64, most=360)
        self._count.setText(speaking().say_many("{n} entry", "{n} entries", len(found)))

    def _verify(self) -> None:
        self.quiet()
        self.room.ask(self, audit.verify, then=self._judge, failed=self.refuse)

    def _judge(self, verdict: Any) -> None:
        if verdict.ok:
            said = Notice(tr(N_("The chain holds: {n} entries fit."), n=verdict.entries), tone="ok")
            QTimer.singleShot(8000, said, said.hide)
        else:
            said = Notice(
                tr(N_("The log does not fit.")),
                tr(
                    N_(
                        "Stop working in this vault, keep a copy of the folder, and tell the supervisor. {where}"
                    ),
                    where=ltr(verdict.problem),
                ),
            )
        said.setObjectName("verdict")
        self._notices.addWidget(said)


def page(room: Room) -> LogPage:
    """The page, for the registry."""
    return LogPage(room)
