"""The nginx site of ``deploy/``, as it is, before Debian's real nginx on 127.0.0.1."""

from __future__ import annotations

import gzip
import http.client
import os
import re
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from catalog.build import build_site
from catalog.frame.policy import content_security_policy
from catalog.inputs import Inputs
from catalog.publish import publishing, switch_site
from tests.browser.chromium import running_chromium

ROOT = Path(__file__).parent.parent.parent
NGINX = shutil.which("nginx", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
SWAPS = int(os.environ.get("SWAP_COUNT", "20"))

pytestmark = pytest.mark.skipif(NGINX is None, reason="nginx belum terpasang: sudo apt-get install nginx-light")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Host:
    """A running nginx: its port, and the published link it serves."""

    port: int
    site: Path

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask once, on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
            answer = connection.getresponse()
            return Answer(answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read())
        finally:
            connection.close()


@pytest.fixture(scope="module")
def host(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Host]:
    folder = tmp_path_factory.mktemp("nginx")
    folder.chmod(0o755)
    innovations = folder / "innovations"
    shutil.copytree(ROOT / "innovations", innovations)
    _rename_an_entry(innovations / "kab-blora" / "gemar-pekarangan.md")
    site = folder / "site"
    result = build_site(Inputs.of(ROOT, innovations), site, compressed=True)
    assert result.published, result.loaded.problems
    port = _free_port()
    process = subprocess.Popen([str(NGINX), "-c", str(_configuration(folder, site, port)), "-p", str(folder)])
    try:
        _wait_for(port, process)
        yield Host(port, site)
    finally:
        process.terminate()
        process.wait(10)


def _rename_an_entry(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    file.with_name("gemar-blora.md").write_text(
        text.replace("---\n", "---\nalamat_lama: [kab-blora/gemar-pekarangan]\n", 1), encoding="utf-8"
    )
    file.unlink()


def _configuration(folder: Path, site: Path, port: int) -> Path:
    """Wrap the file of ``deploy/`` as Debian's nginx.conf does; only port and folder differ."""
    text = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    text = text.replace("/srv/katalog/site", str(site)).replace("listen 80;", f"listen 127.0.0.1:{port};")
    (folder / "katalog.conf").write_text(text, encoding="utf-8")
    user = "user root;" if os.geteuid() == 0 else ""
    scratch = "".join(
        f"{kind}_temp_path {folder}/{kind};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    main = folder / "nginx.conf"
    main.write_text(
        f"{user} daemon off; worker_processes 2; pid {folder}/nginx.pid; error_log {folder}/error.log;\n"
        f"events {{}}\nhttp {{ include /etc/nginx/mime.types; default_type application/octet-stream;\n"
        f"access_log off; {scratch} include {folder}/katalog.conf; }}\n",
        encoding="utf-8",
    )
    return main


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        assert process.poll() is None, "nginx did not start"
        with socket.socket() as found:
            if found.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise AssertionError("nginx does not answer")


def test_every_answer_carries_the_policy_of_the_pages_and_the_other_headers(host: Host) -> None:
    for path in ("/", "/inovasi/kab-blora/samin-119/", "/tidak/ada/", "/wilayah"):
        headers = host.get(path).headers
        assert headers["content-security-policy"] == content_security_policy() + "; frame-ancestors 'none'"
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "same-origin"
        assert headers["cross-origin-opener-policy"] == "same-origin"
        assert headers["permissions-policy"] == "camera=(), geolocation=(), microphone=()"
        assert "/" not in headers["server"]  # no version


def test_a_page_comes_compressed_as_it_was_written_and_is_asked_for_again(host: Host) -> None:
    answer = host.get("/", Accept_Encoding="gzip")
    assert (answer.status, answer.headers["content-encoding"]) == (200, "gzip")
    assert answer.body == (host.site / "index.html.gz").read_bytes()
    assert gzip.decompress(answer.body) == (host.site / "index.html").read_bytes()
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"
    assert host.get("/", If_Modified_Since=answer.headers["last-modified"]).status == 304
    assert "content-encoding" not in host.get("/").headers


def test_a_file_whose_name_holds_its_print_is_kept_for_a_year(host: Host) -> None:
    style = next(path.name for path in (host.site / "assets").glob("katalog.*.css"))
    assert host.get(f"/assets/{style}").headers["cache-control"] == "public, max-age=31536000, immutable"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/data/v1/inovasi.json", "application/json"),
        ("/kunjungan/kalender.ics", "text/calendar"),
        ("/assets/tanda.svg", "image/svg+xml"),
    ],
)
def test_files_have_their_kind(host: Host, path: str, kind: str) -> None:
    if path.startswith("/assets/"):
        path = "/assets/" + next(p.name for p in (host.site / "assets").glob("tanda.*.svg"))
    answer = host.get(path)
    assert (answer.status, answer.headers["content-type"].split(";")[0]) == (200, kind)


def test_open_data_may_be_read_from_other_sites_and_pages_may_not(host: Host) -> None:
    assert host.get("/data/v1/inovasi.json").headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in host.get("/").headers


def test_an_unknown_address_gets_the_page_that_helps(host: Host) -> None:
    answer = host.get("/inovasi/kab-blora/tidak-ada/")
    assert answer.status == 404
    assert answer.body == (host.site / "404.html").read_bytes()


def test_a_renamed_entry_leads_on(host: Host) -> None:
    answer = host.get("/inovasi/kab-blora/gemar-pekarangan/")
    assert (answer.status, answer.headers["location"]) == (301, "/inovasi/kab-blora/gemar-blora/")
    assert host.get(answer.headers["location"]).status == 200


def test_a_folder_without_its_slash_leads_to_the_page(host: Host) -> None:
    answer = host.get("/wilayah/kab-blora")
    assert (answer.status, answer.headers["location"]) == (301, "/wilayah/kab-blora/")


@pytest.mark.parametrize("path", ["/pengalihan.map", "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/assets/"])
def test_what_is_not_for_readers_is_not_given(host: Host, path: str) -> None:
    assert host.get(path).status in (400, 403, 404)


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_nothing_can_be_sent(host: Host, method: str) -> None:
    assert host.get("/", method).status == 405


@pytest.mark.browser
def test_the_search_works_under_the_policy_of_the_header(host: Host) -> None:
    with running_chromium() as browser:
        page = browser.new_page()
        said: list[str] = []
        page.on("console", lambda message: said.append(message.text))
        page.goto(f"http://127.0.0.1:{host.port}/jelajah/?q=ambulans")
        page.get_by_role("link", name="Samin 119").first.wait_for()
        assert said == []


def test_readers_notice_nothing_while_the_site_is_replaced(host: Host) -> None:
    """Requests one after the other while releases are switched under them; each answer is whole and from one release.

    A release holds just what is asked for, so that the switches, not the copying, are what happens.
    """
    failures: list[str] = []
    asked = 0
    paths = ("/", "/wilayah/kab-blora/")
    whole = host.site.resolve()
    (host.site.parent / "awal").symlink_to(whole)  # a release with a name of its own is not removed
    pages = {path: (host.site / path.strip("/") / "index.html").read_bytes() for path in paths}
    done = threading.Event()

    def read() -> None:
        nonlocal asked
        while not done.is_set():
            for path in paths:
                answer = host.get(path)
                asked += 1
                if answer.status != 200 or re.sub(rb"<!--rilis \d+-->$", b"", answer.body) != pages[path]:
                    failures.append(f"{path}: {answer.status}, {len(answer.body)} bytes")

    readers = [threading.Thread(target=read) for _ in range(4)]
    for reader in readers:
        reader.start()
    try:
        for number in range(SWAPS):
            with publishing(host.site) as release:
                for path, page in pages.items():
                    file = release / path.strip("/") / "index.html"
                    file.parent.mkdir(parents=True, exist_ok=True)
                    file.write_bytes(page + b"<!--rilis %d-->" % number)
            time.sleep(0.05)
    finally:
        done.set()
        for reader in readers:
            reader.join()
        switch_site(whole, host.site)
    assert failures == []
    assert asked > SWAPS
