// /lapor/: the reports of the entry in the address, field by field, each to be copied. Docs: docs/iid.md.

import { readFields, readPart } from './lapor-baca.js';

const ID = /(?:^|inovasi[/=])([a-z0-9-]+)\/([a-z0-9-]+)\/?(?:[?#].*)?$/;
const place = document.getElementById('lapor');
const news = document.getElementById('lapor-kabar');
const asked = new URLSearchParams(location.search).get('inovasi') ?? '';

if (asked) start(asked.trim()).then(() => place.toggleAttribute('data-siap', true));

async function start(text) {
  const match = ID.exec(text);
  document.getElementById('inovasi').value = text;
  if (!match) return say('Tautan itu bukan halaman inovasi di katalog ini.');
  say('Mengambil berkas laporan …');
  const [, wilayah, slug] = match;
  const folder = `../inovasi/${wilayah}/${slug}/`;
  try {
    const files = [`${folder}iid-${slug}.docx`, `${folder}kipp-${slug}.docx`];
    const groups = (await Promise.all(files.map(fields))).flat();
    place.replaceChildren(head(folder, files, groups), ...groups.map(section));
    say('Tiap isian di bawah ini siap disalin.');
  } catch {
    say('Laporannya tidak ada: entri itu tidak ditemukan, atau baru namanya yang tercatat.');
  }
  return undefined;
}

async function fields(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  return readFields(await readPart(await answer.arrayBuffer(), 'd.xml'));
}

function say(text) {
  news.textContent = text;
}

function make(name, properties = {}, ...inner) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...inner);
  return element;
}

function head(folder, files, groups) {
  const rows = groups.flatMap(([, inner]) => inner);
  const filled = rows.filter(([, text]) => !isOpen(text)).length;
  const links = files.map((href, at) => make('a', { className: 'tombol tombol--sekunder', href, download: '' }, at ? 'Unduh proposal KIPP' : 'Unduh profil IID'));
  return make('div', {},
    make('p', {}, `${filled} dari ${rows.length} isian sudah ada isinya. `, make('a', { href: folder }, 'Halaman entri'), '.'),
    make('p', { className: 'tombol-daftar' }, links[0], ' ', links[1]));
}

function section([heading, rows]) {
  const part = make('section', { className: 'bagian' }, make('h2', {}, heading), make('dl', { className: 'prosa salin' }));
  for (const [label, text] of rows) {
    const value = make('dd', {}, make('p', { className: isOpen(text) ? 'belum' : '' }, ...lines(isOpen(text) ? text.slice(1, -1) : text)));
    if (!isOpen(text)) value.append(button(label, text));
    part.lastChild.append(make('dt', {}, label), value);
  }
  return part;
}

function lines(text) {
  return text.split('\n').flatMap((line, at) => (at ? [document.createElement('br'), line] : [line]));
}

/** Nothing but a place to fill in. */
function isOpen(text) {
  return /^\[[^[\]]*\]$/.test(text);
}

function button(label, text) {
  const made = make('button', { type: 'button', className: 'tombol tombol--sekunder' }, 'Salin');
  made.setAttribute('aria-label', `Salin ${label}`);
  made.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      say(`Tersalin: ${label}.`);
      made.textContent = 'Tersalin';
    } catch {
      getSelection().selectAllChildren(made.previousSibling);
      say('Peramban menolak menyalin; teksnya sudah dipilih, tekan Ctrl+C.');
    }
  });
  return made;
}
