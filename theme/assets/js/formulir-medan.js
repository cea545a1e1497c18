// One isian as a field: label, help, example, the control that suits its kind. Lists are in formulir-daftar.js.

import { lengthOf } from './periksa-huruf.js';
import { make, number } from './jelajah-unsur.js';
import { help, idOf, LONG, makeInput, makeLegend, required } from './formulir-dasar.js';
import { makeGroupList, makePickedList, makeTextList } from './formulir-daftar.js';
import { makePicker } from './formulir-pilih.js';
import { makeSourceChoice } from './formulir-acuan.js';

const FEW = 10;
const ASIDE = new Set(['id', 'untuk', 'tautan_mati_sejak', 'keterangan', 'catatan', 'catatan_konflik', 'sumber']);

/** The field of one isian, whatever it holds. `meja` is the form's desk: state, model, what to do on a change. */
export function makeField(meja, field, path, isInItem = false) {
  if (field.l && field.m === 'sumber') return makeSourceChoice(meja, field, path);
  if (field.r && field.l) return makeGroupList(meja, field, path);
  if (field.r) return makeGroup(meja, field, path, isInItem);
  if (field.l && (field.d || field.m === 'perangkat_daerah' || field.m === 'entri')) return makePickedList(meja, field, path);
  if (field.l) return makeTextList(meja, field, path);
  return makeSingle(meja, field, path);
}

/** The isian of a record of class `kelas`; what is seldom filled lies folded below. */
export function makeFields(meja, kelas, path) {
  const fields = [...meja.model.kelas.get(kelas).values()];
  const isSeldom = (field) => path.length > 1 && !field.w && ASIDE.has(field.k);
  const [aside, plain] = [fields.filter(isSeldom), fields.filter((field) => !isSeldom(field))];
  const made = plain.map((field) => makeField(meja, field, [...path, field.k], true));
  if (aside.length < 2) return [...made, ...aside.map((field) => makeField(meja, field, [...path, field.k], true))];
  return [...made, makeFolded('Isian lain', aside.map((field) => [field, [...path, field.k]]), meja)];
}

function makeFolded(title, list, meja) {
  const isFilled = list.some(([, path]) => meja.keadaan.get(path) !== undefined);
  return make('details', { class: 'borang-lain', open: isFilled }, make('summary', null, title), ...list.map(([field, path]) => makeField(meja, field, path, true)));
}

function makeGroup(meja, field, path, isInItem) {
  if (isInItem && !field.w) {
    const isFilled = meja.keadaan.get(path) !== undefined;
    return make('details', { class: 'borang-lain', id: idOf(path), open: isFilled }, make('summary', null, field.j), ...help(field, path), ...makeFields(meja, field.r, path));
  }
  return make('fieldset', { class: 'borang-medan', id: idOf(path), tabindex: '-1' }, makeLegend(field), ...help(field, path),
    make('div', { class: 'borang-kelompok' }, ...makeFields(meja, field.r, path)));
}

function makeSingle(meja, field, path) {
  const id = idOf(path);
  const control = makeControl(meja, field, path);
  const input = control.input ?? control;
  const count = !field.t && field.max && (field.min > 10 || field.max >= LONG) ? make('p', { class: 'borang-hitung', 'aria-hidden': 'true' }) : null;
  const box = make('div', { class: 'borang-medan', id: `${id}-medan` },
    make('label', { for: id, id: `${id}-label` }, field.j, required(field)), ...help(field, path), control.element ?? control, count);
  if (count) {
    const tell = () => { count.textContent = countText(input.value, field); };
    input.addEventListener('input', tell);
    tell();
  }
  return box;
}

function countText(text, field) {
  const length = lengthOf(text.trim());
  if (!length || (!(field.min > 1) && length < field.max * 0.7)) return '';
  return `${number(length)} dari ${number(field.max)} huruf`;
}

function makeControl(meja, field, path) {
  if (field.t === 'yatidak') return makeSelect(meja, [['ya', 'Ya'], ['tidak', 'Tidak']], path);
  const rows = field.d ? meja.model.daftar[field.d] : null;
  if (rows && rows.length <= FEW) return makeSelect(meja, rows, path);
  if (rows || field.m === 'wilayah-atau-teks' || field.m === 'entri-atau-teks' || field.m === 'entri') {
    return makePicker({
      id: idOf(path),
      rows: () => rows ?? (field.m === 'wilayah-atau-teks' ? meja.barisWilayah : meja.barisEntri()),
      value: meja.keadaan.get(path) ?? '',
      isFree: !rows,
      placeholder: 'Ketik untuk mencari',
      describedby: `${idOf(path)}-ket`,
      onPick: (value) => meja.tulis(path, value, true),
    });
  }
  return makeInput(meja, field, path);
}

function makeSelect(meja, rows, path) {
  const value = meja.keadaan.get(path) ?? '';
  const known = rows.some(([id]) => id === value) || value === '' ? rows : [...rows, [value, value]];
  const select = make('select', { id: idOf(path), 'aria-describedby': `${idOf(path)}-ket ${idOf(path)}-arti` },
    make('option', { value: '' }, 'Belum diisi'), ...known.map(([id, name]) => make('option', { value: id, selected: id === value }, name)));
  const meaning = make('p', { class: 'borang-ket', id: `${idOf(path)}-arti` });
  const explain = () => { meaning.textContent = rows.find(([id]) => id === select.value)?.[2] ?? ''; };
  select.addEventListener('change', () => {
    explain();
    meja.tulis(path, select.value, true);
  });
  explain();
  return { element: make('div', null, select, meaning), input: select };
}
