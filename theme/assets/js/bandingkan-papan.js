// What stands around the table: notices, the row of buttons, the rest of the basket, what is said when there is nothing.

import { quoted } from './bandingkan-alamat.js';
import { pageOf } from './bandingkan-tabel.js';
import { MOST_COMPARED } from './keranjang.js';
import { make } from './jelajah-unsur.js';

const MOST_NAMED = 5; // unknown texts that are named

/** Boxes about what was left out, or is still to be added. */
export function makeNotices({ unknown, surplus, entries }) {
  const boxes = [];
  if (unknown.length) {
    const named = unknown.slice(0, MOST_NAMED).map(quoted).join(', ');
    const more = unknown.length > MOST_NAMED ? `, dan ${unknown.length - MOST_NAMED} lainnya` : '';
    boxes.push(makeNotice('warning', 'Tidak ditemukan', `Tidak ada inovasi dengan id ${named}${more}, jadi tidak ikut dibandingkan.`));
  }
  if (surplus.length) {
    const text = `Yang dibandingkan ${MOST_COMPARED} yang pertama. Tidak ikut: ${surplus.join(', ')}.`;
    boxes.push(makeNotice('warning', `Paling banyak ${MOST_COMPARED} inovasi`, text));
  }
  if (entries.length === 1) {
    boxes.push(makeNotice('tip', 'Pilih satu lagi', 'Perbandingan memerlukan dua sampai empat inovasi. Tambahkan satu lagi di bawah tabel, atau dari kartu di halaman Jelajah.'));
  }
  return boxes;
}

function makeNotice(kind, head, text) {
  return make('div', { class: `admonition ${kind}` }, make('p', { class: 'admonition-title' }, head), make('p', null, text));
}

/** The buttons above the table; `acts` has copyTable, copyLink and onlyDifferent(yes). */
export function makeToolbar(isOnlyDifferent, acts) {
  const box = make('input', { type: 'checkbox', id: 'hanya-beda' });
  box.checked = isOnlyDifferent;
  box.addEventListener('change', () => acts.onlyDifferent(box.checked));
  const buttons = [makeButton('Salin tabel', acts.copyTable), makeButton('Salin tautan', acts.copyLink), makeButton('Cetak', () => print())];
  return make(
    'div',
    { class: 'banding__bilah' },
    make('p', { class: 'tombol-daftar' }, ...buttons),
    make('p', { class: 'medan' }, box, ' ', make('label', { for: 'hanya-beda' }, 'Hanya yang berbeda')),
  );
}

/** Entries of the basket that are not in the table; `enter(id, name)` puts one in, null while the table is full. */
export function makeRest(entries, enter) {
  const items = entries.map(({ id, nama, daerah }) => {
    const button = enter && make('button', { type: 'button', class: 'tombol tombol--sekunder', 'aria-label': `Masukkan ${nama} ke tabel` }, 'Masukkan');
    button?.addEventListener('click', () => enter(id, nama));
    return make('li', null, make('a', { href: pageOf(id) }, nama), ' ', make('span', { class: 'daftar-ringkas__ket' }, daerah.nama), ' ', button);
  });
  return make(
    'section',
    { class: 'bagian banding__lain', 'aria-labelledby': 'lain-judul' },
    make('h2', { id: 'lain-judul' }, 'Pilihan Anda yang lain'),
    enter ? null : make('p', null, 'Keluarkan satu kolom dulu untuk memasukkan yang lain.'),
    make('ul', { class: 'daftar-ringkas' }, ...items),
  );
}

/** What to do where nothing is compared; `ways` are links of the page as it is without a script. */
export function makeEmpty(ways) {
  const text = 'Tekan “Bandingkan” pada kartu atau halaman dua sampai empat inovasi, lalu kembali ke sini. Mulai dari:';
  return makeBox('Belum ada inovasi yang dipilih', make('p', null, text), ...ways);
}

/** What is said when the data cannot be fetched. */
export function makeFailure(retry) {
  return makeBox('Data tidak dapat dimuat', make('p', null, 'Periksa sambungan internet Anda.'), make('p', null, makeButton('Coba lagi', retry)));
}

function makeBox(head, ...children) {
  return make('div', { class: 'kosong' }, make('p', { class: 'kosong__judul' }, head), ...children);
}

function makeButton(text, act) {
  const button = make('button', { type: 'button', class: 'tombol tombol--sekunder' }, text);
  button.addEventListener('click', act);
  return button;
}
