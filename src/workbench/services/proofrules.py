"""The rules of screening, proof, care and ethics that come with the program, read once."""

from functools import lru_cache

from workbench.proof import Rules, load
from workbench.shipped import resource


@lru_cache(maxsize=1)
def shipped() -> Rules:
    """The rules in English. Raises ``Refusal`` if their files are wrong."""
    return load(resource("proof"))


@lru_cache(maxsize=4)
def rules(tag: str) -> Rules:
    """The rules in a language. Raises ``Refusal`` if there is no catalogue for it."""
    return shipped().in_language(tag)
