"""Migrations: they end in exactly the tables that the models describe, and keep a copy before they change anything."""

from datetime import UTC, datetime
from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from workbench.models import APPEND_ONLY, Base
from workbench.store import Desk, connection, migrate
from workbench.store.index.shape import is_index
from workbench.store.items.shape import is_items


def test_the_newest_revision_is_named_and_makes_what_the_models_say(desk: Desk) -> None:
    with desk.engine.connect() as raw:
        assert migrate.revision(raw) == migrate.NEWEST
        # The search index and what was read out of files are the store's own: no model describes them.
        opts = {"include_name": lambda name, kind, _: kind != "table" or not (is_index(name) or is_items(name))}
        assert compare_metadata(MigrationContext.configure(raw, opts=opts), Base.metadata) == []
    scripts = ScriptDirectory(str(Path(migrate.__file__).parent / "migrations"))
    assert scripts.get_heads() == [migrate.NEWEST]


def test_every_append_only_table_is_guarded(desk: Desk) -> None:
    with desk.engine.connect() as raw:
        names = {
            row[0] for row in raw.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        }
    assert names == {f"{table}_no_{verb}" for table in APPEND_ONLY for verb in ("update", "delete")}


def test_a_copy_is_kept_before_anything_changes(tmp_path: Path) -> None:
    key = bytes(32)
    engine = connection.engine(tmp_path / "vault.db", key)
    now = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
    assert migrate.migrate(engine, tmp_path, now) == "empty"
    assert migrate.migrate(engine, tmp_path, now) is None
    assert not (tmp_path / "before-migration").exists()
    migrate._keep_copy(tmp_path, "0001", now)
    assert [path.name for path in (tmp_path / "before-migration").iterdir()] == [
        "vault-0001-20260102T030405Z.db"
    ]
    engine.dispose()


def test_the_models_are_portable() -> None:
    from sqlalchemy.dialects import postgresql
    from sqlalchemy.schema import CreateTable

    for table in Base.metadata.sorted_tables:
        assert str(CreateTable(table).compile(dialect=postgresql.dialect()))
    plain = create_engine("sqlite://")
    Base.metadata.create_all(plain)
    plain.dispose()
