"""The files of care and of ethics to values."""

from workbench.datafiles import Section
from workbench.proof.care import CareRules, Matter, Period, RiskLevel
from workbench.proof.ethics import EthicsRules, Point, StepRef
from workbench.proof.indicators import Ref
from workbench.proof.sections import entries, mark

_LISTS = ("risks", "triggers", "measures", "needs", "consents", "consent_points", "services")
_TOP = ("scale", "scale_note", "unknown_note", "no_consent", "levels", *_LISTS, "reflection")


def read_care(body: Section) -> CareRules:
    """What care asks for."""
    body.only(*_TOP)
    scale = body.section("scale")
    period = body.section("reflection")
    lists = {part: {key: _matter(key, one) for key, one in entries(body, part)} for part in _LISTS}
    return CareRules(
        least=scale.whole("least") if scale else 0, most=scale.whole("most") if scale else 0,
        scale_note=body.text("scale_note", required=True), unknown_note=body.text("unknown_note", required=True),
        no_consent=body.text("no_consent", required=True),
        levels={key: _level(key, one) for key, one in entries(body, "levels")}, **lists,
        reflection=_period(period) if period else Period(0, "", "", "", "GK"),
    )  # fmt: skip


def read_ethics(body: Section) -> EthicsRules:
    """The points of the compliance sheet."""
    body.only("points")
    return EthicsRules({key: _point(key, one) for key, one in entries(body, "points")})


def _matter(key: str, body: Section) -> Matter:
    body.only("title", "text", "examples", "field", "source", "place", "mark")
    return Matter(
        key, body.text("title", required=True), body.text("text"), body.text("examples"), body.text("field"),
        body.text("source"), body.text("place"), mark(body, "GK"),
    )  # fmt: skip


def _level(key: str, body: Section) -> RiskLevel:
    body.only("title", "text", "from")
    return RiskLevel(key, body.text("title", required=True), body.text("text"), body.whole("from"))


def _period(body: Section) -> Period:
    body.only("days", "text", "source", "place", "mark")
    return Period(
        body.whole("days"), body.text("text", required=True), body.text("source"), body.text("place"), mark(body)
    )  # fmt: skip


def _point(key: str, body: Section) -> Point:
    body.only("title", "text", "national", "international", "refs")
    return Point(
        key, body.text("title", required=True), body.text("text", required=True),
        tuple(_ref(one) for one in body.sections("national")),
        tuple(_ref(one) for one in body.sections("international")),
        tuple(_step(one) for one in body.sections("refs")),
    )  # fmt: skip


def _ref(body: Section) -> Ref:
    body.only("source", "place", "mark")
    return Ref(body.text("source", required=True), body.text("place"), mark(body))


def _step(body: Section) -> StepRef:
    body.only("pack", "step", "field", "good", "bad", "every")
    pack, step, key = (body.text(part, required=True) for part in ("pack", "step", "field"))
    return StepRef(pack, step, key, body.words_or_one("good"), body.words("bad"), body.truth("every"))
