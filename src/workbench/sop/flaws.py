"""What may be wrong with a pack: each flaw with its sentence and its remedy."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from workbench.i18n import N_, Language, language, plain


class Level(StrEnum):
    """An error makes a pack unusable; a warning should be looked at."""

    ERROR = "error"
    WARNING = "warning"


class Flaw(StrEnum):
    """The kinds of finding that ``inspect`` makes."""

    FILE_MISSING = "file_missing"
    FILE_TOO_LARGE = "file_too_large"
    NOT_UTF8 = "not_utf8"
    SYNTAX = "syntax"
    TAG = "tag"
    ALIAS = "alias"
    TOO_DEEP = "too_deep"
    TOO_MANY_STEPS = "too_many_steps"
    EMPTY_FILE = "empty_file"
    KEY_TWICE = "key_twice"
    KEY_UNKNOWN = "key_unknown"
    KEY_MISSING = "key_missing"
    TYPE_WRONG = "type_wrong"
    NOT_ONE_OF = "not_one_of"
    SHAPE_WRONG = "shape_wrong"
    NAME_UNKNOWN = "name_unknown"
    NAME_TAKEN = "name_taken"
    FACT_UNKNOWN = "fact_unknown"
    STEP_UNKNOWN = "step_unknown"
    FIELD_UNKNOWN = "field_unknown"
    VALUE_UNKNOWN = "value_unknown"
    KIND_UNFIT = "kind_unfit"
    OPTIONS_MISSING = "options_missing"
    OPTIONS_UNWANTED = "options_unwanted"
    GATE_CIRCLE = "gate_circle"
    FACT_CIRCLE = "fact_circle"
    GATE_STUCK = "gate_stuck"
    RULE_TOO_WIDE = "rule_too_wide"
    DEADLINE_HALF = "deadline_half"
    DEADLINE_TWICE = "deadline_twice"
    ORDER_UNKNOWN = "order_unknown"
    ORDER_NEVER_ASKED = "order_never_asked"
    ORDER_UNUSED = "order_unused"
    STEP_UNREACHABLE = "step_unreachable"
    FACT_DEAD = "fact_dead"
    FACT_UNUSED = "fact_unused"
    LAW_WITHOUT_SOURCE = "law_without_source"
    PO_BROKEN = "po_broken"
    TEXT_MISSING = "text_missing"
    TEXT_STALE = "text_stale"
    TEXT_PLACEHOLDERS = "text_placeholders"
    TEXT_UNUSED = "text_unused"
    SHARE_PACK_UNKNOWN = "share_pack_unknown"
    SHARE_STEP_UNKNOWN = "share_step_unknown"
    SHARE_CHAIN = "share_chain"
    SHARE_GATE = "share_gate"


# Flaw: (what is wrong, what to do now)
_WORDS: dict[Flaw, tuple[str, str]] = {
    Flaw.FILE_MISSING: (
        N_("The file {name} is missing."),
        N_("Add it, or take its name out of the pack."),
    ),
    Flaw.FILE_TOO_LARGE: (
        N_("The file is larger than {limit}."),
        N_("Divide it into several phases."),
    ),
    Flaw.NOT_UTF8: (N_("The file is not UTF-8 text."), N_("Save it again as UTF-8.")),
    Flaw.SYNTAX: (
        N_("The file is not well-formed YAML: {problem}."),
        N_("Look at the indentation, colons and quotation marks of this line and the one before."),
    ),
    Flaw.TAG: (
        N_("The YAML tag {tag} is not allowed."),
        N_("Take it out: a pack is plain text, lists and keys."),
    ),
    Flaw.ALIAS: (
        N_("YAML anchors and aliases ({name}) are not allowed."),
        N_("Write the value out where it is needed."),
    ),
    Flaw.TOO_DEEP: (
        N_("The file is nested deeper than {limit} levels."),
        N_("Make the structure flatter."),
    ),
    Flaw.TOO_MANY_STEPS: (
        N_("The pack has more than {limit} steps."),
        N_("Divide it into several packs."),
    ),
    Flaw.EMPTY_FILE: (N_("The file is empty."), N_("Fill it, or take its name out of the pack.")),
    Flaw.KEY_TWICE: (N_("{key} stands here twice."), N_("Keep one of them.")),
    Flaw.KEY_UNKNOWN: (
        N_("{key} is not a key that may stand here."),
        N_("Use one of: {known}."),
    ),
    Flaw.KEY_MISSING: (N_("{key} is missing here."), N_("Add it.")),
    Flaw.TYPE_WRONG: (
        N_("{key} has the wrong type: it must be {wanted}."),
        N_("Correct it; a text that looks like a number or like yes or no needs quotation marks."),
    ),
    Flaw.NOT_ONE_OF: (N_("{value} is not possible for {key}."), N_("Use one of: {known}.")),
    Flaw.SHAPE_WRONG: (
        N_("{value} is not a possible name for {key}."),
        N_("Names are written like {example}."),
    ),
    Flaw.NAME_UNKNOWN: (
        N_("{value} is not listed under {key} in pack.yaml."),
        N_("Add it there with its text, or correct the spelling."),
    ),
    Flaw.NAME_TAKEN: (N_("The name {value} is already used."), N_("Choose another name.")),
    Flaw.FACT_UNKNOWN: (
        N_("There is no fact {value}."),
        N_("Define it under facts in pack.yaml, or correct the spelling."),
    ),
    Flaw.STEP_UNKNOWN: (N_("There is no step {value}."), N_("Correct the step key, or add the step.")),
    Flaw.FIELD_UNKNOWN: (
        N_("There is no field {value} that could be asked before."),
        N_("Name a field of that step that stands earlier in it, or correct the spelling."),
    ),
    Flaw.VALUE_UNKNOWN: (
        N_("The field {field} never has the answer {value}."),
        N_("Use one of: {known}."),
    ),
    Flaw.KIND_UNFIT: (
        N_("The field {field} is of the kind {kind} and cannot be used this way."),
        N_("Name a field of a fitting kind: {known}."),
    ),
    Flaw.OPTIONS_MISSING: (
        N_("The field {field} needs options to choose from."),
        N_("Add options, each with its text."),
    ),
    Flaw.OPTIONS_UNWANTED: (
        N_("The field {field} has options, but its kind {kind} does not use them."),
        N_("Take them out, or make it a choice."),
    ),
    Flaw.GATE_CIRCLE: (
        N_("These steps wait for each other and none could ever open: {steps}."),
        N_("Take one of them out of a gate."),
    ),
    Flaw.FACT_CIRCLE: (
        N_("These facts rest on each other: {facts}."),
        N_("Take one of them out of a rule."),
    ),
    Flaw.GATE_STUCK: (
        N_("The gate of {step} could stay shut after every step is settled."),
        N_("Put the fact into «when» instead, or let the gate open in another way too."),
    ),
    Flaw.RULE_TOO_WIDE: (
        N_("The conditions of {step} name more than {limit} facts."),
        N_("Define one fact in pack.yaml that stands for several of them."),
    ),
    Flaw.DEADLINE_HALF: (
        N_("The deadline cannot be computed: it needs both a start and a length, and a length before it can warn."),
        N_("Add the missing one, or keep the text alone."),
    ),
    Flaw.DEADLINE_TWICE: (
        N_("The deadline says twice how long it is."),
        N_("Keep one of hours, days, months and until."),
    ),
    Flaw.ORDER_UNKNOWN: (
        N_("There is no kind of order {value}."),
        N_("Define it under orders in pack.yaml, or correct the spelling."),
    ),
    Flaw.ORDER_NEVER_ASKED: (
        N_("An order of the kind {value} is waited for, but no step asks for one."),
        N_("Put it under asks of the step where it is asked for."),
    ),
    Flaw.ORDER_UNUSED: (
        N_("No step asks for an order of the kind {value}."),
        N_("Put it under asks of the step where it is asked for, or take it out."),
    ),
    Flaw.STEP_UNREACHABLE: (
        N_("No case can ever call for {step}."),
        N_("Correct its «when», or the facts that it names, or take the step out."),
    ),
    Flaw.FACT_DEAD: (
        N_("The fact {value} can never hold."),
        N_("Correct its rule: what it asks for excludes itself, or stands in a step that is never called for."),
    ),
    Flaw.FACT_UNUSED: (
        N_("The fact {value} is named by no condition."),
        N_("Use it, or take it out."),
    ),
    Flaw.LAW_WITHOUT_SOURCE: (
        N_("The deadline is called law but names no source."),
        N_("Name the source, or call it house or practice."),
    ),
    Flaw.PO_BROKEN: (
        N_("The catalogue cannot be read: {problem}."),
        N_("Open it in a translation editor and save it again as UTF-8."),
    ),
    Flaw.TEXT_MISSING: (
        N_("{context} has no finished translation."),
        N_("Translate it and take the mark «fuzzy» away."),
    ),
    Flaw.TEXT_STALE: (
        N_("{context} translates an older text."),
        N_("Bring msgid and translation up to date with the text in the pack."),
    ),
    Flaw.TEXT_PLACEHOLDERS: (
        N_("{context} does not keep the placeholders of the text: {wanted}."),
        N_("Use the same words in braces, each as often as the text does."),
    ),
    Flaw.TEXT_UNUSED: (
        N_("{context} is translated, but the pack has no such text."),
        N_("Take the entry out, or correct its context."),
    ),
    Flaw.SHARE_PACK_UNKNOWN: (
        N_("There is no pack {value} beside this one."),
        N_("Put the folder of that pack beside this one, or correct the key."),
    ),
    Flaw.SHARE_STEP_UNKNOWN: (
        N_("The pack {pack} has no step {value} to share."),
        N_("Correct the step key, or write the step here."),
    ),
    Flaw.SHARE_CHAIN: (
        N_("The pack {pack} shares steps of a pack itself, so its own cannot be shared."),
        N_("Share from the pack where the steps are written."),
    ),
    Flaw.SHARE_GATE: (
        N_("The shared step {step} waits for {value}, which is not in this pack."),
        N_("Write a gate beside the share, or share that step too."),
    ),
}
_WARNINGS = frozenset({Flaw.TEXT_UNUSED, Flaw.ORDER_UNUSED, Flaw.FACT_UNUSED})


@dataclass(frozen=True, slots=True)
class Finding:
    """One flaw of a pack and where it is; ``message`` and ``remedy`` are English, ``say`` speaks any language."""

    level: Level
    file: str
    line: int
    message: str
    remedy: str
    flaw: Flaw
    facts: Mapping[str, object] = field(default_factory=dict, hash=False)

    def say(self, tongue: Language) -> tuple[str, str]:
        """What is wrong and what to do now, in a language."""
        return _said(self.flaw, self.facts, tongue)


def found(flaw: Flaw, file: str, line: int, /, **facts: object) -> Finding:
    """A finding of this flaw, worded in English."""
    message, remedy = (plain(text) for text in _said(flaw, facts, language("en")))
    level = Level.WARNING if flaw in _WARNINGS else Level.ERROR
    return Finding(level, file, line, message, remedy, flaw, facts)


def _said(flaw: Flaw, facts: Mapping[str, object], tongue: Language) -> tuple[str, str]:
    message, remedy = _WORDS[flaw]
    if flaw is Flaw.TYPE_WRONG:
        # What was wanted is itself one of our texts.
        facts = {**facts, "wanted": tongue.say(str(facts["wanted"]))}
    return tongue.say(message, **facts), tongue.say(remedy, **facts)
