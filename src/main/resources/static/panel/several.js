// One box chooses all that are shown; without this script each is chosen by its own.
(function () {
  'use strict';

  const all = document.querySelector('#all');
  const boxes = () => Array.from(document.querySelectorAll('input[name="rows"]'));

  function show() {
    const chosen = boxes().filter((box) => box.checked).length;
    all.checked = chosen > 0 && chosen === boxes().length;
    all.indeterminate = chosen > 0 && chosen < boxes().length;
  }

  if (all) {
    all.hidden = false;
    all.addEventListener('change', () => boxes().forEach((box) => { box.checked = all.checked; }));
    document.addEventListener('change', show);
    show();
  }
})();
