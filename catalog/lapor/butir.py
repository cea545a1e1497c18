"""The items of the innovation profile in the edition's order: each with its text, or with what would fill it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from catalog.iid import Edisi, IsianProfil
from catalog.indonesian import tanggal
from catalog.lapor.isi import Sumber, compose, count_written, isian_place


@dataclass(frozen=True, slots=True)
class Butir:
    """One item: ``teks`` is ready to copy, '' where the entry cannot fill it; ``kurang`` then says what would.

    ``kata`` is the number of words, counted against ``kata_minimal`` where the form asks for so many, else 0.
    """

    nomor: int
    nama: str
    teks: str
    kurang: str
    kata: int = 0
    kata_minimal: int = 0

    @property
    def isi(self) -> str:
        """The text, else the place to fill in."""
        return self.teks or f"[{self.kurang}]"

    @property
    def judul(self) -> str:
        """The name, with the words counted where the form asks for so many."""
        return f"{self.nama} ({self.kata} dari sedikitnya {self.kata_minimal} kata)" if self.kata_minimal else self.nama


def profile_items(source: Sumber, edition: Edisi) -> tuple[Butir, ...]:
    """Return every item of the edition's form, in its order."""
    return tuple(_item(row, source) for row in edition.profil)


def profile_text(items: Sequence[Butir], title: str) -> str:
    """Return the items as text to copy field by field: number and name, the text on the next line, a blank line."""
    parts = [f"{item.nomor}. {item.judul}\n{item.isi}\n" for item in items]
    return "\n".join([f"{title}\n", *parts])


def _item(row: IsianProfil, source: Sumber) -> Butir:
    text = _VALUES[row.id](source, row)
    missing = _OUTSIDE.get(row.id) or f"belum terisi: {_OPTIONAL.get(row.id, '')}tulis di {isian_place(row.isian)}"
    words = count_written(text) if row.kata_minimal else 0
    return Butir(row.nomor, row.nama, text, missing, words, row.kata_minimal)


def _chosen(source: Sumber, row: IsianProfil) -> str:
    return row.pilihan.get(getattr(source.entri.inovasi, row.isian) or "", "")


def _text(name: str) -> Callable[[Sumber, IsianProfil], str]:
    return lambda source, row: compose(name, source)


def _date(source: Sumber, row: IsianProfil) -> str:
    dates = source.entri.inovasi.tanggal
    return tanggal(getattr(dates, row.id) or "") if dates else ""


def _name(source: Sumber, row: IsianProfil) -> str:
    inovasi = source.entri.inovasi
    return f"{inovasi.nama} ({inovasi.kepanjangan})" if inovasi.kepanjangan else inovasi.nama


def _developed(source: Sumber, row: IsianProfil) -> str:
    date = _date(source, row)
    return f"Ya, {date}" if date else ""


def _design(source: Sumber, row: IsianProfil) -> str:
    """The design as the office wrote it, else a draft in the six parts that are recommended, gaps marked."""
    report = source.entri.inovasi.lapor
    if report and report.rancang_bangun:
        return report.rancang_bangun.replace("[", "(").replace("]", ")").replace("**", "").strip()
    if not (source.entri.badan.masalah or source.entri.badan.cara_kerja):
        return ""
    parts = (
        ("Dasar hukum", compose("dasar_hukum", source) or "[isian dasar_hukum]"),
        ("Permasalahan", compose("masalah", source) or "[bagian Masalah]"),
        ("Isu strategis", "[isu global, nasional, dan lokal]"),
        ("Metode pembaharuan", compose("cara_kerja", source) or "[bagian Cara kerja]"),
        ("Keunggulan dan kebaharuan", compose("pembaharuan", source) or "[isian kriteria.pembaharuan]"),
        ("Tahapan inovasi", compose("langkah", source) or "[isian langkah]"),
    )
    return "\n".join(f"{name}: {text}" for name, text in parts)


def _urusan(source: Sumber, row: IsianProfil) -> str:
    return source.lists.urusan[source.entri.urusan_utama].nama


def _nothing(source: Sumber, row: IsianProfil) -> str:
    return ""


_VALUES: Mapping[str, Callable[[Sumber, IsianProfil], str]] = {
    "nama": _name,
    "tahapan": _chosen,
    "inisiator": _chosen,
    "nama_inisiator": _nothing,
    "koordinat": _nothing,
    "klasifikasi": _chosen,
    "jenis": _chosen,
    "bentuk": _chosen,
    "asta_cita": _text("asta_cita"),
    "pkpn": _text("pkpn"),
    "urusan": _urusan,
    "uji_coba": _date,
    "penerapan": _date,
    "pengembangan": _developed,
    "rancang_bangun": _design,
    "tujuan": _text("tujuan"),
    "manfaat": _text("manfaat"),
    "hasil": _text("hasil"),
    "anggaran": _text("biaya"),
    "profil_bisnis": _nothing,
    "haki": _text("haki"),
    "penghargaan": _text("penghargaan"),
}
"""Id of an item → what its text is."""

_OUTSIDE = {
    "nama_inisiator": "diisi di kantor; nama orang tidak disimpan di katalog",
    "koordinat": "diisi di kantor: lintang, bujur tempat inovasi",
    "profil_bisnis": "dilampirkan kantor: PPT atau PDF",
}
"""Items that no isian fills, and what to do."""

_OPTIONAL = {
    "anggaran": "bila ada, ",
    "haki": "bila ada, ",
    "penghargaan": "bila ada, ",
    "pengembangan": "bila pernah dikembangkan, ",
}
