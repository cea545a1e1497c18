// The shortcut "/" to the search field: only while the reader has switched it on, and only on this page (WCAG 2.1.4).

const KEY = 'jelajah-pintasan';

/** Make `box` the switch of the shortcut to `input`; the choice is kept in this browser where it lets us. */
export function makeShortcut(box, input) {
  box.checked = remembered();
  box.addEventListener('change', () => remember(box.checked));
  document.addEventListener('keydown', (event) => {
    if (!box.checked || event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

function takesText(element) {
  return element.matches('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');
}

function remembered() {
  try {
    return localStorage.getItem(KEY) === 'ya';
  } catch {
    return false; // no storage: off, as on the first visit
  }
}

function remember(isOn) {
  try {
    if (isOn) localStorage.setItem(KEY, 'ya');
    else localStorage.removeItem(KEY);
  } catch {
    // It works until the page is left.
  }
}
