// A wide table that is replaced stays scrolled to where its reader is.
(function () {
  'use strict';

  let places = new Map();

  document.addEventListener('htmx:beforeSwap', () => {
    places = new Map(Array.from(document.querySelectorAll('.wide[id]'), (wide) => [wide.id, wide.scrollLeft]));
  });
  document.addEventListener('htmx:afterSettle', () => {
    places.forEach((left, id) => {
      const wide = document.getElementById(id);
      if (wide) {
        wide.scrollLeft = left;
      }
    });
  });
})();
