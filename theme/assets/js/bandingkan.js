// The page /bandingkan/: address or basket → entries → table. docs/bandingkan.md describes its HTML.

import { findIds, quoted, readAddress, writeAddress } from './bandingkan-alamat.js';
import { makeRows } from './bandingkan-baris.js';
import { fitPage } from './bandingkan-cetak.js';
import { loadEntries, sortAsked } from './bandingkan-data.js';
import './bandingkan-gaya.js';
import { makeEmpty, makeFailure, makeNotices, makeRest, makeToolbar } from './bandingkan-papan.js';
import { copy, makeGrid, toHtml, toText } from './bandingkan-salin.js';
import { makeTable, pageOf } from './bandingkan-tabel.js';
import { MOST_COMPARED, onChangeElsewhere, readBasket, writeBasket } from './keranjang.js';
import { make } from './jelajah-unsur.js';

const byId = (id) => document.getElementById(id);
const place = byId('bandingkan');
const status = byId('bandingkan-kabar');
const form = byId('bandingkan-tambah');
const regions = new Set(place.dataset.wilayah.split(' '));
const terms = JSON.parse(place.dataset.istilah);
const title = document.title;
const ways = [...place.querySelectorAll('ul')]; // of the page as it is without a script
const rest = make('div', null);

let shown = { ids: [], entries: [], groups: [], unknown: [], surplus: [], onlyDifferent: false };
let turn = 0; // number of the newest request; an older answer is thrown away

start();

function start() {
  const picked = readBasket().slice(0, MOST_COMPARED);
  if (!new URLSearchParams(location.search).has('inovasi') && picked.length) history.replaceState(null, '', writeAddress(picked, false));
  addEventListener('popstate', () => show());
  onChangeElsewhere(drawRest);
  form.addEventListener('submit', submit);
  show();
}

/** Read the address, fetch and draw. `say` is told when it stands; what `focus` selects then gets the focus. */
async function show({ say, focus } = {}) {
  turn += 1;
  const mine = turn;
  const { asked, onlyDifferent } = readAddress(location.search);
  try {
    const { known, unknown } = await sortAsked(asked, regions);
    const ids = known.slice(0, MOST_COMPARED);
    const entries = await loadEntries(ids);
    if (mine !== turn) return;
    shown = { ids, entries, groups: makeRows(entries, terms), unknown, surplus: known.slice(MOST_COMPARED), onlyDifferent };
    draw();
    announce(say ?? summary());
  } catch (error) {
    if (mine !== turn) return;
    console.error(error);
    place.replaceChildren(makeFailure(() => show({ focus: '.banding' })));
    announce('Data tidak dapat dimuat.');
  }
  place.dataset.siap = '';
  if (focus) (place.querySelector(focus) ?? byId('isi')).focus();
}

function draw() {
  const { entries, onlyDifferent } = shown;
  document.title = [...entries.map(({ nama }) => nama), title].join(' – ');
  const acts = { copyTable, copyLink, onlyDifferent: showOnlyDifferent };
  const parts = entries.length ? [makeToolbar(onlyDifferent, acts), makeSheet()] : [makeEmpty(ways)];
  place.replaceChildren(...makeNotices(shown), ...parts, rest);
  hideEqual();
  drawRest();
}

function makeSheet() {
  const { ids, entries, groups } = shown;
  const { rapat, batas } = fitPage(groups, entries.length);
  const source = new URL(writeAddress(ids, false), location.href).href;
  return make(
    'div',
    { class: 'tabel-geser banding', role: 'region', tabindex: '0', 'aria-labelledby': 'banding-judul', 'data-rapat': String(rapat) },
    makeTable(entries, groups, batas, change),
    make('p', { class: 'banding__sumber' }, `Sumber: ${source} · isi katalog berlisensi CC BY 4.0`),
  );
}

/** What is in the basket and not in the table; drawn by itself, because another tab may change it at any time. */
async function drawRest() {
  const mine = turn;
  const isFull = shown.ids.length >= MOST_COMPARED;
  const others = readBasket().filter((id) => !shown.ids.includes(id));
  const entries = await sortAsked(others, regions).then(({ known }) => loadEntries(known)).catch(() => []);
  if (mine !== turn) return;
  const enter = (id, name) => go([...shown.ids, id], `${name} dimasukkan.`, `[data-aksi="keluar ${id}"]`);
  rest.replaceChildren(...(entries.length ? [makeRest(entries, isFull ? null : enter)] : []));
}

