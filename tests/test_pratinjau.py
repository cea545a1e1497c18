"""The live preview: follows saved files, shows mistakes, and forgets them when they are mended."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from catalog.inputs import Inputs
from catalog.pratinjau import Preview, _State
from catalog.serve import refresh_and_tell

BASE = Path(__file__).parent / "records" / "dasar" / "innovations"
PAGE = "inovasi/kab-blora/samin-119/"


@pytest.fixture
def preview(tmp_path: Path, root: Path) -> Preview:
    """A preview of the small valid tree, taken in once."""
    shutil.copytree(BASE, tmp_path / "innovations")
    preview = Preview(Inputs(root, tmp_path / "innovations"))
    preview.refresh()
    return preview


@pytest.fixture
def shown(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> list[_State]:
    """Every state that is shown from now on."""
    states: list[_State] = []
    show = Preview._show
    monkeypatch.setattr(Preview, "_show", lambda self, state: (states.append(state), show(self, state)))
    return states


def _text(preview: Preview, path: str) -> str:
    answer = preview.answer(path)
    assert answer is not None
    return answer[0].decode("utf-8")


def _save(preview: Preview, old: str, new: str) -> None:
    path = preview.inputs.innovations / "kab-blora" / "samin-119.md"
    path.write_text(path.read_text().replace(old, new, 1))
    preview.refresh()


def test_a_saved_entry_is_on_its_page_at_once(preview: Preview) -> None:
    _save(preview, "nama: Samin 119", "nama: Samin Siaga 119")
    assert "<h1>Samin Siaga 119" in _text(preview, PAGE)


def test_a_mistake_is_told_above_the_page_as_it_was_and_goes_away_when_mended(preview: Preview) -> None:
    before = _text(preview, PAGE)
    _save(preview, "urusan:", "tahapan: ujicoba\nurusan:")
    assert [line.split("\n")[0] for line in preview.wait("")["masalah"]] == [
        "innovations/kab-blora/samin-119.md:3:10: kesalahan [nilai-di-luar-daftar] "
        "Nilai `tahapan` tidak ada dalam daftar."
    ]
    assert _text(preview, PAGE) == before
    _save(preview, "tahapan: ujicoba", "tahapan: uji-coba")
    assert preview.wait("")["masalah"] == []
    assert _text(preview, PAGE) != before


def test_a_link_to_nothing_leaves_the_page_as_it_was_too(preview: Preview) -> None:
    """A fault that only the other records tell of."""
    before = _text(preview, PAGE)
    _save(preview, "urusan:", "bagian_dari: kab-blora/tidak-ada\nurusan:")
    assert "tidak-ada" in preview.wait("")["masalah"][0]
    assert _text(preview, PAGE) == before


def test_an_entry_that_was_faulty_from_the_start_has_no_page(preview: Preview) -> None:
    other = preview.inputs.innovations / "kab-blora" / "lain.md"
    other.write_text("---\nnama: Lain\n---\n")
    preview.refresh()
    assert preview.answer("inovasi/kab-blora/lain/") is None
    assert preview.wait("")["masalah"]


def test_a_saved_entry_is_shown_before_everything_is_joined_and_counted(preview: Preview, shown: list[_State]) -> None:
    _save(preview, "nama: Samin 119", "nama: Samin Siaga 119")
    names = [[e.nama for e in state.context.catalog.entri if e.slug == "samin-119"] for state in shown]
    assert names == [["Samin Siaga 119"]] * 3
    listed = [state.context.daftar["inovasi", ""] for state in shown]
    assert ["Samin Siaga 119" in [e.nama for e in entries] for entries in listed] == [False, True, True]


def test_a_new_entry_and_a_register_wait_for_the_others(preview: Preview, shown: list[_State]) -> None:
    folder = preview.inputs.innovations / "kab-blora"
    shutil.copy(folder / "samin-119.md", folder / "lain.md")
    preview.refresh()
    assert len(shown) == 2
    assert preview.state is not None and preview.state.context.statistik.jumlah == len(
        preview.state.context.catalog.entri
    )


def test_who_waits_is_told_when_the_page_has_become_another(preview: Preview) -> None:
    known = preview.wait(f"/{PAGE}")
    told: list[str] = []
    waiting = threading.Thread(
        target=lambda: told.append(preview.wait(f"/{PAGE}", known["halaman"], known["pesan"])["halaman"])
    )
    waiting.start()
    _save(preview, "nama: Samin 119", "nama: Samin Siaga 119")
    waiting.join(timeout=5)
    assert told and told != [known["halaman"]]


def test_who_waits_at_a_page_that_stays_the_same_is_not_told(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("catalog.pratinjau._PATIENCE_SECONDS", 0.0)
    pages = ("", "statistik/", "inovasi/", "tentang/privasi/", "tidak-ada/")
    known = {page: preview.wait(page) for page in pages}
    _save(preview, "nama: Samin 119", "nama: Samin Siaga 119")
    again = {page: preview.wait(page, known[page]["halaman"], known[page]["pesan"])["halaman"] for page in pages}
    assert {page for page in pages if again[page] != known[page]["halaman"]} == {"", "inovasi/"}


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


def test_pages_are_served_while_a_changed_frame_is_built(preview: Preview, root: Path) -> None:
    frame = preview.frame
    preview.forget(root / "theme" / "main.html")
    assert preview.answer(PAGE) is not None
    preview.refresh()
    assert preview.frame is not frame


def test_data_handwritten_pages_and_assets_are_served(preview: Preview) -> None:
    assert '"id":"kab-blora/samin-119"' in _text(preview, "data/v1/inovasi/kab-blora/samin-119.json")
    assert '"id":"kab-blora"' in _text(preview, "data/v1/wilayah/kab-blora.json")
    assert "Privasi" in _text(preview, "tentang/privasi/")
    assert preview.frame is not None
    style = next(path for path in preview.frame.assets if path.endswith(".css"))
    assert preview.answer(style) == (preview.frame.assets[style], "text/css")


def test_everything_that_a_build_publishes_beside_the_pages_is_served(preview: Preview) -> None:
    assert preview.state is not None
    paths = set(preview.state.files)
    assert {"data/v1/inovasi.json", "data/v1/statistik/urusan.csv", "terbaru/umpan.xml"} <= paths
    assert [path for path in sorted(paths) if not preview.answer(path)] == []


def test_feeds_are_served_as_they_stand_now(preview: Preview) -> None:
    _save(preview, "nama: Samin 119", "nama: Samin Siaga 119")
    for path in ("terbaru/umpan.xml", "wilayah/kab-blora/umpan.xml"):
        assert "<title>Samin Siaga 119, Kabupaten Blora</title>" in _text(preview, path)
    assert preview.answer("wilayah/kab-rembang/umpan.xml") is None


@pytest.mark.parametrize("path", ["tidak/ada/", "../pyproject.toml", "jelajah/../../../pyproject.toml", "data/v1/x"])
def test_nothing_else_is_served(preview: Preview, path: str) -> None:
    assert preview.answer(path) is None


def test_two_previews_of_a_repository_work_in_folders_of_their_own_which_go_with_them(preview: Preview) -> None:
    other = Preview(preview.inputs)
    folders = [Path(one.scratch.name) for one in (preview, other)]
    assert folders[0] != folders[1] and all(folder.is_dir() for folder in folders)
    other.scratch.cleanup()
    assert [folder.is_dir() for folder in folders] == [True, False]


def test_a_fault_in_a_closed_list_is_told_and_the_preview_goes_on(
    tmp_path: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(BASE, tmp_path / "innovations")
    shutil.copytree(root / "vocabularies", tmp_path / "vocabularies")
    preview = Preview(Inputs(tmp_path, tmp_path / "innovations"))
    (tmp_path / "vocabularies" / "tahapan.yml").write_text("bukan daftar\n")
    refresh_and_tell(preview)
    assert "Pratinjau belum dapat diperbarui: " in (told := capsys.readouterr().out)
    assert "tahapan.yml" in told
