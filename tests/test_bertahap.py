"""A build that takes over what still holds gives the bytes of one from nothing, whatever changed, in any order."""

from __future__ import annotations

import hashlib
import os
import random
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from catalog import bersama
from catalog.bersama import scan
from catalog.build import build_site
from catalog.ingatan import open_memory
from catalog.inputs import Inputs
from catalog.jejak import Pengamat
from catalog.load import load_catalog, tersimpan
from catalog.pages import FAMILIES, environment, make_context, plan_pages, render
from catalog.pages.environment import template_sources
from catalog.search import pecahan
from catalog.search.pagefind import Shard
from catalog.search.records import SearchRecord
from catalog.settings import read_settings
from catalog.tembolok import FOLDER, machine_fingerprint, search_fingerprint, view_fingerprint

pytestmark = pytest.mark.slow

STEPS = int(os.environ.get("BERTAHAP_COUNT", "6"))
REGIONS = ("kab-blora", "kab-grobogan", "kab-kudus", "kota-solok")
ENTRIES = 7
"""Of each region, so that a build from nothing takes seconds."""

HANDWRITTEN = ("panduan", "tentang")
PARTS = ("content", "theme", "vocabularies", "mkdocs.yml")


@pytest.fixture
def inputs(root: Path, tmp_path: Path) -> Inputs:
    """A repository of its own: the real one's parts, and a few real entries."""
    own = tmp_path / "repo"
    for part in PARTS:
        copy = shutil.copytree if (root / part).is_dir() else shutil.copy
        (own / part).parent.mkdir(parents=True, exist_ok=True)
        copy(root / part, own / part)
    for region in REGIONS:
        shutil.copytree(root / "innovations" / region, own / "innovations" / region)
        for entry in sorted((own / "innovations" / region).glob("*.md"))[ENTRIES:]:
            entry.unlink()
    made = Inputs.of(own, own / "innovations")
    while faulty := _faulty(made):
        for file in faulty:
            (own / file).unlink()
    return made


@pytest.fixture
def sites(tmp_path: Path) -> tuple[Path, Path]:
    """Two places for a site, each with its own kept values: one built step by step, one from nothing."""
    places = tmp_path / "a" / "site", tmp_path / "b" / "site"
    for place in places:
        place.parent.mkdir()
    return places


def _faulty(inputs: Inputs) -> set[str]:
    return {p.berkas for p in load_catalog(inputs, processes=1).problems if p.is_error and p.berkas[-4:] != ".csv"}


def _files(site: Path) -> dict[str, str]:
    release = site.resolve()
    return {
        path.relative_to(release).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        for path in sorted(release.rglob("*"))
    }


def _numbers(site: Path) -> dict[str, int]:
    """Return path → number by which the disk knows the file."""
    return {path: (site / path).stat().st_ino for path, mark in _files(site).items() if mark}


def _entries(inputs: Inputs) -> list[Path]:
    return sorted(inputs.innovations.glob("*/*.md"))


