"""Files that came by WhatsApp or e-mail: where they go, what is shown, and that nothing is half-written."""

from __future__ import annotations

import io
import re
import shutil
from pathlib import Path

import pytest
import yaml
from PIL import Image

from catalog.commands import main
from catalog.terima.isu import JUDUL
from catalog.terima.tujuan import choose_slug, split_name
from catalog.vocabularies import Vocabularies

RECORDS = Path(__file__).parent / "records"
ENTRY = """---
nama: Lumbung Desa
urusan: pangan
ringkasan: Lumbung pangan milik desa yang stoknya dapat dilihat semua warga.
sumber:
  - judul: Lumbung dibuka
    penerbit: contoh.id
---
"""
ISSUE = """### Daerah

{daerah}

### Nama inovasi

Lumbung: Desa "Kita"

### Perangkat daerah pemilik

{kantor}

### Urusan

Pangan

### Ringkasan

Lumbung pangan milik desa,
stoknya dapat dilihat semua warga.

### Masalah

_No response_

### Cara kerja

Petani mencatat stok.

### Judul sumber

Lumbung dibuka

### Penerbit sumber

contoh.id

### Tautan sumber

https://contoh.id/lumbung

### Keterangan lain

Tolong dicek.
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The small valid tree as a folder named innovations."""
    return Path(shutil.copytree(RECORDS / "dasar" / "innovations", tmp_path / "innovations"))


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder outside the data."""
    (tmp_path / "unduhan").mkdir()
    return tmp_path / "unduhan"


def _terima(data: Path, root: Path, *arguments: object) -> int:
    return main(["terima", "--innovations", str(data), *map(str, arguments)], root)


def _tree(data: Path) -> dict[str, bytes]:
    return {path.relative_to(data).as_posix(): path.read_bytes() for path in sorted(data.rglob("*")) if path.is_file()}


def test_a_new_entry_is_put_in_its_place_and_what_it_holds_is_told(data: Path, inbox: Path, root: Path, capsys) -> None:
    file = inbox / "kab-blora--lumbung-desa (1).md.txt"
    file.write_text(ENTRY.replace("\n", "\r\n"), encoding="utf-8-sig")
    assert _terima(data, root, file) == 0
    assert (data / "kab-blora" / "lumbung-desa.md").read_text() == ENTRY
    assert capsys.readouterr().out == (
        f"{file} → innovations/kab-blora/lumbung-desa.md: berkas baru\n"
        "  kelengkapan: 0 dari 26 isian\n"
        "Sudah ditaruh di tempatnya. Lihat dengan `make serve`, lalu simpan dengan git.\n"
    )


def test_an_entry_that_exists_is_replaced_only_when_asked(data: Path, inbox: Path, root: Path, capsys) -> None:
    before = _tree(data)
    text = (data / "kab-blora" / "samin-119.md").read_text().replace("sumber:", "tahapan: penerapan\nsumber:", 1)
    (inbox / "samin-119.md").write_text(text)
    assert _terima(data, root, inbox / "samin-119.md") == 1
    assert capsys.readouterr().out == (
        f"{inbox}/samin-119.md → innovations/kab-blora/samin-119.md: sudah ada, isinya berbeda\n"
        "  @@ -3,4 +3,5 @@\n"
        "   urusan: [kesehatan]\n"
        "   ringkasan: Ambulans gratis yang dipanggil warga lewat satu nomor telepon.\n"
        "  +tahapan: penerapan\n"
        "   sumber:\n"
        "     - id: berita-2024\n"
        "  kelengkapan: 1 → 2 dari 26 isian\n"
        "  bertambah: Tahapan\n"
        "Tidak ada yang ditulis. Bila perbedaan di atas benar, jalankan lagi dengan --ganti.\n"
    )
    assert _tree(data) == before
    assert _terima(data, root, inbox / "samin-119.md", "--ganti") == 0
    assert (data / "kab-blora" / "samin-119.md").read_text() == text


def test_comments_and_unknown_isian_that_the_sender_never_saw_are_kept_and_told(
    data: Path, inbox: Path, root: Path, capsys
) -> None:
    place = data / "kab-blora" / "samin-119.md"
    old = place.read_text().replace("nama: Samin 119\n", "nama: Samin 119 # nama resmi\ncatatan_kami: tetap\n")
    place.write_text(old)
    sent = old.replace(" # nama resmi\ncatatan_kami: tetap", "").replace("satu nomor telepon", "nomor 119")
    (inbox / "samin-119.md").write_text(sent)
    assert _terima(data, root, inbox / "samin-119.md", "--ganti") == 0
    assert place.read_text() == old.replace("satu nomor telepon", "nomor 119")
    said = capsys.readouterr().out
    assert "  disimpan dari berkas lama: komentar # nama resmi\n" in said
    assert "  disimpan dari berkas lama: isian `catatan_kami`\n" in said and "hilang dari" not in said


def test_what_cannot_be_kept_is_named_before_anything_is_replaced(data: Path, inbox: Path, root: Path, capsys) -> None:
    place = data / "kab-blora" / "samin-119.md"
    sent = place.read_text()
    place.write_text(sent.replace("nama: Samin 119\n", "nama: Samin 119 # hubungi 0812-3456-7890\n"))
    (inbox / "samin-119.md").write_text(sent.replace("nama: Samin 119\n", "nama: Samin 119 # dari dinas\n"))
    assert _terima(data, root, inbox / "samin-119.md") == 1
    said = capsys.readouterr().out
    assert "hilang dari berkas lama: komentar # hubungi" in said and "salin kembali bila masih perlu" in said
    assert "3456-7890" not in said


def test_taking_the_same_file_twice_changes_nothing(data: Path, inbox: Path, root: Path, capsys) -> None:
    (inbox / "kab-blora--lumbung.md").write_text(ENTRY)
    assert _terima(data, root, inbox / "kab-blora--lumbung.md") == 0
    before = _tree(data)
    assert _terima(data, root, inbox / "kab-blora--lumbung.md") == 0
    assert "sudah ada, isinya sama" in capsys.readouterr().out
    assert _tree(data) == before


def test_one_fault_among_several_files_keeps_all_out(data: Path, inbox: Path, root: Path, capsys) -> None:
    before = _tree(data)
    (inbox / "kab-blora--baik.md").write_text(ENTRY)
    (inbox / "kab-blora--salah.md").write_text(ENTRY.replace("urusan: pangan", "urusan: pangann"))
    assert _terima(data, root, *sorted(inbox.iterdir())) == 1
    said = capsys.readouterr().out
    assert "innovations/kab-blora/salah.md:3:9: kesalahan [nilai-di-luar-daftar]" in said
    assert said.endswith("Tidak ada yang ditulis. Perbaiki yang disebut di atas, lalu jalankan lagi.\n")
    assert _tree(data) == before


def test_looking_writes_nothing_and_is_clean(data: Path, inbox: Path, root: Path) -> None:
    before = _tree(data)
    (inbox / "kab-blora--lumbung.md").write_text(ENTRY)
    assert _terima(data, root, inbox / "kab-blora--lumbung.md", "--lihat") == 0
    assert _tree(data) == before


@pytest.mark.parametrize(
    ("name", "content", "arguments", "said"),
    [
        ("lumbung.md", ENTRY, [], "Wilayahnya belum diketahui. Tambahkan --wilayah"),
        ("lumbung.md", ENTRY, ["--wilayah", "kab-blorra"], "`kab-blorra` bukan id wilayah"),
        ("lumbung.md", ENTRY, ["--wilayah", "../x"], "`../x` bukan id wilayah"),
        ("isi.docx", "PK", [], "Ini berkas kantor, bukan teks."),
        ("isi.exe", "MZ", [], "Bukan berkas entri"),
        ("kosong.md", "", ["--wilayah", "kab-blora"], "kosong"),
        ("###.md", "x", ["--wilayah", "kab-blora"], "Tambahkan --nama"),
    ],
)
def test_what_cannot_be_taken_is_explained(
    name: str, content: str, arguments: list[str], said: str, data: Path, inbox: Path, root: Path, capsys
) -> None:
    before = _tree(data)
    (inbox / name).write_text(content)
    assert _terima(data, root, inbox / name, *arguments) == 1
    assert said in capsys.readouterr().out
    assert _tree(data) == before


def test_a_file_that_is_not_there_is_explained(data: Path, root: Path, capsys) -> None:
    assert _terima(data, root, "tidak-ada.md") == 1
    assert "tidak dapat dibuka" in capsys.readouterr().out


def test_a_region_without_a_profile_is_refused(data: Path, inbox: Path, root: Path, capsys) -> None:
    (inbox / "kab-rembang--lumbung.md").write_text(ENTRY)
    assert _terima(data, root, inbox / "kab-rembang--lumbung.md") == 1
    assert "[wilayah-tanpa-profil]" in capsys.readouterr().out
    assert not (data / "kab-rembang").exists()


def test_personal_numbers_and_control_characters_are_never_printed(data: Path, inbox: Path, root: Path, capsys) -> None:
    text = (data / "kab-blora" / "samin-119.md").read_text()
    (inbox / "samin-119.md").write_text(f"{text}\nHubungi 3316014107900001 \x1b[31m atau 0812-3456-7890.\n")
    assert _terima(data, root, inbox / "samin-119.md") == 1
    said = capsys.readouterr().out
    assert "3316014107900001" not in said and "3456-7890" not in said and "\x1b" not in said


def test_a_register_goes_to_its_region(data: Path, inbox: Path, root: Path) -> None:
    text = (data / "kab-blora" / "perangkat_daerah.yml").read_text() + "# dikirim dinas\n"
    (inbox / "kab-blora--Perangkat Daerah.yaml").write_text(text)
    assert _terima(data, root, inbox / "kab-blora--Perangkat Daerah.yaml", "--ganti") == 0
    assert (data / "kab-blora" / "perangkat_daerah.yml").read_text() == text


def test_an_entry_pasted_as_a_code_block_loses_its_fence(data: Path, inbox: Path, root: Path) -> None:
    (inbox / "kab-blora--lumbung.txt").write_text(f"```yaml\n{ENTRY}```\n")
    assert _terima(data, root, inbox / "kab-blora--lumbung.txt") == 0
    assert (data / "kab-blora" / "lumbung.md").read_text() == ENTRY


def test_an_issue_becomes_an_entry_and_what_is_left_over_is_told(data: Path, inbox: Path, root: Path, capsys) -> None:
    (inbox / "isu.txt").write_text(ISSUE.format(daerah="Kab. Blora", kantor="dinas kesehatan"))
    assert _terima(data, root, inbox / "isu.txt") == 0
    assert (data / "kab-blora" / "lumbung-desa-kita.md").read_text() == (
        "---\n"
        "nama: 'Lumbung: Desa \"Kita\"'\n"
        "urusan:\n"
        "  - pangan\n"
        "ringkasan: Lumbung pangan milik desa, stoknya dapat dilihat semua warga.\n"
        "perangkat_daerah:\n"
        "  - dinas-kesehatan\n"
        "sumber:\n"
        "  - judul: Lumbung dibuka\n"
        "    penerbit: contoh.id\n"
        "    tautan: https://contoh.id/lumbung\n"
        "---\n"
        "\n"
        "## Cara kerja\n"
        "\n"
        "Petani mencatat stok.\n"
    )
    assert "belum masuk entri, Keterangan lain: Tolong dicek." in capsys.readouterr().out


def test_an_issue_with_an_unknown_office_keeps_its_answer(data: Path, inbox: Path, root: Path, capsys) -> None:
    (inbox / "isu.txt").write_text(ISSUE.format(daerah="Blora", kantor="Dinas Antariksa"))
    assert _terima(data, root, inbox / "isu.txt") == 0
    assert "belum masuk entri, Perangkat daerah pemilik: Dinas Antariksa" in capsys.readouterr().out


def test_the_issue_form_asks_what_is_read_and_offers_every_urusan(root: Path, vocabularies: Vocabularies) -> None:
    form = yaml.safe_load((root / ".github" / "ISSUE_TEMPLATE" / "usul-inovasi.yml").read_text())
    asked = {one["id"]: one["attributes"]["label"] for one in form["body"] if "id" in one}
    assert asked == JUDUL
    urusan = next(one for one in form["body"] if one.get("id") == "urusan")
    assert urusan["attributes"]["options"] == [row.nama for row in vocabularies.urusan.values()]


def _photo(path: Path, size: tuple[int, int] = (800, 600)) -> None:
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "S"
    exif[0x010F] = "Kamera Rahasia"
    Image.new("RGB", size, "teal").save(path, exif=exif, comment=b"milik Fulan")


def test_a_photo_is_cleaned_and_named_as_the_entry_names_it(data: Path, inbox: Path, root: Path, capsys) -> None:
    rows = "foto:\n  - berkas: gudang.jpg\n    alt: Gudang lumbung desa\nsumber:"
    (inbox / "kab-blora--lumbung.md").write_text(ENTRY.replace("sumber:", rows))
    _photo(inbox / "IMG-20261122-WA0001.jpg")
    assert _terima(data, root, inbox / "kab-blora--lumbung.md", inbox / "IMG-20261122-WA0001.jpg") == 0
    kept = (data / "kab-blora" / "lumbung" / "gudang.jpg").read_bytes()
    image = Image.open(io.BytesIO(kept))
    assert (image.size, dict(image.getexif()), image.info.get("comment")) == ((800, 600), {}, None)
    assert b"Kamera" not in kept and b"Fulan" not in kept
    assert "gudang.jpg (data lokasi dan kamera dibuang)" in capsys.readouterr().out


def test_a_photo_that_the_entry_does_not_name_is_kept_and_the_lines_to_add_are_told(
    data: Path, inbox: Path, root: Path, capsys
) -> None:
    (inbox / "kab-blora--lumbung.md").write_text(ENTRY)
    _photo(inbox / "Gudang Baru.JPG", (4000, 3000))
    assert _terima(data, root, inbox / "kab-blora--lumbung.md", inbox / "Gudang Baru.JPG") == 0
    with Image.open(data / "kab-blora" / "lumbung" / "gudang-baru.jpg") as image:
        assert image.size == (2560, 1920)
    assert "  foto:\n    - berkas: gudang-baru.jpg\n      alt: …\n" in capsys.readouterr().out


def test_a_photo_alone_or_a_broken_one_keeps_all_out(data: Path, inbox: Path, root: Path, capsys) -> None:
    before = _tree(data)
    (inbox / "rusak.png").write_bytes(b"bukan gambar")
    assert _terima(data, root, inbox / "rusak.png") == 1
    assert "Foto dikirim bersama satu entri" in capsys.readouterr().out
    (inbox / "kab-blora--lumbung.md").write_text(ENTRY)
    assert _terima(data, root, inbox / "kab-blora--lumbung.md", inbox / "rusak.png") == 1
    assert "Foto ini tidak dapat dibaca" in capsys.readouterr().out
    assert _tree(data) == before


def test_a_link_in_the_place_is_never_written_through(data: Path, inbox: Path, root: Path, tmp_path: Path) -> None:
    (tmp_path / "luar").mkdir()
    (data / "kab-blora" / "lumbung").symlink_to(tmp_path / "luar")
    (inbox / "kab-blora--lumbung.md").write_text(ENTRY)
    _photo(inbox / "a.jpg")
    with pytest.raises(OSError, match="is a link"):
        _terima(data, root, inbox / "kab-blora--lumbung.md", inbox / "a.jpg")
    assert list((tmp_path / "luar").iterdir()) == []
    assert not (data / "kab-blora" / "lumbung.md").exists()


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("kab-blora--samin-119.md", ("kab-blora", "samin-119")),
        ("x/kab-blora/samin-119.md", ("kab-blora", "samin-119")),
        ("unduhan/Salinan samin-119.md.txt", ("unduhan", "samin-119")),
        ("unduhan/samin-119 (12).md", ("unduhan", "samin-119")),
        ("unduhan/samin-119 - Copy.md", ("unduhan", "samin-119")),
        ("unduhan/Kab Blora--x.md", ("unduhan", "Kab Blora--x")),
    ],
)
def test_region_and_name_are_read_from_the_path(path: str, expected: tuple[str, str]) -> None:
    assert split_name(Path("/tmp") / path) == expected


@pytest.mark.parametrize("bare", ["WhatsApp Document 2026-11-22", "entri", "DOC-20261122-WA0003", "isi (2)", "12345"])
def test_a_name_that_says_nothing_gives_way_to_the_entrys_own(bare: str) -> None:
    assert choose_slug(None, bare, "Samin 119") == "samin-119"
    assert re.fullmatch(r"[a-z0-9-]{1,80}", choose_slug(None, "a" * 200, ""))


CONFIRMED = """Dinas Kesehatan menyatakan pada 2026-11-22 bahwa “Samin 119” masih berjalan dan isi entrinya benar.
Halaman: https://contoh.id/inovasi/kab-blora/samin-119/
Baris di innovations/kab-blora/samin-119.md:
dikonfirmasi: {tanggal: 2026-11-22, oleh: "Dinas \\"Kesehatan\\": Blora"}
"""
CONFIRMING_ISSUE = """### Entri

