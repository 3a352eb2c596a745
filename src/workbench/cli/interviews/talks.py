"""``interview propose|plan|hold|cancel|list|show``."""

import argparse
from collections.abc import Iterable, Iterator

from workbench import terms
from workbench.cli.moments import EXAMPLE, moment
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.errors import Reason, Refusal
from workbench.i18n import TAGS, language, ltr
from workbench.services import interviews
from workbench.services.interviews import BreakRow, ConductRow, InterviewRow, PlanRow, PresentRow, TopicRow

_ROOM = "ROLE=NAME[,female|male]"


def add(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Add these verbs to the parser."""
    proposed = verbs.add_parser("propose", parents=[common], help="what is open, and what was told already")
    proposed.add_argument("case")
    proposed.add_argument("person", help="the code, for instance P-01")
    proposed.add_argument("--language", default="en", choices=TAGS)
    proposed.set_defaults(run=_propose)
    _to_plan(verbs.add_parser("plan", parents=[common], help="plan a talk, or change the plan of one"))
    _to_hold(verbs.add_parser("hold", parents=[common], help="record how a planned talk was held"))
    cancelled = verbs.add_parser("cancel", parents=[common], help="record that a planned talk does not take place")
    cancelled.add_argument("case")
    cancelled.add_argument("interview", help="its number, for instance IV-01")
    cancelled.add_argument("--reason", required=True)
    cancelled.set_defaults(run=_cancel)
    listed = verbs.add_parser("list", parents=[common], help="the talks of a case, with what each lacks")
    listed.add_argument("case")
    listed.add_argument("person", nargs="?", default="")
    listed.set_defaults(run=_list)
    shown = verbs.add_parser("show", parents=[common], help="one talk with its plan, how it was held and its warnings")
    shown.add_argument("case")
    shown.add_argument("interview")
    shown.set_defaults(run=_show)


def _to_plan(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case")
    parser.add_argument("person", help="the code, for instance P-01")
    parser.add_argument("--as", dest="capacity", required=True, choices=terms.HEARD_AS)
    parser.add_argument("--place", required=True)
    parser.add_argument("--at", default="", metavar="MOMENT", help=f"for instance {EXAMPLE} (now)")
    parser.add_argument("--minutes", type=int, default=60)
    parser.add_argument("--topic", dest="topics", action="append", default=[], metavar="TEXT", help="may be repeated")
    parser.add_argument("--proposed", action="store_true", help="with the topics that «propose» lists")
    parser.add_argument("--language", default="", metavar="CODE", help="in which it is held, for instance lg")
    parser.add_argument("--interpreter", default="", metavar="I-01")
    parser.add_argument("--interviewer", default="", metavar="NAME")
    parser.add_argument("--officer-sex", default="unknown", choices=terms.SEXES)
    parser.add_argument("--trained", default="unknown", choices=terms.YES_NO, help="to speak with children")
    parser.add_argument("--private", default="unknown", choices=terms.YES_NO)
    parser.add_argument("--fit", default="unknown", choices=terms.YES_NO)
    parser.add_argument("--fit-by", default="", metavar="NAME")
    parser.add_argument("--beside", action="append", default=[], type=_present, metavar=_ROOM)
    parser.add_argument("--risks", default="", metavar="TEXT")
    parser.add_argument("--change", default="", metavar="IV-01", help="the plan that this one takes the place of")
    parser.add_argument("--reason", default="", metavar="TEXT", help="why it is meant, where it should not be")
    parser.set_defaults(run=_plan)


def _to_hold(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("case")
    parser.add_argument("interview", help="its number, for instance IV-01")
    parser.add_argument("--from", dest="start", required=True, metavar="MOMENT", help=f"for instance {EXAMPLE}")
    parser.add_argument("--until", required=True, metavar="MOMENT")
    parser.add_argument("--break", dest="breaks", action="append", default=[], metavar="MOMENT/MOMENT")
    parser.add_argument("--room", action="append", default=[], type=_present, metavar=_ROOM)
    parser.add_argument("--language", default="", metavar="CODE")
    parser.add_argument("--interpreter", default="", metavar="I-01")
    parser.add_argument("--understood", default="unknown", choices=terms.YES_NO, help="language, dialect, both ways")
    parser.add_argument("--explained", action="append", default=[], metavar="KEY", help="of «engage and explain»")
    parser.add_argument("--said-back", default="", metavar="TEXT", help="in the person's own words")
    parser.add_argument("--right", dest="rights", action="append", default=[], metavar="KEY", help="read to a suspect")
    parser.add_argument("--all-rights", action="store_true", help="every right of a suspect was read")
    parser.add_argument("--acknowledged", default="", metavar="TEXT", help="what the suspect answered to the rights")
    parser.add_argument("--recorded", default="none", choices=terms.RECORDED)
    parser.add_argument("--exhibit", default="", metavar="NUMBER", help="under which the recording is sealed")
    parser.add_argument("--officer-sex", default="unknown", choices=terms.SEXES)
    for name in ("trained", "private", "fit", "voluntary", "promised"):
        parser.add_argument(f"--{name}", default="unknown", choices=terms.YES_NO)
    parser.add_argument("--observed", default="", metavar="TEXT", help="what was seen, in neutral words")
    parser.add_argument("--broken-off", default="", metavar="WHY")
    parser.set_defaults(run=_hold)


def _propose(session: Session, args: argparse.Namespace, output: Output) -> int:
    found = interviews.propose(session.desk, args.case, args.person, args.language)
    lines = [f"{one.origin:9}  {one.text}  ({one.why})" for one in found.topics]
    lines += [f"told       {one.question}: {one.answer}  ({one.where})" for one in found.answered]
    output.result(found, lines or ["Nothing is open by the matrix or the screening."])
    return 0


def _plan(session: Session, args: argparse.Namespace, output: Output) -> int:
    topics = [TopicRow(text) for text in args.topics]
    if args.proposed:
        topics += interviews.propose(session.desk, args.case, args.person).topics
    plan = PlanRow(
        place=args.place, minutes=args.minutes, topics=tuple(topics), interviewer=args.interviewer,
        officer_sex=args.officer_sex, trained=args.trained, interpreter=args.interpreter, language=args.language,
        private=args.private, fit=args.fit, fit_by=args.fit_by, beside=tuple(args.beside), risks=args.risks,
    )  # fmt: skip
    row = interviews.plan_interview(
        session.desk, args.case, args.person, capacity=args.capacity, plan=plan, at=moment(args.at), ref=args.change,
        reason=args.reason,
    )  # fmt: skip
    _told(row, output)
    return 0


def _hold(session: Session, args: argparse.Namespace, output: Output) -> int:
    start, end = moment(args.start), moment(args.until)
    if start is None or end is None:
        raise Refusal(Reason.OPTION_NEEDED, option=ltr("--from --until"))
    rights = tuple(interviews.interview_rules("en").rights) if args.all_rights else tuple(args.rights)
    conduct = ConductRow(
        started_at=start, ended_at=end, breaks=tuple(_breaks(args.breaks)), room=tuple(args.room),
        language=args.language, interpreter=args.interpreter, understood=args.understood,
        explained=tuple(args.explained), said_back=args.said_back, rights=rights, acknowledged=args.acknowledged,
        recorded=args.recorded, exhibit=args.exhibit, officer_sex=args.officer_sex, trained=args.trained,
        private=args.private, fit=args.fit, voluntary=args.voluntary, promised=args.promised, observed=args.observed,
    )  # fmt: skip
    row = interviews.hold_interview(
        session.desk, args.case, args.interview, conduct=conduct, state="broken_off" if args.broken_off else "held",
        reason=args.broken_off,
    )  # fmt: skip
    _told(row, output)
    return 0


def _cancel(session: Session, args: argparse.Namespace, output: Output) -> int:
    _told(interviews.cancel_interview(session.desk, args.case, args.interview, args.reason), output)
    return 0


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = interviews.list_interviews(session.desk, args.case, args.person)
    lines = [words for row in rows for words in _lines(row)]
    output.result([_plain(row) for row in rows], lines or ["Nobody was interviewed yet, and nothing is planned."])
    return 0


def _show(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = interviews.one_interview(session.desk, args.case, args.interview)
    plan = [f"  topic: {one.text}" for one in row.plan.topics]
    output.result(_plain(row), [*_lines(row), *plan])
    return 0


def _told(row: InterviewRow, output: Output) -> None:
    output.result(_plain(row), _lines(row))


def _plain(row: InterviewRow) -> dict[str, object]:
    """The row with its warnings as sentences."""
    spoken = language("en")
    found: dict[str, object] = {name: getattr(row, name) for name in type(row).__slots__}
    found["warnings"] = [{"key": one.key, "weight": one.weight, "text": one.say(spoken)} for one in row.warnings]
    return found


def _lines(row: InterviewRow) -> Iterator[str]:
    """An interview in one line, and one for each thing that it lacks."""
    when = f"{row.at:%Y-%m-%d %H:%M}Z" if row.at else "–"
    yield f"{row.ref}  {when}  {row.alias} as {row.capacity}, {row.plan.place}: {terms.INTERVIEW_STATES[row.state]}"
    for one in row.warnings:
        yield f"  {'!!' if one.weight == 'stop' else ' !'} {one.say(language('en'))}"


def _breaks(texts: Iterable[str]) -> Iterator[BreakRow]:
    for text in texts:
        start, _, end = text.partition("/")
        first, last = moment(start), moment(end)
        if first is None or last is None:
            raise Refusal(Reason.OPTION_NEEDED, option=ltr("--break MOMENT/MOMENT"))
        yield BreakRow(first, last)


def _present(text: str) -> PresentRow:
    role, _, rest = text.partition("=")
    name, _, sex = rest.partition(",")
    return PresentRow(role.strip(), name.strip(), sex.strip() or "unknown")
