"""Catalogues of a pack written in the way they are written by hand: one entry for each text, unwrapped."""

import re
from collections.abc import Sequence
from io import BytesIO

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from workbench.i18n import catalogue

Entry = tuple[str, str, str]
_HEADER = '''msgid ""
msgstr ""
"Project-Id-Version: {project}\\n"
"Language: {tag}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

'''
_PROJECT = re.compile(rb'(?m)^"Project-Id-Version: (.*)\\n"$')
_FLAGS = re.compile(rb"(?m)^#, .*\n")


def written(entries: Sequence[Entry], project: str, tag: str, before: bytes | None = None) -> bytes:
    """The catalogue that holds these entries (context, text, translation), for the pack and version ``project``.

    The one that was there ``before`` stays as it is if it says the same; else its comments are kept.
    """
    if before is not None and _same(entries, before) and f"Project-Id-Version: {project}\\n".encode() in before:
        return before
    comments = _comments(before) if before is not None else {}
    made = Catalog(fuzzy=False)
    for context, text, said in entries:
        made.add(text, said, context=context, user_comments=comments.get(context, ()))
    file = BytesIO()
    write_po(file, made, width=0, omit_header=True)
    # What Babel guesses about braces and per cent signs is for code.
    body = _FLAGS.sub(b"", file.getvalue())
    return _HEADER.format(project=project, tag=tag).encode() + body.strip(b"\n") + b"\n"


def _same(entries: Sequence[Entry], before: bytes) -> bool:
    try:
        return catalogue(before) == {(context, text): said for context, text, said in entries}
    except ValueError:
        return False


def _comments(before: bytes) -> dict[str, Sequence[str]]:
    try:
        catalogue(before)
    except ValueError:
        return {}
    return {str(one.context): one.user_comments for one in read_po(BytesIO(before)) if one.id}
