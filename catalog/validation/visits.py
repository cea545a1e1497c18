"""Rules of one row in a register of visits: numbers and dates that cannot be, plans that already have a result."""

from __future__ import annotations

from collections.abc import Iterator

from catalog.model.wilayah import BULAN_TINDAK_LANJUT, Kunjungan, RegisterKunjungan

MOST_GUESTS = 1000
"""More people than this at once are hardly a learning visit; more likely a figure of a year, or a slip."""

Fault = tuple[tuple[str | int, ...], str, str]
"""Place in the record, code, what was found."""


def visit_faults(register: RegisterKunjungan) -> Iterator[Fault]:
    """Yield every breach of a rule that needs only the row itself; dates in order are checked with all registers."""
    for index, visit in enumerate(register.daftar):
        for place, code, found in _row_faults(visit):
            yield ("daftar", index, *place), code, found


def _row_faults(visit: Kunjungan) -> Iterator[Fault]:
    if visit.peserta == 0:
        yield ("peserta",), "peserta-nol", "0"
    elif visit.peserta and visit.peserta > MOST_GUESTS:
        yield ("peserta",), "peserta-terlalu-banyak", str(visit.peserta)
    if visit.tuan_rumah == visit.tamu:
        yield ("tamu",), "tamu-tuan-rumah-sama", visit.tamu
    for number, later in enumerate(visit.tindak_lanjut):
        if later.bulan not in BULAN_TINDAK_LANJUT:
            yield ("tindak_lanjut", number, "bulan"), "bulan-tindak-lanjut", str(later.bulan)
    if visit.rencana and (visit.hasil or visit.tindak_lanjut):
        yield ("rencana",), "rencana-sudah-berhasil", "ya"
