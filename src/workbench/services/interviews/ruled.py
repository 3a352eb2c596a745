"""The rules of interviewing that come with the program, read once."""

from functools import lru_cache

from workbench.proof.interviewing import InterviewRules, load_interviews
from workbench.shipped import resource


@lru_cache(maxsize=1)
def shipped() -> InterviewRules:
    """The rules in English. Raises ``Refusal`` if their file is wrong."""
    return load_interviews(resource("evidence"))


@lru_cache(maxsize=4)
def interview_rules(tag: str) -> InterviewRules:
    """The rules in a language. Raises ``Refusal`` if there is no catalogue for it."""
    return shipped().in_language(tag)
