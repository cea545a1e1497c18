"""The form door: what the browser must know of model, closed lists and sentences, and how the isian are laid out.

The form itself is ``theme/assets/js/formulir*.js``; its rules (``periksa*.js``) read the document made here, so that a
fault has one verdict, one code and one sentence in form, import, command line and CI (docs/formulir.md).
"""

from catalog.formulir.borang import BORANG, Bagian, Borang
from catalog.formulir.dokumen import FOLDER, form_files, model_file_name

__all__ = ["BORANG", "FOLDER", "Bagian", "Borang", "form_files", "model_file_name"]
