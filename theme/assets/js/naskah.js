// Templates of letters and papers, filled with a plan: the same as catalog/naskah/templat.py does at build time.

const PLACE = /\{([a-z_]+)\}/g;
const OWN_KEYS = new Set(['jika', 'kecuali', 'butir_dari', 'baris_dari']);

const has = (value) => (Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== '');

/** Blocks of a template ({isian, blok}) with the values in their places; what is missing stays as […]. */
export function fill(template, values) {
  return template.blok
    .filter((block) => (!('jika' in block) || has(values[block.jika])) && !has(values[block.kecuali]))
    .map((block) => fillBlock(block, template, values));
}

function fillBlock(block, template, values) {
  const filled = {};
  for (const [key, value] of Object.entries(block)) {
    if (!OWN_KEYS.has(key)) filled[key] = fillValue(value, template, values);
  }
  if (has(values[block.butir_dari])) filled.butir = values[block.butir_dari];
  if (has(values[block.baris_dari])) filled.baris = values[block.baris_dari];
  return filled;
}

function fillValue(value, template, values) {
  if (typeof value === 'string') {
    return value.replace(PLACE, (_, name) => (has(values[name]) ? String(values[name]) : `[${template.isian[name]}]`));
  }
  return Array.isArray(value) ? value.map((item) => fillValue(item, template, values)) : value;
}
