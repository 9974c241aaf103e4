// Shows the lists that come over the stream. They say what has changed since the one before, so a page that lacks one
// asks for all of it.
(function () {
  'use strict';

  const one = (selector) => document.querySelector(selector);
  const live = one('#live');
  let version = 0;
  let rows = new Map();
  let flying = 0;
  let early = [];

  const ofList = (event) => event.detail.target && event.detail.target.id === 'list';

  const parsed = (html, selector) => new DOMParser().parseFromString(html, 'text/html').querySelector(selector);

  function keep(number, list) {
    version = number;
    rows = new Map(Array.from(list.querySelectorAll('.row'), (row) => [row.dataset.id, row.parentElement.outerHTML]));
  }

  document.addEventListener('htmx:beforeSwap', (event) => {
    if (ofList(event) && event.detail.xhr.status === 200 && event.detail.shouldSwap) {
      const list = parsed(event.detail.serverResponse, '#list');
      keep(Number(list.dataset.version || 0), list);
    }
  });

  // ---- while a list is asked for, what changes of it may come before it does
  document.addEventListener('htmx:beforeSend', (event) => { flying += ofList(event) ? 1 : 0; });
  document.addEventListener('htmx:afterRequest', (event) => {
    if (ofList(event) && flying) {
      flying--;
      early.splice(0).forEach(hear);
    }
  });

  live.addEventListener('sse:list', (event) => hear(JSON.parse(event.detail.data)));

  function hear(news) {
    if (news.base === version) {
      show(news);
    } else if (flying) {
      early.push(news);
    } else if (news.base > version && version) {
      panel.later('all');
    }
  }

  function show(news) {
    const whole = news.found.replace(/<li data-same="(\d+)"><\/li>/g, (same, id) => rows.get(id));
    const found = parsed(whole, '#found');
    keep(news.version, found);
    held.come(found);
  }

  // Another stream knows nothing of what this page shows.
  live.addEventListener('htmx:sseOpen', () => {
    version = 0;
    early = [];
    panel.later('all');
  });

  window.pushed = { comes: () => version > 0 };
})();
