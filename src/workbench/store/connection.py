"""The one factory of connections: keyed, checked to be encrypted, and limited to the SQL we mean."""

from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as driver
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from workbench.errors import Broken, Fault, Reason, Refusal
from workbench.i18n import ltr

NAME = "vault.db"
PAGE = 4096
_PLAIN_HEADER = b"SQLite format 3\x00"

# In this order, before anything else touches the file.
_OPENING = (
    "PRAGMA cipher_memory_security = ON",
    "PRAGMA cipher_log_level = NONE",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA wal_autocheckpoint = 200",
    "PRAGMA foreign_keys = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA mmap_size = 0",
    "PRAGMA cache_size = -65536",
)
_ALLOWED_PRAGMAS = frozenset(
    "foreign_keys foreign_key_list foreign_key_check table_info table_xinfo table_list index_list index_info "
    "index_xinfo wal_checkpoint integrity_check quick_check cipher_integrity_check cipher_version cipher_status "
    "page_count freelist_count schema_version optimize data_version read_uncommitted".split()
)
_DENIED_FUNCTIONS = frozenset({"load_extension", "sqlcipher_export", "fts3_tokenizer"})


def engine(path: Path, key: bytes) -> Engine:
    """An engine over the encrypted file. Every transaction begins IMMEDIATE unless it says it only reads."""
    made = create_engine(
        "sqlite://", creator=lambda: _open(path, key), module=driver, poolclass=QueuePool,
        pool_size=2, max_overflow=0, hide_parameters=True,
    )  # fmt: skip
    event.listen(made, "begin", _begin)
    return made


def refuse_plaintext(path: Path) -> None:
    """Refuse a database file that is not encrypted. Raises ``Broken``."""
    try:
        with path.open("rb") as file:
            head = file.read(16)
    except OSError:
        raise Refusal(Reason.NOT_READABLE, path=ltr(str(path))) from None
    if head == _PLAIN_HEADER:
        raise Broken(Reason.VAULT_PLAINTEXT)


def _begin(connection: Connection) -> None:
    reading = connection.get_execution_options().get("reading")
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def _open(path: Path, key: bytes) -> Any:
    connection = driver.connect(str(path), isolation_level=None, check_same_thread=False, timeout=5)
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        for pragma in _OPENING:
            connection.execute(pragma)
        connection.set_authorizer(_authorize)
        _require_cipher(connection)
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except driver.DatabaseError as error:
        connection.close()
        if "not a database" in str(error) or "malformed" in str(error):
            raise Broken(Reason.VAULT_DAMAGED) from None
        raise
    except BaseException:
        connection.close()
        raise
    return connection


def _require_cipher(connection: Any) -> None:
    """An unkeyed or unencrypted connection looks just like a keyed one, so both are asked for."""
    version = connection.execute("PRAGMA cipher_version").fetchone()
    status = connection.execute("PRAGMA cipher_status").fetchone()
    if not version or not version[0] or not status or str(status[0]) != "1":
        raise Fault("cipher-off")
    if driver.sqlite_version_info < (3, 51, 3):
        raise Fault("sqlite-wal-reset")


def _authorize(
    action: int, first: str | None, second: str | None, database: str | None, inner: str | None
) -> int:
    """SQLite's question whether a statement may run: only what this program means to do may."""
    if action == driver.SQLITE_PRAGMA:
        return _verdict((first or "").lower() in _ALLOWED_PRAGMAS)
    if action == driver.SQLITE_ATTACH:
        return _verdict(first == "")  # VACUUM attaches a nameless file of its own
    if action == driver.SQLITE_FUNCTION:
        return _verdict((second or "").lower() not in _DENIED_FUNCTIONS)
    return int(driver.SQLITE_OK)


def _verdict(allowed: bool) -> int:
    return int(driver.SQLITE_OK if allowed else driver.SQLITE_DENY)


def problem(path: Path, key: bytes) -> str:
    """What the database's own checks say against it, each on a fresh connection; empty if nothing.

    One bad page can poison a connection, and the cipher's check does not see pages cut from the end,
    so both checks are made apart.
    """
    for pragma, good in (("cipher_integrity_check", None), ("integrity_check", "ok")):
        connection = _open(path, key)
        try:
            said = [str(row[0]) for row in connection.execute(f"PRAGMA {pragma}")]
        except driver.DatabaseError as error:
            said = [str(error)]
        finally:
            connection.close()
        if said and said != [good]:
            return f"{pragma}: {said[0]}"
    return ""
