// The canonical text of a record: isian in the order of the model, one line a value, lists indented by two blanks, `sumber` last.
// The twin of catalog/record_text/canonical.py and bodies.py. Every line comes with the path of the isian that stands on it.

import { strip } from './periksa-huruf.js';
import { writeKey, writeScalar } from './yaml-nilai.js';

const SECTIONS = { masalah: 'Masalah', cara_kerja: 'Cara kerja', hasil: 'Hasil', pelajaran: 'Pelajaran' };

/** The file of an innovation as [line, path] pairs: front matter, then the filled sections of `badan`. */
export function entryLines(data, badan, model) {
  return [['---', []], ...mappingLines(data, 'Inovasi', 0, model), ['---', []], ...bodyLines(badan)];
}

/** The file of a register or profile as [line, path] pairs. */
export const registerLines = (data, kelas, model) => mappingLines(data, kelas, 0, model);

export const textOf = (lines) => lines.map(([line]) => `${line}\n`).join('');

/** The lines of a body; text outside the four sections (`lain`) goes last, what stands in it before a heading first. */
export function bodyLines(badan) {
  const lain = badan.lain ?? '';
  const heading = lain.search(/^##[ \t]/m);
  const [before, after] = heading < 0 ? [lain, ''] : [lain.slice(0, heading), lain.slice(heading)];
  const pieces = [[before, 'lain']];
  for (const [key, title] of Object.entries(SECTIONS)) if (badan[key]) pieces.push([`## ${title}\n\n${strip(badan[key])}`, key]);
  pieces.push([after, 'lain']);
  return pieces
    .filter(([text]) => strip(text))
    .flatMap(([text, key]) => ['', ...text.replace(/^\n+|\n+$/g, '').split('\n')].map((line) => [line, ['badan', key]]));
}

export function mappingLines(data, kelas, indent, model, path = []) {
  const fields = model.kelas.get(kelas);
  return orderedKeys(data, kelas, model).flatMap((key) => isianLines(key, data[key], fields?.get(key)?.r, indent, model, [...path, key]));
}

/** The keys of `data` that have a value, in the order in which they are written. */
export function orderedKeys(data, kelas, model) {
  const known = [...(model.kelas.get(kelas)?.keys() ?? [])];
  const place = (key) => (key === 'sumber' && kelas === 'Inovasi' ? known.length + 2 : (known.indexOf(key) + 1 || known.length + 1));
  return Object.keys(data).filter((key) => !isEmpty(data[key])).sort((a, b) => place(a) - place(b));
}

/** What is not written: nothing, '' and a list or mapping of such. */
export function isEmpty(value) {
  if (value === null || value === undefined || value === '') return true;
  return typeof value === 'object' && Object.values(value).every(isEmpty);
}

export function isianLines(key, value, kelas, indent, model, path) {
  const head = `${' '.repeat(indent)}${writeKey(key)}:`;
  if (Array.isArray(value)) {
    return [[head, path], ...value.filter((item) => !isEmpty(item)).flatMap((item, n) => itemLines(item, kelas, indent + 2, model, [...path, n]))];
  }
  if (typeof value === 'object') return [[head, path], ...mappingLines(value, kelas, indent + 2, model, path)];
  const [first, ...rest] = writeScalar(String(value), indent + 2, model.namaIsian, key === 'kode');
  return [[`${head} ${first}`, path], ...rest.map((line) => [line, path])];
}

export function itemLines(item, kelas, indent, model, path) {
  const dash = `${' '.repeat(indent)}- `;
  if (Array.isArray(item)) {
    return [[dash.trimEnd(), path], ...item.filter((child) => !isEmpty(child)).flatMap((child, n) => itemLines(child, kelas, indent + 2, model, [...path, n]))];
  }
  if (typeof item === 'object') {
    const [[first, place], ...rest] = mappingLines(item, kelas, indent + 2, model, path);
    return [[dash + first.slice(indent + 2), place], ...rest];
  }
  const [first, ...rest] = writeScalar(String(item), indent + 2, model.namaIsian);
  return [[dash + first, path], ...rest.map((line) => [line, path])];
}
