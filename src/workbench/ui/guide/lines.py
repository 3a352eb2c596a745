"""The list of phases and steps as lines, from where the case stands; without Qt."""

from collections.abc import Collection
from dataclasses import dataclass

from workbench.i18n import N_, ltr
from workbench.services.guides import GuideRow
from workbench.sop import SETTLED, Pack, StepState
from workbench.ui.state import speaking, tr

STATE_WORDS = {
    StepState.OPEN: N_("to do"),
    StepState.DRAFT: N_("begun"),
    StepState.DONE: N_("done"),
    StepState.WAITING: N_("waiting"),
    StepState.NOT_APPLICABLE: N_("not applicable"),
    StepState.WAIVED: N_("waived"),
    StepState.ASKED: N_("waiting for the supervisor"),
    StepState.ABSENT: N_("not called for"),
}


# The key and the title of the group of steps that only a procedure followed before has.
LEFT, BEHIND = "left", N_("Recorded under an earlier procedure")


@dataclass(frozen=True)
class Line:
    """A line of the list. ``kind``: folded (all finished phases in one), phase, step; ``spoken`` says it in full."""

    kind: str
    key: str
    title: str
    spoken: str
    done: int = 0
    total: int = 0
    state: StepState | None = None
    chosen: bool = False
    opened: bool = False
    code: str = ""


def short(step: str, pack: Pack) -> str:
    """The code of a step without the letter of its procedure (``T10.3`` is ``10.3``); whole where letters are mixed."""
    mixed = len({key[:1] for key in pack.steps}) > 1
    return step if mixed or not step[1:2].isdigit() else step[1:].lstrip("0")


def lines(row: GuideRow, pack: Pack, chosen: str, opened: Collection[str], *, unfold: bool) -> list[Line]:
    """Phases with their steps: those in ``opened`` show them, finished ones before the current fold into one line."""
    shown = {
        phase.key: steps
        for phase in pack.phases
        if (
            steps := [one for one in phase.steps if row.progress.views[one.key].state is not StepState.ABSENT]
        )
    }
    done = {
        key: sum(row.progress.views[one.key].state in SETTLED for one in steps)
        for key, steps in shown.items()
    }
    finished = [key for key, steps in shown.items() if done[key] == len(steps) and key not in opened]
    folded = finished if len(finished) > 1 and not unfold else []
    found: list[Line] = []
    for phase in (one for one in pack.phases if one.key in shown):
        if phase.key in folded:
            if phase.key == folded[0]:
                found.append(_folded(len(folded)))
            continue
        steps, here = shown[phase.key], phase.key in opened
        said = tr(
            N_("{title}: {done} of {total} steps done"),
            title=phase.title,
            done=done[phase.key],
            total=len(steps),
        )
        found.append(Line("phase", phase.key, phase.title, said, done[phase.key], len(steps), opened=here))
        if here:
            found += [_step(row, pack, step.key, chosen) for step in steps]
    return [*found, *_behind(row, pack, chosen, opened)]


def left_behind(row: GuideRow, pack: Pack) -> list[str]:
    """The steps with a record that the procedure of the case no longer has."""
    return [key for key in row.recorded_as if key not in pack.steps]


def _behind(row: GuideRow, pack: Pack, chosen: str, opened: Collection[str]) -> list[Line]:
    keys, here = left_behind(row, pack), LEFT in opened
    if not keys:
        return []
    words = tr(BEHIND)
    found = [Line("phase", LEFT, words, words, len(keys), len(keys), opened=here)]
    for key in keys if here else ():
        title = row.recorded_as[key].title
        spoken = tr(N_("Step {step}, {title}: {state}"), step=ltr(key), title=title, state=words)
        found.append(
            Line("step", key, title, spoken, state=StepState.DONE, chosen=key == chosen, code=key)
        )
    return found


def _folded(count: int) -> Line:
    words = speaking().say_many("{n} phase complete", "{n} phases complete", count)
    return Line("folded", "", words, words, count, count)


def _step(row: GuideRow, pack: Pack, key: str, chosen: str) -> Line:
    view, title = row.progress.views[key], pack.step(key).title
    spoken = tr(
        N_("Step {step}, {title}: {state}"), step=ltr(key), title=title, state=tr(STATE_WORDS[view.state])
    )
    waits = [ltr(one) for one in view.waits_for] + [pack.orders[one].label for one in view.waits_for_orders]
    if waits:
        comma = "، " if speaking().rtl else ", "
        spoken = ". ".join((spoken, tr(N_("It waits for {steps}."), steps=comma.join(waits))))
    return Line("step", key, title, spoken, state=view.state, chosen=key == chosen, code=short(key, pack))


def walk(row: GuideRow, chosen: str, by: int) -> str:
    """The step before or after the chosen one, in the order of the procedure."""
    keys = [key for key, view in row.progress.views.items() if view.state is not StepState.ABSENT]
    if chosen not in keys:
        return keys[0] if keys else ""
    return keys[max(0, min(len(keys) - 1, keys.index(chosen) + by))]


def because_of(row: GuideRow, fact: str) -> str:
    """The first step still to be done that is there because of a fact; a settled one if none is left."""
    found = [
        view
        for view in row.progress.views.values()
        if any(because.fact == fact and because.holds for because in view.because)
    ]
    left = [view for view in found if view.state not in SETTLED] or found
    return left[0].key if left else ""
