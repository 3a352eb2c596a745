"""A second edition on a stick: whose word it has, what it changes, and running cases moved without a record lost."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desks import PASSPHRASE, USER
from workbench.errors import Broken, Reason, Refusal
from workbench.exchange import bundle
from workbench.security import signing
from workbench.security.keyfiles import Authority, public_line
from workbench.services import audit, cases, editions, guides, keys, packs, steps, tracks, vaults
from workbench.services.rows import CaseRow
from workbench.shipped import resource
from workbench.sop import read_folder
from workbench.store import Desk

NAME = "Synthetic authority"
REPORT = {
    "received_at": "2026-03-01T09:00+03:00", "channel": "phone", "reporter": "anonymous", "account": "Synthetic.",
    "account_language": "ar", "place": "Somewhere synthetic", "happening_now": "no",
}  # fmt: skip


@pytest.fixture(scope="module")
def authority() -> signing.PrivateKey:
    return signing.new_key()


def second_edition(key: str = "iq-tip") -> dict[str, bytes]:
    """The shipped pack with another version, a changed question, a removed step and a new one, in every language."""
    files = read_folder(resource("sop", key))
    head = files["pack.yaml"].decode()
    files["pack.yaml"] = re.sub(r"(?m)^version: .*$", 'version: "0.2"', head).encode()
    phase = files["phases/T14.yaml"].decode()
    new = (
        "\n- key: T14.9\n  title: Tell the other stations\n  purpose: Others may meet the same people.\n"
        "  todo: [Write to them.]\n  actors: [LEAD]\n  mark: GK\n"
    )
    files["phases/T14.yaml"] = (phase.rstrip() + "\n" + new).encode()
    for tag in ("ar_IQ", "ckb"):
        name = f"texts/{tag}/T14.po"
        files[name] += "".join(
            f'\nmsgctxt "T14.9.{part}"\nmsgid "{text}"\nmsgstr "{tag} {text}"\n'
            for part, text in (
                ("title", "Tell the other stations"), ("purpose", "Others may meet the same people."),
                ("todo.0", "Write to them."),
            )
        ).encode()  # fmt: skip
    question = "\n  - key: second_voice\n    kind: text\n    label: Second voice\n"
    first = files["phases/T01.yaml"].decode()
    before, mark, after = first.partition("- key: T01.2")
    files["phases/T01.yaml"] = (before.rstrip() + question + "\n" + mark + after).encode()
    for tag in ("ar_IQ", "ckb"):
        entry = f'\nmsgctxt "T01.1.second_voice.label"\nmsgid "Second voice"\nmsgstr "{tag} Second voice"\n'
        files[f"texts/{tag}/T01.po"] += entry.encode()
    return files


@pytest.fixture
def stick(tmp_path: Path, authority: signing.PrivateKey) -> Path:
    path = tmp_path / "iq-tip-2.wbpack"
    path.write_bytes(bundle.packed(second_edition(), authority, note="Second edition, synthetic"))
    return path


@pytest.fixture
def keyfile(tmp_path: Path, authority: signing.PrivateKey) -> Path:
    path = tmp_path / "authority.wbkey"
    path.write_text(public_line(Authority(NAME, signing.public_of(authority))), encoding="utf-8")
    return path


@pytest.fixture
def desk(make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk]) -> Iterator[Desk]:
    """A trainer's desk: one person who may do all of it, as in a training vault."""
    with sign_in(make_vault("trainer")) as opened:
        yield opened


@pytest.fixture
def running(desk: Desk) -> CaseRow:
    case = cases.open_case(desk, title="Synthetic", kind="tip")
    steps.finish_step(desk, case.number, "T01.1", REPORT)
    steps.save_draft(desk, case.number, "T01.2", {"danger": "unknown"})
    return case


def test_a_key_that_nobody_trusts_is_told_before_anything_is_kept(desk: Desk, running: CaseRow, stick: Path) -> None:
    found = editions.look_at(desk, stick, "ar_IQ")
    assert (found.standing, found.signer, found.known, found.against) == ("unknown_key", "", False, "0.1")
    assert found.pack.language == "ar_IQ"
    with pytest.raises(Refusal) as refused:
        editions.receive(desk, stick)
    assert refused.value.reason is Reason.PACK_UNTRUSTED
    assert {row.trust for row in editions.list_editions(desk, "en")} == {"shipped"}


def test_a_signed_edition_is_received_and_opens_the_next_case(
    desk: Desk, running: CaseRow, stick: Path, keyfile: Path
) -> None:
    assert keys.trust_key(desk, keyfile, "Compared by telephone").name == NAME
    row = editions.receive(desk, stick)
    assert (row.trust, row.signer, row.version, row.newest, row.cases) == ("signed", NAME, "0.2", True, ())
    assert cases.show_case(desk, running.number).pack_version == "0.1"
    after = cases.open_case(desk, title="Later", kind="tip")
    assert (after.pack_version, after.trust, after.signer) == ("0.2", "signed", NAME)
    assert audit.verify(desk).ok


