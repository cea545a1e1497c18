// What the chosen innovations cost where they come from, and for one's own number of people.

import { ourCost, rupiah } from './biaya.js';
import { make } from './jelajah-unsur.js';

const SIFAT = { tetap: 'biaya tetap', 'ikut-penduduk': 'ikut jumlah penduduk', satuan: 'harga satuan' };

/**
 * The costs of the plan: {kami, nama (of one's own region), baris: [{id, nama, asal, tuan, item}]}, only of entries that name an
 * amount. `kami` is the typed number of people, else that of the region's profile, else 0.
 */
export function costsOf(rows, daerah, typed) {
  const baris = rows.flatMap(({ id, nama, isi, daerah: tuan }) => {
    const item = (isi.biaya ?? []).filter((one) => one.rupiah !== undefined);
    return item.length ? [{ id, nama, tuan: tuan.nama, asal: tuan.penduduk ?? 0, item }] : [];
  });
  return { kami: typed || daerah?.penduduk || 0, nama: daerah?.nama ?? '', baris };
}

/** Draw it from the state: a table an innovation, and the sentence that says how it is computed. */
export function drawCosts(box, place, { biaya: { kami, nama, baris }, alamat }) {
  box.hidden = !baris.length;
  const people = kami ? `${kami.toLocaleString('id-ID')} jiwa` : '';
  const how = people
    ? `Untuk ${nama || 'daerah Anda'}, ${people}. Biaya yang ikut jumlah penduduk: biaya asal × ${people} ÷ penduduk daerah asal. Biaya tetap: sama dengan biaya asal. Bila sumber tidak menyebut sifatnya, kebutuhannya kira-kira di antara keduanya. Harga satuan: kalikan dengan banyaknya. Sesuaikan dengan harga sekarang.`
    : `Penduduk ${nama || 'daerah Anda'} belum diketahui. ${nama ? 'Tulis jumlahnya di atas.' : 'Pilih daerah Anda, atau tulis jumlahnya di atas.'}`;
  const tables = baris.map((row) => make('div', { class: 'tabel-geser', role: 'region', tabindex: '0', 'aria-label': `Biaya ${row.nama}` }, makeTable(row, kami, alamat)));
  const shown = make('div', null, make('p', null, how), ...tables);
  if (place.innerHTML !== shown.outerHTML) place.replaceChildren(shown);
}

function makeTable({ id, nama, tuan, asal, item }, kami, pageOf) {
  const head = make('tr', null, ...['Untuk', asal ? `${tuan}, ${asal.toLocaleString('id-ID')} jiwa` : tuan, 'Daerah Anda'].map((title) => make('th', { scope: 'col' }, title)));
  const body = item.map((one) => {
    const when = one.tahun ? `harga ${one.tahun.replace('-', ' sampai ')}` : 'tahun harga tidak tercatat';
    const told = make('span', { class: 'kepanjangan' }, [SIFAT[one.sifat], when, one.rencana && 'masih rencana'].filter(Boolean).join(', '));
    return make('tr', null, make('th', { scope: 'row' }, one.uraian, make('br'), told), make('td', null, rupiah(one.rupiah)), make('td', null, ourCost(one, asal, kami) || '–'));
  });
  return make('table', null, make('caption', null, make('a', { href: `${pageOf(id)}paket/` }, nama)), make('thead', null, head), make('tbody', null, ...body));
}
