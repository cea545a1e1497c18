// The draft in this browser, and the one before it; nothing is stored before somebody has chosen or typed something.

import { root } from './keranjang.js';
import { isUntouched, tidyPlan } from './rencana-isi.js';

const KEY = `rencana:${root.pathname}`;
const BEFORE = `${KEY}:sebelumnya`;

export const readDraft = () => read(KEY);
export const readBefore = () => read(BEFORE);

/** False where the browser keeps nothing: then the plan lasts as long as the page. */
export function keepDraft(plan) {
  return write(KEY, plan);
}

/** Remember the plan that another one takes the place of, so that it can be had back. */
export function keepBefore(plan) {
  if (!isUntouched(plan)) write(BEFORE, plan);
}

export function forgetAll() {
  for (const key of [KEY, BEFORE]) {
    try {
      localStorage.removeItem(key);
    } catch {
      // where nothing can be stored there is nothing to remove
    }
  }
}

function read(key) {
  try {
    const stored = localStorage.getItem(key);
    return stored === null ? null : tidyPlan(JSON.parse(stored));
  } catch {
    return null;
  }
}

function write(key, plan) {
  try {
    if (isUntouched(plan)) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(plan));
    return true;
  } catch {
    return false;
  }
}