function summary() {
  const { entries, groups } = shown;
  if (entries.length < 2) return '';
  const states = groups.flatMap(({ baris }) => baris.map(({ keadaan }) => keadaan));
  const count = (wanted) => states.filter((state) => state === wanted).length;
  const partly = count('sebagian') ? `, ${count('sebagian')} baru diketahui sebagian` : '';
  return `${entries.length} inovasi dibandingkan: ${count('beda')} dari ${states.length} hal berbeda${partly}.`;
}

function showOnlyDifferent(isWanted) {
  shown.onlyDifferent = isWanted;
  history.replaceState(null, '', writeAddress(shown.ids, isWanted));
  const count = hideEqual();
  announce(isWanted ? `${count} baris yang sama atau belum ada datanya disembunyikan.` : 'Semua baris ditampilkan.');
}

/** Hide rows that are the same or empty, if that is wanted, and groups that are left without a row; return how many rows. */
function hideEqual() {
  const equal = [...place.querySelectorAll('[data-keadaan=sama],[data-keadaan=kosong]')];
  for (const row of equal) row.hidden = shown.onlyDifferent;
  for (const body of place.querySelectorAll('tbody')) {
    const rows = [...body.querySelectorAll('[data-keadaan]')];
    body.hidden = rows.length > 0 && rows.every((row) => row.hidden);
  }
  return equal.length;
}

function change(what, id) {
  const { nama } = shown.entries.find((entry) => entry.id === id);
  const from = shown.ids.indexOf(id);
  const ids = shown.ids.filter((other) => other !== id);
  if (what === 'keluar') {
    writeBasket(readBasket().filter((other) => other !== id));
    const next = ids[Math.min(from, ids.length - 1)];
    go(ids, `${nama} dikeluarkan. Tombol kembali pada peramban mengembalikannya.`, `[data-aksi="keluar ${next}"]`);
    return;
  }
  const to = from + (what === 'kiri' ? -1 : 1);
  ids.splice(to, 0, id);
  const stays = what === 'kiri' ? to > 0 : to < ids.length - 1;
  const focused = stays ? what : what === 'kiri' ? 'kanan' : 'kiri';
  go(ids, `${nama} sekarang kolom ${to + 1} dari ${ids.length}.`, `[data-aksi="${focused} ${id}"]`);
}

function go(ids, say, focus) {
  history.pushState(null, '', writeAddress(ids, shown.onlyDifferent));
  return show({ say, focus });
}

async function submit(event) {
  event.preventDefault();
  const input = form.elements.tautan;
  const { known } = await sortAsked(findIds(input.value), regions).catch(() => ({ known: [] }));
  const room = MOST_COMPARED - shown.ids.length;
  const added = known.filter((id) => !shown.ids.includes(id)).slice(0, room);
  if (!added.length) {
    announce(reasonAgainst(input.value, known, room));
    input.focus();
    return;
  }
  input.value = '';
  writeBasket([...readBasket(), ...added]);
  go([...shown.ids, ...added], `${added.length} inovasi ditambahkan.`, `[data-aksi="keluar ${added[0]}"]`);
}

function reasonAgainst(typed, known, room) {
  if (!typed.trim()) return 'Tempelkan dulu tautan halaman inovasi.';
  if (!known.length) return `Tidak ada inovasi pada ${quoted(typed)}. Salin alamatnya dari halaman inovasi di katalog ini.`;
  return room ? 'Inovasi itu sudah ada di tabel.' : `Sudah ${MOST_COMPARED} inovasi. Keluarkan satu kolom dulu.`;
}

async function copyTable() {
  const isWanted = ({ keadaan }) => !shown.onlyDifferent || keadaan === 'beda' || keadaan === 'sebagian';
  const groups = shown.groups.map(({ judul, baris }) => ({ judul, baris: baris.filter(isWanted) }));
  const grid = makeGrid(shown.entries, groups, (id) => new URL(pageOf(id), location.href).href, location.href);
  const isDone = await copy(toText(grid), toHtml(grid));
  announce(isDone ? 'Tabel disalin. Tempelkan di Word atau Excel.' : 'Peramban tidak mengizinkan penyalinan. Blok tabelnya, lalu salin dengan Ctrl+C.');
}

async function copyLink() {
  const isDone = await copy(location.href, '');
  announce(isDone ? 'Tautan perbandingan disalin.' : 'Peramban tidak mengizinkan penyalinan. Salin alamat di bilah atas peramban.');
}

/** The same sentence twice is told twice. */
function announce(sentence) {
  if (status.textContent === sentence) status.textContent = '';
  setTimeout(() => {
    status.textContent = sentence;
  });
}
