// The chooser of the order "Daerah serupa": a region by its name, or population and area.

import { joined, knownParts, loadFacts, people, dense, wantedPlace } from './jelajah-serupa.js';
import { readPlace } from './jelajah-tempat.js';
import { make, number } from './jelajah-unsur.js';

const LABELS = { penduduk: 'penduduk', kepadatan: 'kepadatan', jenis: 'jenis', bentang_alam: 'bentang alam' };

/** `{box, update}`: a form that is shown while the order is chosen; `onChoose({daerah, penduduk, luas})` on "Urutkan". */
export function makeChooser(onChoose) {
  const region = makeField('serupa-daerah', 'Daerah Anda', { list: 'serupa-daftar', maxlength: '80' });
  const people = makeField('serupa-penduduk', 'Penduduk (jiwa)', { inputmode: 'numeric', maxlength: '14' });
  const area = makeField('serupa-luas', 'Luas (km²), boleh kosong', { inputmode: 'decimal', maxlength: '12' });
  const fields = [region, people, area];
  const names = make('datalist', { id: 'serupa-daftar' });
  const chosen = make('p', { class: 'serupa__pilihan', role: 'status' });
  const remarks = make('p', { class: 'kepala__ket' });
  const title = make('summary', null, 'Pilih daerah Anda');
  const fold = make(
    'details',
    { open: true },
    title,
    make('div', { class: 'serupa__medan' }, region.place, names, make('p', null, 'atau isi sendiri'), people.place, area.place),
    make('p', null, make('button', { class: 'tombol', type: 'submit' }, 'Urutkan')),
    remarks,
  );
  const box = make('form', { class: 'kotak serupa', 'aria-label': 'Daerah serupa', novalidate: true, hidden: true }, chosen, fold);
  let facts;

  box.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!facts) return;
    const answer = readFields(region.input.value, people.input.value, area.input.value, facts);
    fields.forEach((field, place) => field.blame(answer.wrong[place] ?? ''));
    if (answer.place) onChoose(answer.place);
    else fields[answer.wrong.findIndex(Boolean)].input.focus();
  });

  async function update(state) {
    box.hidden = state.urut !== 'serupa';
    if (box.hidden) return;
    facts ??= await loadFacts();
    if (!names.childElementCount) fill(names, remarks, facts);
    const { daerah, penduduk, luas } = state.seperti;
    const wanted = wantedPlace(state.seperti, facts);
    region.input.value = wanted?.nama ?? (daerah ? region.input.value : '');
    people.input.value = !daerah && penduduk ? number(penduduk) : '';
    area.input.value = !daerah && penduduk && luas ? number(luas) : '';
    for (const field of fields) field.blame('');
    if (daerah && !wanted) region.blame('Daerah ini tidak dikenal katalog. Pilih nama dari daftar.');
    chosen.textContent = wanted ? summary(wanted, facts) : 'Inovasi dapat diurutkan dari daerah yang paling serupa dengan daerah Anda.';
    title.textContent = wanted ? 'Ganti daerah, atau lihat bobotnya' : 'Pilih daerah Anda';
    fold.open = !wanted;
  }

  return { box, update };
}

function makeField(id, label, attributes) {
  const input = make('input', { id, autocomplete: 'off', ...attributes });
  const fault = make('span', { id: `${id}-salah`, class: 'serupa__salah', hidden: true });
  const place = make('p', { class: 'medan' }, make('label', { for: id }, label), input, fault);
  const blame = (sentence) => {
    fault.textContent = sentence;
    fault.hidden = !sentence;
    input.toggleAttribute('aria-invalid', false);
    input.removeAttribute('aria-describedby');
    if (!sentence) return;
    input.setAttribute('aria-invalid', 'true');
    input.setAttribute('aria-describedby', fault.id);
  };
  return { input, place, blame };
}

function fill(names, remarks, { wilayah, bobot }) {
  const all = [...wilayah.values()].sort((a, b) => a.nama.localeCompare(b.nama, 'id'));
  names.replaceChildren(...all.map(({ nama }) => make('option', { value: nama })));
  const measured = all.filter(({ kepadatan }) => kepadatan).length;
  const described = all.filter(({ bentang }) => bentang).length;
  const weights = Object.entries(bobot).map(([part, weight]) => `${LABELS[part]} ${weight}`);
  remarks.append(
    `${number(measured)} dari ${number(all.length)} daerah punya angka penduduk dan luas, ${number(described)} punya uraian bentang alam. `,
    `Bobot: ${joined(weights)}. `,
    make('a', { href: '../panduan/daerah-serupa/' }, 'Cara menghitungnya'),
  );
}

/** The chosen place and what is compared, and what cannot be. */
function summary(wanted, facts) {
  const known = knownParts(wanted, facts);
  const missing = Object.keys(facts.bobot).filter((part) => !known.includes(part));
  const { nama, penduduk, kepadatan } = wanted;
  const numbers = [penduduk ? `penduduk ${people(penduduk)}` : '', kepadatan ? `${dense(kepadatan)} jiwa per km²` : ''].filter(Boolean);
  const who = nama ? `${nama}${numbers.length ? ` (${numbers.join(', ')})` : ''}` : numbers.join(', ');
  const gap = missing.length ? ` Tidak dibandingkan karena belum ${nama ? 'tercatat' : 'diisi'}: ${joined(missing.map((part) => LABELS[part]))}.` : '';
  return `Diurutkan menurut kemiripan dengan ${who}.${gap}`;
}

/** {place} when what was typed can be used, else {wrong: a sentence a field, '' where nothing is wrong}. */
export function readFields(name, people, area, facts) {
  if (name.trim()) {
    const found = findRegion(name, facts);
    if (found) return { place: { daerah: found.id, penduduk: null, luas: null }, wrong: [] };
    return { wrong: [`Tidak ada daerah bernama “${name.trim().slice(0, 60)}”. Pilih nama dari daftar, atau isi penduduknya.`] };
  }
  const penduduk = readNumber(people);
  const luas = readNumber(area);
  const wrong = ['', '', ''];
  if (penduduk === null) wrong[0] = 'Pilih daerah, atau isi jumlah penduduk di bawah.';
  else if (!fits('penduduk', penduduk)) wrong[1] = 'Tulis jumlah penduduk dengan angka saja, misalnya 880.000.';
  if (luas !== null && !fits('luas', luas)) wrong[2] = 'Tulis luas dalam km² dengan angka saja, misalnya 425,5.';
  return wrong.some(Boolean) ? { wrong } : { place: { daerah: '', penduduk, luas }, wrong };
}

function findRegion(name, { wilayah }) {
  const wanted = plain(name);
  const all = [...wilayah.values()];
  const exact = all.find(({ nama }) => plain(nama) === wanted);
  const short = all.filter(({ nama }) => plain(nama).replace(/^(?:kabupaten|kota|provinsi) /, '') === wanted.replace(/^kab /, ''));
  return exact ?? (short.length === 1 ? short[0] : null);
}

function plain(text) {
  return text.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}

/** A number as Indonesians write it ('880.000', '425,5'), null for nothing, NaN for what is none. */
function readNumber(text) {
  const typed = text.replace(/\s/g, '');
  if (!typed) return null;
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$|^\d+(?:,\d+)?$/.test(typed)) return Number(typed.replaceAll('.', '').replace(',', '.'));
  return /^\d+\.\d+$/.test(typed) ? Number(typed) : NaN;
}

/** Whether an address may carry it. */
function fits(key, value) {
  return readPlace(new URLSearchParams({ [key]: String(value) }))[key] !== null;
}
