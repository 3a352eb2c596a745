"""What is doubtful about the name of a file within a file: where it would lead, what it hides, what it imitates."""

import re
import unicodedata

# Names that Windows gives to devices, whatever stands after the first dot.
_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|clock\$|com[0-9¹²³]|lpt[0-9¹²³])(\.|:|$)", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:")
LONGEST, LONGEST_WHOLE = 255, 4096
_HIDDEN = frozenset(("Cc", "Cf", "Zl", "Zp", "Cs", "Co"))
# Kurdish and Persian are written with these, and so are signs made of several.
_JOINERS = "\u200c\u200d"


def doubts(name: str) -> tuple[str, ...]:
    """Keys of ``warnings.WARNINGS`` that hold for a name. Pure; the name is never used as a path."""
    parts = re.split(r"[/\\]", name)
    # A system that evens out letters would make steps out of their look-alikes.
    even = re.split(r"[/\\]", unicodedata.normalize("NFKC", name))
    found = {
        "name_leads_out": any(part.strip(" \0") == ".." for part in (*parts, *even))
        or name.startswith(("/", "\\"))
        or _DRIVE.match(name) is not None,
        "name_hides_signs": any(unicodedata.category(one) in _HIDDEN and one not in _JOINERS for one in name),
        "name_reserved": any(map(_is_reserved, parts)),
        "name_too_long": len(name) > LONGEST_WHOLE
        or any(len(part.encode(errors="replace")) > LONGEST for part in parts),
    }
    return tuple(key for key, holds in found.items() if holds)


def _is_reserved(part: str) -> bool:
    if part in ("", ".", ".."):
        return False
    return _DEVICES.match(part.lstrip()) is not None or part.rstrip(" .") != part or ":" in part[2:]


def folded(name: str) -> str:
    """The name as a careless disk would take it: two members with one folded name overwrite each other."""
    return unicodedata.normalize("NFC", name.replace("\\", "/")).casefold()
