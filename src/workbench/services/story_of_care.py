"""The care for people as the synthetic cases tell it, and how a desk comes to know it."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from workbench.proof import Risk
from workbench.services import care
from workbench.store import Desk


def care_told(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    """Let one thing happen in the care for somebody; ``what`` is one of the keys of ``_TELLERS``."""
    _TELLERS[facts["what"]](desk, case, facts)


def _at(desk: Desk, facts: Mapping[str, Any]) -> datetime:
    return min(datetime.fromisoformat(facts["at"]), desk.clock.now())


def _consent(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    how = care.Explained(
        explained=facts["explained"], language=facts["language"], read_by=facts["read_by"],
        interpreter=facts.get("interpreter", ""), understood="yes",
    )  # fmt: skip
    care.record_consent(
        desk, case, facts["alias"], purpose=facts["purpose"], recipient=facts["recipient"], state=facts["state"],
        how=how, at=_at(desk, facts),
    )  # fmt: skip


def _risks(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    risks = {}
    for key, figures in facts["risks"].items():
        likelihood, impact = figures.split()
        risks[key] = Risk(int(likelihood), int(impact))
    care.record_risks(
        desk, case, facts["alias"], risks=risks, review_on=facts["review_on"], held_at=_at(desk, facts),
        trigger=facts.get("trigger", ""),
    )  # fmt: skip


def _needs(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    needs = {key: (state, "") for key, state in facts["needs"].items()}
    care.record_needs(
        desk, case, facts["alias"], needs=needs, review_on=facts["review_on"], held_at=_at(desk, facts),
        trigger=facts.get("trigger", ""),
    )  # fmt: skip


def _plan(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    measures = [care.MeasureRow(one["key"], one["text"], one["who"], "") for one in facts["measures"]]
    care.record_plan(
        desk, case, facts["alias"], measures=measures, in_danger=facts["in_danger"] == "yes", agreed=facts["agreed"],
        safe_contact=facts["safe_contact"], no_contact=facts["no_contact"], what_threatens=facts["threat"],
        review_at=datetime.fromisoformat(facts["review_at"]),
    )  # fmt: skip


def _referral(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    care.make_referral(
        desk, case, facts["alias"], service=facts["service"], provider=facts["provider"], shared=facts["shared"],
        urgency=facts["urgency"], follow_up_on=facts["follow_up_on"], at=_at(desk, facts),
    )  # fmt: skip


def _follow(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    care.follow_referral(desk, case, facts["ref"], state=facts["state"], at=_at(desk, facts))


def _recovery(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    care.grant_recovery(desk, case, facts["alias"], starts_on=facts["starts_on"])


_TELLERS: Mapping[str, Callable[[Desk, str, Mapping[str, Any]], None]] = {
    "consent": _consent, "risks": _risks, "needs": _needs, "plan": _plan, "referral": _referral, "follow": _follow,
    "recovery": _recovery,
}  # fmt: skip
