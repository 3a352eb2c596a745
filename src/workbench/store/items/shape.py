"""The tables of what was read out of files; no model has them, and the log names none of their rows."""

from sqlalchemy import Connection

# Raised whenever what stands in the rows is made in another way: they are then made anew.
EDITION = "1"
_TABLES = (
    "CREATE TABLE IF NOT EXISTS item_case (id INTEGER PRIMARY KEY, case_id TEXT NOT NULL UNIQUE)",
    "CREATE TABLE IF NOT EXISTS item_file (id INTEGER PRIMARY KEY, file_id TEXT NOT NULL UNIQUE, "
    "in_case INTEGER NOT NULL, reading_id TEXT NOT NULL, digest TEXT NOT NULL, edition TEXT NOT NULL, "
    "count INTEGER NOT NULL)",
    "CREATE TABLE IF NOT EXISTS item_sender (id INTEGER PRIMARY KEY, file INTEGER NOT NULL, name TEXT NOT NULL)",
    # ``id`` is that of the file and the number within it in one, so that no index need be kept for them.
    # ``moment`` counts seconds and may rest on an assumed zone. ``body`` begins with what a search looks at, folded
    # and ``cut`` letters long: one text in a row, because locking the memory of each takes longer than writing it.
    "CREATE TABLE IF NOT EXISTS item (id INTEGER PRIMARY KEY, in_case INTEGER NOT NULL, moment INTEGER, "
    "kind INTEGER NOT NULL, sender INTEGER NOT NULL, cut INTEGER NOT NULL, body TEXT NOT NULL)",
    "CREATE INDEX IF NOT EXISTS item_in_time ON item (in_case, moment, id)",
    "CREATE INDEX IF NOT EXISTS item_sender_name ON item_sender (name)",
    "CREATE INDEX IF NOT EXISTS item_sender_file ON item_sender (file)",
)
NAMES = ("item", "item_sender", "item_file", "item_case")

# No file has more rows than this.
MOST = 2**31


def first_of(file: int) -> int:
    """Below this and the next one lie the rows of a file."""
    return file * MOST


def is_items(table: str | None) -> bool:
    """Whether a table belongs to what was read out of files."""
    return table in NAMES


def there(connection: Connection) -> bool:
    """Whether the tables were made yet."""
    found = connection.exec_driver_sql("SELECT 1 FROM sqlite_master WHERE name = 'item_file'")
    return found.first() is not None


def make_sure(connection: Connection) -> None:
    """Make the tables where they are not."""
    if not there(connection):
        for statement in _TABLES:
            connection.exec_driver_sql(statement)
