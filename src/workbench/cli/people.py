"""``person``: add, claim a role, list. Names are entered here and shown only where somebody says why."""

import argparse

from workbench import terms
from workbench.cli.moments import EXAMPLE, moment
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.errors import Reason, Refusal
from workbench.i18n import N_
from workbench.services import people
from workbench.services.rows import NameRow, PaperRow, PersonRow

NAMES = ("record", "passport", "alias", "kunya")
CUSTODY = ("held", "released")


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    person = commands.add_parser("person", help="add, list or show people, and say which role somebody has")
    verbs = person.add_subparsers(metavar="VERB", required=True)
    _to_add(verbs.add_parser("add", parents=[common], help="add a person under the next code"))
    claimed = verbs.add_parser("claim", parents=[common], help="record a further role; earlier ones stay on record")
    claimed.add_argument("case")
    claimed.add_argument("person")
    _to_claim(claimed)
    claimed.add_argument("--ends", default="", choices=sorted(people.ROLES), help="the role whose place it takes")
    claimed.set_defaults(run=_claim)
    listed = verbs.add_parser("list", parents=[common], help="the people of a case, names hidden")
    listed.add_argument("case")
    listed.set_defaults(run=_list)
    shown = verbs.add_parser("show", parents=[common], help="one person with names; the reason goes to the log")
    shown.add_argument("case")
    shown.add_argument("person")
    shown.add_argument("--reason", required=True)
    shown.set_defaults(run=_show)


def _to_add(added: argparse.ArgumentParser) -> None:
    added.add_argument("case")
    for part in ("ism", "father", "grandfather", "great-grandfather", "family", "as-written"):
        added.add_argument(f"--{part}", default="")
    added.add_argument(
        "--also", dest="others", action="append", default=[], type=_name, metavar="KIND=NAME",
        help=f"another name as it is written: {', '.join(NAMES)}",
    )  # fmt: skip
    added.add_argument("--code", default="", help="the code they already carry, for instance P-03")
    added.add_argument("--sex", choices=people.SEXES, default="unknown")
    added.add_argument("--born", default="", metavar="DAY|YEAR")
    added.add_argument("--born-about", default="", metavar="YEAR")
    added.add_argument("--born-between", nargs=2, default=(), metavar=("LOW", "HIGH"))
    added.add_argument("--age-in-doubt", action="store_true")
    added.add_argument("--nationality", default="", metavar="CODE", help="ISO 3166 code")
    added.add_argument("--language", dest="languages", action="append", default=[], metavar="CODE")
    added.add_argument("--needs-interpreter", action="store_true")
    added.add_argument(
        "--paper", dest="papers", action="append", default=[], type=_paper, metavar="KIND:NUMBER:ISSUER:HOLDER",
        help=f"{', '.join(terms.PAPERS)}; the holder is self, unit or a code; what is not known stays empty",
    )  # fmt: skip
    added.add_argument("--phone", dest="phones", action="append", default=[], metavar="NUMBER")
    added.add_argument("--note", default="")
    _to_claim(added)
    added.set_defaults(run=_add)


def _to_claim(parser: argparse.ArgumentParser) -> None:
    """What a role needs, whether it is the first or a further one."""
    parser.add_argument("--role", required=True, choices=sorted(people.ROLES))
    parser.add_argument("--basis", required=True, help="on what this role rests")
    parser.add_argument("--decided-by", default="", metavar="NAME", help="who says so; whoever signed in if not given")
    parser.add_argument("--since", default="", metavar="MOMENT", help=f"for instance {EXAMPLE} (now)")
    parser.add_argument(
        "--custody", default="", choices=CUSTODY, help="the time limits of the law run from the moment of --since"
    )


def _name(text: str) -> NameRow:
    kind, _, written = text.partition("=")
    if kind not in NAMES or not written.strip():
        raise argparse.ArgumentTypeError(f"KIND=NAME with a kind of {', '.join(NAMES)}")
    return NameRow(kind, as_written=written.strip())


def _paper(text: str) -> PaperRow:
    parts = [part.strip() for part in text.split(":")]
    if len(parts) != 4 or parts[0] not in terms.PAPERS:
        raise argparse.ArgumentTypeError(f"KIND:NUMBER:ISSUER:HOLDER with a kind of {', '.join(terms.PAPERS)}")
    return PaperRow(*parts)


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
        session.desk, args.case, alias=args.code, names=[*([name] if name.full else []), *args.others], sex=args.sex,
        birth_kind=kind, birth_low=low, birth_high=high, age_in_doubt=args.age_in_doubt,
        nationality=args.nationality, languages=args.languages, needs_interpreter=args.needs_interpreter,
        papers=args.papers, phones=args.phones, note=args.note, role=args.role, basis=args.basis,
        decided_by=args.decided_by, custody=args.custody, since=moment(args.since),
    )  # fmt: skip
    output.result(row, [f"{row.alias} added."])
    return 0


def _birth(args: argparse.Namespace) -> tuple[str, str, str]:
    if args.born_between:
        return "between", args.born_between[0], args.born_between[1]
    if args.born_about:
        return "about", args.born_about, ""
    return ("exact", args.born, "") if args.born else ("unknown", "", "")


def _claim(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = people.claim_role(
        session.desk, args.case, args.person, role=args.role, basis=args.basis, decided_by=args.decided_by,
        since=moment(args.since), ends=_ended(session, args), custody=args.custody,
    )  # fmt: skip
    output.result(row, [_line(row)])
    return 0


def _ended(session: Session, args: argparse.Namespace) -> str | None:
    """The claim whose place is taken: the latest that stands and says this role. Raises ``Refusal`` if none does."""
    if not args.ends:
        return None
    known = [row for row in people.list_people(session.desk, args.case) if row.alias == args.person]
    standing = [
        claim.claim_id for row in known for claim in row.claims if claim.until is None and claim.role == args.ends
    ]  # fmt: skip
    if known and not standing:
        raise Refusal(Reason.PERSON_WRONG, problem=N_("the role to end is not one of this person's"))
    return standing[-1] if standing else None


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
