"""Signatures and key files: good for one purpose, one key, one spelling."""

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from workbench.security import keyfiles, signing
from workbench.security.keyfiles import Authority, NoKey

PASSPHRASE = "three quiet rivers at dawn"
PURPOSE = "workbench/pack/1"
DIGEST = hashlib.sha256(b"synthetic").digest()


def test_a_signature_holds_for_its_purpose_digest_and_key_only() -> None:
    private = signing.new_key()
    public, signature = signing.public_of(private), signing.sign(private, PURPOSE, DIGEST)
    assert signing.verify(public, PURPOSE, DIGEST, signature)
    assert not signing.verify(public, "workbench/log/1", DIGEST, signature)
    assert not signing.verify(public, PURPOSE, hashlib.sha256(b"other").digest(), signature)
    assert not signing.verify(signing.public_of(signing.new_key()), PURPOSE, DIGEST, signature)


def test_what_is_signed_is_the_purpose_a_zero_byte_and_the_digest() -> None:
    private = signing.new_key()
    signature = signing.sign(private, PURPOSE, DIGEST)
    # Anybody can check it without this program: raises if it does not hold.
    Ed25519PublicKey.from_public_bytes(signing.public_of(private)).verify(signature, b"workbench/pack/1\0" + DIGEST)


@given(st.integers(0, signing.SIGNATURE_BYTES * 8 - 1))
def test_no_flipped_bit_of_a_signature_is_accepted(bit: int) -> None:
    private = signing.new_key()
    signature = bytearray(signing.sign(private, PURPOSE, DIGEST))
    signature[bit // 8] ^= 1 << bit % 8
    assert not signing.verify(signing.public_of(private), PURPOSE, DIGEST, bytes(signature))


@pytest.mark.parametrize(("public", "signature"), [(b"", b""), (bytes(31), bytes(64)), (bytes(32), bytes(63))])
def test_what_is_no_key_or_no_signature_does_not_verify(public: bytes, signature: bytes) -> None:
    assert not signing.verify(public, PURPOSE, DIGEST, signature)


@pytest.mark.parametrize(("context", "digest"), [("a\0b", DIGEST), (PURPOSE, b"short"), (PURPOSE, DIGEST + b"x")])
def test_a_purpose_that_could_run_into_the_digest_is_never_signed(context: str, digest: bytes) -> None:
    with pytest.raises(ValueError, match="told apart"):
        signing.sign(signing.new_key(), context, digest)


def test_a_fingerprint_is_half_a_hash_in_groups_of_four() -> None:
    public = bytes(range(32))
    shown = signing.fingerprint(public)
    assert [len(group) for group in shown.split(" ")] == [4] * 8
    assert hashlib.sha256(public).hexdigest().startswith(shown.replace(" ", ""))


def test_a_private_key_comes_back_under_its_passphrase_only() -> None:
    private = signing.new_key()
    pem = keyfiles.private_pem(private, PASSPHRASE)
    assert signing.public_of(keyfiles.private_from(pem, PASSPHRASE)) == signing.public_of(private)
    with pytest.raises(NoKey):
        keyfiles.private_from(pem, PASSPHRASE + "!")
    assert private.private_bytes_raw() not in pem
    assert pem != keyfiles.private_pem(private, PASSPHRASE)


def test_a_passphrase_is_the_same_however_its_letters_are_composed() -> None:
    pem = keyfiles.private_pem(signing.new_key(), "drei stille Fl\u00fcsse")
    assert keyfiles.private_from(pem, "drei stille Flu\u0308sse")


@pytest.mark.skipif(shutil.which("openssl") is None, reason="openssl is not here")
def test_another_program_opens_the_private_key_file(tmp_path: Path) -> None:
    private = signing.new_key()
    (tmp_path / "key.pem").write_bytes(keyfiles.private_pem(private, PASSPHRASE))
    command = ["openssl", "pkey", "-in", tmp_path / "key.pem", "-passin", f"pass:{PASSPHRASE}"]
    opened = subprocess.run([*command, "-pubout", "-outform", "DER"], capture_output=True, check=True).stdout
    assert opened.endswith(signing.public_of(private))


def test_a_private_key_that_lies_open_or_is_of_another_kind_is_not_taken() -> None:
    form = (serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8)
    lies_open = signing.new_key().private_bytes(*form, serialization.NoEncryption())
    closed = serialization.BestAvailableEncryption(PASSPHRASE.encode())
    other = X25519PrivateKey.generate().private_bytes(*form, closed)
    for pem in (lies_open, other, b"", b"\0" * 100, b"-----BEGIN ENCRYPTED PRIVATE KEY-----\n"):
        with pytest.raises(NoKey):
            keyfiles.private_from(pem, PASSPHRASE)


@pytest.mark.parametrize("name", ["Test authority (synthetic)", "جهة تجريبية", "دەسەڵاتی تاقیکردنەوە", "1 2 3"])
def test_a_public_key_travels_as_one_line(name: str) -> None:
    authority = Authority(name, signing.public_of(signing.new_key()))
    line = keyfiles.public_line(authority)
    assert line.count("\n") == 1
    assert authority.fingerprint in line
    assert keyfiles.public_from(line.encode()) == authority
    # As an editor on Windows saves it.
    assert keyfiles.public_from(b"\xef\xbb\xbf" + line.encode().replace(b"\n", b"\r\n")) == authority


@pytest.mark.parametrize("name", ["", " ", " x", "a\nb", "a\u202eb", "a\0", "n" * 121, "\ud800"])
def test_a_name_that_hides_something_is_not_written(name: str) -> None:
    with pytest.raises(ValueError):
        keyfiles.public_line(Authority(name, bytes(32)))


def test_no_letter_of_a_public_line_but_the_name_can_be_changed() -> None:
    authority = Authority("Test", signing.public_of(signing.new_key()))
    line = keyfiles.public_line(authority).rstrip("\n")
    for at in range(len(line) - len("Test")):
        changed = line[:at] + ("b" if line[at] != "b" else "c") + line[at + 1 :]
        with pytest.raises(NoKey):
            keyfiles.public_from(changed.encode())


@given(st.binary(max_size=200))
def test_any_bytes_are_a_public_key_or_refused(content: bytes) -> None:
    with pytest.raises(NoKey):
        keyfiles.public_from(content)


@given(st.binary(min_size=32, max_size=32))
def test_base64url_has_one_spelling(content: bytes) -> None:
    text = keyfiles.text_of(content)
    assert keyfiles.bytes_of(text, 32) == content
    # The last letter holds two bits that mean nothing: the other spellings of the same bytes are not taken.
    for letter in set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/") - {text[-1]}:
        try:
            assert keyfiles.bytes_of(text[:-1] + letter, 32) != content
        except ValueError:
            continue
