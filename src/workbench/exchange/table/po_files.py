"""Catalogues of a pack written in the way they are written by hand: one entry for each text, unwrapped."""

import re
from collections.abc import Sequence
from io import BytesIO

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
_FLAGS = re.compile(rb"(?m)^#, .*\n")


def written(entries: Sequence[Entry], pack: str, version: str, tag: str, before: bytes | None = None) -> bytes:
    """The catalogue that holds these entries (context, text, translation).

    The one that was there ``before`` stays as it is if it says the same; else its header and comments are kept.
    """
    # A start of the program must not wait for the writer of catalogues.
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    before = before.replace(b"\r\n", b"\n") if before is not None and _readable(before) else b""
    header = _HEADER.format(project=f"{pack} {version}", tag=tag).encode()
    if b'msgid ""' in before.partition(b"\n\n")[0]:
        mine = re.compile(rb'(?m)^"Project-Id-Version: ' + re.escape(pack).encode() + rb' .*$')
        named = f'"Project-Id-Version: {pack} {version}\\n"'.encode()
        header = mine.sub(lambda _: named, before.partition(b"\n\n")[0]) + b"\n\n"
    if before.startswith(header) and _same(entries, before):
        return before
    comments = _comments(before)
    made = Catalog(fuzzy=False)
    for context, text, said in entries:
        made.add(text, said, context=context, user_comments=comments.get(context, ()))
    file = BytesIO()
    write_po(file, made, width=0, omit_header=True)
    # What Babel guesses about braces and per cent signs is for code.
    return header + _FLAGS.sub(b"", file.getvalue()).strip(b"\n") + b"\n"


def _readable(data: bytes) -> bool:
    try:
        catalogue(data)
    except ValueError:
        return False
    return True


def _same(entries: Sequence[Entry], before: bytes) -> bool:
    return catalogue(before) == {(context, text): said for context, text, said in entries}


def _comments(before: bytes) -> dict[str, Sequence[str]]:
    from babel.messages.pofile import read_po

    return {str(one.context): one.user_comments for one in read_po(BytesIO(before)) if one.id} if before else {}
