"""The entries as tables: one row an entry, and one row per entry and value where an isian holds several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from catalog.catalog import Catalog
from catalog.kelengkapan import Kelengkapan

if TYPE_CHECKING:
    import pandas as pd

BELUM = "belum-diketahui"
"""Value of a row whose entry does not say; it is counted as itself, never spread over the others."""

BELUM_PERNAH = "belum-pernah"
"""Value of ``konfirmasi`` of an entry that no office has confirmed."""

_SINGLE = ("tahapan", "jenis", "bentuk", "inisiator", "klasifikasi")


def entry_table(catalog: Catalog) -> pd.DataFrame:
    """Return one row per entry, ordered by id.

    Columns: id, wilayah, urusan (the main one), tahapan, jenis, bentuk, inisiator, klasifikasi, keadaan, bukti (ids,
    ``belum-diketahui`` where not said), tahun (0 where unknown), perkiraan (bool: the year is of the first report),
    bulan (YYYY-MM of the start, else of the first report; YYYY where no month is told, '' where nothing is), isi
    (quarter of the counted isian that is filled, '0' to '3'), konfirmasi (year of the last confirmation, else
    ``belum-pernah``).
    """
    import pandas as pd

    rows = [
        {
            "id": e.id,
            "wilayah": e.wilayah,
            "urusan": e.urusan_utama,
            **{name: getattr(e.inovasi, name) or BELUM for name in _SINGLE},
            "keadaan": e.keadaan,
            "bukti": e.bukti,
            "tahun": e.tahun or 0,
            "perkiraan": e.tahun_perkiraan,
            "bulan": (e.tanggal_mulai or e.inovasi.pertama_diberitakan or "")[:7],
            "isi": quarter(e.kelengkapan),
            "konfirmasi": e.inovasi.dikonfirmasi.tanggal[:4] if e.inovasi.dikonfirmasi else BELUM_PERNAH,
        }
        for e in catalog.entri
    ]
    columns = ["id", "wilayah", "urusan", *_SINGLE, "keadaan", "bukti", "tahun", "perkiraan", "bulan", "isi"]
    columns.append("konfirmasi")
    return pd.DataFrame(rows, columns=columns)


def urusan_table(catalog: Catalog) -> pd.DataFrame:
    """Return one row per entry and urusan: columns wilayah, urusan. An entry with two urusan has two rows."""
    import pandas as pd

    rows = [(e.wilayah, urusan) for e in catalog.entri for urusan in dict.fromkeys(e.inovasi.urusan)]
    return pd.DataFrame(rows, columns=["wilayah", "urusan"])


def office_table(catalog: Catalog) -> pd.DataFrame:
    """Return one row per entry and owning office: columns wilayah, perangkat_daerah (id within its region)."""
    import pandas as pd

    rows = [(e.wilayah, office) for e in catalog.entri for office in dict.fromkeys(e.inovasi.perangkat_daerah)]
    return pd.DataFrame(rows, columns=["wilayah", "perangkat_daerah"])


def quarter(kelengkapan: Kelengkapan) -> str:
    """Return the quarter of the counted isian that is filled: '0' less than one to '3' three quarters or more."""
    return str(min(3, kelengkapan.terisi * 4 // kelengkapan.dari))
