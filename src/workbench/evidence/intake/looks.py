"""What a file is by its first bytes, and what is wrong with the whole: a false ending, a second file, a tail."""

from collections.abc import Iterable

from workbench.evidence.intake import tails
from workbench.evidence.intake.archive_names import doubts
from workbench.evidence.intake.items import Warned
from workbench.evidence.intake.source import Notes, Source
from workbench.i18n import visible

# (where, what stands there, which family). In this order: the first that holds.
_MARKS: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\xff\xd8\xff", "jpeg"), (0, b"\x89PNG\r\n\x1a\n", "png"), (0, b"GIF8", "gif"), (0, b"II*\0", "tiff"),
    (0, b"MM\0*", "tiff"), (0, b"II+\0", "tiff"), (8, b"WEBP", "webp"), (0, b"RIFF", "riff"), (0, b"%PDF-", "pdf"),
    (0, b"PK\x03\x04", "zip"), (0, b"PK\x05\x06", "zip"), (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (0, b"{\\rtf", "rtf"), (4, b"ftyp", "isom"), (0, b"ID3", "mp3"), (0, b"OggS", "ogg"), (0, b"fLaC", "flac"),
    (0, b"#!AMR", "amr"), (0, b"\x1aE\xdf\xa3", "matroska"),
    (0, b"MZ", "program"), (0, b"\x7fELF", "program"), (0, b"\xfe\xed\xfa\xce", "program"),
    (0, b"\xfe\xed\xfa\xcf", "program"), (0, b"\xce\xfa\xed\xfe", "program"), (0, b"\xcf\xfa\xed\xfe", "program"),
    (0, b"\xca\xfe\xba\xbe", "program"), (0, b"dex\n", "program"), (0, b"#!", "program"),
    (0, b"L\0\0\0\x01\x14\x02\0", "link"), (0, b"[InternetShortcut]", "link"),
    (0, b"7z\xbc\xaf\x27\x1c", "archive"), (0, b"Rar!\x1a\x07", "archive"), (0, b"\x1f\x8b", "archive"),
    (0, b"\xfd7zXZ\0", "archive"), (0, b"BZh", "archive"), (0, b"\x28\xb5\x2f\xfd", "archive"),
    (0, b"MSCF", "archive"), (257, b"ustar", "archive"), (2, b"-lh", "archive"),
    (0, b"EVF\x09\x0d\x0a\xff\0", "disk_image"), (0, b"EVF2\x0d\x0a\x81\0", "disk_image"), (0, b"AFF1", "disk_image"),
    (0, b"conectix", "disk_image"), (0, b"vhdxfile", "disk_image"), (0, b"KDMV", "disk_image"),
    (0, b"# Disk DescriptorFile", "disk_image"), (0, b"QFI\xfb", "disk_image"), (32769, b"CD001", "disk_image"),
    (54, b"FAT1", "disk_image"), (82, b"FAT32", "disk_image"), (3, b"NTFS    ", "disk_image"),
    (3, b"EXFAT   ", "disk_image"), (1080, b"\x53\xef", "disk_image"), (0, b"ANDROID!", "disk_image"),
    (3, b"-FVE-FS-", "encrypted"), (0, b"LUKS\xba\xbe", "encrypted"), (0, b"age-encryption.org", "encrypted"),
    (0, b"-----BEGIN PGP MESSAGE", "encrypted"), (0, b"Salted__", "encrypted"), (0, b"\x03\xd9\xa2\x9a", "encrypted"),
    (0, b"SQLite format 3\0", "database"), (4, b"Standard Jet DB", "database"), (4, b"Standard ACE DB", "database"),
    (0, b"ANDROID BACKUP", "backup"), (0, b"regf", "system"), (0, b"ElfFile\0", "system"), (0, b"bplist00", "system"),
    (0, b"\xd4\xc3\xb2\xa1", "system"), (0, b"\x0a\x0d\x0d\x0a", "system"), (0, b"MDMP", "system"),
)  # fmt: skip
_DISK = 510, b"\x55\xaa"
# What an ending promises. An ending that is not here promises nothing.
_PROMISED = {
    "jpeg": ("jpg", "jpeg", "jpe"), "png": ("png",), "gif": ("gif",), "tiff": ("tif", "tiff"), "webp": ("webp",),
    "pdf": ("pdf",), "zip": ("zip", "docx", "xlsx", "pptx", "odt", "ods", "odp", "kmz", "apk", "jar"),
    "ole": ("doc", "xls", "ppt", "msg", "docx", "xlsx", "pptx"), "rtf": ("rtf", "doc"),
    "isom": ("mp4", "m4a", "m4v", "mov", "3gp", "heic", "heif", "avif"), "ogg": ("ogg", "oga", "opus"),
    "flac": ("flac",), "riff": ("wav", "avi"), "amr": ("amr",), "matroska": ("mkv", "webm"),
    "database": ("db", "sqlite", "mdb", "accdb"), "archive": ("7z", "rar", "gz", "tgz", "tar", "xz", "bz2", "cab"),
}  # fmt: skip
_TEXT = frozenset((
    "txt", "csv", "tsv", "json", "jsonld", "xml", "gpx", "kml", "vcf", "eml", "html", "htm", "md", "log", "ics",
))  # fmt: skip
# Endings whose files carry a mark always: without it they are not what they are called.
_ENDINGS = {ending: {kind for kind, endings in _PROMISED.items() if ending in endings} for ending in {
    ending for endings in _PROMISED.values() for ending in endings
}}  # fmt: skip
_WITHOUT_READER = {
    "program": "program", "link": "link", "archive": "archive_unread", "disk_image": "disk_image",
    "encrypted": "encrypted", "database": "database", "backup": "backup", "system": "system_file",
}  # fmt: skip


