"""Care for the person: the risk by its dimensions, the highest of them, and how it moves from one day to the next."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.proof.wording import TEXT


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that is looked at, offered or agreed: a risk, a need, a measure, a service, a point of consent."""

    key: str
    title: str = field(metadata=TEXT)
    text: str = field(default="", metadata=TEXT)
    examples: str = field(default="", metadata=TEXT)
    field_key: str = ""
    source: str = ""
    place: str = ""
    mark: str = "GK"


@dataclass(frozen=True, slots=True)
class RiskLevel:
    """A level of risk and the score at which it begins; 0 for the two that have no score."""

    key: str
    title: str = field(metadata=TEXT)
    text: str = field(metadata=TEXT)
    since: int = 0


@dataclass(frozen=True, slots=True)
class Period:
    """The period of recovery and reflection: its usual length in days, and what it rests on."""

    days: int
    text: str = field(metadata=TEXT)
    source: str
    place: str
    mark: str


@dataclass(frozen=True)
class CareRules:
    """Everything that care asks for, in one language."""

    least: int
    most: int
    scale_note: str = field(metadata=TEXT)
    unknown_note: str = field(metadata=TEXT)
    no_consent: str = field(metadata=TEXT)
    levels: Mapping[str, RiskLevel]
    risks: Mapping[str, Matter]
    triggers: Mapping[str, Matter]
    measures: Mapping[str, Matter]
    needs: Mapping[str, Matter]
    consents: Mapping[str, Matter]
    consent_points: Mapping[str, Matter]
    services: Mapping[str, Matter]
    reflection: Period

    def level(self, score: int) -> RiskLevel:
        """The level of a score; 0 is no risk seen."""
        begun = [one for one in self.levels.values() if 0 < one.since <= score]
        return max(begun, key=lambda one: one.since) if begun else self.levels["none"]


@dataclass(frozen=True, slots=True)
class Risk:
    """How likely and how grave, each 1 to 4; ``none`` when it was looked at and nothing was seen."""

    likelihood: int = 0
    impact: int = 0
    none: bool = False
    protective: str = ""


@dataclass(frozen=True, slots=True)
class RiskView:
    """One dimension assessed: its score (likelihood times impact) and level; None and «unknown» if not known."""

    key: str
    score: int | None
    level: str


@dataclass(frozen=True, slots=True)
class Assessment:
    """The risk to a person on a day. ``overall`` is the highest dimension, never the average; ``highest`` names it."""

    risks: Mapping[str, RiskView]
    overall: str
    score: int | None
    highest: tuple[str, ...]
    unknown: tuple[str, ...]


class Move(StrEnum):
    """How a risk stands beside the time before."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"
    UNKNOWN = "unknown"


def assess(answers: Mapping[str, Risk], rules: CareRules) -> Assessment:
    """The level of each dimension and of the whole (UNODC manual 2009, module 5, for the idea; the scale is ours).

    A dimension without an answer is unknown, not low. Raises ``Refusal`` for a dimension or a figure that there is not.
    """
    for key in answers:
        if key not in rules.risks:
            raise Refusal(Reason.NOT_IN_RULES, value=ltr(key), known=ltr(", ".join(rules.risks)))
    views = {key: _view(key, answers.get(key), rules) for key in rules.risks}
    scored = [one for one in views.values() if one.score is not None]
    top = max((one.score or 0 for one in scored), default=None)
    return Assessment(
        risks=views, score=top, overall="unknown" if top is None else rules.level(top).key,
        highest=tuple(one.key for one in scored if one.score == top and top),
        unknown=tuple(one.key for one in views.values() if one.score is None),
    )  # fmt: skip


def trend(first: Assessment, later: Assessment) -> dict[str, Move]:
    """Each dimension, and the whole under the key ``overall``, beside the assessment before."""
    moves = {key: _move(first.risks[key].score, one.score) for key, one in later.risks.items() if key in first.risks}
    return moves | {"overall": _move(first.score, later.score)}


def _view(key: str, risk: Risk | None, rules: CareRules) -> RiskView:
    if risk is None:
        return RiskView(key, None, "unknown")
    if risk.none:
        return RiskView(key, 0, "none")
    for figure in (risk.likelihood, risk.impact):
        if not rules.least <= figure <= rules.most:
            raise Refusal(Reason.NOT_IN_RULES, value=figure, known=ltr(f"{rules.least}-{rules.most}"))
    score = risk.likelihood * risk.impact
    return RiskView(key, score, rules.level(score).key)


def _move(before: int | None, now: int | None) -> Move:
    if before is None or now is None:
        return Move.UNKNOWN
    return Move.SAME if before == now else Move.BETTER if now < before else Move.WORSE
