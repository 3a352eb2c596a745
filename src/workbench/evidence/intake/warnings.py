"""What is said of files that were read: refusals, warnings and doubts, by key. Sentences are in plain words."""

from workbench.i18n import N_

# Why a file was kept and hashed but not read.
REFUSED = {
    "broken": N_("The file is damaged or cut off; it was kept as it is."),
    "too_large": N_("The file is larger than can be read here safely; it was kept as it is."),
    "too_many_pixels": N_("The picture claims {width} × {height} points and was not opened; it was kept as it is."),
    "old_office": N_("The file is of an old Office program and is not read here; it was kept as it is."),
    "took_too_long": N_("Reading took too long and was stopped; the file was kept as it is."),
    "took_too_much": N_("Reading needed too much memory and was stopped; the file was kept as it is."),
    "bomb": N_("The archive would unpack to far more than it holds, as one made to do harm; it was kept as it is."),
    "encrypted": N_("The file is locked with a password and cannot be read; it was kept as it is."),
    "unknown": N_("No reader here knows this format; the file was kept as it is."),
    "xml_entities": N_("The file tries to draw in other content and was not read further; it was kept as it is."),
}
# What a person should know of a file that was read.
WARNINGS = {
    "cut_off": N_("Only the first {count} entries were read."),
    "name_leads_out": N_("The name {name} would lead out of its folder; nothing was written under it."),
    "name_hides_signs": N_("The name {name} holds signs that are not seen."),
    "name_reserved": N_("The name {name} cannot be the name of a file on Windows."),
    "name_too_long": N_("The name {name} is longer than a name can be."),
    "name_twice": N_("The name {name} stands in the archive more than once."),
    "more_such_names": N_("The same holds for {count} more."),
    "member_overlaps": N_("{name} shares its bytes with another file in the archive; it was not unpacked."),
    "member_swells": N_("{name} would become far larger than it is packed; it was not unpacked."),
    "member_locked": N_("{name} is locked with a password; it was not unpacked."),
    "member_link": N_("{name} is not a file but points to another place; it was not followed."),
    "member_packing": N_("{name} is packed in a way that is not read here; it was not unpacked."),
    "member_large": N_("{name} is larger than is unpacked here; it was not unpacked."),
    "encoding_guessed": N_("The file does not say how its letters are written; {encoding} was taken."),
    "formulas_computed": N_("The file holds {count} formulas without results; they were worked out here."),
    "formulas_open": N_("The file holds {count} formulas without results that could not be worked out here."),
    "row_cut": N_("Row {row} is longer than can be read here; only its beginning was read."),
    "rows_hidden": N_("The sheet {sheet} has hidden rows or columns; they were read too."),
    "sheet_damaged": N_("The sheet {sheet} is damaged; only a part of it was read."),
    "sheet_hidden": N_("The sheet {sheet} is hidden; it was read too."),
    "total_disagrees": N_("In the sheet {sheet} the total of {column} is not what its rows add up to."),
    "zeros_in_text": N_("The text holds empty bytes, which were left out."),
    "exif_damaged": N_("What the camera wrote into the picture is damaged; time and place may be missing."),
    "picture_edited": N_("The picture went through a program that changes pictures: {software}."),
    "picture_saved_later": N_("The picture was saved again after it was taken."),
}
# What is doubtful of the time, place or sender of one item.
DOUBTS = {
    "zone_unknown": N_("the file does not say in which time zone"),
    "clock_doubtful": N_("the clock of the device may have been wrong"),
    "day_month_unclear": N_("day and month could be the other way round"),
    "date_unclear": N_("the date is written in a way that was not understood"),
    "name_disagrees": N_("the name of the file tells another day"),
    "time_of_saving": N_("this is when the file was saved, which may be later than the event"),
}
