// The orders of the results. One object each: to add an order, add it to ORDERS (docs/search.md).

import { loadNameRanks } from './jelajah-kolom.js';
import { number } from './jelajah-unsur.js';

/**
 * `fits(state)`: may it be chosen now. `prepare({data, scores, state})` gives, or promises, `compare(a, b)` of two rows, and `reason(row)`
 * where a card says why it stands where it does. Ties go by date, then by place in the catalogue, so that the order is always the same.
 */
const ORDERS = [
  { id: 'relevan', label: 'Paling sesuai', fits: ({ q }) => Boolean(q), prepare: ({ scores }) => ({ compare: (a, b) => scores.get(b) - scores.get(a) }) },
  { id: 'terbaru', label: 'Terbaru', fits: () => true, prepare: () => ({ compare: () => 0 }) },
  { id: 'nama', label: 'Nama A–Z', fits: () => true, prepare: byName },
  { id: 'bukti', label: 'Bukti terkuat', fits: () => true, prepare: byEvidence },
  { id: 'kelengkapan', label: 'Paling lengkap', fits: () => true, prepare: byCompleteness },
  { id: 'serupa', label: 'Daerah serupa', fits: () => true, prepare: bySimilarity },
];

async function byName({ data }) {
  const ranks = await loadNameRanks(data);
  return { compare: (a, b) => ranks[a] - ranks[b] };
}

async function bySimilarity(asked) {
  return (await import('./jelajah-serupa.js')).bySimilarity(asked);
}

function byEvidence({ data }) {
  const { bukti } = data.kolom;
  const { kelengkapan } = data.urut;
  return { compare: (a, b) => bukti[b] - bukti[a] || kelengkapan[b] - kelengkapan[a] };
}

function byCompleteness({ data }) {
  const { kelengkapan } = data.urut;
  return {
    compare: (a, b) => kelengkapan[b] - kelengkapan[a],
    reason: (row) => `${number(kelengkapan[row])} dari ${number(data.isian)} isian terisi`,
  };
}

/** The orders that may be chosen now: [id, label]. */
export function ordersFor(state) {
  return ORDERS.filter((order) => order.fits(state)).map(({ id, label }) => [id, label]);
}

/** The order to use when `id` was asked for: a query is sorted by fit, a list without one by date. */
export function knownOrder(id, state) {
  return ordersFor(state).some(([known]) => known === id) ? id : usualOrder(state);
}

export function usualOrder({ q }) {
  return q ? 'relevan' : 'terbaru';
}

/** {rows in the order of the state, reason: row → sentence or null}. */
export async function sortRows(data, rows, state, scores) {
  const { compare, reason = () => null } = await ORDERS.find(({ id }) => id === state.urut).prepare({ data, scores, state });
  const { terbaru } = data.urut;
  return { rows: [...rows].sort((a, b) => compare(a, b) || terbaru[b] - terbaru[a] || a - b), reason };
}
