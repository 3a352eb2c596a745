"""The rules of screening, proof, care and ethics together: one value, in one language at a time."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from workbench.proof.care import CareRules
from workbench.proof.ethics import EthicsRules
from workbench.proof.indicators import ScreeningRules
from workbench.proof.offences import ChargeRules
from workbench.proof.wording import APART


@dataclass(frozen=True, slots=True)
class Origin:
    """The files that the rules were read from, their languages, and how they are said in another of them."""

    files: Mapping[str, bytes]
    languages: tuple[str, ...]
    translate: Callable[["Rules", str], "Rules"] = field(repr=False, compare=False)
    spoken: dict[str, "Rules"] = field(default_factory=dict, repr=False, compare=False)


@dataclass(frozen=True)
class Rules:
    """Everything that is screened, weighed, looked after and owed, in one language."""

    screening: ScreeningRules
    charges: ChargeRules
    care: CareRules
    ethics: EthicsRules
    language: str = field(metadata=APART)
    origin: Origin = field(repr=False, compare=False, metadata=APART)

    def in_language(self, tag: str) -> "Rules":
        """The same rules with every text in another of their languages.

        Raises ``Refusal`` if they do not have the language, or not all of their texts in it.
        """
        spoken = self.origin.spoken
        if tag not in spoken:
            spoken[tag] = self.origin.translate(self, tag)
        return spoken[tag]
