"""An exported exhibit is checked by strangers: by a script without the program's code, in another place."""

import hashlib
import importlib.util
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.desks import CHEAP, PASSPHRASE, USER, refused
from workbench.clock import FixedClock
from workbench.errors import Broken, Reason, Refusal
from workbench.security import signing
from workbench.security.checkpoint import checkpoint, verifier_key
from workbench.services import audit, cases, deriving, exhibits, exporting, intake, vaults
from workbench.services.exporting import ExportRow
from workbench.store import Desk, World

SCRIPT = Path(__file__).parents[2] / "packaging" / "verifier" / "verify_exhibit.py"
FILES = {
    "صورة.jpg": b"\xff\xd8" + os.urandom(200_000), "CON.txt": b"invented", "a/empty": b"",
    "a/خط\u202egpj.exe": b"x" * 70_000,
}  # fmt: skip


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory, blank_vault: Path) -> tuple[Path, ExportRow]:
    """One export for all tests of this module; each works on a copy of it."""
    folder = tmp_path_factory.mktemp("exporting")
    world = World(clock=FixedClock(datetime(2026, 3, 1, 8, 0, tzinfo=UTC)), cost=CHEAP)
    with vaults.unlock(shutil.copytree(blank_vault, folder / "vault"), USER, PASSPHRASE, world=world) as desk:
        case = cases.open_case(desk, title="Synthetic case", kind="tip").number
        other = exhibits.add_exhibit(desk, case, kind="digital", description="another one, invented")
        assert other.number
        exhibits.add_exhibit(desk, case, kind="digital", description="a stick, invented", seal_number="S-1")
        begun = intake.begin(desk, case, "E-002", source="stick, invented, read-only")
        for name, content in FILES.items():
            path = folder / "stick" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        intake.take(desk, case, begun.ref, [folder / "stick"])
        first = exhibits.list_exhibits(desk, case)[1].files[0]
        deriving.derive(desk, case, first.file_id, b"a sentence", derivation="transcript", tool="ear", name="t.txt")
        row = exporting.export_exhibit(
            desk, case, "E-002", folder / "out", reason="asked for by the court", with_sealed=True
        )
    return folder / "out", row


@pytest.fixture
def desk(blank_vault: Path, sign_in: Callable[[Path], Desk], tmp_path: Path) -> Iterator[Desk]:
    with sign_in(Path(shutil.copytree(blank_vault, tmp_path / "vault"))) as opened:
        yield opened


@pytest.fixture
def copy(exported: tuple[Path, ExportRow], tmp_path: Path) -> Path:
    return Path(shutil.copytree(exported[0], tmp_path / "received"))


def _verify(folder: Path, *words: str, script: Path | None = None) -> tuple[int, str]:
    """What the script says, run alone in an empty folder, with nothing of the program within its reach."""
    alone = folder.parent / "elsewhere"
    alone.mkdir(exist_ok=True)
    own = shutil.copy(script or SCRIPT, alone / "verify_exhibit.py")
    ran = subprocess.run(
        [sys.executable, "-I", str(own), str(folder), *words],
        cwd=alone, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False, env={"PATH": ""},
    )  # fmt: skip
    assert ran.stderr == ""
    return ran.returncode, ran.stdout


def test_a_stranger_finds_it_unchanged(copy: Path, exported: tuple[Path, ExportRow]) -> None:
    _, row = exported
    code, said = _verify(copy, "--key", row.key)
    assert code == 0, said
    assert "Verified: unchanged since it was sealed.\n" in said
    assert row.log_root in said
    assert f"{row.log_size} entries" in said
    assert row.files == 5
    assert sorted(path.name for path in (copy / "sealed").iterdir()) == [f"{n:04}.wba" for n in range(1, 6)]
    assert {path.read_bytes() for path in (copy / "files").iterdir()} == {*FILES.values(), b"a sentence"}
    assert not any("\u202e" in path.name for path in (copy / "files").iterdir())


def test_without_the_key_from_paper_it_says_what_is_still_to_be_compared(copy: Path) -> None:
    code, said = _verify(copy)
    assert code == 0
    assert "COMPARE IT" in said
    assert "IF the key is the one on the station's paper" in said


