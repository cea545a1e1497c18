"""The open-data files below ``data/v1/``: a stable, versioned contract, described on ``/data/``."""

from catalog.exports.statistics import HITUNGAN, SEDIKIT, TABLES_FOLDER, statistics_files
from catalog.exports.story import (
    FILES,
    TABLES,
    WHOLE_SET,
    entri_path,
    export_entri,
    export_files,
    join_entri,
    wilayah_files,
)
from catalog.exports.table import COLUMNS

__all__ = [
    "COLUMNS",
    "FILES",
    "HITUNGAN",
    "SEDIKIT",
    "TABLES",
    "TABLES_FOLDER",
    "WHOLE_SET",
    "entri_path",
    "export_entri",
    "export_files",
    "join_entri",
    "statistics_files",
    "wilayah_files",
]
