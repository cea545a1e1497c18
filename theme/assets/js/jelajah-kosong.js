// What is said when nothing was found, fetched when it is needed: what can be dropped, and where else to look.

import { kindredWords } from './jelajah-data.js';
import { lists } from './jelajah-hasil.js';
import { waysOn } from './jelajah-longgar.js';
import { findDoors, sampleDoors } from './jelajah-pintu.js';
import { make, number } from './jelajah-unsur.js';

/**
 * The ways on from a state without result: what can be dropped, with what that gives (`onChange` takes the changes of the state), the
 * everyday problems nearest to the query and to what was `meant`, or where none is near some to begin with, the static lists.
 */
export async function makeEmpty(state, result, scores, meant, data, onChange) {
  const ways = waysOn(state, result, scores, data);
  const near = state.q ? await nearDoors(state.q, meant).catch(() => []) : []; // without them the lists are left
  const doors = near.length || !state.q ? near : await sampleDoors().catch(() => []);
  const box = make('div', { class: 'kosong' }, make('p', { class: 'kosong__judul' }, ways.length ? 'Longgarkan pencarian' : 'Coba kata lain'));
  if (ways.length) {
    box.append(make('ul', { class: 'tombol-daftar' }, ...ways.map((way) => makeWay(way, onChange))));
  } else if (state.q) {
    box.append(make('p', null, 'Periksa ejaannya, atau pakai kata yang lebih umum, misalnya “ambulans” atau “akta lahir”.'));
  }
  if (doors.length) {
    const said = near.length ? 'Mungkin yang Anda cari ada di sini:' : 'Atau mulai dari masalah sehari-hari:';
    box.append(make('p', null, said), make('ul', { class: 'pintu-daftar pintu-daftar--kecil' }, ...doors.map(makeDoor)));
  }
  box.append(make('p', null, 'Atau telusuri ', ...lists(), '.'));
  return box;
}

async function nearDoors(q, meant) {
  return findDoors(q, meant, await kindredWords(q));
}

function makeWay({ label, count, changes }, onChange) {
  const button = make('button', { class: 'tombol tombol--sekunder', type: 'button' }, `${label}: ${number(count)} inovasi`);
  button.addEventListener('click', () => onChange(changes));
  return make('li', null, button);
}

function makeDoor([id, name]) {
  return make('li', { class: 'pintu' }, make('a', { href: `../masalah/${encodeURIComponent(id)}/` }, name));
}
