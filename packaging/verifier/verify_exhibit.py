#!/usr/bin/env python3
"""Checks an exported exhibit without the program that exported it. See README.md beside this file.

    python verify_exhibit.py FOLDER [--key FINGERPRINT]

Needs Python 3.9 or newer and the package «cryptography»; no network; writes nothing. It ends with
0 everything holds, 2 it could not be checked, 3 a file is not the one that was sealed, 4 the record was changed,
5 the log, its proof or its signature does not hold, 6 it was signed by another station than you expected.
"""

from __future__ import annotations

import argparse
import base64
import hashlib
import json
import stat
import struct
import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

try:
    from cryptography.exceptions import InvalidSignature, InvalidTag
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
except ImportError:
    sys.exit("The Python package «cryptography» is needed (pip install cryptography).")

FORMAT = "workbench/exhibit/1"
UNUSABLE, FILE, RECORD, LOG, KEY = 2, 3, 4, 5, 6
PAPERS = {"exhibit.json", "checkpoint.txt", "station-key.txt"}
CHUNK = (1 << 16) + 16  # of a sealed file, with its tag


class Wrong(Exception):
    """Something does not hold: the code to end with, and what to tell."""


def canonical(value: object) -> bytes:
    """JSON with sorted keys and no spaces, in UTF-8: the form that every hash here is made of."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def shown(text: object) -> str:
    """A text from outside without what would turn it round or move the cursor."""
    return "".join(f"<U+{ord(c):04X}>" if unicodedata.category(c)[0] == "C" else c for c in str(text))


def need(holds: object, code: int, text: str) -> None:
    if not holds:
        raise Wrong(code, text)


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest, byte for byte in its one canonical form."""
    try:
        raw = (folder / "exhibit.json").read_bytes()
        manifest = json.loads(raw)
        same = isinstance(manifest, dict) and canonical(manifest) == raw
    except OSError:
        raise Wrong(UNUSABLE, "There is no readable exhibit.json in this folder.") from None
    except (ValueError, RecursionError):
        raise Wrong(RECORD, "exhibit.json was changed: it is no longer readable.") from None
    need(same, RECORD, "exhibit.json was changed: it is not in the form in which it was written.")
    need(manifest.get("format") == FORMAT, UNUSABLE, f"This script reads the format {FORMAT} only.")
    return dict(manifest)


def station_key(manifest: dict[str, Any], folder: Path) -> tuple[str, bytes, str]:
    """The station's name and public key, and the fingerprint that people compare."""
    try:
        line = (folder / "station-key.txt").read_text("utf-8").splitlines()
        name, key_id, encoded = manifest["key"].split("+", 2)
        raw = base64.b64decode(encoded, validate=True)
    except (OSError, ValueError, KeyError, AttributeError):
        raise Wrong(LOG, "The station's key is missing or no longer readable.") from None
    fits = len(raw) == 33 and key_id == hashlib.sha256(name.encode() + b"\n" + raw).hexdigest()[:8]
    need(fits and raw[:1] == b"\x01", LOG, "The station's key was changed: its id does not fit.")
    text = hashlib.sha256(raw[1:]).hexdigest()[:32]
    fingerprint = " ".join(text[at : at + 4] for at in range(0, 32, 4))
    need(line == [manifest["key"], fingerprint], LOG, "station-key.txt is not the key in exhibit.json.")
    return name, raw[1:], fingerprint


def read_checkpoint(manifest: dict[str, Any], folder: Path, name: str, public: bytes) -> tuple[int, bytes]:
    """Size and root of the log as the station signed them (a signed note, C2SP tlog-checkpoint)."""
    try:
        note = (folder / "checkpoint.txt").read_bytes().decode()
        need(note == manifest["checkpoint"], LOG, "checkpoint.txt is not the checkpoint in exhibit.json.")
        text, _, signature = note.partition("\n\n")
        origin, count, encoded_root = text.split("\n")
        mark, signer, encoded = signature.rstrip("\n").split(" ")
        signed = base64.b64decode(encoded, validate=True)
        root, size = base64.b64decode(encoded_root, validate=True), int(count)
    except (OSError, ValueError, KeyError):
        raise Wrong(LOG, "The checkpoint is missing or no longer readable.") from None
    named = (mark, origin, signer) == ("\u2014", name, name)
    need(named and len(root) == 32 and len(signed) == 68, LOG, "The checkpoint is not of this station.")
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signed[4:], (text + "\n").encode())
    except (InvalidSignature, ValueError):
        raise Wrong(LOG, "The signature of the checkpoint does not hold.") from None
    return size, root


