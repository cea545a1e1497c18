// A DOCX from blocks, part by part the same as catalog/naskah/docx.py writes; `kerangka` holds the parts all documents share.

import { strToU8, zipSync } from './fflate.js';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TEXT_WIDTH = 9356;
const MARKS = /(\*\*[^*\n]+\*\*|\[[^\[\]\n]+\])/;
const NOT_IN_XML = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const JC = { tengah: 'center', kanan: 'right', penuh: 'both' };
const STYLE = { rapat: 'Rapat', kecil: 'Kecil' };
const HEADINGS = ['Title', 'Heading1', 'Heading2'];
const LISTS = { nomor: 1, titik: 2, ceklis: 3 };

/** The bytes of a DOCX; the same input gives the same bytes. */
export function writeDocx(blocks, title, kerangka) {
  const parts = {
    ...kerangka,
    'docProps/core.xml': corePart(title),
    'word/numbering.xml': numberingPart(blocks),
    'word/document.xml': HEAD + documentPart(blocks),
  };
  const files = Object.entries(parts).map(([name, text]) => [name, [strToU8(text), { level: 9, mtime: '1980-01-01T00:00' }]]);
  return zipSync(Object.fromEntries(files));
}

function corePart(title) {
  return `${HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escape(title)}</dc:title><dc:language>id-ID</dc:language></cp:coreProperties>`;
}

function numberingPart(blocks) {
  const kinds = blocks.filter((block) => block.blok === 'daftar').map((block) => LISTS[block.jenis]);
  const abstract = [[1, 'decimal', '%1.'], [2, 'bullet', '•'], [3, 'bullet', '☐']]
    .map(
      ([kind, form, sign]) =>
        `<w:abstractNum w:abstractNumId="${kind}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${form}"/><w:lvlText w:val="${sign}"/><w:lvlJc w:val="left"/><w:pPr><w:tabs><w:tab w:val="num" w:pos="425"/></w:tabs><w:ind w:left="425" w:hanging="425"/></w:pPr></w:lvl></w:abstractNum>`,
    )
    .join('');
  const lists = kinds
    .map(
      (kind, place) =>
        `<w:num w:numId="${place + 1}"><w:abstractNumId w:val="${kind}"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
    )
    .join('');
  return `${HEAD}<w:numbering ${W}>${abstract}${lists}</w:numbering>`;
}

function documentPart(blocks) {
  let lists = 0;
  const body = blocks.map((block) => {
    lists += block.blok === 'daftar' ? 1 : 0;
    return RENDER[block.blok](block, lists);
  });
  return `<w:document ${W} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>${body.join('')}<w:sectPr><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1416" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>`;
}

function escape(text) {
  return text.replace(NOT_IN_XML, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function run(text, properties) {
  const inner = escape(text)
    .replaceAll('\r', '')
    .split('\n')
    .map((line) => `<w:t${/^[ \t]|[ \t]$/.test(line) ? ' xml:space="preserve"' : ''}>${line}</w:t>`)
    .join('<w:br/>');
  return `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ''}${inner}</w:r>`;
}

function runs(text, properties = '') {
  return text
    .split(MARKS)
    .map((piece) => {
      if (piece.startsWith('**') && piece.length > 4) return run(piece.slice(2, -2), '<w:b/>');
      if (piece.startsWith('[') && piece.length > 2) return run(piece, '<w:shd w:val="clear" w:color="auto" w:fill="FFF2B3"/>');
      return piece ? run(piece, properties) : '';
    })
    .join('');
}

function paragraph(text, style = '', extra = '', properties = '') {
  const inner = (style ? `<w:pStyle w:val="${style}"/>` : '') + extra;
  return `<w:p>${inner ? `<w:pPr>${inner}</w:pPr>` : ''}${runs(text, properties)}</w:p>`;
}

function cell(text, head = false) {
  const shade = head ? '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="E8EEEC"/></w:tcPr>' : '';
  return `<w:tc>${shade}${paragraph(text, 'Rapat', '', head ? '<w:b/>' : '')}</w:tc>`;
}

const rows = (list, whole = true) =>
  list
    .map((row) => `<w:tr>${whole ? '<w:trPr><w:cantSplit/></w:trPr>' : ''}${row.map((text) => cell(text)).join('')}</w:tr>`)
    .join('');

const sum = (numbers) => numbers.reduce((total, one) => total + one, 0);

function tableStart(style, widths) {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblStyle w:val="${style}"/><w:tblW w:w="${sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>`;
}

const RENDER = {
  kop: ({ baris }) =>
    baris.slice(0, -1).map((line) => paragraph(line, 'Kop')).join('') + paragraph(baris[baris.length - 1], 'KopGaris'),
  judul: ({ teks, tingkat }) => paragraph(teks, HEADINGS[tingkat]),
  paragraf: ({ teks, gaya = '', rata = '', masuk = 0 }) =>
    paragraph(
      teks,
      STYLE[gaya] ?? '',
      (teks.endsWith(':') ? '<w:keepNext/>' : '') + (masuk ? `<w:ind w:left="${Math.round(masuk * 567)}"/>` : '') + (JC[rata] ? `<w:jc w:val="${JC[rata]}"/>` : ''),
    ),
  daftar: ({ butir }, lists) =>
    butir.map((text) => paragraph(text, 'Butir', `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${lists}"/></w:numPr>`)).join(''),
  tabel: ({ kepala, baris, lebar, terbagi }) => {
    const shares = lebar?.length ? lebar : kepala.map(() => 1);
    const widths = shares.map((share) => Math.floor((TEXT_WIDTH * share) / sum(shares)));
    const head = kepala.map((text) => cell(text, true)).join('');
    return `${tableStart('Garis', widths)}<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${head}</w:tr>${rows(baris, !terbagi)}</w:tbl>${paragraph('', 'Rapat')}`;
  },
  pasangan: ({ baris }) => {
    const widths = [1900, TEXT_WIDTH - 1900];
    const pairs = baris.map(([label, value]) => [label, `: ${value}`]);
    return `${tableStart('TableNormal', widths)}${rows(pairs)}</w:tbl>${paragraph('', 'Rapat')}`;
  },
  'tanda-tangan': ({ baris }) =>
    baris.map((line) => paragraph(line, 'Rapat', '<w:keepNext/><w:keepLines/><w:ind w:left="4678"/>')).join(''),
  'halaman-baru': () => '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
};
