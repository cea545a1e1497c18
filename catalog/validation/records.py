"""One record alone: its shape, its rules, personal data, its body. Nothing here looks at another record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from catalog.bukti import measure_bukti
from catalog.catalog import Badan, Entri
from catalog.kelengkapan import measure_kelengkapan
from catalog.model import REGISTER, Inovasi
from catalog.model.isian import Rekaman
from catalog.problems import Problem, problem
from catalog.reading import SourceRecord
from catalog.slugs import make_slug
from catalog.validation.bodies import read_body
from catalog.validation.nearest import nearest
from catalog.validation.personal import find_personal_data
from catalog.validation.rules import check_rules
from catalog.validation.shapes import Reference, shape_record
from catalog.vocabularies import Vocabularies


@dataclass(frozen=True, slots=True)
class CheckedRecord:
    """What one record became, small enough to travel between processes.

    ``rekaman`` is None when a fault of shape forbids it. ``references`` are those that other records must answer.
    ``tempat_nama`` is the place (line, column) of ``nama``; ``kantor`` are the ids in a register of offices.
    ``entri`` is what an innovation becomes if nothing else forbids it. ``naskah`` is the text of a register that holds
    more than its isian; that of an innovation is in ``entri``.
    """

    berkas: str
    rekaman: Rekaman | None
    badan: Badan
    problems: tuple[Problem, ...]
    references: tuple[Reference, ...]
    tempat_nama: tuple[int, int] = (1, 1)
    kantor: frozenset[str] = field(default_factory=frozenset)
    entri: Entri | None = None
    naskah: str = ""

    @property
    def wilayah(self) -> str:
        """The folder: a region's id or ``nasional``."""
        return self.berkas.split("/")[-2]

    @property
    def slug(self) -> str:
        """The file's name without its ending."""
        return self.berkas.rpartition("/")[2].partition(".")[0]

    @property
    def has_error(self) -> bool:
        """True when a fault forbids the record."""
        return self.rekaman is None or any(p.is_error for p in self.problems)


def check_record(record: SourceRecord, vocabularies: Vocabularies) -> CheckedRecord:
    """Return one record with every fault that can be found without looking at others."""
    rekaman_class = REGISTER.get(PurePosixPath(record.berkas).name, Inovasi)
    shaped = shape_record(record, rekaman_class, vocabularies)
    problems = [*shaped.problems, *find_personal_data(record, vocabularies.kode_kabupaten)]
    problems.extend(_check_source_keys(record, shaped.references))
    if shaped.rekaman is not None:
        problems.extend(check_rules(record, shaped.rekaman, vocabularies))
    badan = Badan()
    if rekaman_class is Inovasi:
        badan, faults = read_body(record)
        problems.extend(faults)
    text = record.naskah if _holds_more(record, problems) else ""
    is_entry = isinstance(shaped.rekaman, Inovasi)
    return CheckedRecord(
        berkas=record.berkas,
        rekaman=shaped.rekaman,
        badan=badan,
        problems=tuple(problems),
        references=tuple(ref for ref in shaped.references if ref.ke != "sumber"),
        tempat_nama=record.nilai.get(("nama",), (1, 1)),
        kantor=_offices(record),
        entri=_make_entri(record.berkas, shaped.rekaman, badan, text) if isinstance(shaped.rekaman, Inovasi) else None,
        naskah="" if is_entry else text,
    )


_BEYOND = frozenset({"isian-tidak-dikenal", "badan-tanpa-judul", "bagian-tidak-dikenal", "bagian-ganda"})


def _holds_more(record: SourceRecord, problems: Iterable[Problem]) -> bool:
    """Return True when the file says something that the model has no isian for; an edit must not lose it."""
    return bool(record.komentar) or any(p.kode in _BEYOND for p in problems)


def _make_entri(berkas: str, inovasi: Inovasi, badan: Badan, naskah: str) -> Entri:
    _, wilayah, name = berkas.split("/")
    sections = {"masalah": badan.masalah, "cara_kerja": badan.cara_kerja, "hasil": badan.hasil}
    return Entri(
        wilayah=wilayah,
        slug=name.removesuffix(".md"),
        berkas=berkas,
        inovasi=inovasi,
        badan=badan,
        bukti=measure_bukti(inovasi, has_body=bool(badan)),
        kelengkapan=measure_kelengkapan(inovasi, sections | {"pelajaran": badan.pelajaran}),
        naskah=naskah,
    )


def _check_source_keys(record: SourceRecord, references: list[Reference]) -> Iterator[Problem]:
    """Yield a problem for each source key that none of the sources beside it bears."""
    for ref in references:
        if ref.ke != "sumber":
            continue
        keys = _source_keys(record, ref)
        if ref.nilai not in keys:
            close = nearest(ref.nilai, {key: key for key in keys})
            yield problem(
                "sumber-tidak-ditemukan",
                berkas=record.berkas,
                baris=ref.baris,
                kolom=ref.kolom,
                ditemukan=ref.nilai,
                isian=ref.label,
                contoh=", ".join(keys[:5]) + (", …" if len(keys) > 5 else "") if keys else "belum ada",
                saran=f"tulis `{ref.line(close)}`" if close else "beri `id` pada sumbernya, lalu tulis id itu di sini",
            )


def _source_keys(record: SourceRecord, ref: Reference) -> list[str]:
    """Return the keys a reference may name: of the record's sources, or of its own row's in a register."""
    holder: Any = record.data
    if ref.jalur[:1] == ("daftar",):
        holder = holder["daftar"][ref.jalur[1]]
    own = holder.get("sumber")
    return sorted(str(s["id"]) for s in own if isinstance(s, dict) and s.get("id")) if isinstance(own, list) else []


def _offices(record: SourceRecord) -> frozenset[str]:
    rows: Any = record.data.get("daftar")
    if not record.berkas.endswith("/perangkat_daerah.yml") or not isinstance(rows, list):
        return frozenset()
    return frozenset(
        str(row.get("id") or make_slug(str(row.get("nama") or ""))) for row in rows if isinstance(row, dict)
    )
