/*
 * Keeps an open page up to date: the front tells over server-sent events that something changed, and the page takes
 * over what differs. What has the focus, is selected, unfolded or was filled in stays as it is. Without this script the
 * browser loads the page anew every 30 seconds.
 */
(function () {
  'use strict';
  var LEAST = 700; // milliseconds between two loads, however much changes
  var RETRY = 15000; // milliseconds until a stream that was refused is tried again
  var stream = null, timer = null, loading = false, again = false, last = 0;

  // Where a command was refused the address is the command's; what is shown is the hire.
  var page = document.querySelector('main').getAttribute('data-page');
  if (page) { history.replaceState(null, '', page); }
  var address = location.href;
  if (new URLSearchParams(location.search).has('done')) {
    // What was just done is told on this page for as long as it is open, and not when it is loaded again.
    history.replaceState(null, '', location.pathname);
  }

  /** Whether a field holds something else than the page was made with. */
  function filled(field) {
    if (field.tagName === 'SELECT') {
      var first = Array.prototype.findIndex.call(field.options, function (one) { return one.defaultSelected; });
      return field.selectedIndex !== Math.max(first, 0);
    }
    return field.type !== 'hidden' && field.value !== field.defaultValue;
  }
  function changed(form) {
    return Array.prototype.some.call(form.querySelectorAll('input,select,textarea'), filled);
  }
  function key(node) {
    return node.nodeType === 1 ? node.id || node.getAttribute('data-key') || '' : '';
  }
  function alike(one, other) {
    return one.nodeType === other.nodeType && one.nodeName === other.nodeName && key(one) === key(other);
  }
  /** The old node that a fresh one stands for: one with its key, else the next one if it is of the same kind. */
  function match(next, fresh) {
    var found = next;
    if (key(fresh)) {
      while (found && !alike(found, fresh)) { found = found.nextSibling; }
      return found;
    }
    if (found && !alike(found, fresh) && found.nodeType === 3) { found = found.nextSibling; }
    return found && alike(found, fresh) ? found : null;
  }
  /** Why something was refused is told once, and stays until it was read. */
  function discard(node) {
    if (node.nodeType !== 1 || !node.hasAttribute('data-stays')) { node.remove(); }
  }
  /** Makes a node like a fresh one, and leaves alone whatever is the same in both. */
  function renew(old, fresh) {
    if (old.isEqualNode(fresh) || (old.nodeName === 'FORM' && changed(old))) { return; }
    if (old.nodeType !== 1) { old.nodeValue = fresh.nodeValue; return; }
    Array.prototype.slice.call(old.attributes).forEach(function (one) {
      if (!fresh.hasAttribute(one.name) && one.name !== 'open') { old.removeAttribute(one.name); }
    });
    Array.prototype.forEach.call(fresh.attributes, function (one) {
      if (one.name !== 'open' && old.getAttribute(one.name) !== one.value) { old.setAttribute(one.name, one.value); }
    });
    var next = old.firstChild;
    Array.prototype.slice.call(fresh.childNodes).forEach(function (child) {
      var found = match(next, child);
      if (!found) { old.insertBefore(document.importNode(child, true), next); return; }
      while (next !== found) {
        var passed = next;
        next = next.nextSibling;
        discard(passed);
      }
      next = found.nextSibling;
      renew(found, child);
    });
    while (next) {
      var rest = next;
      next = next.nextSibling;
      discard(rest);
    }
  }
  function take(text) {
    var fresh = new DOMParser().parseFromString(text, 'text/html');
    var main = document.querySelector('main[data-live]');
    var next = fresh.querySelector('main[data-live]');
    if (main && next) {
      renew(main, next);
      document.title = fresh.title;
    }
  }
  function load() {
    timer = null;
    if (document.hidden) { return; }
    loading = true;
    last = Date.now();
    fetch(address, { headers: { Accept: 'text/html' }, credentials: 'same-origin' })
      .then(function (answer) {
        var typed = Array.prototype.some.call(document.forms, changed);
        if (answer.redirected && !typed) { location.assign(answer.url); }
        return answer.ok && !answer.redirected ? answer.text() : null;
      })
      .then(function (text) { if (text) { take(text); } })
      .catch(function () { /* The front is away: what is shown stays, and the stream tells when it is back. */ })
      .then(function () {
        loading = false;
        if (again) { again = false; soon(); }
      });
  }
  function soon() {
    if (loading) { again = true; return; }
    if (timer === null) { timer = setTimeout(load, Math.max(0, last + LEAST - Date.now())); }
  }
  function close() {
    if (stream) { stream.close(); stream = null; }
  }
  /** A browser has few connections to one host: only a page that is looked at holds one. */
  function listen() {
    if (document.hidden) { close(); return; }
    if (stream && stream.readyState !== EventSource.CLOSED) { return; }
    var main = document.querySelector('main[data-live]');
    stream = new EventSource(main.getAttribute('data-live'));
    stream.onmessage = soon;
  }
  document.addEventListener('visibilitychange', listen);
  window.addEventListener('pagehide', close);
  window.addEventListener('pageshow', listen);
  setInterval(listen, RETRY);
})();
