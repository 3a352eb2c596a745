"""A pack tried out before it is used: walked on what a facts file supposes. It needs no vault."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_, Language, ltr, visible
from workbench.sop import BUILT_IN, ExhibitFact, Pack, PersonFact, Picture, Supposed, Walk, simulate

_OPENED = datetime(2000, 1, 1, tzinfo=UTC)
_PARTS = ("facts", "answers", "people", "exhibits", "refused")
_TRUE, _FALSE = ("yes", "true"), ("no", "false")
_NOT_A_MAPPING = N_("{part} must be names with values")
_NOT_A_LIST = N_("{part} must be a list")
_UNKNOWN = N_("{kind}: {value} is not known here; possible are: {known}")
_PART, _FACT, _STEP, _FIELD = N_("part of the file"), N_("fact"), N_("step"), N_("question")
_ANSWER, _ORDER, _EXHIBIT = N_("answer"), N_("kind of order"), N_("kind of exhibit")
_NUMBER = N_("{value} is not an age in full years")


@dataclass(frozen=True)
class Story:
    """A walk with the pack it was walked through."""

    pack: Pack
    walk: Walk


def walked(pack: Pack, told: Mapping[str, Any], file: str) -> Story:
    """Walk a pack on what a facts file tells; ``told`` are its texts, lists and names, ``file`` is what it is called.

    ``facts`` are names with yes or no, or a list of those that hold; ``answers`` by step and field; ``people`` each
    with roles and age; ``exhibits`` a list of kinds; ``refused`` the kinds of order that the judge refuses.
    Raises ``Refusal`` for whatever the pack does not know.
    """
    return Story(pack, simulate(pack, _Reader(pack, file).supposed(told)))


class _Reader:
    def __init__(self, pack: Pack, file: str) -> None:
        self._pack, self._file = pack, file

    def supposed(self, told: Mapping[str, Any]) -> Supposed:
        self._known(_PART, told, _PARTS)
        return Supposed(
            facts=self._facts(told.get("facts", {})),
            answers=self._answers(self._mapping(told, "answers")),
            picture=Picture(
                _OPENED, self._pack.kind, people=tuple(self._person(n, one) for n, one in self._people(told)),
                exhibits=tuple(self._exhibits(told)),
            ),
            refused=frozenset(self._known(_ORDER, self._list(told, "refused"), self._pack.orders)),
        )  # fmt: skip

    def _facts(self, node: Any) -> dict[str, bool]:
        names = [*self._pack.facts, *BUILT_IN]
        if isinstance(node, list):
            return dict.fromkeys(self._known(_FACT, node, names), True)
        if not isinstance(node, dict):
            raise self._wrong(_NOT_A_MAPPING, part=ltr("facts"))
        self._known(_FACT, node, names)
        for value in node.values():
            self._known(_ANSWER, [str(value).lower()], (*_TRUE, *_FALSE))
        return {key: str(value).lower() in _TRUE for key, value in node.items()}

    def _answers(self, node: Mapping[str, Any]) -> dict[str, Mapping[str, object]]:
        self._known(_STEP, node, self._pack.steps)
        for step, answers in node.items():
            if not isinstance(answers, dict):
                raise self._wrong(_NOT_A_MAPPING, part=ltr(step))
            self._known(_FIELD, answers, [field.key for field in self._pack.step(step).fields])
        return dict(node)

    def _exhibits(self, told: Mapping[str, Any]) -> Iterator[ExhibitFact]:
        for number, kind in enumerate(self._known(_EXHIBIT, self._list(told, "exhibits"), terms.EXHIBITS), 1):
            yield ExhibitFact(f"E-{number:03}", kind)

    def _people(self, told: Mapping[str, Any]) -> list[tuple[int, Mapping[str, Any]]]:
        found: list[tuple[int, Mapping[str, Any]]] = []
        for number, one in enumerate(self._list(told, "people"), 1):
            if not isinstance(one, dict):
                raise self._wrong(_NOT_A_MAPPING, part=ltr("people"))
            found.append((number, one))
        return found

    def _person(self, number: int, told: Mapping[str, Any]) -> PersonFact:
        self._known(_PART, told, ("roles", "age", "nationality", "interpreter", "held"))
        age = str(told.get("age", ""))
        if age and not (age.isascii() and age.isdecimal() and int(age) < 130):
            raise self._wrong(_NUMBER, value=ltr(visible(age)))
        years = int(age) if age else None
        roles = told.get("roles", [])
        return PersonFact(
            alias=f"P-{number:02}", roles=tuple(map(str, roles)) if isinstance(roles, list) else (str(roles),),
            age_low=years, age_high=years, nationality=str(told.get("nationality", "")),
            needs_interpreter=str(told.get("interpreter", "")).lower() in _TRUE,
            in_custody=str(told.get("held", "")).lower() in _TRUE,
        )  # fmt: skip

    def _mapping(self, told: Mapping[str, Any], part: str) -> Mapping[str, Any]:
        node = told.get(part, {})
        if not isinstance(node, dict):
            raise self._wrong(_NOT_A_MAPPING, part=ltr(part))
        return node

    def _list(self, told: Mapping[str, Any], part: str) -> list[Any]:
        node = told.get(part, [])
        if not isinstance(node, list):
            raise self._wrong(_NOT_A_LIST, part=ltr(part))
        return node

    def _known(self, part: str, found: Any, known: Any) -> list[str]:
        names = [str(one) for one in found]
        for name in names:
            if name not in known:
                raise self._wrong(_UNKNOWN, kind=part, value=ltr(visible(name)), known=ltr(", ".join(known)))
        return names

    def _wrong(self, words: str, **facts: object) -> Refusal:
        def problem(language: Language) -> str:
            kind = facts.get("kind")
            return language.say(words, **(facts | {"kind": language.say(str(kind))} if kind else facts))

        return Refusal(Reason.FACTS_UNREADABLE, file=self._file, problem=problem)
