"""The record of a scene: how it was found, measured, drawn and photographed, who was there, what was protected."""

from collections.abc import Sequence

from workbench import terms
from workbench.i18n import N_, isolate, ltr
from workbench.reports.dossier import Dossier, Present
from workbench.reports.furniture import integrity, letterhead, signatures
from workbench.reports.person_head import ticks
from workbench.reports.sheet import Sheet
from workbench.reports.things import number
from workbench.reports.timed import Photo, SceneFacts
from workbench.reports.typeset import Blank, Block, Space, Stack, Table

TITLE = N_("Scene record")
_WRITTEN = (
    (N_("Description, from the general to the single thing"), "description", 6),
    (N_("How the place was entered, and what was touched before"), "entry", 2),
    (N_("Traces"), "traces", 3),
    (N_("Measures taken at the scene"), "measures", 2),
    (N_("How the scene was protected"), "protection", 2),
)


def story(sheet: Sheet, dossier: Dossier) -> list[Block]:
    """The blocks of the record; what is not known is a ruled line."""
    one = dossier.timed.scene
    return [
        *letterhead(sheet, dossier, sheet.say(TITLE)),
        _circumstances(sheet, dossier, one),
        sheet.section(N_("Persons present"), _listed(sheet, one.present if one else (), _PRESENT, 3)),
        sheet.section(N_("Who entered and left"), _listed(sheet, one.log if one else (), _LOG, 3)),
        *(sheet.section(title, _text(sheet, one, key, lines)) for title, key, lines in _WRITTEN),
        sheet.section(N_("Positions, measured from fixed points"), *_measured(sheet, one)),
        sheet.section(N_("Photo log"), _photos(sheet, one.photos if one else ())),
        sheet.section(N_("Sketch"), *_sketch(sheet, one)),
        sheet.section(N_("Exhibits of this scene"), _exhibits(sheet, dossier, one)),
        sheet.section(N_("Signatures"), signatures(sheet, _signers(dossier, one), thumb=True)),
        sheet.section(N_("Integrity of this document"), integrity(sheet, dossier)),
    ]


_PRESENT = ((0.6, 0.4), (N_("Full name"), N_("Capacity")))
_LOG = ((0.2, 0.34, 0.26, 0.2), (N_("Entered at"), N_("Full name"), N_("Task"), N_("Left at")))
_DISTANCES = ((0.4, 0.4, 0.2), (N_("What"), N_("From which fixed point"), N_("Metres")))


def _circumstances(sheet: Sheet, dossier: Dossier, one: SceneFacts | None) -> Block:
    def when(key: str) -> Block | str:
        at = one.moment(key) if one else None
        return sheet.text(sheet.moment(at)) if at else ""

    def said(key: str) -> str:
        return one.text(key) if one else ""

    kind = sheet.term(terms.SCENES, said("kind") or "place")
    return sheet.pairs(
        [
            (N_("Case number"), sheet.text(ltr(dossier.case.number), sheet.strong)),
            (N_("Scene"), sheet.text(ltr(dossier.subject), sheet.strong)),
            (N_("Kind"), sheet.text(kind)), (N_("Kind of place"), said("place_kind")),
            (N_("Exact place"), one.place if one else ""), (N_("Position by satellite"), _position(one)),
            (N_("Called at"), when("called_at")), (N_("Arrived at"), when("arrived_at")),
            (N_("Cordoned off at"), when("cordon_at")), (N_("Examination began"), when("began_at")),
            (N_("Examination ended"), when("ended_at")), (N_("Handed over at"), when("handed_over_at")),
            (N_("Handed over to"), said("handed_to")), (N_("Order: number, date, court"), said("order")),
            (N_("Weather"), said("weather")), (N_("Light"), said("light")),
            (N_("Record written by"), said("writer") or (one.by if one else dossier.made_by)),
        ],
        columns=2, share=0.38,
    )  # fmt: skip


def _position(one: SceneFacts | None) -> str:
    parts = [one.text("position"), one.text("accuracy")] if one else []
    return " ".join(ltr(each) for each in parts if each)


def _text(sheet: Sheet, one: SceneFacts | None, key: str, lines: int) -> Block:
    texts = [one.text(key)] if one else []
    if one and key == "entry":
        texts.append(one.text("touched"))
    said = "\n".join(each for each in texts if each)
    return sheet.written(said) if said.strip() else Blank(lines, sheet.body.leading + 2)


