"""How fast chats, call records, address books and letters are read, beside the plainest reading of the same bytes."""

import argparse
import csv
import io
import json
import sys
import time
from collections.abc import Callable
from email.message import EmailMessage

from bench.figures import in_turn, peak_mib, say
from workbench.evidence.intake import runner
from workbench.evidence.intake.gather import gather
from workbench.evidence.intake.sandbox import Limits
from workbench.evidence.intake.source import source

WORDS = (
    "وصلت البنت إلى الدار", "bring the passports to the office", "کەی دێیت؟", "رقم السيارة ٤١٢٣", "ok",
    "500 USD by Monday\nno later",
)  # fmt: skip
NAMES = ("سهام - مكتب الليلك", "Waleed Office", "+964 769 000 4121", "کاک شوان")
_ARABIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
LIMITS = Limits()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of everything")
    args = parser.parse_args()
    share = 10 if args.quick else 1
    chats, records = 50_000 // share, 200_000 // share
    lines, rows = "a bare split into lines", "csv.reader"
    _measure(f"chat of {chats:,}, Android", android(chats), "chat.txt", _lines, lines, 3)
    _measure(f"chat of {chats:,}, iPhone in Arabic", iphone(chats), "_chat.txt", _lines, lines, 3)
    _measure(f"chat of {chats:,}, Telegram", telegram(chats), "result.json", json.loads, "json.loads", 3)
    _measure(f"{records:,} call records", calls(records), "cdr.csv", _csv, rows, 5)
    older = calls(records, arabic=True).decode().encode("cp1256")
    _measure(f"{records:,} call records, windows-1256", older, "cdr.csv", _csv_older, rows, 5)
    _measure(f"address book of {chats // 10:,} cards", cards(chats // 10), "contacts.vcf", _lines, lines)
    _measure(f"mailbox of {chats // 50:,} letters", mailbox(chats // 50), "all.mbox", _lines, lines)
    say("peak memory of this process", f"{peak_mib():,.0f} MiB")


def _measure(name: str, data: bytes, file: str, peer: Callable[[bytes], object], of: str, goal: int = 0) -> None:
    def ours() -> object:
        return gather(source(io.BytesIO(data), file, len(data)))

    begun = time.process_time()
    reading = gather(source(io.BytesIO(data), file, len(data)))
    work = time.process_time() - begun
    if reading.refused or not reading.counts:
        sys.exit(f"{name}: not read: {reading.refused}")
    here, bare, ratio = in_turn(ours, lambda: peer(data), 3)
    begun = time.perf_counter()
    inside = runner.read(lambda offset, length: data[offset : offset + length], file, len(data), limits=LIMITS)
    whole = time.perf_counter() - begun
    if inside.counts != reading.counts:
        sys.exit(f"{name}: the child counts otherwise: {inside.counts}, {inside.refused}")
    wanted = f"goal {goal} s; " if goal else ""
    beside = f"{ratio:.1f} times {of} ({bare * 1000:.0f} ms)"
    say(name, f"{here:.2f} s, {work:.2f} of work", f"{wanted}{beside}; {len(data) / 2**20:.1f} MiB")
    say("  in a child with its limits, with all items", f"{whole:.2f} s")


def _lines(data: bytes) -> object:
    return data.decode().split("\n")


def _csv(data: bytes, encoding: str = "utf-8-sig") -> object:
    return sum(1 for _row in csv.reader(io.TextIOWrapper(io.BytesIO(data), encoding, newline=""), delimiter=";"))


def _csv_older(data: bytes) -> object:
    return _csv(data, "cp1256")


def _moment(place: int) -> tuple[str, str, str]:
    """A day of 2024, its month and the time, later with every place."""
    minutes = place * 7 % (28 * 1440 * 12) if place > 69_000 else place * 7
    day, minute = divmod(minutes, 1440)
    return f"{day % 28 + 1:02}", f"{day // 28 % 12 + 1:02}", f"{minute // 60:02}:{minute % 60:02}"


def android(count: int) -> bytes:
    """An English export of Android, each third message in several lines and each tenth with a file."""
    lines = []
    for place in range(count):
        day, month, clock = _moment(place)
        picture = f"\u200eIMG-2024{month}{day}-WA{place % 9999:04}.jpg (file attached)"
        words = WORDS[place % len(WORDS)] if place % 10 else picture
        lines.append(f"{day}/{month}/2024, {clock} - {NAMES[place % len(NAMES)]}: {words}\n")
    return "".join(lines).encode()


def iphone(count: int) -> bytes:
    """An Arabic export of an iPhone with seconds, halves of the day and Arabic digits."""
    lines = []
    for place in range(count):
        day, month, clock = _moment(place)
        hour, _, minute = clock.partition(":")
        half = "م" if int(hour) > 11 else "ص"
        date = f"{int(day)}\u200f/{int(month)}\u200f/2024"
        head = f"[{date}، {int(hour) % 12 or 12}:{minute}:11 {half}]".translate(_ARABIC)
        words = WORDS[place % len(WORDS)] if place % 10 else "\u200eتم استبعاد الصورة"
        lines.append(f"{head} {NAMES[place % len(NAMES)]}: {words}\r\n")
    return "".join(lines).encode()


def telegram(count: int) -> bytes:
    """One chat of Telegram Desktop."""
    messages = []
    for place in range(count):
        day, month, clock = _moment(place)
        messages.append({
            "id": place + 1, "type": "message", "date": f"2024-{month}-{day}T{clock}:00",
            "date_unixtime": str(1_704_056_400 + place * 420), "from": NAMES[place % 4], "from_id": f"user{place % 4}",
            "text": WORDS[place % len(WORDS)], "text_entities": [{"type": "plain", "text": WORDS[place % len(WORDS)]}],
        })  # fmt: skip
    chat = {"name": "x", "type": "private_group", "id": 1, "messages": messages}
    return json.dumps(chat, ensure_ascii=False, indent=1).encode()


def calls(count: int, arabic: bool = False) -> bytes:
    """The records of one number with some thousand others."""
    if arabic:
        head = "ت;التاريخ;الوقت;نوع الخدمة;رقم المشترك;الرقم الطرف الثاني;المدة (ثانية);IMEI;IMSI;رمز الخلية\r\n"
        words = ("مكالمة صادرة", "مكالمة واردة", "رسالة صادرة", "رسالة واردة")
    else:
        head = "SEQ;DATE;TIME;CALL_TYPE;MSISDN_A;MSISDN_B;DURATION_SEC;IMEI;IMSI;CELL_ID\r\n"
        words = ("Outgoing call", "Incoming call", "Outgoing SMS", "Incoming SMS")
    rows = [head]
    for place in range(count):
        day, month, clock = _moment(place)
        rows.append(
            f"{place + 1};{day}/{month}/2024;{clock}:{place % 60:02};{words[place % 4]};+9647690004101;"
            f"+96474900{place % 4099:05};{place % 700};356938035643809;418201234567890;C{place % 57}\r\n"
        )
    return "".join(rows).encode()


def cards(count: int) -> bytes:
    """Cards with two numbers each."""
    return "".join(
        f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{NAMES[n % 4]} {n}\r\nTEL;TYPE=CELL:0769 00{n % 100:02} {n % 9999:04}\r\n"
        f"TEL;TYPE=HOME:+96474900{n:05}\r\nNOTE:{WORDS[0]}\r\nEND:VCARD\r\n" for n in range(count)
    ).encode()  # fmt: skip


def mailbox(count: int) -> bytes:
    """Letters with a page beside the text and a file of some thousand bytes."""
    one = EmailMessage()
    one["From"], one["To"], one["Subject"] = "office@lilac.example", "zana@road.example", "فاتورة ١٧"
    one["Date"], one["Message-ID"] = "Mon, 25 Mar 2024 10:00:00 +0300", "<1@lilac.example>"
    one.set_content(WORDS[0] * 20)
    one.add_alternative(f"<p>{WORDS[0] * 20}</p>", "html")
    one.add_attachment(bytes(range(256)) * 40, "application", "pdf", filename="x.pdf")
    return (b"From x@y.example Mon Mar 25 10:00:00 2024\n" + one.as_bytes() + b"\n") * count


if __name__ == "__main__":
    main()
