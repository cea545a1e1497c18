"""The page of one region: its entries, offices, index, visits and rules, whole lists compared; and hostile text."""

from __future__ import annotations

import re
from typing import Any

import pytest
from conftest import make_entri
from selectolax.lexbor import LexborHTMLParser, LexborNode

from catalog.catalog import Badan, Catalog, Daerah
from catalog.final_check.page import inspect_page
from catalog.model.wilayah import (
    AngkaLaporan,
    CatatanIndeks,
    Kunjungan,
    Pameran,
    Penghargaan,
    PerangkatDaerah,
    ProfilWilayah,
    PutaranLab,
)
from catalog.pages.context import PageContext, make_context
from catalog.pages.wilayah import wilayah_page
from catalog.pages.wilayah_indeks import make_history
from catalog.settings import Settings

BERITA = {"judul": "Berita Blora", "penerbit": "contoh.id", "tanggal": "2024-05", "tautan": "https://contoh.id/1"}
LAIN = {"judul": "Berita lain", "penerbit": "contoh.id", "tanggal": "2020"}
CANARY = '"><script>alert(1)</script><b onmouseover=x>'


def _entries():
    return (
        make_entri("kab-blora/b", nama="Beta", urusan=["kesehatan"], tanggal={"penerapan": "2021"}),
        make_entri(
            "kab-blora/a", nama="alfa", urusan=["kesehatan"], perangkat_daerah=["dinas-kesehatan"],
            status={"keadaan": "berjalan"}, badan=Badan(masalah="Antre lama."),
        ),
        make_entri("kab-blora/c", nama="Ceria", urusan=["sosial"], pertama_diberitakan="2019"),
    )  # fmt: skip


def _blora(**changes: Any) -> Daerah:
    profil = {
        "kode": "33.16", "nama": "Kabupaten Blora", "jenis": "kabupaten", "provinsi": "Jawa Tengah",
        "penduduk": "927961", "luas_km2": "1957.289", "bentang_alam": "Dataran rendah.", "situs": "https://blorakab.go.id",
        "sumber": [BERITA | {"untuk": ["penduduk", "luas_km2"]}],
    }  # fmt: skip
    return Daerah("kab-blora", "Kabupaten Blora", profil=ProfilWilayah.model_validate(profil), **changes)


def _context(catalog: Catalog) -> PageContext:
    return make_context(catalog, Settings(nama_katalog="Katalog", wilayah_rumah="kab-blora"))


def _tree(catalog: Catalog, id: str = "kab-blora") -> LexborHTMLParser:
    return LexborHTMLParser(wilayah_page(id, _context(catalog)).body)


def _text(node: LexborNode) -> str:
    return re.sub(r"\s+", " ", node.text()).strip()


def _texts(tree: LexborHTMLParser, selector: str) -> list[str]:
    return [_text(node) for node in tree.css(selector)]


def _rows(tree: LexborHTMLParser, caption: str) -> list[list[str]]:
    """The cells of a table's rows, the head first."""
    for table in tree.css("table"):
        if _text(table.css_first("caption")) == caption:
            return [[_text(cell) for cell in row.css("th,td")] for row in table.css("tr")]
    raise AssertionError(f"no table {caption!r}")


def test_head_profile_and_figures(catalog_of):
    blora = _blora(perangkat_daerah={"dinas-kesehatan": PerangkatDaerah(nama="Dinas Kesehatan", jenis="dinas")})
    page = wilayah_page("kab-blora", _context(catalog_of(*_entries(), daerah=[blora])))
    tree = LexborHTMLParser(page.body)
    assert (page.path, page.title, page.section) == ("wilayah/kab-blora/", "Inovasi Kabupaten Blora", "wilayah")
    assert _texts(tree, ".lede") == ["3 inovasi tercatat dari 2 urusan; 1 diketahui masih berjalan."]
    assert page.description == "Kabupaten Blora: 3 inovasi tercatat dari 2 urusan; 1 diketahui masih berjalan."
    assert _texts(tree, ".sisi .fakta > div") == [
        "Kode wilayah33.16",
        "ProvinsiJawa Tengah",
        "Penduduk927.961 jiwa1",
        "Luas1.957,289 km²1",
        "Kepadatan474 jiwa per km² (dihitung)",
        "Situs resmiblorakab.go.id",
    ]
    assert _texts(tree, ".angka") == ["3 inovasi tercatat", "1 perangkat daerah punya inovasi tercatat"]
    assert [a.attributes["href"] for a in tree.css(".angka a")] == ["#inovasi", "#perangkat-daerah"]


