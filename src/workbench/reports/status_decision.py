"""The decision on the status of a person: what was decided, on what, what follows for acts that came of it, review."""

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.dossier import Claim, Dossier, NonPunishment, Person, Present
from workbench.reports.furniture import integrity, letterhead, signatures
from workbench.reports.people import particulars
from workbench.reports.screening_form import decision
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Block, Stack

TITLE = N_("Decision on the status of a person")


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """Roles as claims with their dates, the screening, non-punishment, the right to review, and signatures."""
    person = next((one for one in dossier.people if one.alias == dossier.subject), None)
    own = (
        Present(dossier.made_by, dossier.made_by_role), Present("", "supervisor"), Present("", "interpreter"),
    )  # fmt: skip
    return [
        *letterhead(sheet, dossier, sheet.say(TITLE)),
        _head(sheet, dossier, person),
        sheet.section(N_("Roles, each as somebody decided it"), _claims(sheet, person)),
        sheet.section(N_("Screening"), *_screening(sheet, dossier)),
        sheet.section(N_("Non-punishment"), *_non_punishment(sheet, person.non_punishment if person else None)),
        sheet.section(N_("Review"), *_review(sheet)),
        sheet.section(N_("Signatures"), signatures(sheet, own, thumb=False)),
        sheet.section(N_("Integrity of this document"), integrity(sheet, dossier)),
    ]


def _head(sheet: Sheet, dossier: Dossier, person: Person | None) -> Block:
    roles = [sheet.term(terms.ROLES, one.role) for one in person.claims if one.current] if person else []
    known = [sheet.text(line, sheet.small) for line in particulars(sheet, person)] if person else []
    return sheet.pairs(
        [
            (N_("Case number"), sheet.text(ltr(dossier.case.number), sheet.strong)),
            (N_("Person"), sheet.text(ltr(dossier.subject), sheet.strong) if dossier.subject else ""),
            (N_("Status at present"), sheet.text(sheet.comma.join(roles), sheet.strong) if roles else ""),
            (N_("Particulars"), Stack(*known) if known else ""),
        ],
        columns=2, share=0.3,
    )  # fmt: skip


def _claims(sheet: Sheet, person: Person | None) -> Block:
    if person is None or not person.claims:
        return sheet.text(sheet.say(N_("None has been recorded.")))
    rows = [_claim(sheet, one) for one in person.claims]
    head = [N_("Role"), N_("Since"), N_("Until"), N_("Decided by"), N_("Basis")]
    return sheet.table((0.18, 0.16, 0.16, 0.18, 0.32), head, rows)


def _claim(sheet: Sheet, one: Claim) -> list[Block]:
    until = sheet.moment(one.until) if one.until else sheet.say(N_("holds"))
    return [
        sheet.text(sheet.term(terms.ROLES, one.role), sheet.label if one.current else sheet.small),
        sheet.text(sheet.moment(one.since), sheet.small), sheet.text(until, sheet.small),
        sheet.written(one.decided_by, sheet.small) if one.decided_by.strip() else sheet.text("–", sheet.quiet),
        sheet.written(one.basis, sheet.small) if one.basis.strip() else sheet.text("–", sheet.quiet),
    ]  # fmt: skip


def _screening(sheet: Sheet, dossier: Dossier) -> list[Block]:
    if not dossier.screened:
        return [sheet.text(sheet.say(N_("No screening of this person has been recorded.")))]
    one = dossier.screened[-1]
    said = sheet.say(
        N_("Screening {n}, held {at}. Result of the rule: {result}."), n=one.ordinal, at=sheet.moment(one.held_at),
        result=one.result,
    )  # fmt: skip
    return [sheet.text(said), *decision(sheet, one)]


def _non_punishment(sheet: Sheet, flag: NonPunishment | None) -> list[Block]:
    """Which acts must not be held against the person, how they are tied to the exploitation, and what says no."""
    if flag is None:
        return [sheet.text(sheet.say(N_("No acts that could be held against this person have been recorded.")))]
    acts = [
        sheet.text(sheet.term(terms.HELD_ACTS, one.act) + (f": {isolate(one.text)}" if one.text else ""))
        for one in flag.acts
    ]
    none = sheet.text(sheet.say(N_("nothing is recorded")), sheet.quiet)
    said = sheet.say(N_("These acts are put before the judge as acts that came of being exploited."))
    return [
        sheet.text(said, sheet.strong),
        sheet.pairs(
            [
                (N_("Acts concerned"), Stack(*acts)), (N_("How they came of it"), flag.link),
                (N_("What points the other way"), flag.against if flag.against.strip() else none),
                (N_("Decided by"), flag.decided_by), (N_("Recorded at"), sheet.text(sheet.moment(flag.at))),
            ],
            share=0.3,
        ),
    ]  # fmt: skip


def _review(sheet: Sheet) -> list[Block]:
    words = N_(
        "The person may ask at any time that this decision be looked at again, by a supervisor or by the judge. "
        "Asking brings no disadvantage. The decision can change when facts change; what was decided before stays on "
        "record."
    )
    told: list[tuple[str, Block | str]] = [
        (N_("The person was told of it on"), ""), (N_("In which language, through whom"), ""),
        (N_("What the person said to it"), ""),
    ]  # fmt: skip
    return [sheet.text(sheet.say(words)), sheet.pairs(told, share=0.4)]
