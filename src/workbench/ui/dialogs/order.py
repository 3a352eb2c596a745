"""The judge's orders in dialogs: asked for with reasons, decided as it stands on the paper, or the law's exception."""

from collections.abc import Callable, Sequence
from datetime import date, datetime

from PySide6.QtWidgets import QWidget

from workbench.errors import Reason, Refusal
from workbench.fields import Field, Kind, Option
from workbench.i18n import N_, isolate, ltr
from workbench.services import orders
from workbench.services.rows import OrderRow
from workbench.sop import OrderKind, Pack
from workbench.sop.places import place_text
from workbench.terms import MARKS
from workbench.ui.dialogs.asked import Answers, AskForm
from workbench.ui.dialogs.unscreened import Unscreened
from workbench.ui.forms import Known
from workbench.ui.parts.notice import Notice
from workbench.ui.room import Room
from workbench.ui.state import speaking, tr


class AskJudge(AskForm):
    """The reasoned request; it gets the next number of the case."""

    def __init__(self, parent: QWidget, room: Room, step: str, kinds: Sequence[OrderKind], known: Known) -> None:
        self._room, self._step, self._kinds = room, step, kinds
        fields = [
            *_kind(kinds),
            *_person(known),
            Field("court", Kind.TEXT, tr(N_("Court"))),
            Field("at", Kind.MOMENT, tr(N_("Asked at")), required=True),
            Field("place", Kind.TEXT, tr(N_("Place or thing that it concerns"))),
            Field("wants", Kind.LINES, tr(N_("What it shall allow"))),
            Field("grounds", Kind.LINES, tr(N_("Grounds")), required=True, help=tr(_GROUNDS)),
        ]
        super().__init__(
            parent,
            tr(N_("Ask the judge for: {order}"), order=kinds[0].label)
            if len(kinds) == 1
            else tr(N_("Ask the judge for an order")),
            tr(N_("Only the judge decides. The step that waits opens when the order is there.")),
            tr(N_("Record the request")),
            fields=fields,
            known=known,
            answers={"at": room.now().isoformat()},
            send=self._ask,
            glyph="ph.scales",
        )
        self._unscreened = Unscreened(self, room)

    def _ask(self, said: Answers) -> None:
        self._room.act(
            self,
            orders.ask_order,
            self._room.memory.case_id,
            step=self._step,
            kind=_text(said, "kind") or self._kinds[0].key,
            grounds=_text(said, "grounds"),
            wants=_text(said, "wants"),
            subject=_text(said, "subject"),
            place=_text(said, "place"),
            court=_text(said, "court"),
            asked_at=_moment(said, "at"),
            then=lambda _: self.accept(),
            failed=self.refuse,
        )


class RecordDecision(AskForm):
    """What the judge decided. A term that is too long is looked at again before it is recorded."""

    def __init__(self, parent: QWidget, room: Room, order: OrderRow, kind: OrderKind, known: Known) -> None:
        self._room, self._order, self._said = room, order, dict[str, object]()
        super().__init__(
            parent,
            tr(N_("Decision on {order}"), order=ltr(order.ref)),
            tr(N_("{kind}. Write it as it stands on the judge's paper."), kind=kind.label),
            tr(N_("Record the decision")),
            fields=_decision(kind, known),
            known=known,
            answers={"at": room.now().isoformat(), "court": order.last.court, "allows": order.last.wants},
            send=self._decide,
            glyph="ph.pen-nib",
        )

    def refuse(self, error: Exception, *, action: str = "", act: Callable[[], object] | None = None) -> None:
        if isinstance(error, Refusal) and error.reason is Reason.ORDER_TERM_LONG:
            super().refuse(error, action=tr(N_("Record as on the paper")), act=self._confirm)
        else:
            super().refuse(error, action=action, act=act)

    def _confirm(self) -> None:
        self.wait(True)
        self._decide(self._said, confirmed=True)

    def _decide(self, said: Answers, *, confirmed: bool = False) -> None:
        self._said = said
        granted, until = said["verdict"] == "granted", _text(said, "until")
        self._room.act(
            self,
            orders.decide_order,
            self._room.memory.case_id,
            self._order.ref,
            granted=granted,
            decided_at=_moment(said, "at"),
            number=_text(said, "number"),
            court=_text(said, "court"),
            text=_text(said, "allows" if granted else "why"),
            valid_until=date.fromisoformat(until) if until else None,
            exhibit=_text(said, "exhibit"),
            confirmed=confirmed,
            then=lambda _: self.accept(),
            failed=self.refuse,
        )


