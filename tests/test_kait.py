"""The git hook: a commit with a fault in its data is held back, one without data is not looked at."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BROKEN = "---\nnama: Rusak\n---\n"


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    identity = ["-c", "user.name=Uji", "-c", "user.email=uji@contoh.id", "-c", "commit.gpgsign=false"]
    return subprocess.run(["git", "-C", str(folder), *identity, *arguments], capture_output=True, text=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with the small valid tree and an old fault, the hook put on as ``make kait`` does."""
    shutil.copytree(ROOT / "tests" / "records" / "dasar" / "innovations", tmp_path / "innovations")
    shutil.copytree(ROOT / "vocabularies", tmp_path / "vocabularies")
    shutil.copytree(ROOT / "scripts" / "kait", tmp_path / "scripts" / "kait")
    for name in ("build_catalog.py", "mkdocs.yml"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "catalog").symlink_to(ROOT / "catalog")
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    (tmp_path / ".gitignore").write_text(".venv\ncatalog\n")
    (tmp_path / "innovations" / "kab-blora" / "lama-rusak.md").write_text(BROKEN)
    assert _git(tmp_path, "init", "-q").returncode == 0
    _git(tmp_path, "add", ".")
    _git(tmp_path, "commit", "-qm", "awal")
    _git(tmp_path, "config", "core.hooksPath", "scripts/kait")
    return tmp_path


def _commit(repository: Path) -> subprocess.CompletedProcess[str]:
    _git(repository, "add", "-A")
    return _git(repository, "commit", "-m", "perubahan")


def test_a_fault_of_this_commit_holds_it_back(repository: Path) -> None:
    (repository / "innovations" / "kab-blora" / "baru.md").write_text(BROKEN)
    done = _commit(repository)
    assert done.returncode != 0
    assert "innovations/kab-blora/baru.md:1:1: kesalahan [isian-wajib-tidak-ada]" in done.stdout + done.stderr
    assert "lama-rusak" not in done.stdout


def test_a_good_change_passes_although_another_file_is_faulty(repository: Path) -> None:
    path = repository / "innovations" / "kab-blora" / "samin-119.md"
    path.write_text(path.read_text().replace("Samin 119", "Samin Siaga 119"))
    assert _commit(repository).returncode == 0


def test_a_change_without_data_is_not_looked_at(repository: Path) -> None:
    (repository / "CATATAN.md").write_text("x")
    (repository / "build_catalog.py").write_text("raise SystemExit(1)\n")
    assert _commit(repository).returncode == 0
