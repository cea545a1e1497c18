"""Whether the addresses in the records still open: asked politely, told to people, who decide.

An answer that refuses robots (403, 429 …) is not a dead link, and one failure is not a death: nothing is changed here.
Only public addresses are asked, also after a redirection, because the records are strangers' words.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

from catalog.catalog import Catalog
from catalog.model.isian import Rekaman
from catalog.progress import Progress, silent

HIDUP, TIDAK_ADA, TAK_TERJANGKAU, GALAT, MENOLAK = "hidup", "tidak-ada", "tak-terjangkau", "galat", "menolak"
"""Answers: opens; 404 and 410; no answer at all; the server's own fault; open perhaps, but not to robots."""

_GONE = frozenset({404, 410})
_HOSTS_AT_ONCE = 16
_PATIENCE = 2
_HEADERS = {
    "User-Agent": "Mozilla/5.0 (compatible; KatalogInovasiDaerah/1; pemeriksa tautan)",
    "Accept": "text/html,application/xhtml+xml,*/*;q=0.5",
    "Accept-Language": "id,en;q=0.5",
}


@dataclass(frozen=True, slots=True)
class Jawaban:
    """What one address answered: ``hasil`` is one of the above, ``sebab`` the status or the reason in a few words."""

    tautan: str
    hasil: str
    sebab: str


def collect_links(catalog: Catalog, wilayah: str | None = None) -> dict[str, tuple[str, ...]]:
    """Return address → the files that name it, both sorted; sources marked ``tautan_mati_sejak`` are left out."""
    found: dict[str, set[str]] = {}
    for entri in catalog.entri:
        if wilayah in (None, entri.wilayah):
            for link in _links(entri.inovasi):
                found.setdefault(link, set()).add(entri.berkas)
    for daerah in catalog.daerah.values():
        if wilayah in (None, daerah.id):
            parts = (daerah.profil, daerah.indeks, daerah.angka, daerah.kunjungan, daerah.pameran)
            for link in _links((*parts, daerah.penghargaan, daerah.lab, tuple(daerah.perangkat_daerah.values()))):
                found.setdefault(link, set()).add(f"innovations/{daerah.id}/")
    return {link: tuple(sorted(found[link])) for link in sorted(found)}


def ask_all(
    links: Mapping[str, object],
    timeout: float = 20.0,
    progress: Progress = silent,
    is_public: Callable[[str], bool] | None = None,
) -> tuple[Jawaban, ...]:
    """Ask every address and return the answers in the order of ``links``; one request at a time to each host.

    ``is_public`` judges a host's name; by default only names that lead to public addresses are asked.
    """
    public = is_public or _leads_outside
    by_host: dict[str, list[str]] = {}
    for link in links:
        by_host.setdefault(urlsplit(link).hostname or "", []).append(link)
    answers: dict[str, Jawaban] = {}
    with ThreadPoolExecutor(_HOSTS_AT_ONCE) as pool:
        for group in pool.map(lambda host: _ask_host(by_host[host], timeout, public), sorted(by_host)):
            answers |= {answer.tautan: answer for answer in group}
            progress("membuka tautan", len(answers), len(links))
    return tuple(answers[link] for link in links)


def _links(value: Any) -> Iterator[str]:
    if isinstance(value, Rekaman):
        if getattr(value, "tautan_mati_sejak", None):
            return
        for name in type(value).model_fields:
            yield from _links(getattr(value, name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _links(item)
    elif isinstance(value, str) and value.startswith(("https://", "http://")):
        yield value


def _ask_host(links: Sequence[str], timeout: float, public: Callable[[str], bool]) -> list[Jawaban]:
    """Ask one host after the other; a host that twice in a row did not answer is not waited for again."""
    answers: list[Jawaban] = []
    for link in links:
        last = answers[-_PATIENCE:]
        if len(last) == _PATIENCE and all(one.hasil == TAK_TERJANGKAU for one in last):
            answers.append(Jawaban(link, TAK_TERJANGKAU, last[-1].sebab))
        else:
            answers.append(_ask(link, timeout, public))
    return answers


def _ask(link: str, timeout: float, public: Callable[[str], bool]) -> Jawaban:
    """Ask with HEAD, and with GET where a server does not like that."""
    answer = _request("HEAD", link, timeout, public)
    return answer if answer.hasil == HIDUP else _request("GET", link, timeout, public)


def _request(method: str, link: str, timeout: float, public: Callable[[str], bool]) -> Jawaban:
    opener = urllib.request.build_opener(_Guard(public))
    address = quote(link, safe="%/:=&?~#+!$,;'@()*[]")
    try:
        _refuse_private(address, public)
        request = urllib.request.Request(address, method=method, headers=_HEADERS)  # noqa: S310  scheme is checked
        with opener.open(request, timeout=timeout) as response:
            return Jawaban(link, HIDUP, str(response.status))
    except urllib.error.HTTPError as error:
        error.close()
        if 300 <= error.code < 400:  # in a circle, or to something that is no web page
            return Jawaban(link, TAK_TERJANGKAU, "pengalihan tidak dapat diikuti")
        return Jawaban(link, _meaning(error.code), str(error.code))
    except _Private:
        return Jawaban(link, TAK_TERJANGKAU, "bukan alamat umum")
    except (OSError, http.client.HTTPException, ValueError) as error:
        return Jawaban(link, TAK_TERJANGKAU, _reason(error))


def _meaning(status: int) -> str:
    if status in _GONE:
        return TIDAK_ADA
    return GALAT if 500 <= status < 600 else MENOLAK


def _reason(error: Exception) -> str:
    cause = getattr(error, "reason", error)
    if isinstance(cause, TimeoutError):
        return "tidak menjawab"
    if isinstance(cause, socket.gaierror):
        return "nama situs tidak dikenal"
    if isinstance(cause, ssl.SSLError):
        return "sertifikat bermasalah"
    if isinstance(cause, ConnectionError):
        return "sambungan ditolak"
    return "tidak terbuka"


class _Private(Exception):
    """The address does not lead to the public internet."""


class _Guard(urllib.request.HTTPRedirectHandler):
    """Follows redirections only to public addresses."""

    def __init__(self, public: Callable[[str], bool]) -> None:
        self._public = public

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        """Return the next request, or refuse it."""
        _refuse_private(newurl, self._public)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _refuse_private(address: str, public: Callable[[str], bool]) -> None:
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise _Private
    if not public(parts.hostname):
        raise _Private


def _leads_outside(host: str) -> bool:
    """True when every address behind the name is a public one; an unknown name is asked, and fails by itself."""
    try:
        found = socket.getaddrinfo(host, None)
    except (OSError, UnicodeError):
        return True
    return all(ipaddress.ip_address(str(row[4][0]).partition("%")[0]).is_global for row in found)