def test_few_entries_are_one_list_with_their_urusan(catalog_of):
    tree = _tree(catalog_of(*_entries()))
    assert _texts(tree, "#inovasi li") == [
        "alfa Kesehatan, berjalan Bukti: Klaim",
        "Beta Kesehatan, 2021 Bukti: Nama saja",
        "Ceria Sosial, diberitakan 2019 Bukti: Nama saja",
    ]
    assert [a.attributes["href"] for a in tree.css("#inovasi li a")] == [
        f"../../inovasi/kab-blora/{slug}/" for slug in "abc"
    ]


def test_many_entries_are_grouped_each_linked_once(catalog_of):
    health = [make_entri(f"kab-blora/k{n}", nama=f"Sehat {n}", urusan=["kesehatan", "sosial"]) for n in range(5)]
    food = [make_entri(f"kab-blora/p{n}", nama=f"Pangan {n}", urusan=["pangan"]) for n in range(2)]
    alone = make_entri("kab-blora/s", nama="Sendiri", urusan=["sosial"])
    tree = _tree(catalog_of(*health, *food, alone))
    section = tree.css_first("#inovasi")
    assert [_text(h) for h in section.css("h3")] == ["Kesehatan", "Pangan", "Urusan lain"]
    assert [len(ul.css("li")) for ul in section.css("ul")] == [5, 2, 1]
    assert [a.attributes["href"] for a in section.css("h3 a")] == ["../../urusan/kesehatan/", "../../urusan/pangan/"]
    assert len({a.attributes["href"] for a in section.css("li a")}) == 8


def test_a_region_with_one_entry_and_nothing_else_invites(catalog_of):
    tree = _tree(catalog_of(make_entri("kab-sumba-tengah/x", nama="Satu")), "kab-sumba-tengah")
    assert _texts(tree, ".lede") == ["1 inovasi tercatat pada urusan Kesehatan."]
    assert _texts(tree, ".angka") == []
    assert _texts(tree, ".bagian h2") == ["Inovasi", "Bertanya dan berkunjung", "Sumber"]
    assert _text(tree.css_first("#inovasi > p:last-child")) == (
        "Baru satu yang sumbernya ditemukan. Tahu inovasi lain dari Kabupaten Sumba Tengah? Tambahkan ke katalog. "
        "Statistik dan evaluasi tahunan dibuat mulai tiga inovasi."
    )
    assert "Surat ditujukan kepadaBupati Sumba Tengah melalui Sekretaris Daerah" in _texts(tree, "#berkunjung dl > div")


def test_a_region_without_entries_says_what_there_is(catalog_of):
    award = Penghargaan.model_validate({"nama": "IGA 2023", "tanggal": "2023", "sumber": [BERITA]})
    tree = _tree(catalog_of(daerah=[Daerah("kota-solok", "Kota Solok", penghargaan=(award,))]), "kota-solok")
    assert _texts(tree, ".lede") == ["Belum ada inovasi yang tercatat. Yang ada: 1 penghargaan."]
    assert _texts(tree, ".kosong__judul") == ["Belum ada inovasi yang tercatat"]
    assert _texts(tree, "#penghargaan li") == ["IGA 2023, 20231"]
    assert "Surat ditujukan kepadaWali Kota Solok melalui Sekretaris Daerah" in _texts(tree, "#berkunjung dl > div")


def _register(lengkap: bool) -> Daerah:
    offices = {
        "dinas-kesehatan": PerangkatDaerah(nama="Dinas Kesehatan", singkatan="Dinkes", jenis="dinas"),
        "dinas-sosial": PerangkatDaerah(nama="Dinas Sosial", jenis="dinas"),
        "desa-x": PerangkatDaerah(nama="Pemerintah X", jenis="desa"),
    }
    reported = AngkaLaporan.model_validate(
        {"tahun": "2020", "ukuran": "OPD yang telah berinovasi", "nilai": "16", "dari": "72", "sumber": [LAIN]}
    )
    return _blora(perangkat_daerah=offices, opd_lengkap=lengkap, angka=(reported,))


