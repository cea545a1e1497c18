// The page /jelajah/: reads the address, asks for data, shows the results. docs/search.md describes its HTML and behaviour.

import { countSentence, makeCard, makeChips, makeFailure, makeMeant, makePages, meantQuery, updateSort } from './jelajah-hasil.js';
import { choose, cleanQuery, copyChoice, noChoice, readState, writeState } from './jelajah-keadaan.js';
import { loadCards, loadColumns } from './jelajah-kolom.js';
import { makePanel } from './jelajah-panel.js';
import { makeShortcut } from './jelajah-pintasan.js';
import { filterRows } from './jelajah-saring.js';
import { make } from './jelajah-unsur.js';
import { knownOrder, sortRows } from './jelajah-urut.js';

const PER_PAGE = 20; // as many cards as kartu/awal.json holds: FIRST_CARDS in catalog/search/cards.py
const TYPING_PAUSE_MS = 30; // on a good line: long enough to see the letter first
const LONG_TYPING_PAUSE_MS = 300; // where every search costs bytes that take long, or nothing is told by one or two letters
const FEW_LETTERS = 2;
const FIRST_DRAWN = 6; // cards drawn at once while typing: what a screen shows; the rest follows in the next frame
const ANNOUNCE_PAUSE_MS = 200;
const TYPED_ANNOUNCE_PAUSE_MS = 400; // a screen reader is to hear the last of a row of answers
const SLOW_MS = 500;

// Fetched with the first query, side by side.
const loadSearch = () => Promise.all([import('./jelajah-data.js'), import('./jelajah-kata.js'), import('./jelajah-mesin.js'), import('./jelajah-saran.js')]);
const findRows = async (q) => (await loadSearch())[0].findRows(q);

const byId = (id) => document.getElementById(id);
const input = byId('cari-jelajah');
const heading = byId('hasil-judul');
const status = byId('hasil-jumlah');
const place = byId('hasil');
const wide = window.matchMedia('(min-width: 60em)');

const chips = make('div', null);
const select = make('select', { id: 'urut' });
const sorting = make('p', { class: 'medan', hidden: true }, make('label', { for: 'urut' }, 'Urutkan'), ' ', select);
const results = make('div', null);
const choosing = make('div', null); // what the order by likeness asks for

let data; // columns of the catalogue
let panel;
let chooser; // of a place, once the order by likeness was asked for
let state; // what is shown, and what the address says
let draft; // choice in the panel: on a phone it becomes the state's only by "Terapkan"
let found = { scores: null, partial: false }; // answer to state.q
let turn = 0; // number of the newest request; an older answer is thrown away
let typing; // timer of the pause after a key
let isTyped = false; // the newest history entry was made while typing, and is replaced by the next key
let announcing;
let waiting = null; // what is left to draw after the next frame

start();

async function start() {
  makeShortcut(byId('pintasan'), input);
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
  place.replaceChildren(chips, sorting, choosing, results);
  fitWidth();
  wide.addEventListener('change', fitWidth);
  window.addEventListener('popstate', openAddress);
  byId('jelajah-saring').addEventListener('submit', applyDraft);
  byId('jelajah-cari').addEventListener('submit', submitQuery);
  input.addEventListener('focus', () => loadSearch().catch(() => {}), { once: true }); // a failure is told by the search itself
  input.addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(() => searchTyped(), typingPause());
  });
  select.addEventListener('change', () => change({ urut: select.value }));
  place.addEventListener('click', openLink);
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
  if (cleanQuery(input.value) !== state.q) input.value = state.q;
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

function typingPause() {
  const isSlowLine = /[23]g/.test(navigator.connection?.effectiveType ?? '');
  return isSlowLine || input.value.trim().length <= FEW_LETTERS ? LONG_TYPING_PAUSE_MS : TYPING_PAUSE_MS;
}

function searchTyped() {
  clearTimeout(typing);
  const q = cleanQuery(input.value);
  if (q === state.q) return;
  const urut = knownOrder(q && !state.q && state.urut !== 'serupa' ? '' : state.urut, { q });
  change({ q, urut }, { replace: isTyped });
  isTyped = true;
}

