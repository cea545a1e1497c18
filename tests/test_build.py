"""The whole way on a small tree: built, whole, the same bytes every time, and never half."""

from __future__ import annotations

import hashlib
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
from collections import Counter
from contextlib import suppress
from pathlib import Path

import pytest

from catalog.build import build_site
from catalog.inputs import Inputs

pytestmark = pytest.mark.slow

KILL_COUNT = int(os.environ.get("KILL_COUNT", "6"))

REAL = ["kab-blora", "kab-grobogan", "kota-solok"]
"""Regions of the real data that the small tree holds; links to others become plain names."""


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A few real regions, without the entries that refer to regions left out."""
    base = tmp_path_factory.mktemp("pohon")
    for region in REAL:
        shutil.copytree(root / "innovations" / region, base / "innovations" / region)
    from catalog.load import load_catalog

    while faulty := {p.berkas for p in load_catalog(Inputs(root, base / "innovations")).problems if p.is_error}:
        for file in faulty:
            (base / file).unlink()
    return base


def _digest(site: Path) -> dict[str, str]:
    release = site.resolve()
    return {
        path.relative_to(release).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(release.rglob("*"))
        if path.is_file()
    }


def test_two_builds_give_the_same_bytes(tree: Path, root: Path, tmp_path: Path) -> None:
    """Other folder, process count, hash seed, time zone and locale."""
    first = build_site(Inputs(root, tree / "innovations"), tmp_path / "satu" / "site", processes=1)
    assert first.published, first.faults[:5]
    script = (
        "import sys; from pathlib import Path; from catalog.build import build_site; from catalog.inputs import Inputs;"
        "r = build_site(Inputs(Path(sys.argv[1]), Path(sys.argv[2])), Path(sys.argv[3]), processes=2);"
        "sys.exit(not r.published)"
    )
    other = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Jayapura", "LC_ALL": "C", "PYTHONPATH": str(root)}
    (tmp_path / "dua").mkdir()
    subprocess.run(
        [sys.executable, "-c", script, str(root), str(tree / "innovations"), str(tmp_path / "dua" / "site")],
        check=True,
        env=other,
        cwd=tmp_path,
    )
    assert _digest(tmp_path / "satu" / "site") == _digest(tmp_path / "dua" / "site")


def test_a_killed_build_leaves_one_whole_site(
    tree: Path, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change, a build killed at any moment, again and again: the site is the one before the change or the one after
    it, and a build that may end makes of whatever the killed ones left what a build from nothing makes.

    More rounds by the variable KILL_COUNT.
    """
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    site, entry = tmp_path / "site", next((tree / "innovations").glob("*/*.md"))
    texts = [entry.read_text(encoding="utf-8")]
    texts.append(texts[0].replace("\nringkasan: ", "\nringkasan: Diperbarui. ", 1))
    whole = []
    for number, text in enumerate(texts):
        entry.write_text(text, encoding="utf-8")
        made = tmp_path / str(number) / "site"
        assert build_site(Inputs(root, tree / "innovations"), made, with_search=False, from_scratch=True).published
        whole.append(_digest(made))
    assert whole[0] != whole[1]
    command = [
        sys.executable, str(root / "build_catalog.py"), "build", "--tanpa-pencarian",
        "--innovations", str(tree / "innovations"), "--out", str(site),
    ]  # fmt: skip
    entry.write_text(texts[0], encoding="utf-8")
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    rng, stands, outcomes = random.Random(20261122), 0, Counter[str]()
    for number in range(KILL_COUNT):
        wanted = (number + 1) % 2
        entry.write_text(texts[wanted], encoding="utf-8")
        process = subprocess.Popen(
            [*command, *(["--dari-nol"] if rng.random() < 0.3 else [])],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        with suppress(subprocess.TimeoutExpired):
            process.wait(rng.uniform(0.2, 3.0))
        process.send_signal(signal.SIGKILL)
        process.wait()
        there = _digest(site)
        assert there in (whole[stands], whole[wanted])
        stands = whole.index(there)
        outcomes["sesudah" if stands == wanted else "sebelum"] += 1
    assert outcomes["sebelum"] > 0
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    assert _digest(site) == whole[KILL_COUNT % 2]
    entry.write_text(texts[0], encoding="utf-8")


@pytest.mark.parametrize("room", [200, 20_000, 400_000])
def test_a_disk_that_refuses_leaves_the_last_good_site(
    tree: Path, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: int
) -> None:
    """No file may grow beyond ``room`` bytes: the system refuses the write, in whichever process it happens."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795000000")
    site = tmp_path / "site"
    assert build_site(Inputs(root, tree / "innovations"), site, with_search=False).published
    before = _digest(site)
    command = [
        sys.executable, str(root / "build_catalog.py"), "build", "--dari-nol",
        "--innovations", str(tree / "innovations"), "--out", str(site),
    ]  # fmt: skip

    def refuse() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    done = subprocess.run(command, capture_output=True, text=True, preexec_fn=refuse, check=False)
    assert (done.returncode, "Traceback" in done.stdout + done.stderr) == (2, False), done.stderr[-2000:]
    assert "Situs yang ada tidak berubah" in done.stderr
    assert _digest(site) == before
    assert build_site(Inputs(root, tree / "innovations"), site, with_search=False).published
    assert _digest(site) == before


def test_an_error_stops_publishing_and_a_change_elsewhere_does_not(tree: Path, root: Path, tmp_path: Path) -> None:
    from catalog.history import Changes

    shutil.copytree(tree / "innovations", tmp_path / "innovations")
    broken = "innovations/kab-blora/rusak.md"
    (tmp_path / broken).write_text("---\nnama: Rusak\n---\n")
    inputs, site = Inputs(root, tmp_path / "innovations"), tmp_path / "site"
    stopped = build_site(inputs, site, with_search=False)
    assert (stopped.published, site.exists()) == (False, False)
    elsewhere = Changes(frozenset({"innovations/kota-solok/wilayah.yml"}), frozenset())
    went_on = build_site(inputs, site, changes=elsewhere, with_search=False)
    assert (went_on.published, went_on.left_out) == (True, (broken,))
    assert not (site / "inovasi" / "kab-blora" / "rusak").exists()


def test_a_photo_is_published_small_and_shown(tree: Path, root: Path, tmp_path: Path) -> None:
    from PIL import Image

    shutil.copytree(tree / "innovations", tmp_path / "innovations")
    entry = tmp_path / "innovations" / "kab-blora" / "samin-119.md"
    entry.write_text(
        entry.read_text().replace("urusan:", "foto:\n  - berkas: mobil.jpg\n    alt: Ambulans di pendapa\nurusan:", 1)
    )
    (tmp_path / "innovations" / "kab-blora" / "samin-119").mkdir()
    Image.new("RGB", (2000, 1000), "teal").save(tmp_path / "innovations" / "kab-blora" / "samin-119" / "mobil.jpg")
    result = build_site(Inputs(root, tmp_path / "innovations"), tmp_path / "site", with_search=False)
    assert result.published, result.faults[:5]
    page = (tmp_path / "site" / "inovasi" / "kab-blora" / "samin-119" / "index.html").read_text()
    assert 'src="../../../inovasi/kab-blora/samin-119/foto/mobil-640.webp"' in page
    assert 'width="640" height="320" alt="Ambulans di pendapa" loading="lazy"' in page
    assert (tmp_path / "site" / "inovasi" / "kab-blora" / "samin-119" / "foto" / "mobil-1280.webp").is_file()


def test_a_renamed_entry_leads_on_from_its_old_address(tree: Path, root: Path, tmp_path: Path) -> None:
    shutil.copytree(tree / "innovations", tmp_path / "innovations")
    entry = tmp_path / "innovations" / "kab-blora" / "samin-119.md"
    entry.write_text(entry.read_text().replace("urusan:", "alamat_lama: [kab-blora/samin]\nurusan:", 1))
    assert build_site(Inputs(root, tmp_path / "innovations"), tmp_path / "site", with_search=False).published
    page = (tmp_path / "site" / "inovasi" / "kab-blora" / "samin" / "index.html").read_text()
    assert '<meta http-equiv="refresh" content="0; url=../../../inovasi/kab-blora/samin-119/">' in page
