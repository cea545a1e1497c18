// The plan as a value: what it may hold, made of anything; its file. Pure functions (docs/rencana.md).
//
// A plan keeps texts as they were typed, also where they are wrong: nothing that somebody wrote is thrown away by a check.

import { isId } from './keranjang.js';

export const VERSI = 1;
export const MOST_KEPT = 60; // entries that a plan remembers
export const MOST_PLANNED = 20; // entries that are fetched and scheduled, as many as the basket holds
const MOST_FILE = 300_000;
const MOST_QUESTIONS = 60;
const MOST_ACTIONS = 12;
const MARK = 'rencana-kunjungan';

/** Every text of a plan with the most characters it may have. */
export const TEKS = {
  daerah: 80, penduduk: 20, peserta: 12, asal_peserta: 200, tujuan_lain: 900, dikirim: 40, mulai: 40, selesai: 40,
  kantor: 200, alamat_kantor: 200, tempat_surat: 200, jabatan_penanda: 200, narahubung: 200, ketua: 200, dasar: 200,
  alasan: 900, unit_pelaksana: 200, mulai_replikasi: 200, jenis: 40, sumber_tautan: 200,
};

export const TUJUAN = [
  ['cara-kerja', 'Mempelajari cara kerja dan alur layanan'],
  ['dasar', 'Mempelajari dasar hukum, kelembagaan, dan pembagian tugas'],
  ['modal', 'Mengetahui kebutuhan biaya, orang, dan sarana'],
  ['lapangan', 'Melihat pelaksanaan di lapangan'],
  ['replikasi', 'Menjajaki replikasi dan pendampingan'],
];
const CARA = ['daring', 'luring', 'campuran'];
const TINDAK = { tindakan: 300, kantor: 200, batas: 60, ukuran: 200 };

/** A plan without anything. */
export const emptyPlan = () => tidyPlan({});

/** Is there anything in it that somebody chose or typed? */
export const isUntouched = (plan) => JSON.stringify(plan) === JSON.stringify(emptyPlan());

/** A whole plan from anything: what does not belong there is left out, texts are cut to their length. */
export function tidyPlan(value) {
  const given = isObject(value) ? value : {};
  const texts = Object.fromEntries(Object.entries(TEKS).map(([key, most]) => [key, text(given[key], most)]));
  const inovasi = [...new Set(list(given.inovasi).filter((id) => typeof id === 'string' && isId(id)))].slice(0, MOST_KEPT);
  return {
    ...texts,
    inovasi,
    jenis: texts.jenis || 'studi-tiru',
    cara: CARA.includes(given.cara) ? given.cara : 'daring',
    tujuan: TUJUAN.map(([id]) => id).filter((id) => list(given.tujuan).includes(id)),
    lepas: tidyDropped(given.lepas),
    tanya: list(given.tanya).filter(isObject).map(tidyQuestion).filter(({ teks }) => teks.trim()).slice(0, MOST_QUESTIONS),
    hasil: Object.fromEntries(entriesOf(given.hasil).filter(([id]) => isId(`${id}/x`)).map(([id, said]) => [id, text(said, 900)])),
    tindak: list(given.tindak).filter(isObject).map(tidyAction).slice(0, MOST_ACTIONS),
  };
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value) => (Array.isArray(value) ? value.slice(0, 200) : []);
const entriesOf = (value) => (isObject(value) ? Object.entries(value).slice(0, MOST_KEPT) : []);

/** Text without signs that no document can hold. */
function text(value, most) {
  const given = typeof value === 'number' ? String(value) : value;
  return typeof given === 'string' ? given.replace(/[^\t\n\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').slice(0, most) : '';
}

function tidyDropped(value) {
  const known = entriesOf(value).filter(([id]) => isId(id));
  return Object.fromEntries(known.map(([id, parts]) => [id, list(parts).filter((part) => /^[a-z_-]{1,40}$/.test(part))]).filter(([, parts]) => parts.length));
}

const tidyQuestion = ({ inovasi, teks }) => ({ inovasi: isId(inovasi) ? inovasi : '', teks: text(teks, 300) });
const tidyAction = (row) => Object.fromEntries(Object.entries(TINDAK).map(([key, most]) => [key, text(row[key], most)]));

/** The plan's file, to be kept and opened again. */
export const writeFile = (plan) => `${JSON.stringify({ berkas: MARK, versi: VERSI, rencana: plan }, null, 1)}\n`;

/** `{rencana}` of a file's text, or `{salah}`: a sentence that says what to do. */
export function readFile(content) {
  if (content.length > MOST_FILE) return { salah: 'Berkas ini terlalu besar untuk berkas rencana. Pilih berkas rencana-kunjungan.json.' };
  let value;
  try {
    value = JSON.parse(content);
  } catch {
    return { salah: 'Berkas ini terpotong atau bukan berkas rencana. Simpan sekali lagi dari halaman ini, lalu pilih berkas yang baru.' };
  }
  if (!isObject(value) || value.berkas !== MARK || !isObject(value.rencana)) {
    return { salah: 'Berkas ini bukan berkas rencana kunjungan. Pilih berkas rencana-kunjungan.json yang disimpan dari halaman ini.' };
  }
  if (value.versi !== VERSI) {
    return { salah: `Berkas ini memakai bentuk versi ${String(value.versi).slice(0, 20)}, sedangkan halaman ini membaca versi ${VERSI}. Buka dengan halaman yang membuatnya, lalu salin tautan rencananya.` };
  }
  return { rencana: tidyPlan(value.rencana) };
}
