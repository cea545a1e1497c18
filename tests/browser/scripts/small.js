// Targets that break WCAG 2.5.8: under 24 × 24 px, not part of a sentence, and another target within their circle of 24 px.
() => {
  const shown = [...document.querySelectorAll('a[href],button,input:not([type=hidden]),select,textarea,summary')]
    .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.lewati'))
    .map((e) => [e, (e.matches('[type=checkbox],[type=radio]') ? e.closest('label') ?? e : e).getBoundingClientRect()])
    .filter(([, r]) => r.width && r.height);
  const isSmall = (r) => r.width < 23.9 || r.height < 23.9;
  const centre = (r) => [r.left + r.width / 2, r.top + r.height / 2];
  return shown
    .filter(([e, r]) => isSmall(r) && !isInSentence(e) && shown.some(([other, o]) => meets(e, r, other, o)))
    .map(([e, r]) => `${Math.round(r.width)} × ${Math.round(r.height)} px: ${e.outerHTML.slice(0, 140)}`);

  function isInSentence(e) {
    if (getComputedStyle(e).display !== 'inline') return false;
    let block = e.parentElement;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement;
    return block.textContent.trim().length > e.textContent.trim().length + 2;
  }

  function meets(e, r, other, o) {
    if (other === e || e.contains(other) || other.contains(e)) return false;
    const [x, y] = centre(r);
    if (isSmall(o)) {
      const [ox, oy] = centre(o);
      return Math.hypot(ox - x, oy - y) < 24;
    }
    return Math.hypot(Math.max(o.left - x, 0, x - o.right), Math.max(o.top - y, 0, y - o.bottom)) < 12;
  }
};
