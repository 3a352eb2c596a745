"""Time as the world gives it: the only place that asks the machine for it."""

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Wall time is a claim (it may be wrong); monotonic seconds only order what happens in one run."""

    def now(self) -> datetime:
        """The present moment, aware, in UTC."""
        ...

    def monotonic(self) -> float:
        """Seconds that never go back while this process lives."""
        ...


class SystemClock:
    """The clock of this machine."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic(self) -> float:
        return time.monotonic()


@dataclass
class FixedClock:
    """A clock that stands still until it is moved: for tests, demonstrations and reproducible papers."""

    at: datetime
    step: timedelta = timedelta()

    def now(self) -> datetime:
        moment = self.at
        self.at += self.step
        return moment

    def monotonic(self) -> float:
        return self.at.timestamp()

    def forward(self, **span: float) -> None:
        """Move the hands by a ``timedelta`` given in words: ``forward(hours=3)``."""
        self.at += timedelta(**span)
