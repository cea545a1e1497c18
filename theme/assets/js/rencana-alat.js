// Taking the plan along: link, file, calendar, and the record for the catalogue.

import { copy } from './bandingkan-salin.js';
import { saveFile } from './rencana-dokumen.js';
import { writeIcs } from './rencana-ics.js';
import { readFile, writeFile } from './rencana-isi.js';
import { recordFile, recordText } from './rencana-laporan.js';
import { daysToRemember } from './rencana-naskah.js';
import { announce } from './rencana-papan.js';
import { writeHash } from './rencana-tautan.js';

const byId = (id) => document.getElementById(id);
const REFUSED = 'Peramban tidak mengizinkan penyalinan.';

/** Wire the buttons; `getState()` gives the present state, `open(plan)` takes another plan, `blame(sentence)` is for the file's field. */
export function wireTools(getState, open, blame) {
  const onClick = (id, act) => byId(id).addEventListener('click', act);

  onClick('yaml-salin', async () => {
    const isDone = await copy(recordText(getState().kunjungan), '');
    announce(isDone ? 'Catatan disalin.' : `${REFUSED} Blok teksnya, lalu salin dengan Ctrl+C.`);
  });
  onClick('yaml-unduh', () => {
    saveFile(recordFile(getState().kunjungan), 'kunjungan.yml', 'text/yaml');
    announce('Catatan diunduh.');
  });
  onClick('tautan-salin', async () => {
    const link = location.origin + location.pathname + writeHash(getState().plan);
    announce((await copy(link, '')) ? 'Tautan rencana disalin.' : `${REFUSED} Tautannya: ${link}`);
  });
  onClick('berkas-simpan', () => {
    saveFile(writeFile(getState().plan), 'rencana-kunjungan.json', 'application/json');
    announce('Berkas rencana disimpan.');
  });
  byId('berkas').addEventListener('change', async (event) => {
    const field = event.target;
    const [file] = field.files;
    if (!file) return;
    const { rencana, salah } = readFile(await file.text());
    field.value = '';
    blame(salah ?? '');
    if (rencana) open(rencana);
  });
}

export function saveCalendar(state) {
  saveFile(writeIcs(state.janji, daysToRemember(state, state.batas), new Date(), location.hostname), 'agenda-kunjungan.ics', 'text/calendar');
  announce('Agenda diunduh.');
}