def test_without_a_complete_register_no_share_is_given(catalog_of):
    tree = _tree(catalog_of(*_entries(), daerah=[_register(False)]))
    section = tree.css_first("#perangkat-daerah")
    assert [_text(p) for p in section.css("p")] == [
        "16 dari 72 OPD yang telah berinovasi, dilaporkan untuk 20202",
        "Pemilik inovasi yang diketahui ada di bawah ini. Daftar perangkat daerah Kabupaten Blora di katalog ini belum "
        "lengkap, jadi belum dapat dikatakan berapa bagian yang berinovasi.",
        "2 dari 3 inovasi belum menyebut pemiliknya.",
    ]
    assert [_text(li) for li in section.css("li")] == [
        "Dinas Kesehatan (Dinkes)1 inovasi: alfa",
        "Dinas Sosial",
        "Pemerintah X (Desa)",
    ]
    assert section.css_first("meter") is None
    assert section.css_first("#opd-dinas-kesehatan") is not None


def test_with_a_complete_register_villages_are_not_in_the_share(catalog_of):
    tree = _tree(catalog_of(*_entries(), daerah=[_register(True)]))
    assert _texts(tree, ".kelengkapan p") == ["1 dari 2 perangkat daerah punya inovasi yang tercatat"]
    assert "1 dari 2 perangkat daerah punya inovasi tercatat" in _texts(tree, ".angka")


def _indeks(*rows: dict[str, str]) -> list[CatatanIndeks]:
    return [CatatanIndeks.model_validate({"indeks": "IID", "sumber": [BERITA]} | row) for row in rows]


def test_index_history_as_table_and_chart(catalog_of):
    records = _indeks(
        {"tahun": "2020", "peringkat": "80"},
        {"tahun": "2022", "peringkat": "16", "dari": "415", "catatan": "Sumber lain: 416."},
        {"tahun": "2023", "peringkat": "10", "target": "ya"},
        {"periode": "menjelang 2024", "skor": "61.22", "predikat": "Sangat Inovatif"},
    )
    tree = _tree(catalog_of(*_entries(), daerah=[_blora(indeks=tuple(records))]))
    assert _rows(tree, "IID menurut sumber") == [
        ["Tahun", "Peringkat", "Skor", "Predikat"],
        ["20231 Sasaran", "10", "–", "–"],
        ["20221Sumber lain: 416.", "16 dari 415", "–", "–"],
        ["20201", "80", "–", "–"],
        ["menjelang 20241", "–", "61,22", "Sangat Inovatif"],
    ]
    assert _texts(tree, ".bagan h3") == ["Peringkat IID naik dari 80 (2020) ke 16 (2022)"]
    assert tree.css_first(".bagan svg").attributes["aria-label"] == (
        "Peringkat IID naik dari 80 (2020) ke 16 (2022). 2020: 80; 2022: 16; 2023: target 10."
    )
    assert _texts(tree, ".bagan__sumber") == [
        "Garis hanya menghubungkan tahun yang berurutan. Lingkaran kosong: sasaran, bukan hasil. "
        "Sumber tiap angka ada di tabel."
    ]


@pytest.mark.parametrize(
    ("rows", "findings", "notes"),
    [
        (
            [("2020", "peringkat", "2"), ("2021", "peringkat", "3")],
            ["Peringkat IID turun dari 2 (2020) ke 3 (2021)"], [],
        ),
        ([("2020", "peringkat", "2"), ("2021", "peringkat", "2")], ["Peringkat IID tetap 2 pada 2020 dan 2021"], []),
        (
            [("2020", "peringkat", "5"), ("2021", "peringkat", "1"), ("2022", "peringkat", "4")],
            ["Peringkat IID naik dari 5 (2020) ke 4 (2022); terbaik 1 (2021)"], [],
        ),
        (
            [("2022", "skor", "57.42"), ("2023", "skor", "78.51")],
            ["Skor IID naik dari 57,42 (2022) ke 78,51 (2023)"], [],
        ),
        (
            [("2020", "skor", "1616"), ("2025", "skor", "97.6")], [],
            ["Skor IID tidak digambar: tahun-tahun ini memakai skala nilai yang berbeda."],
        ),
        (
            [("2022", "peringkat", "16"), ("2022", "peringkat", "18"), ("2023", "peringkat", "9")],
            ["Peringkat IID: sumber tidak sama untuk 2022"], [],
        ),
        ([("2022", "peringkat", "16"), ("2022", "peringkat", "18")], [], []),
        ([("2022", "peringkat", "16")], [], []),
    ],
)  # fmt: skip
def test_what_the_index_says(rows, findings, notes):
    history = make_history(_indeks(*({"tahun": year, kind: value} for year, kind, value in rows)))
    assert ([chart.temuan for chart in history.bagan], list(history.catatan)) == (findings, notes)


