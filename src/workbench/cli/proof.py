"""``proof``: findings for and against each element, the matrix they make, and the charges side by side."""

import argparse

from workbench.cli import moments
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.proof import STRENGTHS, ChargeRow, Matrix, Side, SourceKind, plain_charges, plain_matrix
from workbench.services import findings
from workbench.services.findings import FindingRow
from workbench.services.proofrules import shipped
from workbench.services.vaults import JURISDICTIONS


def add(
    commands: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add these commands to the parser."""
    proof = commands.add_parser("proof", help="what speaks for and against each element").add_subparsers(required=True)
    matrix = proof.add_parser("matrix", parents=[common], help="the matrix of one pair, or of every pair with findings")
    matrix.add_argument("--offence", default="", metavar="KEY", help="the offence; that of the track if not given")
    matrix.set_defaults(run=_matrix)
    charges = proof.add_parser("charges", parents=[common], help="charges side by side under the law of a day")
    charges.add_argument("--on", default="", metavar="DAY", help="the day of the act; the case's day if not given")
    charges.add_argument("--jurisdiction", choices=JURISDICTIONS, default="")
    charges.add_argument("--charge", action="append", default=[], metavar="KEY", help="only these; all if none")
    charges.set_defaults(run=_charges)
    listed = proof.add_parser("list", parents=[common], help="the findings that count")
    listed.set_defaults(run=_list)
    added = proof.add_parser("add", parents=[common], help="record what one source says for or against an element")
    _add_words(added)
    added.set_defaults(run=_add)
    for one, needed in ((matrix, False), (charges, True), (listed, False), (added, True)):
        one.add_argument("case")
        one.add_argument("--suspect", default="", required=needed, metavar="CODE")
        one.add_argument("--about", default="", required=needed, metavar="CODE", help="a victim or a journey")
    withdrawn = proof.add_parser("withdraw", parents=[common], help="take a finding back; it stays in the history")
    withdrawn.add_argument("case")
    withdrawn.add_argument("finding", help="its id, as «proof list --json» prints it")
    withdrawn.add_argument("--reason", required=True)
    withdrawn.set_defaults(run=_withdraw)
    offences = proof.add_parser("offences", parents=[common], help="the offences there are, with their elements")
    offences.set_defaults(run=_offences)


def _add_words(added: argparse.ArgumentParser) -> None:
    added.add_argument("--offence", default="", metavar="KEY", help="that of the track if not given")
    added.add_argument("--element", required=True, metavar="KEY", help="as «proof offences» prints it")
    added.add_argument("--side", choices=[one.value for one in Side], default=Side.FOR.value)
    added.add_argument("--strength", choices=sorted(STRENGTHS), required=True)
    added.add_argument("--kind", dest="source_kind", choices=[one.value for one in SourceKind], required=True)
    added.add_argument("--source", required=True, help="an exhibit, a step, or what the record is called")
    added.add_argument("--place", default="", help="the line, page or time within the source")
    added.add_argument("--note", default="")
    added.add_argument("--exculpatory", action="store_true", help="it speaks for the suspect")
    added.add_argument("--corrects", default=None, metavar="ID", help="the finding whose place it takes")


def _matrix(session: Session, args: argparse.Namespace, output: Output) -> int:
    desk, case = session.desk, args.case
    given = {one for one in (args.suspect, args.about) if one}
    if len(given) == 2:
        wanted = [(args.suspect, args.about)]
    else:
        every = [(one.suspect, one.about) for one in findings.pairs(desk, case) if one.findings]
        wanted = [pair for pair in every if given <= set(pair)]
    made = [(*pair, findings.matrix_of(desk, case, *pair, args.offence, "en")) for pair in wanted]
    plain = [{"suspect": suspect, "about": about, **plain_matrix(one)} for suspect, about, one in made]
    lines = [line for suspect, about, one in made for line in _told(suspect, about, one)]
    output.result(plain[0] if len(given) == 2 else plain, lines or ["No findings yet."])
    return 0


def _told(suspect: str, about: str, one: Matrix) -> list[str]:
    verify = " [to be verified]" if one.offence.mark == "GK" else ""
    lines = [f"{suspect} / {about}: {one.offence.title}{verify}"]
    for row in one.rows:
        asked = "" if row.demanded else ", shown and not demanded"
        lines.append(f"  {row.group.title}: {row.coverage.value}{asked}")
        lines += [
            f"    {cell.label}: {cell.coverage.value} ({len(cell.speaking_for)} for, {len(cell.against)} against)"
            for cell in row.cells if cell.speaking_for or cell.against
        ]  # fmt: skip
    lines += [f"  speaks for the suspect: {found.element} ({found.source.key})" for found in one.exculpatory]
    lines += [f"  ? {task.group}: {prompt}" for task in one.tasks for prompt in task.prompts]
    return lines + [f"  {caveat}" for caveat in one.caveats]


def _charges(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = findings.charges_of(
        session.desk, args.case, args.suspect, args.about, "en", on=moments.day(args.on), charges=args.charge,
        jurisdiction=args.jurisdiction,
    )  # fmt: skip
    output.result(plain_charges(rows), [_charge(row) for row in rows])
    return 0


def _charge(row: ChargeRow) -> str:
    verify = " [to be verified]" if row.offence.mark == "GK" else ""
    missing = ", ".join(row.matrix.missing) or "nothing"
    needs = "its elements are to be entered by the authority" if row.matrix.open else f"missing: {missing}"
    return f"{row.offence.key}  {row.offence.title}{verify}: {row.holds.value}; {needs}"


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = findings.list_findings(session.desk, args.case, suspect=args.suspect, about=args.about)
    output.result(rows, [_line(row) for row in rows] or ["No findings yet."])
    return 0


def _add(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = findings.add_finding(
        session.desk, args.case, suspect=args.suspect, about=args.about,
        offence=args.offence or findings.offence_for(args.about, ""), element=args.element, side=args.side,
        strength=args.strength, source_kind=args.source_kind, source=args.source, place=args.place, note=args.note,
        exculpatory=args.exculpatory, corrects=args.corrects,
    )  # fmt: skip
    output.result(row, [_line(row)])
    return 0


def _withdraw(session: Session, args: argparse.Namespace, output: Output) -> int:
    findings.withdraw_finding(session.desk, args.case, args.finding, args.reason)
    output.result({"withdrawn": args.finding}, ["Taken back; it stays in the history."])
    return 0


def _line(row: FindingRow) -> str:
    where = f"{row.source_kind} {row.source}" + (f", {row.place}" if row.place else "")
    clears = " [speaks for the suspect]" if row.exculpatory else ""
    return f"{row.suspect} / {row.about}  {row.element}  {row.side} {row.strength}  {where}{clears}  {row.finding_id}"


def _offences(session: Session, args: argparse.Namespace, output: Output) -> int:
    charges = shipped().charges
    value = [
        {
            "key": one.key, "title": one.title, "track": one.track, "source": one.source, "place": one.place,
            "mark": one.mark, "jurisdictions": one.jurisdictions, "since": one.since, "until": one.until,
            "international": one.international, "aggravating": one.aggravating,
            "groups": {
                group.key: {"needs": group.needs, "elements": [element.key for element in group.elements]}
                for group in one.groups
            },
        }
        for one in charges.offences.values()
    ]  # fmt: skip
    lines = []
    for one in charges.offences.values():
        lines.append(f"{one.key}  {one.title}" + (" [to be verified]" if one.mark == "GK" else ""))
        lines += [f"    {group.key}: {', '.join(e.key for e in group.elements)}" for group in one.groups]
    also = {"aggravating": list(charges.aggravating), "participation": list(charges.participation)}
    output.result({"offences": value, **also}, [*lines, *(f"{key}: {', '.join(keys)}" for key, keys in also.items())])
    return 0
