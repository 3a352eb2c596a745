"""Files of data that come with the program: YAML read with findings by file and line, texts in catalogues beside it."""

from workbench.datafiles.days import span
from workbench.datafiles.flaws import Finding, Flaw
from workbench.datafiles.section import Section, opened
from workbench.datafiles.texts import Say, Texts

__all__ = ["Finding", "Flaw", "Say", "Section", "Texts", "opened", "span"]
