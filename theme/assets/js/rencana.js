// The page /kunjungan/rencana/: draft, link or file → plan → entries → everything that follows. docs/rencana.md describes it.

import { make } from './jelajah-unsur.js';
import { onChangeElsewhere, readBasket } from './keranjang.js';
import { saveCalendar, wireTools } from './rencana-alat.js';
import { addCalendars, makeSummary, showFaults, showMeaning } from './rencana-bidang.js';
import { drawRules } from './rencana-aturan.js';
import { drawCosts } from './rencana-biaya.js';
import { loadEntries, loadLetters, loadRegions, loadUsual, pageOf, sortIds } from './rencana-data.js';
import { drawItinerary } from './rencana-dokumen.js';
import './rencana-gaya.js';
import { drawBasket, drawChosen, makePicker } from './rencana-inovasi.js';
import { emptyPlan, isUntouched, MOST_KEPT, MOST_PLANNED, TEKS, tidyPlan, TUJUAN } from './rencana-isi.js';
import { computeState } from './rencana-keadaan.js';
import { drawActions, drawResults, readActions, recordText } from './rencana-laporan.js';
import { makeDesk } from './rencana-meja.js';
import { announce, clearNotices, drawFindings, drawOverview, notice } from './rencana-papan.js';
import { forgetAll, keepBefore, keepDraft, readBefore, readDraft } from './rencana-simpan.js';
import { drawQuestions } from './rencana-tanya.js';
import { hariIni } from './rencana-tanggal.js';
import { askedEntries, readHash } from './rencana-tautan.js';

const byId = (id) => document.getElementById(id);
const form = byId('rencana');
const withEntries = new Set(form.dataset.wilayah.split(' '));
const marked = new Set(); // fields that show a fault
const local = new Map(); // faults of fields that are no part of the plan: field → sentence

let plan = emptyPlan();
let rows = []; // entries of the plan that are fetched, in its order
let known; // {regions, usual, letters}
let state;
let desk;
let isKept = true;
let turn = 0; // number of the newest change of the entries; an older answer is thrown away

start();

async function start() {
  try {
    const [regions, usual, letters] = await Promise.all([loadRegions(), loadUsual(), loadLetters()]);
    known = { regions, usual, letters };
  } catch (error) {
    console.error(error);
    announce('Data tidak dapat dimuat. Periksa sambungan internet, lalu muat ulang halaman ini.');
    return;
  }
  byId('daerah-daftar').replaceChildren(...known.regions.all.map(({ nama }) => make('option', { value: nama })));
  byId('tujuan').replaceChildren(...TUJUAN.map(([id, words]) => make('li', null, make('label', null, make('input', { type: 'checkbox', name: 'tujuan', value: id }), ' ', make('span', null, words)))));
  makePicker(known.regions, { add: addEntries, blame: (sentence) => blame('inovasi', sentence) });
  desk = makeDesk(known.letters, () => state);
  addCalendars(form);
  wireTools(() => state, openFile, (sentence) => blame('berkas', sentence));
  form.addEventListener('input', readForm);
  form.addEventListener('focusin', ({ target }) => target.matches('textarea') && target.scrollIntoView({ block: 'nearest' })); // Chromium shows its caret only
  byId('tindak-tambah').addEventListener('click', () => drawActions(byId('tindak'), [...readActions(byId('tindak')), {}], true));
  byId('data-hapus').addEventListener('click', forget);
  onChangeElsewhere(drawRest);
  plan = readDraft() ?? plan;
  await openAddress();
  addEventListener('hashchange', openAddress);
  byId('rencana-tanpa').hidden = true;
  form.hidden = false;
  form.dataset.siap = '';
}

