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