kab-blora/samin-119

### Keadaan

KEADAAN

### Kantor yang menyatakan

Dinas Kesehatan

### Tanggal

2026-11-22

### Keterangan

Dilebur ke MPP.
"""


def _gained(data: Path, text: str, inbox: Path, root: Path) -> list[str]:
    path = data / "kab-blora" / "samin-119.md"
    before = path.read_text().splitlines()
    (inbox / "pesan.txt").write_text(text)
    assert _terima(data, root, inbox / "pesan.txt", "--ganti") == 0
    after = path.read_text().splitlines()
    assert [line for line in after if line in before] == before
    return [line for line in after if line not in before]


def test_the_prepared_message_confirms_with_just_its_lines(data: Path, inbox: Path, root: Path) -> None:
    assert _gained(data, CONFIRMED, inbox, root) == [
        "dikonfirmasi:",
        "  tanggal: 2026-11-22",
        "  oleh: 'Dinas \"Kesehatan\": Blora'",
    ]


@pytest.mark.parametrize(
    ("keadaan", "lines"),
    [
        ("Masih berjalan, isi entri benar", ["dikonfirmasi:", "  tanggal: 2026-11-22", "  oleh: Dinas Kesehatan"]),
        ("Sudah berhenti", ["status:", "  keadaan: berhenti", "  per: 2026-11-22", "  alasan: Dilebur ke MPP."]),
    ],
)
def test_the_issue_that_confirms_does_so_too(
    keadaan: str, lines: list[str], data: Path, inbox: Path, root: Path
) -> None:
    assert _gained(data, CONFIRMING_ISSUE.replace("KEADAAN", keadaan), inbox, root) == lines


def test_the_issue_form_asks_what_is_read_of_it(root: Path) -> None:
    form = yaml.safe_load((root / ".github" / "ISSUE_TEMPLATE" / "masih-berjalan.yml").read_text())
    labels = {one["attributes"]["label"] for one in form["body"]}
    assert labels == set(re.findall(r"^### (.+)$", CONFIRMING_ISSUE, re.MULTILINE))
    options = next(one for one in form["body"] if one["id"] == "keadaan")["attributes"]["options"]
    assert [option.lower().startswith("sudah berhenti") for option in options] == [False, False, True]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("samin-119.md", "tidak-ada.md", "tidak ada atau tidak terbaca"),
        ("2026-11-22, oleh", "22-11-2026, oleh", "[tanggal-salah-bentuk]"),
    ],
)
def test_a_confirmation_that_cannot_be_written_in_is_explained(
    old: str, new: str, said: str, data: Path, inbox: Path, root: Path, capsys
) -> None:
    before = _tree(data)
    (inbox / "pesan.txt").write_text(CONFIRMED.replace(old, new))
    assert _terima(data, root, inbox / "pesan.txt", "--ganti") == 1
    assert said in capsys.readouterr().out
    assert _tree(data) == before
