"""The open data: what users of the files rely on."""

from __future__ import annotations

import csv
import io
import json

from conftest import make_entri

from catalog.catalog import Badan, Daerah
from catalog.exports import FILES, export_entri, export_files, wilayah_files
from catalog.exports.table import COLUMNS
from catalog.model.wilayah import PerangkatDaerah
from catalog.reading import parse_record
from catalog.statistics import count_statistics
from catalog.tabel_csv import original_cell, safe_cell
from catalog.validation import check_record, join_records


def _entry():
    return make_entri(
        "kab-blora/samin-119",
        badan=Badan(masalah="Antre **lama**.", pelajaran="Mulai dari yang ada.\n\nLatih kader."),
        pelajaran=["Sopir harus siap."],
        perangkat_daerah=["dinas-kesehatan"],
        tanggal={"penerapan": "2025-07-22"},
        biaya=[{"uraian": "Aplikasi", "rupiah": "12000000", "rencana": "ya"}],
    )


def test_one_entry_as_json_has_every_filled_isian_under_its_own_key() -> None:
    path, text = export_entri(_entry())
    assert path == "data/v1/inovasi/kab-blora/samin-119.json"
    assert json.loads(text) == {
        "versi": 1,
        "lisensi": "CC BY 4.0",
        "id": "kab-blora/samin-119",
        "tautan": "inovasi/kab-blora/samin-119/",
        "wilayah": "kab-blora",
        "nama": "Samin 119",
        "urusan": ["kesehatan"],
        "ringkasan": "Ambulans gratis yang dipanggil warga lewat satu nomor.",
        "sumber": [{"judul": "Berita contoh", "penerbit": "contoh.id", "tanggal": "2024-05"}],
        "perangkat_daerah": ["dinas-kesehatan"],
        "tanggal": {"penerapan": "2025-07-22"},
        "biaya": [{"uraian": "Aplikasi", "rupiah": 12000000, "rencana": True}],
        "pelajaran": ["Sopir harus siap.", "Mulai dari yang ada.", "Latih kader."],
        "masalah": "Antre **lama**.",
        "pelajaran_naskah": "Mulai dari yang ada.\n\nLatih kader.",
        "bukti": "klaim",
        "kelengkapan": {"terisi": 5, "dari": 26},
        "tahun": 2025,
        "tahun_perkiraan": False,
    }


def test_a_file_that_holds_more_than_its_isian_is_told_as_it_is(vocabularies, root) -> None:
    text = (
        "---\n# catatan\nnama: Lumbung\nurusan: kesehatan\nringkasan: Ringkasan yang cukup panjang untuk diterima.\n"
        "sumber:\n  - judul: Lumbung dibuka\n    penerbit: contoh.id\n---\n"
    )
    offices = "lengkap: tidak\ndaftar:\n  - nama: Bapperida # gedung baru\n"
    files = {
        "innovations/kab-blora/a.md": text,
        "innovations/kab-blora/b.md": text.replace("# catatan\n", ""),
        "innovations/kab-blora/c.md": text.replace("# catatan", "catatan_kami: x"),
        "innovations/kab-blora/d.md": text.replace("# catatan\n", "") + "\n## Catatan\n\nLain.\n",
        "innovations/kab-blora/perangkat_daerah.yml": offices,
        "innovations/kab-blora/wilayah.yml": (root / "innovations/kab-blora/wilayah.yml").read_text(encoding="utf-8"),
    }
    checked = [check_record(parse_record(body, name)[0], vocabularies) for name, body in files.items()]
    joined = join_records(checked, vocabularies, files)
    catalog = joined.catalog
    assert [p.kode for p in joined.problems if p.is_error] == []
    told = [json.loads(export_entri(entri)[1]).get("berkas_asli") for entri in catalog.entri]
    assert told == [text, None, files["innovations/kab-blora/c.md"], files["innovations/kab-blora/d.md"]]
    region = json.loads(wilayah_files(catalog)["data/v1/wilayah/kab-blora.json"]())
    assert region["berkas_asli"] == {"perangkat_daerah.yml": offices}


def test_the_whole_set_holds_every_entry_in_the_order_of_ids(catalog_of) -> None:
    catalog = catalog_of(make_entri("kota-solok/b"), make_entri("kab-blora/z"), make_entri("kab-blora/a"))
    files = {path: make() for path, make in export_files(catalog, count_statistics(catalog)).items()}
    assert list(files) == list(FILES)
    whole = json.loads(files["data/v1/inovasi.json"])
    assert [e["id"] for e in whole["inovasi"]] == ["kab-blora/a", "kab-blora/z", "kota-solok/b"]
    regions = json.loads(files["data/v1/wilayah.json"])["wilayah"]
    assert [(r["id"], r["inovasi"]) for r in regions] == [
        ("kab-blora", ["kab-blora/a", "kab-blora/z"]),
        ("kota-solok", ["kota-solok/b"]),
    ]
    assert json.loads(files["data/v1/statistik.json"])["statistik"]["jumlah"] == 3


def test_a_region_has_a_file_that_says_what_the_whole_set_says_of_it(catalog_of) -> None:
    daerah = [Daerah("kab-blora", "Kabupaten Blora"), Daerah("kota-solok", "Kota Solok")]
    catalog = catalog_of(make_entri("kab-blora/a"), daerah=daerah)
    files = {path: json.loads(make()) for path, make in wilayah_files(catalog).items()}
    assert list(files) == ["data/v1/wilayah/kab-blora.json", "data/v1/wilayah/kota-solok.json"]
    whole = json.loads(export_files(catalog, count_statistics(catalog))["data/v1/wilayah.json"]())
    head = {"versi": 1, "lisensi": "CC BY 4.0"}
    assert list(files.values()) == [head | region for region in whole["wilayah"]]


def test_the_csv_opens_in_excel_with_one_row_an_entry(catalog_of) -> None:
    offices = {"dinas-kesehatan": PerangkatDaerah(nama="Dinas Kesehatan")}
    catalog = catalog_of(_entry(), daerah=[Daerah("kab-blora", "Kabupaten Blora", perangkat_daerah=offices)])
    text = export_files(catalog, count_statistics(catalog))["data/v1/inovasi.csv"]()
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    assert [list(row) for row in rows] == [list(COLUMNS)]
    assert {k: rows[0][k] for k in ("kode_wilayah", "provinsi", "perangkat_daerah", "tahun", "tahapan")} == {
        "kode_wilayah": "33.16",
        "provinsi": "Jawa Tengah",
        "perangkat_daerah": "Dinas Kesehatan",
        "tahun": "2025",
        "tahapan": "",
    }


def test_no_cell_can_become_a_formula_and_the_importer_undoes_it() -> None:
    texts = ("=1+1", "+62", "-5", "@x", "\tx", "＝1", "Samin 119", "'kutip'")
    assert [safe_cell(text) for text in (*texts, None, 7)] == [
        "'=1+1",
        "'+62",
        "'-5",
        "'@x",
        "'\tx",
        "'＝1",
        "Samin 119",
        "'kutip'",
        "",
        "7",
    ]
    assert tuple(original_cell(safe_cell(text)) for text in texts) == texts
