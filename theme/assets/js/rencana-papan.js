// What stands around the form: the overview, what the hosts' rules say, notices and the status line.

import { make } from './jelajah-unsur.js';
import { readDay, tertulis } from './kunjungan-aturan.js';
import { tertulisRentang } from './rencana-jadwal.js';

const PAUSE_MS = 200;
const SHOWN_MS = 8000;
let clearing;
const WAYS = { daring: 'Daring', luring: 'Datang langsung', campuran: 'Campuran' };
const byId = (id) => document.getElementById(id);

/** The facts of the plan in the side column. */
export function drawOverview(place, { plan, cek, baris, daerah, tuan, jadwal, tanya, batas }) {
  const answered = baris.reduce((sum, { bagian }) => sum + bagian.terjawab.length, 0);
  const parts = baris.reduce((sum, { bagian }) => sum + bagian.terjawab.length + bagian.belum.length, 0);
  const first = batas.map(({ iso }) => iso).sort()[0];
  const facts = [
    ['Inovasi', baris.length ? `${baris.length}; ${answered} dari ${parts} bagian sudah terjawab` : ''],
    ['Pertanyaan', baris.length ? String(tanya.length) : ''],
    ['Dari', daerah ? `${daerah.nama}${cek.peserta === null ? '' : `, ${cek.peserta.toLocaleString('id-ID')} orang`}` : ''],
    ['Tuan rumah', tuan.map(({ nama }) => nama).join(', ')],
    ['Cara', WAYS[plan.cara]],
    ['Waktu', tertulisRentang(jadwal.hari.map(({ iso }) => iso))],
    ['Surat paling lambat', first ? tertulis(readDay(first)) : ''],
  ];
  place.replaceChildren(...facts.map(([label, value]) => make('div', null, make('dt', null, label), make('dd', value ? null : { class: 'belum' }, value || 'belum'))));
}

/** What the rules of the hosts say of the plan; drawn only where it says something new, because it is read aloud. */
export function drawFindings(place, { temuan, cek }) {
  const boxes = temuan.map(({ tuan, cepat, dikirim, umum, temuan: found }) => make(
    'div',
    { class: 'temuan__tuan' },
    make('h3', null, tuan.nama),
    make(
      'ul',
      null,
      cepat ? make('li', null, `Paling cepat ${cepat}, bila surat diterima ${dikirim ? 'pada tanggal itu' : 'hari ini'}.`) : null,
      umum ? make('li', null, umum) : null,
      ...found.map(({ tingkat, kalimat }) => make('li', { class: `temuan--${tingkat}` }, kalimat)),
    ),
  ));
  const empty = cek.tanggal.mulai ? [] : [make('p', { class: 'belum' }, 'Pilih inovasi dulu; aturan tuan rumahnya diperiksa di sini.')];
  const shown = make('div', null, ...(boxes.length ? boxes : empty));
  if (place.innerHTML !== shown.outerHTML) place.replaceChildren(shown);
}

/** A box above the steps. */
export function notice(kind, title, text, ...more) {
  const rest = more.length ? [make('p', null, ...more)] : [];
  byId('rencana-pemberitahuan').append(make('div', { class: `admonition ${kind}` }, make('p', { class: 'admonition-title' }, title), make('p', null, text), ...rest));
}

export const clearNotices = () => byId('rencana-pemberitahuan').replaceChildren();

/** Tell it in the status line, for a while; the same sentence twice is told twice. */
export function announce(sentence) {
  const status = byId('rencana-kabar');
  if (status.textContent === sentence) status.textContent = '';
  setTimeout(() => {
    status.textContent = sentence;
    clearTimeout(clearing);
    clearing = setTimeout(() => status.replaceChildren(), SHOWN_MS);
  }, PAUSE_MS);
}
