// Goes to /bandingkan/?inovasi=… for each group of texts without loading the page anew; needs the page's policy to be off.
// Gives what the notices say and the live nodes, of each group.
async ({ groups, live, pause }) => {
  const liveNodes = eval(live);
  const place = document.getElementById('bandingkan');
  const found = [];
  for (const texts of groups) {
    const soonest = new Promise((go) => setTimeout(go, pause));
    const drawn = new Promise((go) => {
      const watch = new MutationObserver(() => { watch.disconnect(); go(); });
      watch.observe(place, { childList: true });
    });
    history.pushState(null, '', `?${new URLSearchParams(texts.map((text) => ['inovasi', text]))}`);
    dispatchEvent(new PopStateEvent('popstate'));
    await drawn;
    const notices = [...place.querySelectorAll('.admonition p:last-child')].map((notice) => notice.textContent);
    found.push({ notices, live: liveNodes(null) });
    await soonest;
  }
  return found;
};
