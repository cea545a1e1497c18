// Searches /jelajah/ for each text as a reader does, without loading the page anew; needs the page's policy to be off.
// Gives [text, what is wrong] for each that was not answered, for which the address asks for something else, or that became a node.
async ({ texts, live, pause }) => {
  const { cleanQuery } = await import(document.querySelector('link[href*="jelajah-keadaan"]').href);
  const liveNodes = eval(live);
  const form = document.getElementById('jelajah-cari');
  const input = document.getElementById('cari-jelajah');
  const place = document.getElementById('hasil');
  const wrong = [];
  for (const text of texts) {
    const soonest = new Promise((go) => setTimeout(go, pause));
    const before = location.search;
    const answered = nextAnswer();
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    form.requestSubmit();
    const said = location.search === before ? [] : await answered;
    const asked = new URLSearchParams(location.search).get('q') ?? '';
    if (asked !== cleanQuery(text)) said.push(`the address asks for ${asked}`);
    wrong.push(...[...said, ...liveNodes(null)].map((line) => [text, line]));
    await soonest;
  }
  return wrong;

  // [] once the results are drawn anew, or what was waited for in vain.
  function nextAnswer() {
    return new Promise((give) => {
      const watch = new MutationObserver(() => place.querySelector('.kartu, .kosong') && end([]));
      const timer = setTimeout(() => end(['no answer in five seconds']), 5000);
      watch.observe(place, { childList: true, subtree: true });
      function end(said) {
        clearTimeout(timer);
        watch.disconnect();
        give(said);
      }
    });
  }
};
