"""Packs from the command line as their authors use them: begun, checked, signed, verified."""

import io
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from letters import faults

from workbench.cli import main
from workbench.exchange import archive, bundle
from workbench.i18n import TAGS, catalogue
from workbench.shipped import resource
from workbench.sop import Level, inspect, load

PASSPHRASE = "three quiet rivers at dawn"
Told = tuple[int, Any, str]
Say = Callable[..., Told]


@pytest.fixture
def say(tmp_path: Path) -> Say:
    """Runs a ``pack`` command as JSON; no vault is there, and none is needed."""
    (tmp_path / "passphrase").write_text(PASSPHRASE + "\n", encoding="utf-8")

    def run(*words: object) -> Told:
        out, err = io.StringIO(), io.StringIO()
        code = main(["pack", *map(str, words), "--json"], out=out, err=err)
        assert "Traceback" not in out.getvalue() + err.getvalue()
        return code, json.loads(out.getvalue()), err.getvalue()

    return run


@pytest.fixture
def closed(tmp_path: Path) -> tuple[str, str]:
    return "--passphrase-file", str(tmp_path / "passphrase")


@pytest.fixture
def begun(say: Say, tmp_path: Path) -> Path:
    folder = tmp_path / "my-pack"
    assert say("new", folder, "--key", "my-pack", "--kind", "tip", "--title", "Synthetic procedure")[0] == 0
    return folder


@pytest.fixture
def key(say: Say, tmp_path: Path, closed: tuple[str, str]) -> Path:
    path = tmp_path / "authority.pem"
    assert say("keys", "make", "--out", path, "--name", "جهة تجريبية", *closed)[0] == 0
    return path


@pytest.fixture
def signed(say: Say, begun: Path, key: Path, closed: tuple[str, str], tmp_path: Path) -> Path:
    path = tmp_path / "my-pack.wbpack"
    assert say("sign", begun, "--key", key, "--out", path, *closed)[0] == 0
    return path


@pytest.mark.parametrize("kind", ["tip", "som"])
@pytest.mark.parametrize(
    "tags", [[], ["en"], ["ckb"], ["ar_IQ", "ckb"], ["ckb,en"], list(TAGS)], ids=lambda tags: "+".join(tags) or "all"
)
def test_a_new_pack_passes_the_check_in_all_its_languages(say: Say, tmp_path: Path, kind: str, tags: list[str]) -> None:
    folder, title = tmp_path / "new", 'Title: "with" #signs, مع عربي'
    words = ["--languages", *tags] if tags else []
    assert say("new", folder, "--key", "new-one", "--kind", kind, "--title", title, *words)[0] == 0
    assert say("check", folder)[:2] == (0, [])
    pack = load(folder)
    assert (pack.key, pack.kind, pack.title) == ("new-one", kind, title)
    assert set(pack.languages) == set(",".join(tags).split(",") if tags else TAGS)
    assert ([len(phase.steps) for phase in pack.phases]) == [2]
    for tag in pack.languages:
        spoken = pack.in_language(tag)
        assert spoken.title == title
        assert spoken.phases == load(resource("starter")).in_language(tag).phases


def test_the_sample_of_a_new_pack_keeps_the_rules_of_each_script() -> None:
    assert inspect(resource("starter")) == []
    for path in resource("starter").glob("texts/*/*.po"):
        for text in catalogue(path.read_bytes()).values():
            assert list(faults(path.parent.name, text)) == [], path


def test_the_comments_of_a_new_pack_name_commands_that_there_are(say: Say, begun: Path) -> None:
    comments = (begun / "pack.yaml").read_text(encoding="utf-8")
    for verb in ("check", "sign"):
        assert f"workbench pack {verb}" in comments
        assert main(["pack", verb, "--help"], out=io.StringIO(), err=io.StringIO()) == 0


def test_a_pack_is_never_begun_over_something_else(say: Say, begun: Path, tmp_path: Path) -> None:
    words = ("--key", "other", "--kind", "som", "--title", "Other")
    before = (begun / "pack.yaml").read_bytes()
    (tmp_path / "file").touch()
    for target in (begun, tmp_path, tmp_path / "file"):
        code, told, _ = say("new", target, *words)
        assert (code, told["refused"]) == (1, "target_exists")
    assert (begun / "pack.yaml").read_bytes() == before
    (tmp_path / "empty").mkdir()
    assert say("new", tmp_path / "empty", *words)[0] == 0


