"""The published site is always one whole release: after a switch, a failure, a kill, two builds at once."""

from __future__ import annotations

import gzip
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from catalog.mampat import compress_release
from catalog.pengalihan import redirect_map
from catalog.publish import (
    PublishError,
    build_lock,
    fresh_release,
    publishing,
    refuse_real_site,
    remove_old_releases,
    switch_site,
)

ROOT = Path(__file__).parent.parent
KILL_COUNT = int(os.environ.get("KILL_COUNT", "15"))
FILES_IN_A_RELEASE = 40

# A builder that publishes release after release until it is killed; every file of a release holds its number.
BUILDER = f"""
import sys
from pathlib import Path
from catalog.publish import publishing
site = Path(sys.argv[1])
start = int((site / "0").read_text()) if site.exists() else 0
print("mulai", flush=True)
for number in range(start + 1, start + 100_000):
    with publishing(site) as release:
        for name in range({FILES_IN_A_RELEASE}):
            (release / str(name)).write_text(str(number))
"""
HOLDER = """
import sys, time
from pathlib import Path
from catalog.publish import build_lock
with build_lock(Path(sys.argv[1])):
    print("terkunci", flush=True)
    time.sleep(60)
"""


def start(script: str, argument: Path) -> subprocess.Popen[str]:
    """Start a script in its own process and wait until it says that it is at work."""
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(argument)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline().strip() in ("mulai", "terkunci")
    return process


def kill(process: subprocess.Popen[str]) -> None:
    process.kill()
    process.communicate()


def publish(site: Path, text: str) -> None:
    with publishing(site) as release:
        (release / "index.html").write_text(text, encoding="utf-8")


def release_names(base: Path) -> list[str]:
    return sorted(path.name for path in (base / "build" / "releases").iterdir())


def test_site_is_a_relative_link_to_the_release(tmp_path: Path) -> None:
    publish(tmp_path / "site", "satu")
    assert (tmp_path / "site").readlink() == Path("build/releases/rilis-000001")
    assert (tmp_path / "site" / "index.html").read_text() == "satu"


def test_folder_with_site_and_build_can_be_moved(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    publish(tmp_path / "a" / "site", "satu")
    (tmp_path / "a").rename(tmp_path / "b")
    assert (tmp_path / "b" / "site" / "index.html").read_text() == "satu"


def test_next_release_replaces_the_site_and_keeps_the_last(tmp_path: Path) -> None:
    for text in ("satu", "dua", "tiga"):
        publish(tmp_path / "site", text)
    assert (tmp_path / "site" / "index.html").read_text() == "tiga"
    assert release_names(tmp_path) == ["rilis-000002", "rilis-000003"]


def test_failure_leaves_the_old_site_and_no_remains(tmp_path: Path) -> None:
    publish(tmp_path / "site", "satu")
    with pytest.raises(ZeroDivisionError), publishing(tmp_path / "site") as release:
        (release / "index.html").write_text("dua")
        raise ZeroDivisionError
    assert (tmp_path / "site" / "index.html").read_text() == "satu"
    assert release_names(tmp_path) == ["rilis-000001"]


def test_failure_of_the_first_build_leaves_no_site(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), publishing(tmp_path / "site"):
        raise ZeroDivisionError
    assert not (tmp_path / "site").is_symlink()


@pytest.mark.parametrize("kind", ["folder", "berkas"])
def test_what_is_not_a_link_is_never_overwritten(tmp_path: Path, kind: str) -> None:
    site = tmp_path / "site"
    if kind == "folder":
        site.mkdir()
        (site / "milik-orang.txt").write_text("penting")
    else:
        site.write_text("penting")
    with pytest.raises(PublishError) as caught, publishing(site):
        raise AssertionError("the build must not start")
    assert str(caught.value) == (
        f"{site} adalah {kind} biasa, bukan tautan ke hasil bangun, jadi tidak ditimpa. "
        "Pindahkan atau hapus dahulu, lalu ulangi; atau pilih tempat lain dengan --out."
    )
    with pytest.raises(PublishError):
        switch_site(fresh_release(tmp_path), site)
    assert site.is_file() or (site / "milik-orang.txt").read_text() == "penting"


def test_a_dangling_link_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "site").symlink_to("build/releases/hilang")
    refuse_real_site(tmp_path / "site")
    publish(tmp_path / "site", "satu")
    assert (tmp_path / "site" / "index.html").read_text() == "satu"


def test_remains_of_a_killed_switch_are_no_obstacle(tmp_path: Path) -> None:
    (tmp_path / "site.new").symlink_to("build/releases/hilang")
    publish(tmp_path / "site", "satu")
    assert not (tmp_path / "site.new").is_symlink()
    assert (tmp_path / "site" / "index.html").read_text() == "satu"


