"""``vocabularies/iid/*.yml`` → editions, with checks that keep the arithmetic sound; faults name file and line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

from catalog.iid.berkas import EditionError, Nilai, read_values
from catalog.iid.edisi import (
    LEVEL,
    Baca,
    Edisi,
    Indikator,
    IsianProfil,
    Level,
    Predikat,
    Rumus,
    Umuman,
    UnsurSpd,
)

__all__ = ["EditionError", "load_editions", "read_edition"]

MEASURES = (
    "jenis_dasar_hukum",
    "jumlah_orang",
    "tahun_anggaran",
    "alat_kerja",
    "jumlah_aktor",
    "pelaksana",
    "jumlah_perangkat_daerah",
    "sosialisasi",
    "pedoman",
    "cara_layanan",
    "jumlah_replikasi",
    "penilai",
    "video",
)
"""The measures an edition may name; ``catalog.swanilai.bacaan`` takes them."""

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_REQUIRED = ("edisi", "judul", "dasar", "rumus", "predikat", "belum_pasti")
_OPTIONAL = ("jendela", "diumumkan", "profil", "indikator", "spd")
_CONSTANTS = (
    "bobot_sid",
    "maksimum_inovasi",
    "batas_jumlah",
    "faktor_jumlah",
    "yandas_minimal",
    "maksimum_spd",
    "maksimum_sid",
    "maksimum",
)


def load_editions(folder: Path) -> dict[int, Edisi]:
    """Return the editions of ``folder`` by year, the newest first.

    Raises:
        EditionError: a file is broken, or is not named after its edition.
    """
    editions = [read_edition(path, f"vocabularies/iid/{path.name}") for path in sorted(folder.glob("*.yml"))]
    return {one.edisi: one for one in sorted(editions, key=lambda one: -one.edisi)}


def read_edition(path: Path, name: str) -> Edisi:
    """Return one edition; ``name`` is how messages call the file.

    Raises:
        EditionError: the first fault, with file, line and column.
    """
    root = read_values(path, name)
    values = root.fields(_REQUIRED, _OPTIONAL)
    year = values["edisi"].whole(2018, 2100)
    if path.stem != str(year):
        values["edisi"].fail(f"{path.stem}, seperti nama berkasnya")
    edition = Edisi(
        edisi=year,
        judul=values["judul"].text(),
        dasar=values["dasar"].text(),
        rumus=_formula(values["rumus"]),
        predikat=_predicates(values["predikat"]),
        belum_pasti=tuple(row.text() for row in values["belum_pasti"].rows()),
        jendela=_window(values.get("jendela")),
        diumumkan=tuple(_announced(row) for row in _rows(values.get("diumumkan"))),
        profil=tuple(_item(row) for row in _rows(values.get("profil"))),
        indikator=tuple(_indicator(row) for row in _rows(values.get("indikator"))),
        spd=tuple(_spd_row(row) for row in _rows(values.get("spd"))),
    )
    _check_once(values.get("indikator"), (row.nomor for row in edition.indikator))
    _check_once(values.get("spd"), (row.nomor for row in edition.spd))
    _check_once(values.get("profil"), (row.nomor for row in edition.profil))
    _check_sums(edition, values)
    return edition


def _rows(value: Nilai | None) -> list[Nilai]:
    return value.rows() if value else []


def _formula(value: Nilai) -> Rumus:
    found = value.fields(("pembagi",), _CONSTANTS)
    limits = {key: found[key].whole(1, 10_000) for key in _CONSTANTS if key in found and key != "faktor_jumlah"}
    per_innovation = found["faktor_jumlah"].hundredths(10) if "faktor_jumlah" in found else None
    return Rumus(pembagi=found["pembagi"].whole(1, 1000), seperseratus_jumlah=per_innovation, **limits)


def _predicates(value: Nilai) -> tuple[Predikat, ...]:
    """Return the predicates, which must lie below each other from 100 down to 0 without a gap or an overlap."""
    made: list[Predikat] = []
    for row in value.rows():
        inner = row.fields(("nama", "dari", "sampai"))
        one = Predikat(inner["nama"].text(), inner["dari"].hundredths(100), inner["sampai"].hundredths(100))
        above = made[-1].dari - 1 if made else 10_000
        if one.sampai != above or one.dari > one.sampai:
            inner["sampai"].fail(f"{above / 100:.2f}, tepat di bawah predikat di atasnya")
        made.append(one)
    if not made or made[-1].dari != 0:
        value.fail("predikat sampai 0.00")
    return tuple(made)


def _window(value: Nilai | None) -> tuple[str, str] | None:
    if value is None:
        return None
    inner = value.fields(("dari", "sampai"))
    first, last = inner["dari"].text(), inner["sampai"].text()
    if not (_DAY.fullmatch(first) and _DAY.fullmatch(last) and first <= last):
        value.fail("dua tanggal berurutan, misalnya 2024-01-01 dan 2025-12-31")
    return first, last


def _announced(value: Nilai) -> Umuman:
    inner = value.fields(("edisi", "pembagi", "yandas_minimal"))
    return Umuman(
        inner["edisi"].whole(2018, 2100), inner["pembagi"].whole(1, 1000), inner["yandas_minimal"].whole(0, 6)
    )


def _item(value: Nilai) -> IsianProfil:
    inner = value.fields(("nomor", "id", "nama", "isian"), ("kata_minimal", "pilihan"))
    isian = inner["isian"].isi
    return IsianProfil(
        nomor=inner["nomor"].whole(1, 100),
        id=inner["id"].text(),
        nama=inner["nama"].text(),
        isian=isian if isinstance(isian, str) else inner["isian"].text(),
        kata_minimal=inner["kata_minimal"].whole(1, 10_000) if "kata_minimal" in inner else 0,
        pilihan=inner["pilihan"].texts() if "pilihan" in inner else {},
    )


def _indicator(value: Nilai) -> Indikator:
    inner = value.fields(("nomor", "nama", "bobot", "wajib", "bukti", "level"), ("baca",))
    levels = inner["level"].rows()
    if len(levels) != len(LEVEL):
        inner["level"].fail("tiga level, berurutan")
    return Indikator(
        nomor=inner["nomor"].whole(1, 100),
        nama=inner["nama"].text(),
        bobot=inner["bobot"].whole(1, 10),
        wajib=inner["wajib"].answer(),
        bukti=inner["bukti"].text(),
        level=tuple(_level(row) for row in levels),
        baca=_reading(inner["baca"]) if "baca" in inner else None,
    )


def _level(value: Nilai) -> Level:
    inner = value.fields(("syarat", "butuh", "usaha"))
    return Level(inner["syarat"].text(), inner["butuh"].text(), inner["usaha"].whole(1, 3))


def _reading(value: Nilai) -> Baca:
    inner = value.fields(("ukuran", "batas", "cara"), ("kata",))
    if inner["ukuran"].text() not in MEASURES:
        inner["ukuran"].fail(f"salah satu dari {', '.join(MEASURES)}")
    limits = tuple(row.whole(1, 100_000) for row in inner["batas"].rows())
    if len(limits) != len(LEVEL) or sorted(set(limits)) != list(limits):
        inner["batas"].fail("tiga batas yang makin besar")
    groups = inner["kata"].isi if "kata" in inner else {}
    if not isinstance(groups, dict):
        inner["kata"].fail("kelompok kata")
    words = {key: tuple(row.text() for row in group.rows()) for key, group in groups.items()}
    return Baca(inner["ukuran"].text(), limits, inner["cara"].text(), words)


def _spd_row(value: Nilai) -> UnsurSpd:
    inner = value.fields(("nomor", "nama", "bobot", "wajib", "level"))
    levels = tuple(row.text() for row in inner["level"].rows())
    if len(levels) != len(LEVEL):
        inner["level"].fail("tiga level, berurutan")
    weight = Decimal(inner["bobot"].hundredths(10)) / 100
    return UnsurSpd(inner["nomor"].text(), inner["nama"].text(), weight, inner["wajib"].answer(), levels)


def _check_once(value: Nilai | None, numbers: Iterable[object]) -> None:
    seen: set[object] = set()
    for row, number in zip(_rows(value), numbers, strict=True):
        if number in seen:
            row.fail(f"nomor yang belum dipakai; {number} sudah ada di atasnya")
        seen.add(number)


def _check_sums(edition: Edisi, values: dict[str, Nilai]) -> None:
    """The weights give the sums that the edition states, and the parts add up to its maximum."""
    constants = values["rumus"].fields(("pembagi",), _CONSTANTS)
    rumus, top = edition.rumus, LEVEL[-1]

    def check(key: str, stated: int | None, counted: Decimal | int) -> None:
        if stated is not None and stated != counted:
            constants[key].fail(f"{counted:g}" if isinstance(counted, Decimal) else f"{counted}", "jumlah-bobot-iid")

    if edition.indikator:
        weights = sum(row.bobot for row in edition.indikator)
        check("bobot_sid", rumus.bobot_sid, weights)
        check("maksimum_inovasi", rumus.maksimum_inovasi, weights * top)
    if edition.spd:
        check("maksimum_spd", rumus.maksimum_spd, sum(row.bobot for row in edition.spd) * top)
    if rumus.maksimum_inovasi and rumus.batas_jumlah and rumus.seperseratus_jumlah:
        bonus = Decimal(rumus.batas_jumlah * rumus.seperseratus_jumlah) / 100
        check("maksimum_sid", rumus.maksimum_sid, rumus.maksimum_inovasi + bonus)
    if rumus.maksimum_spd and rumus.maksimum_sid:
        check("maksimum", rumus.maksimum, rumus.maksimum_spd + rumus.maksimum_sid)
