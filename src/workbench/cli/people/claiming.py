"""``person claim``, ``end-role``, ``non-punishment`` and ``lift``."""

import argparse

from workbench import terms
from workbench.cli.moments import EXAMPLE, moment
from workbench.cli.output import Output
from workbench.cli.people.telling import line
from workbench.cli.session import Session
from workbench.errors import Reason, Refusal
from workbench.i18n import N_
from workbench.services import people

CUSTODY = ("held", "released")


def add(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Add these commands to the parser."""
    claimed = _verb(verbs, common, "claim", "record a further role; earlier ones stay on record")
    to_claim(claimed)
    claimed.add_argument("--status", default="", choices=sorted(terms.CLAIM_STATES), help="how sure the role is")
    claimed.add_argument("--decided-at", default="", metavar="MOMENT")
    claimed.add_argument("--until", default="", metavar="MOMENT", help="of a role that has already ended")
    claimed.add_argument("--ends", default="", choices=sorted(people.ROLES), help="the role whose place it takes")
    claimed.set_defaults(run=_claim)
    ended = _verb(verbs, common, "end-role", "record that a role ended and none took its place")
    ended.add_argument("role", choices=sorted(people.ROLES))
    ended.add_argument("--reason", required=True)
    ended.add_argument("--at", default="", metavar="MOMENT")
    ended.add_argument("--decided-by", default="", metavar="NAME")
    ended.set_defaults(run=_end)
    flagged = _verb(verbs, common, "non-punishment", "record acts that must not be held against a person")
    flagged.add_argument(
        "--act", dest="acts", action="append", required=True, type=_act, metavar="ACT[=WORDS]",
        help=", ".join(terms.HELD_ACTS),
    )  # fmt: skip
    flagged.add_argument("--link", required=True, help="how the acts are tied to the exploitation")
    flagged.add_argument("--against", default="", help="facts that point the other way")
    flagged.add_argument("--evidence", action="append", default=[], metavar="REF")
    flagged.add_argument("--decided-by", default="", metavar="NAME")
    flagged.set_defaults(run=_flag)
    lifted = _verb(verbs, common, "lift", "record that the acts may be held against the person after all, and why")
    lifted.add_argument("--reason", required=True)
    lifted.add_argument("--decided-by", required=True, metavar="NAME")
    lifted.set_defaults(run=_lift)


def to_claim(parser: argparse.ArgumentParser) -> None:
    """What a role needs, whether it is the first or a further one."""
    parser.add_argument("--role", required=True, choices=sorted(people.ROLES))
    parser.add_argument("--basis", required=True, help="on what this role rests")
    parser.add_argument("--decided-by", default="", metavar="NAME", help="who says so; whoever signed in if not given")
    parser.add_argument("--since", default="", metavar="MOMENT", help=f"for instance {EXAMPLE} (now)")
    parser.add_argument("--evidence", action="append", default=[], metavar="REF", help="an exhibit, statement or step")
    parser.add_argument(
        "--custody", default="", choices=CUSTODY, help="the time limits of the law run from the moment of --since"
    )


def _verb(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser, name: str, says: str
) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = verbs.add_parser(name, parents=[common], help=says)
    made.add_argument("case")
    made.add_argument("person")
    return made


def _act(text: str) -> tuple[str, str]:
    act, _, words = text.partition("=")
    if act not in terms.HELD_ACTS:
        raise argparse.ArgumentTypeError(f"ACT or ACT=WORDS with an act of {', '.join(terms.HELD_ACTS)}")
    return act, words.strip()


def _claim(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = people.claim_role(
        session.desk, args.case, args.person, role=args.role, basis=args.basis, decided_by=args.decided_by,
        since=moment(args.since), ends=_standing(session, args, args.ends), custody=args.custody,
        evidence=args.evidence, status=args.status, decided_at=moment(args.decided_at), until=moment(args.until),
    )  # fmt: skip
    output.result(row, [line(row)])
    return 0


def _end(session: Session, args: argparse.Namespace, output: Output) -> int:
    claim = _standing(session, args, args.role) or ""
    row = people.end_claim(
        session.desk, args.case, args.person, claim, reason=args.reason, decided_by=args.decided_by, at=moment(args.at)
    )
    output.result(row, [line(row)])
    return 0


def _flag(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = people.flag_non_punishment(
        session.desk, args.case, args.person, acts=dict(args.acts), link=args.link, against=args.against,
        evidence=args.evidence, decided_by=args.decided_by,
    )  # fmt: skip
    output.result(row, [line(row)])
    return 0


def _lift(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = people.lift_non_punishment(
        session.desk, args.case, args.person, reason=args.reason, decided_by=args.decided_by
    )
    output.result(row, [line(row)])
    return 0


def _standing(session: Session, args: argparse.Namespace, role: str) -> str | None:
    """The claim that is meant: the latest that stands and says this role. Raises ``Refusal`` if none does."""
    if not role:
        return None
    known = [row for row in people.list_people(session.desk, args.case) if row.alias == args.person]
    standing = [claim.claim_id for row in known for claim in row.claims if claim.until is None and claim.role == role]
    if known and not standing:
        raise Refusal(Reason.PERSON_WRONG, problem=N_("the role to end is not one of this person's"))
    return standing[-1] if standing else None
