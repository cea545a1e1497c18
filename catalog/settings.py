"""The settings another regency edits, read from ``mkdocs.yml`` into one checked, frozen value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from catalog.refusal import Refusal

CONFIG_FILE = "mkdocs.yml"

_REGION = re.compile(r"(kab|kota|prov)-[a-z0-9]+(-[a-z0-9]+)*")
_WEB_ADDRESS = re.compile(r"https?://[A-Za-z0-9.-]+(:\d+)?(/[^\s\"'<>\\]*)?")
_EMAIL = re.compile(r"[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_WHATSAPP = re.compile(r"62\d{8,13}")


class SettingsError(Refusal):
    """A setting is missing or malformed; the message is one sentence in Indonesian that names file, key and remedy."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a regency chooses. Empty strings mean "not set yet"; ``site_url`` ends with a slash when set."""

    nama_katalog: str
    wilayah_rumah: str
    site_url: str = ""
    surel: str = ""
    whatsapp: str = ""
    repositori: str = ""


def read_settings(root: Path) -> Settings:
    """Read ``mkdocs.yml`` under ``root``.

    Raises:
        SettingsError: the file cannot be read, or a value has the wrong shape.
    """
    raw = _read_yaml(root / CONFIG_FILE)
    extra = _mapping(raw, "extra")
    laporan = _mapping(extra, "laporan", "extra.laporan")
    return Settings(
        nama_katalog=_text(
            extra, "nama_katalog", "extra.nama_katalog", _short_line, "teks 1 sampai 80 karakter", required=True
        ),
        wilayah_rumah=_text(
            extra,
            "wilayah_rumah",
            "extra.wilayah_rumah",
            _REGION.fullmatch,
            "nama folder wilayah, misalnya kab-blora",
            required=True,
        ),
        site_url=_with_slash(
            _text(
                raw,
                "site_url",
                "site_url",
                _WEB_ADDRESS.fullmatch,
                "alamat web, misalnya https://inovasi.blorakab.go.id/",
            )
        ),
        surel=_text(
            laporan,
            "surel",
            "extra.laporan.surel",
            _EMAIL.fullmatch,
            "alamat surel kantor, misalnya bapperida@blorakab.go.id",
        ),
        whatsapp=_text(
            laporan,
            "whatsapp",
            "extra.laporan.whatsapp",
            _WHATSAPP.fullmatch,
            "angka saja, diawali 62, misalnya 6281200000000",
        ),
        repositori=_text(
            extra, "repositori", "extra.repositori", _WEB_ADDRESS.fullmatch, "alamat web yang diawali https://"
        ),
    )


def _read_yaml(path: Path) -> Mapping[str, Any]:
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  makes plain strings only
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"Berkas {CONFIG_FILE} tidak dapat dibaca; pastikan ada di folder katalog.") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f" di baris {mark.line + 1}" if mark else ""
        raise SettingsError(
            f"Berkas {CONFIG_FILE} tidak terbaca sebagai YAML{place}; periksa indentasi dan tanda petik."
        ) from error
    if not isinstance(raw, dict):
        raise SettingsError(f"Berkas {CONFIG_FILE} harus berisi daftar `kunci: nilai`.")
    return raw


def _mapping(parent: Mapping[str, Any], key: str, name: str | None = None) -> Mapping[str, Any]:
    value = parent.get(key) or {}
    if not isinstance(value, dict):
        raise SettingsError(f"{CONFIG_FILE}: `{name or key}` harus berisi daftar `kunci: nilai`, bukan satu nilai.")
    return value


def _text(
    parent: Mapping[str, Any],
    key: str,
    name: str,
    is_valid: Callable[[str], object],
    expected: str,
    *,
    required: bool = False,
) -> str:
    value = parent.get(key) or ""
    if not isinstance(value, str):
        raise SettingsError(f"{CONFIG_FILE}: `{name}` harus satu nilai: {expected}.")
    value = value.strip()
    if not value and not required:
        return ""
    if not value:
        raise SettingsError(f"{CONFIG_FILE}: `{name}` belum diisi; tulis {expected}.")
    if not is_valid(value):
        raise SettingsError(f"{CONFIG_FILE}: nilai `{name}` salah bentuk ({value[:80]}); tulis {expected}.")
    return value


def _short_line(value: str) -> bool:
    return len(value) <= 80 and value.isprintable()


def _with_slash(address: str) -> str:
    return address if not address or address.endswith("/") else address + "/"
