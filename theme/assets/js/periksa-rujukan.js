// References to other records, as far as the browser knows them: the twin of check_references in catalog/validation/relations.py.
// What is not known here (`null`) is left to the check that every contribution passes.

import { nearest } from './periksa-dekat.js';
import { label, lineOf } from './periksa-kalimat.js';

const ENTRY = /^[a-z0-9-]+\/[a-z0-9-]+$/;
const REGION = /^(?:kab|kota|prov)-[a-z0-9-]+$/;
const FALLBACK = {
  'perangkat-daerah-tidak-ditemukan': 'tambahkan ke perangkat_daerah.yml, atau pakai id yang ada',
  'rujukan-tidak-ditemukan': 'periksa nama berkas entri yang dirujuk, atau hapus baris ini',
  'wilayah-tidak-ditemukan': 'cari id yang benar di vocabularies/wilayah.csv, atau tulis nama wilayahnya',
};

/** `known`: {entri, kantor, wilayah, foto}, each a Set of ids or null. `own` is the record's own id, `wilayah` its folder. */
export function checkReferences(references, known, own, wilayah, faults) {
  for (const reference of references) {
    const { ke, nilai } = reference;
    const missing = (kode, ids = [], isi = {}) => note(faults, kode, reference, [...ids].sort(), { wilayah, ...isi });
    if (ke === 'perangkat_daerah') {
      if (known.kantor && !known.kantor.has(nilai)) missing('perangkat-daerah-tidak-ditemukan', known.kantor);
    } else if (ke === 'entri' || (ke === 'entri-atau-teks' && ENTRY.test(nilai))) {
      if (nilai === own) missing('rujukan-diri-sendiri');
      else if (known.entri && !known.entri.has(nilai)) missing('rujukan-tidak-ditemukan', known.entri);
    } else if (ke === 'alamat-lama') {
      if (!ENTRY.test(nilai) || known.entri?.has(nilai)) missing('alamat-lama-terpakai');
    } else if (ke === 'wilayah-atau-teks') {
      if (REGION.test(nilai) && !known.wilayah.has(nilai)) missing('wilayah-tidak-ditemukan', known.wilayah);
    } else if (ke === 'foto' && known.foto && !known.foto.has(nilai)) {
      missing('foto-tidak-ditemukan', [], { folder: `innovations/${own}` });
    }
  }
}

function note(faults, kode, { nilai, jalur }, choices, isi) {
  const close = choices.length ? nearest(nilai, choices.map((id) => [id, id])) : '';
  faults.note(kode, jalur, nilai, {
    isian: label(jalur),
    saran: close ? `tulis \`${lineOf(jalur, close)}\`` : FALLBACK[kode] ?? '',
    contoh: choices.length ? choices.slice(0, 5).join(', ') + (choices.length > 5 ? ', …' : '') : 'belum ada',
    ...isi,
  }, close);
}
