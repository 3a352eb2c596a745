"""The pack file: whole and from the hand that signed it, or refused with what is wrong."""

import base64
import hashlib
import io
import json
import os
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as st

from workbench.errors import Broken, Reason, Refusal, WorkbenchError, explain
from workbench.exchange import archive, bundle, manifest
from workbench.i18n import TAGS, language
from workbench.security import signing
from workbench.security.canonical import canonical
from workbench.sop import digest, load_bytes, read_folder

PACKS = Path(__file__).parents[1] / "packs"
SMALL = PACKS / "small"
FILES = read_folder(SMALL)
PRIVATE = signing.new_key()
WHOLE = bundle.packed(FILES, PRIVATE)


def members(data: bytes = WHOLE) -> dict[str, bytes]:
    return archive.read(data, bundle.LIMITS)


def spoilt(changed: Mapping[str, bytes | None]) -> bytes:
    """The pack file with some of its members changed, added or taken out."""
    kept = members() | {name: content for name, content in changed.items() if content is not None}
    return archive.write({name: content for name, content in kept.items() if changed.get(name, b"") is not None})


def signed(says: bytes, private: Ed25519PrivateKey = PRIVATE, **other: object) -> dict[str, bytes]:
    """A manifest and the signature for it, as somebody with a key could make them."""
    public = signing.public_of(private)
    signature = signing.sign(private, bundle.CONTEXT, hashlib.sha256(says).digest())
    plain = {
        "format": 1, "algorithm": "ed25519", "key": base64.urlsafe_b64encode(public).rstrip(b"=").decode(),
        "fingerprint": signing.fingerprint(public),
        "signature": base64.urlsafe_b64encode(signature).rstrip(b"=").decode(),
    }  # fmt: skip
    return {"manifest.json": says, "signature.json": canonical(plain | other)}


def says(**changed: object) -> bytes:
    """The manifest with some of its words changed; None takes one out."""
    plain = json.loads(members()["manifest.json"]) | changed
    return canonical({key: value for key, value in plain.items() if value is not None})


def refused(data: bytes) -> WorkbenchError:
    with pytest.raises(WorkbenchError) as caught:
        bundle.unpacked(data, "synthetic.wbpack")
    for tag in TAGS:
        sentence, remedy = explain(caught.value, language(tag))
        assert sentence
        assert "{" not in sentence + remedy
    return caught.value


def test_what_was_signed_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "synthetic.wbpack"
    path.write_bytes(bundle.packed(FILES, PRIVATE, previous="0" * 64, issued_on=date(2026, 1, 2), note="synthetic"))
    received = bundle.receive(path)
    assert received.files == FILES
    assert received.state == "signed"
    assert received.public_key == signing.public_of(PRIVATE)
    assert received.fingerprint == signing.fingerprint(received.public_key)
    says = received.manifest
    assert (says.key, says.version, says.kind, says.digest) == ("small", "1", "tip", digest(FILES))
    assert (says.previous, says.issued_on, says.note) == ("0" * 64, date(2026, 1, 2), "synthetic")
    assert received.pack == load_bytes(FILES)
    assert [one.name for one in tmp_path.iterdir()] == ["synthetic.wbpack"]


def test_a_pack_that_shares_steps_travels_with_them() -> None:
    files = read_folder(PACKS / "sharing")
    received = bundle.unpacked(bundle.packed(files, PRIVATE), "x")
    assert received.files == files
    assert any(name.startswith("pack/shared/small/texts/") for name in members(bundle.packed(files, PRIVATE)))


def test_the_same_pack_key_and_words_make_the_same_bytes() -> None:
    assert bundle.packed(dict(reversed(FILES.items())), PRIVATE) == WHOLE
    assert bundle.packed(FILES, PRIVATE, note="x") != WHOLE


def test_a_folder_is_taken_too_and_is_not_signed() -> None:
    received = bundle.receive(SMALL)
    assert (received.state, received.public_key, received.fingerprint) == ("unsigned", b"", "")
    assert received.files == FILES
    assert received.manifest == bundle.unpacked(WHOLE, "x").manifest


def test_somebody_without_this_program_can_check_a_pack_file() -> None:
    with zipfile.ZipFile(io.BytesIO(WHOLE)) as opened:
        content = {name: opened.read(name) for name in opened.namelist()}
    signature, manifest = json.loads(content["signature.json"]), json.loads(content["manifest.json"])
    key, value = (base64.urlsafe_b64decode(signature[part] + "==") for part in ("key", "signature"))
    hashed = hashlib.sha256(content["manifest.json"]).digest()
    Ed25519PublicKey.from_public_bytes(key).verify(value, b"workbench/pack/1\0" + hashed)
    files = {name.removeprefix("pack/"): data for name, data in content.items() if name.startswith("pack/")}
    assert manifest["files"] == {
        name: {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)} for name, data in files.items()
    }


