"""Settings: what a good mkdocs.yml gives, and what is said about a bad one."""

from __future__ import annotations

from pathlib import Path

import pytest

from catalog.settings import Settings, SettingsError, read_settings

ROOT = Path(__file__).resolve().parent.parent
GOOD = """\
site_url: {site_url}
extra:
  nama_katalog: Katalog Contoh
  wilayah_rumah: {wilayah}
  laporan:
    surel: {surel}
    whatsapp: {whatsapp}
"""


def _write(folder: Path, **changes: str) -> Path:
    values = {"site_url": "''", "wilayah": "kab-contoh", "surel": "''", "whatsapp": "''"} | changes
    (folder / "mkdocs.yml").write_text(GOOD.format(**values), encoding="utf-8")
    return folder


def test_the_catalogue_in_the_repository_has_good_settings() -> None:
    assert read_settings(ROOT).wilayah_rumah == "kab-blora"


def test_empty_values_mean_not_set(tmp_path: Path) -> None:
    assert read_settings(_write(tmp_path)) == Settings(nama_katalog="Katalog Contoh", wilayah_rumah="kab-contoh")


def test_all_values_are_read_and_the_site_address_ends_with_a_slash(tmp_path: Path) -> None:
    site_url = "https://inovasi.contoh.go.id/katalog"
    _write(tmp_path, site_url=site_url, surel="bapperida@contoh.go.id", whatsapp="6281200000000")
    assert read_settings(tmp_path) == Settings(
        nama_katalog="Katalog Contoh",
        wilayah_rumah="kab-contoh",
        site_url="https://inovasi.contoh.go.id/katalog/",
        surel="bapperida@contoh.go.id",
        whatsapp="6281200000000",
    )


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (
            {"wilayah": "Blora"},
            "mkdocs.yml: nilai `extra.wilayah_rumah` salah bentuk (Blora);"
            " tulis nama folder wilayah, misalnya kab-blora.",
        ),
        (
            {"wilayah": "''"},
            "mkdocs.yml: `extra.wilayah_rumah` belum diisi; tulis nama folder wilayah, misalnya kab-blora.",
        ),
        (
            {"site_url": "javascript:alert(1)"},
            "mkdocs.yml: nilai `site_url` salah bentuk (javascript:alert(1));"
            " tulis alamat web, misalnya https://inovasi.blorakab.go.id/.",
        ),
        (
            {"surel": "kantor"},
            "mkdocs.yml: nilai `extra.laporan.surel` salah bentuk (kantor);"
            " tulis alamat surel kantor, misalnya bapperida@blorakab.go.id.",
        ),
        (
            {"whatsapp": "0812-0000-0000"},
            "mkdocs.yml: nilai `extra.laporan.whatsapp` salah bentuk (0812-0000-0000);"
            " tulis angka saja, diawali 62, misalnya 6281200000000.",
        ),
        (
            {"surel": "[a, b]"},
            "mkdocs.yml: `extra.laporan.surel` harus satu nilai:"
            " alamat surel kantor, misalnya bapperida@blorakab.go.id.",
        ),
    ],
)
def test_a_bad_value_is_named_with_its_remedy(tmp_path: Path, changes: dict[str, str], sentence: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings(_write(tmp_path, **changes))
    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (None, "Berkas mkdocs.yml tidak dapat dibaca; pastikan ada di folder katalog."),
        ("a: [", "Berkas mkdocs.yml tidak terbaca sebagai YAML di baris 1; periksa indentasi dan tanda petik."),
        ("- a", "Berkas mkdocs.yml harus berisi daftar `kunci: nilai`."),
        ("extra: ya", "mkdocs.yml: `extra` harus berisi daftar `kunci: nilai`, bukan satu nilai."),
    ],
)
def test_an_unreadable_file_is_explained(tmp_path: Path, text: str | None, sentence: str) -> None:
    if text is not None:
        (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError) as caught:
        read_settings(tmp_path)
    assert str(caught.value) == sentence
