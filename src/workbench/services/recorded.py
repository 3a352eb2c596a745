"""What was recorded, in the words of the edition of the procedure under which it was asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sqlalchemy.orm import Session

from workbench.models import Case, StepRecord
from workbench.services import packs
from workbench.sop import Pack, Step


@dataclass(frozen=True)
class Asked:
    """A step as it was asked when it was last recorded.

    ``edition`` names the edition that asked it, where the case follows none now that asks the same.
    """

    step: Step
    phase: str
    edition: str = ""


def asked(session: Session, case: Case, rows: Iterable[StepRecord], pack: Pack, tag: str) -> dict[str, Asked]:
    """Every step that was recorded, by key; ``pack`` is what the case follows now, in the language ``tag``."""
    found: dict[str, Asked] = {}
    for key, row in {row.step: row for row in rows}.items():
        now = pack.steps.get(key)
        if row.pack_id is None or row.pack_id in (case.pack_id, case.also_pack_id):
            then, said = None, ""
        else:
            edition = packs.pack_by_id(session, row.pack_id)
            # An edition may have been written in fewer languages than the one that followed it.
            edition = edition.shown_in(tag)
            then, said = edition.steps.get(key), f"{edition.key} {edition.version}"
        if then is not None and (now is None or (then.title, then.fields) != (now.title, now.fields)):
            found[key] = Asked(then, edition.phase_of(key).title, said)
        elif now is not None:
            found[key] = Asked(now, pack.phase_of(key).title)
    return found


def titles(then: Mapping[str, Asked], pack: Pack) -> dict[str, str]:
    """The titles of all steps that the case follows or once recorded."""
    return {key: one.step.title for key, one in then.items()} | {key: s.title for key, s in pack.steps.items()}
