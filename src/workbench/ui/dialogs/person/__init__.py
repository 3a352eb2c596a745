"""Adding a person and correcting one: who, born when, with which papers, reached where, and what care must know."""

from workbench.ui.dialogs.person.edit import EditPerson
from workbench.ui.dialogs.person.new import NewPerson

__all__ = ["EditPerson", "NewPerson"]
