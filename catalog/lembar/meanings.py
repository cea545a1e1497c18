"""What people write in a cell for a value that the files hold as an id: labels, names of offices, names of regions.

Only what is certain is translated; anything else goes to the validator as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from catalog.lembar.layout import Kolom
from catalog.lembar.places import Sel, Temuan, finding
from catalog.slugs import make_slug
from catalog.validation.nearest import nearest
from catalog.vocabularies import Vocabularies

Offices = Mapping[str, Mapping[str, str]]
"""Region → letters of an office's id, name or short name → its id."""

_CODE = re.compile(r"(\d\d)[.,](\d\d)")
_SHORT = (("kab", "kabupaten"), ("prov", "provinsi"))


def letters(text: str) -> str:
    """Return only the letters and digits of ``text``, in lower case."""
    return re.sub(r"[^a-z0-9]+", "", make_slug(text))


class Meanings:
    """Translates the texts of cells; made once for an import."""

    def __init__(self, vocabularies: Vocabularies, offices: Offices) -> None:
        self._vocabularies = vocabularies
        self._offices = offices
        self._labels: dict[str, dict[str, str]] = {}
        self._regions = _unique((letters(row.nama), id) for id, row in vocabularies.wilayah.items())

    def value(self, text: str, kolom: Kolom, wilayah: str) -> str:
        """Return the text of an isian for what stands in a cell of ``kolom``."""
        if kolom.daftar:
            return self._from_list(text, kolom.daftar)
        if kolom.menunjuk == "perangkat_daerah":
            return self._office(text, wilayah)
        if kolom.ya_tidak and text.lower() in ("ya", "tidak"):
            return text.lower()
        return text

    def region(self, text: str) -> str | None:
        """Return the id of a region written as id, name or code; None when it is none of these."""
        wanted = text.strip()
        if wanted in self._vocabularies.wilayah:
            return wanted
        if wanted in self._vocabularies.wilayah_by_kode:
            return self._vocabularies.wilayah_by_kode[wanted].id
        plain = letters(wanted)
        for short, long in _SHORT:
            if re.match(rf"{short}\b", wanted.lower()):
                plain = long + plain.removeprefix(short)
        return self._regions.get(plain)

    def unknown_region(self, text: str, place: Sel, berkas: str) -> Temuan:
        """Return the finding of a region that does not exist, with the one that was surely meant."""
        code = _CODE.fullmatch(text.strip())
        meant = self._vocabularies.wilayah_by_kode.get(f"{code[1]}.{code[2]}") if code else None
        names = {id: row.nama for id, row in self._vocabularies.wilayah.items()}
        close = meant.id if meant else nearest(text, names)
        advice = f"tulis `{close}`" if close else "cari id yang benar di lembar Daftar pilihan"
        return finding("wilayah-tidak-ditemukan", place, text, berkas, isian="wilayah", saran=advice)

    def _from_list(self, text: str, name: str) -> str:
        if name not in self._labels:
            rows = getattr(self._vocabularies, name)
            pairs = [(letters(id), id) for id in rows]
            pairs += [(letters(row.nama), id) for id, row in rows.items()]
            pairs += [(letters(row.singkat), id) for id, row in rows.items() if getattr(row, "singkat", "")]
            self._labels[name] = _unique(pairs)
        return self._labels[name].get(letters(text), text)

    def _office(self, text: str, wilayah: str) -> str:
        offices = self._offices.get(wilayah, {})
        if make_slug(text) == text and text in offices.values():
            return text
        names = [text]
        row = self._vocabularies.wilayah.get(wilayah)
        if row is not None:
            short = row.nama.split(" ", 1)[-1]
            names += [re.sub(rf"\s+(?:kabupaten|kab\.?|kota|provinsi)?\s*{re.escape(short)}$", "", text, flags=re.I)]
        return next((offices[letters(name)] for name in names if letters(name) in offices), text)


def _unique(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return letters → id, without letters that stand for two ids."""
    found: dict[str, str] = {}
    double = set()
    for key, id in pairs:
        if key and found.setdefault(key, id) != id:
            double.add(key)
    return {key: id for key, id in found.items() if key not in double}
