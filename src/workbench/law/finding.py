"""Which provisions a place means: the very place, what lies within it, or the narrowest that covers it."""

from collections.abc import Iterable
from datetime import date

from workbench.law.model import Law, Provision, State, holds_in
from workbench.law.places import Place, places

_HOLDS = (State.IN_FORCE, State.UNKNOWN)


def find(law: Law, source_key: str, place: str, on: date, jurisdiction: str) -> tuple[Provision, ...]:
    """The provisions that a place of a source means, as they held or may have held on a day in a jurisdiction.

    Empty if the source came later, was repealed, is a draft or does not hold there. An empty ``place`` is the
    instrument as a whole, an empty ``jurisdiction`` any. Raises ``KeyError`` for a source that is not known.
    """
    return tuple(one for one in best(law, source_key, place, on, jurisdiction) if law.state(one, on) in _HOLDS)


def best(law: Law, source_key: str, place: str, on: date, jurisdiction: str) -> tuple[Provision, ...]:
    """As ``find``, but with what was repealed or never was more than a draft: for whoever must say so.

    What came into force after the day is passed over where something else covers the place.
    """
    source = law.instruments[source_key]
    key = source.part_of or source_key
    there = [one for one in law.provisions if one.instrument == key and holds_in(one, jurisdiction)]
    begun = [one for one in there if law.state(one, on) is not State.NOT_YET]
    wanted = place or source.part_place
    return _meant(wanted, begun) or _meant(wanted, there)


def wider(place: str, asked: str) -> bool:
    """Whether a place covers more than what was asked for: ``arts 72-86`` where ``art 75`` was asked."""
    given = places(place)
    return any(one.covers(wanted) and one != wanted for one in given[:1] for wanted in places(asked))


def _meant(written: str, among: list[Provision]) -> tuple[Provision, ...]:
    exact = [one for one in among if one.place == written]
    if exact or not written:
        return tuple(exact)
    known = [(one, parts[0]) for one in among if len(parts := places(one.place)) == 1]
    found: dict[Provision, None] = {}
    for wanted in places(written):
        found |= dict.fromkeys(_of(wanted, known))
    return tuple(found)


def _of(wanted: Place, known: list[tuple[Provision, Place]]) -> Iterable[Provision]:
    same = [one for one, place in known if place == wanted]
    if same or not wanted.numbered:
        return same
    within = [(one, place) for one, place in known if wanted.covers(place)]
    if within and not wanted.ranged:
        # What lies in another one of them is said there.
        return [one for one, place in within if not any(place != other and other.covers(place) for _, other in within)]
    around = [(one, place) for one, place in known if place.covers(wanted)]
    if around:
        narrowest = min(map(_width, (place for _, place in around)))
        return [one for one, place in around if _width(place) == narrowest]
    return [one for number in wanted.numbers() for one in _of(number, known)] if wanted.ranged else []


def _width(place: Place) -> tuple[int, int]:
    return place.high - place.low, -len(place.tail)
