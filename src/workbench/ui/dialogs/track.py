"""Changing the track of a case: what would appear, fall away and stay is seen before the reason is written."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.errors import Reason, Refusal
from workbench.i18n import N_
from workbench.services import library, tracks
from workbench.services.tracks import TrackView
from workbench.terms import KINDS_OF_CASE
from workbench.ui import theme
from workbench.ui.dialogs.ask import Ask, AskReason
from workbench.ui.differences import of_changes
from workbench.ui.parts.arrange import column, empty_out, holder, scroll
from workbench.ui.parts.choices import Segmented
from workbench.ui.parts.groups import groups
from workbench.ui.parts.notice import Notice, words_of
from workbench.ui.parts.texts import label
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr


def _look(desk: Any, case: str, kind: str, tag: str) -> tuple[TrackView, Mapping[str, str]]:
    found = tracks.look_ahead(desk, case, kind, tag)
    return found, {**library.titles(desk, tag), **{key: step.title for key, step in found.pack.steps.items()}}


class ChangeTrack(AskReason):
    """Nothing is written before the button is pressed."""

    def __init__(self, parent: QWidget, room: Room) -> None:
        now = room.case.kind
        super().__init__(
            parent,
            tr(N_("Change the track of the case?")),
            tr(N_("Every record stays; steps that both tracks share are not done twice. Your reason is logged.")),
            tr(N_("Change track")),
            question=tr(N_("What was found?")),
            then=self._change,
            glyph="ph.swap",
        )
        self.setMinimumWidth(theme.px(620))
        self._room, self._kind = room, ""
        others = [(key, tr(KINDS_OF_CASE[key])) for key in tracks.TRACKS if key != now]
        self.picks = Segmented(others, name="track", then=self._pick)
        self._ahead = column(gap=6)
        self._area = scroll(holder(self._ahead))
        self._area.setObjectName("track-ahead")
        self._area.setFixedHeight(min(theme.px(230), self.screen().availableGeometry().height() // 3))
        self.inside.insertWidget(0, label(tr(N_("The case would follow")), "label", "2"))
        self.inside.insertWidget(1, self.picks)
        self.inside.insertWidget(2, self._area)
        self._say(tr(N_("Choose a track to see what it would bring.")))
        self.picks.setFocus()

    def submit(self) -> None:
        if not self._kind:
            self._say_first()
        else:
            super().submit()

    def _say_first(self) -> None:
        empty_out(self._notices)
        self._notices.addWidget(Notice(tr(N_("Choose the track first.")), tone="warn"))
        self.picks.setFocus()

    def _pick(self, kind: str) -> None:
        self._kind = kind
        empty_out(self._notices)
        self._say(tr(N_("Looking…")))
        case = self._room.memory.case_id
        self._room.ask(
            self, _look, case, kind, speaking().tag, then=self._show, failed=lambda error: self._say(words_of(error)[0])
        )

    def _show(self, found: tuple[TrackView, Mapping[str, str]]) -> None:
        view, titles = found
        if view.kind != self._kind:
            return
        told = of_changes(view.changes, titles)
        empty_out(self._ahead)
        if told:
            self._ahead.addWidget(groups(told))
            self._grow()
        else:
            self._say(tr(N_("No step would appear or fall away.")))

    def _say(self, words: str) -> None:
        empty_out(self._ahead)
        self._ahead.addWidget(label(words, "body", "2", wrap=True))
        self._ahead.addStretch(1)

    def _change(self, reason: str, dialog: Ask) -> None:
        if not self._kind:
            dialog.refuse(Refusal(Reason.TRACK_SAME))
            return
        self._room.act(
            dialog, tracks.change_track, self._room.memory.case_id, self._kind, reason,
            then=lambda _: dialog.accept(), failed=dialog.refuse,
        )  # fmt: skip
