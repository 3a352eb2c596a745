"""What care asks for and offers: the rules that come with the program, in the language of the reader."""

from collections.abc import Collection
from functools import lru_cache

from workbench.errors import Reason, Refusal
from workbench.i18n import ltr
from workbench.proof import CareRules, Rules, load
from workbench.security.canonical import digest as canonical_digest
from workbench.shipped import resource


@lru_cache(maxsize=1)
def _rules() -> Rules:
    return load(resource("proof"))


@lru_cache(maxsize=1)
def digest() -> str:
    """The hash that stands for the rules of care as they are now: what an assessment was made under."""
    return canonical_digest(_rules().origin.files["care.yaml"].decode("utf-8"))


def offered(tag: str = "en") -> CareRules:
    """The risks, needs, measures, purposes and services that care knows, in a language or, if need be, in English."""
    rules = _rules()
    return (rules.in_language(tag) if tag in rules.origin.languages else rules).care


def require_known(key: str, known: Collection[str]) -> None:
    """Refuse a key that care does not know."""
    if key not in known:
        raise Refusal(Reason.NOT_IN_RULES, value=ltr(key or "–"), known=ltr(", ".join(known)))
