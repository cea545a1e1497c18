// The entry as its public page will look: the same classes, filled with what is typed now.

import { make } from './jelajah-unsur.js';
import { makeMarkdown } from './formulir-markdown.js';

const STEPS = ['nama-saja', 'klaim', 'terdokumentasi', 'terukur', 'dievaluasi'];
const STEP_NAMES = { 'nama-saja': 'Nama saja', klaim: 'Klaim', terdokumentasi: 'Terdokumentasi', terukur: 'Terukur', dievaluasi: 'Dievaluasi' };
const MONTHS = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'];

/** The preview of a record. */
export function makePreview({ data, badan, wilayah }, meja) {
  const { model } = meja;
  const name = (daftar, id) => model.daftar[daftar].find(([one]) => one === id)?.[1] ?? id;
  const region = model.idWilayah.get(wilayah)?.nama ?? 'Wilayah belum dipilih';
  const parts = [
    makeHead(data, badan, region, name),
    data.layanan ? box('Untuk warga: cara memakai', facts(serviceFacts(data.layanan))) : null,
    ...(data.foto ?? []).map((one) => makeFigure(one, meja.foto)),
    badan.masalah ? section('Masalah', prose(badan.masalah)) : null,
    badan.cara_kerja ? section('Cara kerja', prose(badan.cara_kerja)) : null,
    badan.hasil || data.hasil_terukur ? section('Hasil', badan.hasil ? prose(badan.hasil) : '', resultTable(data.hasil_terukur)) : null,
    data.langkah ? section('Langkah', make('ol', null, ...data.langkah.map((one) => make('li', null, one.uraian ?? '', one.durasi ? ` (${one.durasi})` : '')))) : null,
    list('Prasyarat', data.prasyarat), list('Kendala', data.kendala), list('Pelajaran', data.pelajaran), badan.pelajaran ? section('Pelajaran', prose(badan.pelajaran)) : null,
    data.biaya ? section('Biaya', make('ul', null, ...data.biaya.map((one) => make('li', null, costText(one))))) : null,
    documents('Dasar hukum', data.dasar_hukum), documents('Dokumen', data.dokumen),
    section('Fakta singkat', facts(shortFacts(data, name, meja))),
    data.sumber ? section('Sumber', make('ol', { class: 'sumber' }, ...data.sumber.map(sourceItem))) : null,
  ];
  return make('div', null, make('p', { class: 'borang-ket' }, 'Pratinjau: seperti inilah isinya akan tampil.'), ...parts.filter(Boolean));
}

function makeHead(data, badan, region, name) {
  const state = data.status?.keadaan ?? 'belum-diketahui';
  const level = evidence(data, badan);
  return make('header', { class: 'kepala' },
    make('p', { class: 'kepala__atas' }, make('span', { class: 'keping' }, region), ' ', data.urusan ? make('span', { class: 'keping' }, name('urusan', data.urusan[0])) : ''),
    make('h2', null, data.nama ?? 'Nama inovasi', data.kepanjangan ? make('span', { class: 'kepanjangan' }, ` ${data.kepanjangan}`) : ''),
    make('p', { class: 'lede' }, data.ringkasan ?? 'Ringkasan belum diisi.'),
    make('ul', { class: 'lencana-daftar' }, make('li', null, make('span', { class: `lencana lencana--${state}` }, name('status', state))),
      make('li', null, data.dikonfirmasi ? make('span', { class: 'lencana lencana--dikonfirmasi' }, `Dikonfirmasi ${day(data.dikonfirmasi.tanggal)}`)
        : make('span', { class: 'lencana lencana--belum-dikonfirmasi' }, 'Belum dikonfirmasi')),
      make('li', null, make('p', { class: 'bukti', 'data-tingkat': STEPS.indexOf(level) + 1 }, `Bukti: ${STEP_NAMES[level]} (${STEPS.indexOf(level) + 1} dari 5)`))));
}

/** The evidence level, computed as catalog/bukti.py does. */
export function evidence(data, badan) {
  if (data.evaluasi) return 'dievaluasi';
  if ((data.hasil_terukur ?? []).some((one) => one.sebelum !== undefined && one.sesudah !== undefined)) return 'terukur';
  if (data.dokumen || data.dasar_hukum) return 'terdokumentasi';
  const claims = Object.keys(badan).length || data.hasil_terukur || data.langkah || data.layanan || data.biaya;
  return claims ? 'klaim' : 'nama-saja';
}

