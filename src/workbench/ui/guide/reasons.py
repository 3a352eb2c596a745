"""Why a step is here, as lines of words; without Qt."""

from workbench.i18n import N_, Language, ltr
from workbench.services.guides import GuideRow
from workbench.sop import Pack, Step
from workbench.sop.facts import Cause, CauseKind, label
from workbench.terms import BASES
from workbench.ui.state import speaking, tr

Told = tuple[str, str]
MARKS = {
    "S": N_("The source was read for this procedure."),
    "GK": N_("General knowledge: to be verified before it is relied on."),
}


def why(row: GuideRow, pack: Pack, step: Step) -> list[Told]:
    """Label and sentence for each thing that put the step here."""
    language, view = speaking(), row.progress.views[step.key]
    told: list[Told] = []
    for because in view.because:
        sentence = label(pack, because.fact, language)
        causes = (
            "، ".join(cause_words(pack, cause) for cause in because.causes[:4])
            if language.rtl
            else ", ".join(cause_words(pack, cause) for cause in because.causes[:4])
        )
        words = (
            tr(N_("because {fact}"), fact=sentence)
            if because.holds
            else tr(N_("because it does not hold that {fact}"), fact=sentence)
        )
        told.append((tr(N_("Condition met")), f"{words} ({causes})" if causes else words))
    if not view.because:
        told.append((tr(N_("Condition met")), tr(N_("this step belongs to every case of this kind"))))
    for limit in step.deadlines:
        told.append((tr(N_("Time limit")), f"{limit.text} — {tr(BASES.get(limit.basis, ''))}"))
    after = [key for key, other in row.progress.views.items() if step.key in other.waits_for]
    if after:
        told.append((tr(N_("Opens then")), _steps(after, language)))
    chapter = pack.phase_of(step.key).sop_chapter
    told.append(
        (
            tr(N_("From the procedure")),
            tr(N_("{pack}, chapter {chapter}"), pack=ltr(f"{pack.key} {pack.version}"), chapter=ltr(chapter)),
        )
    )
    return told


def _steps(keys: list[str], language: Language) -> str:
    return ("، " if language.rtl else ", ").join(ltr(key) for key in keys[:6])


def cause_words(pack: Pack, cause: Cause) -> str:
    """What stands behind a fact: a code, or a step with its question."""
    if cause.kind is not CauseKind.ANSWER:
        return ltr(cause.ref)
    step, _, key = cause.ref.rpartition(".")
    field = pack.step(step).field(key) if step in pack.steps else None
    return f"{ltr(step)}: {field.label}" if field else ltr(cause.ref)
