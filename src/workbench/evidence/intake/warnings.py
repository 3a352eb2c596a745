"""What is said of files that were read: refusals, warnings and doubts, by key. Sentences are in plain words."""

from workbench.i18n import N_

# Why a file was kept and hashed but not read.
REFUSED = {
    "broken": N_("The file is damaged or cut off; it was kept as it is."),
    "too_large": N_("The file is larger than can be read here safely; it was kept as it is."),
    "took_too_long": N_("Reading took too long and was stopped; the file was kept as it is."),
    "took_too_much": N_("Reading needed too much memory and was stopped; the file was kept as it is."),
    "bomb": N_("The archive would unpack to far more than it holds, as one made to do harm; it was kept as it is."),
    "encrypted": N_("The file is locked with a password and cannot be read; it was kept as it is."),
    "columns_unknown": N_("What the {columns} columns mean could not be told; choose them by hand and read it again."),
    "empty": N_("The file is empty; nothing is in it."),
    "cancelled": N_("Reading was stopped before its end; the file was kept as it is."),
    "forbidden": N_("Reading was stopped because it tried what no reader may do; the file was kept as it is."),
    "reader_failed": N_("The reader broke down over this file; the file was kept as it is."),
    "program": N_("The file is a program. Nothing here runs it; it was kept as it is."),
    "link": N_("The file only points to another place; it was kept as it is and not followed."),
    "archive_unread": N_("Archives of this kind are not opened here; the file was kept as it is."),
    "disk_image": N_("The file is the image of a disk; it is for the laboratory and was kept as it is."),
    "database": N_("The file is a database of a program; it is for the laboratory and was kept as it is."),
    "backup": N_("The file is a backup of a telephone; it is for the laboratory and was kept as it is."),
    "system_file": N_("The file belongs to a system or a program; it is for the laboratory and was kept as it is."),
    "old_office": N_("The file is of an old office program and is not read here; it was kept as it is."),
    "unknown": N_("No reader here knows this format; the file was kept as it is."),
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
    "member_archive": N_("{name} is itself an archive; what is in it was not listed."),
    "ending_lies": N_("The ending of the name {name} says another kind of file than it holds."),
    "is_program": N_("{name} is a program; do not open it on another computer."),
    "holds_nuls": N_("The file is called a text but holds empty bytes."),
    "goes_on": N_("After its own end the file goes on for {count} bytes; something else may be hidden there."),
    "also_another": N_("The file can also be read as another kind ({kind}): programs may differ in what they show."),
    "encoding_guessed": N_("The file does not say how its letters are written; {encoding} was taken."),
    "starts_pasted": N_("Lines that look like messages of another export were left in the message before: {count}."),
    "rows_unread": N_("Rows that are no record were kept as they are: {count}."),
    "numbers_spoilt": N_("Numbers that a spreadsheet program shortened, so that digits are lost: {count}."),
    "ids_missing": N_("Messages with these numbers are missing from {chat}: {ids}. They may have been deleted."),
    "cards_unread": N_("Cards that could not be read whole were kept as they are: {count}."),
    "parts_left": N_("Parts of the letter that were left unread because there are too many: {count}."),
}
# What is doubtful of the time, place or sender of one item.
DOUBTS = {
    "zone_unknown": N_("the file does not say in which time zone"),
    "clock_doubtful": N_("the clock of the device may have been wrong"),
    "day_month_unclear": N_("day and month could be the other way round"),
    "sender_unclear": N_("where the name of the sender ends is not certain"),
    "earlier_than_before": N_("it stands after a later message"),
    "half_of_day_unclear": N_("the word for morning or evening is not known here"),
    "calendar_converted": N_("the day was converted from another calendar"),
    "number_spoilt": N_("a spreadsheet program shortened the number"),
    "time_unread": N_("the time could not be read"),
}
