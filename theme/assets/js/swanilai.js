// What if: the form of /wilayah/<wilayah>/swanilai/ counts the steps of the index again. The page holds the same steps
// without it; entries tell their levels in `data-pola`, the editions are fetched (catalog/swanilai/edisi_peramban.py).

import { hundredths, maturity, place, raise, simulate, whole, wording } from './swanilai-hitung.js';

const TIDAK_DIKETAHUI = 'belum diketahui untuk edisi ini';
const form = document.getElementById('andai');
const cell = (id) => document.getElementById(id);

if (form) {
  const answer = await fetch('../../../swanilai/edisi.json');
  const data = await answer.json();
  const entries = [...document.querySelectorAll('details[data-pola]')].map(({ dataset }) => ({
    pola: dataset.pola,
    jendela: dataset.jendela === 'ya',
  }));
  fill(form.elements.edisi, data.edisi);
  fill(form.elements.indikator, data.indikator);
  form.hidden = false;
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', () => show(read(), data, entries));
}

const batch = document.getElementById('unduh-laporan');

if (batch) {
  batch.hidden = false;
  batch.addEventListener('click', async () => {
    const { downloadReports } = await import('./swanilai-unduh.js');
    const addresses = [...document.querySelectorAll('#entri details > p:first-of-type > a')].map(({ href }) => href);
    batch.disabled = true;
    await downloadReports(addresses, location.pathname.split('/').at(-3), (text) => { cell('unduh-kabar').textContent = text; });
    batch.disabled = false;
  });
}

function fill(list, rows) {
  list.append(...rows.map(({ nama }, place) => new Option(nama, place)));
}

/** What the form says; a field that holds no usable number is marked, and counts as 0. */
function read() {
  const number = (name, parse) => {
    const field = form.elements[name];
    const value = field.value.trim() === '' ? 0 : parse(field.value, Number(field.dataset.maks));
    field.setAttribute('aria-invalid', String(value === null));
    return value ?? 0;
  };
  return {
    edisi: Number(form.elements.edisi.value),
    spd: number('spd', hundredths),
    jendela: form.elements.jendela?.checked ?? false,
    tambahan: number('tambahan', whole),
    poin: number('poin', whole),
    yandas: number('yandas', whole),
    indikator: Number(form.elements.indikator.value),
    level: Number(form.elements.level.value),
  };
}

function show(asked, data, entries) {
  const edition = data.edisi[asked.edisi];
  const bobot = data.indikator.map((row) => row.bobot);
  const counted = entries.filter((entry) => !asked.jendela || entry.jendela);
  const score = ({ pola }) => maturity(asked.indikator < 0 ? pola : raise(pola, asked.indikator, asked.level), bobot);
  const total = counted.reduce((sum, entry) => sum + score(entry), 0) + asked.tambahan * asked.poin;
  const steps = simulate(counted.length + asked.tambahan, total, asked.yandas, asked.spd, edition.rumus);
  write(steps, asked, edition, data.edisi[0].nama);
}

function write(steps, asked, { rumus, predikat, nama }, sekarang) {
  const known = (value) => (value === null ? TIDAK_DIKETAHUI : wording(value));
  const put = (id, value, how) => {
    cell(`${id}-nilai`).textContent = value;
    if (how !== undefined) cell(`${id}-cara`).textContent = how;
  };
  put('jumlah', String(steps.jumlah), asked.tambahan ? `${steps.jumlah - asked.tambahan} di katalog + ${asked.tambahan} tambahan` : 'dari daftar di bawah');
  put('total', wording(steps.total * 100), `poin menurut indikator ${sekarang}${asked.tambahan ? `, termasuk ${asked.tambahan} × ${asked.poin}` : ''}`);
  put('pembagi', String(steps.pembagi), `yang lebih besar dari ${rumus.pembagi} dan ${steps.jumlah}`);
  put('rata', wording(steps.rata), `${wording(steps.total * 100)} ÷ ${steps.pembagi}`);
  put('bonus', known(steps.bonus), bonusWay(steps, asked, rumus));
  put('sid', known(steps.sid), steps.sid === null ? '' : `${wording(steps.rata)} + ${wording(steps.bonus)}; paling tinggi ${rumus.maksimum_sid}`);
  put('spd', wording(steps.spd), 'yang Anda tulis; katalog ini tidak mengetahuinya');
  const way = steps.iid === null ? '' : `(${wording(steps.spd)} + ${wording(steps.sid)}) ÷ ${rumus.maksimum} × 100`;
  put('iid', known(steps.iid), way);
  const label = steps.iid === null ? '' : ` Angka itu ada di rentang ${place(steps.iid, predikat)} bagi daerah.`;
  cell('tabel-hitung').textContent = `Langkah hitungan, swanilai edisi ${nama}`;
  cell('andai-hasil').textContent = `Edisi ${nama}: simulasi indeks ${known(steps.iid)}.${label} Swanilai, bukan nilai resmi.`;
}

function bonusWay(steps, asked, rumus) {
  if (steps.bonus === null) return '';
  if (asked.yandas < rumus.yandas_minimal) return `0, karena baru ${asked.yandas} dari ${rumus.yandas_minimal} urusan pelayanan dasar yang disyaratkan`;
  return `${Math.min(steps.jumlah, rumus.batas_jumlah)} × ${wording(rumus.seperseratus_jumlah)}; paling banyak ${rumus.batas_jumlah} inovasi`;
}
