"""Who somebody is on paper: machine-readable zones, numbers of papers, telephones, plates, days and places. Pure."""
