"""What a package for replication is computed from: weeks of a plan, the cost worksheet, a QR code, templates."""

from catalog.paket.jadwal import schedule
from catalog.paket.lembar_biaya import COLUMNS, cost_sheet, per_thousand
from catalog.paket.qr import qr_code
from catalog.paket.skala import rescale
from catalog.paket.templat import template_files

__all__ = ["COLUMNS", "cost_sheet", "per_thousand", "qr_code", "rescale", "schedule", "template_files"]
