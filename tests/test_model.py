"""The data contract itself: every isian explains itself, and a record survives the way between processes."""

from __future__ import annotations

import pickle

import pytest
from conftest import make_inovasi
from pydantic import BaseModel

from catalog.model import REGISTER, Inovasi
from catalog.model.isian import Rekaman
from catalog.validation.plans import plan_of
from catalog.vocabularies import Vocabularies


def _all_records() -> list[type[Rekaman]]:
    found: list[type[Rekaman]] = []
    waiting: list[type[Rekaman]] = [Inovasi, *REGISTER.values()]
    while waiting:
        one = waiting.pop()
        if one not in found:
            found.append(one)
            waiting.extend(plan.rekaman for plan in plan_of(one).values() if plan.rekaman)
    return found


@pytest.mark.parametrize("rekaman", _all_records(), ids=lambda kind: kind.__name__)
def test_every_isian_has_title_help_and_example(rekaman: type[Rekaman]) -> None:
    silent = [name for name, info in rekaman.model_fields.items() if not (info.title and info.description)]
    without = [name for name, info in rekaman.model_fields.items() if not info.examples]
    assert (silent, without) == ([], [])


@pytest.mark.parametrize("rekaman", _all_records(), ids=lambda kind: kind.__name__)
def test_every_closed_list_exists(rekaman: type[Rekaman], vocabularies: Vocabularies) -> None:
    for plan in plan_of(rekaman).values():
        assert plan.daftar is None or getattr(vocabularies, plan.daftar)


def test_a_record_is_the_same_after_travelling_between_processes() -> None:
    inovasi = make_inovasi(
        status={"keadaan": "berjalan", "sumber": "a"}, biaya=[{"uraian": "x", "rupiah": "5"}], warna="x"
    )
    travelled = pickle.loads(pickle.dumps(inovasi))
    assert travelled == inovasi
    assert travelled.model_extra == {"warna": "x"}
    assert pickle.loads(pickle.dumps(travelled)) == inovasi
    assert isinstance(travelled.biaya[0], BaseModel)
    assert travelled.kontak is None
