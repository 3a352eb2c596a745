"""Readiness: what the file of a case lacks before it is handed over, and what was not examined yet."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from workbench.evidence import custody_words
from workbench.i18n import language
from workbench.models import Case
from workbench.services import recorded
from workbench.services.cases import members
from workbench.services.exhibits.listing import exhibit_rows
from workbench.services.finding import case_of
from workbench.services.guides import matter_rows
from workbench.services.rows import MatterRow
from workbench.services.standing import Standing, standing
from workbench.services.verifying import known_broken
from workbench.sop import Deviated, DueState, MatterState, MatterView, OrderState, Pack
from workbench.store import Desk


@dataclass(frozen=True, slots=True)
class MissingRow:
    """One thing that is missing; ``kind`` is a key of ``terms.MISSING``.

    ``label`` says what, in the language asked for; ``step`` with ``step_title`` is where it is mended, empty for an
    exhibit and its custody. ``subject`` is an alias, ``ref`` names the order, deviation or exhibit, ``at`` is when it
    was due or done.
    """

    kind: str
    label: str
    step: str = ""
    step_title: str = ""
    subject: str = ""
    ref: str = ""
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ReadinessRow:
    """What a case lacks, and every matter of readiness and coverage that its procedure knows, as it stands."""

    missing: tuple[MissingRow, ...]
    readiness: tuple[MatterRow, ...]
    coverage: tuple[MatterRow, ...]

    @property
    def ready(self) -> bool:
        """Whether nothing is missing; what was not examined yet is for the investigator to weigh."""
        return not self.missing

    @property
    def unexamined(self) -> tuple[MatterRow, ...]:
        """What was not examined yet and was not set aside."""
        return tuple(one for one in self.coverage if one.state == MatterState.OPEN)


def look(desk: Desk, case: str, tag: str) -> ReadinessRow:
    """What a case lacks now, its texts in the language ``tag``."""
    with desk.reading() as session:
        found = case_of(session, case)
        stands = standing(session, found, desk.clock.now(), members(session))
        return readiness_of(desk, session, found, stands, tag)


def readiness_of(desk: Desk, session: Session, case: Case, stands: Standing, tag: str) -> ReadinessRow:
    """What a case lacks as it stands; the broken exhibits are those that are known to be."""
    pack, matters = stands.pack.shown_in(tag), stands.readiness(tag)
    said = recorded.titles(recorded.asked(session, case, stands.known.rows, pack, tag), pack)
    lacking = missing(stands, pack, said, matters, known_broken(desk, session, case.id))
    lacking += custody_lacking(session, case.id, desk.clock.now(), tag)
    return ReadinessRow(lacking, matter_rows(matters), matter_rows(stands.coverage(tag)))


def missing(
    stands: Standing, pack: Pack, titles: Mapping[str, str], matters: Iterable[MatterView], broken: Iterable[str]
) -> tuple[MissingRow, ...]:
    """Everything that is missing; ``pack`` and the ``titles`` of steps are in the language of the reader."""
    found = [
        MissingRow("matter", one.label, one.step, titles.get(one.step, "")) for one in matters
        if one.state is MatterState.OPEN
    ]  # fmt: skip
    found += _deviations(stands, titles)
    for due in stands.dues:
        if due.state is DueState.LATE and due.settled_at is None:
            rule = pack.step(due.step).deadlines[due.index].text
            found.append(MissingRow("overdue", rule, due.step, titles[due.step], due.subject, at=due.due_at))
    for order in stands.known.picture.orders:
        if order.state is OrderState.ASKED:
            kind = pack.orders.get(order.kind)
            said = kind.label if kind else order.kind
            found.append(
                MissingRow("order", said, order.step, titles.get(order.step, ""), order.subject, order.ref)
            )
    return (*found, *(MissingRow("exhibit", number, ref=number) for number in broken))


def custody_lacking(session: Session, case_id: str, now: datetime, tag: str) -> tuple[MissingRow, ...]:
    """What in the custody of exhibits does not fit and was not explained: whoever defends will find it too."""
    return tuple(
        MissingRow("custody", language(tag).say(custody_words.TITLES[fault.key]), ref=row.number)
        for row in exhibit_rows(session, case_id, now) if not row.void
        for fault in row.faults if not fault.explained
    )  # fmt: skip


def _deviations(stands: Standing, titles: Mapping[str, str]) -> Iterator[MissingRow]:
    for one in stands.deviations:
        title = titles.get(one.step, "")
        if one.awaiting:
            yield MissingRow("deviation", title, one.step, title, one.subject, one.ref, one.at)
        elif one.kind is Deviated.LATE and one.standing and not one.reason:
            yield MissingRow("unexplained", title, one.step, title, one.subject, one.ref, one.at)
