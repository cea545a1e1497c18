// The draft: kept in this browser alone, as long as it keeps anything. Photos are not kept.

import { root } from './keranjang.js';

const PREFIX = `borang:${root.pathname}:`;
const VERSION = 1;

const keyOf = ({ jenis, entri }) => `${PREFIX}${jenis}:${entri || 'baru'}`;

/** Keep the state; returns whether the browser took it. */
export function saveDraft(keadaan) {
  const { wilayah, slug, data, badan, asli, entri, borang } = keadaan;
  const draft = { v: VERSION, wilayah, slug, data, badan, asli, entri, waktu: new Date().toISOString() };
  try {
    localStorage.setItem(keyOf({ jenis: borang.id, entri }), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** The draft of a form, or null; whatever else is stored there is as good as nothing. */
export function readDraft(where) {
  try {
    const draft = JSON.parse(localStorage.getItem(keyOf(where)));
    const isSound = draft?.v === VERSION && isMapping(draft.data) && isMapping(draft.badan)
      && ['wilayah', 'slug', 'asli', 'entri'].every((key) => typeof draft[key] === 'string');
    return isSound ? draft : null;
  } catch {
    return null;
  }
}

export function removeDraft(where) {
  try {
    localStorage.removeItem(keyOf(where));
  } catch {
    // nothing is kept anyway
  }
}

const isMapping = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
