"""Catalogues: translations read from gettext files, compiled if they are, plain if they are not."""

import gettext
from functools import cache
from io import BytesIO
from pathlib import Path

from workbench.shipped import translations

Key = tuple[str | None, str]


def catalogue(po: bytes) -> dict[Key, str]:
    """The translations of a PO file: (context, msgid) to msgstr; fuzzy and empty ones are left out.

    Raises ``ValueError`` if the file is not a well-formed UTF-8 PO file.
    """
    # Only packs and uncompiled catalogues are read as text: a start must not wait for the reader.
    from babel.messages.pofile import read_po

    try:
        read = read_po(BytesIO(po), abort_invalid=True)
    except Exception as error:  # Babel raises several kinds for malformed files; all mean the same here
        raise ValueError(str(error)) from error
    return {
        (message.context, message.id): message.string
        for message in read
        if isinstance(message.id, str)
        and message.id
        and isinstance(message.string, str)
        and message.string
        and not message.fuzzy
    }


@cache
def program(tag: str) -> gettext.NullTranslations:
    """The program's own catalogue of one language (English is what stands in the code)."""
    folder = translations() / tag / "LC_MESSAGES"
    compiled, source = folder / "workbench.mo", folder / "workbench.po"
    if compiled.is_file() and (not source.is_file() or compiled.stat().st_mtime >= source.stat().st_mtime):
        return gettext.GNUTranslations(BytesIO(compiled.read_bytes()))
    if source.is_file():
        return gettext.GNUTranslations(BytesIO(compile_po(source)))
    return gettext.NullTranslations()


def compile_po(source: Path) -> bytes:
    """The compiled form (MO) of a PO file."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with source.open("rb") as file:
        write_mo(compiled, read_po(file))
    return compiled.getvalue()
