// The looks of the comparison. They lie here and not in katalog.css, because only this page, and only with its script, has a table
// to set; a browser that knows no constructed sheets (before 2023) shows it as any other table.

const LOOKS = `
.banding__kabar { font-weight: 600; }
.banding__kabar:empty { margin: 0; }
.banding__bilah { display: flex; flex-wrap: wrap; align-items: center; gap: 0 var(--r5); }
.banding__bilah .medan { margin: 0; }
.medan [type=checkbox] { width: 20px; min-height: 20px; accent-color: var(--aksen); }
.banding { scroll-padding-left: 11.5rem; }
.banding table { table-layout: fixed; }
.banding thead th { font-size: 1rem; }
.banding thead .kepanjangan { display: block; font-size: var(--kecil); }
.banding :is(thead td, tbody th) { width: 10.5rem; }
.banding th[scope=row] { position: sticky; left: 0; background: var(--kertas); }
.banding .banding__bagian { padding-top: var(--r5) !important; font-size: 1.05rem; color: var(--jati); }
.banding__tanda { display: block; font-size: var(--kecil); font-weight: 400; color: var(--jati); }
[data-keadaan=beda] > th { box-shadow: inset 4px 0 var(--jati); }
.banding ul { margin: 0; padding: 0; }
.banding li { margin: 0 0 var(--r1) 1.1em !important; }
.banding button { min-width: 2rem; min-height: 2rem; margin: 2px; padding: 0 .5rem; font: 600 var(--kecil) var(--huruf); color: var(--aksen); background: var(--kertas-3); border: 1px solid var(--garis-kuat); border-radius: var(--lengkung); cursor: pointer; }
.banding :disabled { color: var(--tinta-redup); cursor: default; }
.banding__cetak, .banding__sumber { display: none; }
@media screen {
  #bandingkan { container-type: inline-size; }
  @container (min-width: 54rem) { .banding { overflow: visible; background: none; } .banding thead > tr > * { position: sticky; top: 0; z-index: 1; background: var(--kertas); box-shadow: inset 0 -1px var(--garis-kuat); } }
}
@media screen and (min-width: 40em) { .banding table:has(th:nth-child(5)) { min-width: 54rem; } }
@media screen and (max-width: 39.99em) {
  .banding :is(table, caption, thead, tbody, tr, th, td) { display: block !important; width: auto !important; }
  .banding th[scope=row] { position: static; border: 0 !important; }
  .banding .banding__tanda { display: inline; }
  .banding td { padding-top: 0 !important; border: 0 !important; }
  .banding td::before { content: attr(data-nama); display: block; font-size: var(--kecil); color: var(--tinta-redup); }
  [data-keadaan=kosong] td + td { display: none !important; }
  .banding [data-keadaan=kosong] td::before { content: "Semuanya"; }
}
@media print {
  [class*=banding__]:not(.banding__bagian, .banding__tanda) { display: none !important; }
  @page banding { size: A4 landscape; margin: 9mm 10mm; }
  body:has(.banding) { page: banding; }
  body:has(.banding) :is(.atas, .lede, .bawah, .admonition, caption) { display: none; }
  body:has(.banding) :is(.isi, h1) { margin: 0; padding: 0; font-size: 13pt; }
  .banding { --p: 8.5pt; margin: 0; }
  .banding[data-rapat="1"] { --p: 8pt; } .banding[data-rapat="2"] { --p: 7.5pt; } .banding[data-rapat="3"] { --p: 7pt; } .banding[data-rapat="4"] { --p: 6.5pt; }
  .banding table :is(th, td, .banding__tanda) { padding: .8pt 3pt !important; font-size: var(--p) !important; line-height: 1.2; }
  .banding :is(thead td, tbody th) { width: 13%; }
  .banding thead .kepanjangan { display: none; }
  .banding .banding__tanda { display: inline; padding: 0 !important; }
  [data-keadaan] > th { box-shadow: none !important; }
  .banding li { margin-bottom: 0 !important; }
  .banding .banding__cetak, .banding .banding__sumber { display: block !important; }
  .banding .banding__sumber { max-width: none; margin: 2pt 0 0; font-size: 7pt; }
}
`;

if ('adoptedStyleSheets' in document) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(LOOKS);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
