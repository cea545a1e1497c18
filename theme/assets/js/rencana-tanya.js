// Step 4 of the planner: questions of each entry, and the field for one's own, which offers earlier answers first.

import { make } from './jelajah-unsur.js';
import { pageOf } from './rencana-data.js';
import { answersTo, findAnswers } from './rencana-jawab.js';

/** Draw the questions of `rows`. `acts` has drop(id, part, isDropped), add(id, text), remove(place) and say(sentence). */
export function drawQuestions(place, rows, plan, acts) {
  const open = new Set([...place.querySelectorAll('details[open][data-inovasi]')].map(({ dataset }) => dataset.inovasi));
  const boxes = rows.map((row, n) => makeEntry(row, plan, acts, open.size ? open.has(row.id) : n === 0 || rows.length < 4));
  place.replaceChildren(...(rows.length ? [...boxes, makeOwn(rows, plan, acts)] : [make('p', { class: 'belum' }, 'Pilih inovasi dulu pada langkah 1.')]));
}

function makeEntry(row, plan, acts, isOpen) {
  const own = plan.tanya.map((question, place) => ({ ...question, place })).filter(({ inovasi }) => inovasi === row.id);
  const dropped = plan.lepas[row.id] ?? [];
  const asked = row.bagian.belum.filter(({ id }) => !dropped.includes(id)).length;
  const summary = make('summary', null, countWords(row, asked + own.length));
  const list = make('ul', { class: 'pilih-daftar' }, ...row.bagian.belum.map((part) => makePart(row, part, !dropped.includes(part.id), acts)));
  list.addEventListener('change', () => {
    summary.textContent = countWords(row, list.querySelectorAll(':checked').length + own.length);
  });
  return make(
    'details',
    { class: 'lipat', open: isOpen, 'data-inovasi': row.id },
    summary,
    row.bagian.belum.length ? list : null,
    own.length ? make('ul', { class: 'tanya-sendiri' }, ...own.map((question) => makeTyped(question, acts))) : null,
    row.bagian.belum.length ? null : make('p', null, 'Semua bagian sudah terjawab di katalog.'),
  );
}

const countWords = ({ nama }, count) => `${nama}: ${count} pertanyaan`;

function makePart(row, part, isAsked, acts) {
  const box = make('input', { type: 'checkbox', id: `tanya-${row.id.replace('/', '-')}-${part.id}` });
  box.checked = isAsked;
  box.addEventListener('change', () => acts.drop(row.id, part.id, !box.checked));
  const answers = answersTo(part, row.isi).map(({ tanya, jawab }) => make('p', { class: 'tanya-jawab' }, make('strong', null, `Pernah dijawab: ${tanya} `), jawab));
  return make('li', null, make('label', null, box, ' ', make('span', null, part.tanya)), ...answers);
}

function makeTyped({ teks, place }, acts) {
  const button = make('button', { type: 'button', class: 'tombol tombol--sekunder', 'aria-label': `Hapus pertanyaan: ${teks}` }, 'Hapus');
  button.addEventListener('click', () => acts.remove(place));
  return make('li', null, make('span', null, teks), button);
}

/** The field for one's own question. With an answer that may fit, the first press shows it, the second adds the question. */
function makeOwn(rows, plan, acts) {
  const select = make('select', { id: 'tanya-untuk' }, ...rows.map(({ id, nama }) => make('option', { value: id }, nama)), make('option', { value: '' }, 'Semua'));
  const input = make('textarea', { id: 'tanya-baru', rows: '2', maxlength: '300', 'aria-describedby': 'tanya-baru-ket' });
  const offers = make('div', { id: 'tanya-tawaran', role: 'status' });
  const button = make('button', { type: 'button', class: 'tombol tombol--sekunder' }, 'Tambah pertanyaan');
  let offered = '';

  const wanted = () => rows.filter(({ id }) => !select.value || id === select.value);
  const finish = () => {
    offered = '';
    input.value = '';
    offers.replaceChildren();
    button.textContent = 'Tambah pertanyaan';
  };
  const show = (found) => {
    const enough = make('button', { type: 'button', class: 'tombol tombol--sekunder' }, 'Cukup, tidak perlu ditanyakan');
    enough.addEventListener('click', () => {
      finish();
      input.focus();
      acts.say('Pertanyaan tidak ditambahkan.');
    });
    offers.replaceChildren(make('div', { class: 'kotak' }, make('p', null, make('strong', null, 'Mungkin sudah terjawab:')), make('ul', null, ...found.map(makeOffer)), enough));
    button.textContent = 'Tetap tanyakan';
  };
  button.addEventListener('click', () => {
    const typed = input.value.trim();
    if (!typed) {
      acts.say('Tulis pertanyaannya dulu.');
      input.focus();
      return;
    }
    const found = findAnswers(typed, wanted());
    if (found.length && offered !== typed) {
      offered = typed;
      show(found);
      return;
    }
    const whose = select.value;
    finish();
    acts.add(whose, typed);
  });
  for (const field of [input, select]) field.addEventListener('input', (event) => event.stopPropagation());
  return make(
    'div',
    { class: 'tanya-baru', id: 'rencana-tanya-sendiri' },
    make('h3', null, 'Pertanyaan Anda sendiri'),
    make('div', { class: 'medan-tegak' }, make('label', { for: 'tanya-untuk' }, 'Tentang'), select),
    make('div', { class: 'medan-tegak' }, make('label', { for: 'tanya-baru' }, 'Pertanyaan'), make('p', { class: 'medan-ket', id: 'tanya-baru-ket' }, 'Sebelum ditambahkan, jawaban yang pernah diberikan diperlihatkan dulu.'), input),
    offers,
    make('p', null, button),
  );
}

function makeOffer({ inovasi, nama, tanya, judul, jawab, bagian }) {
  const where = make('a', { href: pageOf(inovasi) }, nama);
  return bagian ? make('li', null, `Bagian “${judul}” terisi di halaman `, where, '.') : make('li', null, make('strong', null, `${tanya} `), jawab, ' (', where, ')');
}
