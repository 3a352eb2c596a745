"""The pack file ``*.wbpack``: a procedure as one signed file, which travels on a stick and is read with suspicion.

A ZIP archive with ``manifest.json``, ``signature.json`` and, under ``pack/``, the files of the pack as its folder gives
them, with its texts in every language and whatever it shares. The signature is over the SHA-256 of the manifest, the
manifest holds the SHA-256 of every file. Nothing is written to the disk, and no file of the pack is parsed, before
both are found to hold.
"""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from workbench.errors import Broken, Reason, Refusal
from workbench.exchange import archive, incoming
from workbench.exchange import manifest as manifests
from workbench.exchange.manifest import Future, Manifest, listed, manifest_of
from workbench.i18n import N_, ltr, visible
from workbench.security import signing
from workbench.security.canonical import canonical
from workbench.security.keyfiles import bytes_of, text_of
from workbench.security.signing import PrivateKey
from workbench.sop import Flaw, Pack, load_bytes, read_folder
from workbench.sop.flaws import found
from workbench.sop.nodes import FILE_LIMIT
from workbench.sop.refusing import refusal

SUFFIX = ".wbpack"
CONTEXT = "workbench/pack/1"
LIMITS = archive.Limits(files=4000, size=64 << 20)
_MANIFEST, _SIGNATURE, _FOLDER = "manifest.json", "signature.json", "pack/"
_ALGORITHM = "ed25519"
_OF_A_PACK = re.compile(r"(shared/[^/]+/)?(pack\.yaml|phases/[^/]+\.yaml|texts/[^/]+/[^/]+\.po)")

_LACKS = N_("{name} is missing in it")
_STRANGE = N_("{name} does not belong into it")
_WRITTEN = N_("{name} is not written as it must be")
_OTHER = N_("its manifest speaks of another procedure than it holds")
_FOLDER_LARGE = N_("it holds more than a pack file can")
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Received:
    """A pack that came from outside, and whose hand it is from.

    ``public_key`` and ``fingerprint`` are empty if it is not signed. Whether the key is trusted is not decided here.
    """

    files: Mapping[str, bytes]
    manifest: Manifest
    pack: Pack
    state: Literal["signed", "unsigned"]
    public_key: bytes = b""
    fingerprint: str = ""


def packed(
    files: Mapping[str, bytes], private: PrivateKey, *, previous: str = "", issued_on: date | None = None,
    note: str = "",
) -> bytes:  # fmt: skip
    """The pack file of these files: the same files, key and words give the same bytes.

    Raises ``Refusal`` if they are no pack.
    """
    pack = _usable(files)
    content = manifests.written(manifest_of(pack, previous=previous, issued_on=issued_on, note=note))
    members = {_FOLDER + name: data for name, data in files.items()}
    return archive.write(members | {_MANIFEST: content, _SIGNATURE: _signature(content, private)})


def receive(path: Path) -> Received:
    """The pack in a pack file or, unsigned, in a folder. Nothing is kept.

    Raises ``Refusal`` if it cannot be read or used, ``Broken`` if it is not what was signed.
    """
    name = visible(path.name)
    try:
        if path.is_dir():
            return _from_folder(path, name)
    except OSError:
        raise Refusal(Reason.NOT_READABLE, path=visible(str(path))) from None
    return unpacked(incoming.content(path, 2 * LIMITS.size), name)


