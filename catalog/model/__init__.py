"""The data contract: records as pydantic classes, every isian once with title, help and example in Bahasa Indonesia."""

from catalog.model.inovasi import Inovasi
from catalog.model.wilayah import REGISTER

__all__ = ["REGISTER", "Inovasi"]
