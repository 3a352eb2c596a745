"""What is said of files that were read: refusals, warnings and doubts, by key. Sentences are in plain words."""

from workbench.i18n import N_

# Why a file was kept and hashed but not read.
REFUSED = {
    "broken": N_("The file is damaged or cut off; it was kept as it is."),
    "too_large": N_("The file is larger than can be read here safely; it was kept as it is."),
    "took_too_long": N_("Reading took too long and was stopped; the file was kept as it is."),
    "took_too_much": N_("Reading needed too much memory and was stopped; the file was kept as it is."),
    "unknown": N_("No reader here knows this format; the file was kept as it is."),
}
# What a person should know of a file that was read.
WARNINGS = {
    "cut_off": N_("Only the first {count} entries were read."),
    "encoding_guessed": N_("The file does not say how its letters are written; {encoding} was taken."),
}
# What is doubtful of the time, place or sender of one item.
DOUBTS = {
    "zone_unknown": N_("the file does not say in which time zone"),
    "clock_doubtful": N_("the clock of the device may have been wrong"),
    "day_month_unclear": N_("day and month could be the other way round"),
}