def test_the_key_of_another_station_is_told(copy: Path) -> None:
    assert _verify(copy, "--key", "0000 1111 2222 3333 4444 5555 6666 7777")[0] == 6
    assert _verify(copy, "--key", "")[0] == 6


def _one(folder: Path) -> Path:
    return next(path for path in sorted((folder / "files").iterdir()) if path.stat().st_size > 100_000)


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def _edited(change: Callable[[dict[str, object]], None]) -> Callable[[Path], None]:
    """The manifest changed by somebody who knows how it is written."""

    def edit(folder: Path) -> None:
        path = folder / "exhibit.json"
        manifest = json.loads(path.read_bytes())
        change(manifest)
        path.write_bytes(json.dumps(manifest, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode())

    return edit


def _hash_too(folder: Path) -> None:
    """A file exchanged, and its hash everywhere in the manifest and in the entries of the log."""
    file = _one(folder)
    before = hashlib.sha256(file.read_bytes()).hexdigest()
    _flip(file)
    after = hashlib.sha256(file.read_bytes()).hexdigest()
    path = folder / "exhibit.json"
    path.write_bytes(path.read_bytes().replace(before.encode(), after.encode()))


def _drop_custody(manifest: dict) -> None:  # type: ignore[type-arg]
    records = manifest["content"]["records"]
    manifest["content"]["records"] = [one for one in records if one["table"] != "custody_event"]


TAMPERED: dict[str, tuple[Callable[[Path], None], int]] = {
    "a bit of a file": (lambda folder: _flip(_one(folder)), 3),
    "a file cut off": (lambda folder: os.truncate(_one(folder), 5), 3),
    "a file gone": (lambda folder: _one(folder).unlink(), 3),
    "a file more": (lambda folder: _void((folder / "files" / "extra").write_bytes(b"x")), 3),
    "a sealed form": (lambda folder: _flip(folder / "sealed" / "0001.wba"), 3),
    "a sealed form exchanged": (lambda folder: _swap(folder / "sealed"), 3),
    "the manifest written anew": (lambda folder: _lengthen(folder / "exhibit.json"), 4),
    "the manifest gone": (lambda folder: (folder / "exhibit.json").unlink(), 2),
    "the manifest of another kind": (lambda folder: _void((folder / "exhibit.json").write_bytes(b"[" * 90_000)), 4),
    "file and hash": (_hash_too, 5),
    "the reason": (_edited(lambda m: m["content"].update(reason="another")), 4),  # type: ignore[attr-defined]
    "the name": (_edited(lambda m: m["content"]["files"][0].update(original_name="b")), 4),  # type: ignore[index]
    "custody left out": (_edited(_drop_custody), 4),
    "an entry left out": (_edited(lambda m: m["log"].pop()), 4),  # type: ignore[attr-defined]
    "an entry moved": (_edited(lambda m: m["log"][0].update(seq=m["log"][0]["seq"] + 1)), 5),  # type: ignore[index]
    "a path out of the folder": (
        _edited(lambda m: m["content"]["files"][0].update(path="files/../exhibit.json")), 4,  # type: ignore[index]
    ),
    "the checkpoint": (lambda folder: _flip(folder / "checkpoint.txt"), 5),
    "the key": (lambda folder: _flip(folder / "station-key.txt"), 5),
    "nothing of the log": (_edited(lambda m: m.update(log=[])), 5),
    "a list for the log": (_edited(lambda m: m.update(log=[1])), 4),
}  # fmt: skip


def _void(_: object) -> None:
    pass


def _lengthen(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b"\n")


def _swap(folder: Path) -> None:
    one, two = sorted(folder.iterdir())[:2]
    one.rename(folder / "x")
    two.rename(one)
    (folder / "x").rename(two)


@pytest.mark.parametrize("what", TAMPERED)
def test_whatever_was_changed_is_told_and_by_its_kind(copy: Path, what: str) -> None:
    tamper, code = TAMPERED[what]
    tamper(copy)
    found, said = _verify(copy)
    assert "Do not rely on this export." in said
    assert (found, "NOT VERIFIED" in said) == (code, True), said


def test_one_flipped_bit_in_any_paper_is_told(copy: Path, exported: tuple[Path, ExportRow]) -> None:
    found = importlib.util.spec_from_file_location("verify_exhibit", SCRIPT)
    assert found is not None
    assert found.loader is not None
    script = importlib.util.module_from_spec(found)
    found.loader.exec_module(script)
    assert script.verify(copy, exported[1].key)[0] == []
    chance = random.Random(7)
    for name in ("exhibit.json", "checkpoint.txt", "station-key.txt"):
        path = copy / name
        whole = path.read_bytes()
        for _ in range(60):
            at = chance.randrange(len(whole) * 8)
            changed = bytearray(whole)
            changed[at // 8] ^= 1 << at % 8
            path.write_bytes(changed)
            assert script.verify(copy, exported[1].key)[0], f"bit {at} of {name}"
        path.write_bytes(whole)


def test_a_whole_export_signed_anew_by_another_key_fails_against_the_paper(
    copy: Path, exported: tuple[Path, ExportRow]
) -> None:
    _, row = exported
    key, name = signing.new_key(), "workbench/station/other"
    line = verifier_key(key, name)
    note = checkpoint(key, name, row.log_size, bytes.fromhex(row.log_root))
    _edited(lambda m: m.update(key=line, checkpoint=note))(copy)
    (copy / "checkpoint.txt").write_text(note, "utf-8", newline="\n")
    (copy / "station-key.txt").write_text(f"{line}\n{signing.fingerprint(signing.public_of(key))}\n", "utf-8")
    assert _verify(copy)[0] == 0
    assert _verify(copy, "--key", row.key)[0] == 6


def test_the_script_is_short_and_uses_nothing_of_the_program() -> None:
    text = SCRIPT.read_text("utf-8")
    assert len(text.splitlines()) <= 300
    assert "import workbench" not in text
    assert "from workbench" not in text


def test_the_log_has_it_before_the_first_byte(desk: Desk, tmp_path: Path) -> None:
    number = _with_a_file(desk, tmp_path)
    seen: list[list[str]] = []

    def told(_done: int, _total: int) -> bool:
        seen.append([entry.act for entry in audit.show(desk)])
        return False

    refused(
        Reason.CANCELLED,
        lambda: exporting.export_exhibit(desk, number, "E-001", tmp_path / "out", reason="r", progress=told),
    )
    assert "exhibit.export" in seen[0]
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name or path.name == "out"] == []


def test_what_cannot_be_exported_is_refused_before_anything_appears(desk: Desk, tmp_path: Path) -> None:
    number = _with_a_file(desk, tmp_path)
    exhibits.add_exhibit(desk, number, kind="physical", description="a bag, invented")
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "mine").write_bytes(b"mine")

    def export(exhibit: str = "E-001", target: Path = tmp_path / "out", reason: str = "r") -> ExportRow:
        return exporting.export_exhibit(desk, number, exhibit, target, reason=reason)

    refused(Reason.REASON_NEEDED, lambda: export(reason=" "))
    refused(Reason.EXHIBIT_WITHOUT_FILES, lambda: export("E-002"))
    refused(Reason.TARGET_EXISTS, lambda: export(target=taken))
    refused(Reason.EXPORT_INSIDE, lambda: export(target=desk.folder / "out"))
    assert (taken / "mine").read_bytes() == b"mine"
    assert not (tmp_path / "out").exists()
    (path,) = (desk.folder / "shelf").rglob("*.wba")
    _flip(path)
    with pytest.raises(Broken):
        export()
    assert not (tmp_path / "out").exists()


def _with_a_file(desk: Desk, tmp_path: Path) -> str:
    number = cases.open_case(desk, title="Synthetic case", kind="tip").number
    exhibits.add_exhibit(desk, number, kind="digital", description="a stick, invented")
    (tmp_path / "film").write_bytes(os.urandom(3000))
    exhibits.attach_file(desk, number, "E-001", tmp_path / "film")
    return number


def test_a_role_that_may_not_export_is_refused(
    make_vault: Callable[..., Path], sign_in: Callable[[Path], Desk], tmp_path: Path
) -> None:
    with sign_in(make_vault("administrator")) as desk, pytest.raises(Refusal) as told:
        exporting.export_exhibit(desk, "X", "E-001", tmp_path / "out", reason="r")
    assert told.value.reason is Reason.NOT_ALLOWED
