"""What the papers about one person say, as plain values in the language of the paper, and nothing of anybody else."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy.orm import Session

from workbench import terms
from workbench.i18n import Language, language
from workbench.proof import CareRules, Matter
from workbench.reports import cared
from workbench.reports.course import Source
from workbench.security.canonical import digest
from workbench.services.care.assessing import BEST_INTEREST, NEEDS, RISK
from workbench.services.care.checking import person_in
from workbench.services.care.gathering import care_row
from workbench.services.care.offered import offered
from workbench.services.care.referrals import referral_rows
from workbench.services.care.rows import (
    AssessmentRow,
    CareRow,
    ConsentRow,
    MeasureRow,
    ReferralRow,
    SafetyPlanRow,
)
from workbench.sop.places import place_text

CONSENT, SLIP, RISKS, NEEDS_PAPER = "consent", "referral_slip", "risk_assessment", "needs_assessment"
PAPERS = frozenset({CONSENT, SLIP, RISKS, NEEDS_PAPER})
_TOLD = ("purpose", "own_data", "how_to_withdraw")


def person_of_referral(session: Session, case_id: str, ref: str) -> str:
    """Whose referral it is. It is there: whoever asks has looked."""
    return next(one.alias for one in referral_rows(session, case_id, "", {}) if one.ref == ref)


def paper(
    session: Session, case_id: str, alias: str, kind: str, tag: str, day: date, names: dict[str, str],
    *, number: str = "", referral: str = "", titles: Mapping[str, str] | None = None,
) -> cared.Care:  # fmt: skip
    """The care for a person as far as a paper of a kind says it; ``number`` is that of the case."""
    person = person_in(session, case_id, alias, day, alive=False)
    row = care_row(session, case_id, person, day, names)
    rules, spoken = offered(tag), language(tag)
    plain = cared.Care(row.alias, person.child, person.languages, person.needs_interpreter)
    if kind == CONSENT:
        told = tuple(rules.consent_points[key].title for key in _TOLD if key in rules.consent_points)
        return replace(
            plain, topics=_topics(rules.consents), told=told,
            consents=tuple(_consent(one, rules) for one in row.consents),
        )  # fmt: skip
    if kind == SLIP:
        one = next(one for one in row.referrals if one.ref == referral)
        return replace(plain, referral=_referral(one, number, rules, spoken, titles or {}))
    if kind == RISKS:
        return _assessed(plain, row, rules, spoken, RISK, (rules.scale_note, rules.unknown_note))
    return _assessed(plain, row, rules, spoken, NEEDS, ())


def _assessed(
    plain: cared.Care, row: CareRow, rules: CareRules, spoken: Language, kind: str, notes: tuple[str, ...]
) -> cared.Care:
    kinds = (kind,) if kind == RISK else (kind, BEST_INTEREST)
    moves = row.risk_trend if kind == RISK else row.needs_trend
    return replace(
        plain, topics=_topics(rules.risks if kind == RISK else rules.needs), notes=notes,
        assessments=tuple(_assessment(one, rules, spoken) for one in row.assessments if one.kind in kinds),
        trends=tuple(cared.Trend(key, move) for key, move in moves.items()),
        plan=_plan(row.plan, rules) if row.plan else None,
    )  # fmt: skip


def _topics(matters: Mapping[str, Matter]) -> tuple[cared.Topic, ...]:
    return tuple(cared.Topic(key, one.title, one.examples) for key, one in matters.items())


def _title(matters: Mapping[str, Matter], key: str) -> str:
    return matters[key].title if key in matters else key


def _consent(row: ConsentRow, rules: CareRules) -> cared.Consent:
    """The last word, and with it how it was explained when it was asked."""
    asked, last = row.entries[0], row.last
    return cared.Consent(
        ref=row.ref, purpose=_title(rules.consents, row.purpose), recipient=row.recipient, state=row.state, at=last.at,
        limits=last.limits, explained=asked.explained, language=asked.language, text_version=asked.text_version,
        read_by=asked.read_by, interpreter=asked.interpreter, understood=asked.understood, given_by=asked.given_by,
        assent=asked.assent, witness=last.witness or asked.witness, reason=last.reason,
        given_at=asked.at if last is not asked else None, key=row.purpose,
    )  # fmt: skip


def _referral(
    row: ReferralRow, number: str, rules: CareRules, spoken: Language, titles: Mapping[str, str]
) -> cared.Referral:
    matter, first = rules.services.get(row.service), row.entries[0]
    source = None
    if matter is not None and matter.source:
        place = place_text(matter.place, spoken) if matter.place else ""
        source = Source(titles.get(matter.source, matter.source), place, matter.mark)
    return cared.Referral(
        ref=row.ref, service=_title(rules.services, row.service), service_basis=source, provider=row.provider,
        focal_point=row.focal_point, urgency=row.urgency, consent_ref=row.consent_ref, basis=row.basis,
        shared=row.shared, transport=row.transport, follow_up_on=row.last.follow_up_on or first.follow_up_on,
        made_at=first.at, made_by=first.by,
        # It stands for the referral without saying anything of it: case and number go in, a hash comes out.
        digest=digest({"case": number, "referral": row.ref})[:24],
    )  # fmt: skip


def _assessment(row: AssessmentRow, rules: CareRules, spoken: Language) -> cared.Assessment:
    marks = tuple(
        cared.Mark(one.key, rules.levels[one.level].title, one.likelihood, one.impact, one.score, one.protective)
        for one in row.risks
    )
    marks += tuple(cared.Mark(one.key, spoken.say(terms.NEEDS[one.state]), text=one.text) for one in row.needs)
    return cared.Assessment(
        kind=row.kind, held_at=row.held_at, trigger=_title(rules.triggers, row.trigger), by=row.by,
        overall=rules.levels[row.level].title if row.level else "", marks=marks,
        interest=tuple(row.interest.items()), measures=_measures(row.measures, rules), review_on=row.review_on,
        note=row.note,
    )  # fmt: skip


def _plan(row: SafetyPlanRow, rules: CareRules) -> cared.Plan:
    return cared.Plan(
        _measures(row.measures, rules), row.safe_contact, row.no_contact, row.in_danger, row.what_threatens,
        row.agreed, row.review_at, row.note, row.at, row.by,
    )  # fmt: skip


def _measures(rows: Sequence[MeasureRow], rules: CareRules) -> tuple[cared.Measure, ...]:
    return tuple(cared.Measure(_title(rules.measures, one.key), one.text, one.who, one.until) for one in rows)
