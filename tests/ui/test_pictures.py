"""Pictures of the window for the papers, made only where WORKBENCH_PICTURES names a folder."""

import os
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui.conftest import Person
from tests.ui.guided import act, put
from workbench.clock import FixedClock
from workbench.i18n import TAGS
from workbench.services import custody, exhibits, orders, people, steps
from workbench.ui import opening

PAGES = (
    "home", "guide", "people", "screening", "interviews", "evidence", "timeline", "elements", "documents", "readiness",
    "log",
)  # fmt: skip
TITLES = {"ar_IQ": "قضية مصطنعة للصور", "ckb": "کەیسێکی دەستکرد بۆ وێنە", "en": "Synthetic case for pictures"}
WANTED = os.environ.get("WORKBENCH_PICTURES")


@pytest.mark.skipif(not WANTED, reason="WORKBENCH_PICTURES does not name a folder")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("tag", TAGS)
def test_pictures_of_every_page(
    open_window: Callable[..., Person], make_vault: Callable[..., Path], tmp_path: Path, tag: str, theme: str
) -> None:
    folder = Path(str(WANTED))
    folder.mkdir(parents=True, exist_ok=True)
    person = open_window(language=tag, theme=theme, folder=str(make_vault("investigator")))
    person.window.resize(1366, 698)
    person.settle()

    def picture(name: str) -> None:
        person.settle()
        QApplication.processEvents()
        assert person.window.grab().save(str(folder / f"{name}-{tag}-{theme}.png"))

    picture("unlock")
    room = person.room
    room.jobs.ask(
        person.window, opening.train, tmp_path / "training", tag, room.world, then=room.unlocked.emit
    )
    person.settle()
    frame = person.window.frame
    assert frame is not None
    picture("home")
    frame.open_case(frame.page()._cases[0])  # type: ignore[attr-defined]
    for page in (*PAGES[1:], "library"):
        frame.go(page)
        picture(page)


@pytest.mark.skipif(not WANTED, reason="WORKBENCH_PICTURES does not name a folder")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("tag", TAGS)
def test_pictures_of_the_guide_at_work(
    open_window: Callable[..., Person], make_vault: Callable[..., Path], clock: FixedClock, tag: str, theme: str
) -> None:
    folder = Path(str(WANTED))
    folder.mkdir(parents=True, exist_ok=True)
    person = open_window(language=tag, theme=theme, folder=str(make_vault("supervisor")))
    person.window.resize(1366, 698)
    person.sign_in()
    person.new_case(TITLES[tag])

    def picture(name: str) -> None:
        person.settle()
        QApplication.processEvents()
        shown = QApplication.activeModalWidget() or person.window
        assert shown.grab().save(str(folder / f"guide-{name}-{tag}-{theme}.png"))

    def leave(name: str, opener: str) -> None:
        person.press(opener)
        picture(name)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        dialog.reject()  # type: ignore[attr-defined]
        person.settle()

    now = clock.now()
    born = {"birth_kind": "exact", "birth_low": "1995-01-01"}
    act(person, people.add_person, role="possible_victim", basis="synthetic", **born)
    for hours in (3, 20):
        act(
            person, people.add_person, role="suspect", basis="synthetic", custody="held",
            since=now - timedelta(hours=hours),
        )  # fmt: skip
    person.page.open_step("T10.3")  # type: ignore[attr-defined]
    picture("changed")
    person.press("notice-close")
    picture("deadlines")
    card = person.page._card  # type: ignore[attr-defined]
    card._area.ensureWidgetVisible(person.find("due-0-P-02"), 0, 60)
    picture("deadlines-below")
    leave("met", "met-0-P-03")
    leave("extended", "extended-0-P-03")
    person.page.open_step("T07.2")  # type: ignore[attr-defined]
    person.settle()
    leave("ask", "order-ask")
    leave("except", "order-except")
    court = {"ar_IQ": "محكمة تحقيق مصطنعة", "ckb": "دادگای لێکۆڵینەوەی دەستکرد", "en": "Synthetic court"}[tag]
    for kind in ("search", "search", "device"):
        act(person, orders.ask_order, step="T07.2", kind=kind, grounds=TITLES[tag], court=court, place=TITLES[tag])
    act(
        person, orders.decide_order, "O-01", granted=True, decided_at=now, number="ت/4471", text=TITLES[tag],
        valid_until=date(2026, 3, 6),
    )  # fmt: skip
    act(person, orders.decide_order, "O-02", granted=False, decided_at=now, text=TITLES[tag])
    picture("orders")
    leave("decide", "decide-O-03")
    person.press("decide-O-03")
    put(person, "verdict", "granted")
    picture("granted")
    person.press("dialog-yes")
    picture("missing")
    person.press("dialog-no")
    person.page.open_step("T10.6")  # type: ignore[attr-defined]
    picture("waiting")
    person.page.told("show_law")
    person.settle()
    person.bot.wait(250)
    picture("law")
    person.press("what-if")
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.switch("victim_is_child", True)  # type: ignore[attr-defined]
    picture("what-if")
    person.press("dialog-yes")
    act(person, steps.not_applicable, "T10.4", TITLES[tag])
    person.page.open_step("T10.4")  # type: ignore[attr-defined]
    picture("awaited")
    person.go("people")
    leave("role", "set-role")
    clock.forward(hours=5)
    person.go("home")
    picture("home")


