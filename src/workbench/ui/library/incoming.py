"""A procedure that arrived on a stick, before anything is kept: whose hand it is from, and what it would change."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from workbench.i18n import N_, isolate, ltr
from workbench.security import Act
from workbench.security.acts import ALLOWED, ROLE_LABELS
from workbench.services import editions, library
from workbench.services.editions import Incoming, MoveView
from workbench.ui import trust
from workbench.ui.differences import comma, of_diff, of_migration, untouched
from workbench.ui.library.keys import in_lines
from workbench.ui.parts.arrange import bar, card, column, holder, row, rule, scroll
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.groups import groups
from workbench.ui.parts.notice import Notice
from workbench.ui.parts.texts import Elided, code, heading, label
from workbench.ui.state import day, speaking, tr

SIGNED, UNKNOWN_KEY = "signed", "unknown_key"
# What to do with a file, by whose hand it is from.
_ADVICE = {
    SIGNED: (
        N_("An authority whose key is trusted here signed this procedure."),
        N_("Look at what it changes, then receive it. Running cases stay where they are until they are moved."),
    ),
    UNKNOWN_KEY: (
        N_("It is signed, but nobody here knows the key."),
        N_(
            "Compare the fingerprint with the authority by phone or on paper. If it is theirs, an administrator trusts "
            "the key; what it signs is then known everywhere here."
        ),
    ),
    "unsigned": (
        N_("Nobody signed it."),
        N_(
            "Ask the authority for the signed file. Without it an administrator can take this one file on their own "
            "word; that is then shown wherever the procedure is used."
        ),
    ),
}


@dataclass(frozen=True)
class Arrived:
    """What was looked at, from where, and the titles of every step that can be named."""

    path: Path
    found: Incoming
    titles: Mapping[str, str]


def look(desk: Any, path: Path, tag: str) -> Arrived:
    """Look at a pack file or folder, on the worker. Nothing is kept."""
    found = editions.look_at(desk, path, tag)
    titles = {**library.titles(desk, tag), **{key: step.title for key, step in found.pack.steps.items()}}
    return Arrived(path, found, titles)


class Preview(QFrame):
    """``act`` is told what is wanted: receive, trust_file, trust_key or back."""

    def __init__(self, arrived: Arrived, desk: Any, act: Callable[[str], object]) -> None:
        super().__init__()
        self.setObjectName("incoming")
        self.arrived, self._desk, self._act = arrived, desk, act
        inside = column(self._who(), self._what(), *self._cases(), gap=8, margins=(0, 0, 6, 0))
        inside.addStretch(1)
        foot = bar("footer", self._ways())
        self.setLayout(column(scroll(holder(inside)), foot, gap=8))

    def _who(self) -> QFrame:
        """Whose hand it is from, in words and by its fingerprint."""
        found = self.arrived.found
        text, tone, glyph = trust.chip_of_file(found.standing, found.signer)
        head = row(gap=10)
        head.addWidget(Elided(isolate(found.pack.title), "step"), 1)
        head.addWidget(Chip(text, tone, glyph))
        facts = [code(ltr(f"{found.pack.key} {found.pack.version}"), "label")]
        facts.append(label(speaking().say_many("{n} step", "{n} steps", len(found.pack.steps)), "label", "2"))
        if found.issued_on is not None:
            facts.append(label(tr(N_("issued {day}"), day=day(found.issued_on)), "label", "2"))
        facts.append(label(tr(N_("file {file}"), file=ltr(self.arrived.path.name)), "label", "2"))
        made = card(head, row(*facts, None, gap=14), gap=6)
        box = made.layout()
        assert isinstance(box, QVBoxLayout)
        sentence, remedy = _ADVICE[found.standing]
        said = Notice(tr(sentence), tr(remedy), "ok" if found.standing == SIGNED else "warn", closes=False)
        said.setObjectName("standing")
        box.addWidget(said)
        if found.fingerprint:
            box.addWidget(label(tr(N_("Fingerprint of the key that signed it")), "label", "2"))
            box.addWidget(_fingerprint(found.fingerprint))
        if found.note:
            box.addWidget(heading(tr(N_("Note of the authority"))))
            box.addWidget(label(isolate(found.note), "body", wrap=True))
        for one in _warnings(found):
            box.addWidget(one)
        return made

    def _what(self) -> QFrame:
        """What it changes of the edition that is here."""
        found = self.arrived.found
        if found.against is None:
            words = tr(N_("No edition of this procedure is here yet: all of it is new."))
            return card(heading(tr(N_("What it changes"))), label(words, "body", wrap=True))
        edition = ltr(f"{found.pack.key} {found.against}")
        lead = label(tr(N_("Compared with {edition}, the newest edition here"), edition=edition), "label", "2")
        told = of_diff(found.changes, self.arrived.titles) if found.changes else []
        if not told:
            same = label(tr(N_("Nothing: it says the same, step by step.")), "body", wrap=True)
            return card(heading(tr(N_("What it changes"))), lead, same)
        return card(heading(tr(N_("What it changes"))), lead, groups(told))

    def _cases(self) -> Sequence[QFrame]:
        """What moving each running case would do."""
        moves = self.arrived.found.moves
        if not moves:
            words = tr(N_("No running case follows an earlier edition of this procedure."))
            return [card(heading(tr(N_("Running cases"))), label(words, "body", wrap=True))]
        lead = tr(N_("None of it happens by receiving: a supervisor moves a case, or leaves it where it is."))
        box = [heading(tr(N_("Running cases"))), label(lead, "label", "2", wrap=True)]
        return [card(*box, *(_case(one, self.arrived.titles) for one in moves), gap=8)]

    def _ways(self) -> QVBoxLayout:
        """The buttons that this person has, or who has them."""
        found, line = self.arrived.found, row(gap=8)
        needed = Act.PACK_RECEIVE if found.standing == SIGNED else Act.PACK_TRUST
        if self._desk.may(needed):
            if found.standing == SIGNED:
                line.addWidget(self._way("receive", N_("Receive"), "ph.download-simple", "primary"))
            if found.standing == UNKNOWN_KEY and self._desk.may(Act.KEY_TRUST):
                line.addWidget(self._way("trust_key", N_("Trust this key…"), "ph.key", "primary"))
            if found.standing != SIGNED:
                line.addWidget(self._way("trust_file", N_("Trust this file alone…"), "ph.shield-warning"))
        line.addWidget(self._way("back", N_("Leave it"), ""))
        line.addStretch(1)
        box = column(line, gap=6, margins=(12, 10, 12, 10))
        if not self._desk.may(needed):
            roles = comma().join(tr(ROLE_LABELS[role]) for role in sorted(ALLOWED[needed]))
            words = tr(N_("Your role cannot receive it. Ask a colleague: {roles}."), roles=isolate(roles))
            box.insertWidget(0, label(words, "label", "2", wrap=True))
        return box

    def _way(self, word: str, words: str, glyph: str, kind: str = "secondary") -> QWidget:
        name = f"incoming-{word.replace('_', '-')}"
        return button(tr(words), lambda: self._act(word), kind=kind, glyph=glyph, name=name)


def _fingerprint(fingerprint: str) -> QLabel:
    made = code(in_lines(fingerprint, 8), "step", "")
    made.setObjectName("fingerprint")
    return made


def _warnings(found: Incoming) -> list[QWidget]:
    said: list[QWidget] = []
    if found.older:
        words = tr(N_("This edition was here before, and a newer one took its place: receiving it is a step back."))
        said.append(Notice(words, tone="warn", closes=False))
        said[-1].setObjectName("older")
    elif found.known:
        words = tr(N_("This edition is kept here already. Receiving it again records who stands behind it now."))
        said.append(Notice(words, tone="info", closes=False))
    return said


def _case(one: MoveView, titles: Mapping[str, str]) -> QFrame:
    """A running case with what would become of it."""
    head = row(code(ltr(one.number), "body", ""), gap=10)
    head.addWidget(Elided(isolate(one.title), "body"), 1)
    box = column(rule(), head, gap=6)
    told = of_migration(one.migration, titles)
    if told:
        box.addWidget(groups(told, most=5))
    else:
        box.addWidget(label(tr(N_("No step would appear or fall away.")), "body", "2", wrap=True))
    if words := untouched(one.migration):
        box.addWidget(label(words, "label", "2", wrap=True))
    made = QFrame()
    made.setObjectName(f"case-{one.number}")
    made.setLayout(box)
    return made
