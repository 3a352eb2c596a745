"""Passphrases: what is accepted, how it is written, and how long a wrong one makes one wait."""

import unicodedata
from datetime import timedelta

from workbench.errors import Reason, Refusal

LEAST, MOST = 15, 128
FREE_TRIES = 5
_FIRST_WAIT, _LONGEST_WAIT = timedelta(seconds=30), timedelta(minutes=15)
# Rows and ladders that people type when asked for something long; compared without case and spaces.
_LADDERS = (
    "abcdefghijklmnopqrstuvwxyz",
    "qwertyuiopasdfghjklzxcvbnm",
    "ضصثقفغعهخحجدشسيبلاتنمكط",
    "01234567890123456789",
)
_COMMON = (
    "password",
    "passphrase",
    "workbench",
    "ministryofinterior",
    "letmein",
    "iraq",
    "baghdad",
    "kurdistan",
)


def written(passphrase: str) -> str:
    """The passphrase in the form that is hashed: NFKC once, then exactly as typed."""
    return unicodedata.normalize("NFKC", passphrase)


def accept(passphrase: str) -> None:
    """Refuse a passphrase that is too short, too long or a pattern. Raises ``Refusal``."""
    text = written(passphrase)
    if len(text) < LEAST:
        raise Refusal(Reason.PASSPHRASE_SHORT, least=LEAST)
    if len(text) > MOST:
        raise Refusal(Reason.PASSPHRASE_LONG, most=MOST)
    if _guessable(text):
        raise Refusal(Reason.PASSPHRASE_COMMON)


def _guessable(text: str) -> bool:
    folded = "".join(text.casefold().split())
    if len(set(folded)) < 6:
        return True
    if any(folded in ladder * 3 or folded in ladder[::-1] * 3 for ladder in _LADDERS):
        return True
    rest = folded
    for word in _COMMON:
        rest = rest.replace(word, "")
    return len(rest.strip("0123456789!.-_")) < 4


def wait_after(failures: int) -> timedelta:
    """How long to wait after so many failures in a row: five free, then 30 s, doubling to 15 minutes."""
    if failures < FREE_TRIES:
        return timedelta()
    doublings: int = 2 ** min(failures - FREE_TRIES, 10)
    return min(_LONGEST_WAIT, _FIRST_WAIT * doublings)
