"""What an authority might send on a stick: a second edition of a shipped procedure, signed or not, and its key."""

import re
from pathlib import Path

from workbench.exchange import bundle
from workbench.security import signing
from workbench.security.keyfiles import Authority, public_line
from workbench.shipped import resource
from workbench.sop import read_folder

NAME = "Synthetic authority"
NEW = {
    "title": "Tell the other stations", "purpose": "Others may meet the same people.", "todo.0": "Write to them.",
}  # fmt: skip


def second_edition(key: str = "iq-tip") -> dict[str, bytes]:
    """The shipped pack with a new step, one more question, and other words in one language."""
    files = read_folder(resource("sop", key))
    files["pack.yaml"] = re.sub(rb"(?m)^version: .*$", b'version: "0.2"', files["pack.yaml"])
    files["phases/T14.yaml"] = files["phases/T14.yaml"].rstrip() + (
        "\n\n- key: T14.9\n"
        + f"  title: {NEW['title']}\n  purpose: {NEW['purpose']}\n  todo: [{NEW['todo.0']}]\n"
        + "  actors: [LEAD]\n  mark: GK\n"
    ).encode()
    before, mark, after = files["phases/T01.yaml"].partition(b"- key: T01.2")
    question = b"\n  - key: second_voice\n    kind: text\n    label: Second voice\n\n"
    files["phases/T01.yaml"] = before.rstrip() + question + mark + after
    for tag in ("ar_IQ", "ckb"):
        for part, text in NEW.items():
            files[f"texts/{tag}/T14.po"] += _entry(f"T14.9.{part}", text, tag)
        files[f"texts/{tag}/T01.po"] += _entry("T01.1.second_voice.label", "Second voice", tag)
    words = files["texts/ckb/T02.po"].decode()
    start = words.index('msgctxt "T02.2.title"')
    place = words.index('msgstr "', start) + len('msgstr "')
    files["texts/ckb/T02.po"] = (words[:place] + "(ckb) " + words[place:]).encode()
    return files


def _entry(context: str, text: str, tag: str) -> bytes:
    return f'\nmsgctxt "{context}"\nmsgid "{text}"\nmsgstr "({tag}) {text}"\n'.encode()


class Stick:
    """A folder with the signed edition, the key of the authority, and the same edition as a bare folder."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        private, files = signing.new_key(), second_edition()
        self.fingerprint = signing.fingerprint(signing.public_of(private))
        self.pack, self.key = folder / "iq-tip-2.wbpack", folder / "authority.wbkey"
        self.pack.write_bytes(bundle.packed(files, private, note="Second edition, synthetic"))
        self.key.write_text(public_line(Authority(NAME, signing.public_of(private))), encoding="utf-8")
        self.bare = folder / "bare"
        for name, content in files.items():
            (self.bare / name).parent.mkdir(parents=True, exist_ok=True)
            (self.bare / name).write_bytes(content)
