"""The course of a case for its papers: orders, deadlines, deviations, what is missing, which editions it followed."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.i18n import Language
from workbench.models import Case, CasePack, JudgeOrder
from workbench.reports import dossier as d
from workbench.services import packs
from workbench.services.picture import in_force
from workbench.services.readiness import ReadinessRow
from workbench.services.standing import Standing
from workbench.services.trust import WEIGHT, trust_of
from workbench.sop import Due, Kept, Length, MatterState, Pack, Unit
from workbench.sop.places import place_text
from workbench.sop.saying import clock_said
from workbench.store import Desk

OPENED = "opened"


def orders(
    desk: Desk, stands: Standing, pack: Pack, titles: Mapping[str, str], names: Mapping[str, str], spoken: Language
) -> tuple[d.Order, ...]:
    """The orders of a case, each from its asking on; ``pack`` is in the language of the paper."""
    return tuple(_order(desk, entries, pack, titles, names, spoken) for entries in stands.known.orders)


def _order(
    desk: Desk, entries: tuple[JudgeOrder, ...], pack: Pack, titles: Mapping[str, str], names: Mapping[str, str],
    spoken: Language,
) -> d.Order:  # fmt: skip
    last = entries[-1]
    kind = pack.orders.get(last.kind)
    return d.Order(
        ref=last.ref, label=kind.label if kind else last.kind, step=last.step, title=titles.get(last.step, ""),
        in_force=in_force(last, desk.clock.now()), subject=last.subject, place=last.place,
        exception=kind.exception if kind else "", days=kind.days if kind else None,
        basis=_source(pack, kind.source, kind.place, kind.mark, spoken) if kind and kind.source else None,
        entries=tuple(
            d.OrderEntry(
                one.state, one.at, names.get(one.created_by, ""), one.text, one.court, one.wants, one.number,
                one.valid_until, one.exhibit,
            )
            for one in entries
        ),
    )  # fmt: skip


def deadlines(
    stands: Standing, pack: Pack, spoken: Language, house: Mapping[str, float]
) -> tuple[d.Deadline, ...]:
    """The deadlines of a case that run or ran, the nearest first."""
    late = {one.ref: one.reason for one in stands.deviations}
    return tuple(_deadline(due, pack, spoken, house, late) for due in stands.dues)


def _deadline(
    due: Due, pack: Pack, spoken: Language, house: Mapping[str, float], late: Mapping[str, str]
) -> d.Deadline:
    step = pack.step(due.step)
    rule = step.deadlines[due.index]
    if rule.basis == "house" and due.step in house:
        # What the station set for itself is what runs, and what the paper says.
        rule = replace(rule, length=Length(Unit.HOURS, house[due.step]))
    return d.Deadline(
        step=due.step, title=step.title, rule=rule.text, clock=clock_said(rule, pack, spoken), start_at=due.start_at,
        due_at=due.due_at, state=str(due.state), basis=due.basis, subject=due.subject, settled_at=due.settled_at,
        source=_source(pack, due.source, due.place, due.mark, spoken) if due.source else None,
        reason=late.get(f"late {due.step} {due.index} {due.subject}".rstrip(), ""),
        kept=tuple(_kept(one) for one in (*due.extended, *([due.met] if due.met else []))),
    )  # fmt: skip


def _kept(one: Kept) -> d.Kept:
    return d.Kept(one.what, one.at, one.by, one.reason, one.number, round(one.hours * 60))


def deviations(stands: Standing, titles: Mapping[str, str]) -> tuple[d.Deviation, ...]:
    """The register of a case, oldest first."""
    return tuple(
        d.Deviation(
            step=one.step, title=titles.get(one.step, ""), kind=one.kind.value, at=one.at, by=one.by,
            reason=one.reason, subject=one.subject, standing=one.standing, needs_second=one.needs_second,
            second=one.second.verdict if one.second else "", second_by=one.second.by if one.second else "",
            second_at=one.second.at if one.second else None, second_reason=one.second.reason if one.second else "",
        )
        for one in stands.deviations
    )  # fmt: skip


def matters(found: ReadinessRow, stands: Standing, titles: Mapping[str, str]) -> tuple[d.Matter, ...]:
    """What must not be forgotten and is called for, with the reason of what was set aside."""
    newest = {record.step: record for record in stands.known.records}
    made = []
    for part, rows in (("readiness", found.readiness), ("coverage", found.coverage)):
        for row in rows:
            record = newest.get(row.step) if row.state == MatterState.SET_ASIDE else None
            if row.state != MatterState.NOT_CALLED_FOR:
                why = (record.reason, record.by, record.at) if record else ("", "", None)
                made.append(d.Matter(part, row.label, row.state, row.step, titles.get(row.step, ""), *why))
    return tuple(made)


def missing(found: ReadinessRow) -> tuple[d.Missing, ...]:
    """What the file lacks."""
    return tuple(
        d.Missing(one.kind, one.label, one.step, one.step_title, one.subject, one.ref, one.at)
        for one in found.missing
    )


def editions(
    session: Session, case: Case, stands: Standing, names: Mapping[str, str]
) -> tuple[d.Edition, ...]:
    """The procedures that a case followed, from its opening on."""
    rows = list(
        session.scalars(
            select(CasePack).where(CasePack.case_id == case.id).order_by(CasePack.created_at, CasePack.id)
        )
    )
    if not rows or rows[0].what != OPENED:
        rows.insert(0, _opening(case, stands, changed=bool(rows)))
    return tuple(_edition(session, row, names) for row in rows)


def _opening(case: Case, stands: Standing, *, changed: bool) -> CasePack:
    """What a case that was opened before this was written down followed at first, as its oldest record tells."""
    first = next((row for row in stands.known.rows if row.pack_id), None) if changed else None
    pack_id = first.pack_id if first is not None and first.pack_id else case.pack_id
    return CasePack(
        case_id=case.id, what=OPENED, kind="" if changed else case.kind, pack_id=pack_id, reason="",
        also_pack_id=None if changed else case.also_pack_id, created_at=case.opened_at, created_by=case.created_by,
    )  # fmt: skip


def _edition(session: Session, row: CasePack, names: Mapping[str, str]) -> d.Edition:
    ids = [one for one in (row.pack_id, row.also_pack_id) if one is not None]
    found = [packs.pack_by_id(session, one) for one in ids]
    # Of two packs, the word that weighs less stands behind both together.
    word = min((trust_of(session, one) for one in ids), key=lambda one: WEIGHT.index(one.state))
    return d.Edition(
        row.what, row.kind, row.created_at, tuple(f"{one.key} {one.version}" for one in found),
        names.get(row.created_by, ""), row.reason, word.state, word.signer,
    )  # fmt: skip


def once(named: Iterable[d.Source]) -> tuple[d.Source, ...]:
    """Legal sources, each place once; what was read somewhere is read, what nobody read is to be verified."""
    marks: dict[tuple[str, str], str] = {}
    for one in named:
        where = (one.name, one.place)
        marks[where] = "S" if "S" in (marks.get(where), one.mark) else "GK"
    return tuple(d.Source(name, place, mark) for (name, place), mark in sorted(marks.items()))


def _source(pack: Pack, key: str, place: str, mark: str, spoken: Language) -> d.Source:
    return d.Source(pack.sources.get(key, key), place_text(place, spoken) if place else "", mark)
