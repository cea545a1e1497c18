// Lists: rows of text, groups of isian, values picked from a list. Added, removed and moved by buttons, by keyboard as well.

import { help, idOf, makeInput, makeLegend } from './formulir-dasar.js';
import { make } from './jelajah-unsur.js';
import { makePicker } from './formulir-pilih.js';
import { makePhoto } from './formulir-foto.js';

/** The frame of every list: it draws itself anew when an item comes, goes or moves, and keeps the focus where it was. */
function makeList(meja, field, path, { itemOf, tail }) {
  const items = make('ol', { class: 'borang-butir-daftar' });
  const foot = make('div');
  const box = make('fieldset', { class: 'borang-medan', id: idOf(path), tabindex: '-1' }, makeLegend(field), ...help(field, path), items, foot);
  const draw = () => {
    const list = meja.keadaan.list(path);
    items.replaceChildren(...list.map((value, n) => make('li', null, itemOf(value, n, makeActions(n, list.length)))));
    foot.replaceChildren(...tail(list.length, draw));
    meja.segarkan(box);
  };
  const makeActions = (n, count) => {
    const name = nameOf(field, n);
    const button = (words, does, isOff, step) => {
      const made = make('button', { type: 'button', disabled: isOff, 'aria-label': `${words}: ${name}`, 'data-aksi': `${does}-${n}` }, words);
      made.addEventListener('click', () => {
        if (does === 'hapus') meja.keadaan.remove(path, n);
        else meja.keadaan.move(path, n, step);
        draw();
        meja.berubah(path);
        meja.kabarkan(does === 'hapus' ? `${name} dihapus.` : `${name} sekarang nomor ${n + step + 1}.`);
        focusAfter(does, n, step);
      });
      return made;
    };
    if (count === 1) return field.w && field.r ? '' : make('div', { class: 'borang-aksi' }, button('Hapus', 'hapus', false, 0));
    return make('div', { class: 'borang-aksi' }, button('Naik', 'naik', n === 0, -1), button('Turun', 'turun', n === count - 1, 1), button('Hapus', 'hapus', false, 0));
  };
  const focusAfter = (does, n, step) => {
    const wanted = does === 'hapus'
      ? [`[data-aksi="hapus-${n}"]`, `[data-aksi="hapus-${n - 1}"]`, '.borang-tambah', 'input', 'button']
      : [`[data-aksi="${does}-${n + step}"]:not(:disabled)`, `[data-aksi="${does === 'naik' ? 'turun' : 'naik'}-${n + step}"]`];
    (wanted.map((selector) => box.querySelector(selector)).find(Boolean) ?? box).focus();
  };
  draw();
  return box;
}

const nameOf = (field, n) => `${field.j} ${n + 1}`;

function makeAdd(words, add) {
  const button = make('button', { type: 'button', class: 'borang-tambah' }, words);
  button.addEventListener('click', add);
  return button;
}

/** A list of texts, one line each. */
export function makeTextList(meja, field, path) {
  return makeList(meja, field, path, {
    itemOf: (value, n, actions) => make('div', { class: 'borang-baris', id: `${idOf([...path, n])}-medan` },
      makeInput(meja, field, [...path, n], { 'aria-label': nameOf(field, n), 'aria-describedby': `${idOf(path)}-ket` }), actions),
    tail: (count, draw) => [makeAdd(count ? 'Tambah satu lagi' : `Tambah ${lower(field.j)}`, () => {
      meja.keadaan.add(path, '');
      draw();
      document.getElementById(idOf([...path, count])).focus();
    })],
  });
}

/** A list of groups, such as sources or steps. A required list begins with one empty item; filled ones are folded. */
export function makeGroupList(meja, field, path) {
  if (field.w && !meja.keadaan.list(path).length) meja.keadaan.set(path, [{}]);
  return makeList(meja, field, path, {
    itemOf: (value, n, actions) => make('div', { class: 'borang-butir' }, makeItem(meja, field, [...path, n], value), actions),
    tail: (count, draw) => [makeAdd(count ? `Tambah ${lower(field.j)} lagi` : `Tambah ${lower(field.j)}`, () => {
      const item = {};
      meja.terbuka.add(item);
      meja.keadaan.add(path, item);
      draw();
      meja.berubah(path);
      document.getElementById(idOf([...path, count]))?.querySelector('input, select, textarea, button')?.focus();
    })],
  });
}

/** One group of a list: its fields are made when it is unfolded. */
function makeItem(meja, field, path, value) {
  const said = make('span', { class: 'borang-isi' });
  const inside = make('fieldset', { class: 'borang-butir__isi' }, make('legend', { class: 'tersembunyi' }, nameOf(field, path.at(-1))));
  const box = make('details', { id: idOf(path) }, make('summary', { tabindex: '0' }, nameOf(field, path.at(-1)), said), inside);
  const tell = () => { said.textContent = box.open ? '' : firstText(meja.keadaan.get(path)); };
  const unfold = () => {
    if (inside.children.length > 1) return;
    inside.append(...(field.r === 'Foto' ? [makePhoto(meja, path)] : []), ...meja.makeFields(field.r, path));
    meja.segarkan();
  };
  box.addEventListener('toggle', () => {
    if (box.open) unfold();
    if (typeof value === 'object') meja.terbuka[box.open ? 'add' : 'delete'](value);
    tell();
  });
  if (meja.terbuka.has(value) || !firstText(value) || meja.keadaan.list(path.slice(0, -1)).length === 1) {
    box.open = true;
    unfold();
  }
  tell();
  return box;
}

const firstText = (value) => Object.values(value ?? {}).find((one) => typeof one === 'string' && one.trim() && !/^[a-z0-9-]+$/.test(one)) ?? '';

/** A title inside a sentence: "Dasar hukum" → "dasar hukum", but SDM stays. */
const lower = (title) => (/[A-Z]{2}/.test(title) ? title : title.charAt(0).toLowerCase() + title.slice(1));

/** Values picked one after the other from a list that is searched while one types. */
export function makePickedList(meja, field, path) {
  const rows = () => (field.d ? meja.model.daftar[field.d] : field.m === 'entri' ? meja.barisEntri() : meja.barisKantor());
  const nameOfValue = (value) => rows().find(([id]) => id === value)?.[1] ?? value;
  return makeList(meja, field, path, {
    itemOf: (value, n, actions) => make('div', { class: 'borang-terpilih', id: idOf([...path, n]), tabindex: '-1' }, make('span', null, nameOfValue(value)), actions),
    tail: (count, draw) => {
      if (field.lmax && count >= field.lmax) return [];
      const id = `${idOf(path)}-cari`;
      const chosen = new Set(meja.keadaan.list(path));
      const picker = makePicker({
        id,
        rows: () => rows().filter(([value]) => !chosen.has(value)),
        isFree: !field.d,
        describedby: `${idOf(path)}-ket`,
        placeholder: 'Ketik untuk mencari',
        onPick: (value, isKnown) => {
          if (!value) return;
          if (!isKnown) {
            meja.kabarkan(`“${value}” tidak ada dalam daftar; pilih dari daftar yang muncul.`);
            return;
          }
          meja.keadaan.add(path, value);
          draw();
          meja.tulis(path, meja.keadaan.get(path), true);
          meja.kabarkan(`${nameOfValue(value)} dipilih.`);
          document.getElementById(id)?.focus();
        },
      });
      return [make('label', { for: id, class: 'tersembunyi' }, `${count ? 'Tambah' : 'Pilih'} ${lower(field.j)}`), picker.element];
    },
  });
}
