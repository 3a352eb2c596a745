"""What is done on the page of interviews: each opens its dialog, or goes to where the rest of it is done."""

from collections.abc import Callable
from datetime import UTC
from typing import Any

from PySide6.QtWidgets import QWidget

from workbench.services import interviews
from workbench.services.interviews import InterpreterRow, InterviewRow, LineRow, StatementRow
from workbench.ui.dialogs.interviews.holding import HoldInterview
from workbench.ui.dialogs.interviews.interpreting import RaiseDoubt, RecordInterpreter, settle
from workbench.ui.dialogs.interviews.planning import ChoosePerson, PlanInterview, cancel
from workbench.ui.dialogs.interviews.stating import CorrectLine, ReadBack, SealRecording, Sign
from workbench.ui.guide.snapshot import role_words
from workbench.ui.heard import Looked
from workbench.ui.room import Room
from workbench.ui.state import speaking

Acts = dict[str, Callable[[], object]]


class Doing:
    """Opens the dialogs over a page; ``choose`` shows what was made, ``again`` asks for everything anew."""

    def __init__(
        self, page: QWidget, room: Room, found: Callable[[], Looked | None], choose: Callable[[str], object],
        again: Callable[[], object],
    ) -> None:  # fmt: skip
        self._page, self._room, self._found, self._choose, self._again = page, room, found, choose, again

    def plan(self) -> None:
        """Plan a talk: with whom first, then with what is open beside it."""
        found = self._found()
        if found is not None:
            people = [(one.alias, role_words(one)) for one in found.people if not one.deceased]
            ChoosePerson(self._page, people, self._propose).open()

    def interpreter(self) -> None:
        """Record a new interpreter."""
        RecordInterpreter(self._page, self._room).open()

    def of_talk(self, one: InterviewRow, write: Callable[[], object]) -> Acts:
        """What can be done with a talk."""
        return {
            "begin": lambda: self._begin(one), "pause": lambda: self._pause(one), "write": write,
            "hold": lambda: self._hold(one), "plan": lambda: self._propose(one.alias, one.capacity, one),
            "cancel": lambda: cancel(self._page, self._room, one.ref).open(),
            "plan_paper": lambda: self._paper("interview_plan", one.ref),
            "record_paper": lambda: self._paper("interview_record", one.ref),
            "rights_paper": lambda: self._paper("rights_notice", one.ref),
        }  # fmt: skip

    def of_statement(self, one: StatementRow) -> Acts:
        """What can be done with a statement."""
        return {
            "read_back": lambda: self._with(lambda found: ReadBack(self._page, self._room, one, found).open()),
            "sign": lambda: self._sign(one), "paper": lambda: self._paper("statement", one.ref),
            "seal": lambda: self._with(lambda found: SealRecording(self._page, self._room, one, found).open()),
            "cite": lambda: self._room.went.emit("elements"),
        }  # fmt: skip

    def of_voice(self, one: InterpreterRow) -> Acts:
        """What can be done with an interpreter."""
        return {
            "change": lambda: RecordInterpreter(self._page, self._room, one).open(),
            "doubt": lambda: RaiseDoubt(self._page, self._room, one).open(),
            "paper": lambda: self._paper("interpreter_record", one.ref),
        }

    def settle(self, one: InterpreterRow, number: int) -> None:
        """Record what was done about a doubt."""
        settle(self._page, self._room, one, number).open()

    def correct(self, one: StatementRow, line: LineRow) -> None:
        """Put the right words beside a line."""
        CorrectLine(self._page, self._room, one, line).open()

    def _with(self, then: Callable[[Looked], object]) -> None:
        found = self._found()
        if found is not None:
            then(found)

    def _propose(self, alias: str, capacity: str, old: InterviewRow | None = None) -> None:
        def then(proposal: Any) -> None:
            self._with(
                lambda found: PlanInterview(
                    self._page, self._room, found, proposal, alias=alias, capacity=capacity, old=old,
                    then=lambda row: self._choose(row.ref),
                ).open()
            )  # fmt: skip

        self._room.ask(
            self._page, interviews.propose, self._room.memory.case_id, alias, speaking().tag, then=then,
            failed=getattr(self._page, "refuse", None),
        )  # fmt: skip

    def _begin(self, one: InterviewRow) -> None:
        self._draft(one, {"started": self._now()})

    def _pause(self, one: InterviewRow) -> None:
        """Begin a break, or end the one that runs."""
        found = self._found()
        if found is None:
            return
        running = dict(found.running)
        breaks = [list(pause) for pause in running.get("breaks") or []]
        if breaks and len(breaks[-1]) == 1:
            breaks[-1].append(self._now())
        else:
            breaks.append([self._now()])
        self._draft(one, {**running, "breaks": breaks})

    def _draft(self, one: InterviewRow, typed: dict[str, Any]) -> None:
        self._room.ask(
            self._page, interviews.save_draft, self._room.memory.case_id, interviews.RUNNING, one.ref, typed,
            then=lambda _: self._again(), failed=getattr(self._page, "refuse", None),
        )  # fmt: skip

    def _now(self) -> str:
        return self._room.now().astimezone(UTC).isoformat(timespec="seconds")

    def _hold(self, one: InterviewRow) -> None:
        self._with(lambda found: HoldInterview(self._page, self._room, found, one, found.running).open())

    def _sign(self, one: StatementRow) -> None:
        def then(found: Looked) -> None:
            talk = found.talk(one.interview)
            room = talk.conduct.room if talk and talk.conduct else ()
            voice = found.voice(one.head.get("interpreter", ""))
            names = {person.role: person.name for person in room} | {"writer": one.head.get("writer", "")}
            if voice is not None:
                names["interpreter"] = voice.name
            Sign(self._page, self._room, one, names).open()

        self._with(then)

    def _paper(self, kind: str, ref: str) -> None:
        self._room.memory.of("documents", self._room.memory.case_id)["kind"] = f"{kind} {ref}"
        self._room.went.emit("documents")
