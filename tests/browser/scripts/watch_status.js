// From now on keeps every sentence of the status line in `told`, and marks the line itself.
() => {
  const line = document.getElementById('hasil-jumlah');
  line.isMarked = true;
  window.told = [];
  const note = () => window.told.push(line.textContent);
  new MutationObserver(note).observe(line, { childList: true, characterData: true, subtree: true });
};
