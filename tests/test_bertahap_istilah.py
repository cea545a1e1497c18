"""A changed term: what told of it is made anew, records are checked again only where their ids are concerned."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import make_entri

from catalog.build import build_site
from catalog.catalog import Catalog, make_catalog
from catalog.inputs import Inputs
from catalog.jejak import Bacaan, Nilai, Pengamat
from catalog.load import Kept, Loaded, load_catalog, tersimpan
from catalog.pages import PageContext, make_context, plan_pages, render
from catalog.search.records import make_records
from catalog.settings import read_settings
from catalog.tembolok import Simpanan
from catalog.tembolok.sidik import _SEARCH
from catalog.vocabularies import ISTILAH, Vocabularies

ROOT = Path(__file__).parent.parent
REGIONS = ("kab-blora", "kab-grobogan", "kota-solok", "kab-banyuwangi")
_TOLD = ("nama", "penjelasan", "singkat", "tanya", "judul", "dasar")

pytestmark = pytest.mark.slow


@cache
def _catalog() -> Catalog:
    """Real entries, and one that fills what none of them does."""
    real = load_catalog(Inputs.of(ROOT), lambda file: file.split("/")[1] in REGIONS, processes=1).catalog
    judged = make_entri("kab-blora/dinilai", kriteria={"manfaat": {"memenuhi": "ya", "alasan": "Warga cukup datang."}})
    return make_catalog((*real.entri, judged), real.daerah.values(), real.vocabularies)


def _reworded(lists: Vocabularies, name: str) -> Vocabularies:
    """The lists with every text of one list worded otherwise, its title and ground too."""
    rows = {id: _with_other_words(row) for id, row in getattr(lists, name).items()}
    about = {file: _with_other_words(row) if file == ISTILAH[name] else row for file, row in lists.keterangan.items()}
    return replace(lists, **{name: rows, "keterangan": about})


def _with_other_words(row: Any) -> Any:
    return replace(row, **{name: f"{getattr(row, name)} lain" for name in _TOLD if hasattr(row, name)})


def _context(lists: Vocabularies) -> PageContext:
    catalog = _catalog()
    changed = make_catalog(catalog.entri, catalog.daerah.values(), lists)
    return make_context(changed, read_settings(ROOT))


def _pages(context: PageContext) -> Iterator[tuple[str, Any, tuple[Bacaan, ...]]]:
    """Yield the path of every page, all that is published of it, and what it read."""
    observer = Pengamat(context)
    for job in plan_pages(context):
        made, seen = observer.note(lambda watched, job=job: _published(render(job, watched)))
        yield job.path, made, seen


def _published(page: Any) -> Any:
    return page, tuple(page.beside())


@cache
def _before() -> tuple[Nilai, dict[str, Any], dict[str, tuple[Bacaan, ...]]]:
    context = _context(_catalog().vocabularies)
    pages = list(_pages(context))
    return Nilai(context, {}), {path: made for path, made, _ in pages}, {path: seen for path, _, seen in pages}


@pytest.mark.parametrize("name", ISTILAH)
def test_a_page_that_comes_out_otherwise_had_read_a_term_that_changed(name: str) -> None:
    values, made, seen = _before()
    context = _context(_reworded(_catalog().vocabularies, name))
    known = values.of({one for reads in seen.values() for one in reads})
    changed = Nilai(context, {}).changed(known)
    different = [path for path, page, _ in _pages(context) if page != made[path]]
    assert different, "the list is told nowhere: leave it to the fingerprint"
    assert [path for path in different if changed.isdisjoint(seen[path])] == []


@pytest.mark.parametrize("name", ISTILAH)
def test_the_search_tells_of_no_list_but_those_in_its_fingerprint(name: str) -> None:
    catalog = _catalog()
    other = make_catalog(catalog.entri, catalog.daerah.values(), _reworded(catalog.vocabularies, name))
    same = list(make_records(catalog)) == list(make_records(other))
    assert same == (f"{ISTILAH[name]}.yml" not in _SEARCH)


# --- records: only a term that is gone, or a record that had a fault, needs another look ---


@pytest.fixture
def inputs(tmp_path: Path) -> Inputs:
    """A repository of its own with the entries of one region."""
    for part in ("vocabularies", "content", "theme"):
        shutil.copytree(ROOT / part, tmp_path / part)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "innovations" / "kab-grobogan", tmp_path / "innovations" / "kab-grobogan")
    return Inputs.of(tmp_path)


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that are read and checked from now on."""
    files: list[str] = []
    check = tersimpan.check_file
    monkeypatch.setattr(
        tersimpan, "check_file", lambda root, file, lists: (files.append(file), check(root, file, lists))[1]
    )
    return files


