"""An invented timeline, request to a laboratory and scene in three languages, of the words of the other samples."""

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from workbench.reports.timed import Examined, Happened, Party, Photo, Request, Result, SceneFacts, Timed

AT = datetime(2026, 11, 20, 19, 41, 12, tzinfo=UTC)
EXHIBIT = "TIP-2026/0147-B-003"


def timed(w: Mapping[str, str]) -> Timed:
    """Everything that papers say of time, of examinations and of scenes."""
    return Timed(events(w), request(w), scene(w))


def events(w: Mapping[str, str]) -> tuple[Happened, ...]:
    who = (Party("P-01", "", "from"), Party("", w["witness"], "to"))
    return (
        Happened("EV-03", "other", "2016", "", "year", datetime(2015, 12, 31, 21, tzinfo=UTC), None, (w["aside"],), (),
                 "", w["m1"], "record", w["witness"], ""),
        Happened("EV-01", "message", "2026-11-20T22:41:12", "", "second", AT, None, (), who, "", w["entry"], "exhibit",
                 EXHIBIT, "chat.zip · line 12"),
        Happened("EV-02", "call", "2026-11-21T01:00:05", "2026-11-21T01:01:10", "second", AT + timedelta(hours=2),
                 AT + timedelta(hours=2, seconds=65), (), who[:1], w["place"], w["clock"], "exhibit", EXHIBIT, "row 7"),
    )  # fmt: skip


def request(w: Mapping[str, str]) -> Request:
    told = Result(
        "55/2026", "2026-11-22", w["basis"], w["aside"], w["agreed"], (("Reader", "7.1"),), "yes", w["phase1"],
        w["other"], w["allows"], "", True, (w["refused"], ""), EXHIBIT, (("report.pdf", "ab" * 32),),
        (("auditable", w["agreed"]),),
    )  # fmt: skip
    return Request(
        "X-01", "digital", w["court"], False, w["exception"], "P-01",
        (Examined(EXHIBIT, w["ex2"], "S-77", "4"), Examined("TIP-2026/0147-B-004", w["ex1"], "", "")), w["grounds"],
        (w["q1"], w["q4"]), w["rule"], "2026-12-01", w["lead"], w["remarks"], w["law1"], AT, w["lead"], told,
        ("oath", "answers"),
    )  # fmt: skip


def scene(w: Mapping[str, str]) -> SceneFacts:
    photos = (
        Photo(1, EXHIBIT, "IMG_20261120_212655.jpg", "cd" * 32, "NX-1 (synthetic)", w["other"], AT, w["ex1"], "overall",
              "-62"),
        Photo(2, EXHIBIT, "IMG_20261120_213140.jpg", "ef" * 32, "", "", None, w["ex2"], "close_scale", ""),
    )
    told = (
        ("kind", "vehicle"), ("place_kind", w["m3"]), ("weather", w["aside"]), ("light", w["agreed"]),
        ("description", w["entry"]), ("traces", w["remarks"]), ("measures", w["basis"]), ("fixed_points", w["m2"]),
        ("protection", w["rule"]), ("touched", w["late"]), ("order", w["law1"]), ("handed_to", w["lead"]),
        ("position", "33.3152, 44.3661"), ("accuracy", "5 m"), ("writer", w["other"]),
    )  # fmt: skip
    sketch = (
        ("name", "sketch.jpg"), ("sha256", "12" * 32), ("exhibit", EXHIBIT), ("north", "yes"), ("scale", "yes"),
        ("legend", ""), ("file", "f"), ("drawn_by", w["other"]),
    )  # fmt: skip
    return SceneFacts(
        "A", AT, w["place"], w["lead"], told, (("called_at", AT), ("began_at", AT + timedelta(hours=1))),
        ((w["witness"], w["agreed"]),), (("21:05", w["other"], w["m1"], "22:10"),), ((w["m2"], w["m3"], "2.4"),),
        photos, (EXHIBIT,), sketch,
    )  # fmt: skip
