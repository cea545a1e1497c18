"""The open-data files below ``data/v1/``: a stable, versioned contract, described on ``/data/``."""

from catalog.exports.story import FILES, export_entri, export_files
from catalog.exports.table import COLUMNS

__all__ = ["COLUMNS", "FILES", "export_entri", "export_files"]
