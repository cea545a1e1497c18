"""Imports point down only, and each heavy or dangerous library is imported in one place."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

CATALOG = Path(__file__).resolve().parent.parent / "catalog"

LAYERS = [
    {"commands"},
    {"baru", "build", "ringkasan", "serve", "terima"},
    {"keseluruhan", "begin"},
    {"judging", "lembar", "skema", "writing"},
    {"lama"},
    {"ingatan", "pratinjau", "bersama"},
    {"data_terbuka", "jejak"},
    {"load", "pages", "search", "final_check", "publish", "bandingkan", "rencana"},
    {"paket"},
    {"frame", "exports", "formulir", "kabar"},
    {"lapor"},
    {"kunjungan", "record_text", "swanilai"},
    {
        "anugerah",
        "statistics",
        "charts",
        "terkait",
        "replikasi",
        "saran",
        "konfirmasi",
        "tautan_hidup",
        "validation",
        "history",
    },
    {"catalog", "isi"},
    {"bukti", "kelengkapan", "mampat", "markup", "naskah", "pengalihan", "photos", "reading", "sinonim"},
    {"vocabularies", "berdampingan", "settings", "slugs", "progress", "privacy", "tembolok"},
    {"iid", "kesiapan", "masalah"},
    {"kalender", "model", "peta", "problems"},
    {"indonesian", "inputs", "refusal", "tabel_csv", "wordings"},
]
"""From the top down; a module may import modules of lower layers, and of its own where listed below."""

SAME_LAYER: set[tuple[str, str]] = set()

ALONE = {
    "yaml": {"reading", "vocabularies", "settings", "sinonim", "naskah", "iid"},
    "pandas": {"statistics"},
    "numpy": {"terkait"},
    "vl_convert": {"charts"},
    "jinja2": {"pages"},
    "nh3": {"markup"},
    "markdown_it": {"markup"},
    "mkdocs": {"frame"},
    "openpyxl": {"lembar"},
    "defusedxml": {"lembar"},
    "PIL": {"photos", "kabar"},
    "subprocess": {"charts", "history", "search"},
}


def _imports(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
    return names


def _modules() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for path in CATALOG.rglob("*.py"):
        name = path.relative_to(CATALOG).parts[0].removesuffix(".py")
        if name != "__init__":
            found.setdefault(name, set()).update(_imports(path))
    return found


MODULES = _modules()
LEVEL = {name: level for level, names in enumerate(LAYERS) for name in names}


def test_every_module_has_its_layer() -> None:
    assert set(MODULES) == set(LEVEL)


@pytest.mark.parametrize("name", sorted(MODULES))
def test_imports_point_down(name: str) -> None:
    used = {module.split(".")[1] for module in MODULES[name] if module.startswith("catalog.")} - {name}
    upward = {other for other in used if LEVEL[other] <= LEVEL[name] and (name, other) not in SAME_LAYER}
    assert not upward


@pytest.mark.parametrize("library", sorted(ALONE))
def test_a_library_is_imported_in_its_place_only(library: str) -> None:
    users = {name for name, used in MODULES.items() if any(m.split(".")[0] == library for m in used)}
    assert users <= ALONE[library]
