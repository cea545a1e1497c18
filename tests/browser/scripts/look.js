// Looks at the element that has the focus: {place, html, faults}; null when nothing has it.
() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const faults = [];
  const found = { place: e.stop ?? null, html: e.outerHTML.slice(0, 140), faults };
  const box = [...e.getClientRects()].find((r) => r.width > 1 && r.height > 1);
  if (!box) {
    faults.push('has no box');
    return found;
  }
  checkPlace();
  checkRing();
  return found;

  function checkPlace() {
    if (box.left < -1 || box.right > innerWidth + 1) faults.push('out of view sideways');
    const fits = box.height <= innerHeight; // of a taller one a part in view is enough
    if (fits ? box.top < -1 || box.bottom > innerHeight + 1 : box.bottom < 8 || box.top > innerHeight - 8) faults.push('out of view');
    const x = (Math.max(0, box.left) + Math.min(innerWidth, box.right)) / 2;
    const y = (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2;
    const hit = document.elementFromPoint(x, y);
    const isOwn = hit && (e.contains(hit) || [...(e.labels ?? [])].some((label) => label.contains(hit)));
    if (!isOwn) faults.push(`covered by ${hit && hit.outerHTML.slice(0, 60)}`);
  }

  function checkRing() {
    const styles = [getComputedStyle(e), getComputedStyle(e, '::after'), getComputedStyle(e, '::before')];
    const ring = styles.find((s) => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2);
    if (!ring) {
      if (styles[0].boxShadow === 'none') faults.push('shows no focus');
      return;
    }
    const isOutside = ring === styles[0] && parseFloat(ring.outlineOffset) >= 0;
    const contrast = contrastOf(ring.outlineColor, groundOf(isOutside ? e.parentElement : e));
    if (contrast < 3) faults.push(`focus has contrast ${contrast.toFixed(2)}`);
  }

  function numbers(colour) {
    return colour.match(/[\d.]+/g).map(Number);
  }

  function groundOf(start) {
    let element = start;
    const isClear = () => (numbers(getComputedStyle(element).backgroundColor)[3] ?? 1) < 1;
    while (element.parentElement && isClear()) element = element.parentElement;
    return getComputedStyle(element).backgroundColor;
  }

  function lightOf(colour) {
    const linear = (v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = numbers(colour).slice(0, 3).map((v) => linear(v / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  function contrastOf(one, other) {
    const [lighter, darker] = [lightOf(one), lightOf(other)].sort((a, b) => b - a);
    return (lighter + 0.05) / (darker + 0.05);
  }
};
