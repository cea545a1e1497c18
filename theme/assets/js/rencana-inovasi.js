// Step 1 of the planner: the field in which a name is typed or a link is pasted, and the list of what has been chosen.

import { findIds, quoted } from './bandingkan-alamat.js';
import { make } from './jelajah-unsur.js';
import { pageOf, searchNames } from './rencana-data.js';
import { MOST_PLANNED } from './rencana-isi.js';
import { officeOf } from './rencana-jadwal.js';

const MOST_OPTIONS = 8;
const byId = (id) => document.getElementById(id);

/** The combobox. `acts` has add(ids, name) and blame(sentence); `regions` tells the names of regions. */
export function makePicker(regions, acts) {
  const input = byId('inovasi');
  const box = byId('inovasi-pilihan');
  let options = [];
  let active = -1;
  let turn = 0;

  const close = () => {
    box.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  };
  const mark = (place) => {
    active = place;
    [...box.children].forEach((item, n) => item.setAttribute('aria-selected', String(n === place)));
    if (place < 0) input.removeAttribute('aria-activedescendant');
    else {
      input.setAttribute('aria-activedescendant', box.children[place].id);
      box.children[place].scrollIntoView({ block: 'nearest' });
    }
  };
  const pick = (option) => {
    input.value = '';
    options = [];
    close();
    acts.add([option.id], option.nama);
  };
  async function search() {
    turn += 1;
    const mine = turn;
    const found = findIds(input.value).length ? [] : await searchNames(input.value, regions, MOST_OPTIONS).catch(() => []);
    if (mine !== turn) return;
    options = found;
    box.replaceChildren(...found.map(({ nama, daerah }, n) => make('li', { role: 'option', id: `pilihan-${n}`, 'aria-selected': 'false' }, nama, ' ', make('span', null, daerah))));
    if (!found.length) {
      close();
      return;
    }
    box.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    mark(-1);
    byId('inovasi-jumlah').textContent = `${found.length} inovasi cocok.`;
  }
  async function enter() {
    const typed = input.value.trim();
    const ids = findIds(typed);
    if (ids.length) {
      input.value = '';
      close();
      acts.add(ids);
      return;
    }
    if (active < 0 && typed) await search();
    if (options.length) pick(options[Math.max(active, 0)]);
    else acts.blame(typed ? `Tidak ada inovasi bernama ${quoted(typed)}. Coba satu kata saja, atau tempelkan tautan halamannya.` : 'Ketik nama inovasi dulu.');
  }

  input.addEventListener('input', (event) => {
    event.stopPropagation(); // the field is no part of the plan
    acts.blame('');
    search();
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      enter();
    } else if (event.key === 'Escape' && !box.hidden) {
      event.preventDefault();
      close();
    } else if (['ArrowDown', 'ArrowUp'].includes(event.key) && options.length) {
      event.preventDefault();
      if (box.hidden) search();
      else mark((active + (event.key === 'ArrowDown' ? 1 : options.length + (active < 0 ? 0 : -1))) % options.length);
    }
  });
  input.addEventListener('blur', () => setTimeout(close, 150));
  box.addEventListener('mousedown', (event) => event.preventDefault()); // the field keeps the focus
  box.addEventListener('click', (event) => {
    const place = [...box.children].indexOf(event.target.closest('li'));
    if (place >= 0) pick(options[place]);
  });
}

/** The chosen entries, those that are planned first; `remove(id, name)` takes one out. */
export function drawChosen(place, rows, surplus, remove) {
  const items = rows.map((row) => make(
    'li',
    null,
    make('div', null, make('h3', null, make('a', { href: pageOf(row.id) }, row.nama)), make('p', { class: 'kepala__ket' }, [row.daerah.nama, officeOf(row)].filter(Boolean).join(' · ')), makeReadiness(row)),
    makeRemove(row.id, row.nama, remove),
  ));
  const rest = surplus.map((id) => make('li', { class: 'terpilih__lebih' }, make('div', null, make('p', null, id), make('p', { class: 'kepala__ket' }, `Tersimpan; yang dijadwalkan ${MOST_PLANNED} yang pertama.`)), makeRemove(id, id, remove)));
  place.replaceChildren(...items, ...rest);
  place.hidden = !items.length && !rest.length;
}

function makeRemove(id, nama, remove) {
  const button = make('button', { type: 'button', class: 'tombol tombol--sekunder', 'aria-label': `Lepaskan ${nama}` }, 'Lepaskan');
  button.addEventListener('click', () => remove(id, nama));
  return button;
}

function makeReadiness({ id, bagian: { terjawab, belum } }) {
  const named = (parts) => parts.map(({ nama }) => nama).join(', ');
  return make(
    'details',
    { class: 'lipat lipat--kecil' },
    make('summary', null, `${terjawab.length} dari ${terjawab.length + belum.length} bagian sudah terjawab di katalog`),
    terjawab.length ? make('p', null, make('strong', null, 'Sudah terjawab: '), `${named(terjawab)}. `, make('a', { href: pageOf(id) }, 'Baca dulu')) : null,
    belum.length ? make('p', null, make('strong', null, 'Belum, jadi menjadi pertanyaan: '), `${named(belum)}.`) : null,
  );
}

/** Entries of the basket that are not in the plan, with a button that puts all of them in. */
export function drawBasket(place, ids, add) {
  const button = ids.length ? make('button', { type: 'button', class: 'tombol tombol--sekunder' }, ids.length > 1 ? `Masukkan ${ids.length} pilihan Anda` : 'Masukkan pilihan Anda') : null;
  button?.addEventListener('click', () => add(ids));
  place.replaceChildren(...(button ? [make('p', null, `Di pilihan Anda masih ada ${ids.length} inovasi yang belum masuk rencana. `, button)] : []));
}
