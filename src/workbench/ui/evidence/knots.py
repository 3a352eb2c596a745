"""What the line of custody says of an exhibit: its entries, the faults at their places, and what is still due."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from zoneinfo import ZoneInfo

from workbench.i18n import N_, isolate, ltr
from workbench.services.exhibits import CUSTODY_KINDS
from workbench.services.rows import CustodyRow, ExhibitRow, FaultRow
from workbench.ui.evidence.line import Knot
from workbench.ui.state import moment, speaking, tr
from workbench.ui.state.speech import day, zone

GLYPHS = {
    "found": "ph.magnifying-glass", "seized": "ph.hand", "received": "ph.tray", "packaged": "ph.package",
    "sealed": "ph.shield-check", "moved": "ph.truck", "handed_over": "ph.arrows-left-right", "stored": "ph.archive-box",
    "opened": "ph.lock-key-open", "examined": "ph.flask", "copied": "ph.copy", "resealed": "ph.shield-check",
    "lent": "ph.arrow-u-up-right", "returned": "ph.arrow-u-up-left", "destroyed": "ph.fire",
}  # fmt: skip
# A fault that is noticed in an entry stands before it: between what was and what came.
_BEFORE = frozenset(
    {"seal_mismatch", "number_gap", "number_twice", "untracked", "time_order", "not_holder", "two_holders", "after_end"}
)
_BREAKS = _BEFORE | {"no_receipt", "unsealed"}
_DUE = "stock_due"
Said = Callable[[FaultRow], tuple[str, str]]


def knots(exhibit: ExhibitRow, said: Said) -> list[Knot]:
    """The marks of the line, oldest first; ``said`` puts a fault into a title and a sentence."""
    found: list[Knot] = []
    for event in _beside(exhibit.custody):
        faults = [] if event.corrected_by else [one for one in exhibit.faults if one.seq == event.seq]
        found += [_fault(one, said) for one in faults if one.key in _BEFORE]
        found.append(_entry(event))
        found += [_fault(one, said) for one in faults if one.key not in _BEFORE and one.key != _DUE]
    found += [_fault(one, said) for one in exhibit.faults if one.key == _DUE]
    return [*found, *_due(exhibit)]


def comma() -> str:
    """What stands between the parts of a line."""
    return "، " if speaking().rtl else ", "


def _beside(events: tuple[CustodyRow, ...]) -> Iterator[CustodyRow]:
    """The entries in their order; each correction after what it corrects. Explanations stand at their faults."""
    corrections: dict[int, list[CustodyRow]] = {}
    for event in events:
        if event.corrects:
            corrections.setdefault(event.corrects, []).append(event)

    def told(event: CustodyRow) -> Iterator[CustodyRow]:
        yield event
        for one in corrections.get(event.seq, ()):
            yield from told(one)

    for event in events:
        if not event.corrects and event.kind != "explained":
            yield from told(event)


def _entry(event: CustodyRow) -> Knot:
    title = tr(CUSTODY_KINDS.get(event.kind, event.kind))
    who = event.to_whom or event.from_whom
    title = f"{title} — {isolate(who)}" if who else title
    glyph, tone = GLYPHS.get(event.kind, "ph.circle"), "ok"
    if event.corrects:
        words = N_("Taken back: entry {n}") if event.void else N_("Correction of entry {n}: {entry}")
        title = tr(words, n=event.corrects, entry=title)
        glyph, tone = "ph.pencil-simple", "info"
    note = tr(N_("Corrected by entry {n}"), n=event.corrected_by) if event.corrected_by else ""
    if event.corrected_by:
        tone = "neutral"
    return Knot(
        glyph, tone, title, comma().join(_second(event)), note, struck=bool(event.corrected_by), seq=event.seq
    )


def _second(event: CustodyRow) -> Iterator[str]:
    """When, where, why, under which seal, who signed: what the paper record says in its line."""
    detail = event.detail
    yield moment(event.at)
    for one in (event.place, event.purpose, event.condition):
        if one:
            yield isolate(one)
    if event.seal_before and event.seal_after and event.seal_before != event.seal_after:
        yield tr(N_("Seal {old}, then {new}"), old=ltr(event.seal_before), new=ltr(event.seal_after))
    elif event.seal_after or event.seal_before:
        yield tr(N_("Seal {number}"), number=ltr(event.seal_after or event.seal_before))
    elif detail.get("seal_seen") == "no":
        yield tr(N_("No seal seen"))
    signed = [detail.get("signed_from"), detail.get("signed_to")]
    if count := sum(one == "yes" for one in signed):
        yield speaking().say_many("{n} signature", "{n} signatures", count)
    if "refused" in signed:
        yield tr(N_("signature refused"))
    if detail.get("witness"):
        yield tr(N_("witness: {name}"), name=isolate(str(detail["witness"])))
    if event.written_no:
        yield tr(N_("paper record no. {n}"), n=event.written_no)


def _fault(fault: FaultRow, said: Said) -> Knot:
    title, sentence = said(fault)
    note = ""
    if fault.explained:
        note = tr(N_("Explained by {who}: {words}"), who=isolate(fault.explained_by), words=isolate(fault.explanation))
    due = fault.key == _DUE
    knot = Knot(
        "ph.clock" if due else "ph.link-break", "warn" if due or fault.explained else "late", title, sentence, note,
        broken=fault.key in _BREAKS and not fault.explained,
    )  # fmt: skip
    return replace(knot, tone="neutral") if due and fault.explained else knot


def _due(exhibit: ExhibitRow) -> Iterator[Knot]:
    """What is expected next and is not late yet."""
    keys = {one.key for one in exhibit.faults}
    last = exhibit.custody[-1] if exhibit.custody else None
    if exhibit.awaiting and "no_receipt" not in keys and last is not None:
        given = next((one for one in reversed(exhibit.custody) if one.detail.get("awaiting")), last)
        who = isolate(given.to_whom) if given.to_whom else "—"
        yield Knot(
            "ph.clock", "warn", tr(N_("Receipt awaited — {who}"), who=who),
            tr(N_("given out {moment}"), moment=moment(given.at)),
        )  # fmt: skip
    if exhibit.count_due and not exhibit.awaiting and _DUE not in keys:
        on = day(exhibit.count_due.astimezone(ZoneInfo(zone())).date())
        yield Knot("ph.clock", "neutral", tr(N_("Next count due on {day}"), day=on), "")
