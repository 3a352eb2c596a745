"""``person import``: many people from a table, looked at first; all of them are taken in, or none."""

import argparse
from pathlib import Path

from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.errors import Reason, Refusal
from workbench.i18n import TAGS, language, ltr, plain
from workbench.services.people import importing
from workbench.services.people.importing import Alike, ImportPreview, LineProblem


def add(
    verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser
) -> None:
    """Add the command to the parser."""
    taken = verbs.add_parser("import", parents=[common], help="take in a table of people (CSV or Excel), all or none")
    taken.add_argument("case", nargs="?", default="")
    taken.add_argument("file", nargs="?", type=Path)
    taken.add_argument("--dry-run", action="store_true", help="only look: what is wrong, and who may be known already")
    taken.add_argument("--template", type=Path, metavar="FILE", help="write an empty table (.csv or .xlsx) and end")
    taken.add_argument("--language", choices=TAGS, default="en", help="of the template's headings")
    taken.set_defaults(run=_import)


def _import(session: Session, args: argparse.Namespace, output: Output) -> int:
    if args.template is not None:
        importing.template(args.template, args.language)
        output.result({"template": str(args.template)}, [f"Wrote {args.template}."])
        return 0
    if not args.case or args.file is None:
        raise Refusal(Reason.OPTION_NEEDED, option=ltr("CASE FILE"))
    if args.dry_run:
        looked = importing.preview(session.desk, args.case, args.file)
        output.result(_told(looked), _lines(looked))
        return 0 if looked.ready else 1
    row = importing.import_people(session.desk, args.case, args.file)
    output.result(row, [f"{row.count} people taken in, {row.first} to {row.last}."])
    return 0


def _told(looked: ImportPreview) -> dict[str, object]:
    return {
        "file": looked.file, "sha256": looked.sha256, "count": len(looked.people), "ready": looked.ready,
        "columns": looked.columns, "encoding": looked.encoding,
        "problems": [_problem(one) for one in looked.problems], "doubts": [_problem(one) for one in looked.doubts],
        "alike": [_alike(one) for one in looked.alike],
    }  # fmt: skip


def _problem(one: LineProblem) -> dict[str, object]:
    return {"line": one.line, "column": one.column, "problem": plain(one.say(language("en")))}


def _alike(one: Alike) -> dict[str, object]:
    return {
        "line": one.line, "score": one.score, "case": one.case_number, "person": one.alias,
        "other_line": one.other_line, "reasons": [plain(why.say(language("en"))) for why in one.reasons],
    }  # fmt: skip


def _lines(looked: ImportPreview) -> list[str]:
    said = [f"{len(looked.people)} people in {looked.file}."]
    for mark, some in (("wrong", looked.problems), ("doubtful", looked.doubts)):
        said += [f"line {one.line}, {one.column}, {mark}: {one.say(language('en'))}" for one in some]
    for one in looked.alike:
        whom = f"{one.case_number} {one.alias}" if one.alias else f"line {one.other_line}"
        said.append(f"line {one.line} may be {whom} ({one.score}): {_alike(one)['reasons']}")
    return [*said, "It can be taken in." if looked.ready else "It cannot be taken in like this."]
