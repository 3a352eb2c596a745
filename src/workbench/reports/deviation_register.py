"""The register of deviations: every place where the procedure was left, for a court and for whoever supervises."""

from collections import Counter

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.deviations import OVERRIDE, awaits, deviations
from workbench.reports.dossier import Deviation, Dossier, Present
from workbench.reports.furniture import band, integrity, letterhead, signatures
from workbench.reports.sheet import Sheet
from workbench.reports.typeset import Block, Stack

TITLE = N_("Register of deviations")
_ABOUT = N_(
    "It lists every step that was set aside, waived, done out of order or done late, and every safety gate that was "
    "passed to protect life, with the reason as it was written."
)
_KINDS = ("override", "early", "waived", "not_applicable", "late")


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the register: first what was done to protect life, then all else, oldest first."""
    found = dossier.deviations
    lives = [one for one in found if one.kind == OVERRIDE]
    others = [one for one in found if one.kind != OVERRIDE]
    own = (Present(dossier.made_by, dossier.made_by_role), Present("", "supervisor"))
    blocks = [
        *letterhead(sheet, dossier, sheet.say(TITLE)),
        sheet.text(sheet.say(_ABOUT), sheet.quiet),
        _summary(sheet, dossier),
    ]
    if lives:
        blocks.append(sheet.section(N_("Safety gates passed to protect life"), _marked(sheet, lives)))
    return [
        *blocks,
        sheet.section(N_("Other deviations") if lives else N_("Deviations"), deviations(sheet, others)),
        sheet.section(N_("Signatures"), signatures(sheet, own, thumb=False)),
        sheet.section(N_("Integrity of this document"), integrity(sheet, dossier)),
    ]


def _marked(sheet: Sheet, lives: list[Deviation]) -> Block:
    return Stack(*band(sheet, sheet.say(N_("A life was at stake: the gate was passed"))), deviations(sheet, lives))


def _summary(sheet: Sheet, dossier: Dossier) -> Block:
    """The case, and how many deviations there are of each kind."""
    case, found = dossier.case, dossier.deviations
    counted = Counter(one.kind for one in found)
    kinds = [
        f"{sheet.term(terms.STEPS, kind)}: {sheet.language.number(counted[kind])}" for kind in _KINDS if counted[kind]
    ]  # fmt: skip
    waiting = sum(awaits(one) for one in found)
    refused = sum(one.second == "refused" for one in found)
    second = [sheet.say(N_("waits for one: {n}"), n=waiting), sheet.say(N_("did not agree: {n}"), n=refused)]
    return sheet.pairs(
        [
            (N_("Case number"), sheet.text(ltr(case.number), sheet.strong)),
            (N_("Procedure"), sheet.text(ltr(f"{case.pack_key} {case.pack_version}"))),
            (N_("Deviations in all"), sheet.text(sheet.language.number(len(found)), sheet.strong)),
            (N_("Second person"), Stack(*(sheet.text(line, sheet.small) for line in second))),
            (N_("Of each kind"), Stack(*(sheet.text(isolate(line), sheet.small) for line in kinds or ["–"]))),
            (N_("Times are those of"), sheet.text(ltr(dossier.zone))),
        ],
        columns=2, share=0.36,
    )  # fmt: skip
