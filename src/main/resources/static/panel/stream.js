// A stream ends before its page does: what the browser cuts off would be told as an error.
(function () {
  'use strict';

  const create = htmx.createEventSource;
  htmx.createEventSource = (url) => {
    const source = create(url);
    window.addEventListener('pagehide', () => source.close(), { once: true });
    return source;
  };
})();
