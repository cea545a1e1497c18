// The one allowed value that a mistyped one surely means, or none; names that are nearly equal. Twins of catalog/validation/nearest.py
// and of the likeness in duplicates.py.

/** The id of `allowed` (rows of [id, label]) that `typed` surely means, else ''. */
export function nearest(typed, allowed) {
  const wanted = letters(typed);
  if (!wanted) return '';
  const same = allowed.filter(([id, label]) => wanted === letters(id) || wanted === letters(label));
  if (same.length) return same.length === 1 ? same[0][0] : '';
  if (wanted.length < 4) return '';
  const slips = wanted.length < 8 ? 1 : 2;
  const near = allowed
    .filter(([id]) => Math.abs(id.length - wanted.length) < slips + 20)
    .map(([id]) => [Math.min(distance(wanted, letters(id)), slips + 1), id])
    .sort((a, b) => a[0] - b[0] || (a[1] < b[1] ? -1 : 1));
  if (!near.length || near[0][0] > slips) return '';
  return near.length === 1 || near[1][0] > near[0][0] ? near[0][1] : '';
}

const letters = (text) => text.normalize('NFKD').replace(/[^\x00-\x7f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '');

/** Slips between two words: a letter wrong, missing, too many, or two neighbours exchanged (Damerau and Levenshtein, unrestricted). */
function distance(a, b) {
  const last = new Map();
  const far = a.length + b.length;
  const rows = [Array(b.length + 2).fill(far), [far, ...Array.from({ length: b.length + 1 }, (_, n) => n)]];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [far, i];
    let match = 0;
    for (let j = 1; j <= b.length; j += 1) {
      const k = last.get(b[j - 1]) ?? 0;
      const l = match;
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      if (!cost) match = j;
      row.push(Math.min(rows[i][j] + cost, row[j] + 1, rows[i][j + 1] + 1, rows[k][l] + (i - k - 1) + 1 + (j - l - 1)));
    }
    last.set(a[i - 1], i);
    rows.push(row);
  }
  return rows[a.length + 1][b.length + 1];
}

/** How alike two keys are, 0 to 100: twice the letters they share in order, of all their letters. */
export function likeness(a, b) {
  let row = Array(b.length + 1).fill(0);
  for (const sign of a) {
    const next = [0];
    for (let j = 1; j <= b.length; j += 1) next.push(sign === b[j - 1] ? row[j - 1] + 1 : Math.max(row[j], next[j - 1]));
    row = next;
  }
  return a.length + b.length ? (200 * row[b.length]) / (a.length + b.length) : 100;
}

/** A text as part of an address: "Dinas P & K" → dinas-p-k. */
export const makeSlug = (text) => text.normalize('NFKD').replace(/[^\x00-\x7f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
