// The columns of the catalogue and the texts of its cards, as catalog/search/{facets,cells,cards}.py write them.

import { getJson, getOnce } from './jelajah-ambil.js';

const NOTHING = new Map();

/**
 * saringan.json, made ready: `kolom[column][row]` is the place of the row's value in `nilai[column]`, -1 where it is not known
 * (ciri: bits); `lain[column]` maps a row to its further places; `places[column]` leads from an id to its place.
 */
export function loadColumns() {
  return getOnce('saringan.json', async () => prepare(await getJson('saringan.json', 'no-cache'))); // rows and cards are of one build
}

function prepare(data) {
  const provinceOf = data.nilai.wilayah.map((region) => region[2]);
  data.nilai.provinsi = data.provinsi;
  data.kolom = convert(data.kolom, readCells);
  data.kolom.provinsi = data.kolom.wilayah.map((place) => provinceOf[place]);
  data.urut = convert(data.urut, readCells);
  data.lain = convert(data.lain, (rows) => new Map(Object.entries(rows).map(([row, cells]) => [Number(row), [...readCells(cells)]])));
  for (const column of Object.keys(data.kolom)) data.lain[column] ??= NOTHING;
  data.places = convert(data.nilai, (values) => new Map(values.map(([id], place) => [id, place])));
  return data;
}

function convert(table, change) {
  return Object.fromEntries(Object.entries(table).map(([name, value]) => [name, change(value)]));
}

/** One number a sign: catalog/search/cells.py. */
function readCells(text) {
  const cells = new Int32Array(text.length);
  for (let row = 0; row < cells.length; row += 1) {
    const sign = text.charCodeAt(row);
    cells[row] = sign - (sign > 92 ? 37 : 36);
  }
  return cells;
}

/** The place of every row in the order of names. */
export function loadNameRanks(data) {
  return getOnce(`urut-nama.json?v=${data.tanda}`);
}

/** Cards of the given rows, in their order: {id, nama, kepanjangan, tahun, ringkasan}. Those of the first view lie in one file. */
export async function loadCards(rows, data) {
  if (rows.every((row) => data.awal.includes(row))) {
    const cards = await getOnce(`kartu/awal.json?v=${data.tanda}`);
    return rows.map((row) => readCard(cards[data.awal.indexOf(row)]));
  }
  const size = data.per_kartu;
  const files = await Promise.all(rows.map((row) => getOnce(`kartu/${Math.floor(row / size)}.json?v=${data.tanda}`)));
  return rows.map((row, place) => readCard(files[place][row % size]));
}

function readCard([id, nama, kepanjangan, tahun, ringkasan]) {
  return { id, nama, kepanjangan, tahun, ringkasan };
}
