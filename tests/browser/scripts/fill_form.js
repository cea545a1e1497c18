// Types each text into one field of the form and checks; the rest of the record is sound. Needs the page's policy to be off.
// Gives for each {typed: what the field took, file: the text of the file, or ''; said: what stands at the field, live: what became a node}.
async ({ field, texts, live }) => {
  const liveNodes = eval(live);
  const input = document.getElementById(field);
  const found = [];
  for (const text of texts) {
    document.getElementById('borang-teks')?.remove();
    input.focus();
    input.select();
    document.execCommand(text ? 'insertText' : 'delete', false, text);
    input.blur();
    document.getElementById('borang-periksa').click();
    const said = document.getElementById(`${field}-salah`)?.textContent ?? '';
    const file = said && !document.querySelector('.borang-ringkas.beres') ? '' : await written();
    const mark = input.getAttribute('aria-invalid') === 'true';
    found.push({ typed: input.value, file, said: mark ? said : '', live: liveNodes(null) });
  }
  return found;

  // The file offered for the record as it is now; '' when none comes in five seconds.
  async function written() {
    for (let n = 0; n < 500; n += 1) {
      const text = document.getElementById('borang-teks')?.textContent;
      if (text) return text;
      await new Promise((go) => setTimeout(go, 10));
    }
    return '';
  }
};
