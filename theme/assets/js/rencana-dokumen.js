// Step 5 of the planner: the itinerary, the documents, one of them in view; DOCX, printing and the calendar file.

import { make } from './jelajah-unsur.js';
import { fill } from './naskah.js';
import { drawBlocks } from './naskah-layar.js';
import { sessionParts } from './rencana-acara.js';
import { daysNeeded } from './rencana-jadwal.js';
import { listDocuments, valuesFor } from './rencana-naskah.js';
import { readDay, tertulis } from './kunjungan-aturan.js';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const written = (iso) => tertulis(readDay(iso));

/** Days with their sessions, the way between the hosts, and what does not fit. */
export function drawItinerary(place, state, saveIcs) {
  const { jadwal, tuan, plan } = state;
  const ics = make('button', { type: 'button', class: 'tombol tombol--sekunder' }, 'Unduh agenda (.ics)');
  ics.addEventListener('click', saveIcs);
  const days = jadwal.hari.map((day) => makeDay(day, plan.cara));
  const empty = make('p', { class: 'belum' }, tuan.length ? 'Tulis hari pertama kunjungan pada langkah 3; jadwalnya tersusun di sini.' : 'Pilih inovasi pada langkah 1 dan waktu pada langkah 3; jadwalnya tersusun di sini.');
  place.replaceChildren(
    ...(plan.cara !== 'daring' && tuan.length > 0 ? [makeRoute(state)] : []),
    ...makeNotes(state),
    days.length ? make('div', { class: 'jadwal' }, ...days) : empty,
    ...(days.length ? [make('p', null, ics)] : []),
  );
}

function makeRoute({ daerah, tuan }) {
  const stops = tuan.map(({ nama, jarak }) => (jarak === null ? nama : `${nama} (± ${jarak} km)`));
  const unknown = tuan.filter(({ titik }) => !titik).map(({ nama }) => nama);
  return make(
    'p',
    null,
    make('strong', null, 'Urutan perjalanan: '),
    [daerah?.nama ?? 'daerah Anda', ...stops].join(' → '),
    make('span', { class: 'kepala__ket' }, ` Jarak garis lurus antara titik daerah, sebagian perkiraan.${unknown.length ? ` Letak ${unknown.join(', ')} belum tercatat, jadi ditaruh terakhir.` : ''}`),
  );
}

function makeNotes({ jadwal, tuan, cek }) {
  const notes = jadwal.lewat.map(({ iso, sebab }) => `${written(iso)} tidak dipakai: ${sebab}.`);
  if (jadwal.tersisa.length && cek.tanggal.mulai) {
    const names = [...new Set(jadwal.tersisa.map(({ tuan: { nama }, kantor }) => (kantor ? `${kantor}, ${nama}` : nama)))];
    notes.push(`Belum mendapat hari: ${names.join('; ')}. Perlu kira-kira ${daysNeeded(tuan)} hari yang cocok; tambah hari atau kurangi inovasinya.`);
  }
  return notes.length ? [make('ul', { class: 'temuan' }, ...notes.map((note) => make('li', null, note)))] : [];
}

function makeDay({ iso, sesi }, cara) {
  return make(
    'section',
    { class: 'jadwal__hari' },
    make('h3', null, written(iso)),
    ...sesi.flatMap((one) => [
      make('p', { class: 'jadwal__tuan' }, make('strong', null, one.tuan.nama), one.kantor ? ` · ${one.kantor}` : ''),
      make('ol', null, ...sessionParts(one, sesi, iso, cara).map(({ dari, sampai, acara }) => make('li', null, make('span', { class: 'jadwal__jam' }, `${dari}–${sampai}`), ' ', make('span', null, acara)))),
    ]),
  );
}

/** The list of documents; `show(key)` puts one into view, `docx(key)` saves it. Names of one kind stand under its heading. */
export function drawDocuments(place, documents, chosen, acts) {
  const kinds = [...new Set(documents.map(({ templat }) => templat))];
  place.replaceChildren(make('ul', { class: 'naskah-daftar' }, ...kinds.map((kind) => {
    const ones = documents.filter(({ templat }) => templat === kind);
    return make('li', null, make('h3', null, ones[0].nama), make('p', { class: 'kepala__ket' }, ones[0].untuk), ...ones.map((doc) => makeRow(doc, chosen, acts)));
  })));
}

function makeRow(doc, chosen, acts) {
  const whose = doc.tuan ? ` untuk ${doc.tuan.nama}` : '';
  const button = (text, label, act, attributes) => {
    const made = make('button', { type: 'button', class: 'tombol tombol--sekunder', 'aria-label': `${label} ${doc.nama}${whose}`, ...attributes }, text);
    made.addEventListener('click', () => act(doc.kunci));
    return made;
  };
  return make(
    'div',
    { class: 'naskah-baris' },
    doc.tuan ? make('p', null, doc.tuan.nama) : null,
    make('p', { class: 'tombol-daftar' },
      button('Lihat', 'Lihat', acts.show, { 'aria-pressed': String(doc.kunci === chosen), 'data-lihat': doc.kunci }),
      button('Word', 'Unduh untuk Word', acts.docx, { 'data-docx': doc.kunci }),
      button('Cetak', 'Cetak', acts.print)),
  );
}

export const documentsOf = (letters, state) => listDocuments(letters.templat, state.tuan);

/** Blocks of a document, filled with the plan. */
const blocksOf = (doc, letters, state) => fill(letters.templat[doc.templat], valuesFor(doc, state));

export function drawPreview(place, doc, letters, state) {
  const title = doc.tuan ? `${doc.nama}: ${doc.tuan.nama}` : doc.nama;
  place.replaceChildren(make('h3', { class: 'naskah-lihat__judul' }, title), drawBlocks(blocksOf(doc, letters, state)));
}

/** Fetch what writes DOCX, and save the document. */
export async function saveDocx(doc, letters, state) {
  const { writeDocx } = await import('./naskah-docx.js');
  const title = doc.tuan ? `${doc.nama}: ${doc.tuan.nama}` : doc.nama;
  saveFile(writeDocx(blocksOf(doc, letters, state), title, letters.kerangka), `${doc.kunci}.docx`, DOCX);
}

export function saveFile(content, name, type) {
  const link = make('a', { href: URL.createObjectURL(new Blob([content], { type })), download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