/** Take what the address asks for: a plan in its `#` part, entries in `?entri=`; without either the draft, or the basket. */
async function openAddress() {
  const { hash, search } = location;
  const link = hash.length > 1 && !byId(hash.slice(1)) ? readHash(hash) : {};
  const asked = askedEntries(search);
  if (link.salah) notice('warning', 'Tautan tidak terbaca', link.salah);
  plan.inovasi = [...new Set([...plan.inovasi, ...asked])].slice(0, MOST_KEPT);
  if (isUntouched(plan) && !link.rencana) plan.inovasi = readBasket();
  if (link.rencana) await replacePlan(link.rencana, 'Rencana dari tautan dibuka');
  else await takePlan();
}

/** Put another plan in the place of this one, which can be had back. */
async function replacePlan(other, title) {
  const hadOne = !isUntouched(plan) && JSON.stringify(plan) !== JSON.stringify(other);
  if (hadOne) keepBefore(plan);
  plan = other;
  clearNotices();
  if (hadOne) {
    const back = make('button', { type: 'button', class: 'tombol tombol--sekunder' }, 'Kembalikan rencana sebelumnya');
    back.addEventListener('click', bringBack);
    notice('note', title, 'Rencana yang tadi ada di sini disimpan.', back);
  }
  await takePlan();
  if (hadOne) announce(`${title}.`);
}

async function openFile(other) {
  await replacePlan(other, 'Rencana dari berkas dibuka');
  keep();
}

async function bringBack() {
  plan = readBefore() ?? plan;
  keep();
  clearNotices();
  await takePlan();
  byId('isi').focus({ preventScroll: true });
  announce('Rencana sebelumnya dikembalikan.');
}

/** Write the plan into the fields, then fetch and draw everything. */
async function takePlan() {
  for (const key of Object.keys(TEKS)) byId(key).value = plan[key];
  byId('daerah').value = known.regions.byId.get(plan.daerah)?.nama ?? plan.daerah;
  form.querySelector(`[name=cara][value=${plan.cara}]`).checked = true;
  for (const box of form.querySelectorAll('[name=tujuan]')) box.checked = plan.tujuan.includes(box.value);
  drawActions(byId('tindak'), plan.tindak);
  delete byId('hasil-tuan').dataset.tuan;
  await takeEntries();
}

/** Fetch the entries of the plan; those that have vanished are named and left out. */
async function takeEntries() {
  turn += 1;
  const mine = turn;
  try {
    const { known: ids, gone } = await sortIds(plan.inovasi, withEntries);
    const loaded = await loadEntries(ids.slice(0, MOST_PLANNED));
    if (mine !== turn) return;
    plan.inovasi = ids;
    rows = loaded;
    if (gone.length) notice('warning', 'Tidak ada di katalog', `Tidak ikut dalam rencana: ${gone.slice(0, 10).join(', ')}${gone.length > 10 ? `, dan ${gone.length - 10} lainnya` : ''}.`);
  } catch (error) {
    if (mine !== turn) return;
    console.error(error);
    announce('Inovasi tidak dapat dimuat. Periksa sambungan internet, lalu muat ulang; rencana Anda tersimpan.');
  }
  changed();
  drawLists();
}

async function addEntries(ids, name) {
  const fresh = ids.filter((id) => !plan.inovasi.includes(id));
  plan.inovasi = [...plan.inovasi, ...fresh].slice(0, MOST_KEPT);
  await takeEntries();
  keep();
  const added = fresh.filter((id) => plan.inovasi.includes(id)).length;
  announce(added ? `${name && added === 1 ? name : `${added} inovasi`} dimasukkan.` : fresh.length ? 'Inovasi itu tidak ada di katalog.' : 'Inovasi itu sudah ada dalam rencana.');
}

async function removeEntry(id, name) {
  const place = plan.inovasi.indexOf(id);
  plan.inovasi = plan.inovasi.filter((other) => other !== id);
  await takeEntries();
  keep();
  const buttons = byId('rencana-inovasi').querySelectorAll('button');
  (buttons[Math.min(place, buttons.length - 1)] ?? byId('inovasi')).focus();
  announce(`${name} dilepas dari rencana.`);
}

