// From entries to an itinerary: hosts in the order of travel, sessions on days that fit. Pure functions.
//
// An entry here is {id, nama, isi, daerah}: its JSON and the file of its region (docs/rencana.md).

import { isKerja, kerjaSesudah, readDay, tertulis } from './kunjungan-aturan.js';
import { isoOf, semuaHari } from './rencana-tanggal.js';

const HARI = ['minggu', 'senin', 'selasa', 'rabu', 'kamis', 'jumat', 'sabtu'];
const MOST_A_SESSION = 3;
const MOST_PERMUTED = 7;
const PER_DAY = 2;
const EARTH_KM = 6371;

/** Hosts in the order of choosing, each with a session an office of at most three entries. */
export function groupHosts(entries) {
  const hosts = new Map();
  for (const entry of entries) {
    const { daerah } = entry;
    if (!hosts.has(daerah.id)) hosts.set(daerah.id, { id: daerah.id, nama: daerah.nama, daerah, titik: pointOf(daerah.koordinat), entri: [] });
    hosts.get(daerah.id).entri.push(entry);
  }
  return [...hosts.values()].map((host) => ({ ...host, sesi: sessionsOf(host.entri) }));
}

const pointOf = (place) => (place ? [Number(place.lintang), Number(place.bujur)] : null);

function sessionsOf(entries) {
  const offices = new Map();
  for (const entry of entries) {
    const office = officeOf(entry);
    offices.set(office, [...(offices.get(office) ?? []), entry]);
  }
  const chunks = (list) => Array.from({ length: Math.ceil(list.length / MOST_A_SESSION) }, (_, n) => list.slice(n * MOST_A_SESSION, (n + 1) * MOST_A_SESSION));
  return [...offices].flatMap(([kantor, list]) => chunks(list).map((entri) => ({ kantor, entri })));
}

/** Name of the office that owns the entry, '' where nobody knows. */
export function officeOf({ isi, daerah }) {
  const [first] = isi.perangkat_daerah ?? [];
  return (first && daerah.kantor?.[first]) || isi.kontak?.unit || '';
}

/** Kilometres of the straight line between two [latitude, longitude]. */
export function distance([lat1, lon1], [lat2, lon2]) {
  const rad = Math.PI / 180;
  const half = (degrees) => Math.sin((degrees * rad) / 2) ** 2;
  const a = half(lat2 - lat1) + Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * half(lon2 - lon1);
  return 2 * EARTH_KM * Math.asin(Math.sqrt(a));
}

/**
 * The shortest round from `from` (null where one's own place is not known) and back; of equal rounds the one that begins nearer.
 * Hosts without a place come last, in the order of choosing. Each gets `jarak`: km from the stop before, or null.
 */
export function orderHosts(hosts, from) {
  const known = hosts.filter(({ titik }) => titik);
  const route = known.length <= MOST_PERMUTED ? shortest(known, from) : nearest(known, from);
  const rest = hosts.filter(({ titik }) => !titik);
  let last = from;
  return [...route, ...rest].map((host) => {
    const jarak = last && host.titik ? Math.round(distance(last, host.titik)) : null;
    last = host.titik ?? last;
    return { ...host, jarak };
  });
}

function shortest(hosts, from) {
  let best = { length: Infinity, first: Infinity, route: hosts };
  for (const route of permutations(hosts)) {
    const stops = [from, ...route.map(({ titik }) => titik), from].filter(Boolean);
    const length = stops.slice(1).reduce((sum, stop, n) => sum + distance(stops[n], stop), 0);
    const first = from && route.length ? distance(from, route[0].titik) : 0;
    if (length < best.length - 1e-6 || (length < best.length + 1e-6 && first < best.first - 1e-6)) best = { length, first, route };
  }
  return best.route;
}

function* permutations(list) {
  if (list.length < 2) yield list;
  else for (let n = 0; n < list.length; n += 1) for (const rest of permutations(list.toSpliced(n, 1))) yield [list[n], ...rest];
}

