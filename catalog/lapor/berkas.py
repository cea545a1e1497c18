"""The two documents of an entry: the profile and checklist for the index, and the skeleton of a KIPP proposal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from catalog.catalog import Catalog, Entri
from catalog.iid.kipp import AspekKipp, BagianKipp, BentukKipp
from catalog.indonesian import tanggal
from catalog.lapor.butir import profile_items
from catalog.lapor.isi import FILLED_BY, Sumber, compose, count_written, isian_place
from catalog.naskah import write_slim_docx
from catalog.replikasi import Buku
from catalog.swanilai import Nilai, Swanilai, assess, edition_of, is_judged
from catalog.swanilai.wilayah import copiers

Blok = dict[str, Any]

KIPP = "2025"
"""The form of the proposal that is made for every entry; the others on request."""


def report_names(entri: Entri) -> tuple[str, str]:
    """Return the file names of the profile and of the proposal, in the folder of the entry's page."""
    return f"iid-{entri.slug}.docx", f"kipp-{entri.slug}.docx"


def report_files(key: str, catalog: Catalog, buku: Buku, site: str = "/") -> Iterator[tuple[str, bytes]]:
    """Yield (path below the site's root, bytes) of both documents of an entry; none while only its name is known.

    Raises:
        KeyError: no such entry; our bug.
    """
    found = catalog.find(key)
    if found is None:
        raise KeyError(key)
    entri = found.take_out()
    if not is_judged(entri):
        return
    profile, proposal = report_names(entri)
    yield entri.tautan + profile, profile_document(entri, catalog, buku, site)
    yield entri.tautan + proposal, contest_document(entri, catalog, buku, catalog.vocabularies.kipp[KIPP], site)


def profile_document(entri: Entri, catalog: Catalog, buku: Buku, site: str = "/") -> bytes:
    """Return the profile of the index with its checklist of indicators, as DOCX."""
    source = source_of(entri, catalog, buku)
    edition = edition_of(entri, catalog.vocabularies.iid)
    items = [(str(one.nomor), one.judul, one.isi) for one in profile_items(source, edition)]
    assessed = assess(entri, edition, source.peniru)
    blocks = [
        _title(f"Profil Inovasi Daerah {edition.edisi}: {entri.nama}"),
        _note(
            f"Dari entri {site}{entri.tautan}. Yang bertanda kurung siku masih perlu diisi. "
            "Susunan isian belum dicocokkan dengan formulir asli."
        ),
        _table(["No.", "Isian", "Isi"], [8, 27, 65], items),
        {"blok": "judul", "tingkat": 1, "teks": f"Ceklis {len(assessed.baris)} indikator"},
        _note(
            f"Swanilai edisi {edition.edisi}: {assessed.skor} dari {edition.rumus.maksimum_inovasi}. Bukan nilai resmi."
        ),
        _table(
            ["No.", "Indikator (bobot)", "Level", "Bukti tercatat; yang dibutuhkan"],
            [8, 35, 9, 48],
            _checklist(assessed),
        ),
    ]
    return write_slim_docx(blocks, kaki=False)


def contest_document(entri: Entri, catalog: Catalog, buku: Buku, form: BentukKipp, site: str = "/") -> bytes:
    """Return the skeleton of a proposal in one of the contest's forms, as DOCX."""
    source = source_of(entri, catalog, buku)
    blocks = [
        _title(f"Proposal KIPP ({form.nama}): {entri.nama}"),
        _note(f"Kerangka dari entri {site}{entri.tautan}. Yang bertanda kurung siku masih perlu diisi."),
        _table(["Identitas", "Isi"], [30, 70], _identity(source, catalog)),
    ]
    for aspect in form.aspek:
        if not aspect.jika or _is_copy(entri):
            blocks += _aspect(aspect, source)
    return write_slim_docx(blocks, kaki=False)


def source_of(entri: Entri, catalog: Catalog, buku: Buku) -> Sumber:
    """Return what the texts of an entry are made from."""
    return Sumber(entri, catalog.vocabularies, copiers(entri.id, catalog, buku))


