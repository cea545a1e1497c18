// Runs axe-core, which is there already: {violations, undecided}, each a list of {rule, target, html, why}.
// What axe cannot judge is left out where `known` names a place for its rule: {rule: [selector, …]}.
async ({ asked, known }) => {
  const sheet = new CSSStyleSheet(); // over the scroll shadow of a wide table axe judges no contrast; so without the shadow
  sheet.replaceSync('.tabel-geser { background-image: none !important }');
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  const found = await axe.run(document, { runOnly: asked, resultTypes: ['violations', 'incomplete'] });
  const why = (node) => [...node.any, ...node.all, ...node.none].map((check) => check.message).join('; ');
  const lines = (rules) => rules.flatMap(({ id, nodes }) => nodes.map((node) => (
    { rule: id, target: node.target.join(' '), html: node.html.slice(0, 160), why: why(node) })));
  const isIn = (target, place) => document.querySelector(target)?.closest(place);
  const isScrolledAway = ({ target, why }) => why.includes('partially obscured') && isIn(target, '.tabel-geser'); // judged where it fits
  const isKnown = (line) => isScrolledAway(line) || (known[line.rule] ?? []).some((place) => isIn(line.target, place));
  return { violations: lines(found.violations), undecided: lines(found.incomplete).filter((line) => !isKnown(line)) };
};