function nearest(hosts, from) {
  const [left, route] = [[...hosts], []];
  let last = from ?? left[0].titik;
  while (left.length) {
    left.sort((a, b) => distance(last, a.titik) - distance(last, b.titik));
    route.push(left.shift());
    last = route.at(-1).titik;
  }
  return route;
}

/** May a host with these rules be visited on the day? */
function isOpen(iso, rules, libur) {
  const day = readDay(iso);
  const days = rules?.hari_terima?.nilai;
  const fits = days ? days.includes(HARI[new Date(day).getUTCDay()]) : isKerja(day, libur);
  return fits && !(libur.libur[iso] || libur.tetap[iso.slice(5)]);
}

/** First day on which the host may be visited when the letter arrives on `dikirim`; '' where that is no day. */
export function earliest(dikirim, rules, libur) {
  const sent = readDay(dikirim);
  if (sent === null) return '';
  let day = kerjaSesudah(sent, Math.min(rules?.tenggat_hari_kerja?.nilai ?? 0, 90), libur);
  for (let n = 0; n < 70 && !isOpen(isoOf(day), rules, libur); n += 1) day += 864e5;
  return isoOf(day);
}

/**
 * Sessions of ordered hosts on the days of the plan, two a day, each host on a day of its own where there are enough.
 *
 * `rules` has the rules of a host by its id. Returns `{hari: [{iso, sesi: [{tuan, kantor, entri, paruh}]}], lewat: [{iso, sebab}],
 * tersisa: [{tuan, kantor, entri}]}`: days with a session, days on which nobody receives guests, sessions without a day.
 */
export function scheduleDays(hosts, plan, rules, libur) {
  const all = semuaHari(plan.mulai, plan.selesai);
  const open = all.filter((iso) => hosts.some(({ id }) => isOpen(iso, rules[id], libur)));
  const lewat = all.filter((iso) => !open.includes(iso)).map((iso) => ({ iso, sebab: libur.libur[iso] || libur.tetap[iso.slice(5)] || (isKerja(readDay(iso), libur) ? 'bukan hari menerima tamu' : 'bukan hari kerja') }));
  const hari = open.map((iso) => ({ iso, sesi: [] }));
  const tersisa = [];
  let slot = 0;
  hosts.forEach((tuan, place) => {
    if (slot % PER_DAY && daysNeeded(hosts.slice(place)) <= hari.length - Math.ceil(slot / PER_DAY)) slot += 1;
    for (const sesi of tuan.sesi) {
      let at = slot;
      while (at < hari.length * PER_DAY && !isOpen(hari[Math.floor(at / PER_DAY)].iso, rules[tuan.id], libur)) at += 1;
      if (at >= hari.length * PER_DAY) tersisa.push({ tuan, ...sesi });
      else {
        hari[Math.floor(at / PER_DAY)].sesi.push({ tuan, ...sesi, paruh: at % PER_DAY ? 'siang' : 'pagi' });
        slot = at + 1;
      }
    }
  });
  return { hari: hari.filter(({ sesi }) => sesi.length), lewat, tersisa };
}

/** Days that hosts need when each begins on a day of its own. */
export const daysNeeded = (hosts) => hosts.reduce((sum, { sesi }) => sum + Math.ceil(sesi.length / PER_DAY), 0);

/** Days on which a host is visited, as ISO dates. */
export const daysAt = (jadwal, id) => jadwal.hari.filter(({ sesi }) => sesi.some(({ tuan }) => tuan.id === id)).map(({ iso }) => iso);

/** 'Senin, 14 Desember 2026', or '… sampai …' for the first and last of several days. */
export function tertulisRentang(days) {
  if (!days.length) return '';
  const words = (iso) => tertulis(readDay(iso));
  return days.length > 1 ? `${words(days[0])} sampai ${words(days.at(-1))}` : words(days[0]);
}
