"""What a change in the case does to the procedure, in sentences with the steps they are about; without Qt."""

from dataclasses import dataclass, replace
from typing import Any

from workbench.i18n import N_, ltr
from workbench.services.guides import GuideRow
from workbench.sop import Because, Changes, Pack, compare
from workbench.sop.facts import BUILT_IN, Cause, label
from workbench.ui.guide.reasons import cause_words
from workbench.ui.state import speaking, tr


@dataclass(frozen=True)
class Told:
    """One kind of change: what it is and because of what, and the steps."""

    kind: str
    sentence: str
    steps: tuple[str, ...]


def changes(before: GuideRow, after: GuideRow) -> Changes:
    """What is worth telling between two looks at a case.

    Steps that only waited for the step before them open in the course of things; those that waited for the judge or
    for something to be found out are told.
    """
    found = compare(before.progress, after.progress, before.facts, after.facts)
    views = before.progress.views
    opened = tuple(
        key for key in found.opened if views[key].waits_for_orders or views[key].waits_for_facts
    )
    return replace(found, opened=opened)


def noticed(notes: dict[str, Any], row: GuideRow) -> tuple[GuideRow, GuideRow] | None:
    """The two looks between which something changed, the last such pair until it is put away; ``notes`` remember it."""
    before = notes.get("seen")
    if before is not None and before is not row and changes(before, row):
        notes["changed"] = (before, row)
    notes["seen"] = row
    pair: tuple[GuideRow, GuideRow] | None = notes.get("changed")
    return pair


def told(found: Changes, before: GuideRow, after: GuideRow, pack: Pack) -> list[Told]:
    """A sentence for each kind of change, with the facts behind it; ``pack`` is in the language of the window."""
    was, now = before.progress.views, after.progress.views
    changed = {**dict.fromkeys(found.became_true, True), **dict.fromkeys(found.became_false, False)}

    def why(keys: tuple[str, ...], views: dict[str, tuple[Because, ...]]) -> str:
        """The facts that changed and stand behind these steps; all that changed if none of them is named."""
        named = [one.fact for key in keys for one in views.get(key, ()) if one.fact in changed]
        facts = dict.fromkeys(named or changed)
        causes = after.facts
        words = [_fact(pack, key, causes[key].causes if key in causes else (), changed[key]) for key in facts]
        return ("؛ " if speaking().rtl else "; ").join(words)

    behind_now = {key: view.because for key, view in now.items()}
    behind_then = {key: view.because for key, view in was.items()}
    parts = [
        Told("appeared", _appeared(len(found.appeared), why(found.appeared, behind_now)), found.appeared),
        Told("fell_away", _fell_away(len(found.fell_away), why(found.fell_away, behind_then)), found.fell_away),
        Told("stays", _stays(len(found.stays_recorded), why(found.stays_recorded, behind_now)), found.stays_recorded),
        Told("opened", _opened(len(found.opened)), found.opened),
    ]
    return [part for part in parts if part.steps]


def _appeared(n: int, why: str) -> str:
    if not why:
        return speaking().say_many("{n} step is now called for:", "{n} steps are now called for:", n)
    return speaking().say_many(
        "Because {facts}, {n} step is now called for:", "Because {facts}, {n} steps are now called for:", n, facts=why
    )


def _fell_away(n: int, why: str) -> str:
    if not why:
        return speaking().say_many("{n} step fell away:", "{n} steps fell away:", n)
    return speaking().say_many(
        "Because {facts}, {n} step fell away:", "Because {facts}, {n} steps fell away:", n, facts=why
    )


def _stays(n: int, why: str) -> str:
    if not why:
        return speaking().say_many(
            "{n} step is no longer called for; what was recorded stays:",
            "{n} steps are no longer called for; what was recorded stays:",
            n,
        )
    return speaking().say_many(
        "Because {facts}, {n} step is no longer called for; what was recorded stays:",
        "Because {facts}, {n} steps are no longer called for; what was recorded stays:",
        n,
        facts=why,
    )


def _opened(n: int) -> str:
    return speaking().say_many("{n} step can be done now:", "{n} steps can be done now:", n)


def _fact(pack: Pack, key: str, causes: tuple[Cause, ...], true: bool) -> str:
    """A fact that changed, with who or what stands behind it."""
    if key not in pack.facts and key not in BUILT_IN:
        # A fact of the procedure that the case followed before.
        return ltr(key)
    words = label(pack, key, speaking())
    if not true:
        return tr(N_("it no longer holds that {fact}"), fact=words)
    named = _comma().join(cause_words(pack, cause) for cause in causes[:4])
    return f"{words} ({named})" if named else words


def _comma() -> str:
    return "، " if speaking().rtl else ", "
