// The page /jelajah/: reads the address, asks for data, shows the results. docs/search.md describes its HTML and behaviour.

import { findRows, loadCards, loadColumns } from './jelajah-data.js';
import { countSentence, makeCard, makeChips, makeEmpty, makeFailure, makePages, updateSort } from './jelajah-hasil.js';
import { choose, cleanQuery, copyChoice, knownSort, noChoice, readState, writeState } from './jelajah-keadaan.js';
import { makePanel } from './jelajah-panel.js';
import { filterRows, sortRows } from './jelajah-saring.js';
import { make } from './jelajah-unsur.js';

const PER_PAGE = 20;
const TYPING_PAUSE_MS = 300;
const ANNOUNCE_PAUSE_MS = 200;
const SLOW_MS = 500;

const byId = (id) => document.getElementById(id);
const input = byId('cari-jelajah');
const heading = byId('hasil-judul');
const status = byId('hasil-jumlah');
const place = byId('hasil');
const wide = window.matchMedia('(min-width: 60em)');

const chips = make('div', null);
const select = make('select', { id: 'urut' });
const results = make('div', null);

let data; // columns of the catalogue
let panel;
let state; // what is shown, and what the address says
let draft; // choice in the panel: on a phone it becomes the state's only by "Terapkan"
let found = { scores: null, partial: false }; // answer to state.q
let turn = 0; // number of the newest request; an older answer is thrown away
let typing; // timer of the pause after a key
let isTyped = false; // the newest history entry was made while typing, and is replaced by the next key
let announcing;

start();

async function start() {
  const q = cleanQuery(new URLSearchParams(location.search).get('q') ?? '');
  if (q) findRows(q).catch(() => {}); // side by side with the columns; a failure is told by show()
  try {
    data = await loadColumns();
  } catch {
    announce('Pencarian tidak dapat dimuat');
    return; // the links of the static page stay
  }
  build();
  const typed = input.value; // while the columns were on their way
  openAddress();
  if (typed && !state.q) input.value = typed;
}

function build() {
  panel = makePanel(byId('jelajah-saring'), data, changeChoice);
  place.replaceChildren(chips, make('p', { class: 'medan' }, make('label', { for: 'urut' }, 'Urutkan'), ' ', select), results);
  fitWidth();
  wide.addEventListener('change', fitWidth);
  window.addEventListener('popstate', openAddress);
  byId('jelajah-saring').addEventListener('submit', applyDraft);
  byId('jelajah-cari').addEventListener('submit', submitQuery);
  input.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => searchTyped(), TYPING_PAUSE_MS);
  });
  select.addEventListener('change', () => change({ urut: select.value }));
  place.addEventListener('click', openPage);
}

/** On a phone the panel is a closed drawer with "Terapkan"; beside the results it is open, and a tick acts at once. */
function fitWidth() {
  panel.drawer.open = wide.matches;
  panel.apply.hidden = wide.matches;
}

function openAddress() {
  clearTimeout(typing);
  isTyped = false;
  state = readState(location.search, data);
  input.value = state.q;
  show();
}

/** Go to a changed state: a new address, and from the first page unless a page was asked for. */
function change(changes, { replace = false, focus = false } = {}) {
  state = { ...state, hal: 1, ...changes };
  isTyped = false;
  const address = writeState(state, data);
  if (replace) history.replaceState(null, '', address);
  else history.pushState(null, '', address);
  return show({ focus });
}

function submitQuery(event) {
  event.preventDefault();
  searchTyped();
  isTyped = false;
}

function searchTyped() {
  clearTimeout(typing);
  const q = cleanQuery(input.value);
  if (q === state.q) return;
  const urut = knownSort(q && !state.q ? '' : state.urut, q);
  change({ q, urut }, { replace: isTyped });
  isTyped = true;
}

function changeChoice(column, id, chosen) {
  draft = choose(draft, column, id, chosen, data);
  if (wide.matches) change({ pilih: draft });
  else panel.update(draft, filterRows(data, found.scores, draft));
}

function applyDraft(event) {
  event.preventDefault();
  if (!wide.matches) panel.drawer.open = false;
  change({ pilih: draft }, { focus: true });
}

