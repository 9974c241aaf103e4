// A part of a page comes in the language of the page, whatever its reader has chosen since.
document.addEventListener('htmx:configRequest', (event) => {
  event.detail.headers['Accept-Language'] = document.documentElement.lang;
});
