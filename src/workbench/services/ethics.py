"""The compliance sheet of a case: what was owed to people by law and standard, and whether the record shows it kept."""

from workbench.proof import PointView, Rules, compliance
from workbench.services.cases import members
from workbench.services.finding import case_of
from workbench.services.proofrules import rules
from workbench.services.standing import Standing, standing
from workbench.sop import StepState
from workbench.store import Desk

_CALLED = frozenset(StepState) - {StepState.ABSENT, StepState.NOT_APPLICABLE}


def compliance_of(desk: Desk, case: str, tag: str) -> tuple[Rules, tuple[PointView, ...]]:
    """The points as they stand, and the rules that say them in a language."""
    with desk.reading() as session:
        found = case_of(session, case)
        stands = standing(session, found, desk.clock.now(), members(session))
    return compliance_as(stands, tag)


def compliance_as(stands: Standing, tag: str) -> tuple[Rules, tuple[PointView, ...]]:
    """The same of a case whose standing is known."""
    said = rules(tag)
    answers: dict[str, list[dict[str, object]]] = {}
    for record in stands.known.records:
        if record.state == StepState.DONE:
            answers.setdefault(record.step, []).append(dict(record.answers))
    called = [key for key, view in stands.progress.views.items() if view.state in _CALLED]
    return said, compliance(said.ethics.points.values(), answers, called)
