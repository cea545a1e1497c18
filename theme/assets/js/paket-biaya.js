// On the package of an entry that names amounts: a field for one's own region, which fills the last column of the cost worksheet.
// What it needs is fetched when the field is first used; without a script the page states the method (catalog/pages/paket_tabel.py).

const HEADING = 'Lembar kerja biaya';
const root = new URL('../', import.meta.url);
const [id] = /[a-z0-9-]+\/[a-z0-9-]+(?=\/paket\/$)/.exec(location.pathname) ?? [];
const table = [...document.querySelectorAll('h2')].find(({ textContent }) => textContent === HEADING)?.nextElementSibling;

let asked; // what has been fetched, or is on its way
const make = (name, isian) => Object.assign(document.createElement(name), isian);

if (id && table) addField();

function addField() {
  const input = make('input', { id: 'kami', autocomplete: 'off', maxLength: 80, placeholder: 'nama daerah, atau jumlah penduduk' });
  const names = make('datalist', { id: 'daerah' });
  const said = make('span', { role: 'status' });
  input.setAttribute('list', names.id);
  const label = make('label', { textContent: 'Hitung untuk daerah kami ' });
  const line = make('p', { className: 'hitung' });
  label.append(input);
  line.append(label, names, said);
  table.before(line);
  const tell = async (isDone) => {
    try {
      said.textContent = fill(await ready(names), input.value, isDone);
    } catch (error) {
      console.error(error);
      said.textContent = 'Data tidak dapat dimuat. Periksa sambungan internet, lalu coba lagi.';
    }
  };
  input.addEventListener('focus', () => ready(names).catch(() => {}));
  input.addEventListener('input', () => tell(false));
  input.addEventListener('change', () => tell(true));
}

/** {cost, regions, biaya, asal}; a failed attempt is forgotten. */
function ready(names) {
  asked ??= load(names).catch((error) => {
    asked = undefined;
    throw error;
  });
  return asked;
}

async function load(names) {
  const [cost, { readRegions }, rows, { biaya }] = await Promise.all([import('./biaya.js'), import('./wilayah.js'), getJson('kunjungan/rencana/wilayah.json'), getJson(`data/v1/inovasi/${id}.json`)]);
  const regions = readRegions(rows);
  names.replaceChildren(...regions.all.map(({ nama }) => Object.assign(document.createElement('option'), { value: nama })));
  return { cost, regions, biaya, asal: regions.byId.get(id.split('/')[0])?.penduduk };
}

async function getJson(path) {
  const response = await fetch(new URL(path, root));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response.json();
}

/** Write the amounts for what was typed; gives the sentence that says what they are for or, when typing is done, what is wrong. */
function fill({ cost, regions, biaya, asal }, typed, isDone) {
  const { jiwa, nama = '', salah = '' } = read(cost, regions, typed);
  const rows = [...table.rows];
  const whose = jiwa ? `${nama && `${nama}, `}${jiwa.toLocaleString('id-ID')} jiwa` : '';
  rows[0].lastElementChild.textContent = whose ? `Daerah kami: ${whose}` : 'Daerah kami'; // printed, where the field is not
  rows.slice(1).forEach((row, place) => {
    row.lastElementChild.textContent = jiwa ? cost.ourCost(biaya[place], asal, jiwa) : '';
  });
  return whose ? `Dihitung untuk ${whose}; caranya di bawah tabel.` : isDone ? salah : '';
}

function read(cost, regions, typed) {
  if (!typed.trim()) return {};
  const people = cost.readPeople(typed);
  if (people.jiwa || people.salah) return people;
  const region = regions.find(typed);
  if (!region) return { salah: 'Belum cocok dengan nama daerah. Pilih dari daftar, atau tulis jumlah penduduk, misalnya 886.000.' };
  if (!region.penduduk) return { salah: `Penduduk ${region.nama} belum tercatat di katalog. Tulis jumlahnya, misalnya 886.000.` };
  return { jiwa: region.penduduk, nama: region.nama };
}
