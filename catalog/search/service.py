"""One short-lived Pagefind process, spoken to in its own service protocol.

A message is JSON in base64 followed by a comma, both ways; every request is answered by one reply with its
``message_id``. The package's Python wrapper speaks the same protocol but looks for replies every 0.1 s
only, which limits it to ten records a second.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import suppress
from types import TracebackType
from typing import Any

_WINDOW_BYTES = 32_000
"""Bytes of requests sent before their replies are read: replies are no longer than requests, and a pipe
holds 64 KB.
"""


_ENVIRONMENT = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "6000"}
"""Places of words in one file of the index, about 9 KB (the program's own choice is 20,000, 25 KB); a version that
does not know it only makes larger files.
"""


class PagefindFailure(Exception):
    """Pagefind is missing, has stopped, or has refused a message. Never caused by the text of an entry."""


class PagefindProcess:
    """A running Pagefind with one index, usable in a ``with`` block; leaving the block ends the process."""

    def __init__(self, language: str) -> None:
        """Start Pagefind and open an index whose words are stemmed by ``language`` (the part before the
        first hyphen).
        """
        from pagefind.service import get_executable  # brings asyncio

        binary = get_executable()
        if binary is None:
            raise PagefindFailure("the program pagefind is not installed (PyPI: pagefind[bin])")
        self._language = language
        self._messages = 0
        self._unread = b""
        command = [str(binary), "--service"]
        environment = {**os.environ, **_ENVIRONMENT}
        self._process = subprocess.Popen(  # noqa: S603  fixed
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
        )
        self._index = self._call({"type": "NewIndex", "config": {"force_language": language}})["index_id"]

    def __enter__(self) -> PagefindProcess:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(BrokenPipeError):  # what was left unsent to a process that has stopped
                if pipe is not None:
                    pipe.close()
        self._process.wait()

    def add(self, records: Iterable[tuple[str, str]]) -> int:
        """Add records of (address, HTML document) and return how many Pagefind has taken."""
        window: list[bytes] = []
        added = 0
        for url, html in records:
            window.append(self._encode(self._file(url, html)))
            if sum(map(len, window)) > _WINDOW_BYTES:
                added += self._exchange(window)
                window = []
        return added + self._exchange(window)

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Yield (path, content) of every file of the index, the programs for the browser included, sorted
        by path.
        """
        reply = self._call({"type": "GetFiles", "index_id": self._index})
        for file in sorted(reply["files"], key=lambda file: str(file["path"])):
            yield file["path"], base64.b64decode(file["content"])

    def _file(self, url: str, html: str) -> dict[str, Any]:
        return {"type": "AddFile", "index_id": self._index, "file_path": None, "url": url, "file_contents": html}

    def _encode(self, payload: dict[str, Any]) -> bytes:
        """The message as Pagefind reads it; half a character (a lone surrogate), which it refuses, becomes '?'."""
        self._messages += 1
        message = json.dumps({"message_id": self._messages, "payload": payload}, ensure_ascii=False)
        return base64.b64encode(message.encode(errors="replace")) + b","

    def _exchange(self, window: list[bytes]) -> int:
        self._send(b"".join(window))
        for _ in window:
            self._reply()
        return len(window)

    def _call(self, payload: dict[str, Any]) -> dict[str, Any]:
        self._send(self._encode(payload))
        return self._reply()

    def _send(self, data: bytes) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(data)
            self._process.stdin.flush()
        except BrokenPipeError as error:
            raise PagefindFailure("pagefind has stopped while it was being written to") from error

    def _reply(self) -> dict[str, Any]:
        message, _, self._unread = self._read_message().partition(b",")
        payload: dict[str, Any] = json.loads(base64.b64decode(message))["payload"]
        if payload["type"] == "Error":
            raise PagefindFailure(f"pagefind refused a message: {payload['message']}")
        return payload

    def _read_message(self) -> bytes:
        assert self._process.stdout is not None
        parts = [self._unread]
        while b"," not in parts[-1]:
            part = self._process.stdout.read1(1 << 20)  # type: ignore[attr-defined]
            if not part:
                raise PagefindFailure(f"pagefind has stopped (exit code {self._process.wait()})")
            parts.append(part)
        return b"".join(parts)
