"""Invented screenings in three languages, made of the same words as the other samples."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from workbench.reports.dossier import HeldAct, NonPunishment
from workbench.reports.screening_facts import Asked, Listed, Moved, Part, Screened

FIRST = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
EXHIBIT = "TIP-2026/0147-B-003"


def screened(w: Mapping[str, str]) -> tuple[Screened, ...]:
    """Two screenings of one person; the second says what moved."""
    first = _screening(w, 1, FIRST, "postponed", (), "2026-11-23")
    moved = (Moved(w["s2"], w["aside"], w["agreed"]), Moved(w["m1"], w["because"], w["late"]))
    return first, _screening(w, 2, FIRST + timedelta(days=1), "victim", moved, "")


def _screening(
    w: Mapping[str, str], ordinal: int, at: datetime, decision: str, moved: tuple[Moved, ...], again: str
) -> Screened:
    asked = (
        Asked(w["m1"], "S", "present", (EXHIBIT, "P-03"), w["other"], at),
        Asked(w["m2"], "M", "absent", (w["exception"],), "", None),
        Asked(w["m3"], "W", "unknown", (), w["lead"], at),
    )
    return Screened(
        ordinal=ordinal, held_at=at, asked_by=w["other"], interpreter=w["witness"], setting=("alone", "private"),
        profile=w["phase1"],
        lists=(Listed(w["phase1"], "1", "S", "ab" * 32), Listed(w["phase2"], "1", "GK", "cd" * 32)),
        parts=(
            Part(w["s1"], asked, True, 1, 1, 1, w["order"], (w["s3"], w["s4"])),
            Part(w["s2"], (), True, not_asked=(w["q1"],)),
            Part(w["phase2"], asked[:1], not_asked=(w["q4"],)),
            Part(w["m1"], (Asked(w["m3"], "", "offender", (), "", None),)),
        ),
        result=w["arrest"], result_text=w["remarks"], words=(w["entry"], w["clock"]), track="tip",
        track_text=w["track"], decision=decision, reason=w["grounds"], differs=ordinal == 2, ask_again_on=again,
        recorded_at=at + timedelta(hours=1), recorded_by=w["lead"], moved=moved,
    )  # fmt: skip


def not_punished(w: Mapping[str, str]) -> NonPunishment:
    """Acts that came of being exploited."""
    acts = (HeldAct("stay", w["longer"]), HeldAct("role", ""))
    return NonPunishment(acts, w["wants"], w["refused"], w["lead"], FIRST)
