// A plan as the `#` part of an address: it never leaves the browser, and never holds what belongs to an office or a person.

import { findIds } from './bandingkan-alamat.js';
import { tidyPlan, VERSI } from './rencana-isi.js';

const MOST_READ = 8000;
const KEYS = { d: 'daerah', p: 'penduduk', c: 'cara', k: 'dikirim', m: 'mulai', s: 'selesai', n: 'peserta', a: 'asal_peserta', l: 'tujuan_lain' };
const START = `#v=${VERSI}&`;

/** '#v=1&e=kab-blora/silat&…'. Letters' texts, results and actions are left out. */
export function writeHash(plan) {
  const parts = [['v', VERSI], ...plan.inovasi.map((id) => ['e', id])];
  for (const [key, name] of Object.entries(KEYS)) if (plan[name]) parts.push([key, plan[name]]);
  if (plan.tujuan.length) parts.push(['t', plan.tujuan.join(',')]);
  plan.inovasi.forEach((id, place) => plan.lepas[id] && parts.push(['x', `${place}:${plan.lepas[id].join(',')}`]));
  for (const { inovasi, teks } of plan.tanya) parts.push(['q', `${plan.inovasi.indexOf(inovasi)}:${teks}`]);
  return `#${parts.map(([key, value]) => `${key}=${encode(value)}`).join('&')}`;
}

const encode = (value) => encodeURIComponent(value).replaceAll('%2F', '/').replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%20', '+');

/** `{}` for no link at all, `{rencana}`, or `{salah}`. A link to a place of the page is no plan: the caller sorts those out. */
export function readHash(hash) {
  if (hash.length < 2) return {};
  if (!hash.startsWith(START)) {
    const version = /^#v=(\d{1,4})&/.exec(hash)?.[1];
    const why = version ? `memakai bentuk versi ${version}, sedangkan halaman ini membaca versi ${VERSI}` : 'tidak terbaca';
    return { salah: `Tautan rencana ini ${why}. Rencana Anda di bawah tidak berubah.` };
  }
  if (hash.length > MOST_READ) return { salah: 'Tautan rencana ini terlalu panjang, jadi mungkin rusak. Rencana Anda di bawah tidak berubah.' };
  const given = new URLSearchParams(hash.slice(1));
  const inovasi = given.getAll('e');
  const plan = { inovasi, tujuan: (given.get('t') ?? '').split(','), lepas: {}, tanya: [] };
  for (const [key, name] of Object.entries(KEYS)) plan[name] = given.get(key) ?? '';
  for (const row of given.getAll('x')) {
    const [place, parts] = split(row);
    if (inovasi[place]) plan.lepas[inovasi[place]] = parts.split(',');
  }
  for (const row of given.getAll('q')) {
    const [place, teks] = split(row);
    plan.tanya.push({ inovasi: inovasi[place] ?? '', teks });
  }
  return { rencana: tidyPlan(plan) };
}

function split(row) {
  const colon = row.indexOf(':');
  return [row.slice(0, colon), row.slice(colon + 1)];
}

/** Entries that `?entri=…` asks for. */
export function askedEntries(search) {
  return [...new Set(new URLSearchParams(search).getAll('entri').flatMap(findIds))];
}
