"""The search index as the services find it: where the log stands, or built anew until it is."""

from workbench.store import Desk, index
from workbench.store.desk import told_of_database


def ready(desk: Desk) -> None:
    """Make sure that the index stands where the log stands."""
    with desk.reading() as session:
        current = index.is_current(session.connection(), desk.head)
    if not current:
        with told_of_database():
            index.rebuild(desk.engine, desk.head)
