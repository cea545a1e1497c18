"""What is put away on disk tells the same as what is in memory, and is fetched when it is asked for."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import make_entri, make_inovasi

from catalog import begin, catalog, isi
from catalog.catalog import BAGIAN, Badan, Entri
from catalog.exports import export_entri
from catalog.inputs import Inputs
from catalog.isi import Listing, list_now, listing_beside
from catalog.konfirmasi import find_overdue
from catalog.load import Kept, load_catalog, story, tersimpan
from catalog.load.ringan import BadanTersimpan, put_entry_away
from catalog.model import Inovasi
from catalog.model.isian import put_away, take_out
from catalog.tembolok import FOLDER, Simpanan, Titipan
from catalog.validation import CheckedRecord

FINGERPRINT = "sidik"


def _checked(entri: Entri) -> CheckedRecord:
    return CheckedRecord(entri.berkas, entri.inovasi, entri.badan, (), (), entri=entri)


def _light(entri: Entri) -> Entri:
    light = put_entry_away(_checked(entri)).entri
    assert light is not None
    return light


def _full() -> Entri:
    return make_entri(
        badan=Badan(masalah="Ambulans jauh.", hasil="Lebih cepat."),
        tahapan="penerapan",
        tanggal={"penerapan": "2021-03"},
        status={"keadaan": "berhenti", "pengganti": "kab-blora/lain"},
        langkah=[{"uraian": "Sediakan nomor."}],
        kendala=["Sinyal lemah."],
    )


def test_a_value_that_is_put_away_stays_on_disk_until_it_is_asked_for(tmp_path: Path) -> None:
    kept = Simpanan(tmp_path)
    kept.write_apart("nilai", FINGERPRINT, {"dekat": 1, "jauh": Titipan([1, 2])})
    found = kept.read_apart("nilai", FINGERPRINT)
    assert found["dekat"] == 1
    assert found["jauh"]() == [1, 2]
    (tmp_path / "nilai").unlink()
    assert found["jauh"]() == [1, 2], "the file stays open for whoever knows a value of it"


def test_a_value_can_be_kept_again_without_being_fetched(tmp_path: Path) -> None:
    kept = Simpanan(tmp_path)
    kept.write_apart("nilai", FINGERPRINT, [Titipan("satu"), Titipan("dua")])
    first, second = kept.read_apart("nilai", FINGERPRINT)
    kept.write_apart("nilai", FINGERPRINT, [second, Titipan("tiga"), first])
    assert [one() for one in kept.read_apart("nilai", FINGERPRINT)] == ["dua", "tiga", "satu"]
    assert first() == "satu"


@pytest.mark.parametrize(
    "spoil", [lambda data: data[:-1], lambda data: data[: len(data) // 2], lambda data: data + b"x"]
)
def test_a_file_that_was_cut_is_no_value(tmp_path: Path, spoil: Callable[[bytes], bytes]) -> None:
    kept = Simpanan(tmp_path)
    kept.write_apart("nilai", FINGERPRINT, Titipan("x" * 500))
    assert kept.read_apart("nilai", FINGERPRINT)() == "x" * 500
    (tmp_path / "nilai").write_bytes(spoil((tmp_path / "nilai").read_bytes()))
    assert kept.read_apart("nilai", FINGERPRINT) is None


def test_a_value_travels_between_processes_as_itself() -> None:
    assert pickle.loads(pickle.dumps(Titipan((1, "a"))))() == (1, "a")


def test_an_entry_that_is_put_away_tells_the_same(tmp_path: Path) -> None:
    full, kept = _full(), Simpanan(tmp_path)
    kept.write_apart("entri", FINGERPRINT, _light(full))
    light: Entri = kept.read_apart("entri", FINGERPRINT)
    for name in Inovasi.model_fields:
        assert getattr(light.inovasi, name) == getattr(full.inovasi, name), name
    for name in ("masalah", "cara_kerja", "hasil", "pelajaran"):
        assert getattr(light.badan, name) == getattr(full.badan, name)
    for name in ("id", "tahun", "tanggal_mulai", "tanggal_sumber", "kebaruan", "keadaan", "pengganti", "kelengkapan"):
        assert getattr(light, name) == getattr(full, name)
    assert export_entri(light) == export_entri(full)
    assert light.take_out() == full


def test_a_body_that_is_put_away_brings_its_html(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After a template changed, the Markdown of ten thousand entries is not read again."""
    full = make_entri(badan=Badan(masalah="Ambulans **jauh**.", hasil="- Lebih cepat."))
    expected = {name: full.badan.prosa(name) for name in BAGIAN}
    assert expected["masalah"] == "<p>Ambulans <strong>jauh</strong>.</p>\n"
    kept = Simpanan(tmp_path)
    kept.write_apart("entri", FINGERPRINT, _light(full))
    light: Entri = kept.read_apart("entri", FINGERPRINT)
    monkeypatch.setattr(catalog, "render_markdown", lambda text: f"dibaca lagi: {text}")
    for badan in (light.badan, light.take_out().badan):
        assert {name: badan.prosa(name) for name in expected if getattr(badan, name)} == {
            name: html for name, html in expected.items() if html
        }