def unpacked(data: bytes, name: str) -> Received:
    """The pack in the content of a pack file; ``name`` is what a person calls it. Raises as ``receive`` does."""
    try:
        members = archive.read(data, LIMITS)
        for wanted in (_MANIFEST, _SIGNATURE):
            if wanted not in members:
                raise archive.Unfit(_LACKS, name=ltr(wanted))
        public, signature = _signed_by(members[_SIGNATURE])
        if not signing.verify(public, CONTEXT, _hash(members[_MANIFEST]), signature):
            raise Broken(Reason.BUNDLE_SIGNATURE_WRONG, file=name)
        says = _manifest(members[_MANIFEST])
        files = _files(members)
        _check_files(files, says, name)
        pack = _usable(files)
        if (pack.key, pack.version, pack.kind, pack.digest) != (says.key, says.version, says.kind, says.digest):
            raise archive.Unfit(_OTHER)
    except Future:
        raise Refusal(Reason.BUNDLE_FUTURE, file=name) from None
    except archive.Unfit as unfit:
        reason = Reason.BUNDLE_TOO_LARGE if isinstance(unfit, archive.TooLarge) else Reason.BUNDLE_UNREADABLE
        raise Refusal(reason, file=name, problem=unfit.say) from None
    return Received(files, says, pack, "signed", public, signing.fingerprint(public))


def _from_folder(path: Path, name: str) -> Received:
    files = read_folder(path)
    if len(files) > LIMITS.files or sum(map(len, files.values())) > LIMITS.size:
        raise Refusal(Reason.BUNDLE_TOO_LARGE, file=name, problem=lambda language: language.say(_FOLDER_LARGE))
    pack = _usable(files)
    return Received(files, manifest_of(pack), pack, "unsigned")


def _usable(files: Mapping[str, bytes]) -> Pack:
    """The pack in these files, each of which must be text that was read to its end. Raises ``Refusal``."""
    for name, content in files.items():
        if len(content) > FILE_LIMIT:
            raise refusal(found(Flaw.FILE_TOO_LARGE, name, 1, limit="2 MiB"))
        try:
            content.decode()
        except UnicodeDecodeError as error:
            raise refusal(found(Flaw.NOT_UTF8, name, content[: error.start].count(b"\n") + 1)) from None
    return load_bytes(files)


def _signature(content: bytes, private: PrivateKey) -> bytes:
    public = signing.public_of(private)
    return canonical(
        {
            "format": manifests.FORMAT, "algorithm": _ALGORITHM, "key": text_of(public),
            "fingerprint": signing.fingerprint(public),
            "signature": text_of(signing.sign(private, CONTEXT, _hash(content))),
        }
    )  # fmt: skip


def _signed_by(content: bytes) -> tuple[bytes, bytes]:
    """The public key and the signature that a pack file gives. Raises ``Future`` or ``Unfit``."""
    try:
        plain = manifests.opened(content)
        if plain["algorithm"] != _ALGORITHM:
            raise Future
        public = bytes_of(plain["key"], signing.PUBLIC_BYTES)
        signature = bytes_of(plain["signature"], signing.SIGNATURE_BYTES)
        if len(plain) != 5 or plain["fingerprint"] != signing.fingerprint(public):
            raise ValueError("fingerprint")
    except (ValueError, KeyError, AttributeError):
        raise archive.Unfit(_WRITTEN, name=ltr(_SIGNATURE)) from None
    return public, signature


def _manifest(content: bytes) -> Manifest:
    try:
        return manifests.read(content)
    except ValueError:
        raise archive.Unfit(_WRITTEN, name=ltr(_MANIFEST)) from None


def _files(members: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of the pack among the members of the archive. Raises ``Unfit`` for anything else beside them."""
    files = {}
    for name, content in members.items():
        if name in (_MANIFEST, _SIGNATURE):
            continue
        inside = name.removeprefix(_FOLDER)
        if inside == name or not _OF_A_PACK.fullmatch(inside):
            raise archive.Unfit(_STRANGE, name=ltr(visible(name)))
        files[inside] = content
    return files


def _check_files(files: Mapping[str, bytes], says: Manifest, name: str) -> None:
    """Refuse files that are not exactly those that were signed."""
    here = {one: listed(content) for one, content in files.items()}
    strange = sorted(one for one in here.keys() | says.files.keys() if here.get(one) != says.files.get(one))
    if strange:
        parts = ltr(visible(", ".join(strange[:_NAMED]))) + (" …" if len(strange) > _NAMED else "")
        raise Broken(Reason.BUNDLE_ALTERED, file=name, parts=parts)


def _hash(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()
