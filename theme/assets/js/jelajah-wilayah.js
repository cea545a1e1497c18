// The search within the facet of regions: it hides boxes of the list, which stay real boxes, and says how many fit.

import { make, number } from './jelajah-unsur.js';

const SAY_PAUSE_MS = 400;

/** The field above the list of provinces and regions; `options` are those of the panel, `redraw` shows and hides them. */
export function makeRegionSearch(options, list, redraw) {
  const provinces = options.filter(({ inner }) => inner);
  const input = make('input', { type: 'search', id: 'saring-wilayah', autocomplete: 'off', maxlength: '60' });
  const said = make('p', { class: 'saring__arti', 'aria-live': 'polite' });
  let saying;
  const search = () => {
    const wanted = plain(input.value);
    for (const province of provinces) fitProvince(province, wanted);
    redraw();
    for (const fold of list.querySelectorAll('details:not(.saring__lagi--rata)')) {
      fold.open = Boolean(fold.querySelector(':checked')) || (wanted !== '' && hasFitting(fold, provinces));
    }
    clearTimeout(saying);
    saying = setTimeout(() => { said.textContent = wanted ? sentence(provinces) : ''; }, SAY_PAUSE_MS);
  };
  input.addEventListener('input', search);
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault(); // the form is for the filters, not for this list
      list.querySelector('li:not([hidden]) input')?.focus();
    } else if (event.key === 'Escape' && input.value) {
      event.preventDefault();
      input.value = '';
      search();
    }
  });
  return make('div', { class: 'medan' }, make('label', { for: 'saring-wilayah' }, 'Cari nama wilayah'), input, said);
}

/** A region fits by its own name, or by that of its province. */
function fitProvince(province, wanted) {
  province.fits = startsWord(province.label, wanted);
  province.isWanted = false;
  for (const region of province.inner) {
    const byName = startsWord(region.label, wanted);
    region.fits = byName || province.fits;
    province.isWanted ||= byName && region.value > 0;
  }
}

/** Whether a fold holds something that fits by its own name: a province's fold a region, the fold of all the rest a province too. */
function hasFitting(fold, provinces) {
  return provinces.some((province) => (province.fold === fold ? province.isWanted : fold.contains(province.item) && !province.item.hidden));
}

function sentence(provinces) {
  const all = provinces.flatMap((province) => [province, ...province.inner]);
  const count = all.filter(({ fits, value }) => fits && value > 0).length;
  return count ? `${number(count)} pilihan cocok` : 'Tidak ada wilayah yang cocok';
}

/** Whether a word of the name starts with what is looked for: "bali" is no part of Purbalingga. */
function startsWord(name, wanted) {
  return ` ${plain(name)}`.includes(` ${wanted}`);
}

function plain(text) {
  return text.normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
