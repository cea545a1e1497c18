"""Abbreviations that readers know without explanation: of daily life, of schools and offices, of units and money."""

from __future__ import annotations

_WARGA = "KTP KK NIK SIM STNK BPJS JKN KIS KIP PKH RT RW PKK KB KIA SMS GPS AC TV HP PC PDF QR WC SOS KUA LAPOR SP4N"
_SEKOLAH = "TK SD SMP SMA SMK MI MTS MA PAUD SDN SMPN SMAN SMKN UGM ITB UI IPB"
_PEMERINTAH = "RI TNI POLRI PNS ASN OPD UPT UPTD DPR DPRD KPK BPK APBD APBN PAD BUMD BUMN SK UU PP SOP PLN PDAM PMI"
_TEMPAT = "DKI DIY NTB NTT PT CV UD TPA TPS RS RSUD MPP"
_KESEHATAN = "TBC TB HIV AIDS COVID DBD UGD IGD P3K"
_USAHA = "UMKM UKM IKM BBM SPBU ATM BRI BNI"
_LAIN = "USD PBB UNICEF UNESCO WHO ISO SNI"

DIKENAL = frozenset(" ".join((_WARGA, _SEKOLAH, _PEMERINTAH, _TEMPAT, _KESEHATAN, _USAHA, _LAIN)).split())
"""In capital letters. A local abbreviation does not belong here: the entry explains it."""
