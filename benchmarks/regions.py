"""The files of a generated region: its profile, its offices, and the registers it keeps."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from benchmarks.plan import Plan
from benchmarks.prose import Prose
from benchmarks.shares import REGION_SHARES
from catalog.vocabularies import WilayahKode

Record = dict[str, Any]


def draft_region(plan: Plan, region: WilayahKode) -> dict[str, Record]:
    """Return name → content of the YAML files of one region."""
    rng = plan.rng(f"{region.id}/wilayah")
    prose = Prose(plan.vocabulary, rng)
    files = {"wilayah.yml": _profile(plan, region, prose), "perangkat_daerah.yml": _offices(plan, region, prose)}
    for name, make in _REGISTERS.items():
        if rng.random() < REGION_SHARES[name]:
            files[name] = {"daftar": make(plan, region, prose)}
    return files


def _source(region: WilayahKode, prose: Prose, year: int) -> list[Record]:
    host = f"kabar-{region.id}.example"
    title = prose.phrase(5, 10)
    return [{"judul": title, "penerbit": host, "tanggal": f"{year}", "tautan": f"https://{host}/{year}"}]


def _profile(plan: Plan, region: WilayahKode, prose: Prose) -> Record:
    rng = prose.rng
    province = plan.lists.wilayah_by_kode[region.provinsi].nama.removeprefix("Provinsi ")
    return {
        "kode": region.kode,
        "nama": region.nama,
        "jenis": region.jenis,
        "provinsi": province,
        "penduduk": rng.randint(60_000, 2_000_000),
        "luas_km2": round(rng.uniform(40, 9000), 2),
        "bentang_alam": prose.sentence(),
        "koordinat": {
            "lintang": round(rng.uniform(-10.0, 5.0), 1),
            "bujur": round(rng.uniform(95.5, 140.0), 1),
            "perkiraan": "ya",
        },
        "situs": f"https://{region.id}.example",
        "kontak": {"unit": "Bapperida", "alamat": "Jalan Pemuda", "surel": f"bapperida@{region.id}.example"},
        "aturan_kunjungan": {
            "ditujukan_kepada": "Bupati melalui Sekretaris Daerah",
            "tenggat_hari_kerja": rng.randint(3, 14),
            "hari": "Selasa dan Kamis",
            "rombongan_maksimal": rng.randint(20, 50),
            "daring": rng.choice(("ya", "tidak")),
        },
        "sumber": _source(region, prose, 2025),
    }


def _offices(plan: Plan, region: WilayahKode, prose: Prose) -> Record:
    offices = [
        {"nama": nama, "jenis": jenis, "sumber": _source(region, prose, 2024)}
        for nama, jenis in plan.offices[region.id]
    ]
    return {"lengkap": prose.rng.choice(("ya", "tidak")), "daftar": offices}


def _index(plan: Plan, region: WilayahKode, prose: Prose) -> list[Record]:
    rng = prose.rng
    first = rng.randint(2022, 2025)
    return [
        {
            "indeks": "IID",
            "tahun": year,
            "skor": round(rng.uniform(10, 90), 2),
            "peringkat": rng.randint(1, 415),
            "dari": 415,
            "predikat": rng.choice(("Kurang Inovatif", "Inovatif", "Sangat Inovatif")),
            "sumber": _source(region, prose, year),
        }
        for year in range(first, 2026)
    ]


def _figures(plan: Plan, region: WilayahKode, prose: Prose) -> list[Record]:
    return [
        {
            "tahun": year,
            "ukuran": "inovasi didaftarkan ke Kemendagri",
            "nilai": prose.rng.randint(5, 400),
            "sumber": _source(region, prose, year),
        }
        for year in range(prose.rng.randint(2022, 2025), 2026)
    ]


def _visits(plan: Plan, region: WilayahKode, prose: Prose) -> list[Record]:
    return [_visit(plan, region, prose) for _ in range(prose.rng.randint(1, 4))]


def _visit(plan: Plan, region: WilayahKode, prose: Prose) -> Record:
    rng = prose.rng
    year = rng.randint(2019, 2025)
    return {
        "tanggal": f"{year}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}",
        "tuan_rumah": region.id,
        "tamu": _another(rng, list(plan.lists.wilayah), region.id),
        "jenis": rng.choice(list(plan.lists.jenis_kunjungan)),
        "peserta": rng.randint(4, 60),
        "topik": prose.phrase(4, 10),
        "inovasi": [rng.choice(plan.entries[region.id]).id],
        "moda": rng.choice(list(plan.lists.moda)),
        "hasil": prose.sentence(),
        "tindak_lanjut": [{"bulan": 6, "uraian": prose.sentence()}],
        "sumber": _source(region, prose, year),
    }


def _another(rng: Random, ids: list[str], own: str) -> str:
    return rng.choice([id for id in ids if id != own])


def _exhibitions(plan: Plan, region: WilayahKode, prose: Prose) -> list[Record]:
    year = prose.rng.randint(2019, 2025)
    stands = [{"nama": f"Gerai {entry.nama}"[:300], "inovasi": entry.id} for entry in plan.entries[region.id][:5]]
    return [
        {
            "nama": f"Pekan Inovasi {year}",
            "tanggal": f"{year}-{prose.rng.randint(1, 12):02}",
            "tempat": prose.phrase(2, 4),
            "jumlah_gerai": prose.rng.randint(10, 80),
            "gerai": stands,
            "sumber": _source(region, prose, year),
        }
    ]


def _awards(plan: Plan, region: WilayahKode, prose: Prose) -> list[Record]:
    year = prose.rng.randint(2017, 2025)
    return [
        {
            "nama": f"Innovative Government Award {year}",
            "kategori": "Sangat Inovatif",
            "tanggal": f"{year}",
            "pemberi": "Kementerian Dalam Negeri",
            "sumber": _source(region, prose, year),
        }
    ]


def _labs(plan: Plan, region: WilayahKode, prose: Prose) -> list[Record]:
    year = prose.rng.randint(2016, 2024)
    stage = prose.rng.choice(list(plan.lists.lab))
    return [{"nama": prose.phrase(3, 6), "tahap": stage, "tanggal": f"{year}", "sumber": _source(region, prose, year)}]


_REGISTERS: Mapping[str, Callable[[Plan, WilayahKode, Prose], list[Record]]] = {
    "indeks.yml": _index,
    "angka.yml": _figures,
    "kunjungan.yml": _visits,
    "pameran.yml": _exhibitions,
    "penghargaan.yml": _awards,
    "lab.yml": _labs,
}
