"""``case readiness|coverage|compliance|deviations|approve|explain|track``: how a case stands against its procedure."""

import argparse
from collections.abc import Iterable, Mapping

from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.proof import Kept, plain_compliance
from workbench.services import deviations, ethics, guides, readiness, tracks
from workbench.services.readiness import MissingRow
from workbench.services.rows import DeviationRow, MatterRow
from workbench.services.tracks import TrackView
from workbench.terms import MISSING

_CHANGES = (
    ("appeared", "appears"), ("fell_away", "falls away"), ("stays_recorded", "stays recorded"), ("opened", "opens"),
)  # fmt: skip


def add(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Add these verbs to ``case``."""
    for name, run, said in (
        ("readiness", _readiness, "what is missing before hand-over"),
        ("coverage", _coverage, "what was examined and what was not yet"),
        ("compliance", _compliance, "what was owed to people by law and standard, and whether it was kept"),
        ("deviations", _deviations, "where the procedure was left, and who agreed"),
    ):
        parser = verbs.add_parser(name, parents=[common], help=said)
        parser.add_argument("case")
        parser.set_defaults(run=run)
    approved = verbs.add_parser("approve", parents=[common], help="say as second person whether a deviation was right")
    approved.add_argument("--verdict", choices=deviations.VERDICTS, default="approved")
    approved.set_defaults(run=_approve)
    explained = verbs.add_parser("explain", parents=[common], help="say afterwards why something was late")
    explained.set_defaults(run=_explain)
    for parser in (approved, explained):
        parser.add_argument("case")
        parser.add_argument("deviation", help="its reference, as «case deviations» prints it")
        parser.add_argument("--reason", required=True)
    track = verbs.add_parser("track", parents=[common], help="follow another track; every record stays")
    track.add_argument("case")
    track.add_argument("kind", choices=tracks.TRACKS)
    track.add_argument("--look", action="store_true", help="only say what would change")
    track.add_argument("--reason", default="")
    track.set_defaults(run=_track)


def _readiness(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = readiness.look(session.desk, args.case, "en")
    value = {
        "ready": row.ready, "missing": row.missing, "readiness": row.readiness, "coverage": row.coverage,
        "unexamined": row.unexamined,
    }  # fmt: skip
    count = len(row.missing)
    first = f"{count} {'thing is' if count == 1 else 'things are'} missing before hand-over."
    lines = [first if count else "Nothing is missing before hand-over.", *map(_missing, row.missing)]
    lines += [f"Not yet examined: {one.label} ({one.step})" for one in row.unexamined]
    output.result(value, lines)
    return 0


def _missing(row: MissingRow) -> str:
    about = "".join(f" {part}" for part in (row.subject, row.ref if row.kind in ("order", "custody") else "") if part)
    at = f", {row.at:%Y-%m-%d %H:%M}Z" if row.at else ""
    where = f" -> {row.step}" if row.step else ""
    return f"- {MISSING[row.kind]}: {row.label}{about}{at}{where}"


def _coverage(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = [row for row in readiness.look(session.desk, args.case, "en").coverage if row.state != "not_called_for"]
    output.result(rows, [_matter(row) for row in rows] or ["The procedure names nothing to examine."])
    return 0


def _matter(row: MatterRow) -> str:
    return f"{row.state:10} {row.label} ({row.step})"


def _deviations(session: Session, args: argparse.Namespace, output: Output) -> int:
    rows = deviations.register(session.desk, args.case, "en")
    output.result(rows, [_deviation(row) for row in rows] or ["No deviation is recorded."])
    return 0


def _deviation(row: DeviationRow) -> str:
    about = f" {row.subject}" if row.subject else ""
    stands = "" if row.standing else " [no longer stands]"
    second = " [waits for a second person]" if row.awaiting else ""
    if row.verdict:
        second = f" [{row.verdict} by {row.second_by}]"
    head = f"{row.at:%Y-%m-%d %H:%M}Z  {row.kind}  {row.step}{about}  {row.by}{stands}{second}"
    return f"{head}\n    {row.reason or 'no reason was given'}\n    reference: {row.ref}"


def _approve(session: Session, args: argparse.Namespace, output: Output) -> int:
    deviations.approve(session.desk, args.case, args.deviation, verdict=args.verdict, reason=args.reason)
    return _line_of(session, args, output)


def _explain(session: Session, args: argparse.Namespace, output: Output) -> int:
    deviations.explain(session.desk, args.case, args.deviation, reason=args.reason)
    return _line_of(session, args, output)


def _line_of(session: Session, args: argparse.Namespace, output: Output) -> int:
    row = next(one for one in deviations.register(session.desk, args.case, "en") if one.ref == args.deviation)
    output.result(row, [_deviation(row)])
    return 0


def _track(session: Session, args: argparse.Namespace, output: Output) -> int:
    if args.look:
        before = guides.guide(session.desk, args.case, "en").pack.steps
        view = tracks.look_ahead(session.desk, args.case, args.kind, "en")
        titles = {key: step.title for key, step in (*before.items(), *view.pack.steps.items())}
        output.result(_ahead(view, titles), _told(view, titles))
        return 0
    if not args.reason:
        raise Refusal(Reason.OPTION_NEEDED, option=ltr("--reason"))
    row = tracks.change_track(session.desk, args.case, args.kind, args.reason)
    output.result(row, [f"{row.number} follows {row.pack_key} {row.pack_version} now: {row.done} of {row.total} done."])
    return 0


def _ahead(view: TrackView, titles: Mapping[str, str]) -> dict[str, object]:
    found: dict[str, object] = {"kind": view.kind, "pack": view.pack.key, "version": view.pack.version}
    for name, _ in _CHANGES:
        keys: Iterable[str] = getattr(view.changes, name)
        found[name] = [{"step": key, "title": titles.get(key, "")} for key in keys]
    return found


def _told(view: TrackView, titles: Mapping[str, str]) -> list[str]:
    lines = [
        f"{key:7} {words:14} {titles.get(key, '')}" for name, words in _CHANGES for key in getattr(view.changes, name)
    ]
    return lines or ["Nothing would change."]


def _compliance(session: Session, args: argparse.Namespace, output: Output) -> int:
    rules, views = ethics.compliance_of(session.desk, args.case, "en")
    lines = [
        f"{view.kept.value:14} {rules.ethics.points[view.key].title}"
        + "".join(f"\n    {ref.key}: {kept.value}" for ref, kept in view.where if kept is not Kept.NOT_CALLED_FOR)
        for view in views
    ]
    output.result(plain_compliance(views), lines)
    return 0
