"""Whose word stands behind a procedure, as a chip and as a sentence; the same wherever it is shown."""

from workbench.i18n import N_
from workbench.terms import TRUSTS
from workbench.ui.state import tr

Chipped = tuple[str, str, str]  # text, tone, icon

_SHORT: dict[str, Chipped] = {
    "shipped": (N_("candidate, not signed"), "neutral", "ph.circle-dashed"),
    "signed": (N_("signed by {signer}"), "ok", "ph.circle-wavy-check"),
    "trusted": (N_("trusted by {signer}, not signed"), "warn", "ph.shield-warning"),
    "withdrawn": (N_("key withdrawn"), "warn", "ph.shield-slash"),
}
_UNSIGNED_FILE: dict[str, Chipped] = {
    "signed": (N_("signed by {signer}"), "ok", "ph.circle-wavy-check"),
    "unknown_key": (N_("signed with a key that is not known here"), "warn", "ph.shield-warning"),
    "unsigned": (N_("not signed"), "warn", "ph.shield-slash"),
}


def chip(state: str, signer: str = "") -> Chipped:
    """Text, tone and icon for an edition that is kept."""
    words, tone, glyph = _SHORT[state]
    return tr(words, signer=signer) if signer else tr(words), tone, glyph


def chip_of_file(standing: str, signer: str = "") -> Chipped:
    """Text, tone and icon for a pack file that is only looked at."""
    words, tone, glyph = _UNSIGNED_FILE[standing]
    return tr(words, signer=signer) if signer else tr(words), tone, glyph


def sentence(state: str, signer: str = "") -> str:
    """The same in full."""
    return tr(TRUSTS[state], signer=signer)


def doubt(state: str, signer: str = "") -> Chipped | None:
    """What has to be shown of a case's procedure; None where an authority's signature stands behind it."""
    return None if state == "signed" else chip(state, signer)
