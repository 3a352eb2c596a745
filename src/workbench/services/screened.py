"""Where the screening of a person stands: what was recorded last, else what was begun, else that nothing was asked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from workbench.i18n import language
from workbench.proof import Answer, ScreeningChange, explain, plain_screening, track, weigh
from workbench.proof import Screening as Result
from workbench.services import screenings
from workbench.services.people import list_people, person_row
from workbench.services.persons import PersonRow
from workbench.services.proofrules import rules, shipped
from workbench.services.screenings import ScreeningRow
from workbench.store import Desk

Plain = dict[str, object]
# Whom the weights are for until somebody says so.
USUAL = "adult_labour"


@dataclass(frozen=True, slots=True)
class Standing:
    """One person's screening. ``row`` is the newest that was recorded; ``typed`` what was begun and not recorded."""

    person: PersonRow
    history: tuple[ScreeningRow, ...]
    typed: Mapping[str, Any]

    @property
    def row(self) -> ScreeningRow | None:
        """The newest recorded screening, if there is one."""
        return self.history[-1] if self.history else None


def standing(desk: Desk, case: str, alias: str) -> Standing:
    """Where the screening of a person stands. Raises ``Refusal`` if the case has nobody of this code."""
    person = person_row(desk, case, alias)
    return Standing(
        person, tuple(screenings.list_screenings(desk, case, person.alias)), screenings.draft(desk, case, person.alias)
    )


def never_screened(desk: Desk, case: str, people: Sequence[PersonRow]) -> frozenset[str]:
    """The codes of the living people of a case of whom no screening is recorded."""
    seen = {one.alias for one in screenings.list_screenings(desk, case)}
    return frozenset(one.alias for one in people if not one.deceased and one.alias not in seen)


def unscreened_codes(desk: Desk, case: str) -> frozenset[str]:
    """The codes of everybody alive in a case who was never screened."""
    return never_screened(desk, case, list_people(desk, case))


def since_first(found: Standing) -> ScreeningChange | None:
    """What changed from the first screening of a person to the newest; None before there are two."""
    if len(found.history) < 2:
        return None
    return screenings.compared(found.history[0], found.history[-1], child=found.person.child)


def result_of(row: ScreeningRow) -> Result:
    """What the rules say of a recorded screening, for whoever the person was held to be then."""
    return screenings.reassess(row, child=bool(row.result.get("child")))


def shown(desk: Desk, case: str, alias: str, tag: str, *, whole: bool = False) -> Plain:
    """The screening of a person as plain values, explained in a language; ``whole``: earlier ones with every answer."""
    found = standing(desk, case, alias)
    row, typed = found.row, found.typed
    if row is not None:
        result, plain = result_of(row), dict(row.result)
        answers, asked = row.answers, row.track_answers
    else:
        answers, asked = screenings.as_answers(typed.get("answers", {})), dict(typed.get("track", {}))
        profile = str(typed.get("profile") or USUAL)
        result = screenings.assess_answers(answers, profile=profile, child=found.person.child)
        plain = plain_screening(result)
    spoken = language(tag)
    told: Plain = {
        "person": found.person.alias, **plain, "recorded": row is not None,
        "explanation": [one.say(spoken) for one in explain(result, rules(tag).screening)],
        "sides": _sides(answers), "track": _track(asked),
        **(_decided(row) if row is not None else _begun(typed)),
        "answers": screenings.as_plain(answers),
        "history": [_decided(one) | (_answered(one) if whole else {}) for one in found.history],
    }  # fmt: skip
    return told | {"changed_since_first": _changed(since_first(found))}


def _decided(row: ScreeningRow) -> Plain:
    return {
        "ordinal": row.ordinal, "held_at": row.held_at.isoformat(), "decision": row.decision, "reason": row.reason,
        "differs": row.differs, "ask_again_on": row.ask_again_on, "asked_by": row.asked_by,
        "interpreter": row.interpreter, "setting": list(row.setting), "asked_sets": list(row.sets),
        "recorded_at": row.recorded_at.isoformat(), "recorded_by": row.recorded_by,
    }  # fmt: skip


def _begun(typed: Mapping[str, Any]) -> Plain:
    """What a draft says so far; nothing in it was decided."""
    return {
        "ordinal": 0, "held_at": str(typed.get("held_at", "")), "decision": str(typed.get("decision", "")),
        "reason": str(typed.get("reason", "")), "differs": False, "ask_again_on": str(typed.get("ask_again_on", "")),
        "asked_by": str(typed.get("asked_by", "")), "interpreter": str(typed.get("interpreter", "")),
        "setting": list(typed.get("setting", ())), "asked_sets": list(typed.get("sets", ())),
    }  # fmt: skip


def _answered(row: ScreeningRow) -> Plain:
    return {"answers": screenings.as_plain(row.answers), "result": dict(row.result)}


def _sides(answers: Mapping[str, Answer]) -> Plain:
    found = weigh(answers, shipped().screening)
    return {
        "victim": list(found.victim), "perpetrator": list(found.perpetrator), "open": list(found.open),
        "mixed": found.mixed,
    }  # fmt: skip


def _track(answers: Mapping[str, str]) -> Plain:
    found = track(answers, shipped().screening)
    return {
        "track": found.track, "because": found.because.key, "doubts": [one.key for one in found.doubts],
        "answers": dict(answers), "unanswered": list(found.unanswered),
    }  # fmt: skip


def _changed(change: ScreeningChange | None) -> Plain | None:
    if change is None:
        return None
    return {
        "answers": {one.key: [one.before, one.after] for one in change.answers},
        "dimensions": {one.key: [one.before, one.after] for one in change.dimensions},
        "result": [change.result.before, change.result.after] if change.result else None,
        "profile": [change.profile.before, change.profile.after] if change.profile else None,
        "rules": list(change.rules),
    }
