// The menu button of narrow screens. Without this script the menu and the search form are simply visible.
(function () {
  'use strict';
  var html = document.documentElement;
  html.classList.add('js');
  document.addEventListener('DOMContentLoaded', function () {
    var button = document.getElementById('tombol-menu');
    if (!button) return;
    function show(open) {
      html.classList.toggle('menu-buka', open);
      button.setAttribute('aria-expanded', String(open));
    }
    button.addEventListener('click', function () {
      show(button.getAttribute('aria-expanded') !== 'true');
    });
    document.addEventListener('keydown', function (event) {
      if (event.key !== 'Escape' || button.getAttribute('aria-expanded') !== 'true') return;
      show(false);
      button.focus();
    });
  });
})();
