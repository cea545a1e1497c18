"""The spreadsheet door: a workbook made from the model, filled by people or by an export, and taken back with care.

``guard`` and ``tables`` read hostile files, ``headings`` and ``rows`` find out what they say, ``judging`` lets the
validator of `check` decide, ``marks`` gives the workbook back with each fault at its cell.
"""

from catalog.lembar.exporting import Terekspor, export_regions, write_template
from catalog.lembar.importing import Pilihan, import_workbook
from catalog.lembar.outcome import Hasil, Nasib, Tulisan
from catalog.lembar.own_list import ColumnsUnknown, DaftarSendiri, Pemetaan
from catalog.lembar.places import RefusedWorkbook, Sel, Temuan

__all__ = [
    "ColumnsUnknown",
    "DaftarSendiri",
    "Hasil",
    "Nasib",
    "Pemetaan",
    "Pilihan",
    "RefusedWorkbook",
    "Sel",
    "Temuan",
    "Terekspor",
    "Tulisan",
    "export_regions",
    "import_workbook",
    "write_template",
]
