"""A small invented law: no law of any country."""

LAND = """\
# Invented for tests: no law of any country.
instruments:
  LAND-1:
    title: "First law of the land"
    kind: law
    mark: S
    jurisdictions: [zz, zz-north]
    in_force_from: "1980"
    gazette: "12 (1980-02-01)"
    note: "Read in extracts."
    provisions:
      - {mark: S, summary: "Everything in one law."}
      - {place: arts 1-9, mark: S, read_in: [STUDY], summary: "The first chapter."}
      - {place: arts 10-20, mark: S, summary: "The second chapter."}
      - {place: arts 12-14, mark: GK, summary: "A part of the second chapter."}
      - {place: "art 5(2)", mark: S, summary: "The second paragraph."}
      - {place: "art 5(2)", mark: GK, summary: "The rest of the second paragraph."}
      - {place: art 7 first, mark: GK, summary: "One."}
      - {place: art 7 second, mark: GK, summary: "Two."}
      - {place: art 8, mark: GK, jurisdictions: [zz], summary: "The rule of the whole land."}
      - {place: art 8, mark: S, jurisdictions: [zz-north], from: "2003", summary: "The rule of the north."}
      - {place: art 9, mark: S, jurisdictions: [zz-north], until: "2003-06-30", summary: "Repealed in the north."}
      - {place: last chapter, mark: GK, summary: "The end."}
  LAND-2:
    {title: "Second law", kind: law, mark: S, jurisdictions: [zz], in_force_from: "2012-04-23", instead: [NORTH-1]}
  LAND-OLD:
    title: "Old law"
    kind: law
    mark: GK
    jurisdictions: [zz]
    in_force_from: "1970"
    in_force_until: "2012-04-22"
    repealed_by: LAND-2
    provisions: [{place: art 1, mark: GK, summary: "As it was."}]
  LAND-1-ART5: {title: "Article 5 alone", kind: law, mark: S, part_of: LAND-1, part_place: art 5}
  NORTH-1: {title: "Law of the north", kind: law, mark: GK, jurisdictions: [zz-north], in_force_from: "2018"}
  DRAFT:
    title: "A draft"
    kind: law
    mark: S
    jurisdictions: [zz]
    draft: true
    provisions: [{place: art 1, mark: S, summary: "What it would say."}]
  TREATY: {title: "A treaty", kind: treaty, mark: GK, provisions: [{place: m5, mark: GK, summary: "The fifth module."}]}
  STUDY: {title: "A study", kind: study, mark: S, in_force_from: "2020"}
questions:
  - {key: when, text: "Since when?", sources: [TREATY]}
"""
