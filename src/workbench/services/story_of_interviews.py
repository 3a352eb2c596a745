"""The interviews and statements of the synthetic cases, and how a desk comes to know them."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from workbench.services import interviews
from workbench.services.interviews import BreakRow, ConductRow, PlanRow, PresentRow, Said, TopicRow
from workbench.shipped import resource
from workbench.store import Desk


def interview_told(desk: Desk, case: str, facts: Mapping[str, Any], folder: str) -> None:
    """Let one thing happen in the interviews of a story; ``what`` is one of the keys of ``_TELLERS``."""
    _TELLERS[facts["what"]](desk, case, {**facts, "folder": folder})


def _at(desk: Desk, text: str) -> datetime:
    return min(datetime.fromisoformat(text), desk.clock.now())


def _interpreter(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    interviews.record_interpreter(
        desk, case, name=facts["name"], languages=list(facts["languages"].items()), sex=facts["sex"],
        paper=facts.get("paper", ""), qualification=facts["qualification"], accepted=facts["accepted"],
    )  # fmt: skip


def _oath(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    old = next(one for one in interviews.list_interpreters(desk, case) if one.ref == facts["ref"])
    interviews.record_interpreter(
        desk, case, name=old.name, languages=old.languages, oath_at=_at(desk, facts["at"]), sex=old.sex,
        paper=old.paper, qualification=old.qualification, accepted=old.accepted, ref=old.ref, reason="oath",
    )  # fmt: skip


def _plan(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    plan = PlanRow(
        place=facts["place"], minutes=int(facts["minutes"]), topics=tuple(map(TopicRow, facts["topics"])),
        interviewer=facts["interviewer"], interpreter=facts.get("interpreter", ""), language=facts["language"],
        private="yes", fit="yes", beside=_people(facts.get("beside", {})), risks=facts.get("risks", ""),
    )  # fmt: skip
    planned = datetime.fromisoformat(facts["planned"])
    interviews.plan_interview(
        desk, case, facts["alias"], capacity=facts["capacity"], plan=plan, at=max(planned, desk.clock.now())
    )


def _held(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    breaks = [one.split(" ") for one in facts.get("breaks", ())]
    conduct = ConductRow(
        _at(desk, facts["from"]), _at(desk, facts["until"]), room=_people(facts["people"]),
        breaks=tuple(BreakRow(_at(desk, start), _at(desk, end)) for start, end in breaks), language=facts["language"],
        interpreter=facts.get("interpreter", ""), understood="yes" if "interpreter" in facts else "unknown",
        explained=tuple(facts.get("explained", ())), said_back=facts.get("said_back", ""),
        rights=tuple(facts.get("rights", ())), acknowledged=facts.get("acknowledged", ""), private="yes", fit="yes",
        voluntary="yes", promised="no", observed=facts.get("observed", ""),
    )  # fmt: skip
    interviews.hold_interview(desk, case, facts["ref"], conduct=conduct)


def _statement(desk: Desk, case: str, facts: Mapping[str, Any]) -> None:
    """Take the words of the paper; what was written first and put right stands as it was written first."""
    file = resource("training", facts["folder"], "evidence", facts["file"])
    first = {int(line): (wrong, right) for line, (wrong, right) in facts.get("heard_first", {}).items()}
    lines = list(interviews.said_in(file.read_text(encoding="utf-8")))
    for number, (wrong, right) in first.items():
        lines[number - 1] = Said(lines[number - 1].kind, lines[number - 1].text.replace(right, wrong))
    talk = interviews.one_interview(desk, case, facts["interview"])
    assert talk.conduct is not None
    written = ("no_oath", "oath", "writer", "identified", "occupation", "relation")
    head = {key: facts[key] for key in written if key in facts}
    row = interviews.take_statement(
        desk, case, lines=lines, language=facts["language"], started_at=talk.conduct.started_at,
        ended_at=talk.conduct.ended_at, head={**head, "place": talk.plan.place}, interview=talk.ref,
    )  # fmt: skip
    for number, (wrong, right) in first.items():
        words = row.lines[number - 1].text.replace(wrong, right)
        interviews.correct_line(desk, case, row.ref, number, text=words, signed=True)
    interviews.read_back(
        desk, case, row.ref, languages=facts["read_back"], by=facts["read_by"], accepted="corrected" if first else "yes"
    )
    interviews.sign(desk, case, row.ref, role="speaker", how=facts["signed"])


def _people(told: Mapping[str, str]) -> tuple[PresentRow, ...]:
    return tuple(PresentRow(role, name) for role, name in told.items())


_TELLERS: Mapping[str, Callable[[Desk, str, Mapping[str, Any]], None]] = {
    "interpreter": _interpreter, "oath": _oath, "plan": _plan, "held": _held, "statement": _statement,
}  # fmt: skip
