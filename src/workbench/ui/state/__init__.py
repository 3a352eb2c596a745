"""What the window remembers between two moments, without Qt: language, looks, and where each page was left."""

from workbench.ui.state.setup import Setup, load, save
from workbench.ui.state.speech import day, moment, number, speak, speaking, tr

__all__ = ["Setup", "day", "load", "moment", "number", "save", "speak", "speaking", "tr"]
