"""The beginning of a new procedure: a small pack that passes the check and explains itself in its comments."""

import json
import re
from collections.abc import Mapping, Sequence

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.shipped import resource
from workbench.sop import Pack, load_bytes, read_folder
from workbench.sop.files import PACK_FILE, PACK_KEY
from workbench.sop.texts import rewritten

# Texts by their catalogue and their context.
Texts = dict[tuple[str, str], str]

_HEADER = """msgid ""
msgstr ""
"Language: {tag}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"""
_TITLE = ("pack", "title")
_QUOTED = re.compile(r'"([^"\n]*)"')
_HEAD = re.compile(r"^(key|kind|source_language|languages): .*$", re.MULTILINE)


def languages() -> tuple[str, ...]:
    """The languages that a new pack can be begun in."""
    return _sample().languages


def begun(*, key: str, kind: str, title: str, tags: Sequence[str]) -> dict[str, bytes]:
    """The files of a new pack in these languages: one phase, two steps.

    It is written in English if that is one of them, else in the first. The title stands in every language as it was
    typed. Raises ``Refusal`` for a language that it cannot be begun in.
    """
    sample = _sample()
    for tag in tags:
        if tag not in sample.languages:
            raise Refusal(Reason.LANGUAGE_UNKNOWN, tag=ltr(tag), tags=ltr(", ".join(sample.languages)))
    tags = tuple(dict.fromkeys(tags))
    source = sample.source_language if sample.source_language in tags else tags[0]
    said = {tag: _texts(sample.in_language(tag)) | {_TITLE: title} for tag in tags}
    written = [name for name in sample.origin.files if name.endswith(".yaml")]
    texts = {text: said[source][place] for place, text in _texts(sample).items()}
    files = {name: _told(sample.origin.files[name].decode(), texts) for name in written}
    head = {"key": _word(key), "kind": kind, "source_language": source, "languages": f"[{', '.join(tags)}]"}
    files[PACK_FILE] = _HEAD.sub(lambda line: f"{line[1]}: {head[line[1]]}", files[PACK_FILE])
    for tag in tags:
        if tag != source:
            files |= _catalogues(tag, said[source], said[tag])
    return {name: text.encode() for name, text in files.items()}


def _sample() -> Pack:
    return load_bytes(read_folder(resource("starter")))


def _texts(pack: Pack) -> Texts:
    """Every text of a pack in the language that it speaks."""
    found: Texts = {}

    def note(name: str, context: str, text: str) -> str:
        if text:
            found[name, context] = text
        return text

    rewritten(pack, note, pack.language)
    return found


def _told(yaml: str, texts: Mapping[str, str]) -> str:
    """A file of the sample with its texts, which stand in quotation marks, as they are to be said."""
    return _QUOTED.sub(lambda found: _quoted(texts[found[1]]) if found[1] in texts else found[0], yaml)


def _quoted(text: str) -> str:
    """A text as YAML and PO files both read it."""
    return json.dumps(text, ensure_ascii=False)


def _word(text: str) -> str:
    """A word as it stands in YAML; what is none is quoted, and then found by the check."""
    return text if re.fullmatch(PACK_KEY, text) else _quoted(text)


def _catalogues(tag: str, source: Texts, said: Texts) -> Mapping[str, str]:
    """The PO files of one language."""
    files: dict[str, str] = {}
    for (name, context), text in source.items():
        file = f"texts/{tag}/{name}.po"
        entry = zip(("msgctxt", "msgid", "msgstr"), (context, text, said[name, context]), strict=True)
        lines = (f"{word} {_quoted(value)}\n" for word, value in entry)
        files[file] = files.get(file, _HEADER.format(tag=tag)) + "\n" + "".join(lines)
    return files
