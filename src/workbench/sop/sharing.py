"""Steps that a pack shares with the pack beside it: read there, used here, with their names and facts."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from workbench.i18n import ltr
from workbench.sop import ruling
from workbench.sop.files import PACK_FILE, PACK_KEY, shared_name
from workbench.sop.flaws import Flaw
from workbench.sop.model import Deadline, PackFact, Phase, Step
from workbench.sop.reading_deadline import event
from workbench.sop.reading_head import order_kinds
from workbench.sop.reading_step import Names, codes, read_step
from workbench.sop.rules import StepSettled, leaves
from workbench.sop.section import Report, Section, opened


class Lender:
    """The pack that lends steps, as far as it is needed; it is read from the files of the pack that shares them."""

    def __init__(self, key: str, top: Section, files: Mapping[str, bytes]) -> None:
        self.key = key
        self.orders = order_kinds(top)
        labels = {kind: one.label for kind, one in self.orders.items()}
        actors, documents, sources = (top.named(one, one) for one in ("actors", "documents", "sources"))
        self.names = Names(actors, documents, sources, labels)
        self.facts: dict[str, PackFact] = ruling.pack_facts(top)
        self.phases = top.words("phases")
        self.taken: set[str] = set()
        self._kept_gates: set[str] = set()
        self._files, self.report = files, top.report
        self._opened: dict[str, dict[str, Section]] = {}

    def step(self, share: Section, names: Names) -> Step | None:
        """The step that an entry of a phase shares; None, with a finding, if there is no such step."""
        share.only("share", "gate", "when", "codes")
        key = share.word("share", required=True)
        if key in self.taken:
            share.flaw(Flaw.NAME_TAKEN, "share", value=ltr(key))
            return None
        section = self._find(key) if key else None
        if section is None:
            if key:
                share.flaw(Flaw.SHARE_STEP_UNKNOWN, "share", pack=ltr(self.key), value=ltr(key))
            return None
        self.taken.add(key)
        for part in ("when", "gate", "deadline"):
            share.report.places[f"{part} {key}"] = share.line(part)
        return self._own(read_step(key.partition(".")[0], section, names), share)

    def fitted(self, phases: Iterable[Phase], report: Report) -> tuple[Phase, ...]:
        """The phases with each shared step as it can stand there, now that it is certain which steps there are."""
        phases = tuple(phases)
        steps = {step.key for phase in phases for step in phase.steps}
        for phase in phases:
            for step in phase.steps:
                self._check_gate(step, steps, report)
        return tuple(replace(one, steps=tuple(self._fit(step, steps) for step in one.steps)) for one in phases)

    def _find(self, key: str) -> Section | None:
        phase = key.partition(".")[0]
        file = shared_name(self.key, f"phases/{phase}.yaml")
        if phase not in self.phases or file not in self._files:
            return None
        if file not in self._opened:
            section = opened(file, self._files, self.report)
            listed = section.sections("steps", required=True) if section else ()
            self._opened[file] = {one.word("key"): one for one in listed}
        return self._opened[file].get(key)

    def _own(self, step: Step, share: Section) -> Step:
        """The step with the conditions that stand beside its share; an empty one takes the condition away."""
        if "when" in share.node.nodes:
            step = replace(step, when=ruling.condition(share, "when", ruling.fact_leaf))
        step = replace(step, codes=(*codes(share), step.key))
        if "gate" in share.node.nodes:
            return replace(step, gate=ruling.condition(share, "gate", ruling.gate_leaf))
        self._kept_gates.add(step.key)
        return step

    def _check_gate(self, step: Step, steps: set[str], report: Report) -> None:
        for leaf in leaves(step.gate) if step.key in self._kept_gates else ():
            if isinstance(leaf, StepSettled) and leaf.key not in steps:
                place = report.at(f"gate {step.key}")
                report.add(Flaw.SHARE_GATE, place, step=ltr(step.key), value=ltr(leaf.key))

    def _fit(self, step: Step, steps: set[str]) -> Step:
        """A deadline that runs from a step which is not here keeps its words and is no longer computed."""
        if step.key not in self.taken:
            return step
        return replace(step, deadlines=tuple(_computed(one, steps) for one in step.deadlines))


def _computed(deadline: Deadline, steps: set[str]) -> Deadline:
    if deadline.ends and deadline.ends not in steps:
        deadline = replace(deadline, ends="")
    start = deadline.start
    if "." not in start or event(start) or start in steps or start.rpartition(".")[0] in steps:
        return deadline
    return replace(deadline, start="", length=None, warn_hours=None)


def lender(top: Section, files: Mapping[str, bytes]) -> Lender | None:
    """The pack that ``shares`` names; None if it names none, or, with a finding, none that can lend steps."""
    if "shares" not in top.node.nodes:
        return None
    key = top.name("shares", PACK_KEY, "iq-tip")
    if not key:
        return None
    name = shared_name(key, PACK_FILE)
    if name not in files:
        top.flaw(Flaw.SHARE_PACK_UNKNOWN, "shares", value=ltr(key))
        return None
    # Its places are its own: what a finding points to is the share.
    other = opened(name, files, Report(top.report.findings, {}))
    if other is None:
        return None
    if "shares" in other.node.nodes:
        top.flaw(Flaw.SHARE_CHAIN, "shares", pack=ltr(key))
        return None
    for part, wanted in (("key", key), ("source_language", top.word("source_language"))):
        if other.word(part) != wanted:
            flaw = {"key": ltr(part), "value": ltr(wanted), "known": ltr(other.word(part))}
            top.flaw(Flaw.NOT_ONE_OF, "shares" if part == "key" else part, **flaw)
            return None
    return Lender(key, other, files)
