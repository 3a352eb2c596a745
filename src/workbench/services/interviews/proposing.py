"""What is still open: gaps in the matrix, unknown answers of the screening; and what was told already."""

from collections.abc import Iterator
from dataclasses import dataclass

from workbench import terms
from workbench.i18n import N_, Language, isolate, language, ltr
from workbench.proof import Coverage, Rules, Value
from workbench.services import care, findings, screenings
from workbench.services.care import AnsweredRow
from workbench.services.interviews.rows import TopicRow
from workbench.services.people import person_row
from workbench.services.proofrules import rules
from workbench.store import Desk

MATRIX, SCREENING, OWN = "matrix", "screening", "own"
# What a person need not be asked again, and what is no matter for a talk.
_KEPT_APART = ("consent.",)
_MOST = 40


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """What a talk with a person could be about, and what they have told already, so that nobody asks it twice."""

    topics: tuple[TopicRow, ...]
    answered: tuple[AnsweredRow, ...]


def propose(desk: Desk, case: str, alias: str, tag: str = "en") -> ProposalRow:
    """The topics that are open for a person, those of the matrix first, each once."""
    person = person_row(desk, case, alias)
    said, spoken = rules(tag), language(tag)
    found: dict[str, TopicRow] = {}
    for one in (*_gaps(desk, case, person.alias, said, spoken), *_unknown(desk, case, person.alias, said, spoken)):
        found.setdefault(one.key, one)
    answered = tuple(
        one for one in care.answered_before(desk, case, person.alias, tag) if not one.topic.startswith(_KEPT_APART)
    )
    return ProposalRow(tuple(found.values())[:_MOST], answered)


def topic_text(topic: TopicRow, tag: str) -> TopicRow:
    """A topic in another language, where the rules know it by its key; what somebody wrote stays as written."""
    said = rules(tag)
    part, _, key = topic.key.partition(":")
    if part == MATRIX and key in said.charges.names:
        return _of_element(said, key, topic.why)
    if part == SCREENING:
        texts = _items(said)
        if key in texts:
            return TopicRow(texts[key], SCREENING, topic.key, topic.why)
    return topic


def _gaps(desk: Desk, case: str, alias: str, said: Rules, spoken: Language) -> Iterator[TopicRow]:
    """What the matrices of this person's pairs lack; of every pair for somebody who is in none."""
    pairs = findings.pairs(desk, case)
    own = [one for one in pairs if alias in (one.suspect, one.about)]
    for pair in own or [one for one in pairs if one.findings]:
        made = findings.matrix_of(desk, case, pair.suspect, pair.about, "", said.language)
        for task in made.tasks:
            for element in task.elements:
                yield _of_element(said, element, _why(task.coverage, pair, spoken))


def _why(coverage: Coverage, pair: findings.PairRow, spoken: Language) -> str:
    return spoken.say(
        N_("{coverage}: {suspect} and {about}"), coverage=spoken.say(terms.COVERAGES[coverage.value]),
        suspect=ltr(pair.suspect), about=ltr(pair.about),
    )  # fmt: skip


def _of_element(said: Rules, element: str, why: str) -> TopicRow:
    concept = said.charges.concepts[said.charges.names[element]]
    prompts = said.charges.prompts.get(concept.prompts, ())
    return TopicRow(concept.text, MATRIX, f"{MATRIX}:{concept.key}", why, tuple(prompts))


def _unknown(desk: Desk, case: str, alias: str, said: Rules, spoken: Language) -> Iterator[TopicRow]:
    """The indicators that were asked last and not answered."""
    history = screenings.list_screenings(desk, case, alias)
    if not history:
        return
    texts, newest = _items(said), history[-1]
    why = spoken.say(N_("not known at screening {n}"), n=isolate(str(newest.ordinal)))
    for key, answer in newest.answers.items():
        if answer.value is Value.UNKNOWN and key in texts:
            yield TopicRow(texts[key], SCREENING, f"{SCREENING}:{key}", why)


def _items(said: Rules) -> dict[str, str]:
    return {item.key: item.text for one in said.screening.sets.values() for item in one.items}