def _replace(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")


def _edit(inputs: Inputs, chance: random.Random) -> None:
    _replace(chance.choice(_entries(inputs)), "ringkasan: ", f"ringkasan: Diperbarui {chance.randrange(1000)} kali. ")


def _rename_innovation(inputs: Inputs, chance: random.Random) -> None:
    _replace(chance.choice(_entries(inputs)), "nama: ", "nama: Baru ")


def _add(inputs: Inputs, chance: random.Random) -> None:
    source = chance.choice(_entries(inputs))
    target = source.with_name(f"{source.stem[:40]}-{chance.randrange(1000)}.md")
    shutil.copy(source, target)
    _replace(target, "nama: ", f"nama: Salinan {chance.randrange(1000)} ")


def _remove(inputs: Inputs, chance: random.Random) -> None:
    chance.choice(_entries(inputs)).unlink()


def _move(inputs: Inputs, chance: random.Random) -> None:
    source = chance.choice(_entries(inputs))
    target = source.with_name(f"pindah-{chance.randrange(1000)}.md")
    source.rename(target)
    _replace(target, "urusan:", f"alamat_lama: [{source.parent.name}/{source.stem}]\nurusan:")


def _edit_register(inputs: Inputs, chance: random.Random) -> None:
    file = chance.choice(sorted(inputs.innovations.glob("*/perangkat_daerah.yml")))
    _replace(file, "nama: ", "nama: Kantor ")


def _drop_register(inputs: Inputs, chance: random.Random) -> None:
    names = ("kunjungan", "penghargaan", "indeks", "angka")
    files = [file for name in names for file in sorted(inputs.innovations.glob(f"*/{name}.yml"))]
    if files:
        chance.choice(files).unlink()


def _edit_vocabulary(inputs: Inputs, chance: random.Random) -> None:
    file = chance.choice(("tahapan.yml", "urusan.yml", "bukti.yml"))
    _replace(inputs.root / "vocabularies" / file, "nama: ", "nama: Istilah ")


def _edit_synonyms(inputs: Inputs, chance: random.Random) -> None:
    _replace(inputs.root / "vocabularies" / "sinonim.yml", "  - [KTP, ", f"  - [KTP, kartu{chance.randrange(10**6)}, ")


def _edit_content(inputs: Inputs, chance: random.Random) -> None:
    file = chance.choice(sorted((inputs.root / "content").rglob("*.md")))
    file.write_text(f"{file.read_text(encoding='utf-8')}\nSatu kalimat lagi.\n", encoding="utf-8")


def _edit_theme(inputs: Inputs, chance: random.Random) -> None:
    file = chance.choice(sorted((inputs.root / "theme").rglob("*.css")))
    file.write_text(f"{file.read_text(encoding='utf-8')}\n.baru {{ color: red; }}\n", encoding="utf-8")


CHANGES: tuple[Callable[[Inputs, random.Random], None], ...] = (
    _edit, _edit, _rename_innovation, _add, _remove, _move, _edit_register, _drop_register,
    _edit_vocabulary, _edit_synonyms, _edit_content, _edit_theme,
)  # fmt: skip


def _change(inputs: Inputs, chance: random.Random, backup: Path) -> str:
    """Change one thing that leaves the data sound; return what."""
    while True:
        shutil.rmtree(backup, ignore_errors=True)
        shutil.copytree(inputs.root, backup)
        change = chance.choice(CHANGES)
        change(inputs, chance)
        if not _faulty(inputs):
            return change.__name__
        shutil.rmtree(inputs.root)
        shutil.copytree(backup, inputs.root)


def test_after_any_changes_the_site_is_that_of_a_build_from_nothing(
    inputs: Inputs, sites: tuple[Path, Path], tmp_path: Path
) -> None:
    """More steps by the variable BERTAHAP_COUNT."""
    chance = random.Random(20261122)
    step_by_step, from_nothing = sites
    assert build_site(inputs, step_by_step, processes=1).published
    done = []
    for _ in range(STEPS):
        done += [_change(inputs, chance, tmp_path / "cadangan") for _ in range(chance.randint(1, 2))]
        result = build_site(inputs, step_by_step, processes=2)
        assert result.published, (done, result.faults[:3])
        assert build_site(inputs, from_nothing, processes=1, from_scratch=True).published
        assert _files(step_by_step) == _files(from_nothing), done


def test_a_large_catalogue_gives_the_same_site_as_one_that_stays_in_memory(
    inputs: Inputs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_memory, on_disk = tmp_path / "a" / "site", tmp_path / "b" / "site"
    for site, most in ((in_memory, 15_000), (on_disk, 0)):
        site.parent.mkdir()
        monkeypatch.setattr(tersimpan, "_MOST_IN_MEMORY", most)
        assert build_site(inputs, site, processes=2).published
    assert _files(in_memory) == _files(on_disk)


def test_pages_that_hold_are_the_same_files_and_the_changed_one_is_not(inputs: Inputs, tmp_path: Path) -> None:
    site = tmp_path / "situs" / "site"
    site.parent.mkdir()
    build_site(inputs, site, processes=1, with_search=False)
    before = {path.relative_to(site.resolve()): path.stat().st_ino for path in site.resolve().rglob("index.html")}
    changed = _entries(inputs)[0]
    _replace(changed, "ringkasan: ", "ringkasan: Diperbarui. ")
    build_site(inputs, site, processes=1, with_search=False)
    shared = {path for path, number in before.items() if (site / path).stat().st_ino == number}
    own = {Path("inovasi", entry.parent.name, entry.stem, "index.html") for entry in _entries(inputs)} - shared
    assert Path("inovasi", changed.parent.name, changed.stem, "index.html") in own
    assert len(own) <= ENTRIES
    assert Path("index.html") not in shared


def test_a_slow_look_at_the_older_releases_is_waited_for(
    inputs: Inputs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It looks through the release that the next one starts in, which gets another name."""
    site = tmp_path / "situs" / "site"
    site.parent.mkdir()
    for _ in range(2):
        build_site(inputs, site, processes=1, with_search=False)
    before = _numbers(site)

    public = site.resolve()

    def slowly(folder: Path) -> dict[str, int]:
        if folder.resolve() != public:
            time.sleep(1.5)  # longer than these few files take to be read
        return scan(folder)

    monkeypatch.setattr(bersama, "scan", slowly)
    assert build_site(inputs, site, processes=1, with_search=False).published
    held = {path for path, number in _numbers(site).items() if before[path] == number}
    assert len(held) > 0.9 * len(before)
    assert build_site(inputs, site, processes=1, with_search=False, from_scratch=True).published, "it is of no use then"


def test_a_site_that_was_rolled_back_is_built_from_what_was_built_last(
    inputs: Inputs, sites: tuple[Path, Path]
) -> None:
    """What is looked at beforehand is the public release; what is known is of the last one that was built."""
    step_by_step, from_nothing = sites
    entry = _entries(inputs)[0]
    for word in ("pertama", "kedua"):
        _replace(entry, "ringkasan: ", f"ringkasan: Yang {word}. ")
        assert build_site(inputs, step_by_step, processes=1, with_search=False).published
    last = step_by_step.resolve()
    older = next(one for one in sorted(last.parent.iterdir()) if one != last)
    step_by_step.unlink()
    step_by_step.symlink_to(os.path.relpath(older, step_by_step.parent))
    _replace(entry, "ringkasan: ", "ringkasan: Yang ketiga. ")
    assert build_site(inputs, step_by_step, processes=1, with_search=False).published
    assert build_site(inputs, from_nothing, processes=1, with_search=False, from_scratch=True).published
    assert _files(step_by_step) == _files(from_nothing)


def test_compressed_forms_and_images_for_pasted_links_are_taken_over_too(
    inputs: Inputs, sites: tuple[Path, Path]
) -> None:
    """With an address each region has an image; with compression every text has a second form."""
    _replace(inputs.root / "mkdocs.yml", "site_url: ''", "site_url: https://katalog.example/")
    step_by_step, from_nothing = sites
    assert build_site(inputs, step_by_step, processes=1, compressed=True).published
    image = next(step_by_step.resolve().rglob("*.png")).relative_to(step_by_step.resolve())
    number = (step_by_step / image).stat().st_ino
    for _ in range(2):
        _replace(_entries(inputs)[0], "ringkasan: ", "ringkasan: Diperbarui. ")
        last = build_site(inputs, step_by_step, processes=1, compressed=True)
        assert last.published
    assert (step_by_step / image).stat().st_ino == number
    whole = build_site(inputs, from_nothing, processes=1, compressed=True, from_scratch=True)
    assert whole.published
    assert (last.jumlah_berkas, last.jumlah_byte) == (whole.jumlah_berkas, whole.jumlah_byte)
    assert _files(step_by_step) == _files(from_nothing)
    assert any(path.endswith(".gz") for path in _files(step_by_step))


@pytest.fixture
def templates(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Path]:
    """A copy of the pages' templates, used instead of them."""
    copy = tmp_path / "templates"
    shutil.copytree(environment._TEMPLATES, copy)
    monkeypatch.setattr(environment, "_TEMPLATES", copy)
    _forget_templates()
    yield copy
    monkeypatch.undo()
    _forget_templates()


def _forget_templates() -> None:
    environment.environment.cache_clear()
    environment._template.cache_clear()


def test_a_changed_template_makes_its_own_pages_anew(inputs: Inputs, templates: Path, sites: tuple[Path, Path]) -> None:
    """Of the statistics, and of the reports of offices below the pages of their regions."""
    step_by_step, from_nothing = sites
    assert build_site(inputs, step_by_step, processes=1, with_search=False).published
    pages = step_by_step.resolve().rglob("index.html")
    before = {path.relative_to(step_by_step.resolve()): path.stat().st_ino for path in pages}
    for name in ("statistik_bagian.html", "rapor_tabel.html"):
        _replace(templates / name, "</", "<i></i></")
    _forget_templates()
    assert build_site(inputs, step_by_step, processes=2, with_search=False).published
    assert build_site(inputs, from_nothing, processes=1, with_search=False, from_scratch=True).published
    assert _files(step_by_step) == _files(from_nothing)
    generated = {path: number for path, number in before.items() if path.parts[0] not in HANDWRITTEN}
    new = {path.parts[0] for path, number in generated.items() if (step_by_step / path).stat().st_ino != number}
    assert new == {"statistik", "wilayah", "data"}  # the last is made in every build


def test_what_lies_beside_a_page_is_taken_over_when_only_its_template_changed(
    inputs: Inputs, templates: Path, sites: tuple[Path, Path]
) -> None:
    step_by_step, from_nothing = sites
    assert build_site(inputs, step_by_step, processes=1, with_search=False).published
    for number, summary in enumerate(("Diperbarui", "Lagi"), start=1):
        files = _numbers(step_by_step)
        for name in ("entri.html", "paket.html"):
            _replace(templates / name, "</", f"<i>{number}</i></")
        _forget_templates()
        assert build_site(inputs, step_by_step, processes=2, with_search=False).published
        new = {path for path, number in files.items() if (step_by_step / path).stat().st_ino != number}
        entries = {path for path in new if path.startswith("inovasi/kab-blora/")}
        assert entries and all(path.endswith("/index.html") for path in entries)
        _replace(_entries(inputs)[0], "ringkasan: ", f"ringkasan: {summary}. ")  # read by what was taken over
        assert build_site(inputs, step_by_step, processes=2, with_search=False).published
    assert build_site(inputs, from_nothing, processes=1, with_search=False, from_scratch=True).published
    assert _files(step_by_step) == _files(from_nothing)


def test_while_the_data_is_the_same_all_that_is_drawn_from_it_is_taken_over(
    inputs: Inputs, templates: Path, sites: tuple[Path, Path]
) -> None:
    """Open data, feeds and the search, after a changed template; not after a changed entry."""
    step_by_step, from_nothing = sites

    def new_files(processes: int) -> set[str]:
        known = _numbers(step_by_step)
        assert build_site(inputs, step_by_step, processes=processes).published
        return {path for path, number in _numbers(step_by_step).items() if known.get(path) != number}

    assert build_site(inputs, step_by_step, processes=1).published
    drawn = {path for path in _files(step_by_step) if path.startswith(("data/v1/", "jelajah/"))}
    assert new_files(2) == {"data/index.html", "pengalihan.map", "robots.txt"}
    _replace(templates / "entri.html", "</", "<i></i></")
    _forget_templates()
    new = new_files(2)
    assert any(path.startswith("inovasi/") for path in new) and not new & drawn
    _edit(inputs, random.Random(1))
    new = new_files(2)
    assert {"data/v1/inovasi.json", "data/v1/inovasi.csv", "jelajah/saringan.json"} <= new
    assert build_site(inputs, from_nothing, processes=1, from_scratch=True).published
    assert _files(step_by_step) == _files(from_nothing)


def test_what_lies_beside_a_page_is_made_without_templates(inputs: Inputs) -> None:
    context = make_context(load_catalog(inputs, processes=1).catalog, read_settings(inputs.root))
    with_files = set()
    for job in plan_pages(context):
        page = render(job, context)
        environment.used_templates.clear()
        if list(page.beside()):
            with_files.add(job.kind)
        assert environment.used_templates == set(), job
    assert with_files == {"entri", "paket"}


def test_what_a_template_names_is_found_as_jinja_finds_it(root: Path) -> None:
    """Templates name others, and macros that stand for whole files; both are part of what a page depends on."""
    from jinja2 import Environment, FileSystemLoader, meta

    plain = Environment(loader=FileSystemLoader(environment._TEMPLATES), autoescape=True)
    plain.filters = environment.environment().filters
    named = {}
    for file in environment._TEMPLATES.glob("*.html"):
        tree = plain.parse(file.read_text(encoding="utf-8"))
        macros = meta.find_undeclared_variables(tree) & set(environment._MACROS)
        named[file.name] = {name or "" for name in meta.find_referenced_templates(tree)} | {f"{m}.html" for m in macros}
    for name in named:
        expected = {name}
        while more := {other for one in expected for other in named[one]} - expected:
            expected |= more
        assert set(template_sources(name)[::2]) == expected, name


def test_a_list_page_depends_on_its_own_rows(inputs: Inputs) -> None:
    context = make_context(load_catalog(inputs, processes=1).catalog, read_settings(inputs.root))
    job = next(job for job in plan_pages(context) if job.path == "inovasi/")
    _, seen = Pengamat(context).note(lambda watched: render(job, watched))
    assert {one for one in seen if one[0].startswith("daftar")} == {
        ("daftar#jumlah", ("inovasi", "")),
        ("daftar#iris", (("inovasi", ""), 0, len(context.catalog.entri))),
    }


def test_who_goes_through_a_list_has_read_it_once_and_not_each_term(inputs: Inputs) -> None:
    context = make_context(load_catalog(inputs, processes=1).catalog, read_settings(inputs.root))
    for read in (lambda terms: list(terms.values()), lambda terms: list(terms.items())):
        found, seen = Pengamat(context).note(lambda watched, read=read: read(watched.catalog.vocabularies.kesiapan))
        assert found == read(context.catalog.vocabularies.kesiapan)
        assert seen == (("catalog.vocabularies.kesiapan", None),)


def test_little_is_written_after_a_small_change_and_the_whole_after_a_large_one(inputs: Inputs, tmp_path: Path) -> None:
    site = tmp_path / "situs" / "site"
    site.parent.mkdir()
    whole, since = (site.parent / FOLDER / name for name in ("halaman", "halaman-sejak"))
    assert build_site(inputs, site, processes=1, with_search=False).published
    first = whole.read_bytes()
    assert not since.exists()
    _replace(_entries(inputs)[0], "ringkasan: ", "ringkasan: Diperbarui. ")
    assert build_site(inputs, site, processes=1, with_search=False).published
    assert whole.read_bytes() == first
    known = open_memory(inputs.root, site.parent).lama
    assert known.rilis == site.resolve().name
    assert {file for page in known.halaman.values() for file in page.berkas} <= _files(site).keys()
    for entry in _entries(inputs):
        _replace(entry, "ringkasan: ", "ringkasan: Diperbarui. ")
    assert build_site(inputs, site, processes=1, with_search=False).published
    assert whole.read_bytes() != first
    assert open_memory(inputs.root, site.parent).lama.rilis == site.resolve().name


def test_a_part_of_a_list_that_cannot_be_named_counts_as_the_whole(inputs: Inputs) -> None:
    context = make_context(load_catalog(inputs, processes=1).catalog, read_settings(inputs.root))
    key = ("inovasi", "")
    for read, noted in (
        (lambda rows: rows[2:5], ("daftar#iris", (key, 2, 5))),
        (lambda rows: rows[::-1], ("daftar", key)),
        (lambda rows: rows[0], ("daftar", key)),
        (list, ("daftar", key)),
    ):
        found, seen = Pengamat(context).note(lambda watched, read=read: read(watched.daftar[key]))
        assert (found, noted in seen) == (read(context.daftar[key]), True)


@pytest.mark.parametrize("spoil", ["hapus", "potong", "tukar", "rilis"])
def test_a_cache_that_is_gone_spoiled_or_of_another_release_costs_time_only(
    inputs: Inputs, tmp_path: Path, spoil: str
) -> None:
    site = tmp_path / "situs" / "site"
    site.parent.mkdir()
    build_site(inputs, site, processes=1)
    expected, kept = _files(site), site.parent / FOLDER
    if spoil == "hapus":
        shutil.rmtree(kept)
    elif spoil == "potong":
        for file in (path for path in kept.rglob("*") if path.is_file()):
            file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    elif spoil == "tukar":
        one, other = sorted((kept / "rekaman").iterdir())[:2]
        shutil.copy(one, other)
    else:
        for page in site.resolve().rglob("index.html"):
            page.unlink()
    assert build_site(inputs, site, processes=1).published
    assert _files(site) == expected


def test_words_that_mean_the_same_make_the_search_anew_and_no_page(inputs: Inputs, sites: tuple[Path, Path]) -> None:
    step_by_step, from_nothing = sites
    assert build_site(inputs, step_by_step, processes=1).published
    before = _files(step_by_step)
    known = {path: (step_by_step / path).stat().st_ino for path in before if path.endswith("index.html")}
    _edit_synonyms(inputs, random.Random(1))
    assert build_site(inputs, step_by_step, processes=1).published
    assert build_site(inputs, from_nothing, processes=1, from_scratch=True).published
    assert _files(step_by_step) == _files(from_nothing)
    changed = {path for path, mark in _files(step_by_step).items() if before.get(path) != mark}
    assert any(path.startswith("jelajah/indeks/") for path in changed)
    assert all(path.startswith("jelajah/") for path in changed)
    anew = {path for path, number in known.items() if (step_by_step / path).stat().st_ino != number}
    assert {Path(path).parts[0] for path in anew} <= {*HANDWRITTEN, "404.html", "data"}


def test_an_index_is_made_anew_only_when_a_record_changed(
    inputs: Inputs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not for a new word that no entry has, nor for an isian that is not searched."""
    site, made = tmp_path / "situs" / "site", tmp_path / "dibuat"
    site.parent.mkdir()
    index = pecahan.index_shard

    def index_and_tell(number: int, records: Sequence[SearchRecord]) -> Shard:
        with made.open("a") as file:  # the search runs in a process of its own
            file.write(f"{number}\n")
        return index(number, records)

    monkeypatch.setattr(pecahan, "index_shard", index_and_tell)

    def indexed() -> int:
        made.write_text("")
        assert build_site(inputs, site, processes=1).published
        return len(made.read_text().splitlines())

    synonyms, entry = inputs.root / "vocabularies" / "sinonim.yml", _entries(inputs)[0]
    assert indexed() == 1
    _replace(synonyms, "  - [KTP, ", "  - [KTP, kartuxyz, ")
    assert indexed() == 0
    _replace(entry, "penerbit: ", "penerbit: Laman ")
    assert indexed() == 0
    _replace(entry, "ringkasan: ", "ringkasan: Kartuxyz ")
    assert indexed() == 1
    _replace(synonyms, "kartuxyz, ", "")
    assert indexed() == 1


def test_the_fingerprints_change_with_what_they_stand_for(inputs: Inputs) -> None:
    machine = machine_fingerprint(inputs.root)
    view = view_fingerprint(inputs.root, machine)
    _edit_theme(inputs, random.Random(1))
    assert machine_fingerprint(inputs.root) == machine
    assert (themed := view_fingerprint(inputs.root, machine)) != view
    _edit_content(inputs, random.Random(1))
    assert view_fingerprint(inputs.root, machine) not in (view, themed)
    search = search_fingerprint(inputs.root, machine)
    _edit_synonyms(inputs, random.Random(1))
    assert machine_fingerprint(inputs.root) == machine
    assert search_fingerprint(inputs.root, machine) != search
    _edit_vocabulary(inputs, random.Random(1))
    assert machine_fingerprint(inputs.root) != machine


def test_a_library_of_another_version_is_another_machine(
    inputs: Inputs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "pustaka"
    (folder / "contoh-1.0.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(folder))
    first = machine_fingerprint(inputs.root)
    (folder / "contoh-1.0.dist-info").rename(folder / "contoh-1.1.dist-info")
    assert machine_fingerprint(inputs.root) != first


def test_of_the_whole_a_part_with_nothing_new_is_written_as_it_was_packed(
    inputs: Inputs, templates: Path, tmp_path: Path
) -> None:
    site = tmp_path / "situs" / "site"
    site.parent.mkdir()
    assert build_site(inputs, site, processes=1, with_search=False).published
    before = _parts(inputs, site)
    for name in ("entri.html", "paket.html", "rapor_tabel.html"):
        _replace(templates / name, "</", "<i></i></")
    _forget_templates()
    assert build_site(inputs, site, processes=1, with_search=False).published
    held = before.keys() & _parts(inputs, site).keys()
    assert held and held != before.keys()
    kinds = {kind for packed in held for kind in before[packed]}
    assert {"masalah", "urusan"} <= kinds <= set(FAMILIES) - {"entri", "paket"}
    known, numbers = open_memory(inputs.root, site.parent).lama, _numbers(site)
    assert {f"{path}index.html" for path in known.halaman} <= _files(site).keys()
    assert build_site(inputs, site, processes=1, with_search=False).published
    new = {path for path, number in _numbers(site).items() if numbers[path] != number}
    assert {path for path in new if path.endswith("index.html")} == {"data/index.html"}


def _parts(inputs: Inputs, site: Path) -> dict[bytes, list[str]]:
    """The parts of what is known of pages, with the kinds of pages in each."""
    whole = open_memory(inputs.root, site.parent).utuh
    assert whole
    return {part.packed: [page.job.kind for page in part.halaman] for part in whole.parts}
