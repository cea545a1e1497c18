"""The sentences of faults in figures that others reported: index histories and counts."""

from __future__ import annotations

from catalog.wordings.wording import Wording, error, warning

FIGURES: dict[str, Wording] = {
    "peringkat-kurang-dari-satu": error(
        "`{isian}` lebih baik daripada peringkat 1.",
        "1 atau lebih",
        "periksa peringkatnya di sumber, atau hapus barisnya bila tidak disebut",
    ),
    "peringkat-melebihi-jumlah": error(
        "`{isian}` melebihi banyaknya daerah yang diperingkat, {dari}.",
        "1 sampai {dari}",
        "periksa `peringkat` dan `dari` di sumbernya",
    ),
    "nilai-melebihi-seluruhnya": error(
        "`{isian}` bukan bagian dari {dari}: bagiannya akan kurang dari nol atau lebih dari seluruhnya.",
        "0 sampai {dari}",
        "periksa `nilai` dan `dari` di sumbernya",
    ),
    "dua-angka-setahun": warning(
        "Angka kedua untuk hal dan tahun yang sama; yang pertama di baris {baris_pertama}.",
        "satu angka, atau dua angka dari sumber yang berbeda dengan `catatan` tentang perbedaannya",
        "hapus yang keliru; bila sumbernya memang berbeda, jelaskan di `catatan` salah satunya",
    ),
}
