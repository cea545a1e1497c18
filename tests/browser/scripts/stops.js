// Numbers every element that Tab should stop at, in the order of the page; returns how each begins. Of a group of radio
// buttons that is the chosen one.
() => {
  const isPassed = (e) => e.type === 'radio' && !e.checked && document.querySelector(`[name="${e.name}"]:checked`);
  const isStop = (e) => !isPassed(e) && e.tabIndex >= 0 && !e.disabled && e.type !== 'hidden' && e.checkVisibility({ visibilityProperty: true });
  const stops = [...document.querySelectorAll('a[href],button,input,select,textarea,summary,[tabindex]')].filter(isStop);
  stops.forEach((e, place) => { e.stop = place; });
  return stops.map((e) => e.outerHTML.slice(0, 140));
};
