"""``person``: add and list. Names are entered here and shown only where somebody says why."""

import argparse

from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.services import people
from workbench.services.rows import NameRow, PersonRow


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    person = commands.add_parser("person", help="add, list or show people").add_subparsers(required=True)
    added = person.add_parser("add", parents=[common], help="add a person under the next code")
    added.add_argument("case")
    for part in ("ism", "father", "grandfather", "great-grandfather", "family", "as-written"):
        added.add_argument(f"--{part}", default="")
    added.add_argument("--sex", choices=people.SEXES, default="unknown")
    added.add_argument("--born", default="", metavar="DAY|YEAR")
    added.add_argument("--born-about", default="", metavar="YEAR")
    added.add_argument("--born-between", nargs=2, default=(), metavar=("LOW", "HIGH"))
    added.add_argument("--age-in-doubt", action="store_true")
    added.add_argument("--nationality", default="", metavar="CODE", help="ISO 3166 code")
    added.add_argument("--language", dest="languages", action="append", default=[], metavar="CODE")
    added.add_argument("--needs-interpreter", action="store_true")
    added.add_argument("--role", required=True, choices=sorted(people.ROLES))
    added.add_argument("--basis", required=True, help="on what this role rests")
    added.set_defaults(run=_add)
    listed = person.add_parser("list", parents=[common], help="the people of a case, names hidden")
    listed.add_argument("case")
    listed.set_defaults(run=_list)
    shown = person.add_parser(
        "show", parents=[common], help="one person with names; the reason goes to the log"
    )
    shown.add_argument("case")
    shown.add_argument("person")
    shown.add_argument("--reason", required=True)
    shown.set_defaults(run=_show)


def _add(session: Session, args: argparse.Namespace, output: Output) -> int:
    name = NameRow(
        "record",
        args.ism,
        args.father,
        args.grandfather,
        args.great_grandfather,
        args.family,
        args.as_written,
    )
    kind, low, high = _birth(args)
    row = people.add_person(
        session.desk, args.case, names=[name] if name.full else [], sex=args.sex, birth_kind=kind, birth_low=low,
        birth_high=high, age_in_doubt=args.age_in_doubt, nationality=args.nationality, languages=args.languages,
        needs_interpreter=args.needs_interpreter, role=args.role, basis=args.basis,
    )  # fmt: skip
    output.result(row, [f"{row.alias} added."])
    return 0


def _birth(args: argparse.Namespace) -> tuple[str, str, str]:
    if args.born_between:
        return "between", args.born_between[0], args.born_between[1]
    if args.born_about:
        return "about", args.born_about, ""
    return ("exact", args.born, "") if args.born else ("unknown", "", "")


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = people.list_people(session.desk, args.case)
    output.result(rows, [_line(row) for row in rows] or ["No people yet."])
    return 0


def _show(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = people.reveal(session.desk, args.case, args.person, args.reason)
    output.result(row, [_line(row), *(f"{name.kind}: {name.full}" for name in row.names)])
    return 0


def _line(row: PersonRow) -> str:
    age = (
        "age unknown"
        if row.age_low is None
        else f"age {row.age_low}" + (f" to {row.age_high}" if row.age_high != row.age_low else "")
    )
    return f"{row.alias}  {', '.join(row.roles)}  {age}{'  [child]' if row.child else ''}"
