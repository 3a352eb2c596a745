"""What is asked of everything about care: somebody in the case and alive, a day that exists, words that say it."""

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.i18n import N_, ltr
from workbench.services import texts
from workbench.services.people import people_rows
from workbench.services.people.sameness import joined_codes
from workbench.services.rows import PersonRow
from workbench.store import Desk


def today(desk: Desk) -> date:
    """The day at the station."""
    return desk.clock.now().astimezone(ZoneInfo(desk.station.zone)).date()


def person_in(session: Session, case_id: str, alias: str, today: date, *, alive: bool = True) -> PersonRow:
    """The person of a code; a joined code gives the person kept. Raises ``Refusal`` if there is none, or they died."""
    for row in people_rows(session, case_id, today):
        if alias == row.alias or alias in row.also:
            if alive and row.deceased:
                raise Refusal(Reason.CARE_OF_DECEASED, person=ltr(alias))
            return row
    raise Refusal(Reason.PERSON_UNKNOWN, person=ltr(alias), example=ltr("P-01"))


def codes_of(session: Session, case_id: str, alias: str) -> tuple[str, ...]:
    """The code of a person and every code that was joined to it: what was recorded under them is theirs."""
    into = joined_codes(session, case_id)
    codes = {*into, *into.values(), alias}

    def kept(code: str) -> str:
        seen = {code}
        while code in into and into[code] not in seen:
            code = into[code]
            seen.add(code)
        return code

    return tuple(sorted(code for code in codes if kept(code) == kept(alias)))


def wrong(problem: str) -> Refusal:
    """The refusal of something that cannot be kept about care."""
    return Refusal(Reason.CARE_WRONG, problem=problem)


def require_choice(value: str, offered: Iterable[str]) -> None:
    """Refuse an answer that is not among those offered."""
    if value not in offered:
        raise wrong(N_("an answer is not one of those offered"))


def require_words(words: Iterable[tuple[str, str]]) -> None:
    """Refuse what lacks something; each pair is what it is called and what was given."""
    lacking = tuple(called for called, given in words if not texts.several_lines(given))
    if lacking:
        raise Refusal(Reason.CARE_INCOMPLETE, problem=lacking)


def day_ahead(text: str, today: date) -> str:
    """An ISO day that is not past, or nothing. Raises ``Refusal``."""
    if not text:
        return ""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("it is not a day")) from None
    if day < today:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("it lies in the past"))
    return day.isoformat()


def happened(at: datetime | None, now: datetime, last: datetime | None = None) -> datetime:
    """When something happened, never before what it follows. Raises ``Refusal``."""
    at = texts.happened(at, now)
    if last is not None and at < last:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("it lies before the last entry"))
    return at
