// What is being written is never lost and never sent twice: not by a swap, not by a look at another conversation, not by
// a connection that breaks before the answer comes.
(function () {
  'use strict';

  const TYPING_MS = 20000;
  const FIELDS = ['text', 'template', 'parameters', 'buttons', 'anyway'];
  const one = (selector) => document.querySelector(selector);
  const field = (id) => document.getElementById(id);
  const open = () => one('#conversation').dataset.id;
  const writes = (id) => id === open() && one('#composer');
  const draft = (id) => 'draft-' + id;

  // ---- what is written stays in this browser until it is sent
  document.addEventListener('input', (event) => {
    if (event.target.closest('#composer')) {
      keep();
    }
    if (event.target.id === 'text') {
      typing();
    }
  });

  function keep() {
    const kept = written();
    if (Object.keys(kept).length) {
      sessionStorage.setItem(draft(open()), JSON.stringify(kept));
    } else {
      sessionStorage.removeItem(draft(open()));
    }
    panel.mark();
  }

  function written() {
    const kept = {};
    FIELDS.filter((id) => field(id) && field(id).value).forEach((id) => { kept[id] = field(id).value; });
    if (field('file').files.length) {
      kept.file = field('file').files[0].name;
    }
    return kept;
  }

  // A browser hands no file back, so it is named.
  function takeUp() {
    const kept = JSON.parse(sessionStorage.getItem(draft(open())) || '{}');
    FIELDS.filter((id) => field(id) && !field(id).value && kept[id]).forEach((id) => { field(id).value = kept[id]; });
    field('compose-more').open = Boolean(kept.template || kept.parameters || kept.buttons);
    field('file-again').hidden = !kept.file;
    field('file-again').querySelector('b').textContent = kept.file || '';
    beSure();
  }

  // The customer sees for some seconds that somebody is typing; whether that comes through is nobody's concern here.
  let typed = { id: '', at: 0 };

  function typing() {
    const now = { id: open(), typing: one('#send').dataset.typing };
    if (now.typing && (typed.id !== now.id || Date.now() - typed.at > TYPING_MS)) {
      typed = { id: now.id, at: Date.now() };
      fetch(now.typing, { method: 'POST', headers: panel.token() }).catch(() => {});
    }
  }

  // ---- what is on its way, by its conversation
  const flying = new Map();
  const unsure = (id) => 'unsure-' + id;
  const command = (detail) => /^\/conversations\/(\d+)\/(\w+)/.exec(detail.requestConfig.path);

  // Whoever comes back before the answer does finds what they wrote, and can't send it beside itself.
  document.addEventListener('htmx:beforeRequest', (event) => {
    const [, id, what] = command(event.detail) || [];
    if ((what === 'reply' || what === 'note') && flying.has(id)) {
      event.preventDefault();
    }
  });

  document.addEventListener('htmx:beforeSend', (event) => {
    const [, id, what] = command(event.detail) || [];
    if (what !== 'reply' && what !== 'note') {
      return;
    }
    flying.set(id, written());
    const before = sessionStorage.getItem(unsure(id));
    if (what === 'reply' && before === null) {
      sessionStorage.setItem(unsure(id), one('#send [name="seen"]').value);
    }
    event.detail.xhr.addEventListener('loadend', () => {
      flying.delete(id);
      if (what === 'reply') {
        landed(id, event.detail.xhr.status, before);
      }
    });
  });

  // No answer says nothing. A refusal says that this one was not sent; one sent before it may be why.
  function landed(id, status, before) {
    if (status === 0 || status >= 500) {
      tell(id, one('#alarm').dataset.unsure);
      lookAgain(id);
    } else if (status === 200 || before === null) {
      sessionStorage.removeItem(unsure(id));
    } else if ((status === 409 || status === 422) && writes(id) && !wasSent(before)) {
      sessionStorage.removeItem(unsure(id));
    }
  }

  // A reason to send it whatever was said meanwhile would send it twice.
  function lookAgain(id) {
    if (writes(id)) {
      beSure();
      if (field('anyway')) {
        field('anyway').value = '';
        keep();
      }
    }
    panel.later(id);
  }

  // An answer that comes when another conversation is open changes nothing of that one.
  document.addEventListener('htmx:beforeSwap', (event) => {
    const [, id, what] = command(event.detail) || [];
    const status = event.detail.xhr.status;
    if (!id || id === open()) {
      return;
    }
    event.detail.shouldSwap = false;
    if (flying.has(id) && status === 200) {
      sessionStorage.removeItem(draft(id));
      panel.mark();
    } else if (what === 'reply') {
      tell(id, one('#alarm').dataset.unsent);
    }
  });

  function tell(id, words) {
    one(id === open() ? '#notice' : '#alarm').textContent = words;
  }

  // What has been written since it was sent stays.
  ['done-reply', 'done-note'].forEach((done) => document.addEventListener(done, () => clear(flying.get(open()) || {})));

  function clear(sent) {
    FIELDS.filter((id) => field(id) && field(id).value === sent[id]).forEach((id) => { field(id).value = ''; });
    if (sent.file) {
      field('file').value = '';
    }
    field('file-again').hidden = true;
    keep();
  }

  // ---- what may have been sent already goes out again only over the fence at which it stood then
  document.addEventListener('htmx:afterSettle', () => {
    if (one('#composer')) {
      beSure();
    }
  });

  function beSure() {
    const seen = sessionStorage.getItem(unsure(open()));
    if (seen === null || flying.has(open())) {
      return;
    }
    if (!wasSent(seen)) {
      one('#send [name="seen"]').value = seen;
    }
  }

  // What stands in the thread was sent, and is not written any more.
  function wasSent(seen) {
    const sent = Array.from(document.querySelectorAll('#thread .message.out')).some((message) => isSame(message, Number(seen)));
    if (sent) {
      sessionStorage.removeItem(unsure(open()));
      one('#notice').textContent = '';
      clear(written());
    }
    return sent;
  }

  function isSame(message, seen) {
    const words = message.querySelector('.text');
    return Number(message.id.replace('message-', '')) > seen
      && Boolean(words) && words.textContent.trim() === field('text').value.trim();
  }

  window.composer = { takeUp: takeUp };
})();
