// Picking entries: the basket in this browser, the buttons on cards, lines and entry pages, the bar that leads to /bandingkan/.
// Every page loads this, so it stays small. It keeps ids only, and nothing before the first pick (docs/bandingkan.md).

export const MOST_COMPARED = 4;
export const MOST_KEPT = 20;

/** The site's root: this file lies in `assets/`. */
export const root = new URL('../', import.meta.url);

const KEY = `keranjang:${root.pathname}`; // several catalogues may live on one host
const ID = /^[a-z0-9-]{1,99}\/[a-z0-9-]{1,99}$/;
const ADDRESS = /(?:^|\/)inovasi\/([a-z0-9-]+\/[a-z0-9-]+)\/?(?:[?#]|$)/;

const isComparing = document.querySelector('#bandingkan, #rencana') !== null; // those pages show their choice themselves

let unsaved = null; // the basket where the browser keeps nothing: it lasts as long as the page
let bar;
let status;

/** Has the text the shape of an entry's id? Whether there is such an entry is another question. */
export const isId = (text) => ID.test(text);

/** The id of the entry whose page has this address, or null. */
export function idOf(address) {
  const id = ADDRESS.exec(address)?.[1];
  return id && isId(id) ? id : null;
}

/** Ids in the order in which they were picked; whatever else is stored there is as good as nothing. */
export function readBasket() {
  if (unsaved) return unsaved;
  try {
    return tidy(JSON.parse(localStorage.getItem(KEY)));
  } catch {
    return [];
  }
}

/** Keep these ids, at most MOST_KEPT; false when the browser keeps nothing, and they last as long as the page. */
export function writeBasket(ids) {
  const kept = tidy(ids);
  try {
    if (kept.length) localStorage.setItem(KEY, JSON.stringify(kept));
    else localStorage.removeItem(KEY);
    unsaved = null;
  } catch {
    unsaved = kept;
  }
  draw();
  return !unsaved;
}

/** Call `act` when another tab has changed the basket, or this page is shown again. */
export function onChangeElsewhere(act) {
  addEventListener('storage', ({ key }) => (key === KEY || key === null) && act());
  addEventListener('pageshow', ({ persisted }) => persisted && act());
}

function tidy(value) {
  const ids = Array.isArray(value) ? value.filter((id) => typeof id === 'string' && isId(id)) : [];
  return [...new Set(ids)].slice(0, MOST_KEPT);
}

function make(name, className, text = '') {
  const element = document.createElement(name);
  if (name === 'button') element.type = 'button';
  element.className = className;
  element.textContent = text;
  return element;
}

function makePick(id, name, className, isPicked) {
  const button = make('button', className, 'Bandingkan');
  button.dataset.pilih = id;
  button.setAttribute('aria-label', `Bandingkan ${name}`);
  button.setAttribute('aria-pressed', isPicked);
  button.addEventListener('click', () => toggle(id, name));
  return button;
}

/** A button on every card or line of an entry that has none yet; they may be drawn anew at any time. */
function addToLists() {
  const picked = readBasket();
  for (const item of document.querySelectorAll('.kartu, .daftar-ringkas > li, .uraian-daftar > li')) {
    const link = item.querySelector('.kartu__nama a, :scope > a:first-child, .uraian-daftar__nama a');
    const id = link && !item.querySelector('.kartu__pilih') && idOf(link.href);
    if (id) item.append(makePick(id, link.textContent.trim(), 'kartu__pilih', picked.includes(id)));
  }
}

function addToEntry() {
  const id = idOf(location.href);
  const head = id && document.querySelector('.kepala .bukti')?.closest('.kepala'); // an old address, which only leads on, has none
  if (!head) return;
  const line = make('p', 'tombol-daftar');
  line.append(makePick(id, head.querySelector('h1').firstChild.textContent.trim(), 'tombol tombol--sekunder', readBasket().includes(id)), makeVisit([id]));
  head.append(line);
}

function makeVisit(ids) {
  const link = make('a', 'tombol tombol--sekunder');
  link.append(make('span', '', 'Rencanakan'), ' ', make('span', '', 'kunjungan')); // a phone's bar shows the second word alone
  link.href = visitAddress(ids);
  return link;
}

const visitAddress = (ids) => `${root.pathname}kunjungan/rencana/?${ids.map((id) => `entri=${id}`).join('&')}`;

function toggle(id, name) {
  const ids = readBasket();
  const isPicked = ids.includes(id);
  if (!isPicked && ids.length >= MOST_KEPT) {
    announce(`Sudah ${MOST_KEPT} inovasi terpilih. Lepaskan satu dulu.`);
    return;
  }
  const isKept = writeBasket(isPicked ? ids.filter((other) => other !== id) : [...ids, id]);
  const note = isKept ? '' : ' Peramban ini tidak menyimpan pilihan, jadi pilihan hanya berlaku di halaman ini.';
  announce(`${name} ${isPicked ? 'dilepas' : 'dipilih'}. ${countSentence(readBasket().length)}.${note}`);
}

function countSentence(count) {
  if (count <= MOST_COMPARED) return `Dibandingkan: ${count} dari ${MOST_COMPARED}`;
  return `Terpilih: ${count}, dibandingkan ${MOST_COMPARED} pertama`;
}

function empty() {
  writeBasket([]);
  document.getElementById('isi').focus({ preventScroll: true }); // the button that had the focus is gone
  announce('Pilihan dikosongkan.');
}

function draw() {
  const ids = readBasket();
  for (const button of document.querySelectorAll('[data-pilih]')) {
    button.setAttribute('aria-pressed', ids.includes(button.dataset.pilih));
  }
  if (isComparing || (!bar && !ids.length)) return;
  bar ??= makeBar();
  bar.hidden = !ids.length;
  document.documentElement.classList.toggle('ada-keranjang', ids.length);
  const [text, link, visit] = bar.firstChild.children;
  text.textContent = countSentence(ids.length);
  link.href = `${root.pathname}bandingkan/?${ids.slice(0, MOST_COMPARED).map((id) => `inovasi=${id}`).join('&')}`;
  visit.href = visitAddress(ids);
}

function makeBar() {
  const clear = make('button', 'tombol tombol--sekunder', 'Kosongkan');
  clear.addEventListener('click', empty);
  const box = make('div', 'keranjang__isi');
  box.append(make('p', ''), make('a', 'tombol', 'Bandingkan'), makeVisit([]), clear);
  const section = make('section', 'keranjang');
  section.setAttribute('aria-label', 'Inovasi yang dipilih');
  section.append(box);
  status = make('p', 'tersembunyi');
  status.setAttribute('role', 'status');
  document.body.append(status, section);
  return section;
}

/** A status line is heard only if it was there before its text. */
function announce(sentence) {
  setTimeout(() => {
    if (status) status.textContent = sentence;
  }, 150);
}

if (!isComparing) {
  addToEntry();
  addToLists();
  draw();
  onChangeElsewhere(draw);
  new MutationObserver(addToLists).observe(document.getElementById('isi'), { childList: true, subtree: true });
}
