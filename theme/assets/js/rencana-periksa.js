// What is wrong with a plan, and what is still missing, each with its field and a sentence. Pure functions.

import { readPeople } from './biaya.js';
import { readDay } from './kunjungan-aturan.js';
import { MOST_PLANNED } from './rencana-isi.js';
import { readTyped } from './rencana-tanggal.js';

const MOST_GUESTS = 1000;
const MOST_DAYS = 14;
const DAY = 864e5;
const PERSONAL = [[/(?:\d[ .-]?){15,}\d/, 'NIK atau NIP'], [/(?:\+?62|0)[ -]?8(?:[ -]?\d){7,}/, 'nomor ponsel']];
const PUBLISHED = { tujuan_lain: 'Tujuan lain' };

/**
 * `{salah: [{isian, kalimat}], kurang: [{isian, kalimat}], tanggal: {dikirim, mulai, selesai}, peserta, daerah, penduduk}`: faults,
 * what is missing, and what the texts mean: ISO dates ('' where there is none), a number or null, a region's id or '', a number or 0.
 * `findRegion(text)` gives a region's id or ''; `kosong` says that the list of regions is not there yet.
 */
export function checkPlan(plan, findRegion) {
  const salah = [];
  const kurang = [];
  const tanggal = checkDates(plan, salah, kurang);
  const peserta = checkGuests(plan.peserta, salah, kurang);
  const penduduk = checkPeople(plan.penduduk, salah);
  const daerah = findRegion(plan.daerah);
  if (!plan.daerah.trim()) kurang.push({ isian: 'daerah', kalimat: 'Pilih daerah Anda.' });
  else if (!daerah) salah.push({ isian: 'daerah', kalimat: `Tidak ada daerah bernama “${plan.daerah.trim().slice(0, 60)}”. Pilih nama dari daftar.` });
  else if (plan.inovasi.some((id) => id.startsWith(`${daerah}/`))) salah.push({ isian: 'daerah', kalimat: 'Daerah Anda juga tuan rumah dalam rencana ini. Lepaskan inovasi daerah sendiri pada langkah 1; untuk itu tidak perlu surat.' });
  if (!plan.inovasi.length) kurang.push({ isian: 'inovasi', kalimat: 'Pilih sedikitnya satu inovasi.' });
  if (plan.inovasi.length > MOST_PLANNED) {
    const rest = plan.inovasi.length - MOST_PLANNED;
    salah.push({ isian: 'inovasi', kalimat: `Rencana ini memuat ${plan.inovasi.length} inovasi, padahal yang dapat dijadwalkan ${MOST_PLANNED}. ${rest} yang terakhir tetap tersimpan; lepaskan yang tidak perlu.` });
  }
  for (const [isian, teks, nama] of publishedTexts(plan)) {
    const kind = personalNumber(teks);
    if (kind) salah.push({ isian, kalimat: `${nama} tampaknya memuat ${kind}. Hapus nomor itu: tulisan ini ikut ke tautan atau katalog.` });
  }
  if (plan.sumber_tautan && !/^https?:\/\/[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?:[/?#][^\s\\<>"]*)?$/.test(plan.sumber_tautan.trim())) {
    salah.push({ isian: 'sumber_tautan', kalimat: 'Tautan harus diawali https:// atau http:// dan tanpa spasi.' });
  }
  return { salah: onePerField(salah), kurang, tanggal, peserta, daerah, penduduk };
}

function checkDates(plan, salah, kurang) {
  const tanggal = {};
  for (const isian of ['dikirim', 'mulai', 'selesai']) {
    const { iso, salah: kalimat } = readTyped(plan[isian]);
    tanggal[isian] = iso;
    if (kalimat) salah.push({ isian, kalimat });
  }
  const [start, end] = [readDay(tanggal.mulai), readDay(tanggal.selesai)];
  if (start !== null && end !== null) {
    const days = (end - start) / DAY + 1;
    const fault = days < 1 ? 'Hari terakhir lebih awal daripada hari pertama. Betulkan salah satunya.'
      : days > MOST_DAYS ? `Lamanya ${days.toLocaleString('id-ID')} hari, padahal paling lama ${MOST_DAYS}. Periksa kedua tanggalnya.` : '';
    if (fault) {
      salah.push({ isian: 'selesai', kalimat: fault });
      tanggal.selesai = '';
    }
  }
  if (!plan.mulai.trim()) kurang.push({ isian: 'mulai', kalimat: 'Tulis hari pertama kunjungan.' });
  return tanggal;
}

function checkGuests(typed, salah, kurang) {
  const text = typed.trim();
  if (!text) {
    kurang.push({ isian: 'peserta', kalimat: 'Tulis jumlah peserta.' });
    return null;
  }
  const number = /^\d{1,3}(?:\.\d{3})*$|^\d+$/.test(text) ? Number(text.replaceAll('.', '')) : NaN;
  const fault = Number.isNaN(number) ? 'Tulis jumlah peserta dengan angka saja, misalnya 12.'
    : number < 1 ? 'Jumlah peserta sedikitnya 1 orang.'
    : number > MOST_GUESTS ? `${number.toLocaleString('id-ID')} orang terlalu banyak untuk satu kunjungan. Periksa angkanya; bila memang sebanyak itu, pilih daring.` : '';
  if (fault) salah.push({ isian: 'peserta', kalimat: fault });
  return fault ? null : number;
}

function checkPeople(typed, salah) {
  if (!typed.trim()) return 0;
  const { jiwa, salah: kalimat = 'Tulis jumlah penduduk dengan angka saja, misalnya 886.000.' } = readPeople(typed);
  if (!jiwa) salah.push({ isian: 'penduduk', kalimat });
  return jiwa ?? 0;
}

/** [field, text, name of the field] of what leaves the reader's computer by link or record. */
function publishedTexts(plan) {
  return [
    ...Object.entries(PUBLISHED).map(([isian, nama]) => [isian, plan[isian], nama]),
    ...plan.tanya.map(({ teks }) => ['rencana-tanya', teks, 'Pertanyaan Anda']),
    ...Object.entries(plan.hasil).map(([id, teks]) => [`hasil-${id}`, teks, 'Hasil kunjungan']),
  ];
}

const onePerField = (faults) => faults.filter(({ isian }, place) => faults.findIndex((one) => one.isian === isian) === place);

/** 'NIK atau NIP' or 'nomor ponsel' where a text seems to hold one, else ''. The catalogue's own check looks closer. */
export function personalNumber(text) {
  return PERSONAL.find(([form]) => form.test(text))?.[1] ?? '';
}
