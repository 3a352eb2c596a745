"""``intake read`` over the evidence of the training cases: what it tells is what their ground truth says."""

import hashlib
from pathlib import Path
from typing import Any

import pytest
from faults.commands import read_json, told

from workbench.shipped import resource

KEYS = ("messages", "calls", "contacts", "places", "payments", "pages")
# From the ground truth of the cases: by exhibit, the kind, the counts, and where there are any, senders and moments.
TRUTH: dict[str, tuple[str, dict[str, int], dict[str, int], str, str]] = {
    "BGD-2025-9041-D-001.1": (
        "whatsapp", {"messages": 28, "notices": 1}, {"سهام - مكتب الليلك": 17, "حنان كاظم": 11},
        "2024-09-02T20:11", "2025-03-18T00:04",
    ),
    "BGD-2025-9041-D-002.1": (
        "whatsapp", {"messages": 28, "notices": 2}, {"Waleed Office": 16, "Aras Ebl": 12},
        "2024-10-05T17:40", "2025-03-18T23:05",
    ),
    "BGD-2025-9041-D-003.1": (
        "whatsapp", {"messages": 14, "notices": 1}, {"Agent Prossy (Jobs Abroad)": 6, "Grace N": 8},
        "2024-08-11T14:02:10", "2025-03-01T03:11:30",
    ),
    "BGD-2025-9041-D-002.2": (
        "telegram", {"messages": 12, "notices": 2},
        {"الليلك | عاملات": 2, "Waleed K": 6, "H M": 1, "أم ريان": 2, "Deleted Account": 1},
        "2024-06-01T10:00", "2025-03-18T22:44",
    ),
    "BGD-2025-9041-D-001.2": ("vcard", {"contacts": 9}, {}, "", ""),
    "BGD-2025-9041-E-001": ("calls", {"calls": 247}, {}, "2024-10-01T22:05:41", "2025-03-18T23:20:23"),
    "BGD-2025-9041-E-002": ("calls", {"calls": 152}, {}, "2024-09-01T11:18:13", "2025-03-24T14:54:30"),
    "BGD-2025-9041-B-004": ("mail", {"messages": 1}, {}, "", ""),
    "BGD-2025-9041-STMT-3": ("plain_text", {"pages": 1}, {}, "", ""),
    "SUL-2025-9017-D-001.1": (
        "whatsapp", {"messages": 17, "notices": 1}, {"Doctor": 10, "Shwan Driver": 7},
        "2025-01-30T21:02", "2025-02-07T09:16",
    ),
    "SUL-2025-9017-D-004.1": (
        "whatsapp", {"messages": 10, "notices": 4}, {"Doctor": 5, "Haji Sirwan": 5},
        "2025-01-19T12:00", "2025-02-10T13:31",
    ),
    "SUL-2025-9017-D-003.1": (
        "whatsapp", {"messages": 9, "notices": 1}, {"Parwana": 8, "Brother Kabul": 1},
        "2025-01-20T04:02:11", "2025-02-11T01:22:48",
    ),
    "SUL-2025-9017-D-002.1": (
        "telegram", {"messages": 10, "notices": 1}, {"ڕێگای گوێز ✈️": 2, "Doctor": 4, "guide_phone": 4},
        "2025-01-12T18:00", "2025-02-07T05:40",
    ),
    "SUL-2025-9017-D-001.2": ("vcard", {"contacts": 6}, {}, "", ""),
    "SUL-2025-9017-E-001": ("calls", {"calls": 185}, {}, "2024-12-01T12:04:16", "2025-02-07T03:52:18"),
    "SUL-2025-9017-E-002": ("calls", {"calls": 263}, {}, "2024-12-01T13:23:28", "2025-02-19T17:38:40"),
    "SUL-2025-9017-D-005": ("mail", {"messages": 1}, {}, "", ""),
}  # fmt: skip


@pytest.fixture(scope="module")
def kit() -> dict[str, Any]:
    """Everything that is told of the files of both cases, by name."""
    folders = [resource("training", case, "evidence") for case in ("case-a", "case-b")]
    code, found, err = read_json("intake", "read", *map(str, folders))
    assert (code, err) == (0, "")
    paths = [path for folder in folders for path in folder.iterdir()]
    assert len(found) == len(paths)
    sums = sorted(hashlib.sha256(path.read_bytes()).hexdigest() for path in paths)
    assert sorted(one["sha256"] for one in found) == sums
    return {one["file"]: one for one in found}


def test_every_file_of_the_kit_is_read_and_nothing_is_left_out_of_what_is_told(kit: dict[str, Any]) -> None:
    for name, one in kit.items():
        assert one["kind_label"] or one["refused"], name
        assert set(KEYS) <= set(one["counts"]), name
        assert one["refused"] is None or one["refused"]["key"] == "unknown", name
        assert one["facts"]["walls"], name


@pytest.mark.parametrize("exhibit", TRUTH)
def test_what_is_told_is_the_truth(kit: dict[str, Any], exhibit: str) -> None:
    kind, counts, senders, first, last = TRUTH[exhibit]
    [one] = [one for name, one in kit.items() if name.startswith(exhibit + "_")]
    assert (one["kind"], {key: one["counts"][key] for key in counts}) == (kind, counts)
    assert not senders or one["senders"] == senders
    assert (one["first"].startswith(first), one["last"].startswith(last)) == (True, True)


def test_items_and_options_are_told_when_they_are_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "note.txt"
    file.write_text("سڵاو\nworld", encoding="utf-8")
    code, [one], _ = read_json("intake", "read", str(file), "--items", "--option", "format=plain_text")
    assert code == 0
    assert [(item["kind"], item["place"], item["text"]) for item in one["items"]] == [("page", "line 1", "سڵاو\nworld")]
    code, out, _ = told("intake", "read", str(file))
    assert code == 0
    assert one["sha256"] in out
    assert "1 pages" in out
    assert told("intake", "read", str(file), "--option", "format")[0] == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1256"])
def test_a_text_is_read_in_whatever_letters_it_was_saved(tmp_path: Path, encoding: str) -> None:
    text = "قال الشاهد إنه رأى السيارة عند الباب في الليل، ثم ذهبت إلى السوق.\n" * 5
    file = tmp_path / "note.txt"
    file.write_bytes(text.encode(encoding))
    _, [one], _ = read_json("intake", "read", str(file), "--items")
    assert one["kind"] == "plain_text"
    assert [item["text"] for item in one["items"]] == [text]
    guessed = encoding in ("utf-16-le", "utf-16-be", "windows-1256")
    assert [warning["key"] for warning in one["warnings"] if warning["key"] != "holds_nuls"] == (
        ["encoding_guessed"] if guessed else []
    )
