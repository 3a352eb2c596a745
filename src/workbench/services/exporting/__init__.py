"""What leaves: an exhibit's bytes in plain, with the record and the proofs by which strangers check them."""

from workbench.services.exporting.exporting import ExportRow, export_exhibit
from workbench.services.exporting.proofs import StationKey, current_checkpoint, station_key

__all__ = ["ExportRow", "StationKey", "current_checkpoint", "export_exhibit", "station_key"]