def _listed(
    sheet: Sheet, rows: Sequence[Sequence[str]], shape: tuple[tuple[float, ...], tuple[str, ...]], empty: int
) -> Block:
    shares, head = shape
    filled = [[sheet.value(each) for each in row] for row in rows]
    blank = [[Blank(1, sheet.body.leading) for _ in head] for _ in range(0 if filled else empty)]
    return sheet.table(shares, head, [*filled, *blank])


def _measured(sheet: Sheet, one: SceneFacts | None) -> list[Block]:
    points = one.text("fixed_points") if one else ""
    said = sheet.written(points) if points else Blank(1, sheet.body.leading)
    label = sheet.text(sheet.say(N_("The fixed points:")), sheet.label)
    return [label, said, _listed(sheet, one.distances if one else (), _DISTANCES, 4)]


def _photos(sheet: Sheet, photos: Sequence[Photo]) -> Block:
    head = [N_("No."), N_("File and SHA-256"), N_("What it shows"), N_("Taken by, with, at"), N_("Exhibit")]
    rows: list[list[Block]] = [_photo(sheet, one) for one in photos]
    rows += [[Blank(1, sheet.body.leading) for _ in head] for _ in range(0 if photos else 4)]
    return sheet.table((0.07, 0.3, 0.25, 0.22, 0.16), head, rows)


def _photo(sheet: Sheet, one: Photo) -> list[Block]:
    shows: list[Block] = [sheet.value(one.subject)]
    if one.view:
        shows.append(sheet.text(sheet.term(terms.VIEWS, one.view), sheet.quiet))
    taken: list[Block] = [sheet.written(each, sheet.small) for each in (one.operator, one.camera) if each]
    if one.at:
        taken.append(sheet.text(sheet.moment(one.at), sheet.small))
    if one.ahead and one.ahead != "0":
        words = N_("the clock of the camera was ahead by {seconds} seconds")
        taken.append(sheet.text(sheet.say(words, seconds=ltr(one.ahead)), sheet.quiet))
    where = isolate(one.file_name)
    return [
        sheet.text(sheet.language.number(one.no), sheet.label),
        Stack(sheet.written(one.file_name, sheet.small, where=where), sheet.code(one.sha256, where=where)),
        Stack(*shows), Stack(*taken) if taken else Blank(1, sheet.small.leading), number(sheet, one.exhibit),
    ]  # fmt: skip


def _sketch(sheet: Sheet, one: SceneFacts | None) -> list[Block]:
    told = dict(one.sketch) if one else {}
    if not told:
        frame = Table((1,), [(Space(240),)], rtl=sheet.rtl)
        note = sheet.text(sheet.say(N_("Draw here, with north, scale and legend.")), sheet.quiet)
        return [Stack(note, frame, unbroken=True)]
    marks = [(N_("north"), "north"), (N_("scale"), "scale"), (N_("legend"), "legend")]
    return [
        sheet.written(told.get("name", ""), sheet.small), sheet.code(told.get("sha256", "")),
        ticks(sheet, *((words, bool(told.get(key))) for words, key in marks)),
        sheet.pairs([(N_("Drawn by"), told.get("drawn_by", "")), (N_("Exhibit"), ltr(told.get("exhibit", "")))]),
    ]  # fmt: skip


def _exhibits(sheet: Sheet, dossier: Dossier, one: SceneFacts | None) -> Block:
    numbers = one.exhibits if one else ()
    rows = [
        (number(sheet, each.number), sheet.written(each.description, sheet.small, where=ltr(each.number)))
        for each in dossier.exhibits if each.number in numbers
    ]  # fmt: skip
    if not rows:
        return sheet.text(sheet.say(N_("None is recorded.")), sheet.quiet)
    return sheet.table((0.25, 0.75), [N_("Exhibit"), N_("Description")], rows)


def _signers(dossier: Dossier, one: SceneFacts | None) -> list[Present]:
    writer = (one.text("writer") or one.by) if one else dossier.made_by
    known = [Present(row[0], row[1]) for row in one.present] if one else []
    return [Present(writer, "writer"), *known[:10], Present("", "witness"), Present("", "witness")]
