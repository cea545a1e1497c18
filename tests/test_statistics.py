"""Counts against cases counted by hand, and properties of any catalogue."""

from __future__ import annotations

import random

from conftest import make_entri

from catalog.catalog import Badan, Daerah
from catalog.model.wilayah import PerangkatDaerah
from catalog.statistics import HitunganTahun, count_statistics


def _three():
    return (
        make_entri(
            "kab-blora/a", urusan=["kesehatan", "sosial"], tanggal={"penerapan": "2021-06"}, tahapan="penerapan"
        ),
        make_entri("kab-blora/b", urusan=["kesehatan"], pertama_diberitakan="2021", badan=Badan(masalah="Antre lama.")),
        make_entri("kota-solok/c", urusan=["pangan"], perangkat_daerah=["dinas-pangan"]),
    )


def test_an_entry_with_two_urusan_counts_once_in_each(catalog_of):
    counts = {c.id: c.jumlah for c in count_statistics(catalog_of(*_three())).urusan}
    assert {id: n for id, n in counts.items() if n} == {"kesehatan": 2, "sosial": 1, "pangan": 1}
    assert len(counts) == 38


def test_urusan_are_ordered_by_count_then_label(catalog_of):
    top = [(c.nama, c.jumlah) for c in count_statistics(catalog_of(*_three())).urusan[:3]]
    assert top == [("Kesehatan", 2), ("Pangan", 1), ("Sosial", 1)]


def test_years_by_first_report_are_marked(catalog_of):
    statistik = count_statistics(catalog_of(*_three()))
    assert statistik.tahun == (HitunganTahun(2021, 2, 1),)
    assert statistik.tanpa_tahun == 1


def test_what_is_not_said_is_counted_as_unknown_at_the_end(catalog_of):
    rows = [(c.id, c.jumlah) for c in count_statistics(catalog_of(*_three())).tahapan]
    assert rows == [("inisiatif", 0), ("uji-coba", 0), ("penerapan", 1), ("belum-diketahui", 2)]


def test_offices_without_entries_are_listed_with_zero(catalog_of):
    offices = {
        "dinas-pangan": PerangkatDaerah(nama="Dinas Pangan"),
        "dinas-sosial": PerangkatDaerah(nama="Dinas Sosial"),
    }
    solok = Daerah("kota-solok", "Kota Solok", perangkat_daerah=offices, opd_lengkap=True)
    region = count_statistics(catalog_of(*_three(), daerah=[solok])).per_wilayah["kota-solok"]
    assert [(c.nama, c.jumlah) for c in region.perangkat_daerah] == [("Dinas Pangan", 1), ("Dinas Sosial", 0)]
    assert region.opd_lengkap


def test_totals_equal_sums_and_order_does_not_matter(catalog_of):
    rng = random.Random(7)
    urusan = ["kesehatan", "sosial", "pangan"]
    entries = [
        make_entri(f"{rng.choice(['kab-blora', 'kota-solok', 'prov-bali'])}/e{n}", urusan=[rng.choice(urusan)])
        for n in range(40)
    ]
    statistik = count_statistics(catalog_of(*entries))
    for counts in (statistik.wilayah, statistik.provinsi, statistik.tahapan, statistik.bukti, statistik.urusan):
        assert sum(c.jumlah for c in counts) == statistik.jumlah == 40
    assert sum(r.jumlah for r in statistik.per_wilayah.values()) == 40
    rng.shuffle(entries)
    assert count_statistics(catalog_of(*entries)) == statistik


def test_an_empty_catalogue_has_no_shares(catalog_of):
    statistik = count_statistics(catalog_of())
    assert statistik.jumlah == 0
    assert {c.bagian for c in statistik.bukti} == {None}
    assert statistik.kelengkapan == ()


def test_months_run_up_to_all_that_is_dated(catalog_of):
    dates = ("2021-06-01", "2021-06", "2021", "2020-12-31", "2022-01")
    entries = [make_entri(f"kab-blora/e{n}", tanggal={"penerapan": date}) for n, date in enumerate(dates)]
    rows = count_statistics(catalog_of(*entries, make_entri("kab-blora/tanpa"))).bulan
    assert [(row.bulan, row.jumlah, row.kumulatif) for row in rows] == [
        ("2020-12", 1, 1),
        ("2021-06", 2, 3),
        ("2021", 1, 4),
        ("2022-01", 1, 5),
    ]


def test_confirmations_by_year_newest_first_and_never_last(catalog_of):
    dates = ("2025-03-01", "2026-01", "2025")
    entries = [
        make_entri(f"kab-blora/e{n}", dikonfirmasi={"tanggal": date, "oleh": "Dinas"}) for n, date in enumerate(dates)
    ]
    statistik = count_statistics(catalog_of(*entries, make_entri("kota-solok/diam")))
    assert [(c.nama, c.jumlah) for c in statistik.konfirmasi] == [("2026", 1), ("2025", 2), ("Belum pernah", 1)]
    solok = statistik.per_wilayah["kota-solok"].konfirmasi
    assert [(c.nama, c.jumlah) for c in solok] == [("Belum pernah", 1)]


def test_regions_add_up_to_the_whole_in_every_count(catalog_of):
    rng = random.Random(11)
    choices = {
        "tahapan": ["penerapan", "uji-coba", None],
        "jenis": ["digital", None],
        "bentuk": ["pelayanan-publik", None],
        "inisiator": ["kepala-daerah", "asn", None],
        "klasifikasi": ["perangkat-daerah", "masyarakat", None],
        "dikonfirmasi": [{"tanggal": "2026-01", "oleh": "Dinas"}, None],
        "pertama_diberitakan": ["2019", "2021-05", None],
    }
    entries = [
        make_entri(
            f"{rng.choice(['kab-blora', 'kota-solok', 'prov-bali'])}/e{n}",
            **{name: picked for name, values in choices.items() if (picked := rng.choice(values))},
        )
        for n in range(60)
    ]
    statistik = count_statistics(catalog_of(*entries))
    for name in ("tahapan", "keadaan", "jenis", "bentuk", "inisiator", "klasifikasi", "bukti", "kelengkapan"):
        whole = {c.id: c.jumlah for c in getattr(statistik, name)}
        parts = [c for region in statistik.per_wilayah.values() for c in getattr(region, name)]
        assert {id: sum(c.jumlah for c in parts if c.id == id) for id in whole} == whole
        assert sum(whole.values()) == 60
        assert all(c.bagian is not None and 0 <= c.bagian <= 1 for c in parts if c.jumlah)
    assert sum(c.jumlah for c in statistik.konfirmasi) == 60
    assert statistik.bulan[-1].kumulatif + statistik.tanpa_tahun == 60
    rng.shuffle(entries)
    assert count_statistics(catalog_of(*entries)) == statistik
