"""Lines of a table of people that may be somebody known already, or somebody in an earlier line of the same table."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from workbench.errors import Reason, Refusal
from workbench.names import keys
from workbench.services import likening
from workbench.services.finding import case_id_of
from workbench.services.hits import Why
from workbench.services.indexed import ready
from workbench.services.people.comparing import Described, call_numbers, compared, own_names, paper_numbers
from workbench.services.people.likeness import likest
from workbench.services.people.showing import may_see_sealed
from workbench.store import Desk
from workbench.store.index import Within

# Says how far it is; answers False if it is to stop.
Progress = Callable[[int, int], bool]
# Beyond so many lines with the same first names, not every pair of them is held against each other.
_MOST_IN_GROUP = 20
_MOST_KNOWN = 3
_STEP = 50


@dataclass(frozen=True, slots=True)
class Alike:
    """A line that may be somebody known (a code in a case) or somebody in an earlier line of the same file."""

    line: int
    score: int
    reasons: tuple[Why, ...]
    case_number: str = ""
    alias: str = ""
    other_line: int = 0


def known_already(
    desk: Desk, case: str, lines: Sequence[tuple[int, Described]], progress: Progress | None
) -> Iterator[Alike]:
    """Who of the vault each line may be, the likeliest few."""
    ready(desk)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        within = Within(kinds=("person",), sealed=may_see_sealed(desk))
        for done, (line, who) in enumerate(lines):
            if progress is not None and done % _STEP == 0 and not progress(done, len(lines)):
                raise Refusal(Reason.CANCELLED)
            least = likening.STRICTNESS["usual"]
            for one in likest(session, who, (case_id, ""), within, least, _MOST_KNOWN, closely=False):
                yield Alike(line, one.score, one.reasons, one.case_number, one.alias)


def twice_in_file(lines: Sequence[tuple[int, Described]]) -> Iterator[Alike]:
    """Lines that may be one person, each with the earliest line that it is like."""
    groups: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for place, (line, who) in enumerate(lines):
        earlier = {other for mark in _marks(who) for other in groups[mark][:_MOST_IN_GROUP]}
        likened = [(compared(lines[other][1], who), other) for other in sorted(earlier)]
        if likened:
            best, other = max(likened, key=lambda one: one[0].score)
            if best.score >= likening.STRICTNESS["usual"]:
                yield Alike(line, best.score, best.reasons, other_line=lines[other][0])
        for mark in _marks(who):
            groups[mark].append(place)


def _marks(who: Described) -> set[tuple[str, ...]]:
    """What two lines must share to be held against each other: the first keys of a name, a paper, a telephone."""
    named = {tuple(keys(name.full)[:3]) for name in own_names(who.names)}
    papers = {("paper", one) for one in paper_numbers(who.papers)}
    return named | papers | {("phone", one) for one in call_numbers(who.phones)}
