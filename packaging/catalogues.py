"""Catalogues of the program's texts: extract them from the code, update, compile and check the languages.

Use: ``python packaging/catalogues.py extract|update|compile|check`` in the project's environment.
"""

import re
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from letters import faults

ROOT = Path(__file__).resolve().parents[1]
SOURCE = ROOT / "src" / "workbench"
TRANSLATIONS = ROOT / "translations"
TEMPLATE = TRANSLATIONS / "workbench.pot"
PACKS = ROOT / "resources" / "sop"
KEYWORDS = {"N_": None, "say": None, "tr": None, "say_many": (1, 2)}
# Babel's rule for Arabic counts its last two forms the other way round; gettext's own order is the usual one.
PLURALS = {
    "ar_IQ": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5)",
    "ckb": "nplurals=2; plural=(n != 1)",
    "en": "nplurals=2; plural=(n != 1)",
}
# Dates, names and tool versions would change the files without changing a text.
_IDLE_HEADERS = re.compile(
    rb'^"(POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By|Report-Msgid-Bugs-To)'
    rb'.*\n', re.MULTILINE
)  # fmt: skip
_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{(\w*)[^{}]*\}")
Key = tuple[str | None, tuple[str, ...]]
_MARKUP = re.compile(r"</?[a-z][a-z0-9]*")


def po_file(tag: str) -> Path:
    """Where the program's catalogue of one language lies."""
    return TRANSLATIONS / tag / "LC_MESSAGES" / "workbench.po"


def extract() -> Catalog:
    """The template: every text of the code that a person may read."""
    template = Catalog(project="workbench", charset="utf-8", header_comment="# Texts of Workbench.")
    found = extract_from_dir(
        SOURCE, method_map=[("**.py", "python")], keywords=KEYWORDS, comment_tags=("TRANSLATORS:",)
    )
    for file, _line, msgid, comments, context in found:
        place = (f"src/workbench/{Path(file).as_posix()}", 0)
        template.add(msgid, locations=[place], auto_comments=comments, context=context)
    return template


def written(catalog: Catalog) -> bytes:
    """The catalogue as a file: unwrapped, in the order of its texts' files, without idle headers."""
    out = BytesIO()
    write_po(out, catalog, width=0, sort_by_file=True, include_lineno=False)
    return _IDLE_HEADERS.sub(b"", out.getvalue())


def read(path: Path) -> Catalog:
    """The catalogue of a PO file. Raises ``babel.messages.pofile.PoFileError`` if it is malformed."""
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True)


