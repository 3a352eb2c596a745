"""``pack simulate``, ``pack diff``: a procedure tried out, and compared with another edition."""

import argparse
from pathlib import Path

from workbench.cli import answers
from workbench.cli.output import Output
from workbench.cli.session import Session
from workbench.i18n import language, visible
from workbench.services import simulation
from workbench.services.packs import named
from workbench.sop import Pack, PackDiff, diff, label


def add(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]", common: argparse.ArgumentParser) -> None:
    """Add these verbs to ``pack``."""
    tried = verbs.add_parser("simulate", parents=[common], help="walk a pack on supposed facts: which steps, when, why")
    tried.add_argument("pack", metavar="PACK", help="the key of a shipped pack, a folder or a pack file")
    tried.add_argument("facts", metavar="FACTS.yaml", help="facts, answers, people, exhibits, refused orders")
    tried.set_defaults(run=_simulate)
    compared = verbs.add_parser("diff", parents=[common], help="what another edition of a pack changes")
    compared.add_argument("old", metavar="OLD")
    compared.add_argument("new", metavar="NEW")
    compared.set_defaults(run=_diff)


def _simulate(session: Session, args: argparse.Namespace, output: Output) -> int:
    pack, path = named(args.pack), Path(args.facts)
    walk = simulation.walked(pack, answers.read(path), visible(path.name)).walk
    english = language("en")
    rows = [
        {
            "step": one.step, "title": pack.step(one.step).title, "codes": pack.step(one.step).codes,
            "because": [
                {"fact": each.fact, "holds": each.holds, "causes": [cause.ref for cause in each.causes]}
                for each in one.because
            ],
            "after": one.after, "orders": one.orders,
        }
        for one in walk.steps
    ]  # fmt: skip
    lines = []
    for number, one in enumerate(walk.steps, 1):
        lines.append(f"{number:3}. {one.step}  {pack.step(one.step).title}")
        why = [f"{'' if b.holds else 'not so: '}{label(pack, b.fact, english)}" for b in one.because]
        if why:
            lines.append(f"       because {'; '.join(why)}")
        if one.after:
            lines.append(f"       after {', '.join(one.after)}")
        if one.orders:
            lines.append(f"       asks the judge: {', '.join(pack.orders[kind].label for kind in one.orders)}")
    lines += [f"  -  {key} stays shut: it waits for {', '.join(waits)}" for key, waits in walk.shut.items()]
    lines.append(f"{len(walk.steps)} steps; {len(walk.not_called_for)} are not called for.")
    value = {"steps": rows, "not_called_for": walk.not_called_for, "shut": dict(walk.shut)}
    output.result(value, lines)
    return 1 if walk.shut else 0


def _diff(session: Session, args: argparse.Namespace, output: Output) -> int:
    old, new = named(args.old), named(args.new)
    found = diff(old, new)
    value = {
        "old": {"key": old.key, "version": old.version, "digest": old.digest},
        "new": {"key": new.key, "version": new.version, "digest": new.digest},
        "added": found.added, "removed": found.removed, "moved": found.moved, "changed": found.changed,
        "languages": found.languages, "names": found.names,
    }  # fmt: skip
    output.result(value, _told(found, old, new) or ["Both say the same."])
    return 0


def _told(found: PackDiff, old: Pack, new: Pack) -> list[str]:
    lines = [f"+ {key}  {new.step(key).title}" for key in found.added]
    lines += [f"- {key}  {old.step(key).title}" for key in found.removed]
    lines += [f"> {key}  {new.step(key).title}: stands in another place" for key in found.moved]
    lines += [f"~ {key}  {new.step(key).title}: {', '.join(parts)}" for key, parts in found.changed.items()]
    lines += [f"~ {key}  {new.step(key).title}: words in {', '.join(tags)}" for key, tags in found.languages.items()]
    return lines + [f"  {part}: {', '.join(names)}" for part, names in found.names.items()]
