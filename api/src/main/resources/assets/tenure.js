/* Keeps a page that is only looked at up to date. Without this the browser loads it anew every 30 seconds. */
(function () {
  'use strict';
  var EVERY = 5000;
  if (location.search.indexOf('done=') >= 0) {
    history.replaceState(null, '', location.pathname);
  }
  /** Whether a field holds something else than the page was made with. */
  function filled(field) {
    if (field.tagName !== 'SELECT') { return field.type !== 'hidden' && field.value !== field.defaultValue; }
    var first = Array.prototype.findIndex.call(field.options, function (one) { return one.defaultSelected; });
    return field.selectedIndex !== Math.max(first, 0);
  }
  function busy() {
    var main = document.querySelector('main[data-live]');
    return !main || document.hidden || main.contains(document.activeElement) ||
      String(window.getSelection()) !== '' ||
      Array.prototype.some.call(main.querySelectorAll('input,select,textarea'), filled);
  }
  function take(text) {
    var fresh = new DOMParser().parseFromString(text, 'text/html');
    var next = fresh.querySelector('main[data-live]');
    if (next && !busy()) {
      document.querySelector('main[data-live]').replaceWith(next);
      document.title = fresh.title;
    }
  }
  function look() {
    if (busy()) { return; }
    fetch(location.href, { headers: { Accept: 'text/html' }, credentials: 'same-origin' })
      .then(function (answer) { return answer.ok && !answer.redirected ? answer.text() : null; })
      .then(function (text) { if (text) { take(text); } })
      .catch(function () { /* The front is away: what is shown stays, and is asked for again. */ });
  }
  setInterval(look, EVERY);
})();