function removeChoice(column, id) {
  const before = [...chips.querySelectorAll('button')].indexOf(document.activeElement);
  const pilih = column ? choose(state.pilih, column, id, false, data) : noChoice();
  change({ pilih }).then(() => {
    if (before < 0) return;
    const left = [...chips.querySelectorAll('button')];
    (left[Math.min(before, left.length - 1)] ?? heading).focus();
  });
}

function openPage(event) {
  const link = event.target.closest?.('.halaman-nav a');
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  change({ hal: readState(new URL(link.href).search, data).hal }, { focus: true });
}

/** Compute and draw the state. Focus is moved to the results' heading only when `focus` says so. */
async function show({ focus = false } = {}) {
  turn += 1;
  const mine = turn;
  const slow = setTimeout(() => announce('Mencari…', 0), SLOW_MS);
  try {
    const answer = state.q ? await findRows(state.q) : { scores: null, partial: false };
    const result = filterRows(data, answer.scores, state.pilih);
    const sorted = sortRows(data, result.rows, state.urut, answer.scores);
    const pages = Math.max(1, Math.ceil(sorted.length / PER_PAGE));
    const hal = Math.min(state.hal, pages);
    const rows = sorted.slice((hal - 1) * PER_PAGE, hal * PER_PAGE);
    const cards = await loadCards(rows, data);
    if (mine !== turn) return;
    found = answer;
    draw({ ...state, hal }, result, pages, rows, cards);
  } catch (error) {
    if (mine !== turn) return;
    console.error(error);
    announce('Pencarian tidak dapat dimuat');
    results.replaceChildren(makeFailure(() => show({ focus: true })));
  } finally {
    clearTimeout(slow);
  }
  if (focus) heading.focus();
}

function draw(shown, result, pages, rows, cards) {
  draft = copyChoice(shown.pilih);
  panel.update(draft, result);
  makeChips(chips, shown.pilih, data, removeChoice);
  updateSort(select, shown);
  announce(countSentence({ total: result.rows.length, hal: shown.hal, pages, q: shown.q, partial: found.partial }));
  if (!rows.length) {
    results.replaceChildren(makeEmpty(shown.q, waysOn(shown, result)));
    return;
  }
  const list = make('ul', { class: 'kartu-daftar kartu-daftar--dua' }, ...cards.map((card, i) => makeCard(card, rows[i], data, shown.q)));
  const nav = makePages(shown.hal, pages, (hal) => writeState({ ...shown, hal }, data));
  results.replaceChildren(...[list, nav].filter(Boolean));
}

/** What can be dropped from a search without result, and how many entries that gives: facets, all of them, the query. */
function waysOn({ q, pilih }, { without }) {
  const drop = (changes) => () => change(changes, { focus: true });
  const isChosen = (column) => pilih[column].size || (column === 'wilayah' && pilih.provinsi.size);
  const facets = data.saringan.filter(([column]) => isChosen(column) && without[column]);
  const ways = facets.map(([column, title]) => {
    const rest = { ...pilih, [column]: new Set(), ...(column === 'wilayah' ? { provinsi: new Set() } : {}) };
    return [`Tanpa filter ${title.toLowerCase()}`, without[column], drop({ pilih: rest })];
  });
  ways.sort((a, b) => b[1] - a[1]);
  if (found.scores?.size !== 0 && Object.values(pilih).some((ids) => ids.size)) {
    const total = found.scores ? found.scores.size : data.jumlah;
    if (ways.length !== 1 || ways[0][1] !== total) ways.push(['Tanpa semua filter', total, drop({ pilih: noChoice() })]);
  }
  const withoutQuery = q ? filterRows(data, null, pilih).rows.length : 0;
  if (withoutQuery && withoutQuery < data.jumlah) ways.push(['Tanpa kata pencarian', withoutQuery, dropQuery]);
  return ways;
}

function dropQuery() {
  input.value = '';
  change({ q: '', urut: knownSort('', '') }, { focus: true });
}

/** Say a sentence in the status line, once the reader has stopped changing things. */
function announce(sentence, pause = ANNOUNCE_PAUSE_MS) {
  clearTimeout(announcing);
  announcing = setTimeout(() => {
    if (status.textContent !== sentence) status.textContent = sentence;
  }, pause);
}
