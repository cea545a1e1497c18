"""Links that are opened: what each answer means, that private addresses are never asked, and what people are told."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from conftest import make_entri

from catalog.commands.tautan import report_links
from catalog.tautan_hidup import Jawaban, ask_all, collect_links

ASKED: list[tuple[str, str]] = []


class _Server(BaseHTTPRequestHandler):
    def _answer(self) -> None:
        ASKED.append((self.command, self.path))
        status = int(self.path.strip("/").split("-")[0])
        if self.path == "/405-head" and self.command == "GET":
            status = 200
        self.send_response(status)
        if status == 302:
            target = {"/302-luar": "http://10.0.0.1/rahasia", "/302-berkas": "file:///etc/passwd"}
            self.send_header("Location", target.get(self.path, "/200"))
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD = _answer

    def log_message(self, format: str, *args: object) -> None:
        """Stay quiet."""


@pytest.fixture
def server() -> Iterator[str]:
    """A server that answers ``/404`` with 404 and so on."""
    ASKED.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), _Server) as httpd:
        Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        httpd.shutdown()


def _ours(host: str) -> bool:
    return host == "127.0.0.1"


@pytest.mark.parametrize(
    ("path", "hasil", "sebab"),
    [
        ("/200", "hidup", "200"),
        ("/302", "hidup", "200"),
        ("/405-head", "hidup", "200"),
        ("/404", "tidak-ada", "404"),
        ("/410", "tidak-ada", "410"),
        ("/403", "menolak", "403"),
        ("/429", "menolak", "429"),
        ("/500", "galat", "500"),
        ("/302-luar", "tak-terjangkau", "bukan alamat umum"),
        ("/302-berkas", "tak-terjangkau", "pengalihan tidak dapat diikuti"),
    ],
)
def test_what_an_answer_means(path: str, hasil: str, sebab: str, server: str) -> None:
    link = server + path
    assert ask_all({link: ()}, 5, is_public=_ours) == (Jawaban(link, hasil, sebab),)


def test_a_link_that_opens_is_asked_once_and_without_its_body(server: str) -> None:
    ask_all({f"{server}/200": ()}, 5, is_public=_ours)
    assert ASKED == [("HEAD", "/200")]


@pytest.mark.parametrize(
    "link",
    ["http://127.0.0.1/", "http://localhost/", "http://169.254.169.254/latest", "http://[::1]/", "http://10.1.2.3"],
)
def test_private_addresses_are_never_asked(link: str, server: str) -> None:
    assert ask_all({link: (), f"{server}/200": ()}, 5)[0] == Jawaban(link, "tak-terjangkau", "bukan alamat umum")
    assert ASKED == []


def test_a_server_that_is_not_there_is_told_in_words() -> None:
    (answer,) = ask_all({"http://127.0.0.1:9/": ()}, 5, is_public=_ours)
    assert answer.hasil == "tak-terjangkau"
    assert answer.sebab == "sambungan ditolak"


def test_a_silent_host_is_not_waited_for_again_and_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def silent(link: str, *_: object) -> Jawaban:
        asked.append(link)
        return Jawaban(link, "tak-terjangkau", "tidak menjawab")

    monkeypatch.setattr("catalog.tautan_hidup._ask", silent)
    links = {f"https://diam.id/{number}": () for number in range(5)}
    answers = ask_all(links, 5, is_public=_ours)
    assert asked == ["https://diam.id/0", "https://diam.id/1"]
    assert [(one.tautan, one.sebab) for one in answers] == [(link, "tidak menjawab") for link in links]


def test_links_are_collected_once_with_their_files_and_without_the_dead(catalog_of) -> None:
    source = {"judul": "x", "penerbit": "y", "tautan": "https://contoh.id/a"}
    dead = source | {"tautan": "https://contoh.id/mati", "tautan_mati_sejak": "2026"}
    one = make_entri("kab-blora/a", sumber=[source, dead], tautan_luar={"sinovik": "https://contoh.id/s"})
    two = make_entri("kab-batang/b", sumber=[source])
    catalog = catalog_of(one, two)
    files = ("innovations/kab-batang/b.md", "innovations/kab-blora/a.md")
    assert collect_links(catalog) == {"https://contoh.id/a": files, "https://contoh.id/s": files[1:]}
    assert collect_links(catalog, "kab-batang") == {"https://contoh.id/a": files[:1]}


def test_the_report_parts_the_lost_from_the_shy() -> None:
    links = {"https://a.id/x": ["innovations/kab-blora/a.md"], "https://b.id/y": ["innovations/kab-blora/b.md"]}
    answers = [Jawaban("https://a.id/x", "tidak-ada", "404"), Jawaban("https://b.id/y", "menolak", "403")]
    assert "\n".join(report_links(links, answers)) == (
        "# Tautan yang perlu dilihat\n"
        "\n"
        "0 dari 2 tautan terbuka.\n"
        "\n"
        "## Tidak ditemukan (404, 410): 1\n"
        "\n"
        "Buka sendiri. Bila benar hilang, cari alamat barunya atau tandai mati.\n"
        "\n"
        "- `https://a.id/x` (404), `innovations/kab-blora/a.md`\n"
        "\n"
        "## Menolak robot (403, 429, dan lainnya): 1\n"
        "\n"
        "Bukan tautan mati. Cukup dilihat sesekali di peramban.\n"
        "\n"
        "- `https://b.id/y` (403), `innovations/kab-blora/b.md`\n"
        "\n"
        "Menandai tautan mati: tambahkan `tautan_mati_sejak: 2026-11` (tahun-bulan saat diketahui) di bawah `tautan` "
        "sumbernya. Sumbernya tetap tercantum."
    )
