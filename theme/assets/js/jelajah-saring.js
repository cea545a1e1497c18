// Filtering, counting and sorting of rows: pure functions of the columns, without a document.

/** Facets and the columns whose chosen values are alternatives within them. */
const GROUPS = [['wilayah', 'provinsi'], ['urusan'], ['tahapan'], ['jenis'], ['bukti'], ['tahun']];

/**
 * What the choice leaves of the candidates (`scores`: Map of rows, or null for all).
 *
 * `rows` match every facet. `counts[column][place]` is the number of entries one would see with that value: it follows the query and
 * the other facets, not its own. `without[column]` is the number of entries when that facet alone is dropped.
 */
export function filterRows(data, scores, pilih) {
  const tests = GROUPS.map((columns) => makeTest(data, columns, pilih));
  const counts = {};
  for (const column of GROUPS.flat()) counts[column] = new Array(data.nilai[column].length).fill(0);
  const without = new Array(GROUPS.length).fill(0);
  const rows = [];
  for (const row of scores ? scores.keys() : data.kolom.wilayah.keys()) {
    const failed = failures(tests, row);
    if (failed === null) continue;
    if (failed < 0) rows.push(row);
    else without[failed] += 1;
    GROUPS.forEach((columns, group) => {
      if (failed < 0 || failed === group) for (const column of columns) countCell(counts[column], data.kolom[column][row]);
    });
  }
  return { rows, counts, without: Object.fromEntries(GROUPS.map(([column], group) => [column, rows.length + without[group]])) };
}

/** -1 when every test passes, the number of the one that fails, null when several fail. */
function failures(tests, row) {
  let failed = -1;
  for (let group = 0; group < tests.length; group += 1) {
    if (tests[group] && !tests[group](row)) {
      if (failed >= 0) return null;
      failed = group;
    }
  }
  return failed;
}

function makeTest(data, columns, pilih) {
  const active = columns.filter((column) => pilih[column].size);
  if (!active.length) return null;
  const wanted = active.map((column) => [data.kolom[column], new Set([...pilih[column]].map((id) => data.places[column].get(id)))]);
  return (row) => wanted.some(([cells, places]) => holds(cells[row], places));
}

function holds(cell, places) {
  return typeof cell === 'number' ? places.has(cell) : cell.some((place) => places.has(place));
}

function countCell(counts, cell) {
  for (const place of typeof cell === 'number' ? [cell] : cell) if (place >= 0) counts[place] += 1;
}

/** The rows in the order asked for; ties go by date, then by place in the catalogue, so that the order is always the same. */
export function sortRows(data, rows, urut, scores) {
  const { terbaru, nama, kelengkapan } = data.urut;
  const bukti = data.kolom.bukti;
  const newest = (a, b) => terbaru[b] - terbaru[a] || a - b;
  const orders = {
    relevan: (a, b) => scores.get(b) - scores.get(a) || newest(a, b),
    terbaru: newest,
    nama: (a, b) => nama[a] - nama[b],
    bukti: (a, b) => bukti[b] - bukti[a] || kelengkapan[b] - kelengkapan[a] || newest(a, b),
    kelengkapan: (a, b) => kelengkapan[b] - kelengkapan[a] || newest(a, b),
  };
  return [...rows].sort(orders[urut]);
}
