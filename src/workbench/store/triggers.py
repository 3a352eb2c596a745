"""Triggers that refuse to change or remove what is only ever added."""

from sqlalchemy import Connection

from workbench.models import APPEND_ONLY


def guard(connection: Connection) -> None:
    """Put the guards of every append-only table in place; run after each migration."""
    for table in sorted(APPEND_ONLY):
        for verb in ("UPDATE", "DELETE"):
            name = f"{table}_no_{verb.lower()}"
            connection.exec_driver_sql(f'DROP TRIGGER IF EXISTS "{name}"')
            connection.exec_driver_sql(
                f'CREATE TRIGGER "{name}" BEFORE {verb} ON "{table}" '
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
