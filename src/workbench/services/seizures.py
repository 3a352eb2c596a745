"""What a seizure record says beyond the exhibits, taken from the steps whose paper it is."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from workbench.i18n import Language
from workbench.reports import dossier as d
from workbench.services.wording import value_text
from workbench.sop import Pack

# A pack says which steps make a seizure record; of those the answers under these keys are its parts.
_PAPERS = frozenset({"D-SEIZ", "D-SEARCH", "D-WARR-S"})
_TEXTS = {
    "order_no": "order", "exception_reason": "legal_basis", "place": "place", "remarks": "remarks",
    "not_taken": "not_taken", "damage": "damage", "copy_given_to": "copy_given_to", "entry": "entry",
}  # fmt: skip
_MOMENTS = {"started_at": "started_at", "seized_at": "started_at", "ended_at": "ended_at"}


def seizure(
    pack: Pack,
    answers: Mapping[str, Mapping[str, object]],
    exhibits: tuple[d.Exhibit, ...],
    language: Language,
) -> d.Seizure:
    """The circumstances of the seizure as recorded; what was not recorded stays empty, to be filled in by hand."""
    found: dict[str, object] = {}
    present: list[d.Present] = []
    for step in pack.steps.values():
        if not _PAPERS & {document.key for document in step.documents}:
            continue
        given = answers.get(step.key, {})
        for field in step.fields:
            value = given.get(field.key)
            if not value:
                continue
            if field.key in _TEXTS:
                found[_TEXTS[field.key]] = value_text(field, value, language, pack.timezone)
            elif field.key in _MOMENTS:
                found.setdefault(_MOMENTS[field.key], datetime.fromisoformat(str(value)))
            elif field.key == "present":
                present += [d.Present(line.strip(), "") for line in str(value).splitlines() if line.strip()]
    taken = tuple(exhibit.number for exhibit in exhibits if exhibit.seized_at)
    return replace(d.Seizure(exhibits=taken, present=tuple(present)), **found)  # type: ignore[arg-type]