def test_the_preview_names_what_changes_for_each_running_case(desk: Desk, running: CaseRow, stick: Path) -> None:
    found = editions.look_at(desk, stick, "en")
    assert found.changes is not None
    assert found.changes.added == ("T14.9",)
    assert found.changes.changed["T01.1"] == ("questions",)
    (move,) = found.moves
    assert move.number == running.number
    assert move.migration.stays_as_recorded == ("T01.1",)
    assert "T14.9" in move.migration.changes.appeared
    assert move.migration.drafts == ()


def test_a_moved_case_keeps_what_was_recorded_as_it_was_recorded(
    desk: Desk, running: CaseRow, stick: Path, keyfile: Path
) -> None:
    keys.trust_key(desk, keyfile, "Compared by telephone")
    row = editions.receive(desk, stick)
    before = guides.guide(desk, running.number, "en")
    assert editions.look_ahead(desk, running.number, row.digest).migration.stays_as_recorded == ("T01.1",)
    moved = editions.move_case(desk, running.number, row.digest, "New edition in force")
    after = guides.guide(desk, running.number, "en")
    assert (moved.pack_version, after.case.trust) == ("0.2", "signed")
    assert after.records == before.records
    assert after.drafts == before.drafts
    assert "T14.9" in after.progress.views
    then = after.recorded_as["T01.1"]
    assert "second_voice" not in [field.key for field in then.fields]
    assert "second_voice" in [field.key for field in after.pack.step("T01.1").fields]
    assert audit.verify(desk).ok


_KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from sqlalchemy import event
from sqlalchemy.orm import Session
from workbench.clock import FixedClock
from workbench.models import CasePack
from workbench.security.slots import Cost
from workbench.services import editions, vaults
from workbench.store import World

moment, folder, user, passphrase, digest = sys.argv[1:]
moved = 0

def written(session, context):
    global moved
    moved += any(isinstance(row, CasePack) for row in session.new)
    if moved == 2 and moment == "written":
        os.kill(os.getpid(), signal.SIGKILL)

def committed(session):
    if moved == 2:
        os.kill(os.getpid(), signal.SIGKILL)

event.listen(Session, "after_flush", written)
event.listen(Session, "after_commit", committed)
world = World(clock=FixedClock(datetime(2026, 3, 1, 8, tzinfo=UTC)), cost=Cost(8 * 1024, 1, 1))
desk = vaults.unlock(Path(folder), user, passphrase, world=world)
print("open", flush=True)
editions.move_all(desk, digest, "New edition in force")
print("moved", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="needs a signal that kills at once")
@pytest.mark.parametrize(("moment", "left"), [("written", 2), ("committed", 1)])
def test_a_move_of_all_cases_that_loses_power_leaves_each_case_whole_and_is_made_good(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk], stick: Path, keyfile: Path, moment: str, left: int
) -> None:
    folder = make_vault("trainer")
    with sign_in(folder) as desk:
        numbers = [cases.open_case(desk, title=f"Synthetic {n}", kind="tip").number for n in range(3)]
        for number in numbers:
            steps.finish_step(desk, number, "T01.1", REPORT)
        before = {number: guides.guide(desk, number, "en").records for number in numbers}
        keys.trust_key(desk, keyfile, "Compared by telephone")
        digest = editions.receive(desk, stick).digest
    ran = subprocess.run(
        [sys.executable, "-c", _KILLED, moment, str(folder), USER, PASSPHRASE, digest],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout) == (-9, "open\n"), ran.stderr
    with sign_in(folder) as desk:
        waiting = [row.number for row in cases.list_cases(desk) if row.pack_version == "0.1"]
        assert len(waiting) == left
        health = vaults.check_vault(desk)
        assert health.ok, health.problem
        assert audit.verify(desk).ok
        assert sorted(editions.move_all(desk, digest, "The rest")) == sorted(waiting)
        assert {row.pack_version for row in cases.list_cases(desk)} == {"0.2"}
        assert {number: guides.guide(desk, number, "en").records for number in numbers} == before
        assert editions.move_all(desk, digest, "Again") == ()


def test_a_case_on_both_tracks_changes_the_edition_of_one(
    desk: Desk, running: CaseRow, stick: Path, keyfile: Path
) -> None:
    tracks.change_track(desk, running.number, "both", "Signs of both")
    keys.trust_key(desk, keyfile, "Compared by telephone")
    moved = editions.move_case(desk, running.number, editions.receive(desk, stick).digest, "New edition in force")
    assert moved.pack_version == "0.2+0.1"
    # One of the two came with the program and is signed by nobody: that weighs.
    assert moved.trust == "shipped"