def test_only_what_is_not_in_memory_is_fetched() -> None:
    fetched: list[int] = []

    def whole() -> Inovasi:
        fetched.append(1)
        return inovasi

    inovasi = make_inovasi(kendala=["Sinyal lemah."], tahapan="penerapan")
    light = put_away(inovasi, frozenset({"nama", "tahapan"}), whole)
    assert (light.nama, light.tahapan, light.langkah, light.lab) == ("Samin 119", "penerapan", (), None)
    assert not fetched
    assert light.kendala == ("Sinyal lemah.",)
    assert fetched == [1]
    assert take_out(light) is inovasi


def test_no_entry_is_fetched_to_find_those_that_are_to_be_confirmed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The statistics page asks this of every entry of the catalogue."""
    source = [{"judul": "Berita", "tautan": "https://blorakab.go.id/a", "penerbit": "Pemkab", "tanggal": "2019-05"}]
    confirmed = {"tanggal": "2024-02", "oleh": "Dinas Kesehatan"}
    silent = _light(make_entri("kab-blora/a", sumber=source))
    asked_once = _light(make_entri("kab-blora/b", sumber=source, dikonfirmasi=confirmed))
    monkeypatch.setattr(Titipan, "__call__", lambda one: pytest.fail("an entry was fetched"))
    found = find_overdue([silent, asked_once], date(2026, 11, 23))
    assert [(one.entri.slug, one.sejak, one.pernah) for one in found] == [
        ("a", "2019-05", False),
        ("b", "2024-02", True),
    ]


def test_what_no_record_has_is_no_isian_of_one_that_is_put_away() -> None:
    light: Any = _light(_full())
    for name in ("tidak_ada", "_pribadi"):
        with pytest.raises(AttributeError, match=name):
            getattr(light.inovasi, name)


@pytest.mark.parametrize(("most", "on_disk"), [(15_000, False), (0, True)])
def test_entries_of_a_large_catalogue_lie_on_disk(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int, on_disk: bool
) -> None:
    shutil.copytree(root / "innovations" / "kab-kudus", tmp_path / "innovations" / "kab-kudus")
    monkeypatch.setattr(tersimpan, "_MOST_IN_MEMORY", most)
    inputs, kept = Inputs.of(root, tmp_path / "innovations"), Kept(Simpanan(tmp_path / "tembolok"), FINGERPRINT)
    entries = load_catalog(inputs, processes=1, kept=kept).catalog.entri
    assert entries
    assert {entri.take_out() is not entri for entri in entries} == {on_disk}


@pytest.mark.parametrize("with_digests", [True, False])
def test_what_was_listed_beside_other_work_is_not_looked_for_again(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, with_digests: bool
) -> None:
    shutil.copytree(root / "innovations" / "kab-kudus", tmp_path / "innovations" / "kab-kudus")
    inputs, kept = Inputs.of(root, tmp_path / "innovations"), Kept(Simpanan(tmp_path / "tembolok"), FINGERPRINT)
    first = load_catalog(inputs, processes=1, kept=kept)
    monkeypatch.setattr(story, "list_now", None)
    monkeypatch.setattr(tersimpan, "_digest", None)  # no file changed, none is read
    with listing_beside(inputs.innovations, with_digests) as listing:
        again = load_catalog(inputs, processes=1, kept=kept, listing=listing)
    assert (again.berkas, again.problems, again.sidik) == (first.berkas, first.problems, first.sidik)
    assert [entri.take_out() for entri in again.catalog.entri] == list(first.catalog.entri)


def test_digests_are_only_asked_for_where_something_is_kept(root: Path, tmp_path: Path) -> None:
    shutil.copytree(root / "innovations" / "kab-kudus", tmp_path / "innovations" / "kab-kudus")
    inputs, kept = Inputs.of(root, tmp_path / "innovations"), Kept(Simpanan(tmp_path / "tembolok"), FINGERPRINT)
    asked: list[bool] = []

    def load() -> None:
        now = list_now(inputs.innovations)
        load_catalog(
            inputs, processes=1, kept=kept, listing=Listing(now.isi, lambda: asked.append(True) or now.sidik())
        )

    load()
    assert asked == []
    load()
    assert asked == [True]


def test_a_first_build_does_not_read_every_file_for_its_digest(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is kept beside its site; after it, digests are made while the programs are loaded."""
    asked: list[bool] = []
    monkeypatch.setattr(begin, "listing_beside", lambda _, digests: nullcontext(asked.append(digests)))
    with begin.begin_build(Inputs.of(root), tmp_path / "site"):
        pass
    (tmp_path / FOLDER).mkdir(parents=True)
    with begin.begin_build(Inputs.of(root), tmp_path / "site"):
        pass
    assert asked == [False, True]


def test_a_list_without_digests_reads_no_file(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isi, "file_digest", None)
    assert list_now(root / "innovations").isi().berkas
    with listing_beside(root / "innovations", with_digests=False) as listing:
        assert listing.isi().berkas


def test_an_entry_without_a_body_and_a_register_are_as_they_were() -> None:
    name_only = make_entri()
    assert not _light(name_only).badan
    assert not isinstance(_light(name_only).badan, BadanTersimpan)
    register = CheckedRecord("innovations/kab-blora/wilayah.yml", None, Badan(), (), ())
    assert put_entry_away(register) is register
