"""Dossiers: everything a paper says about a case, gathered in one reading."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from workbench.i18n import N_, Language, language
from workbench.models import Case
from workbench.reports import dossier as d
from workbench.services import course, law, screening_papers
from workbench.services.care import papers
from workbench.services.cases import members
from workbench.services.dossiers_of_proof import proved
from workbench.services.dossiers_of_time import timed
from workbench.services.finding import case_of
from workbench.services.holdings import PAPERS as CUSTODY_PAPERS
from workbench.services.holdings import facts_of, holdings, mark_of
from workbench.services.interviewed import speaker_of
from workbench.services.interviews import papers as hearing
from workbench.services.people import people_rows
from workbench.services.protecting import PROTECTED, guarded, is_protected, without
from workbench.services.readiness import readiness_of
from workbench.services.recorded import Asked, asked, titles
from workbench.services.rows import ExhibitRow, PersonRow
from workbench.services.seizures import seizure
from workbench.services.standing import Standing, standing
from workbench.services.subjects import CASE, HEARD, PERSON, REFERRAL
from workbench.services.wording import answered
from workbench.sop import SETTLED, Because, Pack, Record, StepState, label
from workbench.sop.places import place_text
from workbench.store import Desk
from workbench.store.settings import settings, station

# What is missing is gathered for the paper that says it, and for no other.
READINESS = "readiness"


def gather(
    desk: Desk, case: str, kind: str, tag: str, *, digits: str, document_id: str, of: str = CASE, subject: str = "",
    profile: str = PROTECTED,
) -> d.Dossier:  # fmt: skip
    """The dossier of a document of a case, its texts in the language ``tag``, as things stand now.

    One that is made ``of`` a person knows nothing of anybody else; under the protected profile nothing in it tells
    who a protected person is.
    """
    now = desk.clock.now()
    spoken = language(tag, digits=digits)
    with desk.reading() as session:
        names = members(session)
        found = case_of(session, case)
        stands = standing(session, found, now, names)
        pack, known = stands.pack.in_language(tag), stands.known
        then = asked(session, found, known.rows, pack, tag)
        said = titles(then, pack)
        people = people_rows(session, found.id, now.date(), named=True, shelters=True)
        here, house = station(session), settings(session)["house_rules"]
        followed = course.editions(session, found, stands, names)
        proving = proved(session, found, kind, spoken, people, stands)
        kept = kind in CUSTODY_PAPERS
        custody = holdings(session, known.exhibits, kind, subject, spoken, pack.timezone) if kept else d.Holdings()
        when = timed(desk, session, found, kind, subject, spoken, people, stands, names)
        lacking = readiness_of(desk, session, found, stands, tag) if kind == READINESS else None
    steps, exhibits = _steps(stands, pack, then, spoken), tuple(
        _exhibit(row, spoken, pack.timezone) for row in known.exhibits if not row.void
    )
    orders = course.orders(desk, stands, pack, said, names, spoken)
    deadlines = course.deadlines(stands, pack, spoken, house)
    dossier = d.Dossier(
        kind=kind, document_id=document_id, language=tag, made_at=now, zone=pack.timezone, made_by=desk.actor.name,
        made_by_role=desk.actor.role, station=here.name, jurisdiction=found.jurisdiction, letterhead=here.letterhead,
        training=here.training, case=_case(found, pack, followed),
        people=tuple(_person(row, profile) for row in people), exhibits=exhibits, steps=steps,
        deviations=course.deviations(stands, said), sources=_sources(pack, steps, then, spoken, (*orders, *deadlines)),
        log_size=desk.head.size, log_head=desk.head.digest,
        seizure=seizure(pack, known.picture.answers, known.orders, exhibits, spoken),
        orders=orders, deadlines=deadlines, matters=course.matters(lacking, stands, said) if lacking else (),
        missing=course.missing(lacking) if lacking else (), subject=subject, profile=profile,
        proving=proving, holdings=custody, timed=when,
    )  # fmt: skip
    if of in (PERSON, REFERRAL):
        dossier = _of_person(desk, dossier, found, stands, of, names)
    if of in HEARD:
        dossier = _of_heard(desk, dossier, found)
    if kind in screening_papers.PAPERS:
        dossier = replace(dossier, screened=screening_papers.facts(desk, found.id, subject, spoken))
    return without(dossier, guarded(people)) if profile == PROTECTED else dossier


def _of_person(
    desk: Desk, whole: d.Dossier, case: Case, stands: Standing, of: str, names: dict[str, str]
) -> d.Dossier:
    """The dossier without anything that speaks of somebody else."""
    care, alias, kind, tag = None, whole.subject, whole.kind, whole.language
    with desk.reading() as session:
        if of == REFERRAL:
            alias = papers.person_of_referral(session, case.id, whole.subject)
        if kind in papers.PAPERS:
            today = whole.made_at.date()
            # A pack names the sources of its own steps; what care rests on may stand in another one.
            titles = {one.source: one.title for one in law.sources(on=today, tag=tag)}
            care = papers.paper(
                session, case.id, alias, kind, tag, today, names, number=case.number, referral=whole.subject,
                titles={**titles, **stands.pack.shown_in(tag).sources},
            )  # fmt: skip
    return replace(_alone(whole, alias), care=care)


def _of_heard(desk: Desk, whole: d.Dossier, case: Case) -> d.Dossier:
    """The dossier with what was heard and who was heard, and nothing else of the case."""
    heard = hearing.paper(desk, case.id, whole.kind, whole.subject, whole.language)
    with desk.reading() as session:
        alias = speaker_of(session, case.id, whole.subject)
        people = people_rows(session, case.id, whole.made_at.date())
    # Somebody who was found to be one with another goes by the code that is left.
    alias = next((one.alias for one in people if alias in one.also), alias)
    return replace(_alone(whole, alias), heard=heard)


def _alone(whole: d.Dossier, alias: str) -> d.Dossier:
    return replace(
        whole, people=tuple(one for one in whole.people if one.alias == alias), exhibits=(), steps=(), deviations=(),
        sources=(), seizure=None, orders=(), deadlines=(), matters=(), missing=(),
    )  # fmt: skip


def _case(case: Case, pack: Pack, followed: tuple[d.Edition, ...]) -> d.Case:
    return d.Case(
        case.number, case.title, case.kind, case.opened_at, case.lead, pack.key, pack.version, case.state,
        case.law_on or "", followed,
    )  # fmt: skip


def _person(row: PersonRow, profile: str) -> d.Person:
    claims = tuple(
        d.Claim(c.role, c.since, c.until, c.decided_by, c.basis, current=c.until is None) for c in row.claims
    )
    papers = tuple(d.Paper(p.kind, p.number, p.held_by) for p in row.papers)
    protected = is_protected(row) and profile == PROTECTED
    return d.Person(
        alias=row.alias, name="" if protected else next((n.full for n in row.names), ""), sex=row.sex,
        born=d.Uncertain(row.birth_kind, row.birth_low, row.birth_high), nationality=row.nationality,
        languages=row.languages, claims=claims, is_child=row.child, protected=protected,
        papers=tuple(d.Paper(p.kind, "", p.held_by) for p in papers) if protected else papers,
        non_punishment=_flag(row),
    )  # fmt: skip


def _flag(row: PersonRow) -> d.NonPunishment | None:
    flag = row.non_punishment
    if flag is None:
        return None
    acts = tuple(d.HeldAct(one.act, one.text) for one in flag.acts)
    return d.NonPunishment(acts, flag.link, flag.against, flag.decided_by, flag.at)


def _exhibit(row: ExhibitRow, spoken: Language, zone: str) -> d.Exhibit:
    return d.Exhibit(
        number=row.number, kind=row.kind, description=row.description, seized_at=row.seized_at,
        place=row.seized_place, seized_by=row.seized_by, found_by=row.found_by, holder=row.holder,
        seal_number=row.seal_number, condition=row.condition,
        custody=tuple(
            d.Custody(
                e.kind, e.at, e.place, e.from_whom, e.to_whom, e.purpose, e.seal_before, e.seal_after, e.condition,
                mark_of(e, spoken),
            )
            for e in row.custody
        ),
        files=tuple(d.File(f.original_name, f.size, f.sha256, f.sealed_at) for f in row.files),
        facts=facts_of(row, spoken, zone),
    )  # fmt: skip


def _steps(
    stands: Standing, pack: Pack, then: Mapping[str, Asked], spoken: Language
) -> tuple[d.Step, ...]:
    """The steps of the procedure as they stand, then those that were recorded and are no longer part of it."""
    newest = {record.step: record for record in stands.known.records}
    rows = []
    for key, view in stands.progress.views.items():
        if view.state == StepState.ABSENT:
            continue
        one = then.get(key) or Asked(pack.step(key), pack.phase_of(key).title)
        because = tuple(_because(pack, each, spoken) for each in view.because)
        rows.append(_step(one, str(view.state), newest.get(key), pack, spoken, because))
    gone = [key for key in then if key not in pack.steps and newest[key].state in SETTLED]
    return (*rows, *(_step(then[key], newest[key].state, newest[key], pack, spoken, ()) for key in gone))


def _step(
    one: Asked, state: str, record: Record | None, pack: Pack, spoken: Language, because: tuple[str, ...]
) -> d.Step:
    answers = answered(one.step.fields, record.answers, spoken, pack.timezone) if record else ()
    return d.Step(
        key=one.step.key, title=one.step.title, phase=one.phase, state=state, at=record.at if record else None,
        by=record.by if record else "", reason=record.reason if record else "",
        answers=tuple(d.Answer(*pair) for pair in answers), because=because, edition=one.edition,
        passed=record.passed if record and record.state == StepState.DONE else "",
    )  # fmt: skip


def _because(pack: Pack, each: Because, spoken: Language) -> str:
    said = label(pack, each.fact, spoken)
    return said if each.holds else spoken.say(N_("not so: {fact}"), fact=said)


def _sources(
    pack: Pack, steps: Iterable[d.Step], then: Mapping[str, Asked], spoken: Language,
    more: Iterable[d.Order | d.Deadline],
) -> tuple[d.Source, ...]:  # fmt: skip
    """The sources of the recorded steps, of the orders and of the deadlines."""
    named = []
    for step in (then[row.key].step for row in steps if row.state == StepState.DONE and row.key in then):
        named += [
            d.Source(s.title, place_text(s.place, spoken) if s.place else "", step.mark) for s in step.sources
        ]
    own = (one.basis if isinstance(one, d.Order) else one.source for one in more)
    return course.once((*named, *(one for one in own if one is not None)))
