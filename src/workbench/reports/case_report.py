"""The case report: what is known, what was done, what is open, for a judge to read."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.deadlines import deadlines
from workbench.reports.deviations import deviations
from workbench.reports.dossier import Dossier, Edition, Present, Source, Step
from workbench.reports.furniture import integrity, letterhead, signatures
from workbench.reports.orders import orders
from workbench.reports.people import parties
from workbench.reports.sheet import Sheet
from workbench.reports.things import exhibits
from workbench.reports.typeset import Block, Headed, Stack, Table

TITLE = N_("Case report")
_SETTLED = ("done", "not_applicable", "waived")
CHANGES = {"opened": N_("the case was opened"), "track": N_("another track"), "edition": N_("another edition")}


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the report, in order."""
    own = (
        Present(dossier.made_by, dossier.made_by_role),
        Present("", "supervisor"),
        Present("", sheet.say(N_("Received by"))),
    )
    return [
        *letterhead(sheet, dossier, sheet.say(TITLE)),
        _case(sheet, dossier),
        *_followed(sheet, dossier.case.editions),
        sheet.section(N_("Persons"), *parties(sheet, dossier.people)),
        sheet.section(N_("What was done and recorded"), *_steps(sheet, dossier.steps)),
        sheet.section(N_("Exhibits"), *exhibits(sheet, dossier.exhibits)),
        sheet.section(N_("Orders of the judge"), orders(sheet, dossier.orders)),
        sheet.section(N_("Deadlines"), *deadlines(sheet, dossier.deadlines)),
        sheet.section(N_("Deviations from the procedure"), deviations(sheet, dossier.deviations)),
        sheet.section(N_("Legal basis"), _sources(sheet, dossier.sources)),
        sheet.section(N_("What is still open"), _open(sheet, dossier.steps)),
        sheet.section(N_("Integrity of this document"), integrity(sheet, dossier)),
        sheet.section(N_("Signatures"), signatures(sheet, own, thumb=False)),
    ]


def _case(sheet: Sheet, dossier: Dossier) -> Block:
    case = dossier.case
    pack: list[Block] = [sheet.text(ltr(f"{case.pack_key} {case.pack_version}"))]
    if case.editions:
        pack.append(sheet.text(_trust(sheet, case.editions[-1]), sheet.quiet))
    law_on = sheet.language.day(date.fromisoformat(case.law_on)) if case.law_on else ""
    return sheet.pairs(
        [
            (N_("Case number"), sheet.text(ltr(case.number), sheet.strong)),
            (N_("Kind"), sheet.text(sheet.term(terms.KINDS_OF_CASE, case.kind), sheet.strong)),
            (N_("Opened"), sheet.text(sheet.moment(case.opened_at))),
            (N_("State"), sheet.text(sheet.term(terms.STATES_OF_CASE, case.state))),
            (N_("Case lead"), case.lead),
            (N_("Jurisdiction"), sheet.text(sheet.term(terms.JURISDICTIONS, dossier.jurisdiction))),
            (N_("Procedure"), Stack(*pack)),
            (N_("Times are those of"), sheet.text(ltr(dossier.zone))),
            *([(N_("Law as it stood on"), law_on)] if law_on else []),
        ],
        columns=2, share=0.36,
    )  # fmt: skip


def _followed(sheet: Sheet, editions: Sequence[Edition]) -> list[Block]:
    """The procedures that the case followed, if it changed: which, since when, by whose decision and why."""
    if len(editions) < 2:
        return []
    rows = [
        (
            sheet.text(sheet.moment(one.since), sheet.small),
            Stack(
                sheet.text(sheet.term(terms.KINDS_OF_CASE, one.kind), sheet.label),
                *(sheet.text(ltr(name), sheet.small) for name in one.names),
                sheet.text(_trust(sheet, one), sheet.quiet),
            ),
            sheet.text(sheet.term(CHANGES, one.what), sheet.small),
            Stack(sheet.text(isolate(one.by), sheet.small), sheet.written(one.reason, sheet.small)),
        )
        for one in editions
    ]
    head = [N_("Since"), N_("Track and edition"), N_("What changed"), N_("By whom and why")]
    return [
        sheet.section(N_("Procedures that the case followed"), sheet.table((0.2, 0.3, 0.18, 0.32), head, rows))
    ]


