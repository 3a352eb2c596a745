"""Bytes as text where the file does not say how its letters are written."""


def decoded(data: bytes) -> tuple[str, str]:
    """The text and how it was written; a letter cut in half at the end is let go."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace"), "utf-16"
    try:
        return data.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 4:
            return data[: error.start].decode("utf-8-sig"), "utf-8"
    return data.decode("cp1256", "replace"), "windows-1256"