class RecordException(AskForm):
    """What the law allows without an order: on which text, because of which facts, and when the judge was told."""

    def __init__(
        self, parent: QWidget, room: Room, step: str, kinds: Sequence[OrderKind], pack: Pack, known: Known
    ) -> None:
        self._room, self._step, self._kinds = room, step, kinds
        fields = [
            *_kind(kinds),
            *_person(known),
            Field("court", Kind.TEXT, tr(N_("Court that was told"))),
            Field("at", Kind.MOMENT, tr(N_("When it was acted on")), required=True),
            Field("place", Kind.TEXT, tr(N_("Place or thing that it concerns"))),
            Field("grounds", Kind.LINES, tr(N_("Which facts make it that case")), required=True, help=tr(_EXCEPTION)),
        ]
        super().__init__(
            parent,
            tr(N_("Acting without an order of the judge")),
            tr(N_("It stands in the file with your name. The judge reviews it.")),
            tr(N_("Record the exception")),
            fields=fields,
            known=known,
            answers={"at": room.now().isoformat()},
            send=self._record,
            before=_law(kinds, pack),
            glyph="ph.shield-chevron",
        )
        self._unscreened = Unscreened(self, room)

    def _record(self, said: Answers) -> None:
        self._room.act(
            self,
            orders.record_exception,
            self._room.memory.case_id,
            step=self._step,
            kind=_text(said, "kind") or self._kinds[0].key,
            grounds=_text(said, "grounds"),
            at=_moment(said, "at"),
            subject=_text(said, "subject"),
            place=_text(said, "place"),
            court=_text(said, "court"),
            then=lambda _: self.accept(),
            failed=self.refuse,
        )


_GROUNDS = N_("The facts that call for it, and where each stands in the file.")
_EXCEPTION = N_("Say what was seen, by whom, and why the order could not be waited for.")


def _law(kinds: Sequence[OrderKind], pack: Pack) -> Notice:
    """The cases that the law knows, with source and mark."""
    lines = []
    for kind in kinds:
        source = isolate(pack.sources.get(kind.source, kind.source))
        place = place_text(kind.place, speaking()) if kind.place else ""
        where = " — ".join(part for part in (source, place) if part)
        named = f"{kind.label}: {kind.exception}" if len(kinds) > 1 else kind.exception
        lines.append(f"{named}\n{where} ({tr(MARKS[kind.mark])})" if where else f"{named} ({tr(MARKS[kind.mark])})")
    sure = all(kind.mark == "S" for kind in kinds)
    made = Notice("\n".join(lines), tone="info" if sure else "warn", closes=False)
    made.setObjectName("exception-text")
    return made


def _decision(kind: OrderKind, known: Known) -> list[Field]:
    granted, refused = {"verdict": ("granted",)}, {"verdict": ("refused",)}
    verdicts = (Option("granted", tr(N_("Granted"))), Option("refused", tr(N_("Refused"))))
    ends = (
        speaking().say_many(
            "Left empty it runs for {n} day, the longest that the law allows.",
            "Left empty it runs for {n} days, the longest that the law allows.",
            kind.days,
        )
        if kind.days is not None
        else tr(N_("Left empty it has no end."))
    )
    fields = [
        Field("verdict", Kind.CHOICE, tr(N_("The judge has")), required=True, options=verdicts),
        Field("at", Kind.MOMENT, tr(N_("Decided at")), required=True),
        Field("number", Kind.TEXT, tr(N_("Number of the order")), required=True, when=granted),
        Field("court", Kind.TEXT, tr(N_("Court")), required=True, when=granted),
        Field("until", Kind.DAY, tr(N_("Valid until the end of")), help=ends, when=granted),
    ]
    if known.exhibits:
        fields.append(Field("exhibit", Kind.EXHIBIT, tr(N_("Exhibit with the scan"))))
    fields += [
        Field("allows", Kind.LINES, tr(N_("What it allows")), required=True, when=granted),
        Field("why", Kind.LINES, tr(N_("Reason of the judge")), required=True, when=refused),
    ]
    return fields


def _kind(kinds: Sequence[OrderKind]) -> list[Field]:
    """Which kind, where a step asks for several."""
    if len(kinds) == 1:
        return []
    options = tuple(Option(kind.key, kind.label) for kind in kinds)
    return [Field("kind", Kind.CHOICE, tr(N_("Kind of order")), required=True, options=options)]


def _person(known: Known) -> list[Field]:
    return [Field("subject", Kind.PERSON, tr(N_("Person it concerns")))] if known.people else []


def _text(said: Answers, key: str) -> str:
    return str(said.get(key) or "")


def _moment(said: Answers, key: str) -> datetime:
    return datetime.fromisoformat(str(said[key]))
