// The results: chosen filters, order, cards, pages, and what is said when there is nothing.

import { make, marked, number } from './jelajah-unsur.js';
import { ordersFor } from './jelajah-urut.js';

/** One card, built like the static ones (docs/frame.md, Cards); `row` leads to its values in the columns, `reason` says why it stands here. */
export function makeCard(card, row, data, q, reason) {
  const address = `../inovasi/${card.id.split('/').map(encodeURIComponent).join('/')}/`;
  const name = make('a', { href: address }, ...marked(card.nama, q));
  const expansion = card.kepanjangan ? make('span', { class: 'kepanjangan' }, ...marked(card.kepanjangan, q)) : null;
  return make(
    'li',
    { class: 'kartu' },
    make('h3', { class: 'kartu__nama' }, name, expansion ? ' ' : '', expansion),
    make('p', { class: 'kartu__wilayah' }, data.nilai.wilayah[data.kolom.wilayah[row]][1]),
    make('p', { class: 'kartu__ringkasan' }, ...marked(card.ringkasan, q)),
    reason ? make('p', { class: 'kartu__alasan' }, reason) : null,
    makeFacts(card, row, data),
    makeEvidence(data.kolom.bukti[row], data),
  );
}

function makeFacts(card, row, data) {
  const [status, label] = data.nilai.status[data.kolom.status[row]];
  return make(
    'ul',
    { class: 'kartu__fakta' },
    make('li', null, data.nilai.urusan[data.kolom.urusan[row]][1]),
    make('li', null, card.tahun),
    make('li', null, make('span', { class: `lencana lencana--${status}` }, label)),
  );
}

function makeEvidence(place, data) {
  const steps = data.nilai.bukti.length;
  return make(
    'p',
    { class: 'bukti', 'data-tingkat': String(place + 1) },
    make('span', { class: 'tersembunyi' }, 'Bukti: '),
    `${data.nilai.bukti[place][1]} `,
    make('span', { class: 'bukti__urutan' }, `(${place + 1} dari ${steps})`),
  );
}

/** The sentence for the status line; `meant` is the query that was answered instead, '' when it was the reader's own. */
export function countSentence({ total, hal, pages, q, partial, meant }) {
  const asked = `“${shorten(q)}”`;
  const page = pages > 1 ? `, halaman ${number(hal)} dari ${number(pages)}` : '';
  if (!total) return q ? `Tidak ada inovasi yang cocok dengan ${asked}` : 'Tidak ada inovasi yang cocok';
  if (meant) return `${asked} tidak ditemukan; ${number(total)} inovasi cocok dengan “${shorten(meant)}”${page}`;
  if (partial) return `Tidak ada yang memuat semua kata ${asked}; ${number(total)} inovasi memuat sebagian${page}`;
  return q ? `${number(total)} inovasi cocok dengan ${asked}${page}` : `${number(total)} inovasi ditemukan${page}`;
}

function shorten(q) {
  return q.length > 60 ? `${q.slice(0, 60)}…` : q;
}

/** The query with other words for those that nothing was found for, [word, other]; '' when there are none. */
export function meantQuery(q, replaced = []) {
  const others = new Map(replaced);
  const meant = q.replace(/[\p{L}\p{N}]+/gu, (word) => others.get(word.toLowerCase()) ?? word);
  return meant === q ? replaced.map(([, other]) => other).join(' ') : meant;
}

/** "Maksud Anda …?", a link to the query that was answered instead; null when it was the reader's own. */
export function makeMeant(meant, address) {
  return meant ? make('p', { class: 'maksud' }, 'Maksud Anda: ', make('a', { href: address }, shorten(meant)), '?') : null;
}

/** Put into `place` buttons that take one chosen value back, and one for all; `onRemove(column, id)`, without arguments for all. */
export function makeChips(place, pilih, data, onRemove) {
  const chips = [];
  for (const [column, ids] of Object.entries(pilih)) {
    for (const id of ids) {
      const label = data.nilai[column][data.places[column].get(id)][1];
      chips.push(makeChip('Hapus filter ', label, () => onRemove(column, id)));
    }
  }
  if (chips.length) chips.push(makeChip('', 'Hapus semua filter', () => onRemove()));
  const list = make('ul', { class: 'saring-terpilih', 'aria-label': 'Filter yang dipilih' }, ...chips);
  place.replaceChildren(...(chips.length ? [list] : []));
}

function makeChip(prefix, label, onClick) {
  const hidden = prefix ? make('span', { class: 'tersembunyi' }, prefix) : null;
  const button = make('button', { type: 'button' }, hidden, label);
  button.addEventListener('click', onClick);
  return make('li', null, button);
}

/** The choice of order: those that fit the state. */
export function updateSort(select, state) {
  const orders = ordersFor(state);
  if (select.options.length !== orders.length) {
    select.replaceChildren(...orders.map(([id, label]) => make('option', { value: id }, label)));
  }
  select.value = state.urut;
}

/** Links to the pages of the result, or null for one page; `addressOf(page)` gives a link's address. */
export function makePages(hal, pages, addressOf) {
  if (pages < 2) return null;
  const items = [];
  if (hal > 1) items.push(make('a', { href: addressOf(hal - 1), rel: 'prev' }, 'Sebelumnya'));
  let before = 0;
  for (const page of [1, hal - 1, hal, hal + 1, pages].filter((page) => page >= 1 && page <= pages)) {
    if (page <= before) continue;
    if (page > before + 1) items.push(make('span', null, '…'));
    items.push(make('a', { href: addressOf(page), 'aria-current': page === hal ? 'page' : null }, number(page)));
    before = page;
  }
  if (hal < pages) items.push(make('a', { href: addressOf(hal + 1), rel: 'next' }, 'Berikutnya'));
  return make('nav', { class: 'halaman-nav', 'aria-label': 'Halaman hasil' }, make('ul', null, ...items.map((item) => make('li', null, item))));
}

/** What is said when the search data cannot be fetched. */
export function makeFailure(onRetry) {
  const retry = make('button', { class: 'tombol', type: 'button' }, 'Coba lagi');
  retry.addEventListener('click', onRetry);
  return make(
    'div',
    { class: 'kosong' },
    make('p', { class: 'kosong__judul' }, 'Pencarian tidak dapat dimuat'),
    make('p', null, 'Periksa sambungan internet Anda. Semua inovasi juga ada di ', ...lists(), '.'),
    make('p', null, retry),
  );
}

/** The static lists, as the end of a sentence. */
export function lists() {
  const link = (path, name) => make('a', { href: `../${path}/` }, name);
  return [link('masalah', 'daftar masalah'), ', ', link('urusan', 'daftar urusan'), ', dan ', link('wilayah', 'daftar wilayah')];
}