def family(head: bytes) -> str:
    """The family that a file belongs to by its bytes; empty if none is told by them."""
    for place, mark, kind in _MARKS:
        if head[place : place + len(mark)] == mark:
            return kind
    return ""


def refusal(source: Source) -> Warned:
    """Why a file that no format fits is kept unread."""
    kind = family(source.head)
    ending = source.ending
    if ending.startswith("crypt") and ending[5:].isdigit():
        return Warned("encrypted")
    if kind == "ole":
        locked = "EncryptedPackage".encode("utf-16-le") in source.head
        return Warned("encrypted" if locked else "old_office")
    if not kind and len(source.head) >= 512 and source.head[510:512] == _DISK[1]:
        return Warned("disk_image")
    return Warned(_WITHOUT_READER.get(kind, "unknown"))


def warn(source: Source, notes: Notes) -> None:
    """Note what a person should know of the file as a whole, whatever its format."""
    for key in doubts(source.name):
        notes.warn(key, name=shown(source.name))
    kind = family(source.head)
    if _lies(source, kind):
        notes.warn("ending_lies", name=shown(source.name))
    if kind == "program":
        notes.warn("is_program", name=shown(source.name))
    if source.ending in _TEXT and b"\0" in source.head and not source.head.startswith((b"\xff\xfe", b"\xfe\xff")):
        notes.warn("holds_nuls")
    end = tails.end(source, kind)
    if end is not None and end < source.size:
        notes.warn("goes_on", count=source.size - end)
    for other in _others(source, kind):
        notes.warn("also_another", kind=other)


def shown(name: str, most: int = 160) -> str:
    """A name as it can be put into a sentence: short enough, and with what hides in it made visible."""
    return visible(name if len(name) <= most else f"{name[: most // 2]}…{name[-most // 2 :]}")


def _lies(source: Source, kind: str) -> bool:
    ending = source.ending
    if ending in _TEXT:
        return kind not in ("", "program", "link") or source.head.startswith((b"MZ", b"\x7fELF"))
    promised = _ENDINGS.get(ending)
    return promised is not None and kind not in promised


def _others(source: Source, kind: str) -> Iterable[str]:
    """Kinds of file that begin further in, where a reader of that kind would find them."""
    if kind not in ("", "pdf", "zip") and b"%PDF-" in source.head[:1024]:
        yield "PDF"
    if kind != "zip" and tails.zip_begins(source):
        yield "ZIP"
    if kind in ("jpeg", "png", "gif", "pdf") and b"<script" in source.head[:4096].lower():
        yield "HTML"
