// What every field is made of: its id, label, help, and the line or box to type into.

import { make } from './jelajah-unsur.js';

export const LONG = 1000;
const KEYBOARD = { bulat: 'numeric', angka: 'decimal', tautan: 'url', surel: 'email', telepon: 'tel' };
const SHORT = new Set(['tanggal', 'tahun', 'rentang', 'bulat', 'angka']);

/** A sentence with its `names` set as code. */
export const coded = (sentence) => sentence.split(/`/).map((part, n) => (n % 2 ? make('code', null, part) : part)).filter((part) => part !== '');

export const idOf = (path) => `f-${path.join('-')}`;

export const makeLegend = (field) => make('legend', null, field.j, required(field));
export const required = (field) => (field.w ? make('span', { class: 'borang-wajib' }, ' (wajib)') : null);

/** The help of an isian that refers to something: files speak of ids, in the form one picks names. */
export const spoken = ({ b = '', m }) => (/^(?:entri|wilayah|perangkat)/.test(m)
  ? b.replace(/^Id (.)/, (_, letter) => letter.toUpperCase()).replace(/, (?:dari|misalnya) [^ ,]+?(?=\.?$)/, '')
  : b);

/** The line below a label: what to write, and an example. */
export function help(field, path) {
  const example = typeof field.c === 'string' && !field.d && field.t !== 'yatidak' && !field.m?.match(/entri|wilayah/) ? make('span', null, ' Contoh: ', make('em', null, field.c)) : null;
  return [make('p', { class: 'borang-ket', id: `${idOf(path)}-ket` }, ...coded(spoken(field)), example)];
}

/** A line or a box to type into; `rest` are further attributes. */
export function makeInput(meja, field, path, rest = {}) {
  const value = String(meja.keadaan.get(path) ?? '');
  const isLong = !field.t && ((field.max ?? 0) >= LONG || field.min > 10 || value.includes('\n'));
  const shared = {
    id: idOf(path), autocomplete: 'off', 'aria-describedby': `${idOf(path)}-ket`, 'data-lebar': SHORT.has(field.t) ? 'pendek' : null,
    inputmode: KEYBOARD[field.t] ?? null, spellcheck: field.t ? 'false' : null, ...rest,
  };
  const input = isLong ? make('textarea', { rows: field.max > LONG ? 5 : 3, ...shared }) : make('input', { type: 'text', ...shared });
  input.value = value;
  input.addEventListener('input', () => meja.tulis(path, input.value, false));
  input.addEventListener('change', () => meja.sentuh(path));
  return input;
}
