"""Why a step cannot be done yet, in words, with the ways to what opens it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from workbench.i18n import N_, ltr
from workbench.services.guides import GuideRow
from workbench.sop import Pack, Step, StepState
from workbench.sop.facts import label as fact_label
from workbench.ui.parts.arrange import Flow, holder
from workbench.ui.parts.buttons import button
from workbench.ui.parts.notice import Notice
from workbench.ui.state import speaking, tr

_MOST = 6


def waits(row: GuideRow, pack: Pack, step: Step) -> str:
    """What a waiting step waits for, in a few sentences; empty if it waits for nothing."""
    view, comma = row.progress.views[step.key], "، " if speaking().rtl else ", "
    parts = []
    if view.waits_for:
        named = [f"{ltr(key)} «{pack.step(key).title}»" for key in view.waits_for]
        parts.append(tr(N_("This step waits for: {steps}."), steps=comma.join(named)))
    if view.waits_for_orders:
        named = [f"«{pack.orders[kind].label}»" for kind in view.waits_for_orders]
        also, alone = N_("It also waits for the judge: {orders}."), N_("This step waits for the judge: {orders}.")
        parts.append(tr(also if parts else alone, orders=comma.join(named)))
    if view.waits_for_facts:
        facts = comma.join(fact_label(pack, key, speaking()) for key in view.waits_for_facts)
        parts.append(
            tr(N_("It also opens when it holds that {facts}."), facts=facts)
            if parts
            else tr(N_("This step opens when it holds that {facts}."), facts=facts)
        )
    return " ".join(parts)


def asking_steps(row: GuideRow, pack: Pack, kinds: tuple[str, ...]) -> list[str]:
    """The steps of the case that ask the judge for one of these kinds of order, those called for first."""
    found = [step.key for step in pack.steps.values() if set(step.asks) & set(kinds)]
    here = [key for key in found if row.progress.views[key].state is not StepState.ABSENT]
    return here or found


def waiting(row: GuideRow, pack: Pack, step: Step, go: Callable[[str], object]) -> QWidget | None:
    """The notice of a waiting step; None if it waits for nothing."""
    words = waits(row, pack, step)
    if not words:
        return None
    view = row.progress.views[step.key]
    keys = [*view.waits_for, *asking_steps(row, pack, view.waits_for_orders)]
    ways = Flow(8)
    for key in dict.fromkeys(keys[:_MOST]):
        if key != step.key:
            ways.addWidget(
                button(
                    tr(N_("Go to {step}"), step=ltr(key)),
                    partial(go, key),
                    kind="small",
                    name=f"go-{key}",
                    tip=pack.step(key).title,
                )
            )
    made = Notice(words, tone="neutral", closes=False, under=holder(ways) if ways.count() else None)
    made.setObjectName("waiting")
    return made
