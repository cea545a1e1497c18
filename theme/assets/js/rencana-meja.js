// The desk of documents: which one is in view, and what the buttons of each do.

import { announce } from './rencana-papan.js';
import { documentsOf, drawDocuments, drawPreview, saveDocx } from './rencana-dokumen.js';

const byId = (id) => document.getElementById(id);

/** `{draw}`; `getState()` gives the present state. The list is drawn anew only when its documents are others. */
export function makeDesk(letters, getState) {
  const list = byId('rencana-naskah');
  const view = byId('rencana-pratinjau');
  let chosen = '';

  const documents = () => documentsOf(letters, getState());
  const find = (key) => documents().find(({ kunci }) => kunci === key);

  function draw() {
    const all = documents();
    const doc = all.find(({ kunci }) => kunci === chosen) ?? all[0];
    chosen = doc.kunci;
    const keys = all.map(({ kunci, tuan }) => `${kunci} ${tuan?.nama}`).join();
    if (list.dataset.kunci !== keys) drawDocuments(list, all, chosen, { show, docx: save, print: printOne });
    list.dataset.kunci = keys;
    drawPreview(view, doc, letters, getState());
  }

  function show(key) {
    chosen = key;
    for (const button of list.querySelectorAll('[data-lihat]')) button.setAttribute('aria-pressed', String(button.dataset.lihat === key));
    draw();
    view.focus({ preventScroll: true });
    view.scrollIntoView({ block: 'nearest' });
  }

  function printOne(key) {
    show(key);
    document.documentElement.classList.add('cetak-naskah'); // the looks print this document alone
    print();
  }

  async function save(key) {
    try {
      await saveDocx(find(key), letters, getState());
      announce('Dokumen diunduh.');
    } catch (error) {
      console.error(error);
      announce('Dokumen tidak dapat dibuat. Periksa sambungan internet, lalu coba lagi.');
    }
  }

  addEventListener('afterprint', () => document.documentElement.classList.remove('cetak-naskah'));
  return { draw };
}
