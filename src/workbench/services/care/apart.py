"""Who must never meet: those on the victims' side and the suspects, and whoever a safety plan names."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from sqlalchemy import select
from sqlalchemy.orm import Session

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.models import SafetyPlan
from workbench.services.rows import PersonRow
from workbench.sop import SUSPECT_ROLES, VICTIM_ROLES

Pair = tuple[str, str]


class Apart:
    """Which of the people of a case are kept apart. Somebody who is both victim and suspect stands with the victims.

    Source: UNODC anti-trafficking manual 2009, modules 8 and 12 (to be verified).
    """

    def __init__(self, people: Iterable[PersonRow], plans: Mapping[str, Sequence[str]]) -> None:
        rows = list(people)
        self._kept = {code: row.alias for row in rows for code in (row.alias, *row.also)}
        self.victims = {row.alias for row in rows if VICTIM_ROLES & set(row.roles)}
        self.suspects = {row.alias for row in rows if SUSPECT_ROLES & set(row.roles)} - self.victims
        self._named = {
            frozenset((self.code(alias), self.code(other))) for alias, others in plans.items() for other in others
        }

    def code(self, alias: str) -> str:
        """The code that is kept, for one that may have been joined to another."""
        return self._kept.get(alias, alias)

    def between(self, some: Iterable[str], others: Iterable[str]) -> tuple[Pair, ...]:
        """The pairs of one from each side that must not meet."""
        pairs = {tuple(sorted((self.code(a), self.code(b)))) for a in some for b in others}
        return tuple(sorted((a, b) for a, b in pairs if a != b and self._must_not(a, b)))

    def among(self, codes: Iterable[str]) -> tuple[Pair, ...]:
        """The pairs within one group that must not meet."""
        kept = sorted({self.code(one) for one in codes})
        return tuple((a, b) for a, b in combinations(kept, 2) if self._must_not(a, b))

    def require_not_suspect(self, code: str) -> None:
        """Refuse somebody of the suspects as the voice or ear of a victim."""
        if self.code(code) in self.suspects:
            raise Refusal(Reason.NO_CONTACT, codes=ltr(self.code(code)))

    def _must_not(self, a: str, b: str) -> bool:
        across = (a in self.victims and b in self.suspects) or (b in self.victims and a in self.suspects)
        return across or frozenset((a, b)) in self._named


def spoken(pairs: Iterable[Pair]) -> str:
    """The pairs as codes to read."""
    return ltr(", ".join(f"{a} – {b}" for a, b in pairs))


def named_apart(session: Session, case_id: str) -> dict[str, tuple[str, ...]]:
    """Whom the newest safety plan of each person keeps away from them."""
    rows = session.scalars(
        select(SafetyPlan).where(SafetyPlan.case_id == case_id).order_by(SafetyPlan.created_at, SafetyPlan.id)
    )
    return {one.alias: tuple(one.no_contact) for one in rows}