@pytest.mark.parametrize(
    ("words", "refused"),
    [
        (("--key", "My Pack", "--title", "x"), "pack_wrong"),
        (("--key", "a: [", "--title", "x"), "pack_wrong"),
        (("--key", "a", "--title", " "), "option_needed"),
        (("--key", "a", "--title", "x\u202ey"), "text_hidden"),
        (("--key", "a", "--title", "x\ny"), "text_hidden"),
        (("--key", "a", "--title", "x", "--languages", "en", "fr"), "language_unknown"),
    ],
)
def test_a_pack_that_would_not_pass_is_not_begun(
    say: Say, tmp_path: Path, words: tuple[str, ...], refused: str
) -> None:
    code, told, _ = say("new", tmp_path / "x", "--kind", "tip", *words)
    assert (code, told["refused"]) == (1, refused)
    assert not (tmp_path / "x").exists()


def test_keys_are_made_once_and_closed(say: Say, key: Path, closed: tuple[str, str], tmp_path: Path) -> None:
    public = key.with_suffix(".wbkey")
    assert b"ENCRYPTED PRIVATE KEY" in key.read_bytes()
    assert "جهة تجريبية" in public.read_text(encoding="utf-8")
    if os.name == "posix":
        assert key.stat().st_mode & 0o077 == 0
    before = key.read_bytes(), public.read_bytes()
    for out in (key, public, tmp_path):
        code, told, _ = say("keys", "make", "--out", out, "--name", "x", *closed)
        assert (code, told["refused"]) == (1, "target_exists")
    assert (key.read_bytes(), public.read_bytes()) == before


@pytest.mark.parametrize(("name", "refused"), [(" ", "authority_name_wrong"), ("a\u202eb", "authority_name_wrong")])
def test_an_authority_needs_a_name(
    say: Say, tmp_path: Path, closed: tuple[str, str], name: str, refused: str
) -> None:
    code, told, _ = say("keys", "make", "--out", tmp_path / "k.pem", "--name", name, *closed)
    assert (code, told["refused"]) == (1, refused)
    assert not list(tmp_path.glob("k.*"))


def test_a_private_key_is_not_closed_under_a_weak_passphrase(say: Say, tmp_path: Path) -> None:
    (tmp_path / "weak").write_text("12345")
    words = ("--name", "x", "--passphrase-file", tmp_path / "weak")
    code, told, _ = say("keys", "make", "--out", tmp_path / "k.pem", *words)
    assert (code, told["refused"]) == (1, "passphrase_short")
    assert not list(tmp_path.glob("k.*"))


def test_what_was_signed_says_by_whom(say: Say, signed: Path, key: Path, begun: Path, tmp_path: Path) -> None:
    code, told, _ = say("verify", signed)
    assert (code, told["state"], told["matches"], told["authority"]) == (0, "signed", None, "")
    assert (told["key"], told["steps"], told["digest"]) == ("my-pack", 2, load(begun).digest)
    code, told, _ = say("verify", signed, "--key", key.with_suffix(".wbkey"))
    assert (code, told["matches"], told["authority"]) == (0, True, "جهة تجريبية")
    assert told["fingerprint"] in key.with_suffix(".wbkey").read_text(encoding="utf-8")


def test_a_pack_that_is_signed_by_another_or_by_nobody_does_not_verify(
    say: Say, signed: Path, begun: Path, closed: tuple[str, str], tmp_path: Path
) -> None:
    assert say("keys", "make", "--out", tmp_path / "other.pem", "--name", "Other", *closed)[0] == 0
    code, told, _ = say("verify", signed, "--key", tmp_path / "other.wbkey")
    assert (code, told["matches"], told["authority"]) == (1, False, "")
    code, told, _ = say("verify", begun)
    assert (code, told["state"]) == (1, "unsigned")
    code, told, _ = say("verify", begun, "--key", tmp_path / "other.wbkey")
    assert (code, told["matches"]) == (1, False)


def test_an_altered_pack_file_ends_the_command_as_broken(say: Say, signed: Path) -> None:
    members = archive.read(signed.read_bytes(), bundle.LIMITS)
    changed = members["pack/phases/N01.yaml"].replace(b"Receive and log", b"Refuse and lose")
    signed.write_bytes(archive.write(members | {"pack/phases/N01.yaml": changed}))
    code, told, _ = say("verify", signed)
    assert (code, told["refused"]) == (3, "bundle_altered")
    assert "phases/N01.yaml" in told["message"]


