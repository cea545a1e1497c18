// The programme of a visit: what happens when, as rows of the paper and as appointments. Pure functions.

import { readDay, tertulis } from './kunjungan-aturan.js';
import { zonaWaktu } from './rencana-tanggal.js';

const FRIDAY = 5;
const OWNER = 'Perangkat daerah pemilik';

// [from, to, what, where, who]; the half day of a host on the spot, shorter on Friday because of the prayer.
const PAGI = [['08.30', '09.00', 'Pendaftaran'], ['09.00', '09.30', 'Sambutan tuan rumah dan tamu'], ['09.30', '10.15', 'Paparan'], ['10.15', '11.15', 'Tanya jawab'], ['11.15', '12.00', 'Tinjau lokasi']];
const PAGI_JUMAT = [['08.00', '08.30', 'Pendaftaran'], ['08.30', '08.45', 'Sambutan tuan rumah dan tamu'], ['08.45', '09.30', 'Paparan'], ['09.30', '10.15', 'Tanya jawab'], ['10.15', '11.00', 'Tinjau lokasi']];
const SIANG = [['13.15', '14.00', 'Paparan'], ['14.00', '14.45', 'Tanya jawab'], ['14.45', '15.30', 'Tinjau lokasi']];
const SIANG_LAIN = [['13.45', '14.00', 'Sambutan tuan rumah dan tamu'], ['14.00', '14.30', 'Paparan'], ['14.30', '15.00', 'Tanya jawab'], ['15.00', '15.30', 'Tinjau lokasi']];
const LAYAR = { pagi: [['09.00', '09.10', 'Pembukaan'], ['09.10', '09.40', 'Paparan'], ['09.40', '10.20', 'Tanya jawab']], siang: [['13.30', '13.40', 'Pembukaan'], ['13.40', '14.10', 'Paparan'], ['14.10', '14.50', 'Tanya jawab']] };
const LAYAR_TUTUP = { pagi: ['10.20', '10.30'], siang: ['14.50', '15.00'] };
const TUTUP = 'Kesepakatan tindak lanjut dan penutup';
const WHO = { Pendaftaran: 'Tuan rumah', 'Sambutan tuan rumah dan tamu': 'Tuan rumah', Pembukaan: 'Tuan rumah', 'Tanya jawab': 'Bersama' };

/** Parts of one session: {dari, sampai, acara, tempat, oleh}. `others` are the sessions of the same day. */
export function sessionParts(sesi, others, iso, cara) {
  const place = sesi.kantor ? `${sesi.kantor}, ${sesi.tuan.nama}` : sesi.tuan.nama;
  const names = sesi.entri.map(({ nama }) => nama).join(', ');
  const words = { Paparan: `Paparan ${names}`, 'Tanya jawab': 'Tanya jawab menurut daftar pertanyaan', 'Tinjau lokasi': `Tinjau lokasi ${names}` };
  const isFriday = new Date(readDay(iso)).getUTCDay() === FRIDAY;
  const rows = cara === 'daring' ? LAYAR[sesi.paruh] : onTheSpot(sesi, others, isFriday);
  const parts = rows.map(([dari, sampai, what]) => ({ dari, sampai, acara: words[what] ?? what, oleh: WHO[what] ?? (sesi.kantor || OWNER) }));
  const [dari, sampai] = closing(sesi, others, isFriday, cara) ?? [];
  if (dari) parts.push({ dari, sampai, acara: TUTUP, oleh: 'Bersama' });
  return parts.map((part) => ({ ...part, tempat: cara === 'daring' ? `Daring, ${sesi.tuan.nama}` : place }));
}

const before = (sesi, others) => others.find((one) => one !== sesi && one.paruh === 'pagi' && sesi.paruh === 'siang');

function onTheSpot(sesi, others, isFriday) {
  if (sesi.paruh === 'pagi') return isFriday ? PAGI_JUMAT : PAGI;
  return before(sesi, others)?.tuan.id === sesi.tuan.id ? SIANG : SIANG_LAIN;
}

/** A host takes its leave once a day, after its last session. */
function closing(sesi, others, isFriday, cara) {
  if (cara === 'daring') return LAYAR_TUTUP[sesi.paruh];
  if (sesi.paruh === 'siang') return ['15.30', '16.00'];
  if (others.some((one) => one.paruh === 'siang' && one.tuan.id === sesi.tuan.id)) return null;
  return isFriday ? ['11.00', '11.30'] : ['12.00', '12.30'];
}

/** Rows of the paper *susunan acara*: [day, time, what, where, who]; day and place stand where they begin. */
export function agendaRows(jadwal, cara) {
  return jadwal.hari.flatMap(({ iso, sesi }) => {
    const parts = sesi.flatMap((one) => sessionParts(one, sesi, iso, cara));
    const rows = withPause(parts, sesi, cara, iso);
    const place = (n) => (n && rows[n].tempat === rows[n - 1].tempat ? '' : rows[n].tempat);
    return rows.map(({ dari, sampai, acara, oleh }, n) => [n ? '' : tertulis(readDay(iso)), `${dari}–${sampai}`, acara, place(n), oleh]);
  });
}

/** A day of two sessions has its pause, and the way between two hosts. */
function withPause(parts, sesi, cara, iso) {
  const after = sesi.length > 1 && cara !== 'daring' ? parts.findIndex(({ dari }) => dari >= '13.00') : -1;
  if (after < 1) return parts;
  const [first, second] = sesi;
  const isFriday = new Date(readDay(iso)).getUTCDay() === FRIDAY;
  const acara = first.tuan.id === second.tuan.id ? 'Istirahat dan salat' : `Istirahat, salat, dan perjalanan ke ${second.tuan.nama}`;
  const pause = { dari: parts[after - 1].sampai, sampai: parts[after].dari, acara: isFriday ? acara.replace('salat', 'salat Jumat') : acara, tempat: '', oleh: '' };
  return [...parts.slice(0, after), pause, ...parts.slice(after)];
}

/** One appointment a host and half day: {tuan, iso, mulai: '08.30', selesai: '12.30', zona, judul, tempat, uraian}. */
export function appointments(jadwal, cara, zones) {
  return jadwal.hari.flatMap(({ iso, sesi }) => sesi.map((one) => {
    const parts = sessionParts(one, sesi, iso, cara);
    return {
      tuan: one.tuan, iso, mulai: parts[0].dari, selesai: parts.at(-1).sampai, zona: zonaWaktu(zones.get(one.tuan.id) ?? ''),
      judul: `Kunjungan pembelajaran ke ${one.tuan.nama}: ${one.entri.map(({ nama }) => nama).join(', ')}`,
      tempat: parts[0].tempat,
      uraian: parts.map(({ dari, sampai, acara }) => `${dari}–${sampai} ${acara}`).join('\n'),
    };
  }));
}

/** '08.30–12.30 WIB' of a host's first day, '' where it has none. */
export function hoursAt(list, id) {
  const [first] = list.filter(({ tuan }) => tuan.id === id);
  if (!first) return '';
  const last = list.filter(({ tuan, iso }) => tuan.id === id && iso === first.iso).at(-1);
  return `${first.mulai}–${last.selesai} ${first.zona.nama}`;
}
