"""Whose faults count: everybody's, those of named files, or those of a change in a real repository."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from catalog.history import HistoryError, newest_commit_epoch, read_changes
from catalog.inputs import Inputs
from catalog.judging import check_data

BASE = Path(__file__).parent / "records" / "dasar" / "innovations"
BROKEN = "---\nnama: Rusak\n---\n"


def _git(folder: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=Uji", "-c", "user.email=uji@contoh.id", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path, root: Path) -> Path:
    """A repository with the small valid tree and one old faulty entry, committed."""
    shutil.copytree(BASE, tmp_path / "innovations")
    shutil.copytree(root / "vocabularies", tmp_path / "vocabularies")
    (tmp_path / "innovations" / "kab-blora" / "lama-rusak.md").write_text(BROKEN)
    _git(tmp_path, "init", "-q")
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "-qm", "awal")
    return tmp_path


def _codes(repository: Path, since: str | None = None, paths: frozenset[str] | None = None) -> tuple[list[str], int]:
    changes = read_changes(repository, since) if since else None
    judged = check_data(Inputs.of(repository), changes, paths)
    return sorted({f"{Path(p.berkas).name} {p.kode}" for p in judged.problems if p.is_error}), judged.lain


def test_without_a_revision_every_fault_counts(repository: Path) -> None:
    assert _codes(repository) == (["lama-rusak.md isian-wajib-tidak-ada"], 0)


def test_a_change_is_not_blamed_for_what_it_did_not_touch(repository: Path) -> None:
    path = repository / "innovations" / "kab-blora" / "samin-119.md"
    path.write_text(path.read_text().replace("Samin 119", "Samin Siaga 119"))
    assert _codes(repository, "HEAD") == ([], 3)


def test_a_new_file_counts_before_it_is_committed(repository: Path) -> None:
    (repository / "innovations" / "kab-blora" / "baru.md").write_text(BROKEN)
    assert _codes(repository, "HEAD")[0] == ["baru.md isian-wajib-tidak-ada"]


def test_deleting_an_entry_is_blamed_for_the_links_to_it(repository: Path) -> None:
    folder = repository / "innovations" / "kab-blora"
    path = folder / "ambulans-desa-siaga.md"
    path.write_text(path.read_text().replace("urusan:", "bagian_dari: kab-blora/samin-119\nurusan:", 1))
    _git(repository, "commit", "-qam", "rujukan")
    (folder / "samin-119.md").unlink()
    assert _codes(repository, "HEAD")[0] == ["ambulans-desa-siaga.md rujukan-tidak-ditemukan"]


def test_only_named_files_count(repository: Path) -> None:
    assert _codes(repository, paths=frozenset({"innovations/kab-blora/samin-119.md"})) == ([], 3)
    assert _codes(repository, paths=frozenset({"innovations/kab-blora"}))[0] == ["lama-rusak.md isian-wajib-tidak-ada"]


def test_an_unknown_revision_is_said_in_indonesian(repository: Path) -> None:
    with pytest.raises(HistoryError, match="Git tidak dapat menjawab"):
        read_changes(repository, "tidak-ada")
    with pytest.raises(HistoryError, match="bukan nama revisi"):
        read_changes(repository, "--output=x")


def test_without_history_there_is_no_newest_commit(tmp_path: Path) -> None:
    assert newest_commit_epoch(tmp_path) is None
