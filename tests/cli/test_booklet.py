"""``pack booklet``: a shipped pack, a folder or a signed file becomes a paper; what cannot be printed is refused."""

import io
import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from workbench.cli import main
from workbench.i18n import plain
from workbench.law import load as load_law
from workbench.reports import readback
from workbench.services import authoring, packs
from workbench.shipped import resource
from workbench.sop import load
from workbench.store import World

SMALL = Path(__file__).parents[1] / "packs" / "small"
PASSPHRASE = "synthetic words for a test key"


def run(*words: str, world: World | None = None) -> tuple[int, Any, str]:
    """The exit code, what was printed as JSON, and what was said where errors go."""
    out, err = io.StringIO(), io.StringIO()
    code = main([*words, "--json"], world=world, out=out, err=err)
    return code, json.loads(out.getvalue()), err.getvalue()


def said(path: Path) -> str:
    return " ".join(" ".join(readback.read(path.read_bytes())).split())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A pack in the three languages, as an author begins one."""
    made = tmp_path / "pack"
    authoring.new_pack(made, key="synthetic", kind="tip", title="Synthetic procedure")
    return made


def test_a_folder_becomes_a_booklet_in_each_language(folder: Path, tmp_path: Path) -> None:
    for tag in ("ar_IQ", "ckb", "en"):
        out = tmp_path / f"{tag}.pdf"
        code, row, _ = run("pack", "booklet", str(folder), "--language", tag, "--out", str(out))
        assert code == 0
        assert row["pages"] == len(readback.read(out.read_bytes()))
        assert (row["key"], row["language"]) == ("synthetic", tag)
        pieces = readback.pieces(said(out))
        assert all(piece in pieces for piece in readback.pieces(row["digest"][:16]))


def test_a_shipped_pack_is_named_by_its_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Printing a whole shipped procedure takes seconds, and another test does so."""
    monkeypatch.setattr(packs, "shipped", {"iq-tip": (load(SMALL), {})}.__getitem__)
    out = tmp_path / "booklet.pdf"
    code, row, _ = run("pack", "booklet", "iq-tip", "--language", "en", "--out", str(out))
    assert code == 0
    assert row["trust"] in said(out)
    assert row["trust"] == "came with the program, not signed by an authority"


def test_what_the_law_says_in_short_stands_under_its_source(tmp_path: Path) -> None:
    law, place = next((one.instrument, one.place) for one in load_law(resource("law")).provisions if one.place)
    folder = tmp_path / "pack"
    shutil.copytree(SMALL, folder)
    for path in folder.rglob("*.*"):
        path.write_text(
            path.read_text().replace("LAW", law).replace("place: arts 1-2", f'place: "{place}"'),
        )
    out = tmp_path / "booklet.pdf"
    code, _, err = run("pack", "booklet", str(folder), "--language", "en", "--out", str(out))
    assert code == 0, err
    summary = next(one.summary for one in load_law(resource("law")).provisions if one.place == place)
    assert summary[:40] in said(out)
    assert "not the text of the law" in said(out)


def test_a_signed_file_says_whose_hand_it_is_from(folder: Path, tmp_path: Path) -> None:
    keys = authoring.make_keys(tmp_path / "ministry", name="Synthetic authority", passphrase=PASSPHRASE)
    file, other = tmp_path / "edition.wbpack", tmp_path / "other"
    authoring.sign_pack(folder, Path(keys.private), PASSPHRASE, file, issued_on=date(2026, 3, 1))
    foreign = authoring.make_keys(other, name="Other authority", passphrase=PASSPHRASE)
    trusts = []
    for number, more in enumerate([(), ("--key", keys.public), ("--key", foreign.public)]):
        out = tmp_path / f"{number}.pdf"
        code, row, _ = run("pack", "booklet", str(file), "--language", "en", "--out", str(out), *more)
        assert code == 0
        trusts.append(plain(row["trust"]))
        assert trusts[-1].split(":")[0] in said(out)
    assert trusts[0].startswith("signed; compare the key with that of the authority: ")
    assert trusts[1] == "signed by Synthetic authority"
    assert trusts[2].startswith("signed with another key than that of Other authority: ")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (("no-such-pack",), "pack_unknown"),
        (("iq-tip", "--language", "fr"), "language_unknown"),
        ((str(SMALL), "--language", "ckb"), "language_unknown"),
        (("./nowhere.wbpack",), "file_missing"),
        ((str(Path(__file__)),), "bundle_unreadable"),
    ],
)
def test_what_cannot_be_printed_is_refused_with_its_reason(
    words: tuple[str, ...], reason: str, tmp_path: Path
) -> None:
    out = tmp_path / "booklet.pdf"
    code, answer, told = run("pack", "booklet", *words, "--out", str(out))
    assert (code, answer["refused"]) == (1, reason)
    assert told
    assert not out.exists()


def test_a_file_that_is_there_is_never_replaced(tmp_path: Path) -> None:
    out = tmp_path / "booklet.pdf"
    out.write_bytes(b"kept")
    code, answer, _ = run("pack", "booklet", str(SMALL), "--language", "en", "--out", str(out))
    assert (code, answer["refused"]) == (1, "target_exists")
    assert out.read_bytes() == b"kept"


def test_the_same_moment_gives_the_same_file(tmp_path: Path, clock: Any) -> None:
    world = replace(World(), clock=clock)
    files = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for file in files:
        run("pack", "booklet", str(SMALL), "--language", "en", "--out", str(file), world=world)
    assert files[0].read_bytes() == files[1].read_bytes()
