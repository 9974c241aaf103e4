// Rows under the pointer or the focus never move: what is new waits behind a button until they are left alone.
(function () {
  'use strict';

  const one = (selector) => document.querySelector(selector);
  const button = one('#held');
  const rules = new Intl.PluralRules(document.documentElement.lang || 'en');
  let waiting = false;
  let asked = false;
  let still = false;

  // What has just been swapped in is not yet said to be hovered, though the pointer is there.
  let pointer = null;
  const under = () => pointer && document.elementFromPoint(pointer.x, pointer.y);
  const pointed = () => Boolean(one('.rows:hover') || (under() && under().closest('.rows')));

  document.addEventListener('mousemove', (event) => { pointer = { x: event.clientX, y: event.clientY }; });
  document.documentElement.addEventListener('mouseleave', () => { pointer = null; });

  const touched = () => pointed() || Boolean(document.activeElement.closest('.rows'));
  const held = () => !asked && touched();

  // A row that comes to say more, or less, would move those below it: while one is touched, each keeps its height.
  function keepStill() {
    if (still !== touched()) {
      still = !still;
      const places = Array.from(document.querySelectorAll('.rows > li'));
      const heights = places.map((place) => place.getBoundingClientRect().height + 'px');
      places.forEach((place, at) => { place.style.blockSize = still ? heights[at] : ''; });
    }
  }

  function letGo() {
    still = false;
    document.querySelectorAll('.rows > li').forEach((place) => { place.style.blockSize = ''; });
    keepStill();
  }

  document.addEventListener('htmx:beforeSwap', (event) => {
    keepStill();
    if (event.detail.target.id !== 'list' || event.detail.xhr.status !== 200 || !event.detail.shouldSwap) {
      return;
    }
    const cause = event.detail.requestConfig.triggeringEvent;
    if (cause && cause.type === 'news' && held()) {
      event.detail.shouldSwap = false;
      const next = new DOMParser().parseFromString(event.detail.serverResponse, 'text/html').querySelector('#list');
      Object.assign(one('#list').dataset, next.dataset);
      merge(next.querySelector('#found'));
      document.dispatchEvent(new Event('list-merged'));
    } else {
      show(0, 0);
    }
  });

  // What was found came by itself. The list around it stays, since it may be asking for another.
  function come(found) {
    keepStill();
    if (touched()) {
      merge(found);
      document.dispatchEvent(new Event('list-merged'));
    } else {
      tally(found);
      show(0, 0);
      htmx.swap('#found', found.outerHTML, { swapStyle: 'outerHTML', swapDelay: 0, settleDelay: 0 },
        { eventInfo: { target: one('#list'), pushed: true } });
    }
  }

  function tally(found) {
    document.querySelectorAll('.tabs a').forEach((tab) => {
      tab.querySelector('.count').textContent = found.dataset[tab.id.replace('tab-', '')];
    });
  }

  window.held = { come: come };

  // Who asked for it and was not answered has not been shown it.
  document.addEventListener('htmx:afterRequest', (event) => {
    if (event.detail.target.id === 'list') {
      asked = false;
    }
  });

  // Each row says what is so now, in the place where it was.
  function merge(found) {
    const rows = Array.from(document.querySelectorAll('.row'));
    const now = Array.from(found.querySelectorAll('.row'));
    const same = new Map(now.map((row) => [row.id, row]));
    Object.assign(one('#found').dataset, found.dataset);
    tally(found);
    rows.forEach((row) => {
      const other = same.get(row.id);
      row.classList.toggle('gone', !other);
      row.querySelector('.left').hidden = Boolean(other);
      if (other) {
        row.dataset.last = other.dataset.last;
        row.replaceChildren(...other.childNodes);
      }
    });
    const known = new Set(rows.map((row) => row.id));
    const fresh = now.filter((row) => !known.has(row.id)).length;
    const place = new Map(now.map((row, at) => [row.id, at]));
    const moved = rows.filter((row, at) => place.get(row.id) !== at).length;
    show(fresh, moved);
  }

  function show(fresh, moved) {
    const many = fresh || moved;
    waiting = many > 0;
    button.hidden = !waiting;
    if (waiting) {
      const words = button.dataset[(fresh ? 'new' : 'moved') + (rules.select(many) === 'one' ? 'One' : 'Other')];
      button.textContent = words.replace('#', many);
    }
  }

  function release() {
    if (waiting && !held()) {
      htmx.trigger('#list', 'news');
    }
  }

  button.addEventListener('click', () => {
    asked = true;
    htmx.trigger('#list', 'news');
  });
  document.addEventListener('htmx:afterSettle', (event) => {
    if (event.detail.target && event.detail.target.id === 'list') {
      letGo();
    }
  });
  window.addEventListener('resize', letGo);
  document.addEventListener('focusin', keepStill);
  document.addEventListener('focusout', () => setTimeout(() => {
    keepStill();
    release();
  }));
  document.addEventListener('mouseover', (event) => {
    keepStill();
    if (!event.target.closest('.rows')) {
      release();
    }
  });
})();
