"""A line of a table of people as the records that it becomes."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from workbench.errors import Refusal
from workbench.exchange.people_table import LineProblem, PersonLine
from workbench.models import Person
from workbench.services import texts
from workbench.services.people.checking import check, check_details, check_particulars
from workbench.services.people.comparing import Described
from workbench.services.people.keeping import Details, complete
from workbench.services.rows import ContactRow, NameRow, PaperRow, Particulars
from workbench.store import Desk


def problems_of(row: PersonLine, today: date) -> Iterator[LineProblem]:
    """What could not be kept if the person were typed in by hand."""
    kept = details(row)
    tests: tuple[tuple[str, Callable[[], None]], ...] = (
        ("ism", lambda: check(row.sex, kept.names, row.nationality, row.languages)),
        ("paper_number", lambda: check_details(kept.papers, kept.contacts, today)),
        ("born", lambda: check_particulars(Particulars(birth_calendar=row.birth.calendar), today)),
    )
    for column, test in tests:
        try:
            test()
        except Refusal as refusal:
            problem = refusal.facts.get("problem", "")
            yield LineProblem(row.line, column, str(problem))


def person(desk: Desk, case_id: str, ordinal: int, row: PersonLine) -> Person:
    """The record of a line, stamped and not yet written."""
    made = Person(
        case_id=case_id, ordinal=ordinal, alias=f"P-{ordinal:02}", sex=row.sex, birth_kind=row.birth.kind,
        birth_low=row.birth.low, birth_high=row.birth.high, age_in_doubt=False, nationality=row.nationality.upper(),
        languages=list(row.languages), needs_interpreter=bool(row.needs_interpreter),
        note=texts.several_lines(row.note), corrects_id=None,
    )  # fmt: skip
    told = row.birth.told
    complete(made, Particulars(birth_told=told, birth_calendar=row.birth.calendar if told else ""))
    return desk.stamp(made)


def details(row: PersonLine) -> Details:
    """Names, papers, telephones and the address of a line."""
    address = ContactRow("address", "", row.governorate, row.district, row.address, "unknown")
    papers = [PaperRow(one.kind, one.number, one.issuer, one.held_by) for one in row.papers]
    phones = [one.written for one in row.phones]
    return Details(names(row), papers, phones, [address] if row.governorate or row.district or row.address else [])


def described(row: PersonLine) -> Described:
    """The line as far as it can tell whether two are one."""
    kept = details(row)
    return Described(
        tuple(kept.names), tuple(kept.papers), tuple(kept.phones), row.birth, row.sex, row.nationality
    )


def names(row: PersonLine) -> list[NameRow]:
    """The names of a line, that of the record first."""
    record = NameRow(
        "record", row.ism, row.father, row.grandfather, row.great_grandfather, row.family, row.as_written
    )  # fmt: skip
    others = (("mother", row.mother), ("kunya", row.kunya), ("passport", row.passport_name))
    found = [NameRow(kind, as_written=written) for kind, written in others if written]
    return [record, *found] if record.full else found


def since(row: PersonLine, now: datetime, zone: str) -> datetime:
    """From when the role holds: the moment that was written, or the beginning of the day where the station is."""
    if not row.since:
        return now
    if "T" in row.since:
        return texts.happened(datetime.fromisoformat(row.since), now)
    day = date.fromisoformat(row.since)
    return min(datetime.combine(day, time(), ZoneInfo(zone)), now)
