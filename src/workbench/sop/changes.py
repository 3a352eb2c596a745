"""Changes: what a new fact does to the procedure, told as what appears, what falls away and what stays recorded."""

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.sop.facts import Fact
from workbench.sop.progress import SETTLED, Progress, StepState, StepView

_SHUT = (StepState.WAITING, StepState.ABSENT)


@dataclass(frozen=True, slots=True)
class Changes:
    """Step keys in the order of the pack, and the facts behind them.

    ``appeared`` are called for now and were not, ``fell_away`` the reverse, nothing being recorded of them;
    ``stays_recorded`` are no longer called for but keep what was recorded; ``opened`` waited and wait no more.
    ``became_true`` and ``became_false`` are the keys of the facts that changed.
    """

    appeared: tuple[str, ...] = ()
    fell_away: tuple[str, ...] = ()
    stays_recorded: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    became_true: tuple[str, ...] = ()
    became_false: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.appeared or self.fell_away or self.stays_recorded or self.opened)


def compare(
    before: Progress, after: Progress, facts_before: Mapping[str, Fact], facts_after: Mapping[str, Fact]
) -> Changes:
    """What changed between two standings of one case; a step that only one of them knows counts as absent there."""
    appeared: list[str] = []
    fell_away: list[str] = []
    stays: list[str] = []
    opened: list[str] = []
    for key in dict.fromkeys((*after.views, *before.views)):
        was, now = before.views.get(key), after.views.get(key)
        called_before, called_now = bool(was and was.applies), bool(now and now.applies)
        if called_now and not called_before:
            appeared.append(key)
        elif called_before and not called_now:
            (stays if _recorded(was, now) else fell_away).append(key)
        elif was and now and was.state is StepState.WAITING and now.state not in (*_SHUT, *SETTLED):
            opened.append(key)
    true_before = {key for key, fact in facts_before.items() if fact.holds}
    true_after = {key for key, fact in facts_after.items() if fact.holds}
    return Changes(
        tuple(appeared), tuple(fell_away), tuple(stays), tuple(opened),
        became_true=tuple(key for key in facts_after if key in true_after - true_before),
        became_false=tuple(key for key in facts_before if key in true_before - true_after),
    )  # fmt: skip


def _recorded(was: StepView | None, now: StepView | None) -> bool:
    """Whether something is recorded of a step that is no longer called for, or that the procedure has no longer."""
    if now is not None:
        return now.state is not StepState.ABSENT
    return was is not None and was.state in (*SETTLED, StepState.ASKED)