const section = (title, ...children) => make('section', { class: 'bagian' }, make('h3', null, title), ...children);
const box = (title, ...children) => make('div', { class: 'kotak kotak--penting' }, make('h3', null, title), ...children);
const prose = (text) => make('div', { class: 'prosa' }, ...makeMarkdown(text));
const list = (title, rows) => (rows ? section(title, make('ul', null, ...rows.map((row) => make('li', null, row)))) : null);

function facts(pairs) {
  return make('dl', { class: 'fakta' }, ...pairs.filter(([, value]) => value).map(([title, value]) => make('div', null, make('dt', null, title), make('dd', null, value))));
}

const serviceFacts = (one) => [['Tempat', one.tempat], ['Jam layanan', one.jam], ['Biaya bagi warga', one.biaya], ['Telepon', one.telepon],
  ['WhatsApp resmi', one.whatsapp_resmi?.nomor], ['Layanan daring', one.tautan], ['Aplikasi', one.aplikasi], ['Yang perlu disiapkan', (one.syarat ?? []).join('; ')], ['Keterangan', one.keterangan]];

function shortFacts(data, name, meja) {
  const of = (daftar, key) => (data[key] ? name(daftar, data[key]) : '');
  return [['Urusan', (data.urusan ?? []).map((id) => name('urusan', id)).join(', ')], ['Perangkat daerah', (data.perangkat_daerah ?? []).map((id) => meja.kantor?.[id] ?? id).join(', ')],
    ['Tahapan', of('tahapan', 'tahapan')], ['Bentuk', of('bentuk', 'bentuk')], ['Jenis', of('jenis', 'jenis')], ['Inisiator', of('inisiator', 'inisiator')],
    ['Uji coba', day(data.tanggal?.uji_coba)], ['Penerapan', day(data.tanggal?.penerapan)], ['Kontak', data.kontak?.unit], ['Kata kunci', (data.kata_kunci ?? []).join(', ')]];
}

function resultTable(rows) {
  if (!rows) return '';
  const head = make('thead', null, make('tr', null, ...['Indikator', 'Sebelum', 'Sesudah', 'Satuan', 'Periode'].map((title) => make('th', { scope: 'col' }, title))));
  const body = rows.map((one) => make('tr', null, make('th', { scope: 'row' }, one.indikator ?? ''), ...[one.sebelum, one.sesudah, one.satuan, one.periode].map((value) => make('td', null, value ?? ''))));
  return make('div', { class: 'tabel-geser', role: 'region', tabindex: '0', 'aria-label': 'Hasil terukur, dapat digeser' }, make('table', null, head, make('tbody', null, ...body)));
}

function documents(title, rows) {
  return rows ? section(title, make('ul', null, ...rows.map((one) => make('li', null, [one.jenis, one.nomor && `Nomor ${one.nomor}`, one.tahun && `Tahun ${one.tahun}`].filter(Boolean).join(' '), one.judul ? ` tentang ${one.judul}` : '')))) : null;
}

const costText = (one) => [one.uraian, one.rupiah && /^\d+$/.test(one.rupiah) ? `Rp ${Number(one.rupiah).toLocaleString('id-ID')}` : one.rupiah, one.tahun, one.sumber_dana].filter(Boolean).join(', ');

const sourceItem = (one) => make('li', null, make('cite', null, one.judul ?? ''), `. ${[one.penerbit, day(one.tanggal)].filter(Boolean).join(', ')}.`);

function makeFigure(one, photos) {
  const photo = photos.get(one.berkas);
  return make('figure', { class: 'foto' }, photo ? make('img', { src: photo.url, alt: one.alt ?? '', width: photo.lebar, height: photo.tinggi }) : make('p', { class: 'belum' }, one.berkas ?? 'Foto belum dipilih'),
    one.kredit ? make('figcaption', null, `Foto: ${one.kredit}`) : '');
}

function day(text = '') {
  const [year, month, date] = text.split('-').map(Number);
  return month >= 1 && month <= 12 ? [date, MONTHS[month - 1], year].filter(Boolean).join(' ') : text;
}
