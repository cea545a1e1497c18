// The whole check of one record in the browser: same verdict, code and sentence as `build_catalog.py check` for the same fault.
// Pure: no page, no network. Duplicates and what needs the other records are checked later, by everyone's check.

import { checkBody } from './periksa-badan.js';
import { checkReferences } from './periksa-rujukan.js';
import { checkRules, checkSourceKeys } from './periksa-aturan.js';
import { checkShape } from './periksa-bentuk.js';
import { checkText, texts } from './periksa-naskah.js';
import { cleaned } from './periksa-huruf.js';
import { findPersonalNumbers, mask, nikCodes } from './periksa-pribadi.js';
import { Faults } from './periksa-kalimat.js';
import { entryLines, registerLines } from './yaml-tulis.js';

const EXEMPT = new Set(['tautan', 'situs', 'jippnas', 'tuxedovation', 'sinovik', 'video']);
const ADDRESS = /(?:https?:\/\/|www\.)[^\s<>"]+/gi;
const OFFICE_WHATSAPP = 'layanan.whatsapp_resmi.nomor';

/**
 * Return every fault of a record as {kode, tingkat, pesan, ditemukan, seharusnya, perbaiki, jalur, ganti}.
 * `record`: {kelas, wilayah, slug, data, badan}; data holds texts, lists and mappings of texts, without what is empty.
 * `known`: ids that can be referred to, see periksa-rujukan.js.
 */
export function periksa(record, model, known = { wilayah: new Set(model.idWilayah.keys()) }) {
  const { kelas, wilayah, slug } = record;
  const isEntry = kelas === 'Inovasi';
  const linesOf = (data, badan) => (isEntry ? entryLines(data, badan, model) : registerLines(data, kelas, model));
  const typed = linesOf(record.data, record.badan ?? {});
  const faults = new Faults(model.kalimat);
  checkText(typed, isEntry, record.data, faults);
  if (faults.list.some(isError)) return faults.list; // such a file is not read any further
  const data = cleaned(record.data);
  const badan = cleaned(record.badan ?? {});
  const references = checkShape(data, kelas, model, faults);
  const isSound = !faults.list.some(isError);
  findPersonal(data, badan, nikCodesOf(model), faults);
  checkSourceKeys(data, references, faults);
  if (isSound) checkRules(data, kelas, wilayah, model, faults, (path) => typed.findIndex(([, at]) => at.join() === path.join()) + 1);
  if (isEntry) checkBody(bodyOf(linesOf(data, badan)), faults);
  checkReferences(references, { wilayah: new Set(model.idWilayah.keys()), ...known }, `${wilayah}/${slug}`, wilayah, faults);
  return faults.list;
}

export const isError = (fault) => fault.tingkat === 'kesalahan';

/** The text below the second line of dashes. */
const bodyOf = (lines) => lines.slice(lines.findLastIndex(([, path]) => !path.length) + 1).map(([line]) => `${line}\n`).join('');

const nikCodesOf = (model) => (model.kodeNik ??= nikCodes(model.wilayah.map(([kode]) => kode).filter((kode) => kode.includes('.'))));

/** The personal numbers in one text as faults at `path`; for a check while typing. */
export function findPersonal(data, badan, codes, faults) {
  for (const [path, text] of texts(data, [])) {
    if (!EXEMPT.has(path.at(-1))) {
      const isOffice = path.join('.') === OFFICE_WHATSAPP;
      notePersonal(text, path, codes, faults, (one) => isOffice && one.jenis === 'nomor ponsel');
    }
  }
  for (const name of longNames(data)) notePersonal(name, ['kunci'], codes, faults);
  for (const [key, text] of Object.entries(badan)) notePersonal(text, ['badan', key], codes, faults);
}

/** The personal numbers behind a `#` of an opened file, as faults: YAML does not read them, but whoever opens the file does. */
export function periksaKomentar(text, isEntry, model) {
  const faults = new Faults(model.kalimat);
  const lines = text.split('\n');
  const end = isEntry ? lines.indexOf('---', 1) : lines.length;
  for (const line of lines.slice(0, end)) {
    const comment = /(?:^|\s)#.*/.exec(line)?.[0];
    if (comment) notePersonal(comment.replace(ADDRESS, (address) => '|'.repeat(address.length)), [], nikCodesOf(model), faults);
  }
  return faults.list;
}

/** Names of isian long enough to hold a number: an opened file may have any. */
function longNames(value) {
  if (!value || typeof value !== 'object') return [];
  const own = Array.isArray(value) ? [] : Object.keys(value).filter((key) => key.length >= 10);
  return [...own, ...Object.values(value).flatMap(longNames)];
}

function notePersonal(text, path, codes, faults, isAllowed = () => false) {
  if ((text.match(/\p{Nd}/gu) ?? []).length < 10) return;
  for (const one of findPersonalNumbers(text, codes)) {
    if (isAllowed(one)) continue;
    faults.note(one.pasti ? 'data-pribadi' : 'mungkin-data-pribadi', path, mask(text.slice(one.mulai, one.akhir)), { jenis: one.jenis });
  }
}