def _trust(sheet: Sheet, edition: Edition) -> str:
    """Whose word stands behind the procedure."""
    words = terms.TRUSTS.get(edition.trust)
    return sheet.say(words, signer=edition.signer) if words else isolate(edition.trust)


def _steps(sheet: Sheet, steps: Iterable[Step]) -> list[Block]:
    """The finished steps by phase, each with its answers."""
    done = [step for step in steps if step.state == "done"]
    blocks: list[Block] = []
    for phase, members in groupby(done, key=lambda step: step.phase):
        first, *others = [_step(sheet, step) for step in members]
        blocks.append(Headed(sheet.text(isolate(phase), sheet.subheading), first, before=8))
        blocks += others
    return blocks or [sheet.text(sheet.say(N_("No step has been finished yet.")))]


def _step(sheet: Sheet, step: Step) -> Block:
    where = f"{ltr(step.key)} {isolate(step.title)}"
    heading = sheet.text(where, sheet.strong)
    facts = sheet.say(N_("recorded {at} by {name}"), at=sheet.moment(step.at), name=step.by)
    lines: list[Block] = [sheet.text(facts, sheet.quiet)]
    if step.passed:
        lines.append(sheet.text(sheet.term(terms.STEPS, step.passed), sheet.label))
    if step.edition:
        words = N_("Recorded under the edition {edition}; questions and answers are worded as it asked them.")
        lines.append(sheet.text(sheet.say(words, edition=ltr(step.edition)), sheet.quiet))
    if step.because:
        reasons = ("؛ " if sheet.rtl else "; ").join(isolate(reason) for reason in step.because)
        lines.append(sheet.text(sheet.say(N_("Why this step: {reasons}"), reasons=reasons), sheet.quiet))
    rows = [
        (sheet.text(isolate(a.label), sheet.small), sheet.written(a.value, where=f"{where}, {isolate(a.label)}"))
        for a in step.answers if a.value.strip()
    ]  # fmt: skip
    answers = [Table((0.36, 0.64), rows, rtl=sheet.rtl, before=2)] if rows else []
    return Headed(Stack(heading, *lines, unbroken=True), *answers, before=9)


def _sources(sheet: Sheet, sources: Iterable[Source]) -> Block:
    rows = [
        (
            sheet.written(s.name), sheet.text(isolate(s.place)),
            sheet.text(sheet.term(terms.MARKS, s.mark), sheet.strong if s.mark == "GK" else sheet.body),
        )
        for s in sources
    ]  # fmt: skip
    if not rows:
        return sheet.text(sheet.say(N_("None has been recorded.")))
    note = N_(
        "Sources marked «to be verified» have not been read in the official text and are to be checked before use."
    )
    head = [N_("Source"), N_("Place in the text"), N_("Verification")]
    marked = (
        [sheet.text(sheet.say(note), sheet.quiet, before=3)] if any(s.mark == "GK" for s in sources) else []
    )
    return Stack(sheet.table((0.5, 0.28, 0.22), head, rows), *marked)


def _open(sheet: Sheet, steps: Iterable[Step]) -> Block:
    rows = [
        (
            sheet.text(ltr(step.key), sheet.label),
            sheet.text(isolate(step.title)),
            sheet.text(sheet.term(terms.STEPS, step.state)),
        )
        for step in steps
        if step.state not in _SETTLED
    ]
    if not rows:
        return sheet.text(sheet.say(N_("Nothing: every step that is called for has been settled.")))
    return sheet.table((0.12, 0.63, 0.25), [N_("No."), N_("Step"), N_("State")], rows)
