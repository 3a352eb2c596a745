"""Settings of the station: read by anybody, changed by an act."""

from typing import Any

from workbench.errors import Reason, Refusal
from workbench.models import Setting
from workbench.security import Act
from workbench.services.numbering import check_pattern
from workbench.store import Desk
from workbench.store.settings import settings as _settings
from workbench.store.station import DEFAULTS


def get(desk: Desk, key: str) -> Any:
    """The present value of a setting."""
    with desk.reading() as session:
        return _settings(session)[key]


def put(desk: Desk, key: str, value: Any) -> None:
    """Change a setting; the earlier value stays in the history."""
    if key not in DEFAULTS:
        raise Refusal(Reason.SETTING_UNKNOWN, setting=key)
    if key == "number_pattern":
        check_pattern(str(value))
    with desk.act(Act.SETTING_CHANGE, subject=key) as session:
        session.add(desk.stamp(Setting(key=key, value={"value": value})))
