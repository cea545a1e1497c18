"""Photos: looked at by content, and never published as they came."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PIL import Image

from catalog.inputs import Inputs
from catalog.isi import find_photos
from catalog.load import load_catalog
from catalog.photos import MAX_BYTES, check_photo, publish_photo
from catalog.problems import format_text

BASE = Path(__file__).parent / "records" / "dasar" / "innovations"
PHOTO = "innovations/kab-blora/samin-119/gedung.jpg"


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The small valid tree with a folder for the photos of one entry."""
    shutil.copytree(BASE, tmp_path / "innovations")
    (tmp_path / PHOTO).parent.mkdir()
    return tmp_path


def _save(path: Path, size: tuple[int, int] = (1600, 900), *, gps: bool = False, orientation: int = 1) -> None:
    image = Image.new("RGB", size, "teal")
    exif = image.getexif()
    exif[0x0112] = orientation
    exif[0x010F] = "Kamera Rahasia"
    if gps:
        exif.get_ifd(0x8825)[1] = "S"
    image.save(path, exif=exif)


def _said(tree: Path) -> str:
    fault = check_photo(tree, PHOTO)
    return format_text(fault) if fault else ""


def test_a_sound_photo_is_taken(tree: Path) -> None:
    _save(tree / PHOTO)
    assert _said(tree) == ""


def test_a_photo_that_knows_its_place_is_refused(tree: Path) -> None:
    _save(tree / PHOTO, gps=True)
    assert _said(tree) == (
        f"{PHOTO}:1:1: kesalahan [foto-menyimpan-lokasi] Foto ini menyimpan tempat pengambilannya (GPS).\n"
        "  ditemukan : lokasi GPS di dalam berkas\n"
        "  seharusnya: foto tanpa data lokasi\n"
        "  perbaiki  : kirim fotonya lewat tangkapan layar, atau hapus data lokasinya lewat Properti, lalu simpan ulang"
    )


@pytest.mark.parametrize("content", [b"", b"<svg onload='alert(1)'/>", b"GIF89a" + bytes(40), b"\xff\xd8\xff\xe0"])
def test_what_is_no_photo_by_content_is_refused(tree: Path, content: bytes) -> None:
    (tree / PHOTO).write_bytes(content)
    assert "[foto-tidak-terbaca] Foto ini tidak dapat dibaca." in _said(tree)


def test_a_huge_file_is_not_even_opened(tree: Path) -> None:
    (tree / PHOTO).write_bytes(bytes(MAX_BYTES + 1024))
    assert "[foto-terlalu-besar] Foto ini terlalu besar.\n  ditemukan : 5121 KB" in _said(tree)


def test_too_many_pixels_are_refused_without_unpacking_them(tree: Path) -> None:
    Image.new("1", (6000, 6000)).save(tree / PHOTO, "PNG")
    assert "ditemukan : 6000 × 6000 piksel" in _said(tree)


def test_faulty_photos_are_part_of_the_check(tree: Path, root: Path) -> None:
    (tree / PHOTO).write_bytes(b"bukan foto")
    loaded = load_catalog(Inputs(root, tree / "innovations"))
    assert [p.kode for p in loaded.problems] == ["foto-tidak-terbaca"]


def test_only_pictures_beside_an_entry_are_its_photos(tree: Path) -> None:
    folder = (tree / PHOTO).parent
    for name in ("a.jpg", "b.webp", "catatan.txt", "C.JPG"):
        (folder / name).write_bytes(b"")
    (folder / "tautan.png").symlink_to(folder / "a.jpg")
    (folder / "dalam.jpg").mkdir()
    folder.with_name("tautan").symlink_to(folder, target_is_directory=True)
    (tree / "innovations" / "lepas.jpg").write_bytes(b"")
    place = folder.relative_to(tree)
    assert find_photos(tree / "innovations") == {f"{place}/a.jpg", f"{place}/b.webp"}
    assert find_photos(tree / "tidak-ada") == frozenset()


def test_published_photos_are_upright_and_know_nothing(tree: Path, tmp_path: Path) -> None:
    _save(tree / PHOTO, (1600, 900), orientation=6)
    published = publish_photo(tree / PHOTO, tmp_path / "keluar")
    assert published.ukuran == (("gedung-640.webp", 640, 1138), ("gedung-900.webp", 900, 1600))
    for name, width, height in published.ukuran:
        image = Image.open(tmp_path / "keluar" / name)
        assert (image.size, image.format, dict(image.getexif())) == ((width, height), "WEBP", {})
        assert b"Kamera Rahasia" not in (tmp_path / "keluar" / name).read_bytes()


def test_a_small_photo_is_not_blown_up(tree: Path, tmp_path: Path) -> None:
    _save(tree / PHOTO, (300, 200))
    assert publish_photo(tree / PHOTO, tmp_path / "keluar").ukuran == (("gedung-300.webp", 300, 200),)