def test_releases_get_growing_numbers_also_after_a_gap(tmp_path: Path) -> None:
    names = [fresh_release(tmp_path).name for _ in range(2)]
    (tmp_path / "build" / "releases" / "rilis-000041").mkdir()
    (tmp_path / "build" / "releases" / "catatan").mkdir()
    assert [*names, fresh_release(tmp_path).name] == [
        "rilis-000001.belum-selesai",
        "rilis-000002.belum-selesai",
        "rilis-000042.belum-selesai",
    ]


def test_old_and_unfinished_releases_go_and_the_public_one_stays(tmp_path: Path) -> None:
    publish(tmp_path / "site", "satu")
    for number in (2, 3, 4):
        (tmp_path / "build" / "releases" / f"rilis-00000{number}").mkdir()
    fresh_release(tmp_path)
    (tmp_path / "build" / "releases" / "catatan").mkdir()
    remove_old_releases(tmp_path, keep=2)
    assert release_names(tmp_path) == ["catatan", "rilis-000001", "rilis-000003", "rilis-000004"]
    remove_old_releases(tmp_path, keep=0)
    assert release_names(tmp_path) == ["catatan", "rilis-000001"]


def test_a_release_can_be_read_by_a_web_server(tmp_path: Path) -> None:
    previous = os.umask(0o022)
    try:
        publish(tmp_path / "site", "satu")
    finally:
        os.umask(previous)
    assert (tmp_path / "site").stat().st_mode & 0o777 == 0o755


def test_a_second_build_is_refused_while_one_runs(tmp_path: Path) -> None:
    holder = start(HOLDER, tmp_path)
    try:
        with pytest.raises(PublishError) as caught, publishing(tmp_path / "site"):
            raise AssertionError("the build must not start")
        assert str(caught.value) == (
            f"Pembangunan lain sedang berjalan di folder {tmp_path}. Tunggu sampai selesai, lalu ulangi."
        )
    finally:
        kill(holder)
    publish(tmp_path / "site", "satu")


def test_a_worker_of_a_killed_build_does_not_keep_the_lock(tmp_path: Path) -> None:
    """A forked worker may outlive its parent; with an inherited lock no build could start until it ends."""
    worker = "    import os\n    if os.fork() == 0: time.sleep(2); os._exit(0)\n    print("
    script = HOLDER.replace("    print(", worker)
    kill_soon = subprocess.Popen(
        [sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    assert kill_soon.stdout is not None
    assert kill_soon.stdout.readline().strip() == "terkunci"
    kill_soon.kill()
    kill_soon.wait()
    with build_lock(tmp_path):
        pass
    kill_soon.stdout.close()


def test_kill_at_any_moment_leaves_one_whole_release(tmp_path: Path) -> None:
    site = tmp_path / "site"
    moments = random.Random(20261121)
    killed_while_filling = 0
    last = 0
    for _ in range(KILL_COUNT):
        builder = start(BUILDER, site)
        time.sleep(moments.uniform(0.0, 0.12))
        kill(builder)
        killed_while_filling += any(name.endswith(".belum-selesai") for name in release_names(tmp_path))
        if not site.is_symlink():
            assert last == 0  # killed before the first release was whole
            continue
        texts = {path.read_text() for path in site.iterdir()}
        assert len(list(site.iterdir())) == FILES_IN_A_RELEASE
        assert len(texts) == 1
        assert int(*texts) >= last
        last = int(*texts)
    assert last > 0
    assert killed_while_filling > 0


def test_compressed_forms_stand_beside_the_texts_and_are_the_same_every_time(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text("<p>contoh</p>" * 200, encoding="utf-8")
    (tmp_path / "pendek.html").write_text("<p>contoh</p>", encoding="utf-8")
    (tmp_path / "foto.webp").write_bytes(b"x" * 4000)
    assert compress_release(tmp_path, 1) == 1
    first = (tmp_path / "a" / "index.html.gz").read_bytes()
    assert gzip.decompress(first) == (tmp_path / "a" / "index.html").read_bytes()
    assert sorted(path.name for path in tmp_path.rglob("*.gz")) == ["index.html.gz"]
    compress_release(tmp_path, 1)
    assert (tmp_path / "a" / "index.html.gz").read_bytes() == first


def test_old_addresses_become_lines_of_a_map() -> None:
    moved = [("inovasi/kab-blora/lama/", "inovasi/kab-blora/baru/"), ("inovasi/kab-batang/x", "inovasi/kab-batang/y/")]
    assert redirect_map(moved).splitlines()[1:] == [
        "/inovasi/kab-batang/x/ /inovasi/kab-batang/y/;",
        "/inovasi/kab-blora/lama/ /inovasi/kab-blora/baru/;",
    ]
