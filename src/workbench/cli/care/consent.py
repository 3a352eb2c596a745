"""``care consent``, ``care withdraw``, ``care consents``: what a person agreed to, and what they took back."""

import argparse

from workbench import terms
from workbench.cli.moments import EXAMPLE, moment
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.services import care
from workbench.services.care import ConsentRow


def add(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Add these verbs to the parser."""
    asked = verbs.add_parser("consent", parents=[common], help="record the answer to one purpose and one recipient")
    asked.add_argument("case")
    asked.add_argument("person", help="the code, for instance P-01")
    asked.add_argument("--purpose", required=True, help="as «care offered» lists them")
    asked.add_argument("--recipient", required=True, metavar="NAME", help="who gets to know or to act")
    asked.add_argument("--state", required=True, choices=care.ASKED)
    asked.add_argument("--explained", default="", metavar="TEXT", help="how it was explained")
    asked.add_argument("--language", default="", metavar="CODE", help="in which it was explained, for instance bn")
    asked.add_argument("--read-by", default="", metavar="NAME")
    asked.add_argument("--interpreter", default="", metavar="NAME|CODE")
    asked.add_argument("--understood", default="unknown", choices=terms.YES_NO, help="said back in own words")
    asked.add_argument("--text-version", default="", metavar="NUMBER", help="of the paper that was read")
    asked.add_argument("--limits", default="", metavar="TEXT")
    asked.add_argument("--given-by", default=care.SELF, metavar="self|CODE", help="the guardian's code for a child")
    asked.add_argument("--assent", default="", choices=("", "yes", "no"), help="the child's own agreement")
    asked.add_argument("--witness", default="", metavar="NAME")
    asked.add_argument("--place", default="")
    asked.add_argument("--at", default="", metavar="MOMENT", help=f"for instance {EXAMPLE} (now)")
    asked.add_argument("--reason", default="", metavar="TEXT", help="the basis in law, where nobody is asked")
    asked.set_defaults(run=_ask)
    back = verbs.add_parser("withdraw", parents=[common], help="record that a consent was taken back")
    back.add_argument("case")
    back.add_argument("consent", help="its number, for instance C-01")
    back.add_argument("--effect", required=True, metavar="TEXT", help="what is no longer done from now on")
    back.add_argument("--reason", default="", metavar="TEXT", help="if the person gives one")
    back.add_argument("--by", default=care.SELF, metavar="self|CODE")
    back.add_argument("--witness", default="", metavar="NAME")
    back.add_argument("--at", default="", metavar="MOMENT", help=f"for instance {EXAMPLE} (now)")
    back.set_defaults(run=_withdraw)
    listed = verbs.add_parser("consents", parents=[common], help="what was agreed, refused and taken back")
    listed.add_argument("case")
    listed.add_argument("person", nargs="?", default="")
    listed.set_defaults(run=_list)


def _ask(session: Session, args: argparse.Namespace, output: Output) -> int:
    how = care.Explained(
        args.explained, args.language, args.read_by, args.interpreter, args.understood, args.witness,
        args.text_version,
    )  # fmt: skip
    row = care.record_consent(
        session.desk, args.case, args.person, purpose=args.purpose, recipient=args.recipient, state=args.state,
        how=how, at=moment(args.at), place=args.place, limits=args.limits, given_by=args.given_by,
        assent=args.assent, reason=args.reason,
    )  # fmt: skip
    output.result(row, [line(row)])
    return 0


def _withdraw(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = care.withdraw_consent(
        session.desk, args.case, args.consent, effect=args.effect, reason=args.reason, by=args.by,
        witness=args.witness, at=moment(args.at),
    )  # fmt: skip
    output.result(row, [line(row)])
    return 0


def _list(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = care.list_consents(session.desk, args.case, args.person)
    output.result(rows, [line(row) for row in rows] or ["Nobody was asked for anything yet."])
    return 0


def line(row: ConsentRow) -> str:
    """A consent in one line."""
    limits = f" ({row.last.limits})" if row.last.limits else ""
    stands = "" if row.stands else "  [does not stand]"
    return f"{row.ref}  {row.alias}  {row.purpose} to {row.recipient}: {terms.CONSENTS[row.state]}{limits}{stands}"
