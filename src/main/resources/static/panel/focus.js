// Who is somewhere stays there when the place is replaced, and goes on close by when it is gone.
(function () {
  'use strict';

  const CLOSE_BY = [['#conversation', '#conversation'], ['#list', '.tabs [aria-current]'], ['#presence', '#presence button']];
  let was = null;
  let closeBy = null;

  document.addEventListener('focusin', (event) => {
    const found = CLOSE_BY.find(([part]) => event.target.closest(part));
    was = found ? event.target : null;
    closeBy = found && found[1];
  });

  // What is being taken away says so too, before it is away: who has left by themselves is not brought back.
  document.addEventListener('focusout', (event) => queueMicrotask(() => {
    if (event.target === was && was.isConnected && !was.disabled) {
      was = null;
    }
  }));

  // After the folds are open again and what was chosen in them is chosen (panel.js): nobody can be in a closed one.
  document.addEventListener('htmx:afterSettle', goBack);
  // What was pressed in vain may be pressed again.
  document.addEventListener('htmx:afterRequest', goBack);

  function goBack() {
    if (was && was.isConnected) {
      go(was);
    } else if (was) {
      const gone = was;
      const same = document.getElementById(gone.id);
      if (same) {
        go(same);
        if (gone.selectionStart !== null && same.setSelectionRange) {
          same.setSelectionRange(gone.selectionStart, gone.selectionEnd);
        }
      }
      go(document.querySelector(closeBy));
    }
  }

  function go(place) {
    if (place && document.activeElement === document.body) {
      place.focus({ preventScroll: true });
    }
  }
})();