@pytest.mark.slow
def test_one_flipped_bit_anywhere_is_refused_or_changes_nothing() -> None:
    whole = bundle.unpacked(WHOLE, "x")
    told = set()
    for bit in range(len(WHOLE) * 8):
        flipped = bytearray(WHOLE)
        flipped[bit // 8] ^= 1 << bit % 8
        try:
            assert bundle.unpacked(bytes(flipped), "x") == whole
        except WorkbenchError as error:
            told.add(error.reason)
    assert told <= set(BUNDLE_REASONS)
    assert Reason.BUNDLE_UNREADABLE in told


BUNDLE_REASONS = (
    Reason.BUNDLE_UNREADABLE, Reason.BUNDLE_TOO_LARGE, Reason.BUNDLE_SIGNATURE_WRONG, Reason.BUNDLE_ALTERED,
    Reason.BUNDLE_FUTURE,
)  # fmt: skip


@given(st.lists(st.tuples(st.integers(0, len(WHOLE) - 1), st.binary(max_size=6)), min_size=1, max_size=4))
def test_a_spoilt_pack_file_is_refused_or_unchanged(changes: list[tuple[int, bytes]]) -> None:
    data = WHOLE
    for at, piece in changes:
        data = data[:at] + piece + data[at + len(piece) :]
    try:
        came, why = bundle.unpacked(data, "x"), BUNDLE_REASONS[0]
    except WorkbenchError as error:
        came, why = bundle.unpacked(WHOLE, "x"), error.reason
    assert came == bundle.unpacked(WHOLE, "x")
    assert why in BUNDLE_REASONS


def test_a_pack_file_cut_short_anywhere_is_refused() -> None:
    for length in range(0, len(WHOLE), 100):
        assert refused(WHOLE[:length]).reason is Reason.BUNDLE_UNREADABLE


def test_an_altered_text_is_named_and_ends_as_broken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle, "load_bytes", lambda files: pytest.fail("read before it was known to be whole"))
    text = members()["pack/texts/zz/A01.po"].replace(b"zz Help", b"zz Harm")
    error = refused(spoilt({"pack/texts/zz/A01.po": text, "pack/pack.yaml": b"a: ["}))
    assert isinstance(error, Broken)
    assert error.exit_code == 3
    assert error.reason is Reason.BUNDLE_ALTERED
    said, _ = explain(error, language("en"))
    assert "texts/zz/A01.po" in said
    assert "pack.yaml" in said


@pytest.mark.parametrize("change", [{"pack/phases/A02.yaml": None}, {"pack/phases/A03.yaml": b"key: A03"}])
def test_a_file_that_is_missing_or_added_is_named(change: dict[str, bytes | None]) -> None:
    error = refused(spoilt(change))
    assert error.reason is Reason.BUNDLE_ALTERED
    assert next(iter(change)).removeprefix("pack/") in explain(error, language("en"))[0]


def test_a_manifest_made_to_fit_an_altered_text_has_no_signature() -> None:
    text = members()["pack/texts/zz/A01.po"].replace(b"zz Help", b"zz Harm")
    files = json.loads(members()["manifest.json"])["files"]
    files["texts/zz/A01.po"]["sha256"] = hashlib.sha256(text).hexdigest()
    error = refused(spoilt({"pack/texts/zz/A01.po": text, "manifest.json": says(files=files)}))
    assert isinstance(error, Broken)
    assert error.reason is Reason.BUNDLE_SIGNATURE_WRONG


def test_the_signature_of_another_pack_or_purpose_or_key_does_not_hold() -> None:
    other = members(bundle.packed(read_folder(PACKS / "sharing"), PRIVATE))["signature.json"]
    assert refused(spoilt({"signature.json": other})).reason is Reason.BUNDLE_SIGNATURE_WRONG
    content = members()["manifest.json"]
    for_log = signing.sign(PRIVATE, "workbench/log/1", hashlib.sha256(content).digest())
    text = base64.urlsafe_b64encode(for_log).rstrip(b"=").decode()
    assert refused(spoilt(signed(content, signature=text))).reason is Reason.BUNDLE_SIGNATURE_WRONG
    foreign = json.loads(signed(content, signing.new_key())["signature.json"])
    swapped = signed(content, key=foreign["key"], fingerprint=foreign["fingerprint"])
    assert refused(spoilt(swapped)).reason is Reason.BUNDLE_SIGNATURE_WRONG


def test_a_pack_signed_by_somebody_else_shows_that_key() -> None:
    other = signing.new_key()
    received = bundle.unpacked(spoilt(signed(members()["manifest.json"], other)), "x")
    assert received.public_key == signing.public_of(other) != signing.public_of(PRIVATE)


