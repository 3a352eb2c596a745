"""What the line of custody says of an exhibit: its entries, the faults at their places, and what is still due."""

from workbench.i18n import N_, isolate, ltr
from workbench.services.exhibits import CUSTODY_KINDS
from workbench.services.rows import CustodyRow, ExhibitRow
from workbench.ui.evidence.line import Knot
from workbench.ui.state import moment, speaking, tr

GLYPHS = {
    "found": "ph.magnifying-glass",
    "seized": "ph.hand",
    "received": "ph.tray",
    "packaged": "ph.package",
    "sealed": "ph.shield-check",
    "moved": "ph.truck",
    "handed_over": "ph.arrows-left-right",
    "stored": "ph.archive-box",
    "opened": "ph.lock-key-open",
    "examined": "ph.magnifying-glass",
    "copied": "ph.copy",
    "resealed": "ph.shield-check",
    "lent": "ph.arrow-u-up-right",
    "returned": "ph.arrow-u-up-left",
    "destroyed": "ph.fire",
    "explained": "ph.note-pencil",
}


def knots(exhibit: ExhibitRow) -> list[Knot]:
    """The marks of the line, oldest first."""
    return [_entry(event) for event in exhibit.custody]


def comma() -> str:
    """What stands between the parts of a line."""
    return "، " if speaking().rtl else ", "


def _entry(event: CustodyRow) -> Knot:
    title = tr(CUSTODY_KINDS.get(event.kind, event.kind))
    who = event.to_whom or event.from_whom
    second = [moment(event.at)]
    second += [isolate(one) for one in (event.place, event.condition) if one]
    if event.seal_after:
        second.append(tr(N_("Seal {number}"), number=ltr(event.seal_after)))
    return Knot(
        GLYPHS.get(event.kind, "ph.circle"), "ok", f"{title} — {isolate(who)}" if who else title,
        comma().join(second), seq=event.seq,
    )  # fmt: skip
