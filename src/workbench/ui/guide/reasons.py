"""Why a step is here and on what it rests, as lines of words; without Qt."""

from workbench.i18n import N_, Language, ltr
from workbench.services.guides import GuideRow
from workbench.sop import Pack, Step
from workbench.sop.facts import Cause, CauseKind, label
from workbench.ui.state import speaking, tr

Told = tuple[str, str]
BASIS = {
    "law": N_("set by law"),
    "house": N_("house rule, not law"),
    "practice": N_("good practice, not law"),
}
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
            "، ".join(_cause(pack, cause) for cause in because.causes[:4])
            if language.rtl
            else ", ".join(_cause(pack, cause) for cause in because.causes[:4])
        )
        words = (
            tr(N_("because {fact}"), fact=sentence)
            if because.holds
            else tr(N_("because it does not hold that {fact}"), fact=sentence)
        )
        told.append((tr(N_("Condition met")), f"{words} ({causes})" if causes else words))
    if not view.because:
        told.append((tr(N_("Condition met")), tr(N_("this step belongs to every case of this kind"))))
    if step.deadline:
        told.append(
            (tr(N_("Time limit")), f"{step.deadline.text} — {tr(BASIS.get(step.deadline.basis, ''))}")
        )
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


def waits(row: GuideRow, pack: Pack, step: Step) -> str:
    """What a waiting step waits for, in one sentence; empty if it waits for nothing."""
    view, language = row.progress.views[step.key], speaking()
    parts = []
    if view.waits_for:
        named = [f"{ltr(key)} «{pack.step(key).title}»" for key in view.waits_for]
        parts.append(
            tr(N_("This step waits for: {steps}."), steps=("، " if language.rtl else ", ").join(named))
        )
    if view.waits_for_facts:
        facts = ("، " if language.rtl else ", ").join(
            label(pack, key, language) for key in view.waits_for_facts
        )
        parts.append(
            tr(N_("It also opens when it holds that {facts}."), facts=facts)
            if view.waits_for
            else tr(N_("This step opens when it holds that {facts}."), facts=facts)
        )
    return " ".join(parts)


def law(step: Step) -> list[Told]:
    """Source and place for each law or guide the step rests on, its time limit's own first."""
    found = [(source.title, ltr(source.place)) for source in step.sources]
    limit = step.deadline
    if limit and limit.source and limit.place and not any(ltr(limit.place) == place for _, place in found):
        title = next(
            (source.title for source in step.sources if source.key == limit.source), ltr(limit.source)
        )
        found.insert(0, (title, ltr(limit.place)))
    return found


def _steps(keys: list[str], language: Language) -> str:
    return ("، " if language.rtl else ", ").join(ltr(key) for key in keys[:6])


def _cause(pack: Pack, cause: Cause) -> str:
    if cause.kind is not CauseKind.ANSWER:
        return ltr(cause.ref)
    step, _, key = cause.ref.rpartition(".")
    field = pack.step(step).field(key) if step in pack.steps else None
    return f"{ltr(step)}: {field.label}" if field else ltr(cause.ref)
