// Plants what the policy has to refuse: an inline script, a handler, a style, a foreign image.
() => {
  const script = document.createElement('script');
  script.textContent = "alert('skrip')";
  document.body.append(script);
  document.body.insertAdjacentHTML('beforeend', `<img src="x:" onerror="alert('penangan')"><p id="uji" style="color:red">x</p>`);
  const image = new Image();
  image.src = 'https://jahat.contoh/x.png';
  document.body.append(image);
};
