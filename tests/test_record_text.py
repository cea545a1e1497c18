"""The canonical text of a record, and edits that leave every other line, comment and unknown isian alone."""

from __future__ import annotations

from typing import Any

import pytest

from catalog.model import REGISTER
from catalog.reading import parse_record
from catalog.record_text import (
    NOTHING,
    Lebih,
    body_parts,
    keep_unseen,
    lost_between,
    revise_entry,
    revise_register,
    write_entry,
)
from catalog.record_text.scalars import is_plain, write_scalar

FILE = "innovations/kab-blora/lumbung.md"


def test_isian_follow_the_model_with_sumber_last_and_unknown_ones_before_it() -> None:
    data = {
        "sumber": [{"penerbit": "contoh.id", "judul": "Berita"}],
        "catatan_kami": "tetap",
        "status": {"per": "2024", "keadaan": "berjalan", "alasan": None},
        "nama": "Lumbung",
        "alat": [],
        "pelajaran": ["satu: dua", "baris satu\n  baris dua"],
    }
    written = write_entry(data, {"hasil": "Baik.", "lain": "Pembuka.\n\n## Catatan\n\nLain."})
    assert written.text == (
        "---\nnama: Lumbung\nstatus:\n  keadaan: berjalan\n  per: 2024\npelajaran:\n"
        '  - "satu: dua"\n  - |-\n    baris satu\n      baris dua\ncatatan_kami: tetap\n'
        "sumber:\n  - judul: Berita\n    penerbit: contoh.id\n---\n"
        "\nPembuka.\n\n## Hasil\n\nBaik.\n\n## Catatan\n\nLain.\n"
    )
    assert written.path_at(4) == ("status", "keadaan") and written.path_at(7) == ("pelajaran", 0)
    assert written.path_at(10) == ("pelajaran", 1) and written.path_at(19) == ("badan", "hasil")


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Samin 119", ["Samin 119"]),
        ("2021-06-03", ["2021-06-03"]),
        ("https://contoh.go.id/a?b=c#d", ["https://contoh.go.id/a?b=c#d"]),
        ("Senin–Jumat 08.00–15.00", ["Senin–Jumat 08.00–15.00"]),
        ("-7.0", ["-7.0"]),
        ("a: b", ['"a: b"']),
        ("a #b", ['"a #b"']),
        ("- a", ['"- a"']),
        ("no", ['"no"']),
        ("0812", ['"0812"']),
        ('kata "ini"', ['kata "ini"']),
        ('"ini" kata', ["'\"ini\" kata'"]),
        ("“petik”", ['"“petik”"']),
        ("nama:x", ['"nama:x"']),
        ("a\nb", ["|-", "  a", "  b"]),
        ("a\n\nb", ["|-", "  a", "", "  b"]),
        (" a\nb", ["|2-", "   a", "  b"]),
    ],
)
def test_a_value_is_quoted_only_where_needed(text: str, lines: list[str]) -> None:
    assert write_scalar(text, 2) == lines


def test_a_code_is_quoted_because_other_readers_would_take_it_for_a_number() -> None:
    assert write_scalar("33.10", 2, is_code=True) == ['"33.10"'] and is_plain("33.10")


ENTRY = """---
# dari buku lama
nama: 'Lumbung'   # nama pendek
urusan: [pangan, pertanian]
ringkasan: Warga menitip dan mengambil gabah.
status:
  keadaan: berjalan   # kata kepala desa
  # tanggal berita
  per: 2024-05
catatan_kami:
  - jangan hilang
langkah:
  # persiapan
  - uraian: Mendata.
    durasi: 2 bulan
    milik_kami: x
  - uraian: Melatih.   # dua hari
# sumber
sumber:
  - judul: Berita
    penerbit: contoh.id
---

Pembuka.

## Hasil

Baik.
"""


def _changed(**changes: Any) -> str:
    record, _ = parse_record(ENTRY, FILE)
    assert record is not None
    data = {**record.data, **changes}
    return revise_entry(ENTRY, FILE, data, {"hasil": "Baik.", "lain": "Pembuka."})


def test_nothing_changed_nothing_written() -> None:
    assert _changed() == ENTRY


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        ({"nama": "Lumbung Digital"}, "nama: 'Lumbung'   #", "nama: Lumbung Digital   #"),
        ({"urusan": ["pangan"]}, "urusan: [pangan, pertanian]\n", "urusan:\n  - pangan\n"),
        ({"status": {"keadaan": "berhenti", "per": "2024-05"}}, "berjalan   # kata", "berhenti   # kata"),
        ({"status": {"keadaan": "berjalan"}}, "  per: 2024-05\n", ""),
        (
            {"status": {"keadaan": "berjalan", "per": "2024-05", "alasan": "x"}},
            "  per: 2024-05\n",
            "  per: 2024-05\n  alasan: x\n",
        ),
        ({"kepanjangan": "Lumbung desa"}, "urusan: [", "kepanjangan: Lumbung desa\nurusan: ["),
        ({"kata_kunci": ["gabah"]}, "# dua hari\n", "# dua hari\nkata_kunci:\n  - gabah\n"),
        (
            {"langkah": [{"uraian": "Mendata.", "durasi": "3 bulan", "milik_kami": "x"}, {"uraian": "Melatih."}]},
            "2 bulan",
            "3 bulan",
        ),
        ({"langkah": [{"uraian": "Melatih."}]}, "  - uraian: Mendata.\n    durasi: 2 bulan\n    milik_kami: x\n", ""),
        ({"langkah": None}, None, None),
    ],
)  # fmt: skip
def test_only_the_lines_of_what_changed_change(changes: dict[str, Any], old: str | None, new: str | None) -> None:
    text = _changed(**changes)
    if old is not None and new is not None:
        assert text == ENTRY.replace(old, new)
    else:
        assert "langkah" not in text and "# sumber\nsumber:" in text and "# dari buku lama" in text


