// Reads the reports of an entry out of their DOCX, so that every field can be copied: what is copied is what the file says.

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** The text of one part of a ZIP (a DOCX); null when it is not there. */
export async function readPart(buffer, name) {
  const bytes = new Uint8Array(buffer);
  const view = new DataView(buffer);
  const end = buffer.byteLength - 22; // our files have no comment behind their directory
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    const [size, named, extra, note] = [view.getUint32(at + 20, true), view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    const local = view.getUint32(at + 42, true);
    if (new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + named)) === name) {
      const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      const stream = new Blob([bytes.subarray(start, start + size)]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
      return new Response(stream).text();
    }
    at += 46 + named + extra + note;
  }
  return null;
}

/** [[heading, [[label, text], …]], …] of a report: each table row, and each part with a heading of its own. */
export function readFields(xml) {
  const body = new DOMParser().parseFromString(xml, 'application/xml').getElementsByTagNameNS(W, 'body')[0];
  const groups = [];
  let part = null;
  const open = (heading) => groups.push([heading, []]);
  for (const node of body.children) {
    const style = node.localName === 'p' ? styleOf(node) : '';
    if (style === 'Title' || style === 'Heading1') {
      open(textOf(node));
      part = null;
    } else if (style === 'Heading2') {
      part = [textOf(node), ''];
      groups.at(-1)[1].push(part);
    } else if (node.localName === 'tbl') {
      groups.at(-1)[1].push(...[...node.getElementsByTagNameNS(W, 'tr')].slice(1).map(rowOf));
    } else if (part) part[1] += (part[1] ? '\n\n' : '') + textOf(node);
  }
  return groups;
}

function rowOf(row) {
  const cells = [...row.getElementsByTagNameNS(W, 'tc')].map(textOf);
  return [cells.slice(0, -1).join('. ').replace(/^(\d+)\. (.*)\. (\d|–)$/, '$1. $2: level $3'), cells.at(-1)];
}

function styleOf(paragraph) {
  return paragraph.getElementsByTagNameNS(W, 'pStyle')[0]?.getAttributeNS(W, 'val') ?? '';
}

function textOf(node) {
  return [...node.getElementsByTagNameNS(W, '*')]
    .map((inner) => (inner.localName === 't' ? inner.textContent : inner.localName === 'br' ? '\n' : ''))
    .join('');
}
