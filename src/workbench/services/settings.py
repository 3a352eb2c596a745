"""Settings of the station: read by anybody, changed by an act."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr, visible
from workbench.models import Setting, StoredPack
from workbench.security import Act
from workbench.services import packs
from workbench.services.exhibits import numbering
from workbench.services.numbering import check_pattern
from workbench.sop import Step
from workbench.store import Desk
from workbench.store.settings import settings as _settings
from workbench.store.station import DEFAULTS

HOUSE = "house"
# A year: what is longer is no rule for the next step.
MOST_HOURS = 24 * 366


def get(desk: Desk, key: str) -> Any:
    """The present value of a setting."""
    with desk.reading() as session:
        return _settings(session)[key]


def put(desk: Desk, key: str, value: Any) -> None:
    """Change a setting; the earlier value stays in the history."""
    if key not in DEFAULTS:
        raise Refusal(Reason.SETTING_UNKNOWN, setting=visible(key))
    if key == "number_pattern":
        check_pattern(str(value))
    if key == "exhibit_pattern":
        numbering.check_pattern(str(value))
    if key == "house_rules":
        _check_hours(value)
    with desk.act(Act.SETTING_CHANGE, subject=key) as session:
        session.add(desk.stamp(Setting(key=key, value={"value": value})))


def house_rule(desk: Desk, step: str, hours: int | None) -> Mapping[str, int]:
    """Set the station's own hours for a house rule; ``None`` goes back to those of the procedure. All that are set.

    What the law or good practice sets is refused: it is not the station's to change.
    """
    desk.require(Act.SETTING_CHANGE)
    known = _steps(desk, step)
    if not known:
        raise Refusal(Reason.STEP_NOT_IN_PACKS, step=ltr(visible(step)))
    if not any(one.basis == HOUSE for each in known for one in each.deadlines):
        raise Refusal(Reason.NOT_A_HOUSE_RULE, step=ltr(step))
    rules = {key: value for key, value in get(desk, "house_rules").items() if key != step}
    if hours is not None:
        rules[step] = hours
    put(desk, "house_rules", rules)
    return rules


def _steps(desk: Desk, key: str) -> list[Step]:
    """The step of this key in every procedure that is kept here or came with the program."""
    found = [packs.shipped(one)[0] for one in packs.shipped_keys()]
    with desk.reading() as session:
        found += [packs.pack_by_id(session, pack_id) for pack_id in session.scalars(select(StoredPack.id))]
    return [pack.step(key) for pack in found if key in pack.steps]


def _check_hours(value: Any) -> None:
    """Refuse what is not a mapping of steps to whole hours; a broken number has no form that the log can hash."""
    fits = isinstance(value, Mapping) and all(
        isinstance(step, str) and type(hours) is int and 0 < hours <= MOST_HOURS for step, hours in value.items()
    )
    if not fits:
        raise Refusal(Reason.HOUSE_RULES_WRONG, most=MOST_HOURS)
