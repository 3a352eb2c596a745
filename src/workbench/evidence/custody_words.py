"""How the faults of a custody record are said, in any language."""

from datetime import datetime

from workbench.evidence.custody import Fault
from workbench.i18n import N_, Language, isolate, ltr

TITLES = {
    "seal_mismatch": N_("Seal number does not match"),
    "unsealed": N_("Opened and not sealed again"),
    "number_gap": N_("Entry missing on the paper record"),
    "number_twice": N_("Number of the paper record used twice"),
    "untracked": N_("Time without a holder"),
    "time_order": N_("Times in the wrong order"),
    "future": N_("Entry dated in the future"),
    "not_holder": N_("Given out by somebody who did not hold it"),
    "two_holders": N_("Two holders at once"),
    "measure_changed": N_("Count, weight or amount changed"),
    "no_receipt": N_("Hand-over without a receipt in time"),
    "stock_due": N_("Count of the store is due"),
    "after_end": N_("Entry after the exhibit was returned or destroyed"),
    "no_order": N_("Returned or destroyed without an order"),
    "unsigned": N_("Signature missing"),
}
_SENTENCES = {
    "seal_mismatch": N_("Entry {seq} reads seal {read}; entry {other} had left seal {was}."),
    "unsealed": N_("Entry {seq} opened seal {seal}, and no new seal is recorded."),
    "number_gap": N_("Entry {seq} carries the number {number} on paper; missing before it: {missing}."),
    "number_twice": N_("Entry {seq} carries the number {number} on paper, which was used already."),
    "untracked": N_("Entry {seq}: {by} had it, but the record leaves it with {holder}. Nobody is named for {time}."),
    "time_order": N_("Entry {seq} is dated {at}, before entry {other} of {before}."),
    "future": N_("Entry {seq} is dated {at}, which lies ahead."),
    "not_holder": N_("Entry {seq}: {by} gave it out, but the record leaves it with {holder}."),
    "two_holders": N_("Entry {seq}: {by} received it while the record leaves it with {holder}."),
    "measure_changed": N_("Entry {seq} says {now}; entry {other} said {was}."),
    "no_receipt": N_("Entry {seq} gave it out; no receipt was recorded for {time}."),
    "stock_due": N_("It lies in {store}, and nobody has counted it there for {time}."),
    "after_end": N_("Entry {seq} comes after entry {other}, which ended its way."),
    "no_order": N_("Entry {seq} names no order and no reason."),
    "unsigned": N_("Entry {seq} lacks the signature of: {sides}."),
}
_SLIPS = {
    "transposed": N_("Two digits are transposed."),
    "one_digit": N_("One digit differs."),
}
_MEASURES = {"count": N_("count {value}"), "weight": N_("weight {value}"), "amount": N_("amount {value}")}
_SIDES = {"from": N_("whoever gave it"), "to": N_("whoever took it")}
INTACT = N_("The seal was intact.")


def title(fault: Fault, language: Language) -> str:
    """What kind of fault it is."""
    return language.say(TITLES[fault.key])


def sentence(fault: Fault, language: Language, zone: str) -> str:
    """What was read where, in one or two sentences."""
    facts = {key: _fact(key, value, language, zone) for key, value in fault.facts.items()}
    facts |= {"seq": fault.seq, "other": fault.other_seq, "time": _time(fault, language)}
    if fault.key == "measure_changed":
        facts |= _measures(fault, language)
    said = language.say(_SENTENCES[fault.key], **facts)
    more = [_SLIPS[str(fault.facts["slip"])]] if fault.facts.get("slip") else []
    more += [INTACT] if fault.facts.get("intact") else []
    return " ".join([said, *(language.say(one) for one in more)])


def _time(fault: Fault, language: Language) -> str:
    """How long, in the largest units that say it: «16 hours 30 minutes», «3 days»."""
    minutes, days = fault.facts.get("minutes"), fault.facts.get("days")
    if isinstance(days, int):
        return language.say_many("{n} day", "{n} days", days)
    if not isinstance(minutes, int):
        return ""
    hours, rest = divmod(minutes, 60)
    parts = [language.say_many("{n} hour", "{n} hours", hours)] if hours else []
    parts += [language.say_many("{n} minute", "{n} minutes", rest)] if rest or not hours else []
    return " ".join(parts)


def _measures(fault: Fault, language: Language) -> dict[str, object]:
    pairs = [(key, fault.facts[key]) for key in _MEASURES if key in fault.facts]
    comma = language.say(N_(", "))
    said = []
    for place in (0, 1):
        values = ((key, pair[place]) for key, pair in pairs if isinstance(pair, tuple))
        said.append(comma.join(language.say(_MEASURES[key], value=ltr(str(value))) for key, value in values))
    return {"was": said[0], "now": said[1]}


def _fact(key: str, value: object, language: Language, zone: str) -> object:
    if isinstance(value, datetime):
        return language.moment(value, zone)
    if key == "sides" and isinstance(value, tuple):
        return language.say(N_(", ")).join(language.say(_SIDES[str(one)]) for one in value)
    if key == "missing" and isinstance(value, tuple):
        return ltr(", ".join(map(str, value)))
    if key in ("read", "was", "seal"):
        return ltr(str(value))
    return isolate(str(value)) if isinstance(value, str) else value
