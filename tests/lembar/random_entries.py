"""Random innovations that the model accepts: every isian, every kind of text a keyboard can produce, by a seed."""

from __future__ import annotations

import unicodedata
from random import Random
from typing import Any

from catalog.model import Inovasi
from catalog.model.isian import Rekaman
from catalog.reading.characters import is_clean
from catalog.validation.plans import FieldPlan, plan_of
from catalog.vocabularies import Vocabularies

_PIECES = (
    "layanan", "Warga", "=1+1", "@kantor", "+62", "-3", "'kutip'", '"dua"', ": titik", " # pagar", "&a", "*b", "!c",
    "%d", "|", ">", "{x}", "[y]", "a, b; c", "no", "ya", "null", "~", "010", "33.10", "1e5", "TRUE", "#N/A", "#REF!",
    "é", "ꦲꦏ꧀", "田中", "😀", "–", "—", "“petik”", "•", "\\n", "\\", "_x000D_", "_x005F_", "`", "nama:", "nama: x",
    "- butir", "* butir", "<b>", "</script>", "{{7*7}}", "\u00a0tengah", "--- x", "...", "2021-06-03", "8/5", "٣٤٥",
)  # fmt: skip
_SLUGS = ("suara-2021", "berita-a", "dinas-kesehatan", "x1", "kab-contoh", "a-b-c")
_TYPED: dict[str, tuple[str, ...]] = {
    "tanggal": ("2021", "2021-06", "2021-06-03"),
    "tahun": ("2019", "2024"),
    "angka": ("0", "12.61", "-7.5", "244000000"),
}


def random_entry(random: Random, vocabularies: Vocabularies) -> tuple[dict[str, Any], dict[str, str]]:
    """Return the isian and the body of one innovation, as texts, lists and mappings."""
    data = _record(Inovasi, random, vocabularies, 0)
    body = {
        key: random_text(random, 1, 200, lines=3)
        for key in ("masalah", "cara_kerja", "hasil", "pelajaran")
        if random.random() < 0.5
    }
    if random.random() < 0.2:
        data["isian_kami"] = {"catatan: dalam": [random_text(random, 1, 40), {"lagi": "010"}]}
    return data, body


def random_text(random: Random, shortest: int, longest: int, lines: int = 1) -> str:
    """Return a text of ``shortest`` to ``longest`` characters without anything that the reader forbids."""
    wanted = random.randint(shortest, max(shortest, min(longest, shortest + 60)))
    while True:
        text = ""
        while len(text) < wanted:
            text += random.choice(_PIECES) + random.choice((" ", " ", "", "\n" if lines > 1 else " ", "\t"))
        text = unicodedata.normalize("NFC", text[: max(wanted, 1)]).strip()
        if is_clean(text) and shortest <= len(text) <= longest:
            return text


def _record(rekaman: type[Rekaman], random: Random, vocabularies: Vocabularies, depth: int) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, plan in plan_of(rekaman).items():
        if plan.wajib or random.random() < (0.35 if depth == 0 else 0.6):
            found[name] = _value(rekaman, name, plan, random, vocabularies, depth)
    return found


def _value(
    rekaman: type[Rekaman], name: str, plan: FieldPlan, random: Random, vocabularies: Vocabularies, depth: int
) -> Any:
    if plan.rekaman is not None:
        if not plan.berdaftar:
            return _record(plan.rekaman, random, vocabularies, depth + 1) or None
        items = [_record(plan.rekaman, random, vocabularies, depth + 1) for _ in range(random.randint(1, 3))]
        return [item for item in items if item]
    if plan.berdaftar:
        most = 5 if plan.daftar else 3
        return list(
            dict.fromkeys(_text(rekaman, name, plan, random, vocabularies) for _ in range(random.randint(1, most)))
        )
    return _text(rekaman, name, plan, random, vocabularies)


def _text(rekaman: type[Rekaman], name: str, plan: FieldPlan, random: Random, vocabularies: Vocabularies) -> str:
    if plan.daftar:
        return random.choice(list(getattr(vocabularies, plan.daftar)))
    if plan.menunjuk and not plan.menunjuk.endswith("-teks") and plan.menunjuk != "foto":
        return random.choice(_SLUGS)
    for candidate in _candidates(rekaman, name, plan, random):
        try:
            rekaman.__pydantic_validator__.validate_assignment(
                rekaman.model_construct(), name, [candidate] if plan.berdaftar else candidate
            )
        except ValueError as error:
            if all(part["loc"][:1] != (name,) for part in error.errors()):  # type: ignore[attr-defined]
                return candidate
        except TypeError:
            return candidate
        else:
            return candidate
    raise AssertionError(f"no value for {rekaman.__name__}.{name}")


def _candidates(rekaman: type[Rekaman], name: str, plan: FieldPlan, random: Random) -> list[str]:
    shortest, longest = 1, 160
    if name == "ringkasan":
        shortest, longest = 40, 290
    if name == "alt":
        shortest, longest = 10, 190
    example = plan.contoh[0] if isinstance(plan.contoh, list) and plan.contoh else plan.contoh
    texts = [random_text(random, shortest, longest, lines=2 if random.random() < 0.3 else 1)]
    if name != "nama":
        texts.append(random_text(random, shortest, longest))
    fixed = [random.choice(values) for values in _TYPED.values()]
    return [*texts, *fixed, str(example), "ya", random.choice(_SLUGS)]