function readForm({ target }) {
  for (const key of Object.keys(TEKS)) plan[key] = byId(key).value;
  plan.cara = form.querySelector('[name=cara]:checked').value;
  plan.tujuan = [...form.querySelectorAll('[name=tujuan]:checked')].map(({ value }) => value);
  if (target.dataset.hasil) plan.hasil[target.dataset.hasil] = target.value;
  if (target.dataset.tindak) plan.tindak = readActions(byId('tindak'));
  keep();
  changed();
}

/** Keep the draft once a reader has changed something; from then on it, not the address, says what the plan is. */
function keep() {
  const wasKept = isKept;
  isKept = keepDraft(plan);
  if (location.hash || location.search) history.replaceState(null, '', location.pathname);
  if (wasKept && !isKept) notice('warning', 'Rencana tidak tersimpan', 'Peramban ini tidak menyimpan data situs. Simpan rencana sebagai berkas sebelum menutup halaman.');
}

/** Draw all that follows from the plan and holds no field. */
function changed() {
  state = computeState(plan, rows, known, hariIni(), pageOf);
  const faults = [...state.cek.salah, ...[...local].map(([isian, kalimat]) => ({ isian, kalimat }))];
  showFaults(faults, marked);
  byId('rencana-kesalahan').replaceChildren(...makeSummary({ salah: faults, kurang: state.cek.kurang }));
  for (const [id, words] of Object.entries(state.arti)) showMeaning(id, words);
  drawOverview(byId('rencana-ringkas'), state);
  drawFindings(byId('rencana-aturan'), state);
  drawCosts(byId('biaya'), byId('rencana-biaya'), state);
  drawItinerary(byId('rencana-jadwal'), state, () => saveCalendar(state));
  drawResults(byId('hasil-tuan'), state.tuan, plan);
  desk.draw();
  byId('rencana-yaml').textContent = recordText(state.kunjungan) || 'Pilih inovasi dan daerah Anda dulu.';
}

/** Lists that hold fields and buttons, drawn only when entries or questions have changed. */
function drawLists() {
  drawChosen(byId('rencana-inovasi'), rows, plan.inovasi.slice(MOST_PLANNED), removeEntry);
  drawRest();
  drawRules(byId('rencana-tuan'), state, known.usual.judul);
  drawQuestions(byId('rencana-tanya'), rows, plan, { drop: dropPart, add: addQuestion, remove: removeQuestion, say: announce });
}

function drawRest() {
  drawBasket(byId('dari-keranjang'), readBasket().filter((id) => !plan.inovasi.includes(id)), addEntries);
}

function dropPart(id, part, isDropped) {
  const others = (plan.lepas[id] ?? []).filter((other) => other !== part);
  plan.lepas = tidyPlan({ lepas: { ...plan.lepas, [id]: isDropped ? [...others, part] : others } }).lepas;
  keep();
  changed();
}

function addQuestion(inovasi, teks) {
  changeQuestions([...plan.tanya, { inovasi, teks }], 'Pertanyaan ditambahkan.');
}

function removeQuestion(place) {
  changeQuestions(plan.tanya.toSpliced(place, 1), 'Pertanyaan dihapus.');
}

function changeQuestions(questions, said) {
  plan.tanya = tidyPlan({ tanya: questions }).tanya;
  keep();
  changed();
  drawLists();
  byId('tanya-baru').focus();
  announce(said);
}

async function forget() {
  forgetAll();
  plan = emptyPlan();
  local.clear();
  if (location.hash || location.search) history.replaceState(null, '', location.pathname);
  clearNotices();
  await takePlan();
  byId('isi').focus();
  announce('Semua isian rencana dihapus dari peramban ini.');
}

/** A fault of a field that is no part of the plan. */
function blame(field, sentence) {
  if (sentence) local.set(field, sentence);
  else if (!local.delete(field)) return;
  changed();
}
