"""The live preview: follows saved files, shows mistakes, and forgets them when they are mended."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from catalog.load import Inputs
from catalog.serve import Preview

BASE = Path(__file__).parent / "records" / "dasar" / "innovations"
PAGE = "inovasi/kab-blora/samin-119/"


@pytest.fixture
def preview(tmp_path: Path, root: Path) -> Preview:
    """A preview of the small valid tree, taken in once."""
    shutil.copytree(BASE, tmp_path / "innovations")
    preview = Preview(Inputs(root, tmp_path / "innovations"))
    preview.refresh()
    return preview


def _text(preview: Preview, path: str) -> str:
    answer = preview.answer(path)
    assert answer is not None
    return answer[0].decode("utf-8")


def _save(preview: Preview, old: str, new: str) -> None:
    path = preview.inputs.innovations / "kab-blora" / "samin-119.md"
    path.write_text(path.read_text().replace(old, new, 1))
    preview.refresh()


def test_a_page_is_served_with_the_script_that_follows_changes(preview: Preview) -> None:
    text = _text(preview, PAGE)
    assert "<h1>Samin 119" in text
    assert '<script type="module" src="/_pratinjau.js"></script></head>' in text


def test_a_saved_entry_is_on_its_page_at_once(preview: Preview) -> None:
    _save(preview, "nama: Samin 119", "nama: Samin Siaga 119")
    assert "<h1>Samin Siaga 119" in _text(preview, PAGE)


def test_a_mistake_is_told_and_goes_away_when_mended(preview: Preview) -> None:
    _save(preview, "urusan:", "tahapan: ujicoba\nurusan:")
    assert [line.split("\n")[0] for line in preview.wait("")["masalah"]] == [
        "innovations/kab-blora/samin-119.md:3:10: kesalahan [nilai-di-luar-daftar] "
        "Nilai `tahapan` tidak ada dalam daftar."
    ]
    assert preview.answer(PAGE) is None
    _save(preview, "tahapan: ujicoba", "tahapan: uji-coba")
    assert preview.wait("")["masalah"] == []
    assert "<h1>Samin 119" in _text(preview, PAGE)


def test_who_waits_is_told_as_soon_as_something_changes(preview: Preview) -> None:
    told: list[str] = []
    waiting = threading.Thread(target=lambda: told.append(preview.wait("1", f"/{PAGE}")["versi"]))
    waiting.start()
    _save(preview, "nama: Samin 119", "nama: Samin Siaga 119")
    waiting.join(timeout=5)
    assert told == ["2"]


def test_figures_follow_and_only_pages_that_show_them_are_told(preview: Preview) -> None:
    assert (preview.wait("", "/statistik/")["versi"], preview.wait("", f"/{PAGE}")["versi"]) == ("1.1", "1")
    other = preview.inputs.innovations / "kab-blora" / "lain.md"
    shutil.copy(preview.inputs.innovations / "kab-blora" / "samin-119.md", other)
    preview.refresh()
    assert preview.wait("1.1", "/statistik/")["versi"] == "2.1"
    assert preview.state is not None and preview.state.statistik.jumlah == len(preview.state.context.catalog.entri)


def test_a_changed_list_is_taken_in(preview: Preview, root: Path, tmp_path: Path) -> None:
    own = tmp_path / "repo"
    for part in ("vocabularies", "theme", "content"):
        shutil.copytree(root / part, own / part)
    shutil.copy(root / "mkdocs.yml", own)
    preview = Preview(Inputs(own, preview.inputs.innovations))
    preview.refresh()
    file = own / "vocabularies" / "urusan.yml"
    file.write_text(file.read_text().replace("nama: Kesehatan", "nama: Sehat Sekali", 1))
    preview.forget(file)
    preview.refresh()
    assert "Sehat Sekali" in _text(preview, "urusan/")


def test_data_handwritten_pages_and_assets_are_served(preview: Preview) -> None:
    assert '"id":"kab-blora/samin-119"' in _text(preview, "data/v1/inovasi/kab-blora/samin-119.json")
    assert '"id":"kab-blora"' in _text(preview, "data/v1/wilayah/kab-blora.json")
    assert "Privasi" in _text(preview, "tentang/privasi/")
    assert preview.frame is not None
    style = next(path for path in preview.frame.assets if path.endswith(".css"))
    assert preview.answer(style) == (preview.frame.assets[style], "text/css")


def test_feeds_are_served_as_they_stand_now(preview: Preview) -> None:
    _save(preview, "nama: Samin 119", "nama: Samin Siaga 119")
    for path in ("terbaru/umpan.xml", "wilayah/kab-blora/umpan.xml"):
        assert "<title>Samin Siaga 119, Kabupaten Blora</title>" in _text(preview, path)
    assert preview.answer("wilayah/kab-rembang/umpan.xml") is None


@pytest.mark.parametrize("path", ["tidak/ada/", "../pyproject.toml", "jelajah/../../../pyproject.toml", "data/v1/x"])
def test_nothing_else_is_served(preview: Preview, path: str) -> None:
    assert preview.answer(path) is None
