// A planned visit held against the rules of its host: the same sentences as catalog/kunjungan/aturan_periksa.py.

import { gabung, ribuan, tulisTanggal } from './indonesia.js';

const HARI = ['senin', 'selasa', 'rabu', 'kamis', 'jumat', 'sabtu', 'minggu'];
const DAY = 864e5;
const NEAREST = ['entri', 'wilayah', 'umum'];

const big = (word) => word[0].toUpperCase() + word.slice(1);
const iso = (day) => new Date(day).toISOString().slice(0, 10);
const weekday = (day) => (new Date(day).getUTCDay() + 6) % 7;
const form = /^20\d\d-\d\d-\d\d$/;

/** Milliseconds of a day typed as 2027-01-12, null for anything else. */
export function readDay(text) {
  const day = form.test(text) ? Date.parse(`${text}T00:00Z`) : NaN;
  return Number.isNaN(day) || iso(day) !== text ? null : day;
}

/** 'Selasa, 12 Januari 2027'. */
export const tertulis = (day) => `${big(HARI[weekday(day)])}, ${tulisTanggal(iso(day))}`;

const holiday = (day, libur) => libur.libur[iso(day)] || libur.tetap[iso(day).slice(5)] || '';
export const isKerja = (day, libur) => weekday(day) < 5 && !holiday(day, libur);

export function kerjaSesudah(day, count, libur) {
  for (; count > 0; count -= isKerja(day, libur)) day += DAY;
  return day;
}

export function kerjaSebelum(day, count, libur) {
  for (; count > 0; day -= DAY) count -= isKerja(day, libur);
  while (!isKerja(day, libur)) day -= DAY;
  return day;
}

/** The rules that apply, {isian: {nilai, dari}}: each from the entry, else the region, else the usual practice. */
export function aturanBerlaku(umum, wilayah, entri) {
  const found = {};
  for (const [dari, rules] of [['umum', umum], ['wilayah', wilayah], ['entri', entri]]) {
    for (const [name, nilai] of Object.entries(rules || {})) if (name !== 'sumber') found[name] = { nilai, dari };
  }
  const days = ['hari', 'hari_terima'].filter((name) => found[name]);
  const owner = Math.min(...days.map((name) => NEAREST.indexOf(found[name].dari)));
  for (const name of days) if (found[name].dari !== NEAREST[owner]) delete found[name];
  return found;
}

