// Sees from inside a page what nobody there may see, and tells the test by window.tell(what, ...details).
(() => {
  'use strict';

  const LOOK_MS = 50;
  const STILL_PX = 1;
  const OWN = ['pointermove', 'pointerdown', 'wheel', 'keydown', 'input', 'focusin', 'scroll', 'resize'];
  let before = null;
  let doings = 0;

  // ---- rows under the focus or the pointer stay where they are, unless the person moves something or asks for others
  const ASKS = '#q, .tabs a, .elsewhere a, #more-rows';
  const DRAWN_MS = 200;
  let wanted = false;
  let quietUntil = 0;

  window.addEventListener('click', (event) => { wanted = wanted || event.target.id === 'held'; }, true);
  window.addEventListener('htmx:beforeSwap', (event) => {
    if (event.detail.target.id === 'list' && (wanted || event.detail.requestConfig.elt.matches(ASKS))) {
      quietUntil = performance.now() + DRAWN_MS;
    }
  }, true);
  window.addEventListener('htmx:afterRequest', (event) => { wanted = wanted && event.detail.target.id !== 'list'; });
  OWN.forEach((type) => window.addEventListener(type, () => {
    before = null;
    doings++;
  }, true));

  function held() {
    const focused = document.activeElement && document.activeElement.closest('.row');
    const pointed = document.querySelector('.row:hover');
    return [[focused, 'focus'], [pointed, 'pointer']].filter(([row]) => row)
      .map(([row, by]) => ({ id: row.id, by: by, top: row.getBoundingClientRect().top }));
  }

  function look() {
    if (performance.now() < quietUntil) {
      before = null;
      return;
    }
    (before || []).forEach((was) => {
      const row = document.getElementById(was.id);
      const top = row && row.getBoundingClientRect().top;
      if (top === null || Math.abs(top - was.top) > STILL_PX) {
        suspect(was.id + ' under the ' + was.by + ' went from ' + was.top + ' to ' + top);
      }
    });
    before = held();
  }

  // The event of a scroll comes a frame after it.
  function suspect(fault) {
    const then = doings;
    requestAnimationFrame(() => setTimeout(() => {
      if (doings === then) {
        window.tell('moved', fault);
      }
    }, LOOK_MS));
  }

  setInterval(look, LOOK_MS);

  // ---- nothing was stopped by the page's policy
  document.addEventListener('securitypolicyviolation', (event) =>
    window.tell('policy', event.violatedDirective + ' stopped ' + event.blockedURI));

  // ---- each answer that goes out, and what the page says of it
  const replies = (event) => /\/conversations\/\d+\/reply$/.test(event.detail.requestConfig.path);
  let asked = '';

  document.addEventListener('htmx:beforeSend', (event) => {
    if (replies(event)) {
      const said = event.detail.requestConfig.parameters;
      asked = said.text;
      window.tell('asked', said.text, event.detail.requestConfig.path.split('/')[2], said.seen);
    }
  });
  document.addEventListener('done-reply', () => window.tell('sent', asked));
  document.addEventListener('htmx:responseError', (event) => {
    if (replies(event)) {
      window.tell('refused', event.detail.requestConfig.parameters.text);
    }
  });
})();
