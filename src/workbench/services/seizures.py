"""What a seizure record says beyond the exhibits, taken from the steps whose paper it is and from the search orders."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from workbench.i18n import N_, Language, ltr
from workbench.models import JudgeOrder
from workbench.reports import dossier as d
from workbench.services.wording import value_text
from workbench.sop import OrderState, Pack

# A pack says which steps make a seizure record; of those the answers under these keys are its parts.
_PAPERS = frozenset({"D-SEIZ", "D-SEARCH", "D-WARR-S"})
# An order whose paper this is allows a search.
_SEARCH = "D-WARR-S"
_TEXTS = frozenset({"place", "remarks", "not_taken", "damage", "copy_given_to", "entry"})
_MOMENTS = {"started_at": "started_at", "seized_at": "started_at", "ended_at": "ended_at"}


def seizure(
    pack: Pack,
    answers: Mapping[str, Mapping[str, object]],
    orders: Sequence[Sequence[JudgeOrder]],
    exhibits: tuple[d.Exhibit, ...],
    language: Language,
) -> d.Seizure:
    """The circumstances of the seizure as recorded; what was not recorded stays empty, to be filled in by hand.

    Each of ``orders`` is one order from its asking on.
    """
    found: dict[str, object] = _allowed(pack, orders, language)
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
                found[field.key] = value_text(field, value, language, pack.timezone)
            elif field.key in _MOMENTS:
                found.setdefault(_MOMENTS[field.key], datetime.fromisoformat(str(value)))
            elif field.key == "present":
                present += [d.Present(line.strip(), "") for line in str(value).splitlines() if line.strip()]
    taken = tuple(exhibit.number for exhibit in exhibits if exhibit.seized_at)
    return replace(d.Seizure(exhibits=taken, present=tuple(present)), **found)  # type: ignore[arg-type]


def _allowed(pack: Pack, orders: Sequence[Sequence[JudgeOrder]], language: Language) -> dict[str, object]:
    """By which order, or on what basis without one, and where there may be searched."""
    searches = [
        entries[-1] for entries in orders
        if entries[-1].kind in pack.orders and pack.orders[entries[-1].kind].document == _SEARCH
    ]  # fmt: skip
    granted = [one for one in searches if one.state == OrderState.GRANTED]
    excepted = [one.text for one in searches if one.state == OrderState.EXCEPTION]
    places = [one.place for one in granted if one.place]
    comma = language.say(N_(", "))
    numbers = (
        comma.join(part for part in (ltr(one.number), language.moment(one.at, pack.timezone), one.court) if part)
        for one in granted
    )
    texts = {"order": "\n".join(numbers), "legal_basis": "\n".join(excepted), "place": "\n".join(places)}
    return {key: text for key, text in texts.items() if text}
