"""Results as plain values that go into JSON as they are: keys and figures, no words of a language."""

from collections.abc import Iterable

from workbench.proof.care import Assessment
from workbench.proof.charges import ChargeRow
from workbench.proof.ethics import PointView
from workbench.proof.findings import Finding
from workbench.proof.matrix import Matrix, Row
from workbench.proof.offences import Clause
from workbench.proof.screening import DimensionView, Screening

Plain = dict[str, object]


def plain_screening(one: Screening) -> Plain:
    """A screening: the parts and dimensions, the result, what is open, what else is present, which edition it was."""
    return {
        "profile": one.profile,
        "dimensions": {key: _dimension(view) for key, view in one.dimensions.items()},
        "recruitment_means": one.recruitment_means,
        "exploitation": one.exploitation,
        "destination_coercion": one.destination_coercion,
        "rule_result": one.rule_result,
        "child": one.child,
        "weights_of": one.weights_of,
        "weights_verified": one.verified,
        "counted": {
            key: {"rule": view.rule, "items": list(view.present), "open": list(view.open)}
            for key, view in one.dimensions.items()
        },
        "not_asked": list(one.not_asked),
        "unknown": list(one.unknown),
        "could_change": list(one.could_change),
        "present": {
            key: {dimension: list(items) for dimension, items in found.items()}
            for key, found in one.present.items() if found
        },
        "tip_shift": list(one.shifts),
        "sets": {key: {"version": version, "digest": digest} for key, (version, digest) in one.digests.items()},
    }  # fmt: skip


def plain_matrix(one: Matrix) -> Plain:
    """A matrix: group by group, element by element, with what is missing and where to look for it."""
    return {
        "offence": one.offence.key,
        "mark": one.offence.mark,
        "child": one.child,
        "open": one.open,
        "ready": one.ready,
        "missing": list(one.missing),
        "groups": {row.group.key: _row(row) for row in one.rows},
        "aggravating": {key: _findings(found) for key, found in one.aggravating.items()},
        "participation": {key: _findings(found) for key, found in one.participation.items()},
        "exculpatory": _findings(one.exculpatory),
        "excluded_by": [clause.key for clause in one.excluded_by],
        "tasks": [
            {
                "group": task.group, "elements": list(task.elements), "coverage": task.coverage.value,
                "prompts": list(task.prompts),
            }
            for task in one.tasks
        ],
    }  # fmt: skip


def plain_charges(rows: Iterable[ChargeRow]) -> list[Plain]:
    """Charges side by side."""
    return [
        plain_matrix(row.matrix) | {
            "source": row.offence.source, "place": row.offence.place, "holds": row.holds.value, "stands": row.stands,
            "penalties": [_clause(one) for one in row.penalties],
        }
        for row in rows
    ]  # fmt: skip


def plain_assessment(one: Assessment) -> Plain:
    """A risk assessment."""
    return {
        "risks": {key: {"score": view.score, "level": view.level} for key, view in one.risks.items()},
        "overall": one.overall,
        "score": one.score,
        "highest": list(one.highest),
        "unknown": list(one.unknown),
    }


def plain_compliance(points: Iterable[PointView]) -> list[Plain]:
    """The compliance sheet."""
    return [
        {"key": one.key, "kept": one.kept.value, "where": {ref.key: kept.value for ref, kept in one.where}}
        for one in points
    ]


def _dimension(one: DimensionView) -> Plain:
    return {
        "key": one.name, "strong": one.strong, "medium": one.medium, "weak": one.weak, "positive": one.positive,
    }  # fmt: skip


def _row(row: Row) -> Plain:
    cells = {
        cell.element.key: {
            "for": _findings(cell.speaking_for), "against": _findings(cell.against), "best": cell.best,
            "coverage": cell.coverage.value,
        }
        for cell in row.cells
    }  # fmt: skip
    return {
        "needs": row.group.needs, "demanded": row.demanded, "coverage": row.coverage.value, "elements": cells,
    }  # fmt: skip


def _findings(found: Iterable[Finding]) -> list[Plain]:
    return [
        {
            "element": one.element, "side": one.side.value, "strength": one.strength,
            "source": {"kind": one.source.kind.value, "key": one.source.key}, "note": one.note,
            "exculpatory": one.clears,
        }
        for one in found
    ]  # fmt: skip


def _clause(one: Clause) -> Plain:
    return {"key": one.key, "place": one.place, "mark": one.mark, "text": one.text}
