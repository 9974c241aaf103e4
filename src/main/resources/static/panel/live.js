// Says whether the page is up to date. What isn't may be read and written on, but nothing is sent or taken from it.
(function () {
  'use strict';

  // The server says every 5 s that it has told everything: two of these may be missing, no more.
  const SILENT_MS = 12000;
  const LOOK_MS = 1000;
  const one = (selector) => document.querySelector(selector);
  const live = one('#live');
  let source = null;
  let heardAt = Date.now();
  let toldAll = false;

  function become(state) {
    if (live.dataset.state === state) {
      return;
    }
    live.dataset.state = state;
    if (state === 'offline') {
      const since = new Date(heardAt);
      one('#since').dateTime = since.toISOString();
      one('#since').textContent = since.toTimeString().slice(0, 5);
    }
    shut();
  }

  // ---- up to date is who has been told everything and has shown it
  live.addEventListener('htmx:sseOpen', (event) => {
    source = event.detail.source;
    heardAt = Date.now();
    toldAll = false;
    become('catching');
  });
  live.addEventListener('htmx:sseMessage', () => { heardAt = Date.now(); });
  live.addEventListener('sse:beat', () => {
    toldAll = true;
    panel.settle();
    if (!panel.asking()) {
      become('live');
    }
  });
  document.addEventListener('htmx:afterRequest', (event) => {
    if (event.detail.target && event.detail.target.id === 'list' && event.detail.successful && toldAll && !panel.asking()) {
      become('live');
    }
  });
  document.addEventListener('htmx:afterSettle', shut);

  live.addEventListener('htmx:sseError', (event) => {
    become('offline');
    if (event.detail.source.readyState === EventSource.CLOSED) {
      // Refused rather than lost: the answer to the list says whether to log in again.
      panel.later('all');
    }
  });

  // A connection can die without a word; the browser would go on waiting for it.
  setInterval(() => {
    if (live.dataset.state !== 'offline' && Date.now() - heardAt > SILENT_MS) {
      become('offline');
      if (source) {
        source.close();
        source.onerror(new Event('error'));
      }
    }
  }, LOOK_MS);

  // ---- what is not live takes no command
  function shut() {
    const off = live.dataset.state !== 'live';
    document.querySelectorAll('#head button, #thread button, #send button').forEach((button) => {
      if (off) {
        button.setAttribute('aria-disabled', 'true');
      } else {
        button.removeAttribute('aria-disabled');
      }
    });
  }

  document.addEventListener('htmx:beforeRequest', (event) => {
    if (event.detail.requestConfig.verb !== 'get' && live.dataset.state !== 'live') {
      event.preventDefault();
    }
  });

  // ---- a session that has ended takes nothing with it: the page stays, with all that was typed and attached
  document.addEventListener('htmx:beforeOnLoad', (event) => {
    if (event.detail.xhr.status === 401) {
      event.preventDefault();
      document.body.dataset.session = 'expired';
    } else {
      delete document.body.dataset.session;
    }
  });

  window.addEventListener('focus', () => {
    if (document.body.dataset.session) {
      panel.later('all');
    }
  });

  document.addEventListener('htmx:afterSettle', () => {
    // Somebody else has logged in meanwhile: nothing of this page is theirs.
    if (one('#list').dataset.viewer !== document.body.dataset.viewer) {
      sessionStorage.clear();
      location.assign('/');
    }
  });

  shut();
})();
