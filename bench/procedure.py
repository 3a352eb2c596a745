"""The procedure: a case of 93 steps and a pack of 1,000, a pack read and checked, the guide opened and drawn anew.

Beside: reading the same files with the libraries alone, and asking for the same rows without drawing them.
"""

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import yaml

from bench.figures import in_turn, peak_mib, say, seconds
from workbench.i18n import catalogue
from workbench.security.slots import FLOOR
from workbench.services import cases, guides, people, vaults
from workbench.shipped import resource
from workbench.sop import (
    Pack,
    PersonFact,
    Picture,
    Progress,
    Record,
    facts,
    inspect_bytes,
    label,
    load_bytes,
    progress,
    read_folder,
)
from workbench.store import Desk, World

PASSPHRASE = "three quiet rivers at dawn"
START = datetime(2025, 3, 18, 17, 0, tzinfo=UTC)


def main() -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    _packs()
    small, large = load_bytes(read_folder(resource("sop", "iq-tip"))), drawn(1000)
    few, many = (_explained(pack) for pack in (small, large))
    ours, wide, ratio = in_turn(few, many, 21)
    say(f"progress and explanation, {len(small.steps)} steps", f"{ours * 1000:.2f} ms", "goal: at most 5 ms")
    share = ratio * len(large.steps) / len(small.steps)
    said = f"goal: at most 50 ms; a step of the small one costs {share:.1f} times as much"
    say(f"progress and explanation, {len(large.steps)} steps", f"{wide * 1000:.2f} ms", said)
    with tempfile.TemporaryDirectory() as folder:
        _window(Path(folder))
    say("peak memory of this process", f"{peak_mib():.0f} MiB")


def drawn(count: int) -> Pack:
    """A pack of so many steps, each with a condition, a gate and a question; it means nothing."""
    steps = [
        {
            "key": f"A01.{n}", "title": f"Step {n}", "purpose": "To be counted.", "mark": "GK",
            "when": {"any": ["victim_is_child", f"f{n % 50}", {"not": "device_seized"}]},
            "gate": [f"A01.{m}" for m in range(max(1, n - 3), n)],
            "fields": [{"key": "q", "kind": "truth", "label": "Q"}],
        }
        for n in range(1, count + 1)
    ]  # fmt: skip
    rules = {f"f{n}": {"label": f"fact {n}", "rule": {"answer": f"A01.{n + 1}.q", "is": ["yes"]}} for n in range(50)}
    head = {
        "format": 1, "key": "drawn", "version": "1", "kind": "tip", "title": "Drawn", "timezone": "Asia/Baghdad",
        "source_language": "en", "languages": ["en"], "facts": rules, "phases": ["A01"],
    }  # fmt: skip
    phase = {"key": "A01", "title": "All", "steps": steps}
    return load_bytes({"pack.yaml": yaml.safe_dump(head).encode(), "phases/A01.yaml": yaml.safe_dump(phase).encode()})


def _packs() -> None:
    files = read_folder(resource("sop", "iq-tip"))

    def alone() -> None:
        for name, content in files.items():
            if name.endswith(".po"):
                catalogue(content)
            else:
                yaml.load(content, getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 -- our own file

    whole, peer, ratio = in_turn(lambda: inspect_bytes(files), alone, 7)
    said = f"libraries alone {peer * 1000:.0f} ms, {ratio:.2f}; goal 300 ms"
    say("pack of 93 steps read and checked", f"{whole * 1000:.0f} ms", said)
    say("pack read for use", f"{seconds(lambda: load_bytes(files)) * 1000:.0f} ms")


def _explained(pack: Pack) -> Callable[[], Progress]:
    """Facts, progress and the reasons of every step, half of the steps being done."""
    from workbench.i18n import language

    english = language("en")
    half = list(pack.steps)[::2]
    records = [Record(key, "done", {"q": "yes"}, "", START, "") for key in half]
    people_ = (PersonFact("P-01", ("possible_victim",), age_low=15, age_high=17, nationality="UGA"),)
    seen = Picture(START, "tip", people_, answers={key: {"q": "yes"} for key in half})

    def walk() -> Progress:
        true = facts(pack, seen)
        where = progress(pack, true, records)
        for view in where.views.values():
            for because in view.because:
                label(pack, because.fact, english)
        return where

    return walk


def _window(folder: Path) -> None:
    home = folder / "vault"
    vaults.create_vault(
        home, station="Bench", jurisdiction="iq", user="Bench", role="supervisor", passphrase=PASSPHRASE,
        world=World(cost=FLOOR),
    )  # fmt: skip
    with vaults.unlock(home, "Bench", PASSPHRASE) as desk:
        case = cases.open_case(desk, title="Bench", kind="tip")
        people.add_person(desk, case.number, role="possible_victim", basis="bench", birth_kind="unknown")
        _guide(desk, case.number)


def _guide(desk: Desk, number: str) -> None:
    from PySide6.QtWidgets import QApplication

    from workbench.ui.pages.guide import GuidePage
    from workbench.ui.room import Room
    from workbench.ui.state.setup import Setup

    app = QApplication.instance() or QApplication([])
    room = Room(World(), Setup(language="ar_IQ"), desk.folder / "setup.json")
    room.dress()
    room.enter(desk, desk.station)
    case = cases.show_case(desk, number)
    room.case = case
    room.memory.case_id, room.memory.case_number = case.case_id, case.number
    row = guides.guide(desk, number, "ar_IQ")

    def opened() -> None:
        page = GuidePage(room)
        page.build()
        page._know(guides.guide(desk, number, "ar_IQ"))
        page.resize(1280, 600)
        page.grab()
        page.deleteLater()
        app.processEvents()

    def asked() -> None:
        guides.guide(desk, number, "ar_IQ")

    whole, alone, ratio = in_turn(opened, asked, 9)
    say("the guide opened, drawn", f"{whole * 1000:.0f} ms", _beside(alone, ratio, 150))
    page = GuidePage(room)
    page.build()
    page._know(row)
    page.resize(1280, 600)
    page.grab()
    people.add_person(desk, number, role="suspect", basis="bench", custody="held")
    other = guides.guide(desk, number, "ar_IQ")
    turns = iter([other, row] * 50)

    def changed() -> None:
        page._know(next(turns))
        page.grab()

    drawn_, alone, ratio = in_turn(changed, asked, 9)
    say("a new fact drawn", f"{drawn_ * 1000:.0f} ms", _beside(alone, ratio, 100))
    room.jobs.stop()
    page.deleteLater()
    app.processEvents()


def _beside(alone: float, ratio: float, goal: int) -> str:
    return f"its rows alone {alone * 1000:.0f} ms, {ratio:.1f}; goal {goal} ms"


if __name__ == "__main__":
    main()
