"""``step``: show one, finish it, or say why not."""

import argparse
from pathlib import Path

from workbench.cli import answers
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.services import guides, steps


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    step = commands.add_parser("step", help="show, finish, waive or set aside a step").add_subparsers(
        required=True
    )
    for name, run, wants, said in (
        ("show", _show, (), "purpose, fields, law, and why it is here"),
        ("finish", _finish, ("--answers",), "record it with the answers of a file"),
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
    value = {
        "step": step.key, "title": step.title, "purpose": step.purpose, "state": str(view.state), "todo": step.todo,
        "fields": fields, "waits_for": view.waits_for, "because": [fact.fact for fact in view.because],
        "sources": [f"{source.key} {source.place}" for source in step.sources], "mark": step.mark,
        "history": guide.records.get(step.key, ()),
    }  # fmt: skip
    lines = [f"{step.key} {step.title} ({view.state})", step.purpose, *(f"- {line}" for line in step.todo)]
    lines += [f"  {f['key']}{' *' if f['required'] else ''} [{f['kind']}] {f['label']}" for f in fields]
    output.result(value, lines)
    return 0


def _finish(session: Session, args: argparse.Namespace, output: Output) -> int:
    steps.finish_step(session.desk, args.case, args.step, answers.read(Path(args.answers)))
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
