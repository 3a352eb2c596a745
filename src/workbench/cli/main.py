"""Words to commands: parse, open the vault if one is needed, run, print, and end with a code that says how."""

import argparse
import contextlib
import json
import os
import sys
from collections.abc import Sequence
from typing import TextIO

from workbench.cli import (
    care,
    cases,
    custody,
    deadlines,
    documents,
    entities,
    evidence,
    examinations,
    intake,
    interviews,
    law,
    names,
    orders,
    packs,
    people,
    program,
    proof,
    scenes,
    screening,
    search,
    settings,
    steps,
    timeline,
    users,
    vaults,
)
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.errors import Fault, WorkbenchError, explain
from workbench.i18n import language, plain
from workbench.services.vaults import World

EXIT_FAULT = 4
# In the order in which the help lists them.
_PARTS = (
    vaults,
    users,
    cases,
    steps,
    orders,
    deadlines,
    people,
    names,
    search,
    screening,
    care,
    entities,
    evidence,
    custody,
    scenes,
    examinations,
    timeline,
    interviews,
    intake,
    proof,
    documents,
    law,
    packs,
    settings,
    program,
)


def main(
    argv: Sequence[str], *, world: World | None = None, out: TextIO | None = None, err: TextIO | None = None
) -> int:
    """Run one command. 0 done, 1 refused (the person must act), 2 usage, 3 integrity broken, 4 our fault."""
    out, err = out or sys.stdout, err or sys.stderr
    try:
        args = parser().parse_args(list(argv))
    except SystemExit as end:
        if end.code and "--json" in argv:
            print(json.dumps({"refused": "usage", "message": "The command is not complete or not known."}), file=out)
        return int(end.code or 0)
    output = Output(out, as_json=getattr(args, "json", False))
    try:
        with Session(args, world) as session:
            code = args.run(session, args, output)
        output.tell()
        if session.left_over:
            said = " ".join(map(plain, explain(session.left_over, language("en"))))
            print(f"The command is done and kept. Only signing out was not: {said}", file=err)
        return int(code or 0)
    except WorkbenchError as error:
        sentence, remedy = map(plain, explain(error, language("en")))
        output.refused(error.reason.value, sentence, remedy)
        print(sentence, remedy, file=err)
        return error.exit_code
    except BrokenPipeError:
        # Whoever read along has heard enough («| head»). The command was done before it was told.
        _let_go(out)
        return 0
    except KeyboardInterrupt:
        sentence = "Stopped. Nothing half-done was kept."
        output.refused("cancelled", sentence, "")
        print(sentence, file=err)
        return 1
    except (
        Exception
    ) as error:  # the outermost edge: a class name tells us enough, its text could hold case content
        sentence = f"This is a fault of the program ({_code(error)})."
        remedy = "Nothing was half-written. Try again; if it comes back, tell the administrator this code."
        output.refused("fault", sentence, remedy)
        print(sentence, remedy, file=err)
        return EXIT_FAULT


def _let_go(out: TextIO) -> None:
    """Let what is still to be printed go nowhere, so that Python's own last flush does not complain."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), out.fileno())


def parser() -> argparse.ArgumentParser:
    """The parser of all commands. Options about the vault may stand before or after the command."""
    common = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--vault", metavar="DIR", help="the folder of the vault")
    common.add_argument("--user", metavar="NAME", help="who signs in")
    common.add_argument("--passphrase-file", metavar="FILE", help="a file whose first line is the passphrase")
    common.add_argument("--json", action="store_true", help="print JSON for machines")
    top = argparse.ArgumentParser(
        prog="workbench", parents=[common],
        description="Walks investigators through the procedure for trafficking in persons and smuggling of "
        "migrants. Without a command it opens the window.",
    )  # fmt: skip
    commands = top.add_subparsers(metavar="COMMAND", required=True)
    for part in _PARTS:
        part.add(commands, common)
    return top


def _code(error: Exception) -> str:
    if isinstance(error, Fault):
        return error.code
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f"{trace.tb_frame.f_globals.get('__name__', '?')}:{trace.tb_lineno}" if trace else "?"
    return f"{type(error).__name__} at {where}"
