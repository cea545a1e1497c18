// The results: chosen filters, order, cards, pages, and what is said when there is nothing.

import { SORTS } from './jelajah-keadaan.js';
import { make, marked, number } from './jelajah-unsur.js';

/** One card, built like the static ones (docs/frame.md, Cards); `row` leads to its values in the columns. */
export function makeCard(card, row, data, q) {
  const address = `../inovasi/${card.id.split('/').map(encodeURIComponent).join('/')}/`;
  const name = make('a', { href: address }, ...marked(card.nama, q));
  const expansion = card.kepanjangan ? make('span', { class: 'kepanjangan' }, ...marked(card.kepanjangan, q)) : null;
  return make(
    'li',
    { class: 'kartu' },
    make('h3', { class: 'kartu__nama' }, name, expansion ? ' ' : '', expansion),
    make('p', { class: 'kartu__wilayah' }, data.nilai.wilayah[data.kolom.wilayah[row]][1]),
    make('p', { class: 'kartu__ringkasan' }, ...marked(card.ringkasan, q)),
    makeFacts(card, row, data),
    makeEvidence(data.kolom.bukti[row], data),
  );
}

function makeFacts(card, row, data) {
  const subject = [data.kolom.urusan[row]].flat()[0];
  const [status, label] = data.nilai.status[data.kolom.status[row]];
  return make(
    'ul',
    { class: 'kartu__fakta' },
    make('li', null, data.nilai.urusan[subject][1]),
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

/** The sentence for the status line. */
export function countSentence({ total, hal, pages, q, partial }) {
  const shortQuery = q.length > 60 ? `${q.slice(0, 60)}…` : q;
  const page = pages > 1 ? `, halaman ${number(hal)} dari ${number(pages)}` : '';
  if (!total) return q ? `Tidak ada inovasi yang cocok dengan “${shortQuery}”` : 'Tidak ada inovasi yang cocok';
  if (partial) return `Tidak ada yang memuat semua kata “${shortQuery}”; ${number(total)} inovasi memuat sebagian${page}`;
  return q ? `${number(total)} inovasi cocok dengan “${shortQuery}”${page}` : `${number(total)} inovasi ditemukan${page}`;
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

/** The choice of order; "Paling sesuai" only with a query. */
export function updateSort(select, state) {
  const sorts = SORTS.filter(([id]) => id !== 'relevan' || state.q);
  if (select.options.length !== sorts.length) {
    select.replaceChildren(...sorts.map(([id, label]) => make('option', { value: id }, label)));
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

/** What to do when nothing was found; `ways` are [label, count, action], the ways on that lead to something. */
export function makeEmpty(q, ways) {
  const title = ways.length ? 'Longgarkan pencarian' : 'Coba kata lain';
  const box = make('div', { class: 'kosong' }, make('p', { class: 'kosong__judul' }, title));
  if (ways.length) {
    const buttons = ways.map(([label, count, action]) => {
      const button = make('button', { class: 'tombol tombol--sekunder', type: 'button' }, `${label}: ${number(count)} inovasi`);
      button.addEventListener('click', action);
      return make('li', null, button);
    });
    box.append(make('ul', { class: 'tombol-daftar' }, ...buttons));
  } else if (q) {
    box.append(make('p', null, 'Periksa ejaannya, atau pakai kata yang lebih umum, misalnya “ambulans” atau “akta lahir”.'));
  }
  box.append(make('p', null, 'Atau telusuri ', make('a', { href: '../urusan/' }, 'daftar urusan'), ' dan ', make('a', { href: '../wilayah/' }, 'daftar wilayah'), '.'));
  return box;
}

/** What is said when the search data cannot be fetched. */
export function makeFailure(onRetry) {
  const retry = make('button', { class: 'tombol', type: 'button' }, 'Coba lagi');
  retry.addEventListener('click', onRetry);
  return make(
    'div',
    { class: 'kosong' },
    make('p', { class: 'kosong__judul' }, 'Pencarian tidak dapat dimuat'),
    make('p', null, 'Periksa sambungan internet Anda. Semua inovasi juga ada di ', make('a', { href: '../urusan/' }, 'daftar urusan'), ' dan ', make('a', { href: '../wilayah/' }, 'daftar wilayah'), '.'),
    make('p', null, retry),
  );
}
