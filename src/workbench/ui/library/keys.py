"""The keys of authorities that were trusted here, and the ways to trust one more or to withdraw one."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QFrame, QWidget

from workbench.i18n import N_, isolate, ltr, plain
from workbench.security import Act
from workbench.security.keyfiles import Authority
from workbench.services import keys
from workbench.services.authoring import authority_in
from workbench.services.keys import KeyRow
from workbench.ui.dialogs.ask import Ask, AskReason
from workbench.ui.parts.arrange import column, holder, row, rule
from workbench.ui.parts.buttons import button
from workbench.ui.parts.chip import Chip
from workbench.ui.parts.texts import Elided, code, label
from workbench.ui.room import Room
from workbench.ui.state import moment, tr

STATES = {
    "trusted": (N_("trusted"), "ok", "ph.circle-wavy-check"),
    "withdrawn": (N_("withdrawn"), "warn", "ph.shield-slash"),
}


def in_lines(fingerprint: str, each: int = 8) -> str:
    """A fingerprint in its groups of four, so many groups to a line, as it is compared by phone."""
    groups = fingerprint.split()
    return "\n".join(ltr(" ".join(groups[at : at + each])) for at in range(0, len(groups), each))


def key_list(found: Sequence[KeyRow], room: Room, owner: QWidget) -> QWidget:
    """Every key with its fingerprint, who decided about it, when and why."""
    box = column(gap=0)
    for place, one in enumerate(found):
        if place:
            box.addWidget(rule())
        box.addWidget(_key(one, room, owner))
    if not found:
        words = tr(N_("No key of an authority is trusted here yet."))
        box.addWidget(label(words, "label", "2", wrap=True))
    box.addStretch(1)
    return holder(box)


def _key(one: KeyRow, room: Room, owner: QWidget) -> QFrame:
    words, tone, glyph = STATES[one.state]
    first = row(gap=8)
    first.addWidget(Elided(isolate(one.name), "card"), 1)
    first.addWidget(Chip(tr(words), tone, glyph))
    groups = code(in_lines(one.fingerprint, 4), "label")
    groups.setAccessibleName(plain(tr(N_("Fingerprint {fingerprint}"), fingerprint=one.fingerprint)))
    box = column(first, groups, gap=3, margins=(0, 8, 0, 8))
    box.addWidget(label(f"{moment(one.at)} — {isolate(one.by)}: {isolate(one.reason)}", "label", "2", wrap=True))
    if one.state == "trusted" and room.desk.may(Act.KEY_TRUST):
        press = button(tr(N_("Withdraw…")), partial(withdraw, owner, room, one), kind="small", name="withdraw-key")
        press.setAccessibleDescription(plain(one.name))
        box.addLayout(row(press, None))
    made = QFrame()
    made.setLayout(box)
    return made


def trust_key(
    owner: QWidget, room: Room, then: Callable[[KeyRow], object], failed: Callable[[Exception], object]
) -> None:
    """Ask for the file of an authority's key, show its fingerprint, and trust it for a reason."""
    name, _ = QFileDialog.getOpenFileName(owner, tr(N_("Key of the authority")), "", "*.wbkey")
    if not name:
        return
    path = Path(name)

    def refused(error: Exception) -> None:
        failed(error)

    room.jobs.ask(
        owner, authority_in, path, then=lambda found: TrustKey(owner, room, path, found, then).open(), failed=refused
    )


class TrustKey(AskReason):
    """The fingerprint stands large, to be compared before the reason is written."""

    def __init__(
        self, parent: QWidget, room: Room, path: Path, authority: Authority, then: Callable[[KeyRow], object]
    ) -> None:
        super().__init__(
            parent,
            tr(N_("Trust the key of {name}?"), name=authority.name),
            tr(
                N_(
                    "What this key signs is taken as the authority's word from now on. Compare the fingerprint with "
                    "the authority by phone or on paper, never with what lies on the same stick."
                )
            ),
            tr(N_("Trust key")),
            question=tr(N_("Who compared it, with whom, and how?")),
            then=self._trust,
            glyph="ph.key",
        )
        self._room, self._path, self._known = room, path, then
        groups = code(in_lines(authority.fingerprint, 4), "step", "")
        groups.setObjectName("fingerprint")
        self.inside.insertWidget(0, label(tr(N_("Fingerprint")), "label", "2"))
        self.inside.insertWidget(1, groups)

    def _trust(self, reason: str, dialog: Ask) -> None:
        self._room.act(dialog, keys.trust_key, self._path, reason, then=self._done, failed=dialog.refuse)

    def _done(self, found: KeyRow) -> None:
        self.accept()
        self._known(found)


def withdraw(owner: QWidget, room: Room, one: KeyRow) -> None:
    """Ask for a reason and no longer trust a key."""
    AskReason(
        owner,
        tr(N_("Withdraw the key of {name}?"), name=one.name),
        tr(
            N_(
                "Procedures signed with it are shown as such wherever they are used, and no new case starts under "
                "them. Running cases go on."
            )
        ),
        tr(N_("Withdraw key")),
        then=lambda reason, dialog: room.act(
            dialog, keys.withdraw_key, one.fingerprint, reason, then=lambda _: dialog.accept(), failed=dialog.refuse
        ),
        glyph="ph.shield-slash",
    ).open()
