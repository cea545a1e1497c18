"""Rules between records: what is referred to exists, nothing is part of itself, photos are where they should be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from catalog.problems import Problem, problem
from catalog.validation.nearest import nearest
from catalog.validation.shapes import Reference

_ENTRI_ID = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
_WILAYAH_ID = re.compile(r"(?:kab|kota|prov)-[a-z0-9-]+")


@dataclass(frozen=True, slots=True)
class Known:
    """What can be referred to: entries and photos by their files (also faulty ones), offices by region, regions."""

    entri: frozenset[str]
    perangkat_daerah: Mapping[str, frozenset[str]]
    wilayah: frozenset[str]
    foto: frozenset[str]


def check_references(berkas: str, references: Iterable[Reference], known: Known) -> Iterator[Problem]:
    """Yield a problem for each reference of the record ``berkas`` that points at nothing."""
    wilayah, name = berkas.split("/")[-2:]
    own = f"{wilayah}/{name.removesuffix('.md')}"
    for ref in references:
        if ref.ke == "perangkat_daerah":
            offices = known.perangkat_daerah.get(wilayah, frozenset())
            if ref.nilai not in offices:
                yield _missing(berkas, ref, "perangkat-daerah-tidak-ditemukan", offices, wilayah)
        elif ref.ke == "entri" or (ref.ke == "entri-atau-teks" and _ENTRI_ID.fullmatch(ref.nilai)):
            if ref.nilai == own:
                yield _missing(berkas, ref, "rujukan-diri-sendiri", ())
            elif ref.nilai not in known.entri:
                yield _missing(berkas, ref, "rujukan-tidak-ditemukan", known.entri)
        elif ref.ke == "alamat-lama":
            if not _ENTRI_ID.fullmatch(ref.nilai) or ref.nilai in known.entri:
                yield _missing(berkas, ref, "alamat-lama-terpakai", ())
        elif ref.ke == "wilayah-atau-teks" and _WILAYAH_ID.fullmatch(ref.nilai) and ref.nilai not in known.wilayah:
            yield _missing(berkas, ref, "wilayah-tidak-ditemukan", known.wilayah)
        elif ref.ke == "foto" and f"{berkas.removesuffix('.md')}/{ref.nilai}" not in known.foto:
            yield _missing(berkas, ref, "foto-tidak-ditemukan", (), folder=berkas.removesuffix(".md"))


def check_cycles(parents: Mapping[str, tuple[str, Reference]]) -> Iterator[Problem]:
    """Yield a problem for each entry whose ``bagian_dari`` leads back to itself; ``parents``: id → (berkas, parent)."""
    for id in sorted(parents):
        berkas, ref = parents[id]
        seen = {id}
        current = ref.nilai
        while current in parents and current not in seen:
            seen.add(current)
            current = parents[current][1].nilai
        if current == id and ref.nilai != id:
            yield _missing(berkas, ref, "bagian-berputar", ())


_FALLBACK = {
    "perangkat-daerah-tidak-ditemukan": "tambahkan ke perangkat_daerah.yml, atau pakai id yang ada",
    "rujukan-tidak-ditemukan": "periksa nama berkas entri yang dirujuk, atau hapus baris ini",
    "wilayah-tidak-ditemukan": "cari id yang benar di vocabularies/wilayah.csv, atau tulis nama wilayahnya",
}


def _missing(
    berkas: str, ref: Reference, kode: str, allowed: Iterable[str], wilayah: str = "", folder: str = ""
) -> Problem:
    choices = sorted(allowed)
    close = nearest(ref.nilai, {id: id for id in choices})
    return problem(
        kode,
        berkas=berkas,
        baris=ref.baris,
        kolom=ref.kolom,
        ditemukan=ref.nilai,
        isian=ref.label,
        saran=f"tulis `{ref.line(close)}`" if close else _FALLBACK.get(kode, ""),
        contoh=", ".join(choices[:5]) + (", …" if len(choices) > 5 else "") if choices else "belum ada",
        wilayah=wilayah,
        folder=folder,
    )
