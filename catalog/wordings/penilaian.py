"""The sentences of faults in self-assessments, and in the editions of the index that they follow."""

from __future__ import annotations

from catalog.wordings.wording import Wording, error, warning

ASSESSMENT: dict[str, Wording] = {
    # the self-assessment of an entry against the edition it names
    "edisi-tidak-ada": error(
        "`{isian}` menyebut edisi indeks yang tidak ada di katalog.",
        "salah satu dari {dikenal}",
        "tulis edisi yang dipakai menilai, misalnya `edisi: {contoh}`",
    ),
    "edisi-tanpa-indikator": warning(
        "Daftar indikator edisi {ditemukan} belum ada di katalog, jadi skornya tidak dihitung.",
        "edisi yang indikatornya lengkap: {dikenal}",
        "nilai lagi menurut edisi {contoh}, atau biarkan bila memang edisi itu yang dipakai",
    ),
    "indikator-tidak-ada": error(
        "`{isian}` bukan nomor indikator edisi {edisi}.",
        "nomor {dikenal}",
        "periksa nomornya di halaman /swanilai/",
    ),
    "indikator-ganda": error(
        "Indikator nomor {ditemukan} dinilai dua kali.", "tiap indikator satu kali", "hapus salah satu butirnya"
    ),
}

EDITIONS: dict[str, Wording] = {
    # vocabularies/iid/
    "edisi-iid-keliru": error("Isian `{isian}` pada edisi indeks keliru.", "{seharusnya}", "perbaiki isian itu"),
    "jumlah-bobot-iid": error(
        "`{isian}` tidak sama dengan jumlah bobot indikator di berkas ini.",
        "{seharusnya}",
        "periksa bobot tiap indikator, atau perbaiki `{isian}`",
    ),
}
