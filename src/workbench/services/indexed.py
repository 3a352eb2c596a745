"""The search index as the services find it: where the log stands."""

from workbench.store import Desk, index
from workbench.store.desk import told_of_database


def ready(desk: Desk) -> None:
    """Let the index take in what was written since it was last asked."""
    with told_of_database():
        index.follow(desk.engine, desk.head)
