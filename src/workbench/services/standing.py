"""Where a case stands: its procedure, what is known, the facts that follow, progress, deadlines, deviations."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.models import Case, StepDraft
from workbench.services import packs
from workbench.services.kept import approvals, kept
from workbench.services.picture import Known, known
from workbench.services.trust import WEIGHT, Trust, trust_of
from workbench.sop import (
    Deviation,
    Due,
    DueState,
    Fact,
    MatterView,
    Pack,
    Progress,
    StepState,
    coverage,
    deviations,
    due,
    facts,
    progress,
    readiness,
)
from workbench.store.settings import settings


@dataclass(frozen=True)
class Standing:
    """Where a case stands at a moment; ``pack`` is in its source language."""

    pack: Pack
    known: Known
    facts: dict[str, Fact]
    progress: Progress
    dues: tuple[Due, ...]
    deviations: tuple[Deviation, ...]
    trust: Trust

    def coverage(self, tag: str) -> tuple[MatterView, ...]:
        """What was examined and what was not yet, in a language."""
        return coverage(self.pack.shown_in(tag), self.facts, self.progress, self.known.picture.orders)

    def readiness(self, tag: str) -> tuple[MatterView, ...]:
        """What the file needs before it is handed over, in a language."""
        return readiness(self.pack.shown_in(tag), self.facts, self.progress, self.known.picture.orders)


def standing(
    session: Session, case: Case, now: datetime, names: dict[str, str], *, under: Pack | None = None
) -> Standing:
    """Where a case stands now, under its own procedure or, to look ahead, ``under`` another."""
    pack = under or packs.pack_of(session, case)
    zone = ZoneInfo(pack.timezone)
    found = known(session, case, now, zone, names)
    true = facts(pack, found.picture)
    drafts = {
        row.step: row.answers
        for row in session.scalars(select(StepDraft).where(StepDraft.case_id == case.id))
    }
    where = progress(pack, true, found.records, set(drafts), found.picture.orders)
    dues = due(
        pack, case.opened_at, found.records, now, drafts, events=found.picture.events,
        kept=kept(session, case.id, names), house=settings(session)["house_rules"],
    )  # fmt: skip
    watched = tuple(one for one in dues if where.views[one.step].state != StepState.ABSENT or _missed(one))
    register = deviations(pack, found.records, watched, approvals(session, case.id, names))
    return Standing(pack, found, true, where, watched, register, _weakest(session, case))


def _missed(due: Due) -> bool:
    """Whether a time that the law sets ran out before what it bounded ended: that stays, though the step falls away."""
    return due.state is DueState.LATE and due.settled_at is not None and due.basis == "law"


def _weakest(session: Session, case: Case) -> Trust:
    """Of two procedures the word that weighs least: nobody shall rely on more than both can bear."""
    found = [trust_of(session, one) for one in (case.pack_id, case.also_pack_id) if one is not None]
    return min(found, key=lambda one: WEIGHT.index(one.state))
