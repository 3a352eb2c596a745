"""A sealed file on the card: its name, size and hash, what was read from it, and what can be done with it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from workbench.i18n import N_, isolate
from workbench.services.rows import SealedFileRow
from workbench.ui.evidence.side import hash_line, marked
from workbench.ui.parts.arrange import Flow, column, holder, row
from workbench.ui.parts.buttons import button
from workbench.ui.parts.texts import Elided, label
from workbench.ui.state import speaking, tr


@dataclass(frozen=True)
class Kept:
    """A file and what is known of its content. ``found`` says the counts, ``told`` what a person should know."""

    file: SealedFileRow
    found: str = ""
    told: tuple[str, ...] = ()
    made: str = ""
    read: bool = False
    seen: bool = True


def file_line(kept: Kept, act: Callable[[str, SealedFileRow], object]) -> QWidget:
    """One file with its buttons: read, preview, export."""
    file = kept.file
    top = row(gap=6)
    top.addWidget(Elided(isolate(file.original_name), "body", bold=True), 1)
    top.addWidget(label(speaking().size(file.size), "label", "2"))
    box = column(top, hash_line(file), gap=3)
    if kept.made:
        box.addLayout(marked(kept.made, "2", "ph.git-branch"))
    if kept.found:
        box.addLayout(marked(kept.found, "ok", "ph.list-bullets"))
    for sentence in kept.told:
        box.addLayout(marked(sentence, "warn", "ph.warning"))
    ways = Flow(6)
    for key, words, glyph, shown in (
        ("read", tr(N_("Read")), "ph.book-open", not kept.read),
        ("items", tr(N_("What was read")), "ph.list-bullets", kept.read),
        ("preview", tr(N_("Preview")), "ph.eye", kept.seen),
        ("export", tr(N_("Export…")), "ph.export", True),
    ):
        if shown:
            made = button(words, partial(act, key, file), kind="small", glyph=glyph)
            made.setObjectName(f"{key}-{file.file_id}")
            made.setAccessibleName(f"{words} {file.original_name}")
            ways.addWidget(made)
    box.addWidget(holder(ways))
    return holder(box)
