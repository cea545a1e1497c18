// Faults on the page: a quiet sentence below its field, with the mended value to take over; a summary with links to the fields.

import { coded, idOf } from './formulir-dasar.js';
import { make } from './jelajah-unsur.js';

/** Show the faults that may be seen at their fields, and take away those that are mended. */
export function showFaults(faults, meja) {
  const wanted = new Map();
  for (const fault of faults) {
    const at = meja.isVisible(fault) ? fieldOf(fault.tempat) : null;
    if (at) wanted.set(at, [...(wanted.get(at) ?? []), fault]);
  }
  for (const line of document.querySelectorAll('.borang .borang-salah')) {
    const field = document.getElementById(line.id.replace(/-salah$/, ''));
    if (field && wanted.has(field) && line.dataset.kata === wordsOf(wanted.get(field))) {
      wanted.delete(field); // it says so already
      continue;
    }
    unmark(field, line.id);
    line.remove();
  }
  for (const [field, list] of wanted) mark(field, list, meja);
}

const wordsOf = (list) => list.map((fault) => `${fault.kode}${fault.pesan}${fault.ditemukan}${fault.perbaiki}`).join();

/** The element at a place, or of the nearest isian above it. */
export function fieldOf(place) {
  for (let n = place.length; n > 0; n -= 1) {
    const found = document.getElementById(idOf(place.slice(0, n)));
    if (found) return found;
  }
  return null;
}

function mark(field, list, meja) {
  const id = `${field.id}-salah`;
  const line = make('div', { class: 'borang-salah', id }, ...list.map((fault) => make('div', null,
    make('strong', null, ...coded(fault.pesan)), ...coded(`Seharusnya: ${fault.seharusnya}.`.replace(/\.\.$/, '.')), makeRepair(fault, field, meja))));
  line.dataset.kata = wordsOf(list);
  const anchor = field.closest('.borang-cari') ?? field;
  if (field.matches('fieldset, details')) field.append(line);
  else if (anchor.parentElement.matches('.borang-baris')) anchor.parentElement.append(line);
  else anchor.after(line);
  if (field.matches('input, textarea, select')) field.setAttribute('aria-invalid', 'true');
  describe(field, id, true);
}

function unmark(field, id) {
  if (!field) return;
  field.removeAttribute('aria-invalid');
  describe(field, id, false);
}

function describe(field, id, isWanted) {
  const ids = (field.getAttribute('aria-describedby') ?? '').split(' ').filter((one) => one && one !== id);
  if (isWanted) ids.push(id);
  if (ids.length) field.setAttribute('aria-describedby', ids.join(' '));
  else field.removeAttribute('aria-describedby');
}

/** A button that takes over the value that surely mends the fault; else the sentence that says what to do. */
function makeRepair(fault, field, meja) {
  if (!fault.ganti || !field.matches('input, textarea')) return null;
  const button = make('button', { type: 'button', class: 'tombol tombol--sekunder' }, `Pakai ${fault.ganti}`);
  button.addEventListener('click', () => {
    field.value = fault.ganti;
    meja.tulis(fault.tempat, fault.ganti, true);
    meja.periksa();
    field.focus();
  });
  return make('div', null, button);
}

/** The summary after "Periksa": what must be mended, and what should be looked at, each a link to its field. */
export function makeSummary(all, meja, open) {
  const faults = inOrder(all, meja);
  const groups = [['kesalahan', 'yang harus diperbaiki'], ['peringatan', 'yang perlu dilihat lagi']];
  const errors = faults.filter((fault) => fault.tingkat === 'kesalahan').length;
  const box = make('div', { class: `borang-ringkas${errors ? '' : ' beres'}`, tabindex: '-1', role: 'group', 'aria-label': 'Hasil pemeriksaan' });
  if (!errors) box.append(make('h3', null, 'Siap dikirim'), make('p', null, 'Semua isian wajib ada dan bentuknya benar.'));
  for (const [level, words] of groups) {
    const list = faults.filter((fault) => fault.tingkat === level);
    if (!list.length) continue;
    box.append(make('h3', null, `${list.length} hal ${words}`), make('ul', null, ...list.map((fault) => makeLink(fault, meja, open))));
  }
  return box;
}

/** In the order of the form, not of the check. */
function inOrder(faults, { keadaan, model }) {
  const order = keadaan.borang.bagian.flatMap(({ isian, badan }) => (badan ? ['badan'] : isian));
  const fields = [...model.kelas.get(keadaan.borang.rekaman).keys()];
  const rank = ({ tempat }) => (order.includes(tempat[0]) ? order.indexOf(tempat[0]) : order.length + fields.indexOf(tempat[0]));
  return faults.map((fault, n) => [rank(fault), n, fault]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, , fault]) => fault);
}

function makeLink(fault, meja, open) {
  const link = make('a', { href: `#${idOf(fault.tempat)}` }, `${titleOf(fault.tempat, meja)}: `, ...coded(fault.pesan));
  link.addEventListener('click', (event) => {
    event.preventDefault();
    open(fault.tempat);
    const field = fieldOf(fault.tempat);
    reveal(fault.tempat);
  });
  return make('li', null, link);
}

/** Unfold whatever holds the field, which may be made only then, and go to it. */
function reveal(place) {
  for (let n = 1; n <= place.length; n += 1) {
    const found = document.getElementById(idOf(place.slice(0, n)));
    for (let box = found?.closest('details'); box; box = box.parentElement.closest('details')) box.open = true;
    found?.dispatchEvent(new Event('toggle')); // its fields are made at once
  }
  const field = fieldOf(place);
  (field?.matches('details') ? field.firstElementChild : field)?.focus();
  field?.scrollIntoView({ block: 'center' });
}

const SECTIONS = { masalah: 'Masalah', cara_kerja: 'Cara kerja', hasil: 'Hasil', pelajaran: 'Pelajaran', lain: 'Bagian lain' };

function titleOf(place, meja) {
  if (place[0] === 'badan') return SECTIONS[place[1]] ?? 'Cerita';
  const field = meja.model.fieldAt(meja.keadaan.borang.rekaman, place);
  const n = place.findLast((step) => typeof step === 'number');
  return field ? `${field.j}${n === undefined ? '' : ` (butir ${n + 1})`}` : 'Berkas';
}
