// Keeps the desk up to date. All words and data come from the server's pages; this only says when to ask again.
(function () {
  'use strict';

  const REST_MS = 300;
  const LONGEST_REST_MS = 1000;
  const ANNOUNCE_MS = 15000;
  const AGE_MS = 30000;
  const one = (selector) => document.querySelector(selector);

  // ---- every change carries the page's CSRF token
  document.addEventListener('htmx:configRequest', (event) => {
    Object.assign(event.detail.headers, token());
    if (event.detail.elt.dataset.told) {
      event.detail.parameters.told = event.detail.elt.dataset.told;
    }
  });

  // The list brings it anew, since another login changes it.
  function token() {
    return { [one('meta[name="csrf-header"]').content]: one('#list').dataset.token };
  }

  // ---- what has changed: the first is asked for at once, and many soon after it are one question; a slow answer says
  // that many ask, so it is given as long a rest
  let waitingFor = null;
  let askedAt = 0;
  let restUntil = 0;
  let asked = 0;
  let told = '';
  let untold = false;
  let owed = false;
  let commanding = 0;
  const changed = new Set();

  function later(what) {
    untold = true;
    soon(what);
  }

  function soon(what) {
    changed.add(what);
    waitingFor = waitingFor || setTimeout(ask, Math.max(0, restUntil - Date.now()));
  }

  function ask() {
    waitingFor = null;
    askedAt = Date.now();
    restUntil = askedAt + REST_MS;
    if (untold || !pushed.comes()) {
      askList();
    }
    if (!commanding) {
      askParts();
    }
  }

  // Who asks because of what everybody is told may be given the list that is made for everybody.
  function askList() {
    asked = 1;
    one('#list').dataset.told = untold ? '' : told;
    untold = false;
    htmx.trigger('#list', 'news');
    delete one('#list').dataset.told;
  }

  function askParts() {
    const open = one('#conversation').dataset;
    if (open.id && (changed.has(open.id) || changed.has('all'))) {
      htmx.trigger('#conversation', 'parts');
    }
    changed.clear();
  }

  // The answer to a command comes to the button that gave it, so nothing replaces that one meanwhile.
  document.addEventListener('htmx:beforeSend', (event) => {
    if (event.detail.requestConfig.verb === 'post') {
      commanding++;
      htmx.trigger('#conversation', 'htmx:abort');
      event.detail.xhr.addEventListener('loadend', () => {
        commanding--;
        if (!commanding && !waitingFor) {
          askParts();
        }
      });
    }
  });

  // Where another answer has replaced it all the same, this one is shown like any other.
  document.addEventListener('htmx:beforeSwap', (event) => {
    const answer = event.detail;
    if (answer.shouldSwap && answer.target === document.body && !answer.requestConfig.elt.isConnected) {
      answer.shouldSwap = false;
      htmx.swap(document.body, answer.serverResponse, { swapStyle: 'none', swapDelay: 0, settleDelay: 0 });
      const done = answer.xhr.getResponseHeader('HX-Trigger-After-Swap');
      if (done) {
        document.dispatchEvent(new Event(done));
      }
    }
  });

  // While a person waits for another list, what the page asked for by itself does not take the place that it comes to.
  let chosen = 0;

  document.addEventListener('htmx:beforeSend', (event) => {
    if (event.detail.target.id === 'list' && event.detail.requestConfig.elt.id !== 'list') {
      chosen++;
      event.detail.xhr.addEventListener('loadend', () => { chosen--; });
    }
  });

  document.addEventListener('htmx:beforeSwap', (event) => {
    if (event.detail.target.id === 'list' && event.detail.requestConfig.elt.id === 'list' && chosen) {
      event.detail.shouldSwap = false;
    }
  });

  document.addEventListener('htmx:afterRequest', (event) => {
    if (event.detail.target && event.detail.target.id === 'list') {
      if (asked) {
        restUntil = Math.max(restUntil, Date.now() + Math.min(Date.now() - askedAt, LONGEST_REST_MS));
      }
      asked = 0;
    }
  });

  // What could not be asked is owed: who is told of nothing new would go on showing what was.
  document.addEventListener('htmx:afterRequest', (event) => {
    owed = owed || (!event.detail.successful && event.detail.requestConfig.verb === 'get');
  });

  function settle() {
    if (owed) {
      owed = false;
      later('all');
    }
  }

  window.panel = { later: later, settle: settle, asking: () => Boolean(waitingFor || asked), token: token, mark: mark };

  const live = one('#live');

  live.addEventListener('sse:conversation', (event) => heard(event.detail, JSON.parse(event.detail.data).id));
  live.addEventListener('sse:snapshot', (event) => heard(event.detail, 'all'));

  function heard(message, what) {
    if (message.lastEventId) {
      told = message.lastEventId;
      live.setAttribute('sse-connect', '/api/stream?' + new URLSearchParams({ after: told, page: one('#page').value }));
    }
    soon(what);
  }

  // ---- what only this browser knows of a row: what is open, what was written and not sent, and what was not looked at yet
  function mark() {
    const of = one('#tab').value === 'mine' ? 'mine' : '';
    document.querySelectorAll('.row').forEach((row) => {
      const id = row.dataset.id;
      const open = one('#conversation').dataset.id === id;
      if (open) {
        row.setAttribute('aria-current', 'true');
      } else {
        row.removeAttribute('aria-current');
      }
      if (open && !document.hidden) {
        sessionStorage.setItem('seen-' + id, row.dataset.last);
      }
      row.querySelector('.draft').hidden = !sessionStorage.getItem('draft-' + id);
      row.querySelector('.new').hidden = !of || sessionStorage.getItem('seen-' + id) === row.dataset.last;
    });
  }

  // Before anything is painted, so that no mark goes out for a moment.
  document.addEventListener('htmx:afterSwap', mark);

  document.addEventListener('submit', (event) => {
    if (event.target.id === 'logout') {
      sessionStorage.clear();
    }
  });

  function opened() {
    if (one('#composer')) {
      composer.takeUp();
    }
    if (one('#why-details') && window.matchMedia('(max-width: 74rem)').matches) {
      one('#why-details').open = false;
    }
    mark();
    if (!toTheMessage()) {
      toTheEnd();
    }
  }

  // ---- a link of the search leads to one message
  function toTheMessage() {
    const message = location.hash.startsWith('#message-') && document.getElementById(location.hash.slice(1));
    if (message) {
      message.scrollIntoView({ block: 'center' });
    }
    return Boolean(message);
  }

  // ---- what a swap would forget: which parts are unfolded, what is chosen in them, and the end of the talk
  let kept = { folds: new Map(), chosen: new Map(), atEnd: true, below: 0 };

  function toTheEnd() {
    const scroll = one('#scroll');
    if (scroll) {
      scroll.scrollTop = scroll.scrollHeight;
    }
  }

  document.addEventListener('htmx:beforeSwap', () => {
    const scroll = one('#scroll');
    const of = (selector, value) =>
      new Map(Array.from(document.querySelectorAll('#conversation ' + selector), (e) => [e.id, value(e)]));
    kept = {
      folds: of('details', (e) => e.open),
      chosen: of('select, #anyway, #reason', (e) => e.value),
      below: scroll ? scroll.scrollHeight - scroll.scrollTop : 0,
      atEnd: !scroll || scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 40,
    };
  });

  document.addEventListener('htmx:afterSettle', (event) => {
    if (event.detail.target && event.detail.target.id === 'conversation' && event.detail.requestConfig.verb === 'get'
        && !event.detail.requestConfig.path.endsWith('/parts')) {
      opened();
      htmx.trigger('#list', 'news');
      if (!event.detail.requestConfig.path.includes('peek=true')) {
        one('#conversation').focus({ preventScroll: true });
      }
      return;
    }
    if (event.detail.requestConfig && event.detail.requestConfig.path.includes('/history')) {
      // What is older was put above: what was read stays where it is.
      one('#scroll').scrollTop = one('#scroll').scrollHeight - kept.below;
      return;
    }
    if (event.detail.pushed) {
      said();
      return;
    }
    kept.folds.forEach((open, id) => { if (one('#' + id)) { one('#' + id).open = open; } });
    kept.chosen.forEach((value, id) => { if (one('#' + id)) { one('#' + id).value = value; } });
    if (kept.atEnd) {
      toTheEnd();
    }
    said();
  });

  function said() {
    count();
    mark();
    announce();
  }

  // A refusal stands beside the buttons until something else is done.
  document.addEventListener('htmx:beforeRequest', (event) => {
    if (event.detail.requestConfig.verb === 'post' && one('#notice')) {
      one('#notice').textContent = '';
    }
  });

  // ---- ages go on counting
  function count() {
    document.querySelectorAll('time[data-age]').forEach((time) => {
      const minutes = Math.floor((Date.now() - new Date(time.dateTime)) / 60000);
      time.textContent = minutes < 1 ? '<1 min' : minutes < 60 ? minutes + ' min'
        : minutes < 1440 ? Math.floor(minutes / 60) + ' h' : Math.floor(minutes / 1440) + ' d';
    });
  }

  // ---- WhatsApp's window goes on closing; when it has, the page says what may still be sent
  function countDown() {
    document.querySelectorAll('time[data-left]').forEach((time) => {
      const minutes = Math.floor((new Date(time.dateTime) - Date.now()) / 60000);
      time.textContent = minutes < 1 ? '<1 min' : minutes < 60 ? minutes + ' min' : Math.floor(minutes / 60) + ' h';
      if (minutes < 0) {
        later('all');
      }
    });
  }

  // ---- who can't see the list hears how many wait, now and then
  let announced = { at: 0, waiting: one('#found').dataset.waiting };
  let mine = Number(one('#found').dataset.mine);
  let took = false;

  function announce() {
    const list = one('#found').dataset;
    if (list.waiting !== announced.waiting && Date.now() - announced.at > ANNOUNCE_MS) {
      announced = { at: Date.now(), waiting: list.waiting };
      one('#announcement').textContent = list.tells;
    }
    // What somebody else gave is said at once; what was taken is known.
    if (Number(list.mine) > mine && !took) {
      one('#alarm').textContent = list.assigned;
    }
    if (Number(list.mine) !== mine) {
      took = false;
      mine = Number(list.mine);
    }
  }

  document.addEventListener('list-merged', said);
  document.addEventListener('done-claim', () => { took = true; });

  // ---- keyboard: arrows walk through the list; Ctrl+Enter sends, and Enter alone for who has chosen so
  const sends = (event) => event.ctrlKey || event.metaKey
    || (document.body.dataset.enter === 'true' && !event.shiftKey && !event.altKey && !event.isComposing);

  document.addEventListener('keydown', (event) => {
    if (event.target.id === 'text' && event.key === 'Enter' && sends(event)) {
      event.preventDefault();
      one('#command-reply').click();
    }
    const row = event.target.closest && event.target.closest('.row');
    if (row && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const item = event.key === 'ArrowDown' ? row.parentElement.nextElementSibling : row.parentElement.previousElementSibling;
      if (item) {
        item.querySelector('.row').focus();
        event.preventDefault();
      }
    }
  });

  opened();
  setInterval(count, AGE_MS);
  setInterval(countDown, AGE_MS);
})();
