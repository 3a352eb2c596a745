"""What no page caught: said once, quietly, with a code; the place goes to the log, case content never does."""

import logging
import sys
import traceback
from types import TracebackType

from workbench.errors import Fault
from workbench.ui.window import Window

_log = logging.getLogger(__name__)


def code_of(error: BaseException) -> str:
    """The kind of an error and the line it came from: enough to find it, nothing of what it was about."""
    frames = traceback.extract_tb(error.__traceback__)
    place = (
        f"{frames[-1].filename.rpartition('workbench')[2].strip('/')}:{frames[-1].lineno}" if frames else "?"
    )
    return f"{type(error).__name__} {place}"


def watch(window: Window) -> None:
    """Show what nobody caught as a notice on the page that is open, and go on."""

    def tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error, trace)
            return
        code = code_of(error)
        _log.error("fault: %s", code)
        page = window.frame.page() if window.frame is not None else window.door
        if page is not None:
            page.refuse(Fault(code))

    sys.excepthook = tell