def _is_copy(entri: Entri) -> bool:
    return bool(entri.inovasi.replikasi and entri.inovasi.replikasi.dari)


def _title(text: str) -> Blok:
    return {"blok": "judul", "tingkat": 0, "teks": _flat(text)}


def _note(text: str) -> Blok:
    return {"blok": "paragraf", "gaya": "kecil", "teks": text}


def _table(heads: list[str], shares: list[int], rows: Sequence[tuple[str, ...]]) -> Blok:
    return {"blok": "tabel", "kepala": heads, "lebar": shares, "baris": rows, "terbagi": True}


def _flat(text: str) -> str:
    return text.replace("[", "(").replace("]", ")")


def _checklist(assessed: Swanilai) -> list[tuple[str, str, str, str]]:
    return [
        (
            str(row.indikator.nomor),
            f"{row.indikator.nama} ({row.indikator.bobot}{', wajib' if row.indikator.wajib else ''})",
            str(row.level) if row.asal else "–",
            _proof(row),
        )
        for row in assessed.baris
    ]


def _proof(row: Nilai) -> str:
    evidence = _flat(", ".join(row.bukti))
    needed = "; ".join(f"[{level.butuh}]" for level in row.indikator.level[row.level : row.level + 1])
    return "; ".join(text for text in (evidence, needed) if text)


def _identity(source: Sumber, catalog: Catalog) -> list[tuple[str, str]]:
    entri, inovasi, lists = source.entri, source.entri.inovasi, source.lists
    daerah = catalog.daerah.get(entri.wilayah)
    offices = [
        daerah.perangkat_daerah[id].nama for id in inovasi.perangkat_daerah if daerah and id in daerah.perangkat_daerah
    ]
    start = tanggal(entri.tanggal_mulai or "") if entri.tanggal_mulai else "[isian tanggal.penerapan]"

    def text(name: str) -> str:
        return compose(name, source) or f"[isian {FILLED_BY[name]}]"

    return [
        ("Judul inovasi", _flat(inovasi.nama)),
        ("Instansi", f"Pemerintah {catalog.nama_wilayah(entri.wilayah)}"),
        ("Organisasi penyelenggara pelayanan", _flat(", ".join(offices)) or "[isian perangkat_daerah]"),
        ("Waktu mulai implementasi", start),
        ("Identitas inovator", "[diisi di kantor; nama orang tidak disimpan di katalog]"),
        ("Kelompok", "Replikasi" if _is_copy(entri) else "Umum"),
        ("Kategori", "[dipilih menurut pengumuman tahun berjalan]"),
        ("Tujuan SDGs", text("sdgs")),
        ("Asta Cita", text("asta_cita")),
        ("Jenis", lists.jenis[inovasi.jenis].nama if inovasi.jenis else "[isian jenis]"),
        ("Sektor", lists.urusan[entri.urusan_utama].nama),
        ("Video", text("video")),
    ]


def _aspect(aspect: AspekKipp, source: Sumber) -> list[Blok]:
    blocks: list[Blok] = [{"blok": "judul", "tingkat": 1, "teks": aspect.nama}]
    for part in aspect.bagian:
        text = part_text(part, source)
        limit = f" ({count_written(text)} dari paling banyak {part.kata_maksimal} kata)" if part.kata_maksimal else ""
        blocks.append({"blok": "judul", "tingkat": 2, "teks": part.nama + limit})
        blocks += [{"blok": "paragraf", "teks": paragraph} for paragraph in text.split("\n\n")]
    return blocks


def part_text(part: BagianKipp, source: Sumber) -> str:
    """Return the text of a part; what the entry cannot fill says which isian would, all of them when none does."""
    found = [text for text in (compose(name, source) for name in part.isi) if text]
    if found:
        return "\n\n".join(found)
    return f"[belum terisi: tulis di {' atau '.join(dict.fromkeys(isian_place(FILLED_BY[name]) for name in part.isi))}]"