def test_what_no_authority_signed_is_kept_on_one_persons_word_and_says_so(desk: Desk, tmp_path: Path) -> None:
    folder = tmp_path / "unsigned"
    for name, content in second_edition().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    assert editions.look_at(desk, folder, "en").standing == "unsigned"
    with pytest.raises(Refusal) as refused:
        editions.receive(desk, folder)
    assert refused.value.reason is Reason.PACK_UNTRUSTED
    row = editions.receive(desk, folder, trust_reason="For teaching")
    assert (row.trust, row.signer) == ("trusted", "Tester")
    assert cases.open_case(desk, title="Taught", kind="tip").trust == "trusted"


def test_a_withdrawn_key_shows_and_opens_no_new_case(
    desk: Desk, running: CaseRow, stick: Path, keyfile: Path
) -> None:
    fingerprint = keys.trust_key(desk, keyfile, "Compared by telephone").fingerprint
    row = editions.receive(desk, stick)
    editions.move_case(desk, running.number, row.digest, "New edition in force")
    assert keys.withdraw_key(desk, fingerprint.replace(" ", ""), "Lost").state == "withdrawn"
    assert cases.show_case(desk, running.number).trust == "withdrawn"
    assert cases.open_case(desk, title="Later", kind="tip").pack_version == "0.1"
    assert editions.look_at(desk, stick, "en").standing == "unknown_key"


def test_an_investigator_can_neither_trust_nor_move(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk], stick: Path, keyfile: Path
) -> None:
    with sign_in(make_vault("investigator")) as desk:
        case = cases.open_case(desk, title="Synthetic", kind="tip")
        for tried in (
            lambda: keys.trust_key(desk, keyfile, "mine"),
            lambda: editions.receive(desk, stick, trust_reason="mine"),
            lambda: editions.move_case(desk, case.number, "0" * 64, "mine"),
            lambda: editions.move_all(desk, "0" * 64, "mine"),
        ):
            with pytest.raises(Refusal) as refused:
                tried()
            assert refused.value.reason is Reason.NOT_ALLOWED


@pytest.mark.parametrize("digest", ["0" * 64, "ab", ""])
def test_an_edition_that_is_not_kept_is_named(desk: Desk, running: CaseRow, digest: str) -> None:
    with pytest.raises(Refusal) as refused:
        editions.move_case(desk, running.number, digest, "why")
    assert refused.value.reason is Reason.EDITION_UNKNOWN


def test_a_case_is_not_moved_to_what_it_follows_or_to_another_procedure(desk: Desk, running: CaseRow) -> None:
    som = cases.open_case(desk, title="Smuggling", kind="som")
    by_key = {row.key: row.digest for row in editions.list_editions(desk, "en")}
    for number, digest, reason in (
        (running.number, by_key["iq-tip"], Reason.EDITION_SAME), (som.number, by_key["iq-tip"], Reason.EDITION_OTHER),
    ):  # fmt: skip
        with pytest.raises(Refusal) as refused:
            editions.move_case(desk, number, digest, "why")
        assert refused.value.reason is reason


def test_a_pack_with_an_altered_text_is_not_even_looked_at(desk: Desk, stick: Path, keyfile: Path) -> None:
    keys.trust_key(desk, keyfile, "Compared by telephone")
    content = stick.read_bytes()
    place = content.index(b"Second voice")
    stick.write_bytes(content[:place] + b"Zecond voice" + content[place + 12 :])
    with pytest.raises((Refusal, Broken)):
        editions.look_at(desk, stick, "en")
    with pytest.raises((Refusal, Broken)):
        editions.receive(desk, stick)
    assert {row.trust for row in editions.list_editions(desk, "en")} == {"shipped"}


def test_the_edition_of_a_case_is_found_without_the_file_it_came_in(
    desk: Desk, stick: Path, keyfile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys.trust_key(desk, keyfile, "Compared by telephone")
    editions.receive(desk, stick)
    case = cases.open_case(desk, title="Synthetic", kind="tip")
    stick.unlink()
    monkeypatch.setattr(packs, "_LOADED", {})
    for tag in ("ar_IQ", "ckb", "en"):
        assert "T14.9" in guides.guide(desk, case.number, tag).pack.steps


def test_a_pack_that_lacks_a_language_is_listed_in_its_own(desk: Desk) -> None:
    small = Path(__file__).parents[1] / "packs" / "small"
    editions.receive(desk, small, trust_reason="For teaching")
    for tag in ("ar_IQ", "ckb", "en"):
        assert "Small procedure" in {row.title for row in editions.list_editions(desk, tag)}
    assert editions.look_at(desk, small, "ar_IQ").pack.language == "en"


def test_a_case_under_a_pack_without_the_language_is_shown_all_the_same(desk: Desk) -> None:
    small = Path(__file__).parents[1] / "packs" / "small"
    editions.receive(desk, small, trust_reason="For teaching")
    case = cases.open_case(desk, title="Taught", kind="tip")
    assert guides.guide(desk, case.number, "ar_IQ").pack.language == "en"
    assert cases.due_list(desk, "ckb")
    assert cases.list_cases(desk)
