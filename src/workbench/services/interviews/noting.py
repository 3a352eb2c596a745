"""What comes after the words were taken down: read back, corrected beside the old line, signed, recording sealed."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from workbench import terms
from workbench.errors import Reason, Refusal
from workbench.i18n import N_, ltr
from workbench.models import StatementEntry
from workbench.security import Act
from workbench.services import texts
from workbench.services.cases import members
from workbench.services.finding import case_id_of
from workbench.services.interviews.checking import require_choice, require_words
from workbench.services.interviews.holding import sealed_in
from workbench.services.interviews.statements import one_statement
from workbench.services.stated import CORRECTED, READ_BACK, SEALED, SIGNED, StatementRow, statement_row
from workbench.store import Desk

ACCEPTED = ("yes", "corrected", "no")
SPEAKER = "speaker"


def read_back(
    desk: Desk, case: str, ref: str, *, languages: Sequence[str], by: str, accepted: str = "yes", note: str = "",
    at: datetime | None = None,
) -> StatementRow:  # fmt: skip
    """Record that the statement was read back, by whom, in which languages, and whether it was accepted."""
    require_choice(accepted, ACCEPTED)
    require_words([(N_("language it was read back in"), " ".join(languages)), (N_("who read it"), by)])
    if accepted == "no":
        require_words([(N_("what was not accepted"), note)])
    detail = {
        "languages": [texts.one_line(one, 10) for one in languages], "accepted": accepted,
        "note": texts.several_lines(note),
    }  # fmt: skip
    return _note(desk, case, ref, READ_BACK, by, detail, at)


def correct_line(
    desk: Desk, case: str, ref: str, line: int, *, text: str, translation: str = "", asked_by: str = SPEAKER,
    signed: bool, at: datetime | None = None,
) -> StatementRow:  # fmt: skip
    """Put the right words beside a line; the old ones stay. ``signed``: whoever asked for it signed beside it."""
    require_choice(asked_by, terms.SIGNERS)
    require_words([(N_("the right words"), text)])
    row = _open(desk, case, ref)
    found = next((one for one in row.lines if one.no == line), None)
    if found is None:
        raise Refusal(
            Reason.STATEMENT_LINE_UNKNOWN, statement=ltr(ref), line=ltr(str(line)), most=len(row.lines),
            example=ltr("line 3"),
        )  # fmt: skip
    detail = {
        "text": texts.several_lines(text), "translation": texts.several_lines(translation) or found.translation_now,
        "signed": "yes" if signed else "no",
    }  # fmt: skip
    return _note(desk, case, ref, CORRECTED, asked_by, detail, at, line=str(line))


def sign(
    desk: Desk, case: str, ref: str, *, role: str, how: str, who: str = "", reason: str = "",
    at: datetime | None = None,
) -> StatementRow:  # fmt: skip
    """Record who signed, put a thumb, or refused and why. The speaker signs by code, and only what was read back."""
    require_choice(role, terms.SIGNERS)
    require_choice(how, terms.SIGNED)
    if how == "refused":
        require_words([(N_("why it was not signed"), reason)])
    row = _open(desk, case, ref) if role == SPEAKER else one_statement(desk, case, ref)
    if role == SPEAKER:
        if how != "refused" and not row.read_backs:
            raise Refusal(Reason.STATEMENT_NOT_READ_BACK, statement=ltr(ref))
        who = row.alias
    require_words([(N_("who signs"), who)])
    detail = {"role": role, "how": how, "reason": texts.several_lines(reason)}
    return _note(desk, case, ref, SIGNED, who, detail, at)


def seal_recording(desk: Desk, case: str, ref: str, exhibit: str, *, at: datetime | None = None) -> StatementRow:
    """Tie the statement to the recording of the talk: the sealed file of an exhibit, by its hash."""
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        file = sealed_in(session, case_id, exhibit)
    detail = {"exhibit": exhibit, "name": file.original_name, "sha256": file.sha256}
    return _note(desk, case, ref, SEALED, desk.actor.name, detail, at)


def _open(desk: Desk, case: str, ref: str) -> StatementRow:
    """The statement, while the speaker has not signed or refused: what comes later is a further statement."""
    row = one_statement(desk, case, ref)
    if any(one.role == SPEAKER for one in row.signatures):
        raise Refusal(Reason.STATEMENT_SIGNED, statement=ltr(ref))
    return row


def _note(
    desk: Desk, case: str, ref: str, kind: str, who: str, detail: Mapping[str, Any], at: datetime | None, *,
    line: str = "",
) -> StatementRow:  # fmt: skip
    desk.require(Act.STATEMENT_NOTE)
    with desk.reading() as session:
        case_id = case_id_of(session, case)
        row = statement_row(session, case_id, ref, members(session))
    at = texts.happened(at, desk.clock.now())
    if at < row.started_at:
        raise Refusal(Reason.MOMENT_WRONG, problem=N_("it lies before the last entry"))
    with desk.act(Act.STATEMENT_NOTE, case_id, subject=f"{ref} {kind} {line}".strip()) as session:
        session.add(
            desk.stamp(
                StatementEntry(
                    case_id=case_id, statement=ref, kind=kind, at=at, line=line, who=texts.one_line(who, 200),
                    detail=dict(detail),
                )
            )
        )  # fmt: skip
    return one_statement(desk, case_id, ref)
