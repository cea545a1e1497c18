// The rules of each host as a list to read: to whom and how to write, when guests are received, who pays, where they sleep.

import { gabung, ribuan } from './indonesia.js';
import { make } from './jelajah-unsur.js';
import { aturanBerlaku } from './kunjungan-aturan.js';
import { headOf } from './rencana-naskah.js';

/** Draw them from the state; `judul` is {isian: what it is called} in order. A host's rules come before those of its entries. */
export function drawRules(place, { tuan, aturan }, judul) {
  place.replaceChildren(...tuan.map((host) => {
    const own = host.entri.filter(({ isi }) => isi.kunjungan?.aturan);
    const title = host.daerah.aturan_kunjungan ? `Aturan tamu ${host.nama}` : `Kebiasaan umum menerima tamu (aturan ${host.nama} belum tercatat)`;
    return make(
      'details',
      { class: 'lipat lipat--kecil' },
      make('summary', null, title),
      makeList(aturan[host.id], judul, host),
      ...own.flatMap(({ nama, isi }) => [make('h3', null, `Khusus ${nama}`), makeList(aturanBerlaku({}, null, isi.kunjungan.aturan), judul, host)]),
    );
  }));
}

function makeList(rules, judul, host) {
  const names = Object.keys(judul).filter((name) => rules[name] && !(name === 'hari_terima' && rules.hari)); // the words of `hari` say it, with the hours
  return make('dl', { class: 'fakta' }, ...names.map((name) => {
    const usual = rules[name].dari === 'umum' && host.daerah.aturan_kunjungan;
    return make('div', null, make('dt', null, judul[name]), make('dd', null, wordsOf(name, rules[name], host), usual ? make('span', { class: 'kepanjangan' }, ' (kebiasaan umum)') : null));
  }));
}

function wordsOf(name, { nilai, dari }, host) {
  if (name === 'ditujukan_kepada' && dari === 'umum') return `${headOf(host)} melalui Sekretaris Daerah`;
  if (name === 'tenggat_hari_kerja') return `Paling lambat ${nilai} hari kerja sebelum kunjungan`;
  if (typeof nilai === 'boolean') return nilai ? 'Ya' : 'Tidak';
  if (Array.isArray(nilai)) return gabung(nilai.map((day) => day.charAt(0).toUpperCase() + day.slice(1)));
  return typeof nilai === 'number' ? `${ribuan(nilai)} orang` : nilai;
}