function changeChoice(column, id, chosen) {
  drawRest();
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

/** Links to other states of this page, such as its other pages, are followed without loading it anew. */
function openLink(event) {
  const link = event.target.closest?.('a[href^="?"], a[href="./"]');
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  change(readState(new URL(link.href).search, data), { focus: true });
}

/** Compute and draw the state. Focus is moved to the results' heading only when `focus` says so. */
async function show({ focus = false } = {}) {
  turn += 1;
  const mine = turn;
  const slow = setTimeout(() => announce('Mencari…', 0), SLOW_MS);
  try {
    const answer = state.q ? await findRows(state.q) : { scores: null, partial: false };
    if (mine !== turn) return;
    const result = filterRows(data, answer.scores, state.pilih);
    const sorted = await sortRows(data, result.rows, state, answer.scores);
    const pages = Math.max(1, Math.ceil(sorted.rows.length / PER_PAGE));
    const hal = Math.min(state.hal, pages);
    const rows = sorted.rows.slice((hal - 1) * PER_PAGE, hal * PER_PAGE);
    const meant = meantQuery(state.q, answer.diganti);
    const cards = rows.length ? await loadCards(rows, data) : [];
    const empty = rows.length ? null : await makeNothing(result, answer.scores, meant);
    if (mine !== turn) return;
    found = answer;
    const items = cards.map((card, i) => () => makeCard(card, rows[i], data, meant || state.q, sorted.reason(rows[i])));
    draw({ ...state, hal }, result, pages, meant, empty ?? items);
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

async function makeNothing(result, scores, meant) {
  const { makeEmpty } = await import('./jelajah-kosong.js');
  return makeEmpty(state, result, scores, meant, data, (changes) => change(changes, { focus: true }));
}

/** Draw an answer; `content` makes its cards, or is what is said instead. While typing, what no screen shows yet waits for the next frame. */
function draw(shown, result, pages, meant, content) {
  draft = copyChoice(shown.pilih);
  makeChips(chips, shown.pilih, data, removeChoice);
  updateSort(select, shown);
  drawChooser(shown).catch(() => {}); // without it the order stays as it is
  sorting.hidden = false;
  const count = countSentence({ total: result.rows.length, hal: shown.hal, pages, q: shown.q, partial: found.partial, meant });
  announce(count, isTyped ? TYPED_ANNOUNCE_PAUSE_MS : ANNOUNCE_PAUSE_MS);
  const said = makeMeant(meant, writeState({ ...shown, q: meant, hal: 1 }, data));
  const first = isTyped ? FIRST_DRAWN : PER_PAGE;
  const list = Array.isArray(content) ? make('ul', { class: 'kartu-daftar kartu-daftar--dua' }, ...content.slice(0, first).map((item) => item())) : null;
  results.replaceChildren(...[said, list ?? content].filter(Boolean));
  waiting = () => {
    list?.append(...content.slice(first).map((item) => item()));
    const nav = makePages(shown.hal, pages, (hal) => writeState({ ...shown, hal }, data));
    if (nav) results.append(nav);
    panel.update(draft, result);
  };
  if (isTyped) afterPaint(drawRest);
  else drawRest();
}

/** Draw what is left of the newest answer. */
function drawRest() {
  const rest = waiting;
  waiting = null;
  rest?.();
}

function afterPaint(act) {
  requestAnimationFrame(() => setTimeout(act));
}

/** The chooser of a place, from the first time that the order by likeness is asked for. */
async function drawChooser(shown) {
  if (shown.urut !== 'serupa' && !chooser) return;
  const { makeChooser } = await import('./jelajah-serupa-pilih.js');
  if (!chooser) {
    chooser = makeChooser((seperti) => change({ seperti }, { focus: true }));
    choosing.append(chooser.box);
  }
  await chooser.update(shown);
}

/** Say a sentence in the status line, once the reader has stopped changing things. */
function announce(sentence, pause = ANNOUNCE_PAUSE_MS) {
  clearTimeout(announcing);
  announcing = setTimeout(() => {
    if (status.textContent !== sentence) status.textContent = sentence;
  }, pause);
}
