"""Reading what stands at the head of a pack: the orders that only a judge gives, and the week of the offices."""

import re
from datetime import time

from workbench.i18n import ltr
from workbench.sop.flaws import Flaw
from workbench.sop.model import OrderKind, Week
from workbench.sop.reading_deadline import MARKS
from workbench.sop.section import Section

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def order_kinds(top: Section) -> dict[str, OrderKind]:
    """The kinds of order that a pack knows, each with its label and the exception that the law makes."""
    kinds: dict[str, OrderKind] = {}
    listed = top.section("orders")
    for key in listed.node.nodes if listed else ():
        one = listed.section(key) if listed else None
        if one is None:
            continue
        one.only("label", "exception", "document", "days", "source", "place", "mark")
        if not re.fullmatch(r"[a-z][a-z0-9_]*", key):
            one.report.add(Flaw.SHAPE_WRONG, one.place, key="orders", value=ltr(key), example=ltr("search"))
        context, days = f"orders.{key}", one.number("days")
        kinds[key] = OrderKind(
            key=key, label=one.text("label", context=context),
            exception=one.text("exception", required=False, context=f"{context}.exception"),
            document=one.word("document"), days=int(days) if days else None, source=one.word("source"),
            place=one.place_text(), mark=one.word("mark", "GK", one_of=MARKS),
        )  # fmt: skip
        one.report.places[f"order {key}"] = one.place
    return kinds


def week(top: Section) -> Week:
    """Which days are not worked and when an office closes; every day is worked where nothing is said."""
    one = top.section("week")
    if one is None:
        return Week()
    one.only("rest", "closes")
    rest = one.words("rest")
    for word in rest:
        if word not in DAYS:
            one.flaw(Flaw.NOT_ONE_OF, "rest", key="rest", value=ltr(word), known=ltr(", ".join(DAYS)))
    closes = one.word("closes", "15:00")
    if not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", closes):
        one.flaw(Flaw.SHAPE_WRONG, "closes", key="closes", value=ltr(closes), example=ltr("15:00"))
        closes = "15:00"
    if len(set(rest)) == len(DAYS):
        one.flaw(Flaw.NOT_ONE_OF, "rest", key="rest", value=ltr(", ".join(rest)), known=ltr(", ".join(DAYS[:6])))
        rest = ()
    return Week(frozenset(DAYS.index(word) for word in rest if word in DAYS), time.fromisoformat(closes))
