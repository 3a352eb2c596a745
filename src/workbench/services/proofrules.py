"""The rules of screening, proof, care and ethics that come with the program, read once."""

from functools import lru_cache

from workbench.proof import Rules, load
from workbench.shipped import resource


@lru_cache(maxsize=1)
def shipped() -> Rules:
    """The rules in English. Raises ``Refusal`` if their files are wrong."""
    return load(resource("proof"))


def rules(tag: str) -> Rules:
    """The rules in a language."""
    return shipped().in_language(tag)
