"""How often an entry fills each isian, and how many items it then has.

Learned on 2026-11-21 from the 355 real entries of ``innovations/``. Isian that hardly any real entry fills yet get
a small share, so that everything the pages can show is built.
"""

from __future__ import annotations

from collections.abc import Mapping

SHARES: Mapping[str, float] = {
    "kepanjangan": 0.47,
    "perangkat_daerah": 0.69,
    "tahapan": 0.55,
    "status": 0.28,
    "dikonfirmasi": 0.05,
    "bentuk": 0.52,
    "jenis": 0.62,
    "inisiator": 0.32,
    "klasifikasi": 0.83,
    "tanggal": 0.35,
    "pertama_diberitakan": 0.39,
    "bagian_dari": 0.02,
    "aktor": 0.30,
    "alat": 0.13,
    "kendala": 0.18,
    "evaluasi": 0.06,
    "catatan_konflik": 0.31,
    "layanan": 0.13,
    "hasil_terukur": 0.16,
    "biaya": 0.10,
    "sdm": 0.05,
    "dasar_hukum": 0.10,
    "dokumen": 0.03,
    "prasyarat": 0.09,
    "langkah": 0.18,
    "risiko": 0.05,
    "pelajaran": 0.11,
    "tanya_jawab": 0.03,
    "replikasi": 0.07,
    "kunjungan": 0.03,
    "penghargaan": 0.56,
    "kriteria": 0.03,
    "kematangan": 0.03,
    "lab": 0.02,
    "kontak": 0.05,
    "kata_kunci": 0.97,
    "tautan_luar": 0.03,
    "foto": 0.03,
    "alamat_lama": 0.01,
    "lapor": 0.03,
}
"""Isian → share of entries that fill it, a fraction of 1."""

SIZES: Mapping[str, tuple[int, int]] = {
    "sumber": (1, 4),
    "aktor": (1, 5),
    "alat": (1, 3),
    "kendala": (1, 3),
    "evaluasi": (1, 3),
    "catatan_konflik": (1, 2),
    "hasil_terukur": (1, 4),
    "biaya": (1, 3),
    "sdm": (1, 3),
    "dasar_hukum": (1, 2),
    "dokumen": (1, 2),
    "prasyarat": (1, 3),
    "langkah": (2, 5),
    "risiko": (1, 3),
    "pelajaran": (1, 2),
    "tanya_jawab": (1, 3),
    "penghargaan": (1, 2),
    "kata_kunci": (2, 6),
}
"""Isian → least and most items where it is a list."""

CHOICES: Mapping[str, Mapping[str, int]] = {
    "tahapan": {"penerapan": 94, "inisiatif": 4, "uji-coba": 2},
    "bentuk": {"pelayanan-publik": 84, "tata-kelola-pemerintahan-daerah": 14, "inovasi-daerah-lainnya": 2},
    "jenis": {"non-digital": 52, "digital": 48},
    "inisiator": {"kepala-daerah": 45, "perangkat-daerah": 40, "masyarakat": 7, "asn": 6, "anggota-dprd": 2},
    "klasifikasi": {
        "perangkat-daerah": 92,
        "desa-kelurahan": 5,
        "pendidikan": 1,
        "masyarakat": 1,
        "swasta": 1,
    },
    "keadaan": {"berjalan": 48, "belum-diketahui": 28, "berhenti": 12, "dikembangkan": 12},
}
"""Isian with a closed list → weight of each value."""

REGION_SHARES: Mapping[str, float] = {
    "indeks.yml": 0.13,
    "angka.yml": 0.14,
    "kunjungan.yml": 0.22,
    "pameran.yml": 0.06,
    "penghargaan.yml": 0.18,
    "lab.yml": 0.03,
}
"""Register of a region → share of the 183 real regions that have it; profile and offices every region has here."""
