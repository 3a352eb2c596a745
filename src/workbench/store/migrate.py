"""The shape of the database brought up to this program's, with a copy kept before anything changes."""

import shutil
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from workbench.disk import told
from workbench.errors import Reason, Refusal
from workbench.store.triggers import guard

_SCRIPTS = Path(__file__).parent / "migrations"
# The newest revision, by name, so that an unlock needs no look through the scripts when nothing is to do.
NEWEST = "0004"


def migrate(engine: Engine, folder: Path, now: datetime) -> str | None:
    """Bring the database to the newest shape; the revision it had before, or None if nothing was to do.

    Raises ``Refusal`` if a newer program wrote it.
    """
    with engine.connect() as connection:
        found = revision(connection)
    if found == NEWEST:
        return None
    if found is not None:
        _known(found)
        _keep_copy(folder, found, now)
    with engine.begin() as connection:
        _upgrade(connection)
        guard(connection)
    return found or "empty"


def revision(connection: Connection) -> str | None:
    """The revision of the database, None if it is empty."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _known(found: str) -> None:
    from alembic.script import ScriptDirectory
    from alembic.util import CommandError

    try:
        ScriptDirectory(str(_SCRIPTS)).get_revision(found)
    except CommandError:
        raise Refusal(Reason.VAULT_NEWER) from None


def _upgrade(connection: Connection) -> None:
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    script = ScriptDirectory(str(_SCRIPTS))
    with EnvironmentContext(
        Config(), script, fn=lambda rev, _: script._upgrade_revs("head", rev)
    ) as environment:
        # One transaction around all of it: ours. A half-migrated database never exists.
        environment.configure(connection=connection, transactional_ddl=True, render_as_batch=True)
        environment.run_migrations()


def _keep_copy(folder: Path, found: str, now: datetime) -> None:
    from workbench.store.connection import NAME

    before = folder / "before-migration"
    with told(before, (folder / NAME).stat().st_size):
        before.mkdir(exist_ok=True)
        shutil.copy2(folder / NAME, before / f"vault-{found}-{now:%Y%m%dT%H%M%SZ}.db")
