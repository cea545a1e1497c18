// Dates as people type them, and the clock of a region. Pure functions; days are counted by kunjungan-aturan.js.

import { BULAN, tulisTanggal } from './indonesia.js';
import { readDay } from './kunjungan-aturan.js';

const MONTHS = BULAN.map((name) => name.toLowerCase());
const SHORT = { agt: 7, agu: 7, ags: 7, nop: 10, peb: 1, pebruari: 1, nopember: 10, dec: 11, oct: 9, aug: 7, may: 4 };
const WEEKDAY = /^(?:senin|selasa|rabu|kamis|jumat|jum'at|sabtu|minggu|ahad)\s*,?\s*/;
const MOST_SHOWN = 40;
const DAY = 864e5;

/** `{iso: '2026-12-14', salah: ''}`; nothing typed is '' without a fault. */
export function readTyped(text) {
  const typed = text.trim();
  if (!typed) return { iso: '', salah: '' };
  const parts = partsOf(typed.toLowerCase().replace(WEEKDAY, ''));
  if (!parts) return { iso: '', salah: `“${typed.slice(0, MOST_SHOWN)}” tidak terbaca sebagai tanggal. Tulis seperti 14 Desember 2026.` };
  const [year, month, day] = parts;
  const iso = [year, String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  if (readDay(iso) !== null) return { iso, salah: '' };
  const isPlausible = month >= 1 && month <= 12 && year >= 2000 && year <= 2099;
  return { iso: '', salah: isPlausible ? `${tulisTanggal(iso)} tidak ada di kalender.` : `“${typed.slice(0, MOST_SHOWN)}” tidak ada di kalender.` };
}

/** [year, month, day] as written, or null. */
function partsOf(text) {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text);
  if (iso) return iso.slice(1).map(Number);
  const local = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4})$/.exec(text);
  if (local) return [local[3], local[2], local[1]].map(Number);
  const words = /^(\d{1,2})[\s-]+([a-z]{3,})\.?[\s-]+(\d{4})$/.exec(text);
  const month = words ? monthOf(words[2]) : -1;
  return month < 0 ? null : [Number(words[3]), month + 1, Number(words[1])];
}

function monthOf(word) {
  if (word in SHORT) return SHORT[word];
  return MONTHS.findIndex((name) => name === word || (word.length < 5 && name.startsWith(word)));
}

export const isoOf = (day) => new Date(day).toISOString().slice(0, 10);

/** Today where the reader sits. */
export function hariIni(now = new Date()) {
  return isoOf(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
}

/** Every day from the first to the last, as ISO dates; at most 31. */
export function semuaHari(mulai, selesai) {
  const [from, to] = [readDay(mulai), readDay(selesai || mulai)];
  if (from === null || to === null || to < from) return [];
  return Array.from({ length: Math.min(31, (to - from) / DAY + 1) }, (_, n) => isoOf(from + n * DAY));
}

/** The same day so many months later; the last of the month where it has fewer days. */
export function tambahBulan(iso, months) {
  const [year, month, day] = iso.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return isoOf(Date.UTC(year, month - 1 + months, Math.min(day, last)));
}

const EAST = new Set(['81', '82', '91', '92', '93', '94', '95', '96']);
const MIDDLE = new Set(['51', '52', '53', '63', '64', '65', '71', '72', '73', '74', '75', '76']);

/** `{nama: 'WITA', jam: 8}` of a province by its code. Keppres 41/1987; provinces formed since lie in the zone of their parent. */
export function zonaWaktu(provinsi) {
  if (EAST.has(provinsi)) return { nama: 'WIT', jam: 9 };
  return MIDDLE.has(provinsi) ? { nama: 'WITA', jam: 8 } : { nama: 'WIB', jam: 7 };
}