/** What is to be said of a plan {dikirim, mulai, selesai, peserta, moda}: [{aturan, tingkat, kalimat}]. */
export function periksaRencana(plan, aturan, libur, tuan) {
  const found = [];
  const say = (name, tingkat, kalimat) => found.push({ aturan: name, tingkat, kalimat });
  const by = (dari) =>
    dari === 'umum' ? 'menurut kebiasaan umum' : dari === 'entri' ? 'menurut aturan inovasi ini' : `menurut aturan ${tuan}`;
  const grade = (rule) => (rule.dari === 'umum' ? 'kebiasaan' : 'melanggar');
  const note = (name, title) => {
    const rule = aturan[name];
    if (rule && rule.dari !== 'umum') say(name, 'catatan', `${title} (${by(rule.dari)}): ${rule.nilai}`);
  };
  const typed = [plan.dikirim, plan.mulai, plan.selesai].map((text) => text || '');
  const [sent, start, end] = typed.map(readDay);
  typed.forEach((text) => {
    if (text && !form.test(text)) say('tanggal', 'melanggar', `Tanggal “${text}” tidak terbaca; tulis seperti 2027-01-12.`);
    else if (text && readDay(text) === null) say('tanggal', 'melanggar', `Tanggal “${text}” tidak ada di kalender.`);
  });
  let count = 1;
  if (start !== null && end !== null) {
    count = (end - start) / DAY + 1;
    if (count < 1) say('tanggal', 'melanggar', `Tanggal pulang, ${tertulis(end)}, lebih awal daripada tanggal datang, ${tertulis(start)}.`);
    else if (count > 14) say('tanggal', 'melanggar', `Lama kunjungan ${ribuan(count)} hari; periksa tanggal datang dan pulangnya.`);
    if (count < 1 || count > 14) count = 1;
  }
  const terima = aturan.hari_terima || { nilai: HARI.slice(0, 5), dari: 'umum' };
  const fits = (day) => terima.nilai.includes(HARI[weekday(day)]) && !holiday(day, libur);
  const nextFit = (day) => {
    for (let n = 0; n < 56 && !fits(day); n += 1) day += DAY;
    return day;
  };
  if (start !== null) {
    const days = Array.from({ length: count }, (_, n) => start + n * DAY);
    for (const day of days.filter((one) => !fits(one))) {
      const usual = terima.dari === 'umum';
      const words = aturan.hari ? aturan.hari.nilai.replace(/\.+$/, '') : gabung(terima.nilai.map(big));
      const why = holiday(day, libur)
        || (usual ? 'bukan hari kerja' : `bukan hari menerima tamu ${by(terima.dari)} (${words})`);
      say(holiday(day, libur) || usual ? 'tanggal' : 'hari_terima', 'melanggar', `${tertulis(day)} ${why}. Yang cocok: ${tertulis(nextFit(day))}.`);
    }
    const rule = aturan.tenggat_hari_kerja;
    if (rule && rule.nilai) {
      const lead = Math.min(rule.nilai, 90);
      if (sent === null) say('tenggat_hari_kerja', 'catatan', `Surat harus diterima ${lead} hari kerja sebelum kunjungan ${by(rule.dari)}: paling lambat ${tertulis(kerjaSebelum(start, lead, libur))}.`);
      else if (start < kerjaSesudah(sent, lead, libur)) {
        say('tenggat_hari_kerja', grade(rule), `Surat harus diterima ${lead} hari kerja sebelum kunjungan ${by(rule.dari)}. Bila diterima ${tertulis(sent)}, kunjungan paling cepat ${tertulis(nextFit(kerjaSesudah(sent, lead, libur)))}.`);
      }
    }
    const years = new Set(days.map((day) => new Date(day).getUTCFullYear()).filter((year) => !libur.lengkap.includes(year)));
    for (const year of years) say('tanggal', 'catatan', `Hari libur keagamaan ${year} belum tercatat di sini; periksa lagi sebelum bersurat.`);
  }
  const guests = plan.peserta ?? null;
  const most = aturan.rombongan_maksimal;
  if (guests !== null) {
    if (guests < 1) say('peserta', 'melanggar', 'Jumlah peserta sedikitnya 1 orang.');
    else if (guests > 1000) say('peserta', 'melanggar', `Jumlah peserta ${ribuan(guests)} orang tidak lazim; periksa angkanya.`);
    else if (most && guests > most.nilai) {
      say('rombongan_maksimal', grade(most), `Rombongan ${ribuan(guests)} orang lebih dari ${ribuan(most.nilai)} orang, batas ${by(most.dari)}. Kurangi pesertanya, atau bagi menjadi ${ribuan(Math.ceil(guests / most.nilai))} rombongan.`);
    }
  }
  const online = aturan.daring;
  if (online && plan.moda === 'daring' && !online.nilai) say('daring', grade(online), `Kunjungan daring tidak dilayani ${by(online.dari)}. Pilih tatap muka.`);
  else if (online && plan.moda !== 'daring' && online.nilai) say('daring', 'catatan', `Kunjungan daring dilayani ${by(online.dari)}; pertimbangkan sebelum bepergian.`);
  if (start !== null && count > 1) note('menginap', 'Aturan menginap');
  if (found.some((one) => one.tingkat === 'melanggar' && one.aturan in aturan)) note('keterangan', 'Keterangan tuan rumah');
  return found;
}