def save(path: Path, content: bytes) -> None:
    """Write a file unless it already holds exactly this."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.is_file() or path.read_bytes() != content:
        path.write_bytes(content)


def update() -> None:
    """Bring every language to the texts of the code; new texts stand empty, gone ones are kept apart for reuse."""
    template = extract()
    save(TEMPLATE, written(template))
    for tag, plural_forms in PLURALS.items():
        path = po_file(tag)
        catalog = read(path) if path.is_file() else Catalog(locale=tag, charset="utf-8")
        set_aside = {_key(gone): gone.string for gone in catalog.obsolete.values()}
        catalog.update(template, no_fuzzy_matching=True)
        catalog.header_comment = f"# Texts of Workbench in {tag}."
        catalog.project, catalog.version, catalog.fuzzy = "workbench", "", False
        catalog.mime_headers = [("Plural-Forms", plural_forms)]
        for message in _texts(catalog):
            if _is_empty(message):
                message.string = message.id if tag == "en" else set_aside.get(_key(message), message.string)
        save(path, written(catalog))


def compile_all() -> None:
    """Write the compiled form beside every catalogue that changed."""
    for tag in PLURALS:
        source = po_file(tag)
        if source.is_file():
            compiled = BytesIO()
            write_mo(compiled, read(source))
            save(source.with_suffix(".mo"), compiled.getvalue())
            # A catalogue older than its source is passed over when the program starts.
            source.with_suffix(".mo").touch()


def check() -> list[str]:
    """What is wrong in any shipped catalogue, one line each; nothing if they may be shipped."""
    template = extract()
    found = []
    if not TEMPLATE.is_file() or TEMPLATE.read_bytes() != written(template):
        found.append(f"{_name(TEMPLATE)}: not what the code says now; run «update»")
    wanted = {_key(message) for message in _texts(template)}
    for tag in PLURALS:
        found += _missing(po_file(tag), wanted) + check_file(po_file(tag), tag)
        if po_file(tag).is_file() and f'"Plural-Forms: {PLURALS[tag]}'.encode() not in po_file(tag).read_bytes():
            found.append(f"{_name(po_file(tag))}: the plural rule is not «{PLURALS[tag]}»")
    return found + check_packs()


def check_packs() -> list[str]:
    """What is wrong in the catalogues of the procedures: faults of a text, texts that only one language has."""
    found = []
    for texts in sorted(PACKS.glob("*/texts")):
        tags = [tag for tag in PLURALS if (texts / tag).is_dir()]
        names = sorted({path.name for tag in tags for path in (texts / tag).glob("*.po")})
        for name in names:
            files = [texts / tag / name for tag in tags]
            keys = {_key(text) for path in files if path.is_file() for text in _texts(read(path))}
            for tag, path in zip(tags, files, strict=True):
                found += _missing(path, keys) + check_file(path, tag)
    return found


def _missing(path: Path, wanted: set[Key]) -> list[str]:
    if not path.is_file():
        return [f"{_name(path)}: the file is missing"]
    have = {_key(message) for message in _texts(read(path))}
    return [f"{_name(path)}: lacks «{context or msgid[0]}»" for context, msgid in sorted(wanted - have, key=str)]


def check_file(path: Path, tag: str) -> list[str]:
    """What is wrong with the texts of one PO file, one line each."""
    if not path.is_file():
        return []
    return [
        f"{_name(path)}: «{message.context or _strings(message.id)[0]}»: {fault}"
        for message in _texts(read(path)) for fault in text_faults(message, tag)
    ]  # fmt: skip


def text_faults(message: Message, tag: str) -> Iterator[str]:
    """What is wrong with one translated text."""
    if message.fuzzy:
        yield "fuzzy"
    if _is_empty(message):
        yield "not translated"
        return
    forms = _strings(message.string)
    expected = int(PLURALS[tag].split("=")[1][0]) if message.pluralizable else 1
    if len(forms) != expected:
        yield f"{len(forms)} plural forms, the language has {expected}"
    source = _strings(message.id)[-1]
    for form in forms:
        # A form for one, two or none may say the number in words.
        spare = {"n"} if message.pluralizable else set()
        if _fields(form) | spare != _fields(source) | spare:
            yield f"placeholders differ: {sorted(_fields(source))} became {sorted(_fields(form))}"
        if sorted(_MARKUP.findall(form)) != sorted(_MARKUP.findall(source)):
            yield "markup differs"
        if (form[:1].isspace(), form[-1:].isspace()) != (source[:1].isspace(), source[-1:].isspace()):
            yield "white space at an edge differs"
        if sum(map(form.count, "\u2066\u2067\u2068")) != form.count("\u2069"):
            yield "an isolate is not closed"
        yield from faults(tag, form)


def _fields(text: str) -> set[str]:
    return {found[1] for found in _PLACEHOLDER.finditer(text) if found[1] is not None}


def _key(message: Message) -> Key:
    return message.context, _strings(message.id)


def _strings(value: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value or ())


def _is_empty(message: Message) -> bool:
    strings = _strings(message.string)
    return not strings or not all(string.strip() for string in strings)


def _texts(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name


def main(words: list[str]) -> int:
    """Do what the word says; returns the exit code."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    match words:
        case ["extract"]:
            save(TEMPLATE, written(extract()))
        case ["update"]:
            update()
        case ["compile"]:
            compile_all()
        case ["check"]:
            found = check()
            print("\n".join(found) or "The catalogues are complete.")
            return 1 if found else 0
        case _:
            print(__doc__)
            return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
