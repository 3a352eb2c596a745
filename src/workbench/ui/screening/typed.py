"""What is typed of a screening and not recorded yet, without Qt: it becomes the draft and, at the end, the record."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from workbench.proof import Answer, ScreeningRules, Value
from workbench.services import screenings
from workbench.services.rows import PersonRow
from workbench.services.screened import USUAL, Standing

GENERAL, CHILDREN, SMUGGLING = "general", "children", "som"
# What is suggested beside the sets that are always asked; the officer adds and takes away.
_BESIDE = {"labour": "labour", "sexual": "sexual"}


@dataclass
class Typed:
    """Plain texts and answers; ``profile`` as it was chosen, whatever the age makes of it."""

    sets: list[str] = field(default_factory=list)
    profile: str = USUAL
    answers: dict[str, Answer] = field(default_factory=dict)
    track: dict[str, str] = field(default_factory=dict)
    setting: list[str] = field(default_factory=list)
    asked_by: str = ""
    interpreter: str = ""
    decision: str = ""
    reason: str = ""
    ask_again_on: str = ""
    held_at: str = ""

    def plain(self) -> dict[str, Any]:
        """The draft as it is kept."""
        return asdict(self) | {"answers": screenings.as_plain(self.answers)}

    def value(self, key: str) -> Value:
        """The answer to an indicator or a test; one that was not touched was not asked."""
        return self.answers[key].value if key in self.answers else Value.NOT_ASKED

    def answer(self, key: str, value: Value, at: str) -> None:
        """Answer; what it rests on stays. Back to «not asked» with nothing behind it leaves no trace."""
        before = self.answers.get(key)
        evidence = before.evidence if before else ()
        if value is Value.NOT_ASKED and not evidence:
            self.answers.pop(key, None)
            return
        self.answers[key] = Answer(value, evidence, before.observer if before and evidence else self.asked_by, at)

    def link(self, key: str, evidence: tuple[str, ...], observer: str, at: str) -> None:
        """Say what an answer rests on and who observed it."""
        self.answers[key] = Answer(self.value(key), evidence, observer, at)

    def suits(self, person: PersonRow, rules: ScreeningRules) -> None:
        """Hold it to the person: the sets that must be asked, and for a child the profile of one."""
        forced = must(person, rules)
        self.sets = [key for key in rules.sets if key in forced or key in self.sets]
        profile = rules.profiles.get(self.profile) or rules.profiles[USUAL]
        self.profile = profile.for_child or profile.key if person.child else profile.key


def must(person: PersonRow, rules: ScreeningRules) -> frozenset[str]:
    """The sets that are always asked: the general one, the one that is weighed, and of a child the children's."""
    return frozenset({GENERAL, rules.weighed.key, *((CHILDREN,) if person.child else ())})


def profiles(person: PersonRow, rules: ScreeningRules) -> list[tuple[str, str]]:
    """The profiles to choose from; of somebody who is or may be a child only those of children."""
    return [(one.key, one.title) for one in rules.profiles.values() if one.child or not person.child]


def begin(found: Standing, rules: ScreeningRules, kind: str, actor: str) -> Typed:
    """What was typed before, or what was recorded last, so that nobody is asked twice; else an empty sheet."""
    if found.typed:
        typed = from_plain(found.typed)
    elif found.row is not None:
        row = found.row
        typed = Typed(list(row.sets), row.profile, dict(row.answers), dict(row.track_answers), asked_by=actor)
    else:
        typed = Typed(asked_by=actor, sets=[SMUGGLING] if kind in ("som", "both", "undetermined") else [])
    if not typed.sets or typed.sets == [SMUGGLING]:
        typed.sets += [one for word, one in _BESIDE.items() if typed.profile.endswith(word)]
    typed.suits(found.person, rules)
    return typed


def from_plain(kept: Mapping[str, Any]) -> Typed:
    """A draft as it was kept."""
    texts = ("profile", "asked_by", "interpreter", "decision", "reason", "ask_again_on", "held_at")
    return Typed(
        list(kept.get("sets", ())), answers=screenings.as_answers(kept.get("answers", {})),
        track=dict(kept.get("track", {})), setting=list(kept.get("setting", ())),
        **{key: str(kept[key]) for key in texts if kept.get(key)},
    )  # fmt: skip