def included(body: bytes, seq: int, size: int, path: list[bytes], root: bytes) -> bool:
    """Whether an entry stands in the log under this number (RFC 6962; the walk is that of RFC 9162, 2.1.3.2)."""
    if not 0 < seq <= size:
        return False
    found, at, last, beside = hashlib.sha256(b"\x00" + body).digest(), seq - 1, size - 1, list(path)
    while last:
        if at % 2 or at < last:
            if not beside:
                return False
            pair = (beside.pop(0), found) if at % 2 else (found, beside.pop(0))
            found = hashlib.sha256(b"\x01" + pair[0] + pair[1]).digest()
        at, last = at // 2, last // 2
    return not beside and found == root


def read_log(manifest: dict[str, Any], size: int, root: bytes) -> dict[int, Any]:
    """The entries of the log that came along, by number, each proved to stand there."""
    entries: dict[int, Any] = {}
    for item in manifest["log"]:
        body, seq = item["entry"].encode(), item["seq"]
        path = [bytes.fromhex(one) for one in item["path"]]
        need(included(body, seq, size, path, root), LOG, f"Entry {seq} is not in the log that the station signed.")
        entry = json.loads(body)
        need(entry["seq"] == seq and seq not in entries, LOG, f"Entry {seq} of the log is not what it says.")
        entries[seq] = entry
    need(entries, LOG, "No entry of the log came along.")
    return entries


def check_content(manifest: dict[str, Any], entries: dict[int, Any]) -> Any:
    """What the export says is what the log says was exported, no more and no less."""
    content = manifest["content"]
    subject = f"{content['exhibit']} {hashlib.sha256(canonical(content)).hexdigest()}"
    wanted = ("exhibit.export", subject, content["reason"])
    made = wanted in [(one["act"], one["subject"], one["reason"]) for one in entries.values()]
    need(made, RECORD, "exhibit.json was changed: the log says that something else was exported.")
    return content


def check_records(content: Any, entries: dict[int, Any]) -> dict[str, Any]:
    """Every row as the log saw it written; custody without gaps. The rows by id, and the entry of each."""
    logged: dict[tuple[str, str], tuple[str, Any]] = {}
    for seq in sorted(entries):
        for table, row_id, fingerprint in entries[seq]["rows"]:
            logged[table, row_id] = (fingerprint, entries[seq])
    rows: dict[str, Any] = {}
    custody: list[int] = []
    for record in content["records"]:
        table, row = record["table"], record["row"]
        known = logged.get((table, row["id"]))
        what = f"entry {row['seq']} of the custody" if table == "custody_event" else f"a record ({table})"
        if known is None:
            raise Wrong(RECORD, f"The log does not know {what}.")
        same = known[0] == hashlib.sha256(canonical(row)).hexdigest()
        need(same, RECORD, f"This is not what the log saw written: {what}.")
        need(row["id"] not in rows, RECORD, f"Twice the same: {what}.")
        rows[row["id"]] = (table, row, known[1])
        custody += [row["seq"]] if table == "custody_event" else []
    own = [row["id"] for table, row, _ in rows.values() if table == "exhibit" and row["number"] == content["exhibit"]]
    need(len(own) == 1, RECORD, "The record of the exhibit is missing or is that of another one.")
    for table, row, _ in rows.values():
        need(row.get("exhibit_id", own[0]) == own[0], RECORD, f"A record belongs to another exhibit ({table}).")
    need(sorted(custody) == list(range(1, len(custody) + 1)), RECORD, "Entries of the custody are missing.")
    return rows


def check_file(folder: Path, file: Any, rows: dict[str, Any]) -> str:
    """One file: as sealed, and sealed as the log says. What there is to tell about it."""
    name = shown(file["original_name"])
    table, row, entry = rows[file["id"]]
    told = [row.get(key) for key in ("sha256", "size", "original_name", "created_at")]
    same = table == "sealed_file" and told == [file[key] for key in ("sha256", "size", "original_name", "sealed_at")]
    need(same, RECORD, f"The record of the file «{name}» was changed.")
    act = entry["act"] in ("file.seal", "file.derive") and file["sha256"] in entry["subject"].split(" ")
    need(act, RECORD, f"The log does not say that the file «{name}» was sealed.")
    hashed, size = hashlib.sha256(), 0
    for block in blocks(folder, file["path"], "files", name):
        hashed.update(block)
        size += len(block)
    same = (hashed.hexdigest(), size) == (file["sha256"], file["size"])
    need(same, FILE, f"The file «{name}» is not the one that was sealed: its SHA-256 is {hashed.hexdigest()}.")
    if "sealed" in file:
        opened = open_sealed(blocks(folder, file["sealed"]["path"], "sealed", name, CHUNK), file["sealed"]["key"])
        need(opened == file["sha256"], FILE, f"In its sealed form, «{name}» is another file.")
    return f"{file['sha256']}  {shown(file['path'])}  sealed {file['sealed_at']} by {shown(entry['name'])}"