def test_the_same_pack_is_signed_to_the_same_bytes(
    say: Say, signed: Path, begun: Path, key: Path, closed: tuple[str, str], tmp_path: Path
) -> None:
    assert say("sign", begun, "--key", key, "--out", tmp_path / "again.wbpack", *closed)[0] == 0
    assert (tmp_path / "again.wbpack").read_bytes() == signed.read_bytes()


def test_an_edition_names_the_one_it_replaces(
    say: Say, signed: Path, begun: Path, key: Path, closed: tuple[str, str], tmp_path: Path
) -> None:
    before = say("verify", signed)[1]["digest"]
    pack = begun / "pack.yaml"
    pack.write_text(pack.read_text(encoding="utf-8").replace('"0.1"', '"0.2"'), encoding="utf-8")
    words = ("--previous", signed, "--issued-on", "2026-03-01", "--note", "ملاحظة")
    code, told, _ = say("sign", begun, "--key", key, "--out", tmp_path / "two.wbpack", *closed, *words)
    assert (code, told["version"], told["previous"]) == (0, "0.2", before)
    assert (told["issued_on"], told["note"]) == ("2026-03-01", "ملاحظة")
    assert told["digest"] != before


def test_a_pack_that_does_not_pass_the_check_is_not_signed(
    say: Say, begun: Path, key: Path, closed: tuple[str, str], tmp_path: Path
) -> None:
    (begun / "texts" / "ckb" / "N01.po").unlink()
    assert any(finding.level is Level.ERROR for finding in inspect(begun))
    code, told, _ = say("sign", begun, "--key", key, "--out", tmp_path / "x.wbpack", *closed)
    assert (code, told["refused"]) == (1, "pack_wrong")
    assert not (tmp_path / "x.wbpack").exists()


def test_signing_needs_the_private_key_and_its_passphrase(
    say: Say, begun: Path, key: Path, closed: tuple[str, str], tmp_path: Path
) -> None:
    (tmp_path / "wrong").write_text("four quiet rivers at dawn")
    out = tmp_path / "x.wbpack"
    for path, words, refused in (
        (key, ("--passphrase-file", tmp_path / "wrong"), "signing_key_wrong"),
        (key.with_suffix(".wbkey"), closed, "signing_key_wrong"),
        (tmp_path / "gone", closed, "file_missing"),
        (tmp_path, closed, "file_not_a_file"),
        (key, (), "option_needed"),
    ):
        code, told, _ = say("sign", begun, "--key", path, "--out", out, *words)
        assert (code, told["refused"]) == (1, refused)
    assert not out.exists()


def test_a_pack_file_is_never_written_over_another_file(
    say: Say, begun: Path, signed: Path, key: Path, closed: tuple[str, str]
) -> None:
    before = signed.read_bytes()
    code, told, _ = say("sign", begun, "--key", key, "--out", signed, *closed)
    assert (code, told["refused"]) == (1, "target_exists")
    assert signed.read_bytes() == before


def test_what_is_no_pack_or_no_key_is_told(
    say: Say, signed: Path, key: Path, closed: tuple[str, str], tmp_path: Path
) -> None:
    assert say("verify", key)[1]["refused"] == "bundle_unreadable"
    assert say("verify", tmp_path / "gone")[1]["refused"] == "file_missing"
    assert say("verify", tmp_path)[1]["refused"] == "pack_missing"
    assert say("verify", signed, "--key", signed)[1]["refused"] == "authority_key_wrong"
    assert say("sign", tmp_path, "--key", key, "--out", tmp_path / "x", *closed)[1]["refused"] == "pack_missing"


def test_the_lines_for_people_say_what_to_compare(signed: Path, key: Path, begun: Path) -> None:
    def lines(*words: object) -> str:
        out = io.StringIO()
        main(["pack", "verify", *map(str, words)], out=out, err=io.StringIO())
        return out.getvalue()

    assert "compare it" in lines(signed)
    assert "Signed by جهة تجريبية" in lines(signed, "--key", key.with_suffix(".wbkey"))
    assert "Not signed" in lines(begun)


def test_every_shipped_pack_travels(say: Say, key: Path, closed: tuple[str, str], tmp_path: Path) -> None:
    for folder in sorted(path.parent for path in resource("sop").glob("*/pack.yaml")):
        out = tmp_path / f"{folder.name}.wbpack"
        assert say("sign", folder, "--key", key, "--out", out, *closed)[0] == 0
        received = bundle.receive(out)
        assert received.pack == load(folder)
        for tag in received.pack.languages:
            assert received.pack.in_language(tag) == load(folder).in_language(tag)
