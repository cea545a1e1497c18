// The rows of the comparison: what is said about each entry, and whether that differs. Pure functions of the data.

import { number } from './jelajah-unsur.js';
import { tulisTanggal } from './indonesia.js';
import { capital, joined, plain, rupiah } from './bandingkan-tulis.js';

/** [group, [[title, (entry, terms) → lines], …]]; no lines means that nothing is known. */
const GROUPS = [
  ['Masalah dan hasil', [
    ['Ringkasan', ({ isi }) => [isi.ringkasan]],
    ['Masalah', ({ isi }) => plain(isi.masalah)],
    ['Hasil terukur (sebelum → sesudah)', ({ isi }) => many(isi.hasil_terukur).map(measured)],
    ['Hasil menurut uraian', ({ isi }) => plain(isi.hasil)],
  ]],
  ['Yang diperlukan untuk meniru', [
    ['Biaya awal', ({ isi }) => costs(isi, 'awal')],
    ['Biaya tahunan', ({ isi }) => costs(isi, 'tahunan')],
    ['Biaya, jenisnya tidak disebut', ({ isi }) => costs(isi, undefined), { onlyIfKnown: true }],
    ['Orang yang dibutuhkan', ({ isi }) => many(isi.sdm).map(person)],
    ['Pihak yang terlibat', ({ isi }) => many(isi.aktor).map(({ nama, peran }) => joined([nama, peran], ': '))],
    ['Mulai', ({ isi }) => started(isi)],
    ['Waktu tiap langkah', ({ isi }) => steps(isi)],
    ['Dasar hukum dan dokumen', ({ isi }) => [...many(isi.dasar_hukum), ...many(isi.dokumen)].map(paper)],
    ['Prasyarat', ({ isi }) => many(isi.prasyarat)],
  ]],
  ['Keadaan dan bukti', [
    ['Status', ({ isi }, terms) => state(isi, terms)],
    ['Tahapan', ({ isi }, terms) => (isi.tahapan ? [terms.tahapan[isi.tahapan] ?? isi.tahapan] : [])],
    ['Tingkat bukti', ({ isi }, terms) => evidence(isi.bukti, terms)],
    ['Kelengkapan', ({ isi }) => [`${number(isi.kelengkapan.terisi)} dari ${number(isi.kelengkapan.dari)} isian`]],
  ]],
  ['Daerah', [
    ['Wilayah', ({ daerah }) => [joined([daerah.nama, daerah.provinsi], ', ')]],
    ['Penduduk', ({ daerah }) => (daerah.penduduk ? [`${number(daerah.penduduk)} jiwa`] : [])],
    ['Luas', ({ daerah }) => (daerah.luas_km2 ? [`${number(daerah.luas_km2)} km²`] : [])],
    ['Kepadatan', ({ daerah }) => density(daerah)],
    ['Bentang alam', ({ daerah }) => (daerah.bentang_alam ? [daerah.bentang_alam] : [])],
  ]],
];

/**
 * `[{judul, baris: [{judul, sel, keadaan}]}]`: groups of rows, `sel` with the lines of each entry. `keadaan` is 'beda' (two entries
 * of which it is known differ), 'sebagian' (known of some only, and they do not differ), 'sama', or 'kosong' (known of none).
 */
export function makeRows(entries, terms) {
  return GROUPS.map(([judul, rows]) => ({ judul, baris: rows.flatMap((row) => makeRow(row, entries, terms)) }));
}

function makeRow([judul, read, { onlyIfKnown = false } = {}], entries, terms) {
  const sel = entries.map((entry) => read(entry, terms).filter(Boolean));
  const keadaan = compare(sel);
  return onlyIfKnown && keadaan === 'kosong' ? [] : [{ judul, sel, keadaan }];
}

function compare(cells) {
  const known = cells.filter((lines) => lines.length);
  if (!known.length) return 'kosong';
  if (new Set(known.map((lines) => lines.join('\n').toLowerCase())).size > 1) return 'beda';
  return known.length < cells.length ? 'sebagian' : 'sama';
}

const many = (list) => list ?? [];
const inBrackets = (parts) => (joined(parts, '; ') ? ` (${joined(parts, '; ')})` : '');

function measured({ indikator, satuan, sebelum, sesudah, periode, keterangan }) {
  const numbers = [sebelum, sesudah].filter((value) => value !== undefined).map(number);
  if (!numbers.length) return `${indikator}: angkanya belum ada${inBrackets([periode])}`;
  const only = sesudah === undefined ? ' sebelum inovasi' : '';
  return `${indikator}: ${numbers.join(' → ')} ${satuan}${only}${inBrackets([periode, keterangan])}`;
}

function costs({ biaya }, kind) {
  return many(biaya).filter(({ jenis }) => jenis === kind).map(({ uraian, tahun, rupiah: amount, sumber_dana, rencana }) => {
    const price = amount === undefined ? 'angkanya belum ada' : rupiah(amount);
    return `${price}${inBrackets([tahun?.replace('-', '–'), rencana && 'masih rencana', sumber_dana])}: ${uraian}`;
  });
}

function person({ peran, jumlah, keterangan }) {
  return `${capital(peran)}${jumlah === undefined ? '' : `: ${number(jumlah)} orang`}${inBrackets([keterangan])}`;
}

function started({ tanggal, pertama_diberitakan: reported }) {
  if (tanggal) {
    const named = [['diuji coba', tanggal.uji_coba], ['diterapkan', tanggal.penerapan], ['dikembangkan lagi', tanggal.pengembangan]];
    return named.filter(([, when]) => when).map(([what, when]) => `${capital(what)} ${tulisTanggal(when)}`);
  }
  return reported ? [`Pertama diberitakan ${tulisTanggal(reported)}; tanggal mulai belum diketahui`] : [];
}

/** The steps that say how long they take, and how many do not. */
function steps({ langkah }) {
  const timed = many(langkah).filter(({ durasi }) => durasi);
  const lines = timed.map(({ uraian, durasi }) => `${capital(durasi)}: ${uraian}`);
  const rest = many(langkah).length - timed.length;
  if (!rest) return lines;
  return [...lines, timed.length ? `${number(rest)} langkah lain tanpa keterangan waktu` : `${number(rest)} langkah, waktunya belum ada data`];
}

function paper({ jenis, judul, nomor, tahun }) {
  return `${joined([jenis, nomor && `Nomor ${nomor}`, tahun && `Tahun ${tahun}`], ' ')}: ${judul}`;
}

function state({ status, dikonfirmasi }, terms) {
  const isKnown = status && status.keadaan !== 'belum-diketahui';
  const since = isKnown && status.per ? `, per ${tulisTanggal(status.per)}` : '';
  return [
    isKnown ? `${terms.status[status.keadaan] ?? status.keadaan}${since}` : '',
    isKnown ? status.alasan : '',
    dikonfirmasi ? `Dikonfirmasi ${tulisTanggal(dikonfirmasi.tanggal)} oleh ${dikonfirmasi.oleh}` : '',
  ];
}

function evidence(id, { bukti }) {
  const place = bukti.findIndex(([level]) => level === id);
  return place < 0 ? [id] : [`${bukti[place][1]} (${place + 1} dari ${bukti.length})`];
}

function density({ penduduk, luas_km2: area }) {
  return penduduk && area ? [`${number(Math.round(penduduk / area))} jiwa per km²`] : [];
}
