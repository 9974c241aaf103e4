// The keyboard: single keys while nothing is typed, and never for somebody who has turned them off.
(function () {
  'use strict';

  const one = (selector) => document.querySelector(selector);
  const sheet = one('#keys');
  const on = document.body.dataset.keys === 'true';
  const rows = () => Array.from(document.querySelectorAll('.row'));
  let going = false;

  const click = (selector) => () => { if (one(selector)) { one(selector).click(); } };
  const focus = (selector) => () => { if (one(selector)) { one(selector).focus(); } };

  function walk(step) {
    const all = rows();
    const focused = all.indexOf(document.activeElement);
    const from = focused >= 0 ? focused : all.findIndex((row) => row.hasAttribute('aria-current'));
    const to = all[from < 0 ? (step > 0 ? 0 : all.length - 1) : from + step];
    if (to) {
      to.focus();
    }
  }

  function peek() {
    const row = document.activeElement.closest('.row');
    if (row) {
      // One that had to queue behind another would fail unheard.
      htmx.trigger('body', 'htmx:abort');
      htmx.ajax('GET', row.getAttribute('href') + '&peek=true', { target: '#conversation', swap: 'outerHTML' })
        .catch(() => panel.later('all'));
    }
  }

  function give(field) {
    return () => {
      if (one('#give')) {
        one('#give').open = true;
        focus(field)();
      }
    };
  }

  function why() {
    if (one('#why-details')) {
      one('#why-details').open = true;
      one('#why-open').focus();
    }
  }

  function note() {
    focus(one('#text') && one('#text').value ? '#command-note' : '#text')();
  }

  const KEYS = {
    j: () => walk(1),
    k: () => walk(-1),
    o: peek,
    t: click('#command-claim'),
    a: give('#agent'),
    m: give('#queue'),
    r: focus('#text'),
    n: note,
    e: click('#command-close'),
    y: why,
    '/': focus('#q'),
    '?': () => sheet.showModal(),
    g: () => { going = true; },
  };
  const PAGES = { d: '/', f: '/floor', s: '/shifts', e: '/deliveries', r: '/reports' };

  document.addEventListener('keydown', (event) => {
    // For a moment after the sheet has closed the focus is still in it.
    const closed = sheet.contains(event.target) && !sheet.open;
    const field = !closed && event.target.closest('input, textarea, select, [contenteditable], dialog');
    if (event.key === 'Escape' && field && one('#conversation').contains(field)) {
      one('#conversation').focus();
      return;
    }
    if (field || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !on) {
      return;
    }
    if (going) {
      going = false;
      const link = PAGES[event.key] && one('.bar a[href="' + PAGES[event.key] + '"]');
      if (link) {
        event.preventDefault();
        link.click();
      }
      return;
    }
    if (Object.hasOwn(KEYS, event.key)) {
      event.preventDefault();
      KEYS[event.key]();
    }
  });

  one('#keys-open').addEventListener('click', () => sheet.showModal());
})();
