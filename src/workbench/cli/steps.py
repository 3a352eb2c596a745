"""``step``: show one, finish it, pass its gate with a reason, or say why it is left out."""

import argparse
from pathlib import Path

from workbench.cli import answers, orders
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.services import guides, steps
from workbench.services.guides import GuideRow
from workbench.services.rows import OrderRow
from workbench.sop import Step, StepView


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    step = commands.add_parser("step", help="show, finish, waive or set aside a step").add_subparsers(
        required=True
    )
    for name, run, wants, said in (
        ("show", _show, (), "purpose, fields, law, and why it is here"),
        ("finish", _finish, ("--answers", "--late-reason"), "record it with the answers of a file"),
        ("early", _early, ("--answers", "--reason"), "record it out of order, before what it waits for"),
        ("override", _override, ("--answers", "--reason"), "pass a gate that protects a person, to save a life"),
        ("not-applicable", _not_applicable, ("--reason",), "say why it does not apply"),
        ("waive", _waive, ("--reason",), "leave it out, as supervisor, with a reason"),
        ("ask-waiver", _ask, ("--reason",), "ask the supervisor to leave it out"),
        ("reopen", _reopen, ("--reason",), "open a recorded step again"),
    ):
        parser = step.add_parser(name, parents=[common], help=said)
        parser.add_argument("case")
        parser.add_argument("step")
        if "--answers" in wants:
            parser.add_argument("--answers", required=True, metavar="FILE.yaml")
        if "--reason" in wants:
            parser.add_argument("--reason", required=True)
        if "--late-reason" in wants:
            parser.add_argument("--late-reason", default="", metavar="TEXT", help="why it is late, if it is")
        parser.set_defaults(run=run)


def _show(session: Session, args: argparse.Namespace, output: Output) -> int:
    guide = guides.guide(session.desk, args.case, "en")
    view = guide.progress.views.get(args.step)
    if view is None:
        raise Refusal(Reason.STEP_UNKNOWN, step=ltr(args.step))
    step = guide.pack.step(args.step)
    fields = [
        {
            "key": field.key, "kind": str(field.kind), "label": field.label, "required": field.required,
            "options": {option.key: option.label for option in field.options},
        }
        for field in step.fields
    ]  # fmt: skip
    asks = {kind: guide.pack.orders[kind].label for kind in step.asks}
    value = {
        "step": step.key, "codes": step.codes, "title": step.title, "purpose": step.purpose, "state": str(view.state),
        "todo": step.todo, "fields": fields, "waits_for": view.waits_for, "waits_for_facts": view.waits_for_facts,
        "waits_for_orders": view.waits_for_orders, "safety": step.safety, "asks": asks,
        "orders": _orders(guide, step, view), "deadlines": _deadlines(guide, step.key),
        "because": [fact.fact for fact in view.because],
        "sources": [f"{source.key} {source.place}" for source in step.sources], "mark": step.mark,
        "history": guide.records.get(step.key, ()),
    }  # fmt: skip
    lines = [f"{step.key} {step.title} ({view.state})", step.purpose, *(f"- {line}" for line in step.todo)]
    lines += [f"  {f['key']}{' *' if f['required'] else ''} [{f['kind']}] {f['label']}" for f in fields]
    output.result(value, [*lines, *_told(guide, step, view)])
    return 0


def _orders(guide: GuideRow, step: Step, view: StepView) -> list[OrderRow]:
    """The orders that are asked for at the step, and those that its gate waits for."""
    wanted = {*step.asks, *view.waits_for_orders}
    return [row for row in guide.orders if row.kind in wanted or row.step == step.key]


def _deadlines(guide: GuideRow, step: str) -> list[dict[str, object]]:
    return [
        {
            "index": due.index, "subject": due.subject, "due_at": due.due_at, "state": str(due.state),
            "start_at": due.start_at, "basis": due.basis, "source": due.source, "place": due.place, "mark": due.mark,
            "extended": due.extended, "extensions_left": due.extensions_left, "settled_at": due.settled_at,
            "text": guide.pack.step(step).deadlines[due.index].text,
        }
        for due in guide.dues if due.step == step
    ]  # fmt: skip


def _told(guide: GuideRow, step: Step, view: StepView) -> list[str]:
    """The gate, the orders and the deadlines of a step, as lines."""
    waits = ", ".join((*view.waits_for, *view.waits_for_facts, *(f"order {one}" for one in view.waits_for_orders)))
    lines = [f"waits for: {waits}{' (protects a person)' if step.safety else ''}"] if waits else []
    lines += [f"asks for: {kind} ({guide.pack.orders[kind].label})" for kind in step.asks]
    lines += [orders.line(row) for row in _orders(guide, step, view)]
    for due in (one for one in guide.dues if one.step == step.key):
        about = f" {due.subject}" if due.subject else ""
        lines.append(f"due {due.due_at:%Y-%m-%d %H:%M}Z{about}: {due.state}, {due.basis}, {due.mark}")
    return lines


def _finish(session: Session, args: argparse.Namespace, output: Output) -> int:
    steps.finish_step(
        session.desk, args.case, args.step, answers.read(Path(args.answers)), reason=args.late_reason
    )
    return _done(args, output, "done")


def _early(session: Session, args: argparse.Namespace, output: Output) -> int:
    steps.finish_early(session.desk, args.case, args.step, answers.read(Path(args.answers)), args.reason)
    return _done(args, output, "done")


def _override(session: Session, args: argparse.Namespace, output: Output) -> int:
    steps.override(session.desk, args.case, args.step, answers.read(Path(args.answers)), args.reason)
    return _done(args, output, "done")


def _not_applicable(session: Session, args: argparse.Namespace, output: Output) -> int:
    steps.not_applicable(session.desk, args.case, args.step, args.reason)
    return _done(args, output, "not_applicable")


def _waive(session: Session, args: argparse.Namespace, output: Output) -> int:
    steps.waive(session.desk, args.case, args.step, args.reason)
    return _done(args, output, "waived")


def _ask(session: Session, args: argparse.Namespace, output: Output) -> int:
    steps.ask_waiver(session.desk, args.case, args.step, args.reason)
    return _done(args, output, "asked")


def _reopen(session: Session, args: argparse.Namespace, output: Output) -> int:
    steps.reopen(session.desk, args.case, args.step, args.reason)
    return _done(args, output, "reopened")


def _done(args: argparse.Namespace, output: Output, state: str) -> int:
    output.result({"case": args.case, "step": args.step, "state": state}, [f"{args.step}: {state}."])
    return 0
