"""Packs in the hands of those who write them: begun, signed, verified. None of it needs a vault."""

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from workbench import disk
from workbench.errors import Reason, Refusal
from workbench.exchange import bundle, incoming
from workbench.exchange.bundle import Received
from workbench.i18n import visible
from workbench.security import keyfiles, signing
from workbench.security.keyfiles import Authority, NoKey
from workbench.security.passphrase import accept
from workbench.security.signing import PrivateKey
from workbench.services import starter
from workbench.sop import Level, inspect_bytes, read_folder
from workbench.sop.refusing import refusal

KEY_SUFFIX = ".wbkey"


@dataclass(frozen=True, slots=True)
class KeysMade:
    """A new pair of keys: the file that stays with the authority, the one that it gives away."""

    private: str
    public: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class PackFileRow:
    """What a pack from outside is and whose hand it is from.

    ``matches`` says whether it was signed with the key that was given, None if none was; ``authority`` is the name
    that stands in that key's file, empty unless it matches.
    """

    state: str
    fingerprint: str
    authority: str
    matches: bool | None
    key: str
    version: str
    kind: str
    title: str
    digest: str
    phases: int
    steps: int
    languages: tuple[str, ...]
    previous: str
    issued_on: date | None
    note: str


def new_pack(folder: Path, *, key: str, kind: str, title: str, languages: Sequence[str] = ()) -> tuple[str, ...]:
    """Begin a pack in a new folder; the names of its files. Without languages it gets all that it can be begun in."""
    for text in (key, title):
        if visible(text) != text:
            raise Refusal(Reason.TEXT_HIDDEN)
    files = starter.begun(key=key, kind=kind, title=title, tags=languages or starter.languages())
    _require_sound(files)
    with disk.told(folder):
        if not disk.is_free(folder) and (not folder.is_dir() or any(folder.iterdir())):
            raise Refusal(Reason.TARGET_EXISTS, file=visible(folder.name))
        try:
            for name, content in files.items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                disk.replace(folder / name, content)
        except BaseException:
            # Before this the folder was empty, or was not there.
            shutil.rmtree(folder, ignore_errors=True)
            raise
    return tuple(files)


def make_keys(out: Path, *, name: str, passphrase: str) -> KeysMade:
    """Make an authority's pair of keys: the private one in ``out`` under the passphrase, the public one beside it."""
    accept(passphrase)
    private = signing.new_key()
    authority = Authority(name.strip(), signing.public_of(private))
    try:
        line = keyfiles.public_line(authority)
    except ValueError:
        raise Refusal(Reason.AUTHORITY_NAME_WRONG, most=keyfiles.NAME_LIMIT) from None
    public = out.parent / (out.stem + KEY_SUFFIX)
    out = out.with_suffix(".pem") if out == public else out
    for path in (out, public):
        _require_free(path)
    disk.replace(public, line.encode())
    try:
        disk.replace(out, keyfiles.private_pem(private, passphrase))
        if os.name == "posix":
            out.chmod(0o600)
    except BaseException:
        # A public key whose private half nobody holds would be given away for nothing.
        public.unlink(missing_ok=True)
        raise
    return KeysMade(str(out), str(public), authority.fingerprint)


def sign_pack(
    folder: Path, key: Path, passphrase: str, out: Path, *, previous: Path | None = None, issued_on: date | None = None,
    note: str = "",
) -> PackFileRow:  # fmt: skip
    """Write the pack in a folder as a signed pack file. Raises ``Refusal`` if the pack does not pass the check.

    ``previous`` is the edition that it replaces, as a pack file or a folder.
    """
    try:
        files = read_folder(folder)
    except OSError:
        raise Refusal(Reason.NOT_READABLE, path=visible(str(folder))) from None
    _require_sound(files)
    private = _private_key(key, passphrase)
    _require_free(out)
    before = bundle.receive(previous).manifest.digest if previous else ""
    data = bundle.packed(files, private, previous=before, issued_on=issued_on, note=note)
    # What leaves this station has to open at the next one.
    row = _row(bundle.unpacked(data, visible(out.name)), None)
    disk.replace(out, data)
    return row


def verify_pack(path: Path, key: Path | None = None) -> PackFileRow:
    """What a pack file or folder holds, who signed it, and whether that was the holder of the key in a file."""
    return _row(bundle.receive(path), None if key is None else authority_in(key))


def authority_in(path: Path) -> Authority:
    """The authority whose public key a ``*.wbkey`` file holds."""
    try:
        return keyfiles.public_from(incoming.content(path, keyfiles.FILE_LIMIT))
    except NoKey:
        raise Refusal(Reason.AUTHORITY_KEY_WRONG, file=visible(path.name)) from None


def _private_key(path: Path, passphrase: str) -> PrivateKey:
    try:
        return keyfiles.private_from(incoming.content(path, keyfiles.FILE_LIMIT), passphrase)
    except NoKey:
        raise Refusal(Reason.SIGNING_KEY_WRONG, file=visible(path.name)) from None


def _require_sound(files: dict[str, bytes]) -> None:
    for finding in inspect_bytes(files):
        if finding.level is Level.ERROR:
            raise refusal(finding)


def _require_free(path: Path) -> None:
    if not disk.is_free(path):
        raise Refusal(Reason.TARGET_EXISTS, file=visible(path.name or str(path)))


def _row(received: Received, authority: Authority | None) -> PackFileRow:
    pack, says = received.pack, received.manifest
    matches = None if authority is None else authority.public == received.public_key
    return PackFileRow(
        state=received.state, fingerprint=received.fingerprint,
        authority=authority.name if authority and matches else "", matches=matches, key=pack.key,
        version=pack.version, kind=pack.kind, title=pack.title, digest=pack.digest, phases=len(pack.phases),
        steps=len(pack.steps), languages=pack.languages, previous=says.previous, issued_on=says.issued_on,
        note=says.note,
    )  # fmt: skip
