// What makes the page scroll sideways; nothing when it does not. Wide tables, code and charts scroll by themselves.
() => {
  const width = document.documentElement.scrollWidth;
  if (width <= innerWidth) return [];
  const ends = (e) => Math.round(e.getBoundingClientRect().right);
  const guilty = [...document.querySelectorAll('body *')]
    .filter((e) => ends(e) > innerWidth + 1 && !e.closest('.tabel-geser,pre,.bagan__gambar,.tersembunyi'))
    .slice(0, 5)
    .map((e) => `ends at ${ends(e)} px: ${e.outerHTML.slice(0, 100)}`);
  return [`the page is ${width} px wide`, ...guilty];
};
