"""What comes out of reading a valid record: text as typed, with the place of every key and value; and the limits."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
import yaml
from reading_samples import BERKAS, BERKAS_REGISTER, ENTRY, REGISTER

from catalog.reading import SourceRecord, parse_record, read_record, read_text
from catalog.reading import events as events_module
from catalog.reading.characters import find_forbidden, is_clean


def entry(yaml_text: str) -> SourceRecord:
    """Return the record of a front matter that has no fault."""
    record, problems = parse_record(f"---\n{yaml_text}\n---\n", BERKAS)
    assert problems == ()
    assert record is not None
    return record


def kodes(yaml_text: str) -> list[tuple[int, str]]:
    """Return (line in the front matter, code) of every problem of a front matter."""
    _, problems = parse_record(f"---\n{yaml_text}\n---\n", BERKAS)
    return [(p.baris - 1, p.kode) for p in problems]


def test_a_whole_entry() -> None:
    record, problems = parse_record(ENTRY, BERKAS)
    assert problems == ()
    assert record is not None
    assert record.berkas == BERKAS
    assert record.data == {
        "nama": "Lumbung Digital",
        "kepanjangan": "Layanan Umum: Bangun Gudang",
        "urusan": ["pangan", "pertanian"],
        "ringkasan": "Gudang desa yang isinya terlihat di layar telepon, sehingga petani tahu kapan menjual.",
        "status": {"keadaan": "berjalan", "per": "2025-04-08"},
        "tanggal": {"uji_coba": "2020", "penerapan": "2021-03"},
        "layanan": {
            "jam": "08.00-15.00",
            "biaya": None,
            "syarat": ["KTP", "Surat dari kepala desa, hari Jum'at"],
        },
        "hasil_terukur": [{"indikator": "waktu tunggu", "satuan": "hari", "sebelum": "010", "sesudah": "2"}],
        "sumber": [
            {
                "judul": "Lumbung Digital diluncurkan",
                "penerbit": "suarabaru.id",
                "tanggal": "2022-06-03",
                "tautan": "https://suarabaru.id/2022/06/03/lumbung",
            },
            {"judul": "Profil inovasi\n", "penerbit": "Bapperida"},
        ],
    }
    assert record.badan == "\n## Masalah\n\nHarga jatuh saat panen.\n"
    assert ENTRY.split("\n")[record.baris_badan - 2] == "---"
    assert record.baris_badan == 34


def test_places_point_at_what_was_typed() -> None:
    record, _ = parse_record(ENTRY, BERKAS)
    assert record is not None
    lines = ENTRY.split("\n")
    for path, (line, column) in record.kunci.items():
        assert lines[line - 1][column - 1 :].startswith(f"{path[-1]}:")
    assert record.kunci[("sumber", 0, "tautan")] == (29, 5)
    assert record.nilai[("sumber", 0, "tautan")] == (29, 13)
    assert record.nilai[("urusan",)] == (4, 9)
    assert record.nilai[("urusan", 1)] == (4, 18)
    assert record.nilai[("kepanjangan",)] == (3, 14)
    assert record.nilai[("layanan", "biaya")] == (16, 9)
    assert record.nilai[("sumber",)] == (26, 3)
    assert set(record.kunci) < set(record.nilai)


def test_a_register_is_all_yaml() -> None:
    record, problems = parse_record(REGISTER, BERKAS_REGISTER)
    assert problems == ()
    assert record is not None
    item = {
        "tahun": "2021",
        "ukuran": "inovasi didaftarkan",
        "nilai": "208",
        "sumber": [{"judul": "Laporan", "penerbit": "Bapperida"}],
    }
    assert record.data == {"daftar": [item]}
    assert (record.badan, record.baris_badan) == ("", 8)


@pytest.mark.parametrize(
    "typed",
    [*"33.10 no yes on ~ null 010 0x1F 12:30 1_000 .nan .inf 2023-13-45 1e3 = +25:00 true <<".split(), "9" * 5000],  # noqa: SIM905
)
def test_yaml_never_guesses(typed: str) -> None:
    assert entry(f"nilai: {typed}").data == {"nilai": typed}
    assert entry(f"nilai: [{typed}]").data == {"nilai": [typed]}
    assert entry(f"{typed[:900]}: nilai").data == {typed[:900]: "nilai"}


def test_an_empty_isian_is_none_and_an_empty_text_is_not() -> None:
    record = entry('nama:\nkepanjangan: ""\nurusan:\n  -\n  - pangan\ntahapan:   # inisiatif, uji-coba, penerapan')
    assert record.data == {"nama": None, "kepanjangan": "", "urusan": [None, "pangan"], "tahapan": None}
    assert record.nilai[("nama",)] == (2, 6)


def test_block_texts_keep_their_form() -> None:
    record = entry("a: |\n  satu\n  dua: tiga # bukan komentar\nb: >-\n  empat\n  lima")
    assert record.data == {"a": "satu\ndua: tiga # bukan komentar\n", "b": "empat lima"}


@pytest.mark.parametrize("ends", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_do_not_matter(ends: str, mark: str) -> None:
    assert parse_record(mark + ENTRY.replace("\n", ends), BERKAS) == parse_record(ENTRY, BERKAS)


def test_blanks_around_the_lines_of_dashes_do_not_matter() -> None:
    record, problems = parse_record("\n---  \nnama: Lumbung\n--- \nIsi\n", BERKAS)
    assert problems == ()
    assert record is not None
    assert (record.data, record.badan, record.baris_badan) == ({"nama": "Lumbung"}, "Isi\n", 5)
    assert record.nilai[("nama",)] == (3, 7)


def test_text_is_in_normal_form_c() -> None:
    typed = unicodedata.normalize("NFD", "nama: Café Désa")
    assert entry(typed).data == {"nama": "Café Désa"}
    assert entry('nama: "Cafe\\u0301"').data == {"nama": "Café"}


def test_all_slips_of_a_file_are_named_in_one_run() -> None:
    text = "\n".join(
        [
            "nama: Lumbung: digital",
            "urusan:pangan",
            'ringkasan: "Gudang desa yang isinya terlihat.',
            "status:",
            "\tkeadaan: berjalan",
            "sumber:",
            "  - judul: Satu",
            "   penerbit: suarabaru.id",
            "  judul: Dua",
            "    penerbit: suarabaru.id",
            "nama: Lumbung",
        ]
    )
    assert kodes(text) == [
        (1, "yaml-titik-dua"),
        (2, "yaml-spasi-titik-dua"),
        (3, "yaml-tanda-petik"),
        (5, "yaml-tab"),
        (8, "yaml-indentasi"),
        (9, "yaml-tanda-daftar"),
        (11, "yaml-kunci-ganda"),
    ]


def test_each_repair_makes_the_file_readable() -> None:
    broken = "nama: Lumbung Digital: dari sawah\nurusan: @pangan\ntahapan:inisiatif"
    lines = broken.split("\n")
    while problems := parse_record("---\n" + "\n".join(lines) + "\n---\n", BERKAS)[1]:
        first = problems[0]
        lines[first.baris - 2] = first.perbaiki.removeprefix("tulis `").removesuffix("`")
    assert lines == ['nama: "Lumbung Digital: dari sawah"', 'urusan: "@pangan"', "tahapan: inisiatif"]


@pytest.mark.parametrize(
    ("yaml_text", "expected"),
    [
        ("nama: Mal\n  urusan: pangan\n  tahapan: x\nbentuk: y", [(2, "yaml-indentasi")]),
        ("  nama: Mal\n  urusan: pangan\ntahapan: x", [(1, "yaml-indentasi")]),
        ("tanggal:\n    uji_coba: 2020\n  penerapan: 2021", [(3, "yaml-indentasi")]),
        ("sumber:\n  - judul: A\n    penerbit: B\n   - judul: C\n     penerbit: D", [(4, "yaml-indentasi")]),
        ("sumber:\n  - judul: A\n      penerbit: B", [(3, "yaml-indentasi")]),
        ("sumber:\n  - judul: A\n  penerbit: B", [(3, "yaml-indentasi")]),
        ("sumber:\n  - judul: A\n    penerbit: B\n  judul: C\n  penerbit: D", [(4, "yaml-tanda-daftar")]),
        ("sumber:\n  -judul: A\n  -judul: B", [(2, "yaml-spasi-daftar")]),
        ("sumber:\n  - judul:Lumbung", [(2, "yaml-spasi-titik-dua")]),
        ("tanggal:\n  uji_coba:2020\n  penerapan:2021", [(2, "yaml-spasi-titik-dua")]),
        ("urusan; pangan\nnama: x", [(1, "yaml-tanpa-titik-dua")]),
        ('nama: "Mal\nringkasan: "Teks"', [(1, "yaml-tanda-petik")]),
        ('nama: "Program "Sehat" Blora"', [(1, "yaml-petik-di-tengah")]),
        ("nama: `Mal`", [(1, "yaml-karakter-awal")]),
        ("nama: [Baru] Mal", [(1, "yaml-karakter-awal")]),
        ("nama: >50 persen lebih cepat", [(1, "yaml-karakter-awal")]),
        ("nama: *Gratis* untuk warga", [(1, "yaml-karakter-awal")]),
        ("a: &x\n  b: 1\nc: *x", [(1, "yaml-jangkar"), (3, "yaml-rujukan")]),
        ("nama: a\nurusan: b\nnama: c\nurusan: d", [(3, "yaml-kunci-ganda"), (4, "yaml-kunci-ganda")]),
        ("nama: a\nnama: b\nurusan: x: y", [(2, "yaml-kunci-ganda"), (3, "yaml-titik-dua")]),
        ("&a nama: x", [(1, "yaml-jangkar")]),
        ("bentuk: x\n!a nama: x", [(2, "yaml-penanda")]),
        ("a: {b: !c d}", [(1, "yaml-penanda")]),
        ("a: {b: 1, b: 2}", [(1, "yaml-kunci-ganda")]),
        ("? " + "x" * 20_001 + "\n: y", [(1, "yaml-terlalu-panjang")]),
        ("nama: #LumbungDesa", [(1, "yaml-pagar")]),
        ("nama:\u00a0Mal\nurusan: x", [(1, "yaml-spasi-khusus")]),
        ("nama: Mal\n...\nurusan: x", [(2, "yaml-beberapa-dokumen")]),
    ],
)
def test_slips_in_other_shapes(yaml_text: str, expected: list[tuple[int, str]]) -> None:
    assert kodes(yaml_text) == expected


@pytest.mark.parametrize(
    "yaml_text",
    [
        "koordinat:\n  lintang: -6.97",
        "tautan_luar:\n  - https://contoh.go.id/a#b",
        "jam: 08:00-15:00",
        "nama: Lumbung:Digital",
        "nama: Jum'at Bersih",
        'nama: Program "Sehat" Blora',
        "# catatan pengelola\nnama: Lumbung",
        'nama: "Lumbung" # nama resmi',
        "nama: “A” dan “B”",
        "nama: C#",
        "urusan: [a, b] # dua",
        "- x: 1".replace("- ", "x-"),
    ],
)
def test_what_is_well_written_is_left_alone(yaml_text: str) -> None:
    assert kodes(yaml_text) == []


def test_a_personal_number_is_never_repeated() -> None:
    for typed in ("nama: Pak A: 3316011203850001", 'nama: "3316011203850001', "nama: 33160112\u200b03850001"):
        _, problems = parse_record(f"---\n{typed}\n---\n", BERKAS)
        said = " ".join(f"{p.pesan} {p.ditemukan} {p.perbaiki}" for p in problems)
        assert problems
        assert "1203850001" not in said
        assert "03850001" not in said


def test_the_size_is_measured_in_bytes() -> None:
    for text, expected in (("é" * 32_700, []), ("é" * 32_800, ["berkas-terlalu-besar"])):
        _, problems = parse_record(f"---\nnama: x\n---\n{text}", BERKAS)
        assert [p.kode for p in problems] == expected


def test_limits_are_exact() -> None:
    assert kodes("a: " + "[" * 19 + "]" * 19) == []
    assert kodes("a: " + "[" * 20 + "]" * 20) == [(1, "yaml-terlalu-dalam")]
    assert kodes("a: " + "x" * 20_000) == []
    assert kodes("a: " + "x" * 20_001) == [(1, "yaml-terlalu-panjang")]
    assert kodes("a: [" + "x," * 19_997 + "]") == []
    assert kodes("a: [" + "x," * 19_998 + "]") == [(1, "yaml-terlalu-banyak")]


def test_the_pure_parser_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    with_libyaml = [parse_record(ENTRY, BERKAS), parse_record(REGISTER, BERKAS_REGISTER)]
    monkeypatch.setattr(events_module, "_Parser", yaml.BaseLoader)
    assert [parse_record(ENTRY, BERKAS), parse_record(REGISTER, BERKAS_REGISTER)] == with_libyaml
    assert kodes("nama: Lumbung: digital\nurusan:pangan") == [(1, "yaml-titik-dua"), (2, "yaml-spasi-titik-dua")]
    assert kodes("a: " + "[" * 5_000) == [(1, "yaml-terlalu-dalam")]
    assert kodes('a: "\\UFFFFFFFF"') == [(1, "yaml-garis-miring")]


def test_the_quick_check_of_characters_agrees_with_the_search() -> None:
    for start in range(0, 0x110000, 64):
        for number in range(start, start + 64):
            character = chr(number)
            if character != "\n":
                assert is_clean(character) == (not list(find_forbidden(character))), hex(number)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", "berkas-kosong"),
        (b" \r\n\t", "berkas-kosong"),
        ("nama: x".encode("utf-16-le"), "berkas-utf16"),
        ("\ufeffnama: x".encode("utf-16-be"), "berkas-utf16"),
        (b"\x89PNG\r\n\x1a\n", "berkas-bukan-teks"),
        (bytes(range(256)), "berkas-bukan-teks"),
        (b"nama: Caf\xe9", "berkas-bukan-utf8"),
        (b"nama: \xed\xa0\x80", "berkas-bukan-utf8"),
        (b"nama: a\x00b cd ef gh", "berkas-nul"),
    ],
)
def test_bytes_that_are_no_text(data: bytes, expected: str) -> None:
    text, problems = read_text(data, BERKAS)
    assert text is None
    assert [p.kode for p in problems] == [expected]


def test_the_bad_byte_is_placed() -> None:
    _, problems = read_text(b"---\r\nnama: \xc3\xa9\r\nringkasan: Caf\xe9 desa\r\n", BERKAS)
    assert [(p.baris, p.kolom, p.ditemukan) for p in problems] == [(3, 15, "ringkasan: Café desa")]


def test_reading_from_files(tmp_path: Path) -> None:
    path = tmp_path / BERKAS
    path.parent.mkdir(parents=True)
    path.write_text(ENTRY, encoding="utf-8", newline="\r\n")
    assert read_record(tmp_path, BERKAS) == parse_record(ENTRY, BERKAS)
    assert parse_record("---\nnama: x\n---", BERKAS)[0] is not None
