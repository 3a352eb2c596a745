"""``case``: open, list, show, the steps of one, and how it stands against its procedure."""

import argparse

from workbench.cli import course, moments
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.services import cases, guides
from workbench.services.rows import CaseRow


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    case = commands.add_parser("case", help="open, list or show cases").add_subparsers(required=True)
    opened = case.add_parser("open", parents=[common], help="open a case")
    opened.add_argument("--title", required=True, help="a neutral description without names of people")
    opened.add_argument("--kind", choices=sorted(cases.KINDS), default="undetermined")
    opened.add_argument("--pack", help="the procedure pack; the shipped one of the kind if not given")
    opened.add_argument("--lead", default="", help="the case lead officer")
    opened.add_argument("--number", default="", help="a number the case already carries")
    opened.add_argument("--law-on", default="", metavar="YYYY-MM-DD", help="the day of the act, whose law holds")
    opened.set_defaults(run=_open)
    listed = case.add_parser("list", parents=[common], help="all cases")
    listed.set_defaults(run=_list)
    shown = case.add_parser("show", parents=[common], help="one case")
    shown.add_argument("case")
    shown.set_defaults(run=_show)
    walked = case.add_parser("steps", parents=[common], help="the steps of a case and their states")
    walked.add_argument("case")
    walked.add_argument("--all", action="store_true", help="also the steps that are not called for")
    walked.set_defaults(run=_steps)
    course.add(case, common)


def _open(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = cases.open_case(
        session.desk, title=args.title, kind=args.kind, pack=args.pack, lead=args.lead, number=args.number,
        law_on=moments.day(args.law_on),
    )  # fmt: skip
    output.result(row, [f"Case {row.number} opened under {row.pack_key} {row.pack_version}."])
    return 0


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = cases.list_cases(session.desk)
    output.result(rows, [_line(row) for row in rows] or ["No cases yet."])
    return 0


def _show(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = cases.show_case(session.desk, args.case)
    output.result(row, [_line(row), f"opened {row.opened_at:%Y-%m-%d %H:%M}Z, lead {row.lead}"])
    return 0


def _line(row: CaseRow) -> str:
    due = f", due {row.next_due_at:%Y-%m-%d %H:%M}Z" if row.next_due_at else ""
    alarms = (" [danger]" if row.danger else "") + (" [child]" if row.child else "")
    where = f"{row.done} of {row.total}, next {row.next_step or '-'}"
    return f"{row.number}  {row.title}  ({row.kind}) {where}{due}{alarms}"


def _steps(session: Session, args: argparse.Namespace, output: Output) -> int:
    guide = guides.guide(session.desk, args.case, "en")
    views = [view for view in guide.progress.views.values() if args.all or view.state != "absent"]
    rows = [
        {
            "step": view.key, "state": str(view.state), "title": guide.pack.step(view.key).title,
            "waits_for": list(view.waits_for), "because": [fact.fact for fact in view.because],
        }
        for view in views
    ]  # fmt: skip
    output.result(rows, [f"{row['step']:7} {row['state']:14} {row['title']}" for row in rows])
    return 0