def test_windows_line_ends_stay() -> None:
    text = ENTRY.replace("\n", "\r\n")
    record, _ = parse_record(text, FILE)
    assert record is not None
    changed = revise_entry(text, FILE, {**record.data, "nama": "Lain"}, {"hasil": "Baik.", "lain": "Pembuka."})
    assert changed == text.replace("nama: 'Lumbung'", "nama: Lain")


def test_rows_of_a_register_are_added_below_and_changed_in_place() -> None:
    text = "# OPD\nlengkap: tidak\ndaftar:\n  - nama: Dinas Kesehatan # lama\n    jenis: dinas\n  - nama: Bapperida\n"
    kind = REGISTER["perangkat_daerah.yml"]
    rows = [{"nama": "Dinas Kesehatan", "jenis": "badan"}, {"nama": "Bapperida"}, {"nama": "RSUD Cepu"}]
    name = "innovations/kab-blora/perangkat_daerah.yml"
    assert revise_register(text, name, {"lengkap": "tidak", "daftar": rows}, kind) == (
        text.replace("jenis: dinas", "jenis: badan") + "  - nama: RSUD Cepu\n"
    )


def _unseen(**changes: Any) -> str:
    """What somebody sends who knows of an entry only what its page tells: the isian of the model and the sections."""
    record, _ = parse_record(ENTRY, FILE)
    assert record is not None
    steps = [{key: step[key] for key in step if key != "milik_kami"} for step in record.data["langkah"]]
    data = {key: value for key, value in record.data.items() if key != "catatan_kami"}
    return write_entry({**data, "langkah": steps, **changes}, body_parts(record.badan)).text


def test_what_the_sender_never_saw_is_named_and_kept() -> None:
    sent = _unseen(nama="Lumbung Digital")
    lost = lost_between(ENTRY, sent, FILE)
    assert lost.isian == ("catatan_kami", "langkah.milik_kami")
    assert lost.komentar[:3] == ("# dari buku lama", "# nama pendek", "# kata kepala desa")
    assert keep_unseen(ENTRY, sent, FILE) == ENTRY.replace("nama: 'Lumbung' ", "nama: Lumbung Digital ")
    assert lost_between(ENTRY, keep_unseen(ENTRY, sent, FILE), FILE) == NOTHING


def test_an_unknown_isian_of_a_row_goes_with_its_row_and_is_named() -> None:
    steps = [{"uraian": "Menimbang."}, {"uraian": "Mendata.", "durasi": "2 bulan"}, {"uraian": "Melatih."}]
    kept = keep_unseen(ENTRY, _unseen(langkah=steps), FILE)
    assert "  - uraian: Mendata.\n    durasi: 2 bulan\n    milik_kami: x\n" in kept
    gone = keep_unseen(ENTRY, _unseen(langkah=steps[:1] + steps[2:]), FILE)
    assert lost_between(ENTRY, gone, FILE).isian == ("langkah.milik_kami",)


def test_a_text_with_comments_of_its_own_stays_as_it_was_sent() -> None:
    sent = _unseen().replace("nama: Lumbung\n", "nama: Lumbung # dari dinas\n")
    assert keep_unseen(ENTRY, sent, FILE) == sent


def test_nothing_to_keep_leaves_the_bytes_alone() -> None:
    plain = "---\nnama: \"Lumbung # 1\"\nkata_kunci: [a, 'b #2']\n---\n"
    sent = "---\nnama:   Lumbung\n---\n"
    assert keep_unseen(plain, sent, FILE) == sent and lost_between(plain, sent, FILE) == NOTHING
    assert keep_unseen(ENTRY, "---\nnama: a: b\n---\n", FILE) == "---\nnama: a: b\n---\n"


def test_comments_of_a_register_are_kept_with_the_rows_that_came() -> None:
    name = "innovations/kab-blora/perangkat_daerah.yml"
    text = "# dari Perbup 1/2021\nlengkap: tidak\ndaftar:\n  - nama: Bapperida\n    lantai: '2' # gedung lama\n"
    sent = "lengkap: ya\ndaftar:\n  - nama: Bapperida\n  - nama: RSUD Cepu\n"
    assert lost_between(text, sent, name) == Lebih(("# dari Perbup 1/2021", "# gedung lama"), ("daftar.lantai",))
    assert keep_unseen(text, sent, name) == text.replace("tidak", "ya") + "  - nama: RSUD Cepu\n"