def test_reported_figures_of_one_thing_stand_together(catalog_of):
    figures = [("2023", "inovasi dikirim", "210"), ("2024", "peserta", "45"), ("2025", "inovasi dikirim", "1471")]
    angka = tuple(
        AngkaLaporan.model_validate({"tahun": year, "ukuran": what, "nilai": value, "sumber": [LAIN]})
        for year, what, value in figures
    )
    assert _rows(_tree(catalog_of(*_entries(), daerah=[_blora(angka=angka)])), "Angka menurut sumber") == [
        ["Yang dihitung", "Tahun", "Angka"],
        ["Inovasi dikirim2", "2025", "1.471"],
        ["Inovasi dikirim2", "2023", "210"],
        ["Peserta2", "2024", "45"],
    ]


def _visit(**isian: Any) -> Kunjungan:
    visit = {
        "tuan_rumah": "kab-blora",
        "tamu": "kota-solok",
        "jenis": "studi-tiru",
        "topik": "belajar",
        "sumber": [LAIN],
    }
    return Kunjungan.model_validate(visit | isian)


def test_visits_as_host_and_as_guest_wherever_they_are_recorded(catalog_of):
    solok = Daerah("kota-solok", "Kota Solok", kunjungan=(_visit(tuan_rumah="kota-solok", tamu="kab-blora"),))
    hosted = _visit(
        tanggal="2024-04-18", peserta="10", moda="luring", rombongan="Sekda", inovasi=["kab-blora/a"], hasil="Sepakat.",
        tindak_lanjut=[{"bulan": "3", "uraian": "Tim dibentuk."}], rencana="ya",
    )  # fmt: skip
    tree = _tree(catalog_of(*_entries(), daerah=[_blora(kunjungan=(hosted,)), solok]))
    section = tree.css_first("#kunjungan")
    assert [_text(h) for h in section.css("h3")] == [
        "Yang datang belajar ke Kabupaten Blora",
        "Kabupaten Blora belajar ke daerah lain",
    ]
    assert [_text(li) for li in section.css("li")] == [
        "Kota Solok (Sekda), 18 April 2024: studi tiru, 10 orang, luring2 Masih rencanaBelajar. Inovasi: alfa"
        "Hasil: Sepakat.Sesudah 3 bulan: Tim dibentuk.",
        "Kota Solok, tanggal belum diketahui: studi tiru2Belajar",
    ]
    assert [a.attributes["href"] for a in section.css("li strong a")] == ["../../wilayah/kota-solok/"] * 2


def test_more_than_six_visits_are_folded(catalog_of):
    visits = tuple(_visit(tanggal=f"20{year}", topik=f"topik {year}") for year in range(10, 18))
    section = _tree(catalog_of(*_entries(), daerah=[_blora(kunjungan=visits)])).css_first("#kunjungan")
    assert [_text(s) for s in section.css("summary")] == ["3 kunjungan lain"]
    assert len(section.css("li")) == 8


