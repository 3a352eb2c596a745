"""Dossiers: everything a paper says about a case, gathered in one reading."""

from collections.abc import Iterable

from workbench.i18n import N_, Language, language
from workbench.models import Case
from workbench.reports import dossier as d
from workbench.services.cases import members
from workbench.services.finding import case_of
from workbench.services.people import people_rows
from workbench.services.rows import ExhibitRow, PersonRow
from workbench.services.seizures import seizure
from workbench.services.standing import Standing, standing
from workbench.services.wording import answered
from workbench.sop import VICTIM_ROLES, Because, Pack, Step, StepState, label
from workbench.sop.places import place_text
from workbench.store import Desk
from workbench.store.settings import station


def gather(desk: Desk, case: str, kind: str, tag: str, *, digits: str, document_id: str) -> d.Dossier:
    """The dossier of a document of a case, its texts in the language ``tag``, as things stand now."""
    now = desk.clock.now()
    spoken = language(tag, digits=digits)
    with desk.reading() as session:
        names = members(session)
        found = case_of(session, case)
        stands = standing(session, found, now, names)
        pack, known = stands.pack.in_language(tag), stands.known
        people = people_rows(session, found.id, now.date(), named=True)
        here = station(session)
    steps = _steps(stands, pack, spoken)
    exhibits = tuple(_exhibit(row) for row in known.exhibits)
    return d.Dossier(
        kind=kind, document_id=document_id, language=tag, made_at=now, zone=pack.timezone, made_by=desk.actor.name,
        made_by_role=desk.actor.role, station=here.name, jurisdiction=found.jurisdiction, letterhead=here.letterhead,
        training=here.training, case=_case(found, pack), people=tuple(_person(row) for row in people),
        exhibits=exhibits, steps=steps, deviations=_deviations(stands, pack), sources=_sources(pack, steps, spoken),
        log_size=desk.head.size, log_head=desk.head.digest,
        seizure=seizure(pack, known.picture.answers, exhibits, spoken),
    )  # fmt: skip


def _case(case: Case, pack: Pack) -> d.Case:
    return d.Case(
        case.number, case.title, case.kind, case.opened_at, case.lead, pack.key, pack.version, case.state
    )


def _person(row: PersonRow) -> d.Person:
    claims = tuple(
        d.Claim(c.role, c.since, c.until, c.decided_by, c.basis, current=c.until is None) for c in row.claims
    )
    papers = tuple(d.Paper(p.kind, p.number, p.held_by) for p in row.papers)
    roles = set(row.roles)
    # Whoever reported or may be a victim, accused or not, and every child goes by code; the key stays in the vault.
    protected = row.child or "reporter" in roles or bool(roles & VICTIM_ROLES)
    return d.Person(
        alias=row.alias, name="" if protected else next((n.full for n in row.names), ""), sex=row.sex,
        born=d.Uncertain(row.birth_kind, row.birth_low, row.birth_high), nationality=row.nationality,
        languages=row.languages, claims=claims, is_child=row.child, protected=protected,
        papers=tuple(d.Paper(p.kind, "", p.held_by) for p in papers) if protected else papers,
    )  # fmt: skip


def _exhibit(row: ExhibitRow) -> d.Exhibit:
    return d.Exhibit(
        number=row.number, kind=row.kind, description=row.description, seized_at=row.seized_at,
        place=row.seized_place, seized_by=row.seized_by, found_by=row.found_by, holder=row.holder,
        seal_number=row.seal_number, condition=row.condition,
        custody=tuple(
            d.Custody(
                e.kind, e.at, e.place, e.from_whom, e.to_whom, e.purpose, e.seal_before, e.seal_after, e.condition
            )
            for e in row.custody
        ),
        files=tuple(d.File(f.original_name, f.size, f.sha256, f.sealed_at) for f in row.files),
    )  # fmt: skip


def _steps(stands: Standing, pack: Pack, spoken: Language) -> tuple[d.Step, ...]:
    known, where = stands.known, stands.progress
    newest = {record.step: record for record in known.records}
    phases = {step.key: phase.title for phase in pack.phases for step in phase.steps}
    rows = []
    for key, view in where.views.items():
        if view.state == StepState.ABSENT:
            continue
        step, record = pack.step(key), newest.get(key)
        answers = answered(step.fields, record.answers, spoken, pack.timezone) if record else ()
        rows.append(
            d.Step(
                key=key, title=step.title, phase=phases[key], state=str(view.state), at=record.at if record else None,
                by=record.by if record else "", reason=record.reason if record else "",
                answers=tuple(d.Answer(*pair) for pair in answers),
                because=tuple(_because(pack, each, spoken) for each in view.because),
            )
        )  # fmt: skip
    return tuple(rows)


def _because(pack: Pack, each: Because, spoken: Language) -> str:
    said = label(pack, each.fact, spoken)
    return said if each.holds else spoken.say(N_("not so: {fact}"), fact=said)


def _deviations(stands: Standing, pack: Pack) -> tuple[d.Deviation, ...]:
    return tuple(
        d.Deviation(
            step=one.step, title=pack.step(one.step).title, kind=one.kind.value, at=one.at, by=one.by,
            reason=one.reason, subject=one.subject, standing=one.standing, needs_second=one.needs_second,
            second=one.second.verdict if one.second else "", second_by=one.second.by if one.second else "",
            second_at=one.second.at if one.second else None, second_reason=one.second.reason if one.second else "",
        )
        for one in stands.deviations if one.step in pack.steps
    )  # fmt: skip


def _sources(pack: Pack, steps: Iterable[d.Step], spoken: Language) -> tuple[d.Source, ...]:
    """The sources of the recorded steps, each place once; what was not read by anybody is to be verified."""
    recorded: list[Step] = [pack.step(step.key) for step in steps if step.state == "done"]
    marks: dict[tuple[str, str], str] = {}
    for step in recorded:
        for source in step.sources:
            where = (source.title, place_text(source.place, spoken) if source.place else "")
            marks[where] = "S" if "S" in (marks.get(where), step.mark) else "GK"
    return tuple(d.Source(title, place, mark) for (title, place), mark in sorted(marks.items()))
