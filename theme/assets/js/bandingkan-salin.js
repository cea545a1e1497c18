// The comparison for Word and Excel: as HTML (a table for both) and as text with tabs. It goes to the clipboard only.

const MISSING = 'belum ada data';
/** A text that a spreadsheet would take for a formula; the same signs as in catalog/exports/table.py. */
const FORMULA = /^\s*[=+\-@\t\r\n\0＝＋－＠]/u;
/** Excel would make a row of every line, and a number of every text that looks like one, unless told otherwise. */
const BREAK = '<br style="mso-data-placement:same-cell">';
const CELL = 'style="mso-number-format:\'\\@\';vertical-align:top"';

/** Rows of texts: names, what is compared (cells have their lines), addresses of the entries and of the comparison. */
export function makeGrid(entries, groups, addressOf, source) {
  const rows = groups.flatMap(({ baris }) => baris.map(({ judul, sel }) => [[judul], ...sel]));
  const names = entries.map(({ nama }) => [nama]);
  const addresses = entries.map(({ id }) => [addressOf(id)]);
  return [[['Hal'], ...names], ...rows, [['Halaman entri'], ...addresses], [['Perbandingan ini'], [source], ...names.slice(1).map(() => [''])]];
}

/** Text with tabs: one line a row, lines of a cell joined by semicolons. */
export function toText(grid) {
  return grid.map((row) => row.map((lines) => safe(flat(textOf(lines).join('; ')))).join('\t')).join('\r\n');
}

/** The same as an HTML table. */
export function toHtml(grid) {
  const [head, ...body] = grid.map((row) => row.map((lines) => textOf(lines).map((line) => escape(safe(flat(line)))).join(BREAK)));
  const cells = (row, name) => row.map((text) => `<${name} ${CELL}>${text}</${name}>`).join('');
  const first = (row) => `<th align="left" ${CELL}>${row[0]}</th>${cells(row.slice(1), 'td')}`;
  return `<meta charset="utf-8"><table border="1" cellspacing="0" cellpadding="4"><thead><tr>${cells(head, 'th')}</tr></thead>`
    + `<tbody>${body.map((row) => `<tr>${first(row)}</tr>`).join('')}</tbody></table>`;
}

/** Put both forms on the clipboard; false when the browser refuses. Call it from a click. */
export async function copy(text, html) {
  if (copyByEvent(text, html)) return true; // first, because it leaves the table as it is
  try {
    const unstyled = html.replaceAll(/ style="[^"]*"/g, ''); // the browser reads it under the page's policy, which has no styles
    const blob = (type, content) => ({ [type]: new Blob([content], { type }) });
    const parts = { ...blob('text/plain', text), ...(html ? blob('text/html', unstyled) : {}) };
    await navigator.clipboard.write([new ClipboardItem(parts)]);
    return true;
  } catch {
    return false;
  }
}

function copyByEvent(text, html) {
  let isDone = false;
  const fill = (event) => {
    event.preventDefault();
    event.clipboardData.setData('text/plain', text);
    if (html) event.clipboardData.setData('text/html', html);
    isDone = true;
  };
  document.addEventListener('copy', fill);
  try {
    document.execCommand('copy');
  } catch {
    isDone = false;
  }
  document.removeEventListener('copy', fill);
  return isDone;
}

const textOf = (lines) => (lines.length ? lines : [MISSING]);
const flat = (text) => text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
const safe = (text) => (FORMULA.test(text) ? `'${text}` : text);
const escape = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
