"""Search: people however their names are written, numbers, exhibits, steps, cases; hidden names stay hidden.

The index gives a bounded number of candidates, ``likening`` says how well each agrees and why.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from workbench.i18n import latin
from workbench.models import Case
from workbench.services import likening
from workbench.services.finding import case_id_of
from workbench.services.hits import Hit
from workbench.services.indexed import ready
from workbench.services.likening import Likened
from workbench.services.people.listing import initials_of
from workbench.services.people.showing import may_see_sealed
from workbench.services.rows import NameRow
from workbench.store import Desk, index
from workbench.store.index import Found, Terms, Within

STRICTNESS = likening.STRICTNESS
LIMIT = 50
# As one types, so many are shown.
TYPING = 12
LONGEST = 400
# So many candidates are asked for at each stage; the stages after one that found enough are left out.
_EACH = 150
# With so many that agree in every part, those that lack one are not looked for.
_ENOUGH = 10
# More are compared than shown: what costs little to tell apart is not always right.
_SPARE = 12
_LACKING: dict[str, tuple[int, ...]] = {"strict": (), "usual": (1,), "loose": (1, 2)}
_HIDDEN = ("name.", "paper.", "phone", "contact.", "code")
_Owner = tuple[str, str, str]
_Match = tuple[Likened, Found]


@dataclass(frozen=True, slots=True)
class Question:
    """What was typed: its words, and its numbers."""

    words: str
    numbers: tuple[str, ...]


def question(text: str) -> Question:
    """What was typed, taken apart; what is too long for a question is cut."""
    text = latin(" ".join(text[:LONGEST].split()))
    parts = text.split()
    numbered = [part for part in parts if sum(c.isdigit() for c in part) >= 2]
    # Only a number, in groups or not, with the dashes of a plate or a code, is one number.
    if parts and len(numbered) == len(parts):
        return Question("", (text,))
    whole = [text] if len(text) <= 30 and numbered else []
    return Question(" ".join(part for part in parts if part not in numbered), tuple(dict.fromkeys([*whole, *numbered])))


def search(
    desk: Desk, text: str, *, strictness: str = "usual", limit: int = LIMIT, case: str | None = None
) -> list[Hit]:
    """What agrees with a text, best first. The last word may still be half typed. Raises ``KeyError`` for a strictness
    that is not offered."""
    least, asked = STRICTNESS[strictness], question(text)
    words = asked.words if index.words(asked.words) else " ".join(text[:LONGEST].split())
    if not index.words(words) and not asked.numbers:
        return []
    ready(desk)
    with desk.reading() as session:
        connection = session.connection()
        within = Within(case_id_of(session, case) if case else "", sealed=may_see_sealed(desk))
        matches = _by_owner(_numbers(connection, asked, within))
        if matches and index.words(asked.words):
            matches = _narrowed(connection, asked, within, matches)
        if not matches:
            most = min(max(0, limit), LIMIT) + _SPARE
            matches = _by_owner(_words(connection, words, within, strictness, most))
        best = sorted(matches.items(), key=lambda one: (-one[1][0][0].score, one[0]))
        chosen = [(owner, found) for owner, found in best if found[0][0].score >= least][: max(0, limit)]
        return _hits(connection, index.words(words), within, chosen)


def _words(connection: Connection, text: str, within: Within, strictness: str, most: int) -> Iterable[_Match]:
    found: dict[int, Found] = {}

    def take(asked: list[Terms], *, keys: bool = False, lacking: int = 0) -> None:
        some = index.by_words(connection, asked, within, _EACH, keys=keys, lacking=lacking)
        found.update((one.entry, one) for one in some)

    take(index.in_words(text))
    if len(found) < _EACH:
        take(index.in_words(text, typing=True))
    by_keys = index.in_keys(text, typing=True)
    if len(found) < _EACH and strictness != "strict":
        take(by_keys, keys=True)
    for lacking in _LACKING[strictness]:
        # A key is lost with one mistyped consonant; the keys of the other parts still lead there.
        if len(found) < _ENOUGH and len(by_keys) > lacking + (strictness == "usual"):
            take(by_keys, keys=True, lacking=lacking)
    if len(found) < _ENOUGH and len(by_keys) > 3 and strictness != "strict":
        # Passports and lists often keep only the given and the family name.
        take([by_keys[0], by_keys[-1]], keys=True)
    for one in likening.likeliest(text, found.values(), most):
        yield likening.words(text, one), one


def _numbers(connection: Connection, asked: Question, within: Within) -> Iterable[_Match]:
    for text in asked.numbers:
        for one in index.by_ref(connection, text.upper(), within, LIMIT):
            yield Likened(100, (likening.CODE_SAME,)), one
        for form in dict.fromkeys([index.number(text), *index.plate(text), *index.phone(text)]):
            for one in index.by_number(connection, form, within, LIMIT, exact=True):
                yield Likened(100, (likening.NUMBER_SAME,)), one
            if len(form) >= 3:
                for one in index.by_number(connection, form, within, LIMIT):
                    yield Likened(90, (likening.NUMBER_BEGINS,)), one
            if len(form) >= 4:
                for one in index.near_number(connection, form, within, LIMIT):
                    yield Likened(88, (likening.NUMBER_ENDS,)), one


def _narrowed(
    connection: Connection, asked: Question, within: Within, matches: dict[_Owner, list[_Match]]
) -> dict[_Owner, list[_Match]]:
    """Of those with the number, those that also have the words, if there are any."""
    both: dict[_Owner, list[_Match]] = {}
    for (kind, case_id, ref), found in matches.items():
        likened = [
            (likening.words(asked.words, one), one)
            for one in index.entries_of(connection, case_id, ref, kind, within)
        ]
        likened = [one for one in likened if one[0].score >= STRICTNESS["usual"]]
        if likened:
            both[kind, case_id, ref] = sorted([*found, *likened], key=lambda one: -one[0].score)
    return both or matches


def _by_owner(matches: Iterable[_Match]) -> dict[_Owner, list[_Match]]:
    found: dict[_Owner, list[_Match]] = {}
    for likened, one in matches:
        found.setdefault((one.kind, one.case_id, one.ref), []).append((likened, one))
    return {owner: sorted(some, key=lambda one: (-one[0].score, one[1].entry)) for owner, some in found.items()}


def _hits(
    connection: Connection, asked: list[str], within: Within, chosen: list[tuple[_Owner, list[_Match]]]
) -> list[Hit]:
    wanted = {case_id for (_, case_id, _), _ in chosen}
    people = [found[0][1].thing for (kind, _, _), found in chosen if kind == "person"]
    shown = initials(connection, people, within)
    rows = connection.execute(select(Case.id, Case.number).where(Case.id.in_(wanted)))
    numbers = {row.id: row.number for row in rows}
    hits = []
    for (kind, case_id, ref), matches in chosen:
        likened, best = matches[0]
        also = [
            why for other, one in matches[1:] for why in other.reasons
            if other.score >= STRICTNESS["usual"] and one.field != best.field
        ]  # fmt: skip
        hits.append(Hit(
            kind=_kind(kind, best.field), case_id=case_id, case_number=str(numbers.get(case_id, "")), ref=ref,
            field=best.field, score=likened.score, reasons=tuple(dict.fromkeys([*likened.reasons, *also])),
            initials=shown.get(best.thing, ()),
            excerpt="" if kind == "person" and best.field.startswith(_HIDDEN) else excerpt(best.shown, asked),
        ))  # fmt: skip
    return hits


def initials(connection: Connection, people: Sequence[int], within: Within) -> dict[int, tuple[str, ...]]:
    """The initials of people in the index, by thing; none of a sealed identity."""
    names = index.names_of(connection, people, within)
    return {thing: initials_of([NameRow("record", as_written=name)]) for thing, name in names.items()}


def excerpt(text: str, asked: Iterable[str], around: int = 6) -> str:
    """Some words of a text around the first that was asked for."""
    parts, wanted = text.split(), tuple(asked)
    places = (n for n, part in enumerate(parts) if wanted and any(w.startswith(wanted) for w in index.words(part)))
    first = max(0, next(places, 0) - around)
    kept = " ".join(parts[first : first + 2 * around + 1])[:160]
    before, after = "… " if first else "", " …" if first + 2 * around + 1 < len(parts) else ""
    return f"{before}{kept}{after}"


def _kind(kind: str, field: str) -> str:
    """What was found, as it is told: a person's paper or telephone, an entity by its own kind."""
    first = field.split(".")[0]
    if kind == "entity":
        return first
    return first if kind == "person" and first in ("paper", "phone") else kind
