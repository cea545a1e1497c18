// Which sources support an isian: boxes to tick, one for each source written above. A source gets its key when it is first used.

import { idOf } from './formulir-dasar.js';
import { make } from './jelajah-unsur.js';
import { makeSlug } from './periksa-dekat.js';

/** The path of the list of sources that a reference at `path` may name: its own row's in a register, else the record's. */
export const sourcesPath = (path) => (path[0] === 'daftar' ? [...path.slice(0, 2), 'sumber'] : ['sumber']);

export function makeSourceChoice(meja, field, path) {
  const holder = sourcesPath(path);
  const list = make('div');
  const box = make('fieldset', { class: 'borang-medan', id: idOf(path), tabindex: '-1' }, make('legend', null, field.w ? 'Sumber (wajib)' : 'Sumber'), list);
  const draw = () => {
    const chosen = meja.keadaan.list(path);
    const sources = meja.keadaan.list(holder).map((source, n) => [source?.id ?? '', source?.judul ?? '', n]).filter(([, judul]) => judul.trim());
    const lost = chosen.filter((id) => id && !sources.some(([one]) => one === id)).map((id) => [id, `${id} (tidak ada di daftar sumber)`, -1]);
    const boxes = [...sources, ...lost].map(([id, judul, n]) => makeBox(id, judul, n, chosen));
    list.replaceChildren(...(boxes.length ? boxes : [make('p', { class: 'borang-ket' }, 'Isi dahulu daftar Sumber; lalu centang di sini.')]));
  };
  const makeBox = (id, judul, n, chosen) => {
    const input = make('input', { type: 'checkbox', checked: Boolean(id) && chosen.includes(id) });
    input.addEventListener('change', () => {
      const key = id || giveKey(meja, holder, n);
      const rest = meja.keadaan.list(path).filter((one) => one !== key);
      meja.tulis(path, input.checked ? [...rest, key] : rest, true);
      id = key;
    });
    return make('label', { class: 'borang-centang' }, input, make('span', null, judul));
  };
  meja.simak('sumber', draw, box);
  draw();
  return box;
}

/** Give a source its key, made of publisher and date, and show it in its field. */
function giveKey(meja, holder, n) {
  const source = meja.keadaan.get([...holder, n]);
  const taken = new Set(meja.keadaan.list(holder).map((one) => one?.id));
  const base = makeSlug(`${source.penerbit || source.judul} ${(source.tanggal ?? '').slice(0, 7)}`).slice(0, 60).replace(/-$/, '') || 'sumber';
  let key = base;
  for (let number = 2; taken.has(key); number += 1) key = `${base}-${number}`;
  meja.keadaan.set([...holder, n, 'id'], key);
  const field = document.getElementById(idOf([...holder, n, 'id']));
  if (field) field.value = key;
  return key;
}