@pytest.mark.skipif(not WANTED, reason="WORKBENCH_PICTURES does not name a folder")
@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("tag", TAGS)
def test_pictures_of_the_evidence(
    open_window: Callable[..., Person], make_vault: Callable[..., Path], clock: FixedClock, tmp_path: Path, tag: str,
    theme: str,
) -> None:  # fmt: skip
    folder = Path(str(WANTED))
    folder.mkdir(parents=True, exist_ok=True)
    person = open_window(language=tag, theme=theme, folder=str(make_vault("investigator")))
    person.window.resize(1366, 698)
    person.sign_in()
    person.new_case(TITLES[tag])
    case_id = person.room.memory.case_id
    numbers = seized(person, case_id, clock, tmp_path)

    def picture(name: str) -> None:
        person.settle()
        QApplication.processEvents()
        shown = QApplication.activeModalWidget() or person.window
        assert shown.grab().save(str(folder / f"evidence-{name}-{tag}-{theme}.png"))

    person.go("evidence")
    person.page.list.stand_on(numbers[1])  # type: ignore[attr-defined]
    picture("gap")
    person.page.told("twin")
    picture("twin")
    person.page.told("twin")
    for opener in (
        "register-exhibit", "hand-over", "print-labels", "take-in", "stock-take", "write-explanation", "record-entry",
        "print-paper", "correct-1",
    ):  # fmt: skip
        person.press(opener)
        picture(opener)
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        dialog.reject()  # type: ignore[attr-defined]
        person.settle()
    person.page.list.stand_on(numbers[0])  # type: ignore[attr-defined]
    person.settle()
    person.press("side-files")
    picture("files")
    file = person.page.list.now().exhibit.files[0]  # type: ignore[attr-defined]
    person.press(f"read-{file.file_id}")
    picture("read")
    person.press(f"items-{file.file_id}")
    picture("items")
    person.press("reading-back")
    person.press(f"preview-{file.file_id}")
    picture("covered")
    person.press("uncover")
    picture("preview")


def seized(person: Person, case_id: str, clock: FixedClock, folder: Path) -> list[str]:
    """A synthetic seizure: a telephone with its files, one with a gap in its custody, and things in a store."""
    now = clock.now()
    (folder / "chat.txt").write_text(
        "".join(f"02/03/2024, 10:{n:02} - Synthetic {n % 2}: line {n}\n" for n in range(40))
    )

    def put(fn: Callable[..., object], *args: object, **facts: Any) -> None:
        person.room.act(person.window, fn, case_id, *args, **facts)
        person.settle()

    things = (("device", "Synthetic telephone"), ("device", "Second synthetic telephone"), ("document", "Notebook"),
              ("physical", "Padlock"), ("digital", "Recording of a camera"), ("money", "Banknotes"))  # fmt: skip
    for place, (kind, words) in enumerate(things, 1):
        put(
            exhibits.add_exhibit, kind=kind, description=words, seized_at=now - timedelta(days=3),
            seized_place="Synthetic yard", seized_by="Synthetic officer", seal_number=f"S-2041{place}",
        )  # fmt: skip
        if place > 2:
            put(
                custody.record, f"E-{place:03}", kind="stored", at=now - timedelta(days=2), store="Store 1, shelf 2",
                from_whom="Synthetic officer", seal_before=f"S-2041{place}", seal_after=f"S-2041{place}",
            )  # fmt: skip
    put(exhibits.attach_file, "E-001", folder / "chat.txt")
    put(
        custody.hand_over, "E-002", giver=custody.Party("Synthetic officer"), taker=custody.Party("Synthetic keeper"),
        purpose="laboratory", at=now - timedelta(days=2), seal_before="S-20421", awaiting=True,
    )  # fmt: skip
    return ["E-001", "E-002"]
