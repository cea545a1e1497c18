"""Which files are exported, and their contents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from typing import Any

from catalog.catalog import Catalog, Entri
from catalog.exports import replications, table, visits
from catalog.exports.documents import LISENSI, entri_document, statistik_document, to_json, wilayah_document
from catalog.exports.replications import replikasi_csv
from catalog.exports.table import inovasi_csv
from catalog.exports.visits import kunjungan_csv
from catalog.statistics import Statistik

FOLDER = "data/v1/"
WHOLE_SET = f"{FOLDER}inovasi.json"
_VERSION = 1


def export_files(
    catalog: Catalog, statistik: Statistik, wilayah: Mapping[str, Callable[[], str]] | None = None
) -> dict[str, Callable[[], str]]:
    """Return the exports of the whole catalogue, path below the site's root → maker of its text, in order of /data/.

    ``wilayah`` are the makers of ``wilayah_files``, where these are written, too.
    """
    regions = wilayah_files(catalog) if wilayah is None else wilayah
    return {
        WHOLE_SET: lambda: "".join(join_entri(export_entri(e)[1] for e in catalog.entri)),
        f"{FOLDER}inovasi.csv": lambda: inovasi_csv(catalog),
        f"{FOLDER}wilayah.json": lambda: "".join(_join("wilayah", (make() for make in regions.values()))),
        f"{FOLDER}kunjungan.csv": lambda: kunjungan_csv(catalog),
        f"{FOLDER}replikasi.csv": lambda: replikasi_csv(catalog),
        f"{FOLDER}statistik.json": lambda: to_json(_envelope(statistik=statistik_document(statistik))),
    }


FILES: dict[str, str] = {
    WHOLE_SET: "Semua entri lengkap dengan sumbernya.",
    f"{FOLDER}inovasi.csv": "Semua entri dalam satu tabel, satu baris satu entri; untuk Excel atau LibreOffice.",
    f"{FOLDER}wilayah.json": "Semua wilayah: profil, perangkat daerah, indeks, angka, kunjungan, pameran, penghargaan.",
    f"{FOLDER}kunjungan.csv": "Catatan kunjungan belajar, satu baris satu kunjungan.",
    f"{FOLDER}replikasi.csv": "Buku besar replikasi, satu baris satu pasangan asal dan penerima.",
    f"{FOLDER}statistik.json": "Hitungan yang ditampilkan pada halaman Statistik.",
}
"""Path → what the file holds, for ``/data/``."""

TABLES: dict[str, dict[str, str]] = {
    "inovasi.csv": table.COLUMNS,
    "kunjungan.csv": visits.COLUMNS,
    "replikasi.csv": replications.COLUMNS,
}
"""Name of a CSV file → its columns and what they hold, for ``/data/``."""


def export_entri(entri: Entri) -> tuple[str, str]:
    """Return path and text of the JSON of one entry."""
    return entri_path(entri), to_json(_envelope(**entri_document(entri)))


def entri_path(entri: Entri) -> str:
    """Return the path of the JSON of one entry, below the site's root."""
    return f"{FOLDER}inovasi/{entri.id}.json"


def wilayah_files(catalog: Catalog) -> dict[str, Callable[[], str]]:
    """Return the file of every region that has records: path below the site's root → maker of its text, by id.

    The same as its element of ``wilayah.json``, which grows with the catalogue; each text is made once.
    """
    return {f"{FOLDER}wilayah/{id}.json": cache(partial(_wilayah_text, id, catalog)) for id in catalog.daerah}


def _wilayah_text(id: str, catalog: Catalog) -> str:
    return to_json(_envelope(**wilayah_document(catalog.daerah[id], catalog)))


def join_entri(texts: Iterable[str]) -> Iterator[str]:
    """Yield the text of ``inovasi.json`` piece by piece from what ``export_entri`` made, in the order given."""
    return _join("inovasi", texts)


def _join(name: str, texts: Iterable[str]) -> Iterator[str]:
    """Yield the envelope of a list called ``name`` piece by piece from texts that have an envelope each."""
    head = to_json(_envelope()).removesuffix("}\n")
    yield f'{head},"{name}":['
    for number, text in enumerate(texts):
        yield ("," if number else "") + "{" + text[len(head) + 1 : -1]
    yield "]}\n"


def _envelope(**content: Any) -> dict[str, Any]:
    return {"versi": _VERSION, "lisensi": LISENSI, **content}
