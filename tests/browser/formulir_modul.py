"""The form's own modules, called in Chromium without the page around them: check, writer, hunt for numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from playwright.sync_api import Page

from .building import Site

_CHUNK = 500


def module(site: Site, name: str) -> str:
    """Address of a script below the site's root, by the name it has in ``theme/assets/js``."""
    (path,) = site.folder.glob(f"assets/{name.removesuffix('.js')}.*.js")
    return f"/assets/{path.name}"


def call(page: Page, site: Site, script: str, rows: Sequence[Any], **rest: Any) -> list[Any]:
    """Return what ``script`` makes of the rows: a function of (rows, tools, rest); ``tools`` are modules and model."""
    names = (
        "periksa",
        "periksa-bentuk",
        "periksa-pribadi",
        "yaml-tulis",
        "formulir-keadaan",
        "formulir-buka",
        "formulir-pratinjau",
        "formulir-kirim",
        "formulir-dasar",
        "yaml-sunting",
    )
    (model,) = site.folder.glob("kontribusi/formulir/model.*.json")
    addresses = [module(site, f"{name}.js") for name in names]
    wrapped = f"""async ([addresses, model, rows, rest]) => {{
      const modules = await Promise.all(addresses.map((address) => import(address)));
      const tools = Object.assign({{}}, ...modules);
      tools.model = new tools.Model(await (await fetch(model)).json());
      return ({script})(rows, tools, rest);
    }}"""
    found: list[Any] = []
    for start in range(0, len(rows), _CHUNK):
        given = [addresses, f"/kontribusi/formulir/{model.name}", rows[start : start + _CHUNK], rest]
        found += page.evaluate(wrapped, given)
    return found