def _load(inputs: Inputs) -> Loaded:
    """Load with what is kept, and see that it is the same as without."""
    kept = Kept(Simpanan(inputs.root / "tembolok"), "sidik")
    found, fresh = load_catalog(inputs, processes=1, kept=kept), load_catalog(inputs, processes=1)
    assert found.problems == fresh.problems
    assert [entri.id for entri in found.catalog.entri] == [entri.id for entri in fresh.catalog.entri]
    return found


def _change(inputs: Inputs, old: str, new: str) -> None:
    path = inputs.root / "vocabularies" / "tahapan.yml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def _entry(inputs: Inputs) -> Path:
    return next(path for path in sorted(inputs.innovations.glob("*/*.md")) if "tahapan: penerapan" in path.read_text())


def test_other_words_for_a_term_check_no_sound_record_again(inputs: Inputs, checked: list[str]) -> None:
    _load(inputs)
    checked.clear()
    _change(inputs, "nama: ", "nama: Tahap ")
    _load(inputs)
    assert checked == []


def test_a_term_that_is_gone_is_missed_in_every_record(inputs: Inputs, checked: list[str]) -> None:
    count = len(_load(inputs).berkas)
    checked.clear()
    _change(inputs, "id: penerapan", "id: diterapkan")
    problems = _load(inputs).problems
    assert len(set(checked)) == count
    assert {p.kode for p in problems if p.is_error} == {"nilai-di-luar-daftar"}
    _change(inputs, "id: diterapkan", "id: penerapan")
    assert [p for p in _load(inputs).problems if p.is_error] == []


_NEW_TERM = "daftar:\n  - id: percontohan\n    nama: Percontohan\n    penjelasan: Dicoba di satu tempat.\n"


def test_a_new_term_looks_again_at_faulty_records_only(inputs: Inputs, checked: list[str]) -> None:
    entry = _entry(inputs)
    entry.write_text(entry.read_text().replace("tahapan: penerapan", "tahapan: percontohan", 1))
    assert any(p.is_error for p in _load(inputs).problems)
    checked.clear()
    _change(inputs, "daftar:\n", _NEW_TERM)
    assert [p for p in _load(inputs).problems if p.is_error] == []
    file = entry.relative_to(inputs.root).as_posix()
    assert file in checked and len(set(checked)) < 10


def test_a_shard_that_was_checked_against_other_lists_is_not_taken_for_these(inputs: Inputs) -> None:
    """As after a build that was killed between its shards and its index, and lists that were then put back."""
    _load(inputs)
    kept = inputs.root / "tembolok" / "rekaman"
    index = (kept / "daftar").read_bytes()
    _change(inputs, "id: penerapan", "id: diterapkan")
    assert any(p.is_error for p in _load(inputs).problems)
    (kept / "daftar").write_bytes(index)
    _change(inputs, "id: diterapkan", "id: penerapan")
    assert [p for p in _load(inputs).problems if p.is_error] == []


def test_a_site_after_changed_terms_is_that_of_a_build_from_nothing(inputs: Inputs, tmp_path: Path) -> None:
    step_by_step, from_nothing = tmp_path / "a" / "site", tmp_path / "b" / "site"
    for site in (step_by_step, from_nothing):
        site.parent.mkdir()
    assert build_site(inputs, step_by_step, processes=1).published
    _change(inputs, "nama: ", "nama: Tahap ")
    assert build_site(inputs, step_by_step, processes=1).published
    assert build_site(inputs, from_nothing, processes=1, from_scratch=True).published
    assert _files(step_by_step) == _files(from_nothing)


def _files(site: Path) -> dict[str, bytes]:
    release = site.resolve()
    return {path.relative_to(release).as_posix(): path.read_bytes() for path in release.rglob("*") if path.is_file()}