@pytest.mark.parametrize(
    "made",
    [
        lambda: signed(says(format=2)), lambda: signed(says(), format=2), lambda: signed(says(), algorithm="later"),
        lambda: signed(says(unheard_of="x")),
    ],
    ids=["manifest", "signature", "algorithm", "key"],
)  # fmt: skip
def test_what_a_newer_version_made_is_told_as_that(made: Callable[[], dict[str, bytes]]) -> None:
    error = refused(spoilt(made()))
    assert error.reason is Reason.BUNDLE_FUTURE
    assert isinstance(error, Refusal)


@pytest.mark.parametrize(
    "changed",
    [
        {"digest": None}, {"digest": "0" * 63}, {"files": []}, {"files": {"pack.yaml": {"sha256": "0" * 64}}},
        {"files": {"pack.yaml": {"sha256": "0" * 64, "size": -1}}}, {"key": 1}, {"note": ["x"]}, {"previous": ""},
        {"issued_on": "yesterday"}, {"issued_on": "2026-02-30"}, {"format": "1"}, {"format": True}, {"format": 0},
        {"key": "other"}, {"version": "2"}, {"kind": "som"}, {"digest": "0" * 64},
    ],
)  # fmt: skip
def test_a_manifest_that_does_not_fit_is_refused_even_if_it_is_signed(changed: dict[str, Any]) -> None:
    assert refused(spoilt(signed(says(**changed)))).reason is Reason.BUNDLE_UNREADABLE


@pytest.mark.parametrize(
    "content", [b"", b"null", b"[]", b'{"format": 1}', b"\xff", b"[" * 5000, b'{"format":1,"format":1}', b"1e999"]
)
def test_a_manifest_or_signature_that_is_none_is_refused(content: bytes) -> None:
    assert refused(spoilt(signed(content))).reason is Reason.BUNDLE_UNREADABLE
    assert refused(spoilt({"signature.json": content})).reason is Reason.BUNDLE_UNREADABLE


@pytest.mark.parametrize("name", ["manifest.json", "signature.json"])
def test_without_manifest_or_signature_it_is_no_pack_file(name: str) -> None:
    error = refused(spoilt({name: None}))
    assert error.reason is Reason.BUNDLE_UNREADABLE
    assert name in explain(error, language("en"))[0]


@pytest.mark.parametrize(
    "name",
    [
        "run.exe", "pack/run.exe", "pack/phases/x/y.yaml", "pack/shared/a/b/pack.yaml", "pack/texts/a.po",
        "x/pack.yaml", "pack/",
    ],
)  # fmt: skip
def test_what_is_no_part_of_a_pack_may_not_come_along(name: str) -> None:
    assert refused(spoilt({name: b"x"})).reason is Reason.BUNDLE_UNREADABLE


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("pack/pack.yaml", bytes(100 << 20))
    assert refused(out.getvalue()).reason is Reason.BUNDLE_TOO_LARGE


def test_a_signed_pack_that_cannot_be_used_is_told_as_that() -> None:
    """Whoever signs with another tool could sign anything."""
    for name, content in (("phases/A01.yaml", b"key: A01\nsteps: no"), ("texts/zz/A01.po", b"\xff")):
        files = FILES | {name: content}
        listed = {one: {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)} for one, data in files.items()}
        error = refused(spoilt({f"pack/{name}": content} | signed(says(files=listed, digest=digest(files)))))
        assert error.reason is Reason.PACK_WRONG
        assert name in explain(error, language("en"))[0]


def test_files_that_are_no_pack_are_not_signed() -> None:
    with pytest.raises(Refusal) as caught:
        bundle.packed(FILES | {"pack.yaml": b"format: 1"}, PRIVATE)
    assert caught.value.reason is Reason.PACK_WRONG


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "nothing.wbpack").touch()
    cases = {
        tmp_path / "gone": Reason.FILE_MISSING, tmp_path / "empty": Reason.PACK_MISSING,
        tmp_path / "nothing.wbpack": Reason.BUNDLE_UNREADABLE, Path("a\0b"): Reason.FILE_MISSING,
        tmp_path / ("n" * 300): Reason.NOT_READABLE,
    }  # fmt: skip
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        cases[tmp_path / "pipe"] = Reason.FILE_NOT_A_FILE
    for path, reason in cases.items():
        with pytest.raises(Refusal) as caught:
            bundle.receive(path)
        assert caught.value.reason is reason, path


def test_a_name_from_outside_is_shown_and_not_obeyed(tmp_path: Path) -> None:
    path = tmp_path / "a\u202eb.wbpack"
    path.write_bytes(b"x")
    with pytest.raises(Refusal) as caught:
        bundle.receive(path)
    assert "\u202e" not in explain(caught.value, language("ar_IQ"))[0]


def test_the_manifest_is_read_as_it_was_written() -> None:
    written = manifest.manifest_of(load_bytes(FILES), issued_on=date(2026, 1, 2), note="ملاحظة")
    assert manifest.read(manifest.written(written)) == written
