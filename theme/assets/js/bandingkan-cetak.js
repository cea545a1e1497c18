// How the table is printed: as large as fits one A4 page on its side, and what is left out where even small print does not fit.
// Sizes are in points. They are estimated from the number of characters, because a page cannot be measured before it is printed.

const SIZES = [8.5, 8, 7.5, 7, 6.5]; // of the text; the same as for [data-rapat] in katalog.css
const MOST_SIGNS = 420; // of a cell, tried in the smallest size and lowered until the page is large enough
const LEAST_SIGNS = 100;
const HEIGHT = 488; // left for rows by heading, names and source line
const WIDTH = 675; // left for the columns of the entries by the first one
const HEAD_WIDTH = 96; // of the first column
const MARK = ' berbeda'; // printed behind the title
const SIGN_WIDTH = 0.52; // of the size, with a share of each broken line
const BOLD_WIDTH = 0.62;
const LINE_HEIGHT = 1.2;
const BESIDE = 2.75; // padding and rule of a row

/** `{rapat, batas}`: the place in SIZES, and how many characters of a cell are printed. */
export function fitPage(groups, columns) {
  const fits = (size, limit) => heightOf(groups, columns, size, limit) <= HEIGHT;
  const rapat = SIZES.findIndex((size) => fits(size, Infinity));
  if (rapat >= 0) return { rapat, batas: Infinity };
  const smallest = SIZES.length - 1;
  let batas = MOST_SIGNS;
  while (batas > LEAST_SIGNS && !fits(SIZES[smallest], batas)) batas -= 10;
  return { rapat: smallest, batas };
}

/** The lines of a cell that are printed: whole ones while they fit, the first one cut if it must be; null when all are. */
export function cutCell(lines, limit) {
  const printed = [];
  let room = limit;
  for (const line of lines) {
    if (line.length > room) break;
    printed.push(line);
    room -= line.length;
  }
  if (printed.length === lines.length) return null;
  if (!printed.length) return [`${lines[0].slice(0, limit).replace(/\s+\S*$/, '')} …`];
  return [...printed, `… ${lines.length - printed.length} lagi di halaman entri`];
}

function heightOf(groups, columns, size, limit) {
  const signs = (WIDTH / columns - 2 * BESIDE) / (size * SIGN_WIDTH); // characters a line of a cell holds
  const linesOf = (cell) => {
    const printed = cutCell(cell, limit) ?? cell;
    const room = printed.length > 1 ? signs - 2 : signs; // a list has bullets
    return printed.reduce((sum, line) => sum + Math.ceil(line.length / room), 0);
  };
  const linesOfTitle = (judul) => Math.ceil((judul.length + MARK.length) / (HEAD_WIDTH / (size * BOLD_WIDTH)));
  const rows = groups.flatMap(({ baris }) => baris).map(({ judul, sel }) => Math.max(linesOfTitle(judul), ...sel.map(linesOf)));
  return [...rows, ...groups.map(() => 1)].reduce((sum, count) => sum + count * size * LINE_HEIGHT + BESIDE, 0);
}
