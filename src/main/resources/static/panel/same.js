// What stands above an open conversation, and why it is so, is only replaced by what says something else: a choice that is
// open there would close.
(function () {
  'use strict';

  const PARTS = ['head', 'why'];
  const drawn = new WeakMap();

  document.addEventListener('htmx:oobBeforeSwap', (event) => {
    const { target, fragment } = event.detail;
    const html = PARTS.includes(target.id) && fragment.firstElementChild.outerHTML;
    if (html) {
      event.detail.shouldSwap = drawn.get(target) !== html;
      drawn.set(fragment.firstElementChild, html);
    }
  });
})();