def test_rules_offices_exhibitions_and_lab(catalog_of):
    profil = _blora().profil
    assert profil is not None
    data = {
        "kode": "33.16", "nama": "Kabupaten Blora", "jenis": "kabupaten", "provinsi": "Jawa Tengah",
        "kontak": {"unit": "Bapperida", "sumber": ["b"]},
        "aturan_kunjungan": {"tenggat_hari_kerja": "7", "rombongan_maksimal": "30", "daring": "tidak", "sumber": ["b"]},
        "catatan": ["Nama kantor perlu diperiksa."], "sumber": [BERITA | {"id": "b"}],
    }  # fmt: skip
    show = Pameran.model_validate(
        {"nama": "Festival", "tanggal": "2024-10-10", "tanggal_selesai": "2024-10-12", "tempat": "Kridosono",
         "jumlah_gerai": "43", "gerai": [{"nama": "Gerai A", "inovasi": "kab-blora/a"}], "sumber": [LAIN]}
    )  # fmt: skip
    lab = PutaranLab.model_validate({"nama": "Lab LAN", "tahap": "deliver", "tanggal": "2017", "sumber": [LAIN]})
    blora = Daerah(
        "kab-blora", "Kabupaten Blora", profil=ProfilWilayah.model_validate(data), pameran=(show,), lab=(lab,)
    )
    tree = _tree(catalog_of(*_entries(), daerah=[blora]))
    assert _texts(tree, "#pameran li") == ["Festival, 10 sampai 12 Oktober 2024, Kridosono143 geraiGerai: Gerai A"]
    assert _texts(tree, "#lab li") == ["Lab LAN, 2017, tahap Deliver1"]
    assert _texts(tree, "#berkunjung .fakta > div") == [
        "KantorBapperida2",
        "Surat ditujukan kepada (umum)Bupati Blora melalui Sekretaris Daerah",
        "Saluran (umum)Surat tertulis",
        "Tenggat suratPaling lambat 7 hari kerja sebelum kunjungan",
        "Hari dan jam (umum)Hari kerja, Senin sampai Jumat, pada jam kantor",
        "Rombongan paling banyak30 orang",
        "Bisa daringTidak",
        "Pembagian biaya (umum)Tamu menanggung perjalanan, penginapan, dan makan rombongannya sendiri.",
        "Dikirim sebelumnya (umum)Waktu dan pilihan waktu lain, maksud dan tujuan, jumlah dan unsur peserta, "
        "narahubung, dan daftar pertanyaan.",
    ]
    assert _texts(tree, ".sumber > li") == [
        "Berita lain. contoh.id, 2020. Dipakai di: a b",
        "Berita Blora. contoh.id, Mei 2024. contoh.id Dipakai di: a b",
    ]


def test_a_province_lists_its_regions(catalog_of):
    catalog = catalog_of(*_entries(), make_entri("prov-jawa-tengah/x"), make_entri("kota-solok/y"))
    tree = _tree(catalog, "prov-jawa-tengah")
    assert _texts(tree, "#anggota li") == ["Kabupaten Blora 3 inovasi"]


def test_hostile_text_stays_text_and_the_page_is_sound(catalog_of):
    source = {"judul": CANARY, "penerbit": CANARY}
    figure = {"tahun": "2020", "ukuran": f"OPD {CANARY}", "nilai": "1", "dari": "2", "catatan": CANARY}
    ranks = (
        {"indeks": CANARY, "tahun": "2020", "peringkat": "2"},
        {"indeks": CANARY, "tahun": "2021", "peringkat": "1"},
    )
    show = {"nama": CANARY, "tanggal": "2020", "gerai": [{"nama": CANARY}], "sumber": [LAIN]}
    named = {"nama": CANARY, "keterangan": CANARY, "sumber": [LAIN]}
    hostile = _blora(
        perangkat_daerah={"opd": PerangkatDaerah(nama=CANARY, singkatan=CANARY)},
        indeks=tuple(_indeks(*ranks)),
        angka=(AngkaLaporan.model_validate(figure | {"sumber": [source]}),),
        kunjungan=(_visit(tamu=CANARY, topik=CANARY, rombongan=CANARY, acara=CANARY, hasil=CANARY),),
        penghargaan=(Penghargaan.model_validate(named),),
        pameran=(Pameran.model_validate(show),),
        lab=(PutaranLab.model_validate(named),),
    )
    page = wilayah_page("kab-blora", _context(catalog_of(make_entri("kab-blora/a", nama=CANARY), daerah=[hostile])))
    assert page.body.count("alert(1)") > 15
    assert not LexborHTMLParser(page.body).css("script, [onmouseover], .bagian b")
    html = (
        '<!doctype html><html lang="id"><head>'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
        f'<title>x</title><meta name="description" content="x"></head><body><main>{page.body}</main></body></html>'
    )
    faults = {f.aturan for f in inspect_page(page.path + "index.html", html).kesalahan}
    assert not faults - {"kebijakan-longgar"}
