"""Escaping and calls in templates come out as Jinja's own; attributes have to be there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import Markup, escape

from catalog.pages.quick_jinja import make_environment_class, quick_escape

MACROS = """{% macro dua(a, b='<b>') %}{{ a }}{{ b }}{% endmacro -%}
{% macro sisa(a) %}{{ a }}{{ varargs }}{{ kwargs }}{% endmacro -%}
{% macro bingkai() %}<i>{{ caller() }}</i>{% endmacro -%}
{% macro induk(n) %}{{ n }}{% if n %}{{ induk(n - 1) }}{% endif %}{% endmacro -%}
"""


@given(st.one_of(st.text(), st.integers(), st.booleans(), st.floats(), st.text().map(Markup)))
def test_escaping_does_what_markupsafe_does(value: object) -> None:
    assert quick_escape(value) == str(escape(value))


@pytest.mark.parametrize(
    "call",
    [
        "{{ dua(nilai, nilai) }}",
        "{{ dua(nilai) }}",
        "{{ dua(b=nilai, a='x') }}",
        "{{ dua(dua(nilai, 1), 2) }}",
        "{{ dua(nilai, 1)|length }}",
        "{{ sisa(nilai) }} {{ sisa(nilai, 2, c=3) }}",
        "{% call bingkai() %}{{ nilai }}{% endcall %}",
        "{{ induk(3) }}",
        "{% for one in [1, 2] %}{{ dua(one, loop.index) }}{% endfor %}",
        "{{ peta.get('a') }} {{ peta.get('tiada', nilai) }} {{ nilai.upper() }}",
        "{% autoescape false %}{{ dua(nilai, '<')|upper }}{{ nilai }}{% endautoescape %}",
    ],
)
def test_calls_come_out_as_jinjas_own(call: str) -> None:
    rendered = [_render(kind, call) for kind in (Environment, make_environment_class())]
    assert rendered[0] == rendered[1] != ""


@pytest.mark.parametrize(
    "call", ["{{ dua(1, 2, 3) }}", "{{ dua(1, 2, c=3) }}", "{{ dua(1, 2, caller=3) }}", "{{ x() }}"]
)
def test_wrong_calls_fail_as_jinjas_own(call: str) -> None:
    failures = []
    for kind in (Environment, make_environment_class()):
        with pytest.raises(Exception) as caught:
            _render(kind, call)
        failures.append((caught.type, str(caught.value)))
    assert failures[0] == failures[1]


def test_what_is_missing_is_an_error_and_a_key_of_a_mapping_no_attribute() -> None:
    for call in ("{{ nilai.tiada }}", "{{ peta.a }}"):
        with pytest.raises(AttributeError):
            _render(make_environment_class(), call)
    assert _render(make_environment_class(), "{{ peta['a'] }}") == "&lt;A&gt;"


def _render(kind: type[Environment], call: str) -> str:
    environment = kind(autoescape=True)
    return environment.from_string(MACROS + call).render(nilai="<a & 'b'>", peta={"a": "<A>"})
