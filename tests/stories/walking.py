"""The stories told by the command line: what happens, as the words that somebody types."""

import io
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.desks import CHEAP, PASSPHRASE
from workbench.cli import main
from workbench.clock import FixedClock
from workbench.services import story
from workbench.services.story import Happening
from workbench.shipped import resource
from workbench.store import World

TRAINER = "Trainer"
JURISDICTIONS = {"case-a": "iq", "case-b": "iq-kr"}
Words = list[str]
_NAME_PARTS = ("ism", "father", "grandfather", "great_grandfather", "family", "as_written")
_SET_ASIDE = {"not_applicable": "not-applicable", "waived": "waive"}


class Walker:
    """Somebody who does everything in a story by commands, each at its own moment, in a vault of their own."""

    def __init__(self, told: Mapping[str, Any], folder: Path) -> None:
        self.told, self.folder, self.number = told, folder, str(told["number"])
        self.clock = FixedClock(story.moment(told["opened_at"]))
        self.world = World(clock=self.clock, cost=CHEAP)
        self._passphrase = folder / "passphrase"
        self._passphrase.write_text(PASSPHRASE + "\n", encoding="utf-8")
        self._answers = folder / "answers.yaml"
        self.commands = 0

    def open(self) -> None:
        """Make the vault and open the case."""
        told, place = self.told, JURISDICTIONS[self.told["folder"]]
        self.run(
            ["vault", "create", "--station", "Training", "--jurisdiction", place, "--role", "trainer", "--training"]
        )  # fmt: skip
        self.run(
            ["case", "open", "--title", told["title"], "--kind", told["kind"], "--lead", told["lead"],
             "--number", self.number]
        )  # fmt: skip

    def tell(self, one: Happening) -> None:
        """Do what happens, with the clock at its moment; it never goes back."""
        self.clock.at = max(self.clock.at, one.at)
        for words in self._commands(one):
            self.run(words)

    def json(self, *words: str) -> Any:
        """What a command answers to a machine."""
        return json.loads(self.run(["--json", *words]))

    def run(self, words: Words) -> str:
        """What a command prints; it must be done and say nothing against it."""
        out, err = io.StringIO(), io.StringIO()
        common = ["--vault", str(self.folder / "vault"), "--user", TRAINER, "--passphrase-file", str(self._passphrase)]
        code = main([*common, *words], world=self.world, out=out, err=err)
        self.commands += 1
        assert (code, err.getvalue()) == (0, ""), f"{self.clock.at} {words}: {err.getvalue()} {out.getvalue()}"
        return out.getvalue()

    def _commands(self, one: Happening) -> Iterator[Words]:
        if one.kind == "step":
            yield from self._step(one.facts)
        elif one.kind == "claim":
            yield _claim(self.number, one.facts, self._before(one))
        else:
            yield _WORDS[one.kind](self.number, one.facts, self.told)

    def _before(self, one: Happening) -> str:
        """The role that the person had last."""
        claims = next(person["claims"] for person in self.told["people"] if person["alias"] == one.facts["alias"])
        return str([claim["role"] for claim in claims if story.moment(claim["at"]) < one.at][-1])

    def _step(self, facts: Mapping[str, Any]) -> Iterator[Words]:
        case, step = self.number, facts["step"]
        for key, verb in _SET_ASIDE.items():
            if key in facts:
                yield ["step", verb, case, step, "--reason", facts[key]]
                return
        if "reopened" in facts:
            yield ["step", "reopen", case, step, "--reason", facts["reopened"]]
        self._answers.write_text(yaml.safe_dump(facts["answers"], allow_unicode=True), encoding="utf-8")
        verb = next((key for key in ("early", "override") if key in facts), "finish")
        reasons = _given(facts, early="reason", override="reason", late="late-reason")
        yield ["step", verb, case, step, "--answers", str(self._answers), *reasons]


def _given(facts: Mapping[str, Any], *keys: str, **named: str) -> Words:
    """The options of what is told; ``named`` are those that the command calls otherwise."""
    options = {key: key.replace("_", "-") for key in keys} | named
    return [word for key, option in options.items() if facts.get(key) for word in (f"--{option}", facts[key])]


def _person(case: str, facts: Mapping[str, Any], _: Mapping[str, Any]) -> Words:
    names, first = list(facts.get("names", ())), facts["claims"][0]
    words = ["person", "add", case, *_given(facts, "sex", "nationality", "note", alias="code"), *_born(facts)]
    words += _given(names[0], *_NAME_PARTS) if names else []
    words += [word for name in names[1:] for word in ("--also", f"{name['kind']}={name['as_written']}")]
    words += [word for one in facts.get("languages", ()) for word in ("--language", one)]
    words += [word for one in facts.get("phones", ()) for word in ("--phone", one)]
    words += [
        word for one in facts.get("papers", ())
        for word in ("--paper", ":".join((one["kind"], one["number"], one["issuer"], one["held_by"])))
    ]  # fmt: skip
    words += ["--needs-interpreter"] if facts.get("needs_interpreter") == "yes" else []
    words += ["--age-in-doubt"] if facts.get("age_in_doubt") == "yes" else []
    return words + _given(first, "role", "basis", "decided_by", "custody", at="since")


def _born(facts: Mapping[str, Any]) -> Words:
    low, high = facts.get("birth_low", ""), facts.get("birth_high", "")
    kinds = {"exact": ["--born", low], "about": ["--born-about", low], "between": ["--born-between", low, high]}
    return kinds.get(facts["birth_kind"], [])


def _claim(case: str, facts: Mapping[str, Any], before: str) -> Words:
    ends = ["--ends", before] if facts.get("ends") == "yes" else []
    told = _given(facts, "role", "basis", "decided_by", "custody", at="since")
    return ["person", "claim", case, facts["alias"], *told, *ends]


def _exhibit(case: str, facts: Mapping[str, Any], told: Mapping[str, Any]) -> Words:
    keys = ("kind", "description", "number", "seized_at", "seized_place", "found_by", "seized_by", "seal_number",
            "condition")  # fmt: skip
    files = [str(resource("training", told["folder"], "evidence", file)) for file in facts.get("files", ())]
    return ["exhibit", "add", case, *_given(facts, *keys), *(word for file in files for word in ("--file", file))]


def _order(case: str, facts: Mapping[str, Any], _: Mapping[str, Any]) -> Words:
    what = facts["order"]
    if what in ("ask", "except"):
        grounds = {"grounds": "grounds"} if what == "ask" else {"reason": "grounds"}
        told = _given(facts, "step", "kind", "wants", "place", "court", "at", subject="person", **grounds)
        return ["order", what, case, *told]
    decided = ["--decided-at", facts.get("decided_at", facts["at"])]
    keys = ("number", "court", "exhibit", "allows", "valid_until") if what == "grant" else ("court", "reason")
    return ["order", what, case, facts["ref"], *decided, *_given(facts, *keys)]


def _deadline(case: str, facts: Mapping[str, Any], _: Mapping[str, Any]) -> Words:
    told = _given(facts, "index", "at", "reason", "hours", "number", subject="person")
    return ["deadline", facts["deadline"], case, facts["step"], *told]


def _track(case: str, facts: Mapping[str, Any], _: Mapping[str, Any]) -> Words:
    return ["case", "track", case, facts["track"], *_given(facts, "reason")]


_WORDS: Mapping[str, Callable[[str, Mapping[str, Any], Mapping[str, Any]], Words]] = {
    "person": _person, "exhibit": _exhibit, "order": _order, "deadline": _deadline, "track": _track,
}  # fmt: skip
