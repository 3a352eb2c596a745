"""One file read to its end: the items, counted, with who sent how many and the first and last moment."""

from collections import Counter
from collections.abc import Mapping

from workbench.evidence.intake.formats import FORMATS, Format, format_of
from workbench.evidence.intake.items import COUNTED, Item, Kind, Reading, Warned
from workbench.evidence.intake.source import Notes, Source, Unreadable

MOST = 1_000_000


def gather(source: Source, options: Mapping[str, object] | None = None) -> Reading:
    """Read a file; never raises for what the file holds. ``options["format"]`` takes the choice from us."""
    notes = Notes(options or {})
    chosen = next((one for one in FORMATS if one.key == notes.options.get("format")), None)
    found = chosen or format_of(source)
    if found is None:
        return Reading("", refused=Warned("unknown"))
    items, refused = _items(found, source, notes)
    moments = sorted(one.at for one in items if one.at)
    counts = Counter(COUNTED[one.kind] for one in items)
    return Reading(
        found.key,
        items=tuple(items),
        counts={word: counts[word] for word in COUNTED.values() if counts[word]},
        senders=dict(Counter(one.sender for one in items if one.sender and one.kind is Kind.MESSAGE)),
        first=moments[0] if moments else "",
        last=moments[-1] if moments else "",
        facts=notes.facts,
        warnings=tuple(notes.warnings),
        refused=refused,
    )


def _items(found: Format, source: Source, notes: Notes) -> tuple[list[Item], Warned | None]:
    items: list[Item] = []
    try:
        for item in found.read(source, notes):
            items.append(item)
            if len(items) >= MOST:
                notes.warn("cut_off", count=MOST)
                break
    except Unreadable as error:
        return items, error.told
    return items, None
