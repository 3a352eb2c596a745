"""The case report: what is known, what was done, what is open, for a judge to read."""

from collections.abc import Iterable
from itertools import groupby

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.dossier import Deviation, Dossier, Present, Source, Step
from workbench.reports.furniture import integrity, letterhead, signatures
from workbench.reports.people import parties
from workbench.reports.sheet import Sheet
from workbench.reports.things import exhibits
from workbench.reports.typeset import Block, Headed, Stack, Table

TITLE = N_("Case report")
_SETTLED = ("done", "not_applicable", "waived")


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
        sheet.section(N_("Persons"), *parties(sheet, dossier.people)),
        sheet.section(N_("What was done and recorded"), *_steps(sheet, dossier.steps)),
        sheet.section(N_("Exhibits"), *exhibits(sheet, dossier.exhibits)),
        sheet.section(N_("Deviations from the procedure"), _deviations(sheet, dossier.deviations)),
        sheet.section(N_("Legal basis"), _sources(sheet, dossier.sources)),
        sheet.section(N_("What is still open"), _open(sheet, dossier.steps)),
        sheet.section(N_("Integrity of this document"), integrity(sheet, dossier)),
        sheet.section(N_("Signatures"), signatures(sheet, own, thumb=False)),
    ]


def _case(sheet: Sheet, dossier: Dossier) -> Block:
    case = dossier.case
    pack = ltr(f"{case.pack_key} {case.pack_version}")
    return sheet.pairs(
        [
            (N_("Case number"), sheet.text(ltr(case.number), sheet.strong)),
            (N_("Kind"), sheet.text(sheet.term(terms.KINDS_OF_CASE, case.kind), sheet.strong)),
            (N_("Opened"), sheet.text(sheet.moment(case.opened_at))),
            (N_("State"), sheet.text(sheet.term(terms.STATES_OF_CASE, case.state))),
            (N_("Case lead"), case.lead),
            (N_("Jurisdiction"), sheet.text(sheet.term(terms.JURISDICTIONS, dossier.jurisdiction))),
            (N_("Procedure"), sheet.text(pack)),
            (N_("Times are those of"), sheet.text(ltr(dossier.zone))),
        ],
        columns=2, share=0.36,
    )  # fmt: skip


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
    if step.because:
        reasons = ("؛ " if sheet.rtl else "; ").join(isolate(reason) for reason in step.because)
        lines.append(sheet.text(sheet.say(N_("Why this step: {reasons}"), reasons=reasons), sheet.quiet))
    rows = [
        (sheet.text(isolate(a.label), sheet.small), sheet.written(a.value, where=f"{where}, {isolate(a.label)}"))
        for a in step.answers if a.value.strip()
    ]  # fmt: skip
    answers = [Table((0.36, 0.64), rows, rtl=sheet.rtl, before=2)] if rows else []
    return Headed(Stack(heading, *lines, unbroken=True), *answers, before=9)


def _deviations(sheet: Sheet, deviations: Iterable[Deviation]) -> Block:
    rows = [
        (
            Stack(sheet.text(ltr(d.step), sheet.label), sheet.text(isolate(d.title), sheet.small)),
            sheet.text(sheet.term(terms.STEPS, d.kind)),
            Stack(sheet.text(isolate(d.by)), sheet.text(sheet.moment(d.at), sheet.quiet)),
            sheet.written(d.reason, where=ltr(d.step)),
        )
        for d in deviations
    ]
    if not rows:
        return sheet.text(sheet.say(N_("None has been recorded.")))
    head = [
        N_("Step"),
        N_("Deviation"),
        N_("Who and when"),
        N_("Reason"),
    ]
    return sheet.table((0.28, 0.15, 0.22, 0.35), head, rows)


def _sources(sheet: Sheet, sources: Iterable[Source]) -> Block:
    rows = [
        (
            sheet.written(s.name), sheet.text(ltr(s.place)),
            sheet.text(sheet.term(terms.MARKS, s.mark), sheet.strong if s.mark == "GK" else sheet.body),
        )
        for s in sources
    ]  # fmt: skip
    if not rows:
        return sheet.text(sheet.say(N_("None has been recorded.")))
    note = N_(
        "Sources marked «to be verified» have not been read in the official text and are to be checked before use."
    )
    head = [N_("Source"), N_("Place"), N_("Verification")]
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
