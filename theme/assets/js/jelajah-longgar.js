// What can be dropped from a search that found nothing, and how many entries that gives.

import { choose, COLUMNS, copyChoice, countChosen, noChoice } from './jelajah-keadaan.js';
import { filterRows } from './jelajah-saring.js';
import { usualOrder } from './jelajah-urut.js';

/**
 * The ways on that lead to something, as {label, count, changes}: without one facet, the most entries first, without all of them,
 * without the query. `without` is that of `filterRows`, `scores` the rows that the query finds, null without one.
 */
export function waysOn({ q, pilih }, { without }, scores, data) {
  const ways = droppable(pilih, data)
    .filter(({ facet }) => without[facet])
    .map(({ facet, label, rest }) => ({ label: `Tanpa filter ${label}`, count: without[facet], changes: { pilih: rest } }))
    .sort((a, b) => b.count - a.count);
  const all = scores ? scores.size : data.jumlah;
  if (all && countChosen(pilih) && (ways.length !== 1 || ways[0].count !== all)) {
    ways.push({ label: 'Tanpa semua filter', count: all, changes: { pilih: noChoice() } });
  }
  const withoutQuery = q ? filterRows(data, null, pilih).rows.length : 0;
  if (withoutQuery && withoutQuery < data.jumlah) {
    ways.push({ label: 'Tanpa kata pencarian', count: withoutQuery, changes: { q: '', urut: usualOrder({ q: '' }) } });
  }
  return ways;
}

/** Each chosen facet with what is left when it is dropped; each of `ciri` is one by itself. */
function droppable(pilih, data) {
  const columns = COLUMNS.filter((column) => !['provinsi', 'ciri'].includes(column));
  const facets = columns.map((column) => ({ facet: column, label: column, rest: without(pilih, column) }));
  const traits = data.nilai.ciri.map(([id, label]) => ({ facet: id, label: `“${label}”`, rest: choose(pilih, 'ciri', id, false, data) }));
  return [...facets, ...traits].filter(({ rest }) => countChosen(rest) < countChosen(pilih));
}

function without(pilih, column) {
  const rest = copyChoice(pilih);
  rest[column].clear();
  if (column === 'wilayah') rest.provinsi.clear();
  return rest;
}
