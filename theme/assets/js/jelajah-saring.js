// Filtering and counting of rows: pure functions of the columns, without a document.

/** Facets and the columns whose chosen values are alternatives within them. Each of `ciri` is a facet by itself. */
const FACETS = [['wilayah', 'provinsi'], ['urusan'], ['tahapan'], ['status'], ['jenis'], ['bukti'], ['tahun'], ['biaya'], ['bentuk'], ['inisiator'], ['klasifikasi'], ['isi'], ['konfirmasi']];

/**
 * What the choice leaves of the candidates (`scores`: Map of rows, or null for all).
 *
 * `rows` match every facet. `counts[column][place]` is the number of entries one would see with that value: it follows the query and
 * the other facets, not its own. `without` has the number of entries when one facet alone is dropped, by its column, for `ciri` by
 * the id of the trait.
 */
export function filterRows(data, scores, pilih) {
  const counts = Object.fromEntries(Object.entries(data.nilai).map(([column, values]) => [column, new Int32Array(values.length)]));
  const facets = [
    ...FACETS.map((columns) => makeFacet(data, columns, pilih, counts)),
    ...data.nilai.ciri.map(([id], place) => makeTrait(data, id, place, pilih, counts)),
  ];
  const dropped = new Array(facets.length).fill(0);
  const rows = [];
  for (const row of scores ? scores.keys() : data.kolom.wilayah.keys()) {
    const failed = failure(facets, row);
    if (failed === null) continue;
    if (failed >= 0) {
      dropped[failed] += 1;
      facets[failed].count(row);
    } else {
      rows.push(row);
      for (const facet of facets) facet.count(row);
    }
  }
  return { rows, counts, without: Object.fromEntries(facets.map(({ name }, place) => [name, rows.length + dropped[place]])) };
}

/** -1 when every facet lets the row pass, the place of the one that does not, null when several do not. */
function failure(facets, row) {
  let failed = -1;
  for (let place = 0; place < facets.length; place += 1) {
    if (facets[place].test && !facets[place].test(row)) {
      if (failed >= 0) return null;
      failed = place;
    }
  }
  return failed;
}

function makeFacet(data, columns, pilih, counts) {
  const parts = columns.map((column) => {
    const wanted = new Set([...pilih[column]].map((id) => data.places[column].get(id)));
    return { cells: data.kolom[column], more: data.lain[column], counts: counts[column], wanted };
  });
  const chosen = parts.filter(({ wanted }) => wanted.size);
  const holds = ({ cells, more, wanted }, row) => wanted.has(cells[row]) || more.get(row)?.some((place) => wanted.has(place));
  return {
    name: columns[0],
    test: chosen.length ? (row) => chosen.some((part) => holds(part, row)) : null,
    count(row) {
      for (const part of parts) {
        if (part.cells[row] >= 0) part.counts[part.cells[row]] += 1;
        for (const place of part.more.get(row) ?? []) part.counts[place] += 1;
      }
    },
  };
}

function makeTrait(data, id, place, pilih, counts) {
  const holds = (row) => data.kolom.ciri[row] & (1 << place);
  return {
    name: id,
    test: pilih.ciri.has(id) ? holds : null,
    count(row) {
      if (holds(row)) counts.ciri[place] += 1;
    },
  };
}