def blocks(folder: Path, place: str, within: str, name: str, step: int = 1 << 20) -> Iterator[bytes]:
    """The bytes of a file of the export, in pieces; a sealed one gives its head first."""
    parts = place.split("/")
    inside = len(parts) == 2 and parts[0] == within and parts[1] not in ("", ".", "..") and "\\" not in parts[1]
    need(inside, RECORD, f"The file «{name}» is said to lie outside of the export.")
    try:
        path = folder / within / parts[1]
        need(stat.S_ISREG(path.lstat().st_mode), FILE, f"«{name}» is not a file but a link or something else.")
        with path.open("rb") as content:
            if within == "sealed":
                yield content.read(40)
            while block := content.read(step):
                yield block
    except OSError:
        raise Wrong(FILE, f"The file «{name}» is missing or cannot be read.") from None


def open_sealed(pieces: Iterator[bytes], key: str) -> str:
    """The SHA-256 of what a sealed file (WBA1) holds, every chunk of it authenticated."""
    cipher, hashed, number = AESGCM(bytes.fromhex(key)), hashlib.sha256(), 0
    head, sealed = next(pieces), next(pieces, b"")
    need(head[:4] == b"WBA1" and head[36:] == b"\x00\x01\x00\x00", FILE, "The sealed form is not of this format.")
    try:
        while sealed:
            following = next(pieces, b"")
            nonce = struct.pack(">QI", number, 0 if following else 1)
            hashed.update(cipher.decrypt(nonce, sealed, head))
            sealed, number = following, number + 1
    except (InvalidTag, ValueError):
        raise Wrong(FILE, "A sealed form was changed or cut off, or its key is another file's.") from None
    need(number, FILE, "A sealed form is empty.")
    return hashed.hexdigest()


def check_strangers(folder: Path, content: Any) -> None:
    """Nothing lies in the folder that the manifest does not name."""
    known = {one["path"] for one in content["files"]} | PAPERS | {"files", "sealed"}
    known |= {one["sealed"]["path"] for one in content["files"] if "sealed" in one}
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder).as_posix()
        need(place in known, FILE, f"This does not belong to the export: {shown(place)}")


def told_of(content: Any, rows: dict[str, Any]) -> list[str]:
    """What was exported, once every file and its record belong together."""
    named = [one["id"] for one in content["files"]]
    recorded = [row_id for row_id, (table, _, _) in rows.items() if table == "sealed_file"]
    need(sorted(named) == sorted(recorded), RECORD, "Files and their records do not belong together.")
    return [
        f"case         {shown(content['case'])}, exhibit {shown(content['exhibit'])}",
        f"exported     {shown(content['exported_at'])} by {shown(content['exported_by'])}",
        f"custody      {sum(table == 'custody_event' for table, _, _ in rows.values())} entries",
    ]


def verify(folder: Path, expected: str | None) -> tuple[list[Wrong], list[str]]:
    """Every check that can still be made after one has failed: failures, and the lines of a report."""
    failures: list[Wrong] = []
    lines: list[str] = []

    def tried(check: Callable[..., Any], *facts: object) -> Any:
        try:
            return check(*facts)
        except Wrong as wrong:
            failures.append(wrong)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError, RecursionError):
            failures.append(Wrong(RECORD, "exhibit.json was changed: a part of it is missing or of another kind."))
        return None

    manifest = tried(read_manifest, folder)
    key = manifest and tried(station_key, manifest, folder)
    signed = key and tried(read_checkpoint, manifest, folder, key[0], key[1])
    entries = signed and tried(read_log, manifest, *signed)
    content = entries and tried(check_content, manifest, entries)
    rows = content and tried(check_records, content, entries)
    if key:
        if expected is not None and "".join(filter(str.isalnum, expected.lower())) != key[2].replace(" ", ""):
            failures.append(Wrong(KEY, f"The station's key is {key[2]}, not the one you expected."))
        lines += [f"station key  {key[2]}" + ("" if expected is not None else "  COMPARE IT with the station's paper")]
    if signed:
        lines += [f"log          {signed[0]} entries, root {signed[1].hex()}"]
    if rows:
        lines += tried(told_of, content, rows) or []
        lines += filter(None, [tried(check_file, folder, one, rows) for one in content["files"]])
        tried(check_strangers, folder, content)
    elif not failures:
        failures.append(Wrong(UNUSABLE, "There is nothing here that could be checked."))
    return failures, lines


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path, help="the folder that was exported")
    parser.add_argument("--key", metavar="FINGERPRINT", help="the station's key as you have it on paper")
    args = parser.parse_args()
    failures, lines = verify(args.folder, args.key)
    print("\n".join([*lines, *(f"NOT VERIFIED: {one.args[1]}" for one in failures)]))
    doubt = "." if args.key is not None else ", IF the key is the one on the station's paper."
    print("Do not rely on this export." if failures else f"Verified: unchanged since it was sealed{doubt}")
    return min((one.args[0] for one in failures), default=0)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(main())
