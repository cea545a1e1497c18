// Nodes that run, load or lead where only our own may: a line for each. Of the open page, or of `html`, read without running it.
(html) => {
  const page = html === null ? document : new DOMParser().parseFromString(html, 'text/html');
  const ACTING = [
    ...['iframe', 'frame', 'object', 'embed', 'applet', 'base', 'style', 'math', 'video', 'audio', 'marquee', 'template', 'dialog'],
    ...['script', 'foreignObject', 'a', 'image', 'use', 'animate', 'set'].map((name) => `svg ${name}`),
    ...['body meta', 'body link', '#jahat', '.jahat', '[name=jahat]'],
  ].join();
  const ADDRESSES = ['href', 'src', 'action', 'formaction', 'data', 'poster', 'srcset', 'xlink:href', 'background', 'ping', 'srcdoc'];
  return [...page.querySelectorAll('*')]
    .map((e) => [reason(e), e])
    .filter(([why]) => why)
    .map(([why, e]) => `${why}: ${e.outerHTML.slice(0, 120)}`);

  function reason(e) {
    if (e.matches(ACTING) && !isOurDrawing(e)) return 'acting node';
    for (const { name, value } of e.attributes) {
      if (name.startsWith('on')) return `handler ${name}`;
      if (name === 'style') return 'style attribute';
      if (ADDRESSES.includes(name) && !isSafe(value)) return `address ${value}`;
    }
    if (e.matches('script') && !isOwn(e.getAttribute('src')) && !isOurGraph(e)) return 'script';
    const isGuide = location.pathname.startsWith('/panduan/') && /^\.\.\/gambar\/[a-z-]+\.webp$/.test(e.getAttribute('src') ?? ''); // written by us
    if (e.matches('img') && !isGuide && !(e.closest('figure.foto, .atas__nama') && isOwn(e.getAttribute('src')))) return 'image';
    if (e.matches('link[rel~=stylesheet]') && !isOwn(e.getAttribute('href'))) return 'foreign stylesheet';
    if (e.matches('form') && !isOwn(e.getAttribute('action') ?? './')) return 'form that leads away';
    if (e.matches('meta[http-equiv=refresh i]') && !isOwn(e.content.split(/url=/i)[1])) return 'refresh that leads away';
    return '';
  }

  function isSafe(value) {
    try {
      return ['http:', 'https:', 'mailto:', 'tel:'].includes(new URL(value, document.baseURI).protocol);
    } catch {
      return false;
    }
  }

  // The maps and the lineage: circles that lead inside the site, and an outline used twice.
  function isOurDrawing(e) {
    if (!e.closest('svg[class^=peta], svg[class^=silsilah]')) return false;
    if (e.matches('use')) return e.getAttribute('href').startsWith('#');
    return e.matches('a') && isOwn(e.getAttribute('href'));
  }

  // The one block of JSON-LD in the head: data, as long as the whole of it is JSON.
  function isOurGraph(e) {
    if (!e.matches('head > script[type="application/ld+json"]:not([src])')) return false;
    if (page.querySelectorAll('script[type*=json]').length !== 1) return false;
    try {
      return Object.keys(JSON.parse(e.textContent)).join() === '@context,@graph';
    } catch {
      return false;
    }
  }

  function isOwn(value) {
    return value !== null && value !== undefined && new URL(value, document.baseURI).origin === location.origin;
  }
};
