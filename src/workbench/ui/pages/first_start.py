"""The first start: language, then this station's vault, or the training case."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from workbench.i18n import N_, ltr
from workbench.security.acts import FIRST_ROLES, SUPERVISOR
from workbench.ui import opening
from workbench.ui.door import Door
from workbench.ui.pages.unlock import ROLE_NAMES
from workbench.ui.parts.arrange import column, holder, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.choices import Combo, Segmented
from workbench.ui.parts.passphrase import LEAST, Passphrase, tell_length
from workbench.ui.parts.texts import Elided, label
from workbench.ui.room import Room
from workbench.ui.state import tr

_BEGUN = {"jurisdiction": "iq", "role": SUPERVISOR}


def _labelled(text: str, editor: QWidget) -> QVBoxLayout:
    words = label(text, "label", "2")
    words.setBuddy(editor)
    editor.setAccessibleName(text)
    return column(words, editor, gap=3)


class FirstStartPage(Door):
    """What is typed survives a change of language."""

    key = "first_start"

    def __init__(self, room: Room) -> None:
        self._typed: dict[str, str] = dict(_BEGUN)
        self._folder = room.folder if room.setup.folder else opening.usual_folder()
        super().__init__(room)

    def card(self) -> QWidget:
        self._station, self._name = QLineEdit(), QLineEdit()
        self._station.setObjectName("station")
        self._name.setObjectName("first-user")
        self._place = Segmented(
            [("iq", tr(N_("Federal Iraq"))), ("iq-kr", tr(N_("Kurdistan Region")))],
            self._typed["jurisdiction"],
            name="jurisdiction",
        )
        self._role = Combo([(key, tr(ROLE_NAMES[key])) for key in FIRST_ROLES])
        self._role.setObjectName("first-role")
        self._role.choose(self._typed["role"])
        self._station.setText(self._typed.get("station", ""))
        self._name.setText(self._typed.get("user", ""))
        self._once = Passphrase("passphrase", tr(N_("Passphrase")))
        self._twice = Passphrase("passphrase-again", tr(N_("Passphrase once more")))
        self._once.put(self._typed.get("once", ""))
        self._twice.put(self._typed.get("twice", ""))
        self._length = label("", "label", "2", wrap=True)
        for one in (self._once, self._twice):
            one.changed.connect(self._count)
        self._make = button(
            tr(N_("Create the vault")), self.primary, kind="primary", glyph="ph.lock-key", name="create"
        )
        self._try = button(
            tr(N_("Try it with the training case")),
            self._train,
            glyph="ph.graduation-cap",
            name="try-training",
        )
        self._doing = label("", "label", "2", wrap=True)
        self._count()
        return holder(
            column(
                self.title(
                    tr(N_("Create this station's vault")),
                    tr(N_("All cases of this station are kept encrypted in one place on this computer.")),
                ),
                8,
                self._grid(),
                self._length,
                label(tr(N_("The others are added afterwards, under Settings.")), "label", "2", wrap=True),
                self._where(),
                6,
                row(self._make, self._try, None),
                self._doing,
                label(
                    tr(
                        N_(
                            "A lost passphrase cannot be recovered. Choose several words that you can remember."
                        )
                    ),
                    "label",
                    "2",
                    wrap=True,
                ),
                gap=8,
            )
        )

    def _grid(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(10)
        grid.addLayout(_labelled(tr(N_("Name of the station")), self._station), 0, 0)
        grid.addLayout(_labelled(tr(N_("Jurisdiction")), self._place), 0, 1)
        grid.addLayout(_labelled(tr(N_("Name of the first user")), self._name), 1, 0)
        grid.addLayout(_labelled(tr(N_("Role")), self._role), 1, 1)
        grid.addLayout(_labelled(tr(N_("Passphrase")), self._once), 2, 0)
        grid.addLayout(_labelled(tr(N_("Passphrase once more")), self._twice), 2, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _where(self) -> QHBoxLayout:
        """Where the vault will lie."""
        where = row(label(tr(N_("Folder of the vault")), "label", "2"), gap=8)
        where.addWidget(Elided(ltr(str(self._folder)), "label", "2"), 1)
        where.addWidget(button(tr(N_("Choose…")), self._choose_folder, kind="quiet", name="choose-folder"))
        return where

    def keep(self) -> None:
        self._typed = {
            "station": self._station.text(),
            "jurisdiction": self._place.key,
            "user": self._name.text(),
            "role": self._role.key,
            "once": self._once.text,
            "twice": self._twice.text,
        }

    def primary(self) -> None:
        self.quiet()
        if not self._make.isEnabled():
            return
        self.keep()
        if not self._ready():
            self._count(strict=True)
            return
        facts = {key: self._typed[key].strip() for key in ("station", "jurisdiction", "user", "role")}
        facts["language"] = self.room.setup.language
        self.room.setup.folder = str(self._folder)
        self._wait(tr(N_("Making the vault: this takes some seconds on purpose…")))
        self.room.jobs.ask(
            self,
            opening.create,
            self._folder,
            facts,
            self._once.text,
            self.room.world,
            then=self._opened,
            failed=self._failed,
        )

    def _train(self) -> None:
        self.quiet()
        self._wait(tr(N_("Preparing the training case…")))
        folder = opening.training_folder()
        self.room.jobs.ask(
            self,
            opening.train,
            folder,
            self.room.setup.language,
            self.room.world,
            then=self._opened,
            failed=self._failed,
        )

    def _ready(self) -> bool:
        typed = self._typed
        return (
            bool(typed["station"].strip() and typed["user"].strip())
            and len(typed["once"]) >= LEAST
            and typed["once"] == typed["twice"]
        )

    def _count(self, *, strict: bool = False) -> None:
        """Say how long the passphrase is, and what is still missing."""
        missing = ""
        if strict and not (self._typed["station"].strip() and self._typed["user"].strip()):
            missing = tr(N_("The name of the station and of the first user are needed."))
        tell_length(self._length, self._once.text, self._twice.text, strict=strict, missing=missing)

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(
            self, tr(N_("Folder of the vault")), str(self._folder.parent)
        )
        if chosen:
            self._folder = Path(chosen)
            self.rebuild()

    def _wait(self, words: str) -> None:
        self._doing.setText(words)
        for one in (self._make, self._try):
            one.setEnabled(not words)

    def _opened(self, opened: opening.Opened) -> None:
        if not opened.station.training:
            self.room.keep_setup()
        self._typed = dict(_BEGUN)
        self._once.take()
        self._twice.take()
        self.room.unlocked.emit(opened)

    def _failed(self, error: Exception) -> None:
        self._wait("")
        self.refuse(error)


def page(room: Room) -> FirstStartPage:
    """The page, for the registry."""
    return FirstStartPage(room)
