"""Words that, standing before a number, say what kind of number it is. All in lower case."""

from __future__ import annotations

NIK_LABELS = frozenset({"nik", "ktp", "ktpel", "kependudukan"})
KK_LABELS = frozenset({"kk", "keluarga"})
NIK_NAMES = frozenset({"nik", "kk"})  # strong enough to overrule an odd shape
NIP_LABELS = frozenset({"nip", "nipppk", "pppk", "nippppk", "pegawai"})
NPWP_LABELS = frozenset({"npwp", "pajak"})
PHONE_LABELS = frozenset({
    "hp", "wa", "whatsapp", "whatsap", "telp", "tlp", "tel", "telepon", "telpon", "ponsel", "handphone",
    "seluler", "kontak", "cp", "narahubung", "hubungi", "phone", "nohp", "nowa", "notelp", "sms", "telegram",
})  # fmt: skip
_FILLERS = frozenset({"no", "nomor", "nmr", "number", "id", "rp"})
ALL_LABELS = NIK_LABELS | KK_LABELS | NIP_LABELS | NPWP_LABELS | PHONE_LABELS | _FILLERS
