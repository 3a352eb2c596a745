"""Alembic's environment, used only to write new migrations; running them is ``store.migrate``'s."""
